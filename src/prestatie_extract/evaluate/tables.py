"""An evaluation as tables of text cells, for the renderings that people read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from prestatie_extract.evaluate.comparison import Comparison
from prestatie_extract.evaluate.evaluation import (
    Evaluated,
    Evaluation,
    Figures,
    Interval,
    headline_of,
)
from prestatie_extract.evaluate.fields import FIELDS, Measure
from prestatie_extract.evaluate.tallies import Tally

NOTHING = Tally()
DECIMALS = 3
NEARLY_ONE = 1 - 10**-DECIMALS  # what is not perfect never looks so
NONE = "–"
HEAD = ("field", "by", "mean", "95% agreements", "95% documents", "precision", "recall", "F1",
        "pooled", "gold", "found", "record", "right")  # fmt: skip


class Table(NamedTuple):
    """A heading row and others; the first column holds words, the rest figures."""

    head: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def total_table(evaluation: Evaluation) -> Table:
    """A row for each field: the mean over the documents, its intervals, the pooled figure."""
    return Table(HEAD, [_total_row(evaluation, name) for name in FIELDS])


def document_table(documents: Sequence[Evaluated]) -> Table:
    """The headline figures, a column for each document."""
    head = ("field", *(one.doc for one in documents))
    rows = [
        (name, *(show(headline_of(one.figures, name).value) for one in documents))
        for name in FIELDS
    ]
    return Table(head, rows)


def move_table(comparison: Comparison) -> Table:
    """The headline figures that moved."""
    rows = [
        (move.doc or "mean", move.field, show(move.before), show(move.after),
         f"{move.after - move.before:+.4f}")
        for move in comparison.moves
    ]  # fmt: skip
    return Table(("document", "field", "before", "now", "change"), rows)


def show(value: float) -> str:
    """A figure with three decimals."""
    return f"{min(value, NEARLY_ONE) if value < 1 - 1e-9 else value:.{DECIMALS}f}"


def _total_row(evaluation: Evaluation, name: str) -> tuple[str, ...]:
    headline = FIELDS[name].headline
    mean, counts = headline_of(evaluation.mean, name), evaluation.counts.get(name, NOTHING)
    shares = (_measure(evaluation.mean, name, measure) for measure in list(Measure)[:3])
    return (
        name,
        headline.value,
        show(mean.value),
        _interval(mean.agreements),
        _interval(mean.documents),
        *shares,
        show(headline_of(evaluation.pooled, name).value),
        *(_count(n) for n in (counts.gold, counts.found, counts.predicted, counts.right)),
    )


def _measure(figures: Figures, name: str, measure: Measure) -> str:
    return show(figures[name][measure].value)


def _interval(interval: Interval | None) -> str:
    return NONE if interval is None else f"{show(interval[0])}-{show(interval[1])}"


def _count(number: float) -> str:
    return f"{number:.0f}" if number == int(number) else f"{number:.1f}"
