"""Whose number it is, what counts without a noun, and names that look like numbers."""

from __future__ import annotations

import pytest
from tests.tagging.builders import MERENDAAL, NLP, NOBODY, VESTE, WOONRIJK, party

from prestatie_extract.document import Agreement, Match, Party, Passage, Role, Target
from prestatie_extract.tagging.targets import tag_targets

OEVERLAND = party("Gemeente Oeverland", "gemeente")
CORPORATIONS = (WOONRIJK, VESTE, party("Vier Hoven"))
PARTIES = (MERENDAAL, *CORPORATIONS)
GEMEENTE = Role("Gemeente", ("gemeente",), ("gemeente-merendaal",), "column")


def _targets(
    text: str, trekker: Role = NOBODY, parties: tuple[Party, ...] = PARTIES
) -> tuple[Target, ...]:
    return tag_targets(Agreement("1", "afspraak", None, Passage(text)), parties, trekker, NLP)


MONEY: list[tuple[str, list[str | None]]] = [
    ("De gemeente stelt € 75.000 beschikbaar voor buurtsportcoaches.", ["gemeente-merendaal"]),
    ("De gemeentelijke bijdrage bedraagt € 42.000.", ["gemeente-merendaal"]),
    ("Woonrijk ontvangt een gemeentelijke subsidie van € 9.000.", ["gemeente-merendaal"]),
    ("De gemeente zoekt een pand. Zij trekt daarvoor € 1,5 miljoen uit.", ["gemeente-merendaal"]),
    ("De gemeente geeft advies. Hiervoor is € 30.000 begroot.", ["gemeente-merendaal"]),
    ("De gemeente vergoedt 45% van de keukens.", ["gemeente-merendaal"]),
    ("De gemeente betaalt de helft van de schutting.", ["gemeente-merendaal"]),
    (
        "De proef kost € 25.000: € 15.000 van de gemeente en € 10.000 van Veste.",
        [None, "gemeente-merendaal", "veste"],
    ),
    (
        "De kosten zijn verdeeld (Veste: € 4.000, gemeente: € 6.000).",
        ["veste", "gemeente-merendaal"],
    ),
    ("De gemeente en de corporaties betalen samen € 20.000.", [None]),
    ("De corporaties dragen € 20.000 bij.", [None]),
    ("De gemeente verkoopt de grond voor € 310 per m2.", [None]),
    ("De gemeente streeft naar 30% sociale huur.", [None]),
    ("In dat jaar had de gemeente 900 woningen nodig.", [None]),
]


@pytest.mark.parametrize(("text", "owners"), MONEY)
def test_money_has_an_owner(text: str, owners: list[str | None]) -> None:
    """What "de gemeente" pays is the municipality's; its norms are nobody's alone."""
    assert [t.party_id for t in _targets(text)] == owners


def test_two_municipalities() -> None:
    """Where two municipalities sign, "de gemeente" is neither."""
    found = _targets("De gemeente betaalt € 5.000.", parties=(*PARTIES, OEVERLAND))
    assert [t.party_id for t in found] == [None]


