"""The features that the text classifier weighs."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from prestatie_extract.tagging.subwords import FEATURE_NORM, build_subword_classifier

NLP = spacy.blank("nl")


def features(*texts: str) -> list[dict[int, float]]:
    """Weight by key of each text, as the first layer gives them."""
    layer: Any = build_subword_classifier(exclusive_classes=True).layers[0]
    keys, values, counts = layer.predict([NLP.make_doc(text) for text in texts])
    ends = np.cumsum(counts)
    return [
        dict(zip(keys[end - n : end].tolist(), values[end - n : end].tolist(), strict=True))
        for n, end in zip(counts, ends, strict=True)
    ]


def test_words_of_one_family_share_features() -> None:
    """Huurverhoging and huurprijsverhoging have parts in common; bomenplan has none of them."""
    rent, price, trees = features("huurverhoging", "huurprijsverhoging", "bomenplan")
    assert len(rent.keys() & price.keys()) > 10
    assert len(rent.keys() & trees.keys()) < 3


def test_case_and_marks_do_not_count() -> None:
    one, other = features("De Corporatie bouwt", "de corporatie bouwt !")
    assert one == other


def test_order_of_words_counts() -> None:
    one, other = features("sloop voor nieuwbouw", "nieuwbouw voor sloop")
    assert one != other


def test_nothing_gives_nothing() -> None:
    assert features("", "…") == [{}, {}]


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_every_text_weighs_the_same(texts: list[str]) -> None:
    """A long text has no more say than a short one."""
    for found in features(*texts):
        if found:
            weight = float(np.linalg.norm(list(found.values())))
            assert weight == pytest.approx(FEATURE_NORM, rel=1e-4)


@pytest.mark.parametrize("exclusive", [True, False])
def test_probabilities(exclusive: bool) -> None:
    """Between 0 and 1; with exclusive classes they add up to 1."""
    model: Any = build_subword_classifier(exclusive_classes=exclusive, length=1024, nO=3)
    docs = [NLP.make_doc("De gemeente wijst een plek aan."), NLP.make_doc("")]
    model.initialize(X=docs, Y=np.zeros((2, 3), dtype="float32"))
    said = model.predict(docs)
    assert ((said >= 0) & (said <= 1)).all()
    assert bool(np.allclose(said.sum(axis=1), 1)) is exclusive
