"""What a number counts, in a few words, in invented sentences."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.tagging.builders import NLP, NOBODY, PARTIES

from prestatie_extract.document import Agreement, Passage
from prestatie_extract.tagging.target_clauses import (
    AUXILIARY,
    NOUN,
    PREPOSITION,
    VERB,
    find_verb,
    read_words,
    verb_forms,
)
from prestatie_extract.tagging.target_phrases import linking_words, phrase_before, phrase_behind
from prestatie_extract.tagging.target_subjects import KEPT, MAX_WORDS
from prestatie_extract.tagging.targets import tag_targets
from prestatie_extract.vocabulary import load_rows


def _subjects(text: str) -> list[str | None]:
    agreement = Agreement("1", "afspraak", None, Passage(text))
    return [t.subject for t in tag_targets(agreement, PARTIES, NOBODY, NLP)]


COUNTED = [
    ("Woonrijk verkoopt maximaal 60 woningen.", ["verkoop woningen"]),
    ("Veste voegt in 2027 30 sociale huurwoningen toe.", ["toevoeging sociale huurwoningen"]),
    ("Er worden 12 woningen gesloopt in 2026.", ["sloop woningen"]),
    ("In de looptijd renoveren wij 3 complexen in de Rivierenbuurt.",
     ["renovatie complexen in Rivierenbuurt"]),
    ("Er komen acht studio's voor jongeren bij.", ["studio's voor jongeren"]),
    ("De corporaties breiden hun voorraad uit met 90 woningen.", ["uitbreiding voorraad"]),
    ("Wij gaan voor de realisatie van 80 zorgwoningen.", ["realisatie zorgwoningen"]),
    ("Het gaat om het isoleren van 40 woningen.", ["isoleren woningen"]),
    ("De gemeente zoekt een locatie voor 20 flexwoningen.", ["locatie voor flexwoningen"]),
    ("Veste pakt 40 woningen aan door sloop.", ["aanpak woningen door sloop"]),
    ("Een hof in Oosterwijk van 24 woningen.", ["hof in Oosterwijk"]),
]  # fmt: skip
SHARES = [
    ("Wij wijzen maximaal 15% van de vrijkomende woningen toe aan starters.",
     ["toewijzing vrijkomende woningen aan starters"]),
    ("Corporaties stellen 10% van het aanbod beschikbaar voor statushouders.",
     ["aanbod voor statushouders"]),
    ("Van het jaarlijks vrijkomende aanbod gaat 5% naar spoedzoekers.", ["spoedzoekers"]),
    ("De vrije ruimte is maximaal 15% van het jaarlijks vrijkomende aanbod.",
     ["vrijkomende aanbod"]),
    ("Er geldt een minimaal aandeel van 30% sociale huur in alle plannen.",
     ["sociale huur in plannen"]),
    ("De aandelen zijn 20% onder de grens en 80% boven de grens.",
     ["onder grens", "boven grens"]),
    ("De CO2-uitstoot daalt met 20%.", ["daling CO2-uitstoot"]),
]  # fmt: skip
MONEY = [
    ("De gemeente draagt hiervoor € 5.000 bij.", ["bijdrage"]),
    ("Voor plannen geldt een afdracht van € 9.000 aan het fonds.", ["afdracht aan fonds"]),
    ("Veste vergoedt € 1.250 per woning.", ["vergoeding per woning"]),
    ("Wij besteden € 90.000 per jaar aan leefbaarheid.", ["besteding aan leefbaarheid"]),
    ("De gemeente stelt € 4.000 beschikbaar voor buurtfeesten.", ["buurtfeesten"]),
]
OFTEN = [
    ("Partijen bespreken twee keer per jaar de voortgang van de afspraken.",
     ["bespreken voortgang van afspraken"]),
    ("Eenmaal per kwartaal bespreken partijen de voortgang.", ["bespreken voortgang"]),
    ("Jaarlijks in mei vindt een planningsoverleg plaats.", ["planningsoverleg"]),
    ("De monitor wordt halfjaarlijks bijgewerkt.", ["bijwerken monitor"]),
    ("Er vindt elk kwartaal een locatieoverleg plaats.", ["locatieoverleg"]),
    ("De gemeente stelt iedere 4 jaar een woonvisie vast.", ["vaststellen woonvisie"]),
    ("De jaarlijkse rapportage over de voortgang gaat naar de raad.",
     ["rapportage over voortgang"]),
    ("Partijen overleggen vier keer per jaar ambtelijk.", ["ambtelijk overleg"]),
    ("Tweemaal per jaar zoeken corporaties en gemeente elkaar op.", ["overleg"]),
    ("Jaarlijks.", [None]),
]  # fmt: skip
LASTING = [
    ("Jongeren tot 28 jaar hebben voorrang.", ["leeftijd Jongeren"]),
    ("Wij garanderen een looptijd van een exploitatietermijn van 15 jaar.",
     ["exploitatietermijn"]),
    ("Bij een huurachterstand van 2 maanden volgt een melding.", ["huurachterstand"]),
    ("De ruimte is minimaal 150 m² groot.", ["ruimte"]),
]  # fmt: skip
NEIGHBOURS = [
    ("De Linde (4) en Veste (6) leggen samen 10 standplaatsen aan.",
     ["aanleg standplaatsen"] * 3),
    ("Woonrijk huisvest 60% van de statushouders en Veste 40%.",
     ["huisvesting statushouders"] * 2),
    ("Woonrijk houdt 70% en Veste 75% van de voorraad onder de grens.",
     ["voorraad onder grens"] * 2),
    ("Wij bouwen 80 zorgwoningen. Daarvan neemt Veste er 30 voor haar rekening.",
     ["bouw zorgwoningen"] * 2),
    ("Daarvan is 40% bestemd voor starters.", ["starters"]),
    ("Wij leveren de volgende woningen op: Dorpshart – 12 en Molenhoek – 9.",
     ["oplevering Dorpshart", "oplevering Molenhoek"]),
    ("Wij voegen deze aantallen toe: Dorpshart – 12 Veste: Molenhoek 30 huur.",
     ["toevoeging Dorpshart", "toevoeging huur"]),
    ("Gepland: 2026: 12 won. 2027: 8 won.", ["woningen", "woningen"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [*COUNTED, *SHARES, *MONEY, *OFTEN, *LASTING, *NEIGHBOURS]
)
def test_subject(text: str, expected: list[str | None]) -> None:
    """A subject is what is done, what is counted and for whom, without the number's own words."""
    assert _subjects(text) == expected


