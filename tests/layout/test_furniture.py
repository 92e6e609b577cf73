from __future__ import annotations

from dataclasses import replace

import pytest
from tests.layout.builders import make_line, make_page

from prestatie_extract.layout.furniture import PAGE_NUMBER, find_furniture
from prestatie_extract.layout.lines import Line
from prestatie_extract.page import Page

Lines = list[list[Line]]


def _pages(*tops_and_texts: list[tuple[float, str]]) -> tuple[list[Page], Lines]:
    """A page for each list of lines."""
    lines = [
        [make_line(text, top=top, page_number=n) for top, text in page]
        for n, page in enumerate(tops_and_texts, start=1)
    ]
    pages = [
        make_page((w for line in page for w in line.words), page_number=n)
        for n, page in enumerate(lines, start=1)
    ]
    return pages, lines


def _found(pages: list[Page], lines: Lines) -> list[str]:
    found = find_furniture(pages, lines)
    return [line.text for page in lines for line in page if line in found]


def test_running_header() -> None:
    """The same words in the same place in the margin are furniture, digits aside."""
    pages = _pages(
        *([(40.0, f"Afspraken 2026 | {n}"), (300.0, "Dezelfde zin")] for n in range(1, 5))
    )
    assert _found(*pages) == [f"Afspraken 2026 | {n}" for n in range(1, 5)]


def test_marks_that_count_on_their_own() -> None:
    """Lines in the margin whose numbers rise by other steps head what they stand above."""
    numbers = (2, 5, 8, 10)
    assert _found(*_pages(*([(40.0, f"Afspraak {n}")] for n in numbers))) == []


@pytest.mark.parametrize(
    "tops",
    [
        pytest.param((40.0, 70.0, 55.0, 90.0), id="not in one place"),
        pytest.param((300.0, 300.0, 300.0, 300.0), id="not in the margin"),
    ],
)
def test_repetition_alone(tops: tuple[float, ...]) -> None:
    """A heading that recurs elsewhere on the page is no furniture."""
    assert _found(*_pages(*([(top, "De afspraken")] for top in tops))) == []


def test_position_alone() -> None:
    """A line in the margin that stands there once is text."""
    assert _found(*_pages([(40.0, "Prestatieafspraken")], [(40.0, "Wij bouwen")])) == []


def test_odd_and_even_pages() -> None:
    """Headers that alternate still repeat on a quarter of the pages."""
    texts = ["Gemeente", "Corporatie"] * 4
    assert _found(*_pages(*([(40.0, t)] for t in texts))) == texts


def test_page_numbers() -> None:
    """Lone numbers that count along with the pages are furniture, another number is not."""
    pages = _pages(*([(800.0, str(n + 2))] for n in range(1, 5)), [(800.0, "110")])
    assert _found(*pages) == ["3", "4", "5", "6"]


@pytest.mark.parametrize(
    "text", ["7", "- 7 -", "Pagina 7", "pag. 7", "blz. 7 van 20", "7 / 20", "7 | 20", "p. 7"]
)
def test_spellings_of_a_page_number(text: str) -> None:
    """A page number may say of how many."""
    match = PAGE_NUMBER.match(text)
    assert match is not None
    assert match[1] == "7"


@pytest.mark.parametrize("text", ["2026", "7 woningen", "7.", "artikel 7"])
def test_no_page_number(text: str) -> None:
    """Years and amounts are none."""
    assert PAGE_NUMBER.match(text) is None


def test_footer_of_a_landscape_page() -> None:
    """A footer stands as far from the bottom of a landscape page as of the others."""
    pages, lines = _pages(
        *([(800.0, f"Afspraken {n}")] for n in range(1, 4)), [(553.0, "Afspraken 4")]
    )
    pages[3] = replace(pages[3], width=842.0, height=595.0)
    assert len(_found(pages, lines)) == 4
