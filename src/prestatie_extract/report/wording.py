"""Numbers, years and names as a Dutch reader writes them."""

from __future__ import annotations

from collections.abc import Iterable

from prestatie_extract.report.labels import label_of
from prestatie_extract.schema.agreement import Agreement, Target
from prestatie_extract.schema.record import Document

OTHER = "overig:"
"""Before the words of a unit or a name that has no code."""
AIM = "target"
"""The role of a number that is promised."""
NO_BREAK = "\N{NO-BREAK SPACE}"
FROM_TO = "\N{EN DASH}"


def format_number(value: float) -> str:
    """The number with a point for thousands and a comma for decimals: 1250.5 -> "1.250,5"."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def format_quantity(target: Target) -> str:
    """What a target counts: "minstens 1.250 woningen", "80–100 %", "€ 650"."""
    numbers = format_number(target.value)
    if target.value_max is not None:
        numbers += FROM_TO + format_number(target.value_max)
    if target.qualifier == "delta" and target.value > 0:
        numbers = f"+{numbers}"
    words = "" if target.qualifier == "delta" else label_of("qualifier", target.qualifier)
    is_one = target.value_max is None and abs(target.value) == 1
    unit = format_unit(target.unit, is_one=is_one)
    amount = f"€{NO_BREAK}{numbers}" if target.unit == "EUR" else f"{numbers}{NO_BREAK}{unit}"
    return f"{words} {amount}".strip()


def format_unit(unit: str, *, is_one: bool = False) -> str:
    """The unit as a word: "woningen", of one "woning"."""
    several = label_of("unit", unit.removeprefix(OTHER))
    return label_of("one", several) if is_one else several


def count_aims(agreements: Iterable[Agreement]) -> int:
    """The targets of role target, as in `theme_matrix`: no conditions, no context."""
    return sum(target.role == AIM for agreement in agreements for target in agreement.targets)


def format_name(name: str) -> str:
    """A name of trekker or involved: codes as words, the words of others without their mark."""
    return label_of("name", name.removeprefix(OTHER))


def format_years(start: int | None, end: int | None) -> str:
    """The years in force: "2025–2028", "2024"; empty where they are not known."""
    years = [str(year) for year in dict.fromkeys((start, end)) if year is not None]
    return FROM_TO.join(years)


def format_share(ratio: float) -> str:
    """A share as a whole percentage, rounded down: 100 % is only said of all of it."""
    return f"{int(ratio * 100 + 1e-9)}{NO_BREAK}%"


def place_of(document: Document) -> str:
    """The municipality, or the file where that is not known."""
    return document.municipality or document.source_path


def title_of(document: Document) -> str:
    """The title, or the file where there is none."""
    return document.title or document.source_path
