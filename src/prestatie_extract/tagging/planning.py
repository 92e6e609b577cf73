"""When an agreement is carried out: its planning cell as printed and as ISO dates."""

from __future__ import annotations

import re
from datetime import timedelta

from prestatie_extract.document import Agreement, Planning
from prestatie_extract.notation import YEAR
from prestatie_extract.tagging.dates import Period, find_periods

BRACKETS = re.compile(r"\([^()]*\)")
"""An aside: "2025 - 2028 (uitbreiding: 2028 t/m 2032)"; a year alone in brackets is none."""
ONLY_PERIOD = re.compile(rf"\(\s*(?:{YEAR}|[QK][1-4])\s*\)", re.IGNORECASE)
"""Januari - Juni (2027), 2026 (Q2)"""

BEFORE_EXCLUSIVE = re.compile(
    r"\b(?:v[oó][oó]r|tot)\s+(?:de\s+|het\s+|uiterlijk\s+)?$", re.IGNORECASE
)
"""vóór 1 april 2025, tot 1 juli 2026: the day itself does not count."""
BEFORE_INCLUSIVE = re.compile(
    r"(?:\bt/m|\btm|\btot\s+en\s+met|\btot\s+aan|\buiterlijk|\bdeadline:?|\bniet\s+later\s+dan|"
    r"\bv[oó][oó]r\s+het)\s+(?:in\s+|op\s+|per\s+|de\s+|het\s+)?$",
    re.IGNORECASE,
)
"""uiterlijk 15 december 2025, t/m 2028; "voor het eind(e) van 2026" is its last day."""
SINCE = re.compile(
    r"\b(?:vanaf|van\s+af|sinds|per|met\s+ingang\s+van|start(?:end)?(?:\s+in)?|ingaande)\s+"
    r"(?:het\s+|de\s+)?(?:jaar\s+)?$",
    re.IGNORECASE,
)
"""Vanaf 2025, per 1 januari 2026: no end is printed."""
AFTER = re.compile(r"\bna\s+(?:de\s+|het\s+)?$", re.IGNORECASE)
"""na 2026: from the day after it."""
ONWARDS = re.compile(
    r"^\s*,?\s*(?:en\s+(?:verder|daarna|volgende|later)|e\.?\s?v\.?\b|en\s+volgende\s+jaren|"
    r"e\.v\.|→|>|\.{3}|…)",
    re.IGNORECASE,
)
"""2025 en verder, 2026 e.v."""
FOR_THE_YEAR = re.compile(r"^\s*:")
"""voor 2025: 12 woningen, where "voor" does not mean before."""
FOR_OR_BEFORE = re.compile(r"^[^óà]*\bvoor\s+(?:het\s+)?$", re.IGNORECASE)
"""Voor 2027: without an accent it may mean both, before a year."""
DONE = re.compile(
    r"\b(?:gereed|klaar|af|afgerond|opgeleverd|oplevering|uitgevoerd|vastgesteld|gerealiseerd|start)\b",
    re.IGNORECASE,
)
"""Gereed voor 2027: before it."""
LOOK_BACK_CHARS = 24  # longest word group above, "met ingang van het jaar "


def tag_planning(agreement: Agreement) -> Planning:
    """The planning cell with the first and last day it stands for, None where it tells none.

    "Doorlopend" and "Jaarlijks" have neither, "2025 en verder" no end, "uiterlijk eind 2026" no
    start. A quarter or month without a year takes that of the agreement's horizon, if it is one.
    """
    if agreement.planning is None or not agreement.planning.text:
        return Planning(None, None, None)
    raw = agreement.planning.text
    start, end = _parse_span(raw, _single_year(agreement.horizon))
    return Planning(raw, start, end)


def _single_year(horizon: str | None) -> int | None:
    years = re.findall(YEAR, horizon or "")
    return int(years[0]) if len(years) == 1 else None


def _parse_span(raw: str, year: int | None) -> tuple[str | None, str | None]:
    """ISO dates of the first and last day, from the words outside brackets if those tell any."""
    text = BRACKETS.sub(lambda m: m[0] if ONLY_PERIOD.fullmatch(m[0]) else " " * len(m[0]), raw)
    periods = find_periods(text, year)
    if not periods:
        text, periods = raw, find_periods(raw, year)
    starts, ends, is_open = [], [], False
    for period in _in_order(periods):
        first, last = _bounds(period, text)
        starts += [first] if first else []
        ends += [last] if last else []
        is_open = is_open or ONWARDS.match(text[period.end :]) is not None
    return min(starts, default=None), None if is_open else max(ends, default=None)


def _in_order(periods: list[Period]) -> list[Period]:
    """The periods, the first moved back a year where it lies behind its successor.

    "December - Februari 2026" starts in December 2025.
    """
    if len(periods) == 2 and periods[0].first > periods[1].last:
        first, second = periods
        if first.first.year == second.first.year and first.kind == second.kind == "month":
            year = first.first.year - 1
            moved = Period(
                first.start,
                first.end,
                first.first.replace(year=year),
                first.last.replace(year=year, day=min(first.last.day, 28)),
                first.kind,
            )
            return [moved, second]
    return periods


def _bounds(period: Period, text: str) -> tuple[str | None, str | None]:
    """The ISO dates a period gives under the words around it."""
    before, after = text[: period.start][-LOOK_BACK_CHARS:], text[period.end :]
    first, last = period.first.isoformat(), period.last.isoformat()
    if period.kind == "year" and FOR_OR_BEFORE.search(before) and not DONE.search(before):
        return (first, last) if FOR_THE_YEAR.match(after) else (None, None)
    if BEFORE_INCLUSIVE.search(before):
        return None, last
    if BEFORE_EXCLUSIVE.search(before) and not FOR_THE_YEAR.match(after):
        if text[period.start : period.end].casefold().startswith(("eind", "ultimo")):
            return None, last
        return None, (period.first - timedelta(days=1)).isoformat()
    if SINCE.search(before):
        return first, None
    if AFTER.search(before):
        return (period.last + timedelta(days=1)).isoformat(), None
    if ONWARDS.match(after):
        return first, None
    return first, last
