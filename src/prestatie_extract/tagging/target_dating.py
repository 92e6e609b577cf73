"""When a number without a year of its own holds: the years of its column and planning cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prestatie_extract.document import Agreement
from prestatie_extract.notation import YEAR
from prestatie_extract.tagging.target_numbers import EUROS, PERCENT
from prestatie_extract.tagging.target_periods import SPAN, years_of

COLUMN_YEAR = re.compile(rf"(?<!\d)({YEAR})(?!\d)")
ONLY_YEARS = re.compile(
    rf"\W*(?:(?:in|periode|jaar|de\s+jaren|de\s+periode)\s+)*(?P<years>{SPAN})\W*", re.IGNORECASE
)
"""2027, 2026-2028, periode 2026 t/m 2028. A day or "uiterlijk 2028" says when to be ready only."""
OWN_PART = re.compile(rf"\((?P<words>[^():]*[A-Z][^():]*?):?\s+(?P<years>{SPAN})\s*\)")
"""2025-2028 (Lindehof: 2028-2030): what is said of the Lindehof has years of its own."""
NAME = re.compile(r"(?<![\w-])[A-Z][\w-]+")
THESE_YEARS = re.compile(
    r"\bin\s+deze\s+(?:\w+\s+)?(?:jaren|periode|planperiode|jaarschijf)\b", re.IGNORECASE
)
"""In deze twee jaren: those of the column."""

CHANGE_BY = re.compile(r"\bmet\s+(?:[\w.]+\s+){0,2}$")
"""De huren stijgen met 3%: a change happens in the column's year, a share of 30% always holds."""
RATE_BEFORE = re.compile(r"\bper\s+[^\W\d_]+\s+(?:[\w.]+\s+){0,2}$", re.IGNORECASE)
RATE_BEHIND = re.compile(r"\s+per\s+[^\W\d_]+", re.IGNORECASE)
"""€ 1.500 per verhuizing."""
PAST = re.compile(
    r"\b(?:is|zijn|heeft|hebben|werd|werden|was|waren)\b[^;:]*?\b(?:\w*ge|be|ver|ont|her)\w+(?:d|t|en)\b",
    re.IGNORECASE,
)
"""In 2023 zijn 40 woningen gebouwd."""
PROMISE_YEARS = 1  # before the first year, in which an agreement may already promise something


@dataclass(frozen=True, slots=True)
class RowDates:
    """The years that hold for a text of an agreement where it tells none itself."""

    column: str | None = None
    """Of the header above it: 2026 for "Jaarafspraken 2026"."""
    planning: str | None = None
    """Of the planning cell beside it, where those are not the document's own."""
    part: tuple[str, str] | None = None
    """Words in the planning cell about a part of the row, and its years."""
    first_year: int | None = None
    """Before this year everything is history."""


def make_row_dates(
    agreement: Agreement, column: str | None, period: tuple[int | None, int | None]
) -> RowDates:
    """The years around a text.

    Args:
        agreement: whose row it is.
        column: words above the text: the horizon, the name of the context column.
        period: first and last year of the document.
    """
    planning = agreement.planning.text if agreement.planning else ""
    whole, part = ONLY_YEARS.fullmatch(planning), OWN_PART.search(planning)
    years = years_of(whole["years"]) if whole else None
    document = "-".join(str(year) for year in dict.fromkeys(period))
    headed = sorted(set(COLUMN_YEAR.findall(column or "")))
    first_years = [*map(int, headed), *(year for year in period[:1] if year)]
    return RowDates(
        column="-".join(headed) or None,
        planning=None if years == document else years,
        part=(part["words"], years_of(part["years"])) if part else None,
        first_year=min(first_years, default=None),
    )


def find_row_period(sentence: str, span: tuple[int, int], unit: str, dates: RowDates) -> str | None:
    """The period of a number that has none of its own, None where the row tells none either.

    Args:
        sentence: of the number.
        span: of the number with qualifier and noun.
        unit: of the number.
        dates: from `make_row_dates`.
    """
    if dates.part and any(name in sentence for name in NAME.findall(dates.part[0])):
        return dates.part[1]
    if dates.planning:
        return dates.planning
    is_one_year = dates.column is not None and "-" not in dates.column
    if not is_one_year:
        return dates.column if THESE_YEARS.search(sentence) else None
    return dates.column if _adds_up(sentence, span, unit) else None


def _adds_up(sentence: str, span: tuple[int, int], unit: str) -> bool:
    """Whether the number is a sum or change of its year, not a share or a rate that holds on."""
    start, end = span
    if unit == PERCENT:
        digits = re.compile(r"\d").search(sentence, start)
        return bool(CHANGE_BY.search(sentence[: digits.start() if digits else start]))
    is_rate = RATE_BEFORE.search(sentence[:start]) or RATE_BEHIND.match(sentence, end)
    return not (unit == EUROS and is_rate)


def is_history(sentence: str, period: str | None, first_year: int | None) -> bool:
    """Whether the period lies before the first year, told in the past tense or long ago."""
    if period is None or first_year is None or period.startswith("vanaf"):
        return False
    years = [int(year) for year in COLUMN_YEAR.findall(period)]
    if not years or max(years) >= first_year:
        return False
    return max(years) < first_year - PROMISE_YEARS or PAST.search(sentence) is not None
