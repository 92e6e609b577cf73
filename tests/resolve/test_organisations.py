from __future__ import annotations

import time
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.resolve.builders import document, links_of

from prestatie_extract.resolve import NamedParty, PartyDocument, Resolution, resolve_organisations
from prestatie_extract.schema.columns import JOINER

TWO_TOWNS = ("g: Merendaal", "g: Sparrenhove")


def resolve(*documents: Sequence[str]) -> Resolution:
    """Documents a, b, c … with these parties."""
    return resolve_organisations(
        document(chr(ord("a") + place), *told) for place, told in enumerate(documents)
    )


def organisation_of(resolution: Resolution, place: int, name: str) -> str:
    """The organisation of the party with that name in the document at that place."""
    documents = {key[0]: link for key, link in resolution.links.items() if key[1] == name}
    return documents[chr(ord("a") + place)].organisation_id


# One party of document a and one of b: the first of each line that is not a municipality.
SAME: list[tuple[str, tuple[str, ...], tuple[str, ...], str]] = [
    (
        "corporation-in-two-towns",
        ("g: Merendaal", "c: Vuurbaak"),
        ("g: Sparrenhove", "c: Vuurbaak"),
        "exact",
    ),
    (
        "legal-form",
        ("g: Merendaal", "c: Woonstichting Vuurbaak"),
        ("g: Sparrenhove", "c: Vuurbaak"),
        "alias",
    ),
    ("and-sign", ("c: Vaart & Meer",), ("c: Vaart en Meer",), "exact"),
    (
        "another-documents-alias",
        ("g: Merendaal", "c: Vuurbaak = Baakwonen Groep"),
        ("g: Sparrenhove", "c: Baakwonen Groep"),
        "alias",
    ),
    (
        "tenants-of-one-corporation",
        ("g: Merendaal", "h: Huurdersraad Vuurbaak", "c: Vuurbaak"),
        ("g: Sparrenhove", "h: Huurdersraad Vuurbaak", "c: Vuurbaak"),
        "exact",
    ),
    (
        "tenants-of-one-town",
        ("g: Merendaal", "h: De Schakel"),
        ("g: Merendaal", "h: De Schakel"),
        "exact",
    ),
    (
        "kind-word-abbreviated",
        ("g: Merendaal", "h: HBV De Schakel"),
        ("g: Merendaal", "h: Huurdersbelangenvereniging De Schakel"),
        "alias",
    ),
    (
        "another-kind-word-in-one-town",
        ("g: Merendaal", "h: Huurdersraad Vuurbaak"),
        ("g: Merendaal", "h: Bewonersraad Vuurbaak"),
        "alias",
    ),
    (
        "another-kind-word-and-one-abbreviation",
        ("g: Merendaal", "h: SHV = Huurdersorganisatie Vuurbaak", "c: Vuurbaak"),
        ("g: Sparrenhove", "h: SHV = Huurdersbelangen Vuurbaak", "c: Vuurbaak"),
        "exact",
    ),
    (
        "abbreviation-that-the-other-explains",
        ("g: Merendaal", "h: HBM"),
        ("g: Merendaal", "h: Huurdersbelangen Merendaal = HBM"),
        "initials",
    ),
    (
        "misspelled-in-one-town",
        ("g: Merendaal", "c: Vuurbaaken Wonen"),
        ("g: Merendaal", "c: Vuurbaaken Wonen = Vuurbaken Wonen"),
        "exact",
    ),
    (
        "kind-word-alone-in-one-town",
        ("g: Merendaal", "h: Huurdersraad"),
        ("g: Merendaal", "h: Huurdersraad"),
        "exact",
    ),
    (
        "ordinary-name-in-one-town",
        ("g: Merendaal", "c: Ons Huis"),
        ("g: Merendaal", "c: Ons Huis"),
        "exact",
    ),
    (
        "ordinary-name-beside-the-same-corporation",
        ("g: Merendaal", "c: Ons Huis", "c: Vuurbaak"),
        ("g: Sparrenhove", "c: Ons Huis", "c: Vuurbaak"),
        "exact",
    ),
    (
        "article-in-one-town",
        ("g: Merendaal", "c: De Vuurbaak"),
        ("g: Merendaal", "c: Vuurbaak"),
        "exact",
    ),
    (
        "named-only-is-a-corporation-elsewhere",
        ("g: Merendaal", "o: Vuurbaak named"),
        ("g: Merendaal", "c: Vuurbaak"),
        "exact",
    ),
]

