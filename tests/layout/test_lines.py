from __future__ import annotations

import pytest
from tests.layout.builders import (
    BODY,
    BOLD,
    LEFT,
    MARK,
    SMALL,
    make_line,
    make_word,
    make_words,
)

from prestatie_extract.layout.lines import MARKER, words_to_lines
from prestatie_extract.page import Font, Word


def _marked(word: str, mark: str, rest: str, *, drop: float = 0.0) -> list[Word]:
    """A word, a small mark right behind it and more words; `drop` lowers the mark."""
    first = make_word(word, LEFT, 100.0, stream=0)
    small = make_word(mark, first.bbox.x1, 100.0 + drop, font=MARK, stream=first.stream_end)
    x1 = small.bbox.x1
    others = [
        make_word(t, x1 + 3 + 30 * i, 100.0, stream=100 + 10 * i)
        for i, t in enumerate(rest.split())
    ]
    return [first, small, *others]


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        pytest.param("1", "2023 is", id="digit behind a year"),
        pytest.param("12", "2023 is", id="two digits"),
        pytest.param("*", "2023 is", id="star"),
        pytest.param("[3]", "2023 is", id="digit in brackets"),
        pytest.param("1,", "2023 is", id="comma set small with the mark"),
        pytest.param("e", "2023e is", id="raised letter belongs to the word"),
    ],
)
def test_raised_marks(mark: str, text: str) -> None:
    """A small raised number or star is a footnote mark and no part of the text."""
    (line,) = words_to_lines(_marked("2023", mark, "is"), 1)
    assert line.text == text
    assert [w.text for w in line.marks] == ([] if mark == "e" else [mark])
    assert line.characters == len("2023is") + len(mark)


def test_subscript_is_no_mark() -> None:
    """A small digit at the foot of the line stays in the text: CO2."""
    foot_of_line, foot_of_mark = 1.12 * BODY.size, 1.12 * MARK.size
    words = _marked("CO", "2", "vrij", drop=foot_of_line - foot_of_mark)
    (line,) = words_to_lines(words, 1)
    assert line.text == "CO2 vrij"


def test_comma_behind_a_mark_joins_the_word_before() -> None:
    """Punctuation that stands behind a mark closes up to the word."""
    (line,) = words_to_lines(_marked("peildatum", "2", ", tenzij"), 1)
    assert line.text == "peildatum, tenzij"


def test_leading_mark_makes_a_footnote_line() -> None:
    """A line that opens with a raised mark knows it."""
    mark = make_word("1", LEFT, 700.0, font=Font("Serif", 5.0))
    words = [mark, *make_words("Stand op 1 januari.", LEFT + 5, 700.0, font=SMALL)]
    (line,) = words_to_lines(words, 1)
    assert (line.leading_mark, line.text) == ("1", "Stand op 1 januari.")


def test_line_of_small_digits_alone_keeps_them() -> None:
    """A line cannot be all marks."""
    (line,) = words_to_lines([make_word("1", LEFT, 100.0, font=MARK)], 1)
    assert (line.text, line.marks) == ("1", ())


def test_words_that_touch_are_one() -> None:
    """Two fonts within a word leave no space: pdfplumber ends a word where the type changes."""
    first = make_word("woning", LEFT, 100.0, font=BOLD, stream=0)
    second = make_word("bouw", first.bbox.x1, 100.0, stream=first.stream_end)
    (line,) = words_to_lines([first, second], 1)
    assert line.text == "woningbouw"
    assert [line.text[w.start : w.end] for w in line.passage.words] == ["woning", "bouw"]


def test_touching_words_with_a_space_in_the_stream_stay_two() -> None:
    """Justified text may squeeze a space to nothing; the stream still has it."""
    first = make_word("sociale", LEFT, 100.0, stream=0)
    second = make_word("huur", first.bbox.x1, 100.0, stream=first.stream_end + 1)
    (line,) = words_to_lines([first, second], 1)
    assert line.text == "sociale huur"


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        pytest.param("1.", "Wij", 1, id="text hangs far behind its number"),
        pytest.param("•", "Wij", 1, id="text hangs far behind its bullet"),
        pytest.param("Bij 4.", "Wij", 1, id="marker of two words"),
        pytest.param("wethouder", "Bestuurder", 2, id="two columns of signatures"),
        pytest.param("Inleiding", "4", 1, id="page number of a contents entry"),
    ],
)
def test_wide_gaps(left: str, right: str, count: int) -> None:
    """A wide gap parts a line, but not a marker from its text nor an entry from its page."""
    words = [*make_words(left), make_word(right, LEFT + 150.0, 100.0)]
    assert len(words_to_lines(words, 1)) == count


def test_lines_run_down_the_page() -> None:
    """Lines come top down, their words left to right, whatever the stream's order."""
    low, high = make_words("onder aan", top=130.0), make_words("boven aan", top=100.0)
    lines = words_to_lines([*reversed(low), *reversed(high)], 3)
    assert [line.text for line in lines] == ["boven aan", "onder aan"]
    assert {line.page_number for line in lines} == {3}


def test_font_is_that_of_most_characters() -> None:
    """A bold word does not make a bold line."""
    (line,) = words_to_lines(
        [make_word("Let op:", LEFT, 100.0, font=BOLD), *make_words("dit geldt altijd", 120.0)], 1
    )
    assert line.font == BODY
    assert not line.bold
    assert make_line("Alles vet", font=BOLD).bold


def test_mark_of_a_web_page() -> None:
    """`<sup>` is set at 0.83 of the line by browsers and WeasyPrint."""
    year = make_word("2023", LEFT, 100.0, stream=0)
    mark = make_word("1", year.bbox.x1, 98.0, font=Font("Serif", 8.3), stream=year.stream_end)
    (line,) = words_to_lines([year, mark], 1)
    assert line.text == "2023"


MARKERS = ["1", "1.", "12)", "1.4.1", "1.4.1.", "4a.", "a)", "(a)", "b.", "iv.", "(ii)"]
MARKERS += ["B2", "D-3", "PA12.", "•", "-", "–", "o", "✓", "Bij 4."]


@pytest.mark.parametrize("marker", MARKERS)
def test_markers(marker: str) -> None:
    """What may open a list item."""
    assert MARKER.match(marker)


@pytest.mark.parametrize("word", ["2023", "1.250", "De", "€", "a", "(1)a", "30%", "B", "m²"])
def test_no_markers(word: str) -> None:
    """Years, amounts and words open none."""
    assert not MARKER.match(word)
