"""Periods of the calendar as Dutch agreements print them: days, months, quarters, seasons."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from prestatie_extract.notation import YEAR
from prestatie_extract.vocabulary import load_rows

ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
"""The written quarters: "derde kwartaal"."""


@dataclass(frozen=True, slots=True)
class Period:
    """`text[start:end]` names the days from `first` up to and including `last`."""

    start: int
    end: int
    first: date
    last: date
    kind: str
    """day, month, quarter, season or year."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """A printed period that may still lack its year; months above 12 lie in the next year."""

    start: int
    end: int
    kind: str
    year: int | None
    first_month: int
    last_month: int
    day: int | None = None


def find_periods(text: str, year: int | None = None) -> list[Period]:
    """Every period that `text` names, in reading order.

    A period without a year takes that of the next one that has one ("Q1 en Q2 2025"), else of the
    one before, else `year`; without any it is left out, as is a day that does not exist.
    """
    shapes = [_shape(match) for match in _pattern().finditer(text)]
    periods = (_period(shape, _year_for(i, shapes, year)) for i, shape in enumerate(shapes))
    return [period for period in periods if period is not None]


def find_days(text: str) -> list[Period]:
    """The full dates in `text` ("12 december 2024", "12-12-2024"), in reading order."""
    shapes = [_shape(match) for match in _pattern().finditer(text)]
    periods = (_period(s, s.year) for s in shapes if s.kind == "day")
    return [period for period in periods if period is not None]


def _year_for(index: int, shapes: list[_Shape], default: int | None) -> int | None:
    later = (s.year for s in shapes[index:] if s.year is not None)
    earlier = (s.year for s in reversed(shapes[:index]) if s.year is not None)
    found = next(later, None)
    return found if found is not None else next(earlier, default)


def _period(shape: _Shape, year: int | None) -> Period | None:
    if year is None:
        return None
    last_year, last_month = year + (shape.last_month - 1) // 12, (shape.last_month - 1) % 12 + 1
    month_days = monthrange(last_year, last_month)[1]
    if shape.day is not None and not 1 <= shape.day <= month_days:
        return None
    first = date(year, shape.first_month, shape.day or 1)
    last = date(last_year, last_month, shape.day or month_days)
    return Period(shape.start, shape.end, first, last, shape.kind)


def _shape(match: re.Match[str]) -> _Shape:
    """What one match says; its named groups tell the kind."""
    part = match.groupdict()
    year_text = next((part[k] for k in part if k.startswith("year") and part[k]), None)
    year = int(year_text) if year_text else None

    def shape(kind: str, first: int, last: int, day: int | None = None) -> _Shape:
        return _Shape(match.start(), match.end(), kind, year, first, last, day)

    if part["month_number"]:
        month = int(part["month_number"])
        return shape("day", month, month, int(part["day_number"]))
    if part["day"]:
        month = _months()[part["day_month"].casefold()]
        return shape("day", month, month, int(part["day"]))
    if quarter := part["quarter"] or part["quarter_after"] or part["quarter_year_first"]:
        number = ORDINALS.get(quarter.casefold()) or int(quarter[0])
        return shape("quarter", 3 * number - 2, 3 * number)
    if part["season_month"]:
        month = _months()[part["season_month"].casefold()]
        return shape("month", month, month)
    if part["season"]:
        first, last = _seasons()[" ".join(part["season"].casefold().split())]
        return shape("season", first, last)
    if part["month"]:
        month = _months()[part["month"].casefold()]
        return shape("month", month, month)
    return shape("year", 1, 12)


@cache
def _pattern() -> re.Pattern[str]:
    """All kinds of period, the more exact kind first."""
    month, season = _words(_months()), _words(_seasons())
    of_year = r"(?:\s+(?:van\s+)?(?:het\s+jaar\s+)?|\s*[(]\s*|\s*,\s*)"
    tail = {k: rf"(?:{of_year}(?P<year_{k}>{YEAR})(?!\d))?" for k in "abcdf"}
    ordinal = "|".join(ORDINALS)
    kinds = (
        # 12-12-2024, 1/4/2025, 24.11.2021
        rf"(?P<day_number>\d{{1,2}})[-/.](?P<month_number>0?[1-9]|1[0-2])[-/.](?P<year_n>{YEAR})(?!\d)",
        # 1 april 2025, 15 dec.
        rf"(?P<day>\d{{1,2}})(?:e|ste|de)?\s+(?P<day_month>{month})\b\.?{tail['a']}",
        # 2025 Q1, 2025-Q1
        rf"(?P<year_q>{YEAR})[\s/-]*[QK](?P<quarter_year_first>[1-4])(?!\w)",
        # Q1 2024, K2, kwartaal 3 van 2025
        rf"(?:[QK]|kwartaal\s+)(?P<quarter>[1-4])(?!\w){tail['b']}",
        # 1e kwartaal 2025, derde kwartaal
        rf"(?P<quarter_after>[1-4](?=e|ste|de)|{ordinal})(?:e|ste|de)?\s+kwartaal\b{tail['c']}",
        # eind maart 2025
        rf"(?:begin|medio|eind(?:e)?)\s+(?P<season_month>{month})\b\.?{tail['d']}",
        # medio 2025, voorjaar 2027, tweede helft van 2026
        rf"(?P<season>{season})\b(?:\s+(?:van\s+)?(?P<year_e>{YEAR})(?!\d))?",
        # Januari 2025, Maart
        rf"(?P<month>{month})\b\.?{tail['f']}",
        # 2025
        rf"(?P<year_g>{YEAR})(?!\d)",
    )
    return re.compile(rf"(?<![\w€])(?:{'|'.join(kinds)})", re.IGNORECASE)


def _words(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@cache
def _months() -> dict[str, int]:
    return {row["word"]: int(row["month"]) for row in load_rows("months")}


@cache
def _seasons() -> dict[str, tuple[int, int]]:
    return {row["word"]: (int(row["from"]), int(row["to"])) for row in load_rows("seasons")}