APART: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = [
    ("two-words-of-which-one", ("c: Wonen Zuid",), ("c: Wonen Limburg",)),
    ("tenants-of-the-south", ("h: HBV Op Het Zuiden",), ("h: Huurdersbelangen Zuid-Limburg",)),
    ("kind-word-of-two-towns", ("c: Woonstichting Merendaal",), ("c: Woonstichting Sparrenhove",)),
    ("tenants-a-and-b", ("h: Huurdersraad Vuurbaak",), ("h: Huurdersraad Baken",)),
    (
        "kind-word-alone",
        ("g: Merendaal", "h: Huurdersraad"),
        ("g: Sparrenhove", "h: Huurdersraad"),
    ),
    (
        "kind-word-alone-beside-one-corporation",
        ("g: Merendaal", "h: HBV", "c: Vuurbaak"),
        ("g: Sparrenhove", "h: HBV", "c: Vuurbaak"),
    ),
    (
        "kind-word-alone-in-a-region-that-holds-the-town",
        ("g: Merendaal", "h: Huurdersraad"),
        ("h: Huurdersraad", *TWO_TOWNS),
    ),
    (
        "tenants-with-one-name-in-two-towns",
        ("g: Merendaal", "h: De Schakel"),
        ("g: Sparrenhove", "h: De Schakel"),
    ),
    (
        "corporation-with-homes-everywhere-is-no-ground",
        ("g: Merendaal", "h: De Schakel", "c: Woonzorg Nederland"),
        ("g: Sparrenhove", "h: De Schakel", "c: Woonzorg Nederland"),
    ),
    (
        "regions-of-one-corporation",
        ("g: Merendaal", "h: Huurdersraad Vuurbaak = Huurdersraad Vuurbaak Noord", "c: Vuurbaak"),
        ("g: Sparrenhove", "h: Huurdersraad Vuurbaak = Huurdersraad Vuurbaak Zuid", "c: Vuurbaak"),
    ),
    (
        "ordinary-name",
        ("g: Merendaal", "c: Ons Huis"),
        ("g: Sparrenhove", "c: Ons Huis"),
    ),
    (
        "ordinary-name-of-the-list",
        ("g: Merendaal", "c: Eigen Haard"),
        ("g: Sparrenhove", "c: Eigen Haard"),
    ),
    (
        "care-team-of-each-town",
        ("g: Merendaal", "z: Bemoeizorgteam named"),
        ("g: Sparrenhove", "z: Bemoeizorgteam named"),
    ),
    ("article", ("g: Merendaal", "c: De Baak"), ("g: Sparrenhove", "c: Baak")),
    (
        "seats",
        ("g: Merendaal", "c: Vuurbaak = Woonstichting Vuurbaak te Merendaal"),
        ("g: Sparrenhove", "c: Vuurbaak = Woonstichting Vuurbaak te Sparrenhove"),
    ),
    ("types", ("z: Vuurbaak",), ("c: Vuurbaak",)),
    ("province", ("g: Utrecht",), ("g: Merendaal", "o: Utrecht")),
    (
        "abbreviation-in-two-towns",
        ("g: Merendaal", "h: HBM"),
        ("g: Sparrenhove", "h: Huurdersbelangen Mastbos = HBM"),
    ),
    (
        "abbreviation-of-two-names",
        ("g: Merendaal", "h: Huurdersbelangen Mastbos = HBM"),
        ("g: Merendaal", "h: Huurdersbelangen Markwonen = HBM"),
    ),
    (
        "initials-that-no-document-gives",
        ("g: Merendaal", "h: HBM"),
        ("g: Merendaal", "h: Huurdersbelangen Mastbos"),
    ),
    (
        "a-letter-apart-in-two-towns",
        ("g: Merendaal", "c: Thuisveld"),
        ("g: Sparrenhove", "c: Thuisvelp"),
    ),
    ("short-words-a-letter-apart", ("c: Noord Wonen",), ("c: Oord Wonen",)),
    ("two-of-the-list-a-letter-apart", ("c: Woonin",), ("c: Wooninc",)),
]


