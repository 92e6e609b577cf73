"""Five hand-made pairs: a dozen agreements of an invented town, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.diff.builders import Chapters

BUILD = "De corporaties bouwen in de periode van deze afspraken maximaal 180 sociale huurwoningen."
SALE = "Verkoop van sociale huurwoningen gebeurt alleen na overleg met de huurdersorganisatie."
MONITOR = (
    "De gemeente houdt een monitor van de woningbouwplannen bij en deelt die met alle partijen."
)
PLOTS = "De gemeente reserveert bij elk plan boven 40 woningen grond voor sociale huur."
RENT = "De huurverhoging blijft gemiddeld onder de inflatie van het jaar daarvoor."
ARREARS = (
    "Bij een betalingsachterstand neemt Het Anker binnen twee weken contact op met de huurder."
)
POOR = "De gemeente wijst huurders met een laag inkomen actief op de individuele toeslagen."
ASSIGN = "Woonstede wijst minimaal 85% van de vrije woningen toe aan de doelgroep."
LABELS = "Woningen met een slecht energielabel krijgen voorrang bij het groot onderhoud."
SOLAR = "Het Anker legt zonnepanelen op alle daken die daarvoor geschikt zijn."
HEAT = "Partijen werken samen een plan uit voor een warmtenet in de wijk De Hoven."
TREES = "Bij groot onderhoud vervangt de corporatie bestrating door groen waar huurders dat willen."

OLD: Chapters = {
    "1|Beschikbaarheid": [("1.1", BUILD), ("1.2", SALE), ("1.3", MONITOR), ("1.4", PLOTS)],
    "2|Betaalbaarheid": [("2.1", RENT), ("2.2", ARREARS), ("2.3", POOR), ("2.4", ASSIGN)],
    "3|Duurzaamheid": [("3.1", LABELS), ("3.2", SOLAR), ("3.3", HEAT), ("3.4", TREES)],
}
BUILD_REWORDED = (
    "In de periode van deze afspraken realiseren de corporaties maximaal 180 sociale huurwoningen."
)
SALE_REWORDED = (
    "Sociale huurwoningen worden alleen verkocht nadat met de huurdersorganisatie is overlegd."
)
ARREARS_REWORDED = (
    "Het Anker belt of bezoekt huurders met een betalingsachterstand binnen twee weken."
)
TURNOUT = "Nieuwe huurders krijgen bij de sleutel een gesprek over wonen in hun wijk."
NEIGHBOURS = "Buurtbemiddeling staat open voor huurders en kopers in heel Merendaal."


@dataclass(frozen=True, slots=True)
class Example:
    """Two versions and what a careful reader says of them."""

    new: Chapters
    expected: tuple[str, ...]
    """All that is not the same, in reading order."""
    same: int


RENUMBERED_CHAPTER = Example(
    {
        "1|Beschikbaarheid": OLD["1|Beschikbaarheid"],
        "2|Leefbaarheid": [("2.1", TURNOUT), ("2.2", NEIGHBOURS)],
        "3|Betaalbaarheid": [("3.1", RENT), ("3.2", ARREARS), ("3.3", POOR), ("3.4", ASSIGN)],
        "4|Duurzaamheid": [("4.1", LABELS), ("4.2", SOLAR), ("4.3", HEAT), ("4.4", TREES)],
    },
    (
        "2.1 new", "2.2 new",
        "2.1 → 3.1 moved", "2.2 → 3.2 moved", "2.3 → 3.3 moved", "2.4 → 3.4 moved",
        "3.1 → 4.1 moved", "3.2 → 4.2 moved", "3.3 → 4.3 moved", "3.4 → 4.4 moved",
    ),
    same=4,
)  # fmt: skip

CHANGED_NUMBER = Example(
    {
        "1|Beschikbaarheid": [
            ("1.1", BUILD.replace("180", "150")), ("1.2", SALE), ("1.3", MONITOR),
            ("1.4", PLOTS.replace("40", "25")),
        ],
        "2|Betaalbaarheid": [
            ("2.1", RENT), ("2.2", ARREARS), ("2.3", POOR),
            ("2.4", ASSIGN.replace("minimaal 85%", "80%")),
        ],
        "3|Duurzaamheid": OLD["3|Duurzaamheid"],
    },
    ("1.1 changed", "1.4 changed", "2.4 changed"),
    same=9,
)  # fmt: skip

DROPPED_AND_NEW = Example(
    {
        "1|Beschikbaarheid": [("1.1", BUILD), ("1.2", MONITOR), ("1.3", PLOTS)],
        "2|Betaalbaarheid": [
            ("2.1", RENT), ("2.2", NEIGHBOURS), ("2.3", POOR), ("2.4", ASSIGN),
        ],
        "3|Duurzaamheid": [
            ("3.1", LABELS), ("3.2", SOLAR), ("3.3", HEAT), ("3.4", TREES), ("3.5", TURNOUT),
        ],
    },
    (
        "1.2 dropped", "1.3 → 1.2 moved", "1.4 → 1.3 moved",
        "2.2 dropped", "2.2 new", "3.5 new",
    ),
    same=8,
)  # fmt: skip

MOVED_SECTION = Example(
    {
        "1|Beschikbaarheid": [("1.1", BUILD), ("1.2", SALE), ("1.3", MONITOR), ("1.4", PLOTS),
                              ("1.5", ASSIGN)],
        "2|Betaalbaarheid": [("2.1", RENT), ("2.2", ARREARS), ("2.3", POOR)],
        "3|Duurzaamheid": [("3.1", LABELS), ("3.2", SOLAR), ("3.3", HEAT)],
        "4|Leefbaarheid": [("4.1", TREES.replace("groen", "bomen en groen"))],
    },
    ("2.4 → 1.5 moved", "3.4 → 4.1 changed and moved"),
    same=10,
)  # fmt: skip

REWORDED = Example(
    {
        "1|Beschikbaarheid": [
            ("1.1", BUILD_REWORDED),
            ("1.2", SALE_REWORDED),
            ("1.3", MONITOR.replace("alle partijen", "alle partijen, de provincie incluis")),
            ("1.4", PLOTS),
        ],
        "2|Betaalbaarheid": [
            ("2.1", RENT.replace("van het jaar daarvoor", "van het voorgaande jaar")),
            ("2.2", ARREARS_REWORDED),
            ("2.3", POOR), ("2.4", ASSIGN),
        ],
        "3|Duurzaamheid": [
            ("3.1", LABELS), ("3.2", SOLAR),
            ("3.3", HEAT.replace("werken samen een plan uit", "maken een uitvoeringsplan")),
            ("3.4", TREES),
        ],
    },
    ("1.1 changed", "1.2 changed", "1.3 changed", "2.1 changed", "2.2 changed", "3.3 changed"),
    same=6,
)  # fmt: skip

EXAMPLES = {
    "renumbered_chapter": RENUMBERED_CHAPTER,
    "changed_number": CHANGED_NUMBER,
    "dropped_and_new": DROPPED_AND_NEW,
    "moved_section": MOVED_SECTION,
    "reworded": REWORDED,
}
