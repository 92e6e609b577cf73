"""Counts of what is right, of which all measures are made."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

ROUND_SUM = 6  # decimals of a sum of similarities


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one field; sums of similarities where likeness is measured."""

    gold: float = 0
    """Things in the annotation."""
    found: float = 0
    """Those of them that the record has."""
    predicted: float = 0
    """Things in the record."""
    right: float = 0
    """Those of them that the annotation confirms."""
    compared: float = 0
    """Places where both could say something."""
    agreed: float = 0
    """Those where they say the same."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(self.counts, other.counts, strict=True)))

    @property
    def counts(self) -> tuple[float, ...]:
        """The counts in their order; `dataclasses.astuple` would take ten times as long."""
        return (
            self.gold, self.found, self.predicted, self.right, self.compared, self.agreed
        )  # fmt: skip

    def to_json(self) -> dict[str, float]:
        """The counts by name, whole numbers as such."""
        values = zip(self.__slots__, self.counts, strict=True)
        return {name: _plain(value) for name, value in values}


Tallies = Mapping[str, Tally]
"""By field; a field that is not there has no counts."""


def tally_value(*, is_right: bool) -> Tally:
    """A value that both must have."""
    return tally_likeness(float(is_right))


def tally_likeness(similarity: float) -> Tally:
    """Something that both have, as far as it is alike, 0 to 1."""
    return Tally(1, similarity, 1, similarity, 1, similarity)


def tally_optional(gold: str, got: str, *, is_right: bool) -> Tally:
    """A value that may be absent: absence on both sides is agreement, but nothing found."""
    has_gold, has_got = bool(gold), bool(got)
    return Tally(
        has_gold, is_right and has_gold, has_got, is_right and has_got, 1, is_right
    )  # fmt: skip


def tally_sets(gold: Set[str], got: Set[str]) -> Tally:
    """Things whose order and number of times do not count."""
    both = len(gold & got)
    return Tally(len(gold), both, len(got), both, 1, gold == got)


def add_tallies(*several: Tallies) -> dict[str, Tally]:
    """The sum, field by field."""
    total: dict[str, Tally] = {}
    for tallies in several:
        for name, tally in tallies.items():
            total[name] = total.get(name, Tally()) + tally
    return total


def _plain(value: float) -> float:
    return int(value) if value == int(value) else round(value, ROUND_SUM)
