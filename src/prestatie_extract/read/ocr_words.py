"""Words as OCR gives them, closer to what is printed: bullets are bullets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from prestatie_extract.geometry import overlap_length
from prestatie_extract.page import Word

BULLET = "•"
BULLET_LOOKS = frozenset("e«»°¢©®*·-oO0")
"""What Tesseract takes a bullet for; none of it is a Dutch word that starts a line."""
LINE_SHARE = 0.5  # of a word's height that it shares with its neighbour on the line


def restore_bullets(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a page, those that start a line and only look like letters as bullets."""
    return tuple(_with_bullets(words))


def _with_bullets(words: Sequence[Word]) -> Iterator[Word]:
    before = [None, *words]
    for previous, (word, following) in zip(before, pairwise([*words, None]), strict=False):
        assert word is not None
        starts = previous is None or not _are_beside(previous, word)
        leads = following is not None and _are_beside(word, following)
        is_bullet = starts and leads and word.text in BULLET_LOOKS
        yield replace(word, text=BULLET) if is_bullet else word


def _are_beside(word: Word, following: Word) -> bool:
    one, other = word.bbox, following.bbox
    shared = overlap_length(one.top, one.bottom, other.top, other.bottom)
    return other.x0 >= one.x0 and shared > LINE_SHARE * min(one.height, other.height)
