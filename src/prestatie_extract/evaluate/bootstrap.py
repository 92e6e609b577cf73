"""How far a figure may be by chance: resampling of documents and of agreements.

Percentile intervals (Efron & Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13),
widened to hold the figure itself. Where nothing is wrong every resample is perfect too, and the
bootstrap would say "certain"; there the bound is the mean at which as many perfect cases come up
by chance once in forty (the "rule of three" for 95 %), as for all figures between 0 and 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from prestatie_extract.evaluate.fields import FIELDS
from prestatie_extract.evaluate.figures import COUNTS, Array, figures_of

LEVEL = 0.95  # share of the resamples that an interval holds
TAIL = (1 - LEVEL) / 2
FEWEST = 2  # documents or agreements; one says nothing about others
SAME = 1e-9  # figures closer than this differ by rounding alone
SEED = 1  # any number; fixed, so that the same input gives the same bytes


@dataclass(frozen=True, slots=True)
class Sample:
    """The counts of one document, to draw from."""

    own: Array
    """Counts that are told once a document: (field, count)."""
    cases: Array
    """Counts of each agreement: (agreement, field, count)."""
    is_missing: bool = False
    """There is no record: all its figures are 0."""

    @property
    def total(self) -> Array:
        """All counts together: (field, count)."""
        total: Array = self.own + self.cases.sum(axis=0)
        return total

    def figures(self, counts: Array) -> Array:
        """What these counts give for this document: (…, field, measure)."""
        figures = figures_of(counts)
        return np.where(np.isnan(figures), np.nan, 0.0) if self.is_missing else figures


@dataclass(frozen=True, slots=True)
class Estimate:
    """Figures of all fields with their intervals, NaN where there is none."""

    value: Array
    """(field, measure)"""
    agreements: Array
    """Low and high when agreements are drawn, within each document: (2, field, measure).
    NaN where fewer than two tell something, and where every draw gives the same, neither 0 nor 1:
    then some documents are all right and others all wrong, and their agreements tell no spread."""
    documents: Array
    """The same when documents are drawn."""


def estimate_document(sample: Sample, rounds: int) -> Estimate:
    """The figures of one document."""
    value = sample.figures(sample.total)
    drawn = sample.figures(next(_draw_cases([sample], rounds)))
    agreements = _interval(value, drawn, _evidence([sample]))
    return Estimate(value, agreements, np.full_like(agreements, np.nan))


def estimate_mean(samples: Sequence[Sample], rounds: int) -> Estimate:
    """The mean of the documents' figures: each document counts as much as any other."""
    each = np.stack([sample.figures(sample.total) for sample in samples])
    value = each.mean(axis=0)
    drawn = np.zeros((rounds, *value.shape))
    for sample, counts in zip(samples, _draw_cases(samples, rounds), strict=True):
        drawn += sample.figures(counts) / len(samples)
    documents = np.tensordot(_draw(len(samples), rounds), each, axes=1) / len(samples)
    return _estimate(value, drawn, documents, samples)


def estimate_pool(samples: Sequence[Sample], rounds: int) -> Estimate:
    """The figures of all counts together: each agreement counts as much as any other."""
    each = np.stack([sample.total for sample in samples])
    value = figures_of(each.sum(axis=0))
    drawn = np.zeros((rounds, len(FIELDS), len(COUNTS)))
    for counts in _draw_cases(samples, rounds):
        drawn += counts
    documents = figures_of(np.tensordot(_draw(len(samples), rounds), each, axes=1))
    return _estimate(value, figures_of(drawn), documents, samples)


def _estimate(
    value: Array, agreements: Array, documents: Array, samples: Sequence[Sample]
) -> Estimate:
    many = np.full(value.shape, float(len(samples)))
    return Estimate(
        value,
        _interval(value, agreements, _evidence(samples)),
        _interval(value, documents, many),
    )


def _draw_cases(samples: Sequence[Sample], rounds: int) -> Iterator[Array]:
    """Counts of each document with as many agreements as it has, drawn with replacement."""
    for place, sample in enumerate(samples):
        weights = _draw(len(sample.cases), rounds, stream=place + 1)
        yield sample.own + np.tensordot(weights, sample.cases, axes=1)


def _draw(count: int, rounds: int, stream: int = 0) -> Array:
    """How often each of `count` things comes up in each round: (round, thing)."""
    # RandomState, not Generator: numpy promises that its numbers stay the same over versions
    random = np.random.RandomState([SEED, stream])
    if count == 0:
        return np.zeros((rounds, 0))
    drawn = random.randint(0, count, size=(rounds, count), dtype=np.int64)
    in_round = drawn + count * np.arange(rounds)[:, np.newaxis]
    times = np.bincount(in_round.ravel(), minlength=rounds * count)
    return times.reshape(rounds, count).astype(np.float64)


def _evidence(samples: Sequence[Sample]) -> Array:
    """How many agreements tell something about each figure: (field, measure)."""
    cases = np.concatenate([sample.cases for sample in samples]) > 0
    is_there = dict(zip(COUNTS, np.moveaxis(cases, -1, 0), strict=True))
    predicted, gold, compared = (is_there[name] for name in ("predicted", "gold", "compared"))
    told = np.stack([predicted, gold, predicted | gold, compared], axis=-1)
    is_of_agreements = np.array([field.is_of_agreements for field in FIELDS.values()])
    count: npt.NDArray[np.float64] = told.sum(axis=0) * is_of_agreements[:, np.newaxis] * 1.0
    return count


def _interval(value: Array, drawn: Array, evidence: Array) -> Array:
    if len(drawn) == 0:
        return np.full((2, *value.shape), np.nan)
    low, high = np.quantile(drawn, [TAIL, 1 - TAIL], axis=0)
    low, high = np.minimum(low, value), np.maximum(high, value)
    bound = TAIL ** (1 / np.maximum(evidence, 1))
    is_flat = np.isclose(low, high, rtol=0, atol=SAME)
    low = np.where(is_flat & np.isclose(value, 1, rtol=0, atol=SAME), bound, low)
    high = np.where(is_flat & np.isclose(value, 0, rtol=0, atol=SAME), 1 - bound, high)
    is_told = (evidence >= FEWEST) & ~np.isnan(value) & (high - low > SAME)
    return np.where(is_told, np.stack([low, high]), np.nan)
