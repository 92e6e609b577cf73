from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_extract.diff.words import WORDS_MAX, diff_words, fold, to_legible, to_words
from prestatie_extract.diff.years import is_rolled

ALIKE = [
    ("quotes", "het 'plan'", "het ‘plan’"),
    ("dashes", "2022-2023", "2022–2023"),
    ("spaces", "het  plan\n", "het plan"),
    ("hyphen-at-line-end", "woning- corporatie", "woningcorporatie"),
    ("soft-hyphen", "woning\u00adcorporatie", "woningcorporatie"),
    ("compatibility-characters", "e\ufb03cient", "efficient"),
    ("case", "De Gemeente", "de gemeente"),
    ("end-of-an-item", "bouwt;", "bouwt."),
    ("bullet", "• bouwt", "bouwt"),
    ("unit-apart", "50 %", "50%"),
]
DIFFERENT = [
    ("minus", "groei van -27", "groei van 27"),
    ("two-numbers", "1 50", "150"),
    ("decimals", "1,5", "15"),
    ("percent", "50", "50%"),
    ("words", "bouwt niet", "bouwt"),
]


@pytest.mark.parametrize(("one", "other"), [a[1:] for a in ALIKE], ids=[a[0] for a in ALIKE])
def test_typography_makes_no_difference(one: str, other: str) -> None:
    """A table of texts that say the same."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [d[1:] for d in DIFFERENT], ids=[d[0] for d in DIFFERENT]
)
def test_meaning_makes_a_difference(one: str, other: str) -> None:
    """A table of texts that do not say the same."""
    assert fold(one) != fold(other)


DIFFS = [
    ("De corporatie bouwt 180 woningen.", "De corporatie bouwt 150 woningen.",
     "De corporatie bouwt -180 +150 woningen."),
    ("in 2023 20 woningen", "in 2024 25 woningen", "in -2023 +2024 -20 +25 woningen"),
    ("a b c", "a b c", "a b c"),
    ("de gemeente belt", "De gemeente, belt", "De gemeente, belt"),
    ("alle huurders van de wijk", "enkele kopers van de stad",
     "-alle huurders +enkele kopers van de -wijk +stad"),
    ("Partij belt de huurder", "Partij mailt de koper", "Partij -belt de huurder +mailt de koper"),
    ("", "geheel nieuw", "+geheel nieuw"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), DIFFS)
def test_words_that_changed(old: str, new: str, expected: str) -> None:
    """A table of two texts and their difference, - before what was removed and + what was added."""
    marks = {"same": "", "removed": "-", "added": "+"}
    pieces = diff_words(to_words(old), to_words(new))
    assert " ".join(f"{marks[piece.op]}{piece.text}" for piece in pieces) == expected


@given(st.lists(st.sampled_from(["de", "Het", "180", "150,", "-", "huur-", "woning"])),
       st.lists(st.sampled_from(["de", "het", "180", "200", "woning", "huurwoning"])))  # fmt: skip
def test_no_word_is_lost(old: list[str], new: list[str]) -> None:
    """What is the same and added is the new text; with removed for added it is the old one."""
    pieces = diff_words(to_words(" ".join(old)), to_words(" ".join(new)))
    assert " ".join(p.text for p in pieces if p.op != "removed") == " ".join(new)
    assert fold(" ".join(p.text for p in pieces if p.op != "added")) == fold(" ".join(old))


def test_very_long_texts_are_not_compared_word_by_word() -> None:
    """Beyond a bound the middle counts as replaced, and beginning and end are still the same."""
    old, new = (" ".join(["begin", *([word] * (WORDS_MAX + 1)), "eind"]) for word in ("aa", "bb"))
    pieces = diff_words(to_words(old), to_words(new))
    assert [piece.op for piece in pieces] == ["same", "removed", "added", "same"]


def test_what_cannot_be_seen_is_not_shown() -> None:
    """Escape sequences and direction marks reach no terminal and no page."""
    assert to_legible("a\x1b[31m\u202eb\x00\u2028c") == "a�[31m�b� c"


ROLLED = [
    ("2023", "2024", {1}, True),
    ("2023", "2024", None, True),
    ("2023en2024", "2024en2025", {1}, True),
    ("tot2030vanaf2023", "tot2030vanaf2024", {1}, True),
    ("2030", "2035", {1}, False),
    ("2023", "2024", set(), False),
    ("2023", "2023", {1}, False),
    ("2023en2024", "2024en2026", None, False),
    ("180", "150", None, False),
    ("bouw2023", "sloop2024", {1}, False),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "steps", "expected"), ROLLED)
def test_years_that_roll(old: str, new: str, steps: set[int] | None, expected: bool) -> None:
    """A table of texts and whether they differ in years that moved by one of the steps only."""
    assert is_rolled(old, new, None if steps is None else frozenset(steps)) is expected
