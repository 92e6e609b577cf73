"""The records of a folder against the annotations of another: figures, intervals, misses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from prestatie_extract.evaluate.bootstrap import (
    Estimate,
    Sample,
    estimate_document,
    estimate_mean,
    estimate_pool,
)
from prestatie_extract.evaluate.counting import Counts, count_document, count_nothing
from prestatie_extract.evaluate.fields import FIELDS, Measure
from prestatie_extract.evaluate.figures import MEASURES, to_array
from prestatie_extract.evaluate.gold import Gold, load_gold
from prestatie_extract.evaluate.matching import Fit, choose_record
from prestatie_extract.evaluate.misses import Miss
from prestatie_extract.evaluate.records import Loaded, Produced, load_records
from prestatie_extract.evaluate.tallies import Tally, add_tallies

ROUNDS = 1000
"""Resamples; the ends of an interval then move by about 0.002 where figures are near 0.95."""

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of one field, 0 to 1, with its 95 % intervals."""

    value: float
    agreements: Interval | None
    """When agreements are drawn; None where fewer than two tell something."""
    documents: Interval | None
    """When documents are drawn; None for one document."""


Figures = Mapping[str, Mapping[Measure, Figure]]
"""By field and measure; a measure that a field does not have is left out."""


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One annotated document."""

    doc: str
    gold_sha256: str
    record: str | None
    """Path of the record within the output folder; None where there is none."""
    fit: Fit | None
    """Why that record was taken."""
    figures: Figures
    counts: Mapping[str, Tally]
    misses: tuple[Miss, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All annotated documents, by name."""

    documents: tuple[Evaluated, ...]
    mean: Figures
    """Means of the documents' figures (macro); a document without record counts as 0."""
    pooled: Figures
    """Figures of all counts together (micro)."""
    counts: Mapping[str, Tally]
    rounds: int
    unannotated: tuple[str, ...] = ()
    """Records that no annotation took; they do not count."""
    complaints: tuple[str, ...] = field(default=())
    """What a person should look at before trusting the figures, a line each."""


def headline_of(figures: Figures, name: str) -> Figure:
    """The measure that stands for a field."""
    return figures[name][FIELDS[name].headline]


def evaluate(out: Path, gold: Path, *, rounds: int = ROUNDS) -> Evaluation:
    """The records below `out` against the annotations in `gold`.

    Args:
        out: what `prestatie-extract run --out` wrote.
        gold: a folder of annotations, one JSON file a document.
        rounds: resamples for the intervals; 0 for none.

    Raises:
        NoInput: there are no records or no annotations.
        BadGold: an annotation is wrong.
    """
    loaded = load_records(out)
    return evaluate_loaded(load_gold(gold), loaded, rounds=rounds)


def evaluate_loaded(golds: Sequence[Gold], loaded: Loaded, *, rounds: int = ROUNDS) -> Evaluation:
    """The same for what is in memory."""
    chosen = [choose_record(gold, loaded.records) for gold in golds]
    counts = [_count(gold, choice) for gold, choice in zip(golds, chosen, strict=True)]
    samples = [
        _to_sample(one, is_missing=choice is None)
        for one, choice in zip(counts, chosen, strict=True)
    ]
    documents = tuple(
        _to_evaluated(gold, choice, one, estimate_document(sample, rounds))
        for gold, choice, one, sample in zip(golds, chosen, counts, samples, strict=True)
    )
    taken = {document.record for document in documents}
    return Evaluation(
        documents,
        to_figures(estimate_mean(samples, rounds)),
        to_figures(estimate_pool(samples, rounds)),
        add_tallies(*(one.total for one in counts)),
        rounds,
        tuple(record.file for record in loaded.records if record.file not in taken),
        (*loaded.complaints, *_find_doubts(documents)),
    )


def _count(gold: Gold, choice: tuple[Produced, Fit] | None) -> Counts:
    if choice is None:
        return count_nothing(gold.content)
    return count_document(gold.content, choice[0].content)


def _to_sample(counts: Counts, *, is_missing: bool) -> Sample:
    own = to_array(counts.own)
    cases = [to_array(case) for case in counts.cases]
    return Sample(own, np.array(cases).reshape(len(cases), *own.shape), is_missing)


def _to_evaluated(
    gold: Gold, choice: tuple[Produced, Fit] | None, counts: Counts, estimate: Estimate
) -> Evaluated:
    record, fit = (choice[0].file, choice[1]) if choice else (None, None)
    return Evaluated(
        gold.doc, gold.sha256, record, fit, to_figures(estimate), counts.total, counts.misses
    )


def to_figures(estimate: Estimate) -> Figures:
    """An estimate by field and measure."""
    return {
        name: {
            measure: Figure(
                float(estimate.value[i, k]),
                _to_interval(estimate.agreements[:, i, k]),
                _to_interval(estimate.documents[:, i, k]),
            )
            for k, measure in enumerate(MEASURES)
            if not np.isnan(estimate.value[i, k])
        }
        for i, name in enumerate(FIELDS)
    }


def _to_interval(ends: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Interval | None:
    return None if np.isnan(ends).any() else (float(ends[0]), float(ends[1]))


def _find_doubts(documents: Sequence[Evaluated]) -> list[str]:
    """Documents without a record, and records that may be another document's."""
    doubts, users = [], dict[str, str]()
    for one in documents:
        if one.record is None or one.fit is None:
            doubts.append(f"{one.doc}: no record found, everything counts as missing")
            continue
        if not (one.fit.by_name or one.fit.by_municipality):
            doubts.append(f"{one.doc}: compared with {one.record} for its first year alone")
        if one.record in users:
            doubts.append(f"{one.doc}: compared with {one.record}, as {users[one.record]} is")
        users.setdefault(one.record, one.doc)
    return doubts
