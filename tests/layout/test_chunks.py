from __future__ import annotations

import pytest
from tests.layout.builders import (
    BOLD,
    LARGE,
    LEFT,
    PITCH,
    RIGHT,
    SMALL,
    chunk_text,
    make_chunks,
    make_item_line,
    make_line,
    make_lines,
    make_word,
    make_words,
)

from prestatie_extract.document import Label
from prestatie_extract.layout.chunks import set_depths, split_marker, starts_numbered
from prestatie_extract.layout.lines import Line, words_to_lines
from prestatie_extract.page import Font
from prestatie_extract.read.pdfium import ASCENT_RATIO

FULL = "De corporaties en de gemeente overleggen elk jaar over hun voortgang"  # runs to the edge
HANG = LEFT + 15.0


def _labels(lines: list[Line], *, is_cell: bool = False) -> list[tuple[str, str, str]]:
    chunks = make_chunks(lines, is_cell=is_cell)
    return [(str(c.label), c.marker, chunk_text(c)) for c in chunks]


def _count(*lines: Line) -> int:
    return len(make_chunks(lines))


class TestParagraphs:
    def test_full_lines_are_one_paragraph(self) -> None:
        """Lines at the usual pitch go on with each other."""
        (chunk,) = make_chunks(make_lines(FULL, FULL, "en over het budget."))
        assert chunk.label is Label.TEXT
        assert len(chunk.lines) == 3

    @pytest.mark.parametrize(
        ("distance", "count"),
        [
            pytest.param(PITCH, 1, id="usual pitch"),
            pytest.param(1.1 * PITCH, 1, id="pitch stretched a little"),
            pytest.param(1.3 * PITCH, 2, id="paragraph space in a tight cell"),
            pytest.param(2 * PITCH, 2, id="blank line"),
            pytest.param(-200.0, 2, id="top of the next column"),
        ],
    )
    def test_space_between_lines(self, distance: float, count: int) -> None:
        """More space than the pitch, or none, starts a paragraph."""
        first, second = make_line(FULL, top=300.0), make_line("gaat door", top=300.0 + distance)
        assert _count(first, second) == count

    @pytest.mark.parametrize(
        ("first", "second", "count"),
        [
            pytest.param("Dat is klaar.", "Nu het volgende", 2, id="short line ends a sentence"),
            pytest.param("Dat is klaar", "Nu het volgende", 1, id="no full stop"),
            pytest.param("Dat kost ca.", "vier ton", 1, id="full stop of an abbreviation"),
            pytest.param(f"{FULL}.", "Nu het volgende", 1, id="full line ends a sentence"),
            pytest.param("Wij zeiden: “dat is klaar.”", "Nu verder", 2, id="stop inside quotes"),
        ],
    )
    def test_end_of_a_sentence(self, first: str, second: str, count: int) -> None:
        """A sentence that ends where the next word had room ends the paragraph."""
        assert _count(*make_lines(first, second, page_number=2)) == count

    def test_names_on_a_cover(self) -> None:
        """Short lines of the first page are each a paragraph, unless they run on."""
        assert _count(*make_lines("Stichting Erf", "Huurdersraad Erf")) == 2
        assert _count(*make_lines("Stichting Erf en", "Huurdersraad Erf")) == 1

    def test_other_size_starts_a_paragraph(self) -> None:
        """A line of another size is of another kind."""
        assert _count(make_line(FULL), make_line(FULL, top=112.0, font=Font("Serif", 9.0))) == 2

    def test_bold_line_stands_alone(self) -> None:
        """A cell's bold statement is set apart from the text below it."""
        lines = [make_line("Wij bouwen bij", font=BOLD), make_line("Dat doen we zo.", top=112.0)]
        assert len(make_chunks(lines, is_cell=True)) == 2

    def test_bold_words_over_a_line_end(self) -> None:
        """Bold that begins where a full line ends is emphasis within the paragraph."""
        lines = [make_line(FULL), make_line("Samenwerkingsovereenkomst", top=112.0, font=BOLD)]
        assert len(make_chunks(lines, is_cell=True)) == 1

    def test_page_break_ends_a_chunk(self) -> None:
        """What a page break cut is joined later, with the furniture out of the way."""
        assert _count(make_line(FULL), make_line("en verder", top=112.0, page_number=2)) == 2

    def test_columns_of_signatures_stay_apart(self) -> None:
        """Two lines beside each other are no paragraph."""
        assert _count(make_line("De wethouder"), make_line("De bestuurder", x0=300.0)) == 2


