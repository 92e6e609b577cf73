"""Which agreement of one document is which of the other: one to one, one candidate or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from prestatie_extract.diff.entries import Entry
from prestatie_extract.diff.likeness import Matrix, compare_texts
from prestatie_extract.diff.sections import compare_sections

# Scores 0-100. Witness: a real jaarschijf whose table holds the text of the year before in a
# column, 38 pairs and 3534 others, and ten pairs of documents of different municipalities, where
# nothing is the same: there the best of some 20,000 pairs has 54, 99.9% have less than 45.
ALIKE_MIN = 55  # a text so alike is the same agreement wherever it stands
ALIKE_IN_PLACE_MIN = 45  # enough where number and section are the same too
IDENTICAL_POINTS = 25  # above everything else, so that it finds its twin wherever that went
NUMBER_POINTS = 5  # the same number; alone it is no evidence, numbers shift
SECTION_POINTS = 10  # the same section titles
SECTION_ALIKE_MIN = 60  # titles less alike than this are nothing to each other
SAME_SECTION_SCORE = 85
RIVAL_POINTS = 2  # two candidates closer than this cannot be told apart
SHORT_WORDS = 3  # "Zie bijlage 1": so short a text is evidence only where it stands
NEAR_MIN = 60  # share of the words of the shorter text, %
NEAR_WORDS_MIN = 5  # different words that it shares
NEAR_MAX = 2  # agreements that are named as near


@dataclass(frozen=True, slots=True)
class Matching:
    """The agreements of two documents side by side, as places in their sequences."""

    pairs: Mapping[int, int]
    """New place by old place."""
    near_old: Mapping[int, tuple[int, ...]]
    """For an old one without counterpart: the new ones that share most of its words."""
    near_new: Mapping[int, tuple[int, ...]]
    """The same the other way round."""
    alike: Matrix
    """How alike the texts are, 0 to 100."""


def match_agreements(olds: Sequence[Entry], news: Sequence[Entry]) -> Matching:
    """The counterparts; an agreement with two that fit equally well has none.

    Args:
        olds: the agreements of the old document in reading order.
        news: those of the new one.
    """
    if not olds or not news:
        return Matching({}, {}, {}, np.zeros((len(olds), len(news))))
    likeness = compare_texts(olds, news)
    section = process.cdist(
        [entry.place for entry in olds], [entry.place for entry in news],
        scorer=fuzz.ratio, dtype=np.float64,
    )  # fmt: skip
    pairs = dict(_choose(_to_scores(olds, news, likeness.alike, section), likeness.alike))
    if renamed := compare_sections(olds, news, pairs).renamed:
        _mark_renamed(olds, news, section, renamed)
        scores = _to_scores(olds, news, likeness.alike, section)
        scores[list(pairs.keys()), :] = 0
        scores[:, list(pairs.values())] = 0
        pairs |= dict(_choose(scores, likeness.alike))
    found = set(pairs.values())
    contained = likeness.contained
    return Matching(
        pairs,
        {i: _find_near(olds[i], news, contained[i]) for i in range(len(olds)) if i not in pairs},
        {j: _find_near(news[j], olds, contained[:, j]) for j in range(len(news)) if j not in found},
        likeness.alike,
    )


def _mark_renamed(
    olds: Sequence[Entry], news: Sequence[Entry], section: Matrix, renamed: Set[tuple[str, str]]
) -> None:
    """Let sections count as the same that only their title tells apart."""
    one, other = ([_section_id(entry) for entry in side] for side in (olds, news))
    for old_id, new_id in renamed:
        rows, columns = (np.array([i == name for i in ids]) for ids, name in
                         ((one, old_id), (other, new_id)))  # fmt: skip
        section[np.ix_(rows, columns)] = 100


def _section_id(entry: Entry) -> str | None:
    return entry.path[-1].section_id if entry.path else None


def _to_scores(
    olds: Sequence[Entry], news: Sequence[Entry], alike: Matrix, section: Matrix
) -> Matrix:
    """The score of each pair; 0 for those that cannot be the same agreement."""
    number = _is_same_number(olds, news)
    is_placed = number & (section >= SAME_SECTION_SCORE)
    is_short = np.logical_or.outer(_is_short(olds), _is_short(news))
    has_evidence = ~is_short | number | (section >= SAME_SECTION_SCORE)
    is_possible = ((alike >= ALIKE_MIN) & has_evidence) | (
        (alike >= ALIKE_IN_PLACE_MIN) & is_placed
    )
    graded = np.clip((section - SECTION_ALIKE_MIN) / (100 - SECTION_ALIKE_MIN), 0, 1)
    points = IDENTICAL_POINTS * (alike == 100) + NUMBER_POINTS * number + SECTION_POINTS * graded
    return np.where(is_possible, alike + points, 0).round(4)


def _is_same_number(olds: Sequence[Entry], news: Sequence[Entry]) -> NDArray[np.bool_]:
    one, other = (np.array([entry.number for entry in side]) for side in (olds, news))
    same: NDArray[np.bool_] = np.equal.outer(one, other) & (one != "")[:, None]
    return same


def _is_short(entries: Sequence[Entry]) -> NDArray[np.bool_]:
    return np.array([len(entry.words) <= SHORT_WORDS for entry in entries])


def _choose(scores: Matrix, alike: Matrix) -> Iterator[tuple[int, int]]:
    """Pairs of places, best first; those that cannot be told apart in the order they stand."""
    rows, columns = (set(range(length)) for length in scores.shape)
    for i, j in _best_first(scores):
        if i not in rows or j not in columns:
            continue
        olds, news = _find_rivals(i, j, scores, rows, columns)
        if alike[i, j] == 100:
            olds, news = [i], [j]
        if len(olds) == len(news) and np.all(scores[np.ix_(olds, news)] > 0):
            yield from zip(olds, news, strict=True)
        rows.difference_update(olds)
        columns.difference_update(news)


def _best_first(scores: Matrix) -> list[tuple[int, int]]:
    """Places of the possible pairs; the order is the same with old and new swapped."""
    rows, columns = (axis.tolist() for axis in np.nonzero(scores))
    possible = zip(scores[rows, columns].tolist(), rows, columns, strict=True)
    ordered = sorted(possible, key=lambda p: (-p[0], p[1] + p[2], abs(p[1] - p[2]), p[1]))
    return [(i, j) for _, i, j in ordered]


def _find_rivals(
    i: int, j: int, scores: Matrix, rows: set[int], columns: set[int]
) -> tuple[list[int], list[int]]:
    """The old and the new ones, in order, between which a choice would be a guess."""
    least = scores[i, j] - RIVAL_POINTS
    news = sorted(c for c in columns if scores[i, c] >= least)
    olds = sorted(r for r in rows if scores[r, j] >= least)
    return olds, news


def _find_near(
    entry: Entry, others: Sequence[Entry], contained: NDArray[np.float64]
) -> tuple[int, ...]:
    """Places of the others that share most of the words of the shorter text, best first."""
    likely = np.nonzero(contained >= NEAR_MIN)[0].tolist()
    words = set(entry.masked)
    near = [p for p in likely if len(words.intersection(others[p].masked)) >= NEAR_WORDS_MIN]
    return tuple(sorted(near, key=lambda p: (-contained[p], p))[:NEAR_MAX])
