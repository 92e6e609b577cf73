"""What a number does to the stock, or whom it is about: homes added, demolished, allocated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import translate
from functools import cache

from prestatie_extract.schema.agreement import Agreement, Target
from prestatie_extract.vocabulary import load_rows

OTHER, REMOVED, BALANCE = "anders", "onttrekken", "saldo"

SENTENCE_END = re.compile(r"[.!?](?:\s|$)")


@dataclass(frozen=True, slots=True)
class _Row:
    """Words that tell a measure, all of them together."""

    measure: str
    words: tuple[re.Pattern[str], ...]
    units: frozenset[str]
    """Empty where it holds for all that no row is for."""


def find_measure(agreement: Agreement, target: Target) -> str:
    """The measure as the number's own words tell, else its sign, its sentence or its agreement.

    Args:
        agreement: that the target stands in.
        target: of it.

    Returns:
        A code of `Measure`; anders where nothing tells, or a sentence tells several.
    """
    own = next(_measures_in(f"{target.raw} {target.subject or ''}", target.unit), None)
    if own is not None:
        return own
    if target.value < 0:
        return REMOVED
    for text in (find_sentence(agreement, target), f"{agreement.title or ''} {agreement.text}"):
        found = set(_measures_in(text, target.unit))
        if found:
            return found.pop() if len(found) == 1 else OTHER
    return OTHER


def find_sentence(agreement: Agreement, target: Target) -> str:
    """The sentence that a target stands in; empty for the cell of a table."""
    for text in agreement.texts(target):
        if target.start is not None and text[target.start : target.end] == target.raw:
            ends = [match.end() for match in SENTENCE_END.finditer(text)]
            first = max((end for end in ends if end <= target.start), default=0)
            last = min((end for end in ends if end > target.start), default=len(text))
            return text[first:last]
    return ""


def _measures_in(text: str, unit: str) -> Iterator[str]:
    """The measures that words tell, by precedence; a word tells one of them."""
    words = set(re.findall(r"\w+", text.casefold()))
    for row in _rows():
        if unit not in row.units and (row.units or unit in _own_units()):
            continue
        found = [{word for word in words if pattern.fullmatch(word)} for pattern in row.words]
        if all(found):
            words -= set().union(*found)
            yield row.measure


@cache
def _own_units() -> frozenset[str]:
    """Units that rows are for: money and how often."""
    return frozenset().union(*(row.units for row in _rows()))


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(
            row["measure"],
            tuple(re.compile(translate(word)) for word in row["stem"].split()),
            frozenset(row["units"].split()),
        )
        for row in load_rows("measure_words")
    )
