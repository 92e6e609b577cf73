"""Words as OCR gives them, closer to what is printed: even type sizes, bullets as bullets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from prestatie_extract.geometry import overlap_length
from prestatie_extract.page import Word

BODY_RATIOS = (0.8, 1.2)  # of the commonest size; lines of one type differ so by their letters
SIZE_RATIO = 0.92  # of the largest size that counts as the same
BULLET = "•"
BULLET_LOOKS = frozenset("e«»°¢©®*·-oO0")
"""What Tesseract takes a bullet for; none of it is a Dutch word that starts a line."""
LINE_SHARE = 0.5  # of a word's height that it shares with its neighbour on the line


def tidy_words(pages: Sequence[Sequence[Word]]) -> list[tuple[Word, ...]]:
    """The words of each page with sizes that are the same where the type is, and with bullets.

    Tesseract measures each line by its letters: one without tails seems smaller.
    """
    sizes = _even_sizes(word for page in pages for word in page)
    return [tuple(_with_bullets([_resize(word, sizes) for word in page])) for page in pages]


def _resize(word: Word, sizes: Mapping[float, float]) -> Word:
    return replace(word, font=replace(word.font, size=sizes[word.font.size]))


def _even_sizes(words: Iterator[Word]) -> dict[float, float]:
    """The size that each measured size stands for."""
    letters: Counter[float] = Counter()
    for word in words:
        letters[word.font.size] += len(word.text)
    if not letters:
        return {}
    body = letters.most_common(1)[0][0]
    low, high = (ratio * body for ratio in BODY_RATIOS)
    found: dict[float, float] = {}
    largest = 0.0
    for size in sorted(letters, reverse=True):
        if low <= size <= high:
            found[size] = body
            continue
        if size < SIZE_RATIO * largest or not largest:
            largest = size
        found[size] = largest
    return found


def _with_bullets(words: Sequence[Word]) -> Iterator[Word]:
    before = [None, *words]
    for previous, (word, following) in zip(before, pairwise([*words, None]), strict=False):
        assert word is not None
        starts = previous is None or not _are_beside(previous, word)
        leads = following is not None and _are_beside(word, following)
        is_bullet = starts and leads and word.text in BULLET_LOOKS
        yield replace(word, text=BULLET) if is_bullet else word


def _are_beside(word: Word, following: Word) -> bool:
    shared = overlap_length(
        word.bbox.top, word.bbox.bottom, following.bbox.top, following.bbox.bottom
    )
    return shared > LINE_SHARE * min(word.bbox.height, following.bbox.height) and (
        following.bbox.x0 >= word.bbox.x0
    )
