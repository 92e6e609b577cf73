"""Texts and names in the form in which two of them count as the same.

The rules are those of the scoring script that the project is measured with; docs/evaluate.md tells
them. What folds differently there changes figures.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from prestatie_extract.evaluate.content import Party

PLAIN = str.maketrans({"\u00ad": None, "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
BULLETS = "•▪◦·o-"
BULLET = re.compile(rf"(?:^|\s)[{re.escape(BULLETS)}]\s+(?=\S)", re.MULTILINE)
"""A mark that opens an item, as a converter may leave it: "• tekst", "o tekst"."""
SPACE = re.compile(r"\s+")
ARTICLE = "(?:de|het) "
LEGAL_FORMS = (
    "stichting", "woningcorporatie", "woningstichting", "corporatie", "gemeente", "vereniging",
    "wbc", "ws",
)  # fmt: skip
LEGAL_FORM = re.compile(rf"(?:{ARTICLE})?(?:{'|'.join(LEGAL_FORMS)}) ")
"""What may stand in front of a name without being a part of it; as often as it stands there."""
NO_NAME = re.compile(r"[^\w&]+")
UNITS = frozenset(
    ("woningen", "%", "eur", "keer_per_jaar", "jaar", "standplaatsen", "plekken", "bijeenkomsten",
     "projecten", "complexen")
)  # fmt: skip
OTHER_UNIT = "overig"
NO_DIGIT = re.compile(r"\D+")


def fold(text: str) -> str:
    """The text with plain quotes and dashes, one space between words and no bullets."""
    plain = unicodedata.normalize("NFKC", text).translate(PLAIN)
    return SPACE.sub(" ", BULLET.sub(" ", plain)).strip()


def squash(text: str) -> str:
    """The folded text without case and spaces: a space lost at a line end is nothing."""
    return fold(text).casefold().replace(" ", "")


def similarity(one: str, other: str) -> float:
    """How alike two texts are after squashing, 0 to 1."""
    return squashed_similarity(squash(one), squash(other))


def squashed_similarity(one: str, other: str) -> float:
    """The same for texts that are squashed already."""
    return 1.0 if one == other else Levenshtein.normalized_similarity(one, other)


def fold_number(number: str) -> str:
    """A printed number without the closing dot: "Bij 4." -> "bij 4"."""
    return SPACE.sub(" ", number.strip().rstrip(".").casefold())


def fold_name(name: str) -> str:
    """An organisation without article and legal form: "Stichting De Haven" -> "haven"."""
    rest = fold(name).casefold().strip(" .,'\"")
    while match := LEGAL_FORM.match(rest):
        rest = rest[match.end() :]
    return NO_NAME.sub(" ", re.sub(rf"^{ARTICLE}", "", rest)).strip()


def fold_unit(unit: str) -> str:
    """A unit of the contract, or "overig" for all others."""
    folded = unit.casefold()
    return folded if folded in UNITS else OTHER_UNIT


def fold_period(period: str) -> str:
    """The years and other figures of a period: "t/m 2030" and "2030" are the same."""
    return NO_DIGIT.sub(" ", period).strip()


class Naming:
    """The names of one document, by the aliases that its annotation gives."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self._names: dict[str, str] = {}
        for party in parties:
            for name in (party.name, *party.aliases):
                self._names[fold_name(name)] = fold_name(party.name)

    def __call__(self, name: str) -> str:
        """The folded name of the party that is called so; else the name itself, folded."""
        folded = fold_name(name)
        return self._names.get(folded, folded)

    def all(self, names: Iterable[str]) -> set[str]:
        """The same for several names."""
        return {self(name) for name in names}
