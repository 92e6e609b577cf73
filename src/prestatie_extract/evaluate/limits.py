"""Limits that the figures must reach: "agreements=0.98", "targets.recall=0.95"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from prestatie_extract.errors import BadLimit
from prestatie_extract.evaluate.evaluation import Evaluation
from prestatie_extract.evaluate.fields import FIELDS, Measure, find_nearest

ROUNDING = 1e-9  # a mean of 0.98 may come out as 0.97999999999


@dataclass(frozen=True, slots=True)
class Limit:
    """The least that a figure may be."""

    field: str
    measure: Measure
    least: float
    """0 to 1."""

    @property
    def name(self) -> str:
        """As it is written; the headline measure goes without saying."""
        is_headline = self.measure is FIELDS[self.field].headline
        return self.field if is_headline else f"{self.field}.{self.measure}"


def parse_limit(text: str) -> Limit:
    """FIELD=NUMBER or FIELD.MEASURE=NUMBER; without a measure the field's headline.

    Raises:
        BadLimit: there is no such field or measure (the nearest is named), or no number 0 to 1.
    """
    name, sign, number = (part.strip() for part in text.partition("="))
    if not sign:
        raise BadLimit(f"--fail-under {text}: write FIELD=NUMBER, as agreements=0.98")
    field, dot, measure = name.partition(".")
    if field not in FIELDS:
        known = ", ".join(FIELDS)
        nearest = find_nearest(field)
        raise BadLimit(f"no field {field!r}: did you mean {nearest}? There are: {known}")
    headline = FIELDS[field].headline
    return Limit(field, _parse_measure(field, measure) if dot else headline, _parse_least(number))


def find_broken_limits(evaluation: Evaluation, limits: Iterable[Limit]) -> list[str]:
    """A line for each limit that the mean over the documents does not reach; in their order."""
    return [
        _tell(evaluation, limit)
        for limit in limits
        if evaluation.mean[limit.field][limit.measure].value < limit.least - ROUNDING
    ]


def _tell(evaluation: Evaluation, limit: Limit) -> str:
    """The figure, the limit and the documents that pull it down, worst first."""
    value = evaluation.mean[limit.field][limit.measure].value
    below = sorted(
        (figure, one.doc)
        for one in evaluation.documents
        if (figure := one.figures[limit.field][limit.measure].value) < limit.least - ROUNDING
    )
    worst = ", ".join(f"{doc} {figure:.4f}" for figure, doc in below)
    return f"{limit.name}: {value:.4f} is under {limit.least:g} ({worst})"


def _parse_measure(field: str, name: str) -> Measure:
    known = {
        measure.value: measure
        for measure in Measure
        if measure is not Measure.ACCURACY or FIELDS[field].has_accuracy
    }
    if name not in known:
        nearest = find_nearest(name, known)
        raise BadLimit(f"{field} has no measure {name!r}: did you mean {field}.{nearest}?")
    return known[name]


def _parse_least(text: str) -> float:
    try:
        least = float(text)
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:
        raise BadLimit(f"{text!r} is no limit: write a number from 0 to 1, as 0.98")
    return least
