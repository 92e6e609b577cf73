from __future__ import annotations

from tests.layout.builders import PITCH, make_word

from prestatie_extract.layout.lines import Line, words_to_lines
from prestatie_extract.layout.order import order_lines

TEXTS = [f"l{i}" for i in range(6)], [f"r{i}" for i in range(6)]


def _columns(*, by_row: bool) -> list[Line]:
    """Two columns of six lines, in the stream column by column or row by row."""
    lines = []
    for column, texts in enumerate(TEXTS):
        for row, text in enumerate(texts):
            place = row * 2 + column if by_row else column * 6 + row
            word = make_word(text, 70.0 + 200 * column, 100.0 + PITCH * row, stream=place * 10)
            lines += words_to_lines([word], 1)
    return lines


def test_columns_follow_the_stream() -> None:
    """A stream that goes down each column is the reading order."""
    ordered, findings = order_lines(_columns(by_row=False)[::-1], 1)
    assert [line.text for line in ordered] == [*TEXTS[0], *TEXTS[1]]
    assert findings == []


def test_single_column_follows_the_place() -> None:
    """Without columns the place on the page decides, whatever the stream says."""
    words = [make_word(f"l{i}", 70.0, 100.0 + PITCH * i, stream=100 - 10 * i) for i in range(5)]
    ordered, findings = order_lines(words_to_lines(words[::-1], 1), 1)
    assert [line.text for line in ordered] == [f"l{i}" for i in range(5)]
    assert findings == []


def test_lone_neighbours_make_no_columns() -> None:
    """A row of signatures below a page of text does not make the stream decide."""
    words = [make_word(f"l{i}", 70.0, 100.0 + PITCH * i, stream=500 - 10 * i) for i in range(14)]
    words.append(make_word("naast", 300.0, 100.0, stream=0))
    ordered, _ = order_lines(words_to_lines(words, 1), 1)
    assert [line.text for line in ordered][:3] == ["l0", "naast", "l1"]


def test_doubt_is_a_finding() -> None:
    """Columns that the stream jumps between are read by place, with a warning."""
    rows = (5, 0, 4, 1, 3, 2)  # two jumps back up in each column
    words = [
        make_word(texts[row], 70.0 + 200 * column, 100.0 + PITCH * row, stream=column * 100 + place)
        for column, texts in enumerate(TEXTS)
        for place, row in enumerate(rows)
    ]
    lines = [line for word in words for line in words_to_lines([word], 4)]
    ordered, findings = order_lines(lines, 4)
    assert [line.text for line in ordered][:2] == ["l0", "r0"]
    assert [(f.code, f.page_number) for f in findings] == [("reading_order_uncertain", 4)]
