"""What is not as the annotation says, one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from prestatie_extract.evaluate.content import Agreement
from prestatie_extract.evaluate.folding import fold

Problem = Literal["missing", "extra", "wrong"]
BEGINNING_CHARS = 60  # of a text, to know it again
DIFFERENCE_CHARS = 40  # of two texts, from a little before where they part
LEAD_CHARS = 10  # what is shown before that point


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is missing, too many or wrong."""

    field: str
    place: str
    """The agreement, as "2.1 / 7"; "" for what is the whole document's."""
    item: str
    """What of it: the target's printed words, the heading, the column; "" otherwise."""
    problem: Problem
    gold: str
    """What the annotation says; "" for nothing."""
    got: str
    """What the record says."""
    similarity: float | None = None
    """0 to 1, where likeness is measured."""


def name_places(agreements: Sequence[Agreement]) -> list[str]:
    """A name for each agreement: section and number, and its beginning if that is not enough."""
    plain = [f"{one.sections[0].number or '–'} / {one.number or '–'}" for one in agreements]
    count = Counter(plain)
    longer = [
        name if count[name] == 1 and one.number else f"{name} {begin(one)!r}"
        for name, one in zip(plain, agreements, strict=True)
    ]
    return _number_doubles(longer)


def name_extras(agreements: Sequence[Agreement]) -> list[str]:
    """The same for agreements that no annotation has."""
    return _number_doubles([f"{one.number or '–'} {begin(one)!r}" for one in agreements])


def begin(agreement: Agreement) -> str:
    """The first words of an agreement."""
    return shorten(fold(agreement.whole))


def shorten(text: str, length: int = BEGINNING_CHARS) -> str:
    """The text, cut where it is longer."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def show_difference(gold: str, got: str) -> tuple[str, str]:
    """Both texts around the point where they part."""
    one, other = fold(gold), fold(got)
    pairs = zip(one, other, strict=False)
    parting = next((i for i, (a, b) in enumerate(pairs) if a.casefold() != b.casefold()), None)
    start = max(0, (min(len(one), len(other)) if parting is None else parting) - LEAD_CHARS)
    return _from(one, start), _from(other, start)


def _from(text: str, start: int) -> str:
    return ("…" if start else "") + shorten(text[start:], DIFFERENCE_CHARS)


def _number_doubles(names: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    numbered = []
    for name in names:
        seen[name] += 1
        numbered.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return numbered
