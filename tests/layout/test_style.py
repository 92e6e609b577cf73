from __future__ import annotations

import pytest
from tests.layout.builders import BODY, BOLD, LARGE, PITCH, SMALL, make_line, make_lines

from prestatie_extract.layout.style import Style, measure_style, rank_styles
from prestatie_extract.page import Font

TEXT = "gewone tekst van het document"


def test_body_is_what_most_characters_are_set_in() -> None:
    """Headings and footnotes do not move the body size."""
    page = [
        make_line("Hoofdstuk", font=LARGE),
        *make_lines(*[TEXT] * 5, top=130.0),
        make_line("noot", top=700.0, font=SMALL),
    ]
    style = measure_style([page], [595.0], [])
    assert (style.body_size, style.body_bold) == (10.0, False)
    assert style.pitches[10.0] == PITCH
    assert style.right_edges == {595.0: max(line.bbox.x1 for line in page)}


def test_smaller_pitch_on_a_tie() -> None:
    """As many wide distances as narrow ones: the narrow one is the pitch."""
    lines = [make_line(TEXT, top=t) for t in (100.0, 112.0, 130.0)]
    assert measure_style([lines], [595.0], []).pitches[10.0] == 12.0


def test_pitch_of_the_type_in_tables() -> None:
    """Cells are often set smaller than the text; their pitch is measured too."""
    cell = [make_line(TEXT, top=t, font=SMALL) for t in (100.0, 110.5, 121.0)]
    style = measure_style([make_lines(TEXT, TEXT)], [595.0], [cell])
    assert (style.body_size, style.pitches[8.0]) == (10.0, 10.5)


def test_no_lines() -> None:
    """A document of tables alone has a style as well."""
    assert measure_style([[]], [595.0], []).body_size == 10.0


@pytest.mark.parametrize(
    ("font", "body_bold", "is_heading"),
    [
        pytest.param(LARGE, False, True, id="larger"),
        pytest.param(BOLD, False, True, id="bold"),
        pytest.param(BOLD, True, False, id="bold in a bold document"),
        pytest.param(Font("Sans-Bold", 9.0, bold=True), False, True, id="smaller sans bold"),
        pytest.param(Font("Serif-Bold", 8.0, bold=True), False, False, id="bold footnote"),
        pytest.param(Font("Serif", 10.5), False, False, id="a little larger"),
        pytest.param(BODY, False, False, id="body"),
    ],
)
def test_is_heading(font: Font, body_bold: bool, is_heading: bool) -> None:
    """Larger than the body, or bolder without being much smaller."""
    style = Style(10.0, body_bold=body_bold)
    assert style.is_heading(make_line("Betaalbaarheid", font=font)) is is_heading


@pytest.mark.parametrize(("size", "is_small"), [(8.0, True), (9.2, True), (9.5, False)])
def test_is_small(size: float, is_small: bool) -> None:
    """Footnotes are clearly smaller than the body."""
    assert Style(10.0).is_small(make_line("noot", font=Font("Serif", size))) is is_small


def test_unknown_pitch() -> None:
    """A size that was not measured has a usual pitch."""
    assert Style(10.0).pitch_of(make_line(TEXT)) == 12.5


def test_ranks() -> None:
    """Larger goes first, then bold, then upright."""
    keys = [(12.0, True, True), (16.0, True, False), (12.0, False, False), (12.0, True, False)]
    assert rank_styles([*keys, keys[0]]) == {keys[1]: 1, keys[3]: 2, keys[0]: 3, keys[2]: 4}