CUT = [
    "Veste verkoopt 40 woningen over de periode 2025 tot en met 2030.",
    "Veste verkoopt 40 woningen, mits de markt dat toelaat.",
    "Veste verkoopt 40 woningen die niet passen in de strategie.",
    "Veste verkoopt 40 woningen per jaar.",
    "Veste verkoopt 40 woningen rond 1 april.",
    "Veste verkoopt 40 woningen en sloopt er 10.",
]


@pytest.mark.parametrize("text", CUT)
def test_subject_stops(text: str) -> None:
    """Numbers, years, times and other clauses end a subject."""
    assert _subjects(text)[0] == "verkoop woningen"


WORDS = """Woonrijk verkoopt de van het voor aan en per jaar 40 woningen jongeren wordt toe 30% te
€ 50 bespreken jaarlijks twee keer ( ) , : – met onder in 2027 die komende grens starters"""
PIECES = st.sampled_from(re.split(r"\s+", WORDS))


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=20))
@example(["bespreken", "met", "bespreken", "jaarlijks"])
def test_subject_is_short_and_whole(pieces: list[str]) -> None:
    """A subject is missing or has a few words, no number and no loose preposition."""
    for subject in _subjects(" ".join(pieces)):
        words = subject.split() if subject is not None else ["x"]
        assert 1 <= len(words) <= MAX_WORDS
        assert words[-1] not in linking_words()
        assert words[0] not in linking_words() - KEPT
        assert not re.search(r"\d%|€", " ".join(words))


def test_verbs_have_one_row_each() -> None:
    """No verb of the vocabulary stands there twice with the same particle."""
    rows = [(row["verb"], row["particle"]) for row in load_rows("target_verbs")]
    assert sorted(set(rows)) == sorted(rows)


def test_little_words_have_one_kind() -> None:
    """No little word stands in the vocabulary twice."""
    words = [row["word"] for row in load_rows("target_subject_words")]
    assert sorted(set(words)) == sorted(words)


def test_verb_forms() -> None:
    """A separable verb is known joined and apart, each form in lower case."""
    assert {"toevoegen", "voegen", "voegt", "toegevoegd"} <= set(verb_forms())
    assert all(form == form.casefold() for form in verb_forms())


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("wij voegen woningen toe", "toevoegen"),
        ("wij stellen het plan vast", "vaststellen"),
        ("om het plan op te stellen", "opstellen"),
        ("het plan wordt vastgesteld", "vaststellen"),
        ("wij stellen voor", None),
    ],
)
def test_verb_with_its_particle(text: str, action: str | None) -> None:
    """The particle that stands apart tells which verb it is."""
    verb = find_verb(read_words(text, (), ()))
    assert (verb.action if verb else None) == action


def test_kinds_of_words() -> None:
    """Words tell what they do: noun, verb, auxiliary, preposition."""
    words = read_words("woningen worden gesloopt voor jongeren", (), ())
    assert [word.kind for word in words] == [NOUN, AUXILIARY, VERB, PREPOSITION, NOUN]


def test_phrases_beside_a_number() -> None:
    """The phrase behind a number takes its complements, the one before stops at its article."""
    words = read_words("in de wijk een groei van de voorraad met woningen voor starters", (), ())
    assert phrase_behind(words, 9) == (["woningen", "voor", "starters"], len(words))
    assert phrase_before(words, 9) == ["groei", "van", "voorraad"]
