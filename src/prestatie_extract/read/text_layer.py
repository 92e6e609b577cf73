"""Whether what the text layer says is what the page shows, judged page by page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from prestatie_extract.page import Page, TextLayer
from prestatie_extract.vocabulary import load_column

UNMAPPED_RATIO = 0.1  # of a page's characters without a Unicode value; sound pages have none
WORDS_MIN = 30  # below it the shares of words and vowels say little
COMMON_RATIO = 0.02  # of the words; 697 pages of 30 words and more have 0.033 to 0.5, 2026-11
VOWEL_RATIOS = (0.33, 0.48)  # of the letters; the same pages have 0.37 to 0.445
CURVES_MIN = 100  # on a page without characters: letters drawn as outlines, more than a logo has
MEANINGLESS = re.compile("[\ufffd\ue000-\uf8ff]")  # replacement character, private use
LETTERS = re.compile(r"[^\W\d_]{2,}")
VOWELS = frozenset("aeiouyáéíóúäëïöüàèêâîôû")


class Reading(StrEnum):
    """What a text reads as."""

    DUTCH = "dutch"
    UNKNOWN = "unknown"
    JUNK = "junk"


def judge(page: Page, *, curves: int = 0) -> TextLayer:
    """What the text layer of a page is worth.

    Args:
        page: as read, with its characters and how many of them have no Unicode value.
        curves: how many curved paths are drawn on it.
    """
    if not page.characters:
        is_shown = page.has_images or curves >= CURVES_MIN
        return TextLayer.MISSING if is_shown else TextLayer.BLANK
    reading = read_as([word.text for word in page.words])
    is_unmapped = page.unmapped >= UNMAPPED_RATIO * page.characters
    is_senseless = count_readable(page) <= (1 - UNMAPPED_RATIO) * page.characters
    if is_senseless or reading is Reading.JUNK or (is_unmapped and reading is not Reading.DUTCH):
        return TextLayer.JUNK
    return TextLayer.UNMAPPED if is_unmapped else TextLayer.GOOD


def read_as(words: Sequence[str]) -> Reading:
    """Whether words are Dutch, or letters that no language puts together so.

    A font that maps each letter to another leaves the shapes of words but hardly one of the small
    words that make up a third of any text, and the wrong share of vowels.
    """
    found = [match.casefold() for word in words for match in LETTERS.findall(word)]
    common = sum(word in load_column("common_words", "word") for word in found)
    if len(found) < WORDS_MIN:
        return Reading.DUTCH if common else Reading.UNKNOWN
    if common > COMMON_RATIO * len(found):
        return Reading.DUTCH
    letters = "".join(found)
    share = sum(letter in VOWELS for letter in letters) / len(letters)
    return Reading.UNKNOWN if VOWEL_RATIOS[0] <= share <= VOWEL_RATIOS[1] else Reading.JUNK


def count_readable(page: Page) -> int:
    """How many characters have a meaning; `�`, `(cid:n)` and private use have none."""
    text = "".join(word.text for word in page.words if "(cid:" not in word.text)
    return len(MEANINGLESS.sub("", text))
