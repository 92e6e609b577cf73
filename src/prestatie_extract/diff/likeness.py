"""How alike agreements are: by their words, rare ones counting more, and by their letters."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from prestatie_extract.diff.entries import Entry

OVERLAP_MIN = 20  # score; letters alone cannot lift a pair below it over the threshold of a match
NEARLY = 99  # highest score of texts that are not the same
CHARS_MAX = 20_000  # of a text whose letters are compared; one of the real ones has 4000 at most
VOCABULARY_CHUNK = 4096  # words at a time, so that memory is bounded

Matrix = NDArray[np.float64]
"""A row for every old, a column for every new agreement."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the agreements of two documents are."""

    alike: Matrix
    """0 to 100: the mean of words and letters; 0 where the words alone rule it out."""
    contained: Matrix
    """0 to 100: how much of the words of the one with fewer the other has."""
    shared: Matrix
    """Number of different words that both have."""


def compare_texts(olds: Sequence[Entry], news: Sequence[Entry]) -> Likeness:
    """How alike each old agreement is to each new one; years count as one and the same word."""
    shared, old_weight, new_weight, counts = _share_words(olds, news)
    both = old_weight[:, None] + new_weight[None, :]
    fewer = np.minimum(old_weight[:, None], new_weight[None, :])
    overlap = np.divide(200 * shared, both, out=np.zeros_like(shared), where=both > 0)
    contained = np.divide(100 * shared, fewer, out=np.zeros_like(shared), where=fewer > 0)
    alike = np.zeros_like(shared)
    rows, columns = np.nonzero(overlap >= OVERLAP_MIN)
    letters = _compare_letters([olds[i] for i in rows], [news[j] for j in columns])
    alike[rows, columns] = np.minimum((overlap[rows, columns] + letters) / 2, NEARLY)
    for i, j in _find_identical(olds, news):
        alike[i, j] = 100
    return Likeness(alike.round(4), contained.round(4), counts)


def _find_identical(olds: Sequence[Entry], news: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    by_key: dict[str, list[int]] = {}
    for j, entry in enumerate(news):
        by_key.setdefault(entry.key, []).append(j)
    for i, entry in enumerate(olds):
        yield from ((i, j) for j in by_key.get(entry.key, ()))


def _compare_letters(olds: Sequence[Entry], news: Sequence[Entry]) -> Matrix:
    one, other = ([" ".join(e.masked)[:CHARS_MAX] for e in side] for side in (olds, news))
    return process.cpdist(one, other, scorer=fuzz.ratio, dtype=np.float64)


def _share_words(
    olds: Sequence[Entry], news: Sequence[Entry]
) -> tuple[Matrix, NDArray[np.float64], NDArray[np.float64], Matrix]:
    """Weight that pairs share, weight of each old and each new one, number of shared words."""
    sides = [frozenset(e.masked) for e in olds], [frozenset(e.masked) for e in news]
    holding = Counter(word for side in sides for words in side for word in words)
    vocabulary = sorted(holding)
    total = len(olds) + len(news)
    weight = np.array([math.log(1 + total / holding[word]) for word in vocabulary])
    shared = np.zeros((len(olds), len(news)))
    counts = np.zeros_like(shared)
    sums = np.zeros(len(olds)), np.zeros(len(news))
    for start in range(0, len(vocabulary), VOCABULARY_CHUNK):
        chunk = vocabulary[start : start + VOCABULARY_CHUNK]
        weights = weight[start : start + VOCABULARY_CHUNK]
        old, new = (_to_matrix(side, chunk) for side in sides)
        shared += (old * weights) @ new.T
        counts += old @ new.T
        sums[0][:] += old @ weights
        sums[1][:] += new @ weights
    return shared, sums[0], sums[1], counts


def _to_matrix(side: Sequence[frozenset[str]], vocabulary: Sequence[str]) -> Matrix:
    column = {word: place for place, word in enumerate(vocabulary)}
    matrix = np.zeros((len(side), len(vocabulary)))
    for row, words in enumerate(side):
        matrix[row, [column[word] for word in words if word in column]] = 1
    return matrix