class TestListItems:
    def test_items_below_each_other(self) -> None:
        """Each marker starts an item; its text hangs."""
        found = _labels(
            [
                make_item_line("1.", "Wij bouwen", LEFT, HANG, 100.0),
                make_line("en renoveren", x0=HANG, top=112.0),
                make_item_line("2.", "Wij slopen", LEFT, HANG, 124.0),
            ]
        )
        assert found == [
            ("list_item", "1.", "Wij bouwen en renoveren"),
            ("list_item", "2.", "Wij slopen"),
        ]

    def test_closing_line_of_an_item(self) -> None:
        """A line left of the hanging text is no part of the item."""
        found = _labels(
            [
                make_item_line("•", "Wij bouwen huizen voor alle mensen die", LEFT, HANG, 100.0),
                make_line("in de stad willen wonen", x0=HANG, top=112.0),
                make_line("zo blijft er genoeg", x0=LEFT, top=124.0),
            ]
        )
        assert [f[0] for f in found] == ["list_item", "text"]

    def test_closing_line_of_an_item_of_one_line(self) -> None:
        """A line left of the marker is no part of the item, though the item's line is full."""
        full = "Wij bouwen en renoveren veel huizen voor alle mensen in de stad."
        found = _labels(
            [
                make_item_line("-", full, LEFT + 2, LEFT + 10, 100.0),
                make_line("Genoeg daarover", top=112.0),
            ]
        )
        assert [f[0] for f in found] == ["list_item", "text"]

    @pytest.mark.parametrize(
        ("text", "marker"),
        [
            pytest.param("1. Wij bouwen", "1.", id="number with a dot"),
            pytest.param("a) Wij bouwen", "a)", id="letter"),
            pytest.param("• Wij bouwen", "•", id="bullet"),
            pytest.param("2 Wij bouwen", "", id="bare number in running text"),
            pytest.param("J. Smid, voorzitter", "", id="initial is no list marker"),
            pytest.param("Wij bouwen 3.", "", id="number at the end"),
            pytest.param("3.", "", id="number alone"),
        ],
    )
    def test_split_marker(self, text: str, marker: str) -> None:
        """A marker opens the line and has text behind it."""
        found, rest = split_marker(make_line(text))
        assert found == marker
        assert rest.text == text.removeprefix(marker).strip()

    @pytest.mark.parametrize("marker", ["2", "B.", "B2", "1.4.1"])
    def test_weak_marker_that_stands_apart(self, marker: str) -> None:
        """A bare number or initial is a marker where a gap follows it."""
        line = make_item_line(marker, "Wij bouwen", LEFT, LEFT + 40.0, 100.0)
        assert split_marker(line)[0] == marker

    def test_number_inside_a_full_line_starts_no_item(self) -> None:
        """A paragraph's line may happen to open with "3."."""
        lines = make_lines(f"{FULL} afspraak", "3. van vorig jaar geldt")
        assert _count(*lines) == 1

    @pytest.mark.parametrize("size", [10.5, 14.0])
    def test_tall_bullet_does_not_part_its_lines(self, size: float) -> None:
        """A hanging line goes on with its item, however tall the bullet on the same baseline."""
        bullet = make_word("•", LEFT, 109.0 - ASCENT_RATIO * size, font=Font("Symbol", size))
        (first,) = words_to_lines([bullet, *make_words("Wij bouwen", HANG, 100.0)], 1)
        assert _count(first, make_line("en slopen", x0=HANG, top=112.0)) == 1


class TestDepths:
    def test_nested_list(self) -> None:
        """Depth follows the markers' places; a paragraph has that of the item plus one."""
        chunks = make_chunks(
            [
                make_line("Vooraf.", top=80.0),
                make_item_line("1.", "Wij bouwen:", LEFT, HANG, 100.0),
                make_item_line("•", "hoog;", HANG, HANG + 15, 120.0),
                make_item_line("•", "laag.", HANG, HANG + 15, 140.0),
                make_line("Dat begint nu.", x0=HANG, top=160.0),
                make_item_line("2.", "Wij slopen.", LEFT, HANG, 180.0),
                make_line("Tot slot.", top=200.0),
            ]
        )
        found = [(c.marker, c.depth) for c in set_depths(chunks)]
        assert found == [("", 0), ("1.", 0), ("•", 1), ("•", 1), ("", 1), ("2.", 0), ("", 0)]

    def test_heading_closes_the_list(self) -> None:
        """A paragraph below a heading belongs to no item, wherever it stands."""
        chunks = make_chunks(
            [
                make_item_line("1.", "Wij bouwen.", LEFT, HANG, 100.0),
                make_line("Betaalbaarheid", font=LARGE, top=130.0),
                make_line("Ingesprongen tekst.", x0=HANG, top=160.0),
            ]
        )
        assert [c.depth for c in set_depths(chunks)] == [0, 0, 0]


