"""How alike agreements are: by their words, rare ones counting more, and by their letters."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from prestatie_extract.diff.entries import Entry

OVERLAP_MIN = 20  # score; letters alone cannot lift a pair below it over the threshold of a match
NEARLY = 99  # highest score of texts that are not the same
CHARS_MAX = 20_000  # of a text whose letters are compared; one of the real ones has 4000 at most

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
"""A row for every old, a column for every new agreement."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the agreements of two documents are."""

    alike: Matrix
    """0 to 100: the mean of words and letters; 0 where the words alone rule it out."""
    contained: Matrix
    """0 to 100: how much of the words of the one with fewer the other has."""


def compare_texts(olds: Sequence[Entry], news: Sequence[Entry]) -> Likeness:
    """How alike each old agreement is to each new one; years count as one and the same word."""
    shared, old_weight, new_weight = _share_words(olds, news)
    both = old_weight[:, None] + new_weight[None, :]
    fewer = np.minimum(old_weight[:, None], new_weight[None, :])
    overlap = np.divide(200 * shared, both, out=np.zeros_like(shared), where=both > 0)
    contained = np.divide(100 * shared, fewer, out=np.zeros_like(shared), where=fewer > 0)
    alike = np.zeros_like(shared)
    rows, columns = (axis.tolist() for axis in np.nonzero(overlap >= OVERLAP_MIN))
    letters = _compare_letters([olds[i] for i in rows], [news[j] for j in columns])
    alike[rows, columns] = np.minimum((overlap[rows, columns] + letters) / 2, NEARLY)
    for i, j in _find_identical(olds, news):
        alike[i, j] = 100
    return Likeness(alike.round(4), contained.round(4))


def _find_identical(olds: Sequence[Entry], news: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    by_key: dict[str, list[int]] = {}
    for j, entry in enumerate(news):
        by_key.setdefault(entry.key, []).append(j)
    for i, entry in enumerate(olds):
        yield from ((i, j) for j in by_key.get(entry.key, ()))


def _compare_letters(olds: Sequence[Entry], news: Sequence[Entry]) -> Matrix:
    one, other = ([" ".join(e.masked)[:CHARS_MAX] for e in side] for side in (olds, news))
    return process.cpdist(one, other, scorer=fuzz.ratio, dtype=np.float64)


def _share_words(olds: Sequence[Entry], news: Sequence[Entry]) -> tuple[Matrix, Vector, Vector]:
    """The weight that pairs share, and that of each old and of each new one.

    Word by word and not as a product of matrices: that would take as many threads as there are
    cores for what is done in milliseconds, and round otherwise on another machine.
    """
    places = _find_places(olds), _find_places(news)
    total = len(olds) + len(news)
    shared = np.zeros((len(olds), len(news)))
    weights = [0.0] * len(olds), [0.0] * len(news)
    for word in sorted(places[0].keys() | places[1].keys()):
        rows, columns = (side.get(word, []) for side in places)
        weight = math.log(1 + total / (len(rows) + len(columns)))
        for side, held in zip(weights, (rows, columns), strict=True):
            for place in held:
                side[place] += weight
        if rows and columns:
            shared[np.array(rows)[:, None], columns] += weight
    return shared, np.array(weights[0]), np.array(weights[1])


def _find_places(entries: Sequence[Entry]) -> dict[str, list[int]]:
    """Where each word occurs."""
    places: dict[str, list[int]] = {}
    for place, entry in enumerate(entries):
        for word in set(entry.masked):
            places.setdefault(word, []).append(place)
    return places
