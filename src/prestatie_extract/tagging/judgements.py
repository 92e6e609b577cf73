"""Where headings, rules and the trained pipeline meet: who is believed, and what is recorded.

A heading decides the theme (the annotation rules take the chapter's), a rule what a rule suffices
for, the model the rest. Each value keeps its source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from prestatie_extract.document import Judgement, Target, Theme

RULE, MODEL, DEFAULT = "rule", "model", "default"
TARGET, CONDITION = "target", "condition"
CONCRETE, DEFINITE, DIRECTION = 3, 2, 1

T = TypeVar("T", str, int)

STAY_RATIO = 0.82  # agreements with the theme of the one before; in documents of our own 0.823
OWN_WORDS_WEIGHT = 0.7  # exponent: the words of one text are not independent; best on those
MIN_THEME_SCORE = 1e-6  # nothing is impossible, so that no chain breaks
MIN_THEME_SHARE = 0.1  # below, a theme is not worth a row; two themes of a text share at 0.3 and up

MIN_ROLE_PROBABILITY = 0.98  # of the model's role where no rule tells; trained without them, on
# 95 documents of our own 0.9 lost more targets than it won others, 0.98 lost none
RULE_SCORE = 1.0


def spread_themes(scores: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """The share of each theme in each agreement, given those before and behind it.

    Neighbours are mostly about the same theme: a chain that stays at its theme with `STAY_RATIO`,
    passed forward and backward. An agreement whose own words are clear keeps its theme.

    Args:
        scores: what the model says of each agreement's own words, in reading order; empty
            mappings where there is no model.
    """
    if not scores or not scores[0]:
        return [{} for _ in scores]
    themes = list(scores[0])
    said = np.asarray([[row[theme] for theme in themes] for row in scores])
    own = np.maximum(said, MIN_THEME_SCORE) ** OWN_WORDS_WEIGHT
    leave = (1 - STAY_RATIO) / (len(themes) - 1)
    move = np.full((len(themes), len(themes)), leave) + np.eye(len(themes)) * (STAY_RATIO - leave)
    shares = _pass(own, move) * _pass(own[::-1], move)[::-1] / own
    shares /= shares.sum(axis=1, keepdims=True)
    return [dict(zip(themes, map(float, row), strict=True)) for row in shares]


def weigh_themes(told: Sequence[Theme], shares: Mapping[str, float]) -> tuple[Theme, ...]:
    """The themes that headings tell, then those that only the content tells; each best first.

    Args:
        told: by the headings.
        shares: by the content, from `spread_themes`; empty without a model.
    """
    by_heading = [replace(t, content_score=_round(shares.get(t.theme))) for t in told]
    named = {theme.theme for theme in told}
    ranked = sorted(shares, key=lambda theme: -shares[theme])
    worth = [t for t in ranked if t == ranked[0] or shares[t] >= MIN_THEME_SHARE]
    scores = {theme: round(shares[theme], 2) for theme in worth if theme not in named}
    return (*by_heading, *(Theme(theme, score, MODEL, score) for theme, score in scores.items()))


def weigh_role(target: Target, told: tuple[str, float] | None) -> Target:
    """The target in the role that a rule told, else in the model's where that is sure enough.

    Args:
        target: from the rules, its `role_source` "default" where none of them tells.
        told: the model's role and its probability; None without a model.
    """
    if target.role_source != DEFAULT or told is None or told[1] < MIN_ROLE_PROBABILITY:
        return target
    role = told[0]
    if role == CONDITION:  # holds for all, and without a year
        return replace(target, role=role, role_source=MODEL, party_id=None, period=None)
    return replace(target, role=role, role_source=MODEL)


def weigh_commitment(told: Mapping[str, float]) -> Judgement:
    """The type that the model finds likeliest; nothing without a model."""
    return _best(told)


def weigh_concreteness(
    told: Mapping[int, float], *, targets: Sequence[Target], is_dated: bool
) -> Judgement:
    """3 where a number is promised or a time is told, which a rule sees; else the model's 1 or 2.

    Args:
        told: probability of each degree; empty without a model.
        targets: of the agreement, in their final roles.
        is_dated: whether text or planning cell tell by when.
    """
    if is_dated or any(target.role == TARGET for target in targets):
        return Judgement(CONCRETE, RULE, RULE_SCORE)
    vague = {degree: told[degree] for degree in (DIRECTION, DEFINITE) if degree in told}
    total = sum(vague.values())
    return _best({degree: p / total for degree, p in vague.items()} if total else {})


def _pass(own: NDArray[np.float64], move: NDArray[np.float64]) -> NDArray[np.float64]:
    """What each place and all before it say of its theme; each row has the sum 1."""
    said = np.empty_like(own)
    before = np.full(own.shape[1], 1 / own.shape[1])
    for place, row in enumerate(own):
        said[place] = before * row / (before * row).sum()
        before = said[place] @ move
    return said


def _best(told: Mapping[T, float]) -> Judgement:
    if not told:
        return Judgement()
    value, score = max(told.items(), key=lambda item: item[1])
    return Judgement(value, MODEL, round(score, 2))


def _round(share: float | None) -> float | None:
    return None if share is None else round(share, 2)
