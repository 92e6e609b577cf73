"""Chunks to blocks, what a page break cut, and whole pages to blocks."""

from __future__ import annotations

import pytest
from tests.layout.builders import (
    LARGE,
    LEFT,
    MAKER,
    MARK,
    PITCH,
    SMALL,
    chunk_text,
    make_cell_words,
    make_chunks,
    make_grid,
    make_item_line,
    make_line,
    make_lines,
    make_page,
    make_part,
    make_word,
    make_words,
)

from prestatie_extract.document import Block, Label, Passage, Source
from prestatie_extract.layout import find_blocks
from prestatie_extract.layout.blocks import Item, append_items
from prestatie_extract.layout.lines import Line, words_to_lines
from prestatie_extract.page import Font, Page, Word

LONG = "De corporaties en de gemeente overleggen elk jaar over het aanbod"
LONGER = "in de wijken en dorpen van de gemeente en over alle plannen voor"


def _texts(items: list[Item]) -> list[str]:
    return [
        "table" if isinstance(item, list) else f"{item.label}: {chunk_text(item)}" for item in items
    ]


def _broken(first: list[Line], second: list[Line]) -> list[str]:
    items: list[Item] = []
    append_items(items, make_chunks(first))
    append_items(items, make_chunks(second))
    return _texts(items)


def _next_page(*texts: str) -> list[Line]:
    return make_lines(*texts, page_number=2, top=60.0)


class TestPageBreaks:
    @pytest.mark.parametrize(
        ("last", "after", "count"),
        [
            pytest.param("voor", "huurders en kopers.", 1, id="small letter goes on"),
            pytest.param("van", "Merendonk en omstreken.", 1, id="capital behind a full line"),
            pytest.param("af.", "Huurders betalen mee.", 2, id="sentence had ended"),
        ],
    )
    def test_paragraph(self, last: str, after: str, count: int) -> None:
        """A paragraph cut in the middle of a sentence is one."""
        first = make_lines(LONG, f"{LONGER} {last}")
        assert len(_broken(first, _next_page(after))) == count

    def test_capital_behind_a_short_line(self) -> None:
        """A line that had room for more was the last of its paragraph."""
        assert len(_broken(make_lines(LONG, "in de wijk"), _next_page("Huurders"))) == 2

    def test_list_item(self) -> None:
        """A list item goes on over the page, a new item does not."""
        item = make_item_line("1.", "Wij bouwen voor", LEFT, LEFT + 15, 700.0)
        assert _broken([item], _next_page("alle huurders.")) == [
            "list_item: Wij bouwen voor alle huurders."
        ]
        assert len(_broken([item], _next_page("2. voor kopers."))) == 2

    def test_footnotes_stand_between(self) -> None:
        """The footnotes of the first page do not part a paragraph."""
        first = [*make_lines(LONG), make_line("* Voorlopig", top=700.0, font=SMALL)]
        assert _broken(first, _next_page("verder."))[0] == f"text: {LONG} verder."

    def test_heading_is_not_continued(self) -> None:
        """A heading at the foot of a page stands alone."""
        assert len(_broken([make_line("Wonen", font=LARGE)], _next_page("en zorg"))) == 2

    def test_tables(self) -> None:
        """A table goes on only with one that fits it."""
        header = ["Nr", "Afspraak", "Trekker"]
        part = make_part([header, ["1", "a", "b"]], has_header=True)
        items: list[Item] = [[part]]
        append_items(items, [[make_part([["2", "c", "d"]], page_number=2)]])
        assert [len(item) for item in items if isinstance(item, list)] == [2]
        append_items(items, [[make_part([["3", "e"]], (70.0, 90.0, 200.0), page_number=3)]])
        assert len(items) == 2