def _organisations(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[Resolution, str, str]:
    resolution = resolve(first, second)
    ids = []
    for name, told in (("a", first), ("b", second)):
        main = next((line for line in told if not line.startswith("g: ")), told[0])
        [party] = document(name, main).parties
        ids.append(resolution.links[name, party.party_id].organisation_id)
    return resolution, ids[0], ids[1]


@pytest.mark.parametrize(
    ("first", "second", "method"), [row[1:] for row in SAME], ids=[row[0] for row in SAME]
)
def test_same_organisation(first: tuple[str, ...], second: tuple[str, ...], method: str) -> None:
    """What two documents name alike is linked, and it says by what."""
    resolution, one, other = _organisations(first, second)
    assert one == other
    [found] = [o for o in resolution.organisations if o.organisation_id == one]
    assert found.document_count == 2
    methods = {link.organisation_method for link in resolution.links.values()
               if link.organisation_id == one}  # fmt: skip
    assert method in methods


@pytest.mark.parametrize(
    ("first", "second"), [row[1:] for row in APART], ids=[row[0] for row in APART]
)
def test_look_alikes_stay_apart(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    """Names that look alike are not one organisation, in either order of the documents."""
    _, one, other = _organisations(first, second)
    assert one != other
    _, one, other = _organisations(second, first)
    assert one != other


def test_misspelling_is_linked_with_its_score() -> None:
    """A name one letter off another in the same town is fuzzy, with the likeness as score."""
    resolution = resolve(
        ("g: Merendaal", "c: Lindewaard Wonen"),
        ("g: Merendaal", "c: Lindewaard Wonen"),
        ("g: Merendaal", "c: Lindewaart Wonen"),
    )
    [fuzzy] = links_of(resolution, "Lindewaart Wonen")
    assert (fuzzy.organisation_id, fuzzy.organisation_method) == ("lindewaard-wonen", "fuzzy")
    assert fuzzy.organisation_score == 90.0


def test_misspelled_name_of_the_list_is_that_of_the_list() -> None:
    """A corporation that the list knows is found without a town in common; one of two is not."""
    resolution = resolve(("g: Merendaal", "c: Havenstede", "c: Woonwaart"))
    [link] = links_of(resolution, "Havenstede")
    assert (link.organisation_id, link.organisation_method) == ("havensteder", "fuzzy")
    assert link.organisation_score == 95.24
    [link] = links_of(resolution, "Woonwaart")
    assert (link.organisation_id, link.organisation_method) == ("woonwaart", "new")
    assert link.runner_up == f"woonwaard{JOINER}woonwaarts"


def test_two_candidates_leave_it_unresolved() -> None:
    """An abbreviation that two organisations of the town bear is neither, and both are named."""
    resolution = resolve(
        ("g: Merendaal", "h: Huurdersbelangen Mastbos = HBM"),
        ("g: Merendaal", "h: Huurdersbelangen Markwonen = HBM"),
        ("g: Merendaal", "h: HBM"),
    )
    [link] = links_of(resolution, "HBM")
    assert (link.organisation_id, link.organisation_method) == ("hbm", "new")
    assert link.organisation_score is None
    expected = ["huurdersbelangen-markwonen", "huurdersbelangen-mastbos"]
    assert (link.runner_up or "").split(JOINER) == expected


def test_short_name_between_two_regions_is_neither() -> None:
    """The tenants of a corporation in short may be those of either region."""
    resolution = resolve(
        ("g: Merendaal", "h: Huurdersraad Vuurbaak Noord = Huurdersraad Vuurbaak", "c: Vuurbaak"),
        ("g: Sparrenhove", "h: Huurdersraad Vuurbaak Zuid = Huurdersraad Vuurbaak", "c: Vuurbaak"),
        ("g: Elsvenne", "h: Huurdersraad Vuurbaak", "c: Vuurbaak"),
    )
    [link] = links_of(resolution, "Huurdersraad Vuurbaak")
    assert link.organisation_method == "new"
    assert (link.runner_up or "").count(JOINER) == 1
    assert len({o.organisation_id for o in resolution.organisations if "raad" in o.name}) == 3


def test_two_parties_of_one_document_are_two() -> None:
    """What a document tells apart stays apart, whatever another document calls it."""
    resolution = resolve(
        ("g: Merendaal", "h: Huurdersraad Vuurbaak", "h: Bewonersraad Vuurbaak"),
        ("g: Merendaal", "h: Huurdersvereniging Vuurbaak"),
    )
    assert len([o for o in resolution.organisations if o.type == "huurdersorganisatie"]) == 3


def test_status_tells_what_is_unresolved() -> None:
    """Known stands on a list, linked in several documents, unresolved in one and on no list."""
    resolution = resolve(
        ("g: Druten", "c: Woonwaarts", "c: Vuurbaak", "h: Huurdersraad Baken"),
        ("g: Merendaal", "c: Vuurbaak"),
    )
    status = {o.organisation_id: o.status for o in resolution.organisations}
    assert status == {
        "gemeente-druten": "known",
        "gemeente-merendaal": "unresolved",
        "huurdersraad-baken": "unresolved",
        "vuurbaak": "linked",
        "woonwaarts": "known",
    }


def test_organisation_has_every_printed_name() -> None:
    """The names of all documents, generic words left out."""
    resolution = resolve(("c: Vuurbaak = Stichting Vuurbaak",), ("c: Vuurbaak = de corporatie",))
    [found] = resolution.organisations
    assert found.names == ("Stichting Vuurbaak", "Vuurbaak")


def test_municipality_has_its_code() -> None:
    """A gemeente is known by any of its names; a merged one keeps its own code."""
    resolution = resolve(("g: Den Haag = 's-Gravenhage",), ("g: Langedijk",), ("g: Merendaal",))
    codes = {o.organisation_id: o.municipality_code for o in resolution.organisations}
    assert codes == {
        "gemeente-den-haag": "GM0518",
        "gemeente-langedijk": "GM0416",
        "gemeente-merendaal": None,
    }


def test_municipality_of_a_name_that_two_bear() -> None:
    """Bergen alone is neither of the two, nor one for two documents; with (NH) it is known."""
    resolution = resolve(("g: Bergen",), ("g: Bergen",), ("g: Bergen = Bergen (NH)",))
    first, second, told = links_of(resolution, "Gemeente Bergen")
    assert told.organisation_id == "gemeente-bergen-nh"
    assert first.organisation_id != second.organisation_id
    assert {first.organisation_method, second.organisation_method} == {"new"}
    assert first.runner_up == f"gemeente-bergen-l{JOINER}gemeente-bergen-nh"


def test_municipality_with_its_province_in_brackets() -> None:
    """The brackets have become an alias; name and alias together are a name of the list."""
    bergen = NamedParty("b", "Gemeente Bergen", "gemeente", ("Gemeente Bergen", "NH"))
    resolution = resolve_organisations([PartyDocument("a", None, None, (bergen,))])
    link = resolution.links["a", "b"]
    assert (link.organisation_id, link.organisation_method) == ("gemeente-bergen-nh", "alias")


def test_organisations_with_one_name_have_ids_of_their_own() -> None:
    """The town stands behind the name where several bear it."""
    resolution = resolve(("g: Merendaal", "h: De Schakel"), ("g: Sparrenhove", "h: De Schakel"))
    ids = [link.organisation_id for link in links_of(resolution, "De Schakel")]
    assert ids == ["de-schakel-merendaal", "de-schakel-sparrenhove"]


def test_runner_up_is_the_next_best() -> None:
    """Beside each link stands what came nearest, also of the list; far names are left out."""
    resolution = resolve(("c: Lindewaard Oost",), ("c: Lindewaard West",), ("c: Woonservice",))
    [east] = links_of(resolution, "Lindewaard Oost")
    assert (east.runner_up, east.runner_up_score) == ("lindewaard-west", 86.67)
    [listed] = links_of(resolution, "Woonservice")
    assert listed.runner_up == "woonservice-meander"


NAMES = st.sampled_from([
    "c: Vuurbaak", "c: De Vuurbaak", "c: Vuurbaak = Vuurbaak Wonen", "c: Vuurbaken", "c: Ons Huis",
    "c: Woonwaarts", "c: Woonwaart", "c: Eigen Haard", "o: Vuurbaak", "h: Huurdersraad",
    "h: Huurdersraad Vuurbaak", "h: Bewonersraad Vuurbaak", "h: HBV = Huurdersraad Vuurbaak Noord",
    "h: HBM", "h: Huurdersbelangen Mastbos = HBM", "h: Huurdersbelangen Markwonen = HBM",
    "h: De Schakel", "z: Zorggroep Vuurbaak", "g: Bergen", "g: Bergen = Bergen (L.)",
])  # fmt: skip
TOWNS = st.sampled_from(["g: Merendaal", "g: Sparrenhove", "g: Druten", "g: Elsvenne"])
DOCUMENTS = st.lists(
    st.tuples(st.lists(TOWNS, max_size=2, unique=True), st.lists(NAMES, max_size=5, unique=True)),
    min_size=1,
    max_size=8,
).map(
    lambda told: [
        document(f"{place:03}", *dict.fromkeys([*towns, *names]))
        for place, (towns, names) in enumerate(told)
    ]
)


def _without_doubles(documents: list[PartyDocument]) -> list[PartyDocument]:
    """As in a record: a party_id stands once in a document."""
    return [
        PartyDocument(
            d.document_id,
            d.municipality,
            d.municipality_code,
            tuple({p.party_id: p for p in d.parties}.values()),
        )
        for d in documents
    ]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_order_of_documents_does_not_matter(documents: list[PartyDocument], random: Random) -> None:
    """Any order gives the same organisations, links, methods, scores and runners-up."""
    documents = _without_doubles(documents)
    expected = resolve_organisations(documents)
    shuffled = list(documents)
    random.shuffle(shuffled)
    assert resolve_organisations(shuffled) == expected


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS)
def test_every_party_has_one_organisation(documents: list[PartyDocument]) -> None:
    """Each link leads to an organisation that counts its documents and prints its names."""
    documents = _without_doubles(documents)
    resolution = resolve_organisations(documents)
    parties = {(d.document_id, p.party_id): p for d in documents for p in d.parties}
    assert set(resolution.links) == set(parties)
    organisations = {o.organisation_id: o for o in resolution.organisations}
    assert len(organisations) == len(resolution.organisations)
    for found in organisations.values():
        members = [k for k, link in resolution.links.items()
                   if link.organisation_id == found.organisation_id]  # fmt: skip
        assert found.document_count == len({document_id for document_id, _ in members})
        assert {parties[member].name for member in members} <= set(found.names)


MANY = 1_000  # documents of ten parties
PATIENCE_SECONDS = 20.0  # it takes 3 on a quiet core; comparing each with all would take minutes


def _many_documents(count: int) -> list[PartyDocument]:
    random = Random(7)  # noqa: S311 (no secret: the same documents in every run)
    syllables = ("ka", "lo", "mer", "den", "hof", "rijn", "wou", "ster", "vel", "dam", "broek")

    def word() -> str:
        return "".join(random.choices(syllables, k=4)).capitalize()

    documents = []
    for place in range(count):
        names = [word() for _ in range(3)]
        told = [("c", f"Woonstichting {name}") for name in names]
        told += [("h", f"Huurdersraad {name}") for name in names]
        told += [("o", f"{word()} {word()}") for _ in range(3)]
        lines = [f"{kind}: {name}" for kind, name in told]
        documents.append(document(f"{place:012x}", f"g: {word()}", *dict.fromkeys(lines)))
    return _without_doubles(documents)


def test_many_parties_take_seconds() -> None:
    """Ten thousand parties are compared with those that share a word, not each with all."""
    documents = _many_documents(MANY)
    start = time.process_time()
    resolution = resolve_organisations(documents)
    assert time.process_time() - start < PATIENCE_SECONDS
    assert len(resolution.links) > 9 * MANY


def test_nothing_gives_nothing() -> None:
    """No documents, and a document without parties, have no organisations."""
    assert resolve_organisations([]).organisations == ()
    empty = PartyDocument("a", None, None, ())
    assert resolve_organisations([empty]).links == {}


def test_party_without_letters_is_kept() -> None:
    """A name of marks alone is an organisation of its own and no error."""
    odd = PartyDocument("a", None, None, (NamedParty("x", "&", "overig"),))
    assert len(resolve_organisations([odd]).organisations) == 1
