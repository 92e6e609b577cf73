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
CENTURY = 2000
"""Of years with two digits: "12-12-24", "'26"."""


@dataclass(frozen=True, slots=True)
class Period:
    """`text[start:end]` names the days from `first` up to and including `last`."""

    start: int
    end: int
    first: date
    last: date
    kind: str
    """day, week, month, quarter, season or year."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """A printed period that may still lack its year; months above 12 lie in the next year.

    Of weeks, `first_month` and `last_month` are their numbers.
    """

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
    if shape.kind == "week":
        return _week_period(shape, year)
    last_year, last_month = year + (shape.last_month - 1) // 12, (shape.last_month - 1) % 12 + 1
    month_days = monthrange(last_year, last_month)[1]
    if shape.day is not None and not 1 <= shape.day <= month_days:
        return None
    first = date(year, shape.first_month, shape.day or 1)
    last = date(last_year, last_month, shape.day or month_days)
    return Period(shape.start, shape.end, first, last, shape.kind)


def _week_period(shape: _Shape, year: int) -> Period | None:
    """The days of ISO weeks; None where the year has no such week."""
    try:
        first = date.fromisocalendar(year, shape.first_month, 1)
        last = date.fromisocalendar(year, shape.last_month, 7)
    except ValueError:
        return None
    return Period(shape.start, shape.end, first, last, shape.kind)


def _shape(match: re.Match[str]) -> _Shape:
    """What one match says; its named groups tell the kind."""
    part = match.groupdict()
    year_text = next((part[k] for k in part if k.startswith("year") and part[k]), None)
    year = _year(year_text) if year_text else None

    def shape(kind: str, first: int, last: int, day: int | None = None) -> _Shape:
        return _Shape(match.start(), match.end(), kind, year, first, last, day)

    if part["month_number"]:
        month = int(part["month_number"])
        return shape("day", month, month, int(part["day_number"]))
    if part["day"]:
        month = _months()[part["day_month"].casefold()]
        return shape("day", month, month, int(part["day"]))
    if part["week"]:
        return shape("week", int(part["week"]), int(part["week_last"] or part["week"]))
    if quarter := next((part[k] for k in part if k.startswith("quarter_") and part[k]), None):
        other = part["to_quarter_a"] or part["to_quarter_b"] or quarter
        low, high = sorted((_quarter(quarter), _quarter(other)))
        return shape("quarter", 3 * low - 2, 3 * high)
    if part["season_month"]:
        month = _months()[part["season_month"].casefold()]
        return shape("month", month, month)
    if part["season"]:
        first, last = _seasons()[" ".join(part["season"].casefold().split())]
        return shape("season", first, last)
    if part["month"]:
        month = _months()[part["month"].casefold()]
        return shape("month", month, month)
    more = max(0, _year(part["short_year"]) - (year or 0)) if part["short_year"] else 0
    return shape("year", 1, 12 * (1 + more))


def _year(digits: str) -> int:
    """The year of "2026", "26" or "'26"."""
    bare = digits.lstrip("'’")
    return int(bare) if len(bare) > len("26") else CENTURY + int(bare)


def _quarter(words: str) -> int:
    return ORDINALS.get(words.casefold()) or int(words[0])


@cache
def _pattern() -> re.Pattern[str]:
    """All kinds of period, the more exact kind first."""
    month, season = _words(_months()), _words(_seasons())
    of_year = r"(?:\s+(?:van\s+)?(?:het\s+jaar\s+)?|\s*[(]\s*|\s*,\s*)"
    any_year = rf"(?:{YEAR}|['’]\d\d)"
    tail = {k: rf"(?:{of_year}(?P<year_{k}>{any_year})(?!\d))?" for k in "abcdfh"}
    ordinal = rf"(?:[1-4](?=e|ste|de)|{'|'.join(ORDINALS)})"
    to = r"\s*(?:en|of|t/m|tot|[-–/,&])\s*"
    part = r"(?:(?:begin|medio|eind(?:e)?)\s+)?"
    kinds = (
        # 12-12-2024, 1/4/2025, 24.11.2021
        rf"(?P<day_number>\d{{1,2}})[-/.](?P<month_number>0?[1-9]|1[0-2])[-/.](?P<year_n>{YEAR}|\d\d)(?!\d)",
        # 1 april 2025, 15 dec.
        rf"(?P<day>\d{{1,2}})(?:e|ste|de)?\s+(?P<day_month>{month})\b\.?{tail['a']}",
        # 2025 Q1, 2025-Q1, 2025 (Q1)
        rf"(?P<year_q>{YEAR})[\s/,(-]*[QK](?P<quarter_b>[1-4])(?!\w)(?!\s*{YEAR})",
        # Q1 2024, K2, eind kwartaal 3 van 2025, kwartaal 1 en 2 2026
        (
            rf"{part}(?:[QK]|kwartaal\s+)(?P<quarter_c>[1-4])"
            rf"(?:{to}(?P<to_quarter_a>[1-4])(?![\w.])(?!\s+{month}))?(?!\w){tail['b']}"
        ),
        # 1e kwartaal 2025, derde kwartaal, 1e en 2e kwartaal
        (
            rf"{part}(?P<quarter_d>{ordinal})(?:e|ste|de)?(?:{to}(?:het\s+)?(?P<to_quarter_b>{ordinal})"
            rf"(?:e|ste|de)?)?\s+(?:kwartaal|kwartalen|kw\.?)(?!\w){tail['c']}"
        ),
        # week 12 2026, week 12 t/m 14
        (
            rf"(?:week|wk\.?)\s+(?P<week>\d{{1,2}})(?:{to}(?:week\s+)?(?P<week_last>\d{{1,2}}))?(?!\w)"
            rf"{tail['h']}"
        ),
        # eind maart 2025
        rf"(?:begin|medio|half|eind(?:e)?)\s+(?P<season_month>{month})\b\.?{tail['d']}",
        # medio 2025, voorjaar 2027, tweede helft van 2026
        rf"(?P<season>{season})\b(?:\s+(?:van\s+)?(?P<year_e>{YEAR})(?!\d))?",
        # Januari 2025, Maart
        rf"(?P<month>{month})\b\.?{tail['f']}",
        # 2025, 2025-'28
        rf"(?P<year_g>{YEAR})(?!\d)(?:\s*[-–/]\s*['’]?(?P<short_year>\d\d)(?![\d/.-]))?",
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