OWNERS: list[tuple[str, Role, list[str | None]]] = [
    ("Dit zijn circa 40 woningen van Woonrijk en 25 woningen van Veste.", NOBODY,
     ["woonrijk", "veste"]),
    ("Woonrijk sloopt in totaal 12 woningen.", NOBODY, ["woonrijk"]),
    ("Woonrijk bouwt 8 woningen en Veste 4 woningen, in totaal 12 woningen.", NOBODY,
     ["woonrijk", "veste", None]),
    ("Veste denkt mee. Eens per kwartaal is er overleg.", NOBODY, [None]),
    ("Veste regelt de jaarlijkse schouw.", NOBODY, [None]),
    ("Veste belt de huurder. Zij doet dat eens per kwartaal.", NOBODY, ["veste"]),
    ("Veste isoleert 90 woningen. In 6 complexen wordt samen met de schilder gewerkt.", NOBODY,
     ["veste", "veste"]),
    ("De gemeente opent een loket. De coaches bezoeken 60 huishoudens.", GEMEENTE, [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trekker", "owners"), OWNERS)
def test_owner(text: str, trekker: Role, owners: list[str | None]) -> None:
    """A number goes on with the party before it only as far as the text does."""
    assert [t.party_id for t in _targets(text, trekker)] == owners


COUNTED: list[tuple[str, list[tuple[str, float, str, str]]]] = [
    (
        "Wij bouwen 60 huurwoningen. Daarvan zijn er minimaal 20 bestemd voor senioren.",
        [("60 huurwoningen", 60, "woningen", "exact"), ("minimaal 20", 20, "woningen", "min")],
    ),
    (
        "Wij leggen 12 standplaatsen aan. In 2026 zijn dat er 5.",
        [("12 standplaatsen", 12, "standplaatsen", "exact"), ("5", 5, "standplaatsen", "exact")],
    ),
    ("Het aantal huurwoningen neemt toe met 75.", [("75", 75, "woningen", "exact")]),
    (
        "Zij leveren deze aantallen op: Woonrijk: Hof 32 en Dorpsplein 20 Veste: Torenhof 16.",
        [
            ("32", 32, "woningen", "exact"),
            ("20", 20, "woningen", "exact"),
            ("16", 16, "woningen", "exact"),
        ],
    ),
    (
        "Zij bouwen woningen in de volgende aantallen: Oosterwijk 14, Parkzicht 9.",
        [("14", 14, "woningen", "exact"), ("9", 9, "woningen", "exact")],
    ),
    ("Vier Hoven sloopt 3 complexen.", [("3 complexen", 3, "complexen", "exact")]),
    ("In overleg met Vier Hoven doen wij dat.", []),
    ("Het overleg komt per kwartaal bijeen.", [("per kwartaal", 4, "keer_per_jaar", "exact")]),
    ("De huurder betaalt € 12 per week.", [("€ 12", 12, "EUR", "exact")]),
    (
        "De coach komt twee ochtenden per week.",
        [("twee ochtenden", 2, "overig:ochtenden", "exact")],
    ),
    (
        "Hiervoor is jaarlijks € 8.000,- beschikbaar.",
        [
            ("jaarlijks", 1, "keer_per_jaar", "exact"),
            ("€ 8.000,-", 8000, "EUR", "exact"),
        ],
    ),
    (
        "Er komt een vaste conciërge die drie ochtenden aanwezig is.",
        [("drie ochtenden", 3, "overig:ochtenden", "exact")],
    ),
    ("Afwijken mag met 2 procentpunt.", [("2 procentpunt", 2, "overig:procentpunt", "exact")]),
    ("De huur daalt gemiddeld met 1,5%.", [("gemiddeld met 1,5%", 1.5, "%", "ca")]),
    (
        "Wij kopen panden tot een bedrag van € 300.000.",
        [("tot een bedrag van € 300.000", 300000, "EUR", "max")],
    ),
    ("Wij verbouwen de kerk tot 18 woningen.", [("18 woningen", 18, "woningen", "exact")]),
    (
        "Er gelden twee ondergrenzen: 20% is goedkoop.",
        [("twee ondergrenzen", 2, "overig:ondergrenzen", "exact"), ("20%", 20, "%", "min")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counted(text: str, expected: list[tuple[str, float, str, str]]) -> None:
    """Numbers without a noun of their own count what was named before; names count nothing."""
    assert [(t.raw, t.value, t.unit, t.qualifier) for t in _targets(text)] == expected


ROLES = [
    ("Bij drie maanden volgt een huisbezoek.", "condition"),
    ("Huurders met een huurachterstand van minder dan twee maanden krijgen uitstel.", "condition"),
    ("Gezinnen tot een inkomen van € 41.000 komen in aanmerking.", "condition"),
    ("Wij kiezen uit zes mogelijke plekken.", "context"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_role(text: str, role: str) -> None:
    """Arrears and incomes switch a rule on; a choice is made from what is there."""
    assert [t.role for t in _targets(text)] == [role]


def test_payment_behind_a_condition() -> None:
    """What somebody reserves for people with a low income is no threshold."""
    text = "De gemeente helpt gezinnen met een inkomen tot 120% en reserveert hiervoor € 50.000."
    assert [(t.raw, t.role, t.party_id) for t in _targets(text)] == [
        ("tot 120%", "target", None),
        ("€ 50.000", "target", "gemeente-merendaal"),
    ]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Veste: Brinkhof – 8 woningen en Zuiderpark – 12 woningen.", ["veste", "veste"]),
        ("Woonrijk voegt in de wijken Esrand en Brinkhof 50 woningen toe.", ["woonrijk"]),
    ],
)
def test_name_of_which_nothing_is_known_owns_nothing(text: str, owners: list[str | None]) -> None:
    """It may be a project or a quarter that was taken for an organisation."""
    names = ("Brinkhof", "Zuiderpark", "Esrand")
    unknown = tuple(
        Party(name.lower(), name, "overig", (name,), False, Match("new", 100.0)) for name in names
    )
    found = _targets(text, parties=(*PARTIES, *unknown))
    assert [t.party_id for t in found] == owners
