"""Characters to words, with pdfplumber's word extraction."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from pdfplumber.utils import extract_words

from prestatie_extract.geometry import BBox
from prestatie_extract.page import Word

PlumberObject = dict[str, Any]

WORD_GAP_RATIO = (
    0.15  # of the font size; justified lines squeeze a space to 0.17, 5 documents, 2026-11
)
TAG = re.compile(r"</?(?:u|b|i|em|strong|sup|sub|br|p|li|ul|ol)\s*/?>", re.IGNORECASE)
FRAGMENT_RATIO = 0.4  # of words with one letter; Dutch running text stays below 0.1


def chars_to_words(chars: list[PlumberObject]) -> tuple[Word, ...]:
    """Words in content-stream order; a change of font or size ends a word.

    Producers that place each letter on its own and out of order break words in the stream;
    then the words are taken by position.
    """
    words = _extract(chars, use_text_flow=True)
    if _is_fragmented(words):
        words = min(words, _extract(chars, use_text_flow=False), key=len)
    return words


def _extract(chars: list[PlumberObject], *, use_text_flow: bool) -> tuple[Word, ...]:
    for char in chars:  # a number is told apart faster than a font; both readers give one a font
        char["face"] = id(char["font"])
    found = extract_words(
        chars,
        use_text_flow=use_text_flow,
        x_tolerance_ratio=WORD_GAP_RATIO,
        extra_attrs=["face"],
        return_chars=True,
    )
    return tuple(_to_word(w) for w in found)


def _to_word(found: PlumberObject) -> Word:
    chars = found["chars"]
    return Word(
        text=found["text"],
        bbox=BBox(found["x0"], found["top"], found["x1"], found["bottom"]),
        font=chars[0]["font"],
        stream_start=chars[0]["stream_index"],
        stream_end=chars[-1]["stream_index"] + 1,
    )


def drop_markup(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words without HTML tags that a converter printed on the page: "<u>Wonen:</u>"."""
    if not any("<" in word.text for word in words):
        return words
    bare = (replace(word, text=TAG.sub("", word.text)) for word in words)
    return tuple(word for word in bare if word.text)


def _is_fragmented(words: tuple[Word, ...]) -> bool:
    letters = [w for w in words if w.text.isalpha()]
    return sum(len(w.text) == 1 for w in letters) > FRAGMENT_RATIO * max(1, len(letters))
