from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prestatie_extract.evaluate.bootstrap import (
    LEVEL,
    TAIL,
    Estimate,
    Sample,
    estimate_document,
    estimate_mean,
    estimate_pool,
)
from prestatie_extract.evaluate.fields import FIELDS, Measure
from prestatie_extract.evaluate.figures import MEASURES, to_array
from prestatie_extract.evaluate.tallies import Tally, tally_value

ROUNDS = 400
THEME, F1 = list(FIELDS).index("theme"), MEASURES.index(Measure.F1)
AGREEMENTS = list(FIELDS).index("agreements")


def sample(*is_right: bool) -> Sample:
    """A document whose agreements have the right theme or not."""
    cases = [to_array({"theme": tally_value(is_right=one)}) for one in is_right]
    own = to_array({})
    return Sample(own, np.array(cases).reshape(len(cases), *own.shape))


def ends(estimate: Estimate, kind: str = "agreements") -> tuple[float, float]:
    """Low and high of the theme's F1."""
    low, high = getattr(estimate, kind)[:, THEME, F1]
    return float(low), float(high)


documents = st.lists(st.lists(st.booleans(), min_size=1, max_size=12), min_size=1, max_size=5)


@settings(max_examples=40)
@given(documents)
def test_interval_holds_the_figure(drawn: list[list[bool]]) -> None:
    """Whatever is right and wrong, the figure lies within its intervals, those within 0 and 1."""
    samples = [sample(*each) for each in drawn]
    for estimate in (estimate_mean(samples, 50), estimate_pool(samples, 50)):
        for kind in ("agreements", "documents"):
            low, high = ends(estimate, kind)
            if not np.isnan(low):
                assert 0 <= low <= estimate.value[THEME, F1] <= high <= 1


@pytest.mark.parametrize("kind", ["agreements", "documents"])
def test_more_data_gives_a_narrower_interval(kind: str) -> None:
    """Nine times the documents, with the same share of right ones: about a third of the width."""
    some = [sample(True, False, True, True), sample(True, False), sample(True)]
    wide, narrow = (ends(estimate_mean(each, ROUNDS), kind) for each in (some, some * 9))
    ratio = (narrow[1] - narrow[0]) / (wide[1] - wide[0])
    assert 0.2 < ratio < 0.5


def test_interval_is_that_of_a_share() -> None:
    """60 of 100 right: near the 0.50-0.70 that the normal approximation gives."""
    low, high = ends(estimate_document(sample(*([True] * 60 + [False] * 40)), 2000))
    assert low == pytest.approx(0.504, abs=0.02)
    assert high == pytest.approx(0.696, abs=0.02)


def test_interval_covers_the_truth_as_often_as_it_says() -> None:
    """Of 120 documents of 60 agreements, 80 % right by chance, about 95 % hold 0.8."""
    random = np.random.RandomState(7)
    made = [sample(*(random.random_sample(60) < 0.8)) for _ in range(120)]
    held = [ends(estimate_document(each, 200)) for each in made]
    share = sum(low <= 0.8 <= high for low, high in held) / len(held)
    assert share == pytest.approx(LEVEL, abs=0.05)


def test_same_input_gives_the_same_interval() -> None:
    """Nothing is left to chance."""
    one, other = (estimate_mean([sample(True, False, True)] * 3, ROUNDS) for _ in range(2))
    np.testing.assert_array_equal(one.agreements, other.agreements)
    np.testing.assert_array_equal(one.documents, other.documents)


def test_perfect_is_not_certain() -> None:
    """Ten of ten right: a document with as much as 31 % wrong gives that once in forty times."""
    assert ends(estimate_document(sample(*[True] * 10), ROUNDS)) == (TAIL ** (1 / 10), 1)
    assert ends(estimate_document(sample(*[False] * 10), ROUNDS)) == (0, 1 - TAIL ** (1 / 10))


def test_no_interval_without_data() -> None:
    """One agreement, one document, no rounds, a field that is told once a document: none."""
    assert np.isnan(ends(estimate_document(sample(True), ROUNDS))).all()
    assert np.isnan(ends(estimate_mean([sample(True, False)], ROUNDS), "documents")).all()
    assert np.isnan(ends(estimate_mean([sample(True, False)] * 3, 0))).all()
    told_once = Sample(to_array({"period": tally_value(is_right=True)}), sample(True, True).cases)
    period = list(FIELDS).index("period")
    assert np.isnan(estimate_document(told_once, ROUNDS).agreements[:, period]).all()


def test_no_interval_where_nothing_varies() -> None:
    """One document all right and one all wrong: drawing agreements within them tells nothing."""
    samples = [sample(True, True), sample(False, False)]
    assert np.isnan(ends(estimate_mean(samples, ROUNDS))).all()
    assert ends(estimate_mean(samples, ROUNDS), "documents") == (0, 1)


def test_mean_and_pool() -> None:
    """Three of four and none of one: documents count alike in the mean, agreements in the pool."""
    samples = [sample(True, True, True, False), sample(False)]
    assert estimate_mean(samples, 0).value[THEME, F1] == 0.375
    assert estimate_pool(samples, 0).value[THEME, F1] == 0.6


def test_missing_record_is_nothing() -> None:
    """A document without record has 0 everywhere, in fields that were not compared too."""
    lost = to_array({"agreements": Tally(gold=1)})[np.newaxis]
    missing = Sample(to_array({}), lost, is_missing=True)
    value = estimate_mean([missing, sample(True)], 0).value
    assert value[THEME, F1] == 0.5
    assert value[AGREEMENTS, F1] == 0.5
