"""The texts that the pipeline is trained on: whole, varied, and our own."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from models.recipe import LABELS, read_texts

from prestatie_extract.schema.codes import CommitmentType, TargetRole, ThemeCode

TEXTS = read_texts()
WRITTEN_MIN = 1200
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
SAME_WORDS = 8  # in a row: what two people may both write about housing is shorter


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def test_there_are_enough() -> None:
    assert len(TEXTS) >= WRITTEN_MIN
    assert len({text["id"] for text in TEXTS}) == len(TEXTS)


def test_codes_are_those_of_the_contract() -> None:
    assert LABELS["themes"] == get_args(ThemeCode)
    assert LABELS["commitment"] == get_args(CommitmentType)
    for text in TEXTS:
        assert set(text["themes"]) <= set(LABELS["themes"]), text["id"]
        assert text["commitment_type"] in LABELS["commitment"], text["id"]
        assert text["concreteness"] in {1, 2, 3}, text["id"]
        assert {role for *_, role in text["numbers"]} <= set(get_args(TargetRole)), text["id"]


def test_every_label_is_learned_from_many_texts() -> None:
    """The rarest theme is overig, one agreement in a hundred."""
    themes = Counter(theme for text in TEXTS for theme in text["themes"])
    assert min(themes[theme] for theme in LABELS["themes"]) >= 30
    assert min(Counter(text["commitment_type"] for text in TEXTS).values()) >= 500
    assert min(Counter(text["concreteness"] for text in TEXTS).values()) >= 500


def test_spans_stand_in_their_text() -> None:
    """Half-open, in order, never overlapping, no white space at their edges."""
    for text in TEXTS:
        for key in ("organisations", "numbers"):
            end_before = 0
            for start, end, *_ in text[key] or ():
                span = text["text"][start:end]
                assert end_before <= start < end, text["id"]
                assert span == span.strip() != "", text["id"]
                end_before = end


def test_no_text_twice() -> None:
    seen = Counter(tuple(words(text["text"])) for text in TEXTS)
    assert [" ".join(key)[:60] for key, count in seen.items() if count > 1] == []


def test_nothing_of_the_corpus_is_among_them() -> None:
    """Not eight words in a row."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus is not beside the project")
    pages = [words(path.read_text("utf-8")) for path in sorted((CORPUS / "text").iterdir())]
    runs = {tuple(w[i : i + SAME_WORDS]) for w in pages for i in range(len(w) - SAME_WORDS + 1)}
    for text in TEXTS:
        own = words(text["text"])
        shared = [
            i for i in range(len(own) - SAME_WORDS + 1) if tuple(own[i : i + SAME_WORDS]) in runs
        ]
        assert shared == [], text["id"]
