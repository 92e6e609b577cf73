from __future__ import annotations

import pytest

from prestatie_extract.document import Block, Label, Passage
from prestatie_extract.layout.title import mark_title

H, T = Label.SECTION_HEADER, Label.TEXT


def _block(label: Label, text: str, *, rank: int = 0, bold: bool = False) -> Block:
    return Block(label, Passage(text), rank=rank, bold=bold)


def _labels(*blocks: Block) -> list[str]:
    return [str(b.label) for b in mark_title(blocks)]


CHAPTER = [_block(H, "1 Inleiding", rank=2), _block(T, "Wij bouwen.")]


def test_first_heading_that_names_agreements() -> None:
    """A heading that speaks of prestatieafspraken is the title, also behind a logo's text."""
    assert _labels(
        _block(H, "GEMEENTE HEIDAL", rank=1), _block(H, "Prestatieafspraken 2026", rank=2), *CHAPTER
    ) == ["section_header", "title", "section_header", "text"]


@pytest.mark.parametrize(
    "text",
    [
        "Prestatieafspraken Heidal 2026-2029",
        "Woonafspraken Heidal",
        "Jaarschijf 2026",
        "Raamovereenkomst wonen",
        "Woonakkoord Heidal",
    ],
)
def test_title_words(text: str) -> None:
    """Municipalities give their agreements several names."""
    assert _labels(_block(H, text, rank=3), *CHAPTER)[0] == "title"


def test_heading_of_a_rank_of_its_own() -> None:
    """Without the words, a largest heading that comes once is the title."""
    title = _block(H, "Samen thuis in Heidal", rank=1)
    assert _labels(title, *CHAPTER)[0] == "title"
    later = [*CHAPTER * 8, _block(H, "Nog een deel", rank=1)]
    assert _labels(title, *later)[0] == "section_header"


@pytest.mark.parametrize(
    "text", ["1 Prestatieafspraken", "Inleiding", "Hoofdstuk 1", "Bijlage: prestatieafspraken"]
)
def test_opening_chapter_is_no_title(text: str) -> None:
    """A document may start with its first chapter."""
    assert _labels(_block(H, text, rank=1), *CHAPTER)[0] == "section_header"


def test_second_line_of_the_title() -> None:
    """A heading of the same rank right behind the title belongs to it."""
    found = _labels(
        _block(H, "Prestatieafspraken", rank=1), _block(H, "Heidal 2026-2029", rank=1), *CHAPTER
    )
    assert found[:3] == ["title", "title", "section_header"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("tussen de gemeente Heidal, Woonwijs en HBH", id="parties"),
        pytest.param("Gemeente Heidal, Woonwijs en HBH", id="parties without tussen"),
        pytest.param("2026-2029", id="years alone"),
    ],
)
def test_subtitle_is_running_text(text: str) -> None:
    """Parties and years on the cover are no section."""
    found = _labels(
        _block(H, "Prestatieafspraken Heidal", rank=1), _block(H, text, rank=2), *CHAPTER
    )
    assert found == ["title", "text", "section_header", "text"]


def test_contents_heading_is_no_title() -> None:
    """The table of contents may follow the title at once."""
    found = _labels(
        _block(H, "Prestatieafspraken Heidal", rank=1), _block(H, "Inhoud", rank=2), *CHAPTER
    )
    assert found[1] == "section_header"


def test_largest_heading_may_be_the_contents() -> None:
    """A document without a title may open with its table of contents."""
    assert _labels(_block(H, "Inhoudsopgave", rank=1), *CHAPTER)[0] == "section_header"


def test_no_heading() -> None:
    """A text without headings has no title."""
    assert _labels(_block(T, "Wij bouwen.")) == ["text"]
