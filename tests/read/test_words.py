"""Characters to words."""

from __future__ import annotations

from typing import Any

import pytest

from prestatie_extract.page import Font
from prestatie_extract.read.words import chars_to_words, drop_markup

BODY = Font("Serif", 10.0)
BOLD = Font("Serif-Bold", 10.0, bold=True)


def _chars(
    text: str, x0: float = 70.0, *, font: Font = BODY, start: int = 0
) -> list[dict[str, Any]]:
    """Characters 5 points wide, one behind another."""
    return [
        {
            "object_type": "char",
            "text": ch,
            "x0": x0 + 5 * i,
            "x1": x0 + 5 * i + 5,
            "top": 100.0,
            "bottom": 110.0,
            "doctop": 100.0,
            "width": 5.0,
            "height": 10.0,
            "upright": True,
            "font": font,
            "size": font.size,
            "stream_index": start + i,
        }
        for i, ch in enumerate(text)
    ]


def test_spaces_part_words() -> None:
    """Words know where in the stream their characters stand."""
    words = chars_to_words(_chars("Wij bouwen"))
    assert [(w.text, w.stream_start, w.stream_end) for w in words] == [
        ("Wij", 0, 3),
        ("bouwen", 4, 10),
    ]


def test_gap_parts_words() -> None:
    """Two points of nothing at ten points are a space, half a point is kerning."""
    left = _chars("Wij")
    assert len(chars_to_words([*left, *_chars("nu", 87.0, start=3)])) == 2
    assert len(chars_to_words([*left, *_chars("nu", 85.5, start=3)])) == 1


def test_font_parts_words() -> None:
    """A footnote mark behind a word is a word of its own."""
    words = chars_to_words([*_chars("2023"), *_chars("1", 90.0, font=BOLD, start=4)])
    assert [(w.text, w.font.bold) for w in words] == [("2023", False), ("1", True)]


def test_letters_out_of_order() -> None:
    """A stream that draws letters out of order is read by place."""
    chars = _chars("wonen")
    (word,) = chars_to_words([chars[i] for i in (0, 2, 4, 1, 3)])
    assert word.text == "wonen"


def test_short_words_are_no_fragments() -> None:
    """A formula or list of letters is not taken apart further."""
    assert [w.text for w in chars_to_words(_chars("a b c"))] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("printed", "texts"),
    [
        pytest.param("<u>Wonen:</u> nu", ["Wonen:", "nu"], id="tags around a word"),
        pytest.param("</li> <br/> nu", ["nu"], id="tags alone"),
        pytest.param("<40 woningen", ["<40", "woningen"], id="less than"),
    ],
)
def test_printed_markup(printed: str, texts: list[str]) -> None:
    """HTML tags that a converter printed on the page are no words."""
    assert [w.text for w in drop_markup(chars_to_words(_chars(printed)))] == texts


def test_nothing() -> None:
    """A page without characters has no words."""
    assert chars_to_words([]) == ()