class TestHeadings:
    @pytest.mark.parametrize(
        ("line", "label"),
        [
            pytest.param(make_line("Betaalbaarheid", font=LARGE), "section_header", id="larger"),
            pytest.param(make_line("Betaalbaarheid", font=BOLD), "section_header", id="bold"),
            pytest.param(make_line("3.1 Wonen", font=LARGE), "section_header", id="numbered"),
            pytest.param(make_line("Betaalbaarheid"), "text", id="as the body"),
            pytest.param(make_line("2026", font=LARGE), "text", id="no letters"),
            pytest.param(make_line("• Wonen", font=LARGE), "list_item", id="large bullet"),
        ],
    )
    def test_outside_tables(self, line: Line, label: str) -> None:
        """A line larger or bolder than the body is a heading."""
        assert _labels([line])[0][0] == label

    def test_inside_a_cell(self) -> None:
        """A cell has no headings."""
        assert _labels([make_line("Nr", font=BOLD)], is_cell=True)[0][0] == "text"

    @pytest.mark.parametrize(
        ("second", "distance", "count"),
        [
            pytest.param("en betaalbaarheid", 17.0, 1, id="second line of one heading"),
            pytest.param("2 Betaalbaarheid", 17.0, 2, id="a number starts a heading"),
            pytest.param("Bijlage 2 Begrippen", 17.0, 2, id="a numbered word starts one"),
            pytest.param("Betaalbaarheid", 28.0, 2, id="two headings in a row"),
        ],
    )
    def test_two_lines(self, second: str, distance: float, count: int) -> None:
        """A heading runs on at its pitch until a number or a space."""
        first = make_line("1 Beschikbaarheid", font=LARGE)
        assert _count(first, make_line(second, top=100.0 + distance, font=LARGE)) == count

    @pytest.mark.parametrize(
        ("text", "is_numbered"),
        [
            ("3 Wonen", True),
            ("3.1. Wonen", True),
            ("Hoofdstuk 3 Wonen", True),
            ("Thema 2: Wonen", True),
            ("Wonen in 3 kernen", False),
        ],
    )
    def test_starts_numbered(self, text: str, is_numbered: bool) -> None:
        """A heading's number stands first, with or without its word."""
        assert starts_numbered(make_line(text)) is is_numbered


class TestFootnotes:
    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("* Onder voorbehoud", id="star"),
            pytest.param("1Stand op 1 januari", id="raised digit of the font's own"),
        ],
    )
    def test_small_line(self, text: str) -> None:
        """Small type that opens with a mark is a footnote."""
        assert _labels([make_line(text, font=SMALL)])[0][0] == "footnote"

    def test_second_footnote_starts_anew(self) -> None:
        """Each leading mark starts a footnote; a line without goes on with it."""
        lines = []
        for i, mark in enumerate(["1", "", "2"]):
            words = [*make_words("noot en meer", LEFT + 5, 700.0 + 9.5 * i, font=SMALL)]
            if mark:
                words.insert(0, make_word(mark, LEFT, 700.0 + 9.5 * i, font=Font("Serif", 5.0)))
            lines += words_to_lines(words, 1)
        found = _labels(lines)
        assert [f[:2] for f in found] == [("footnote", "1"), ("footnote", "2")]
        assert found[0][2] == "noot en meer noot en meer"

    def test_small_type_in_a_cell(self) -> None:
        """Small type in a table is the table's."""
        line = make_line("* Onder voorbehoud", font=SMALL)
        assert _labels([line], is_cell=True)[0][0] != "footnote"


def test_lines_reach_the_edge() -> None:
    """The full line of these tests leaves no room for a word."""
    assert RIGHT - 10 <= make_line(FULL).bbox.x1 <= RIGHT
