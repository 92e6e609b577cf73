"""What makes two targets be about the same: unit, subject, party and years."""

from __future__ import annotations

import re
from dataclasses import dataclass

LINK_WORDS = frozenset(
    ("de", "het", "een", "van", "voor", "in", "op", "aan", "en", "of", "te", "per", "bij", "met")
)
"""Words of a subject that tell nothing when two are compared."""
ADDITIVE_UNITS = frozenset(
    ("woningen", "EUR", "standplaatsen", "plekken", "bijeenkomsten", "projecten", "complexen")
)
"""Units whose values may be added: shares, frequencies and durations may not."""
OTHER_UNIT = "overig:"
NOT_COUNTED = frozenset(("maanden", "weken", "dagen", "uur", "uren", "jaren", "punten", "graden"))
"""Other units that measure, and do not count."""

YEARS = re.compile(
    r"(?P<until>t/m\s+|tot\s+en\s+met\s+|tot\s+|uiterlijk\s+|eind\s+|voor\s+)?"
    r"(?P<first>(?:19|20)\d\d)(?:\s*[-–/]\s*(?P<last>(?:19|20)\d\d))?"
)
"""2026, 2022-2030, t/m 2028, eind 2027"""
RATE = re.compile(
    r"\b(?:per|elke?|iedere?)\s+(?:jaar|kwartaal|maand|week)\b"
    r"|\b(?:half)?jaarlijkse?\b|\bmaandelijkse?\b",
    re.IGNORECASE,
)
WORD = re.compile(r"\w+|[<>≤≥]")
""">5 jr and <5 jr are two subjects."""


@dataclass(frozen=True, slots=True)
class Years:
    """A stretch of years; `first` is None where only the end is told."""

    first: int | None
    last: int

    def is_within(self, other: Years) -> bool:
        """Whether it is a part of `other`, and a shorter one."""
        starts = other.first is None or self.first is None or self.first >= other.first
        ends_before = self.last < other.last
        starts_later = self.first is not None and (other.first is None or self.first > other.first)
        return starts and self.last <= other.last and (ends_before or starts_later)


def subject_words(subject: str | None) -> frozenset[str]:
    """The words that tell one subject from another; empty where there is none."""
    return frozenset(WORD.findall((subject or "").casefold())) - LINK_WORDS


def is_additive(unit: str) -> bool:
    """Whether values of this unit may be added."""
    if unit.startswith(OTHER_UNIT):
        return unit.removeprefix(OTHER_UNIT) not in NOT_COUNTED
    return unit in ADDITIVE_UNITS


def is_rate(period: str | None) -> bool:
    """Whether a number comes back every year or month, so that it is no part of a stock."""
    return RATE.search(period or "") is not None


def parse_years(period: str | None) -> Years | None:
    """The years of a period; None where it tells none, or something that is no stretch of years."""
    match = YEARS.fullmatch(period.strip()) if period else None
    if match is None:
        return None
    first = int(match["first"])
    if match["last"]:
        return Years(first, int(match["last"]))
    return Years(None if match["until"] else first, first)