class TestBlockMaker:
    def test_ranks_are_the_document_s_own(self) -> None:
        """The largest heading style is rank 1; what is no heading has rank 0."""
        lines = [
            make_line("Wonen", font=LARGE),
            make_line("Doelen", top=130.0, font=Font("Sans-Bold", 11.0, bold=True)),
            make_line("Wij bouwen.", top=160.0),
        ]
        blocks = MAKER.items_to_blocks(make_chunks(lines))
        assert [(str(b.label), b.rank) for b in blocks] == [
            ("section_header", 1),
            ("section_header", 2),
            ("text", 0),
        ]

    def test_caption_has_no_rank(self) -> None:
        """A caption is no heading, and its style is none of the heading styles."""
        lines = [
            make_line("Tabel 1: Aanbod", font=LARGE),
            make_line("Doelen", top=130.0, font=Font("Sans-Bold", 11.0, bold=True)),
        ]
        caption, heading = MAKER.items_to_blocks(make_chunks(lines))
        assert caption.label is Label.CAPTION
        assert (caption.rank, heading.rank) == (0, 1)

    @pytest.mark.parametrize(
        ("text", "label"),
        [
            ("Tabel 1: Aanbod", "caption"),
            ("Figuur 2 Wijken", "caption"),
            ("Tabel met aantallen", "text"),
            ("In tabel 1 staat", "text"),
        ],
    )
    def test_captions(self, text: str, label: str) -> None:
        """A caption opens with the word and a number."""
        (block,) = MAKER.items_to_blocks(make_chunks([make_line(text)]))
        assert str(block.label) == label

    def test_marker_and_marks_are_counted(self) -> None:
        """The characters of an item are those of its text, its marker and its footnote marks."""
        words = [
            make_word("1.", LEFT, 100.0, stream=0),
            make_word("jaar", LEFT + 15, 100.0, stream=10),
            make_word("2", LEFT + 35, 100.0, font=MARK, stream=14),
        ]
        (block,) = MAKER.items_to_blocks(make_chunks(words_to_lines(words, 1)))
        assert (block.marker, block.text, block.characters) == ("1.", "jaar", 7)
        assert block.regions[0].bbox.x0 == LEFT


def _document(*pages: Page) -> tuple[Block, ...]:
    source = Source("x.pdf", "0" * 64, "application/pdf", len(pages), "digital", pages)
    blocks, findings = find_blocks(source)
    assert not findings
    return blocks


def _text(top: float, count: int = 6) -> list[Word]:
    return [w for i in range(count) for w in make_words(LONG, top=top + i * PITCH)]


class TestPages:
    def test_table_stands_where_it_is_printed(self) -> None:
        """A table comes between the paragraphs above and below it."""
        grid = make_grid((70.0, 200.0, 330.0), (200.0, 216.0, 232.0))
        cells = [*make_cell_words("a", 70.0, 200.0), *make_cell_words("b", 200.0, 216.0)]
        page = make_page([*_text(100.0), *cells, *_text(300.0)], grids=[grid])
        assert [str(b.label) for b in _document(page)] == ["text", "table", "text"]

    def test_furniture_comes_last(self) -> None:
        """Headers and page numbers stand behind the body, so they part no paragraph."""
        pages = [
            make_page(
                [
                    *make_words("Prestatieafspraken Heidal", top=40.0),
                    *_text(100.0),
                    *make_words(str(n), top=800.0),
                ],
                page_number=n,
            )
            for n in (1, 2, 3)
        ]
        labels = [str(b.label) for b in _document(*pages)]
        assert labels[-6:] == ["page_header", "page_footer"] * 3
        assert set(labels[:-6]) == {"text"}

    def test_furniture_runs_left_to_right(self) -> None:
        """Footers at one height come in one order, whatever the hash seed."""
        pages = [
            make_page(
                [
                    *_text(100.0),
                    *make_words("Gemeente Heidal", 70.0, 800.0),
                    *make_words("Pagina", 300.0, 800.0),
                ],
                page_number=n,
            )
            for n in range(1, 13)
        ]
        footers = [b.text for b in _document(*pages) if b.label is Label.PAGE_FOOTER]
        assert footers == ["Gemeente Heidal", "Pagina"] * 12

    def test_watermark_is_furniture(self) -> None:
        """Words set across the page belong to no paragraph."""
        tilted = Font("Sans", 60.0, upright=False)
        page = make_page([*_text(100.0), make_word("CONCEPT", 100.0, 130.0, font=tilted)])
        blocks = _document(page)
        assert [str(b.label) for b in blocks] == ["text", "page_header"]
        assert blocks[-1].text == "CONCEPT"

    def test_contents_page(self) -> None:
        """Entries of the contents are blocks of their own."""
        words = [
            *make_words("Jaarafspraken", top=60.0, font=LARGE),
            *make_words("Inhoud", top=100.0, font=LARGE),
            *make_words("Wonen 2", top=130.0),
            *make_words("Zorg 3", top=142.0),
        ]
        labels = [str(b.label) for b in _document(make_page(words), make_page(_text(100.0)))]
        assert labels[1:4] == ["section_header", "document_index", "document_index"]

    def test_every_character_once(self) -> None:
        """The blocks count each printed character of the pages."""
        page = make_page([*_text(100.0), *make_words("7", top=800.0)])
        assert sum(b.characters for b in _document(page)) == page.characters

    def test_text_input_keeps_its_blocks(self) -> None:
        """Ready-made blocks only get their title marked."""
        blocks = (Block(Label.TEXT, Passage("Wij bouwen.")),)
        source = Source("x.txt", "0" * 64, "text/plain", None, "text", blocks=blocks)
        assert find_blocks(source) == (blocks, ())
