"""Parts of ruled tables, their join over pages, nested tables."""

from __future__ import annotations

import pytest
from tests.layout.builders import (
    BOLD,
    MAKER,
    make_cell_words,
    make_grid,
    make_part,
    make_words,
    table_texts,
)

from prestatie_extract.document import Block, Label
from prestatie_extract.layout.parts import TablePart, grids_to_parts
from prestatie_extract.layout.tables import find_bands, is_continuation, parts_to_table
from prestatie_extract.page import Grid

XS = (70.0, 100.0, 300.0, 400.0)
HEADER = ["Nr", "Afspraak", "Trekker"]


def _join(*parts: TablePart) -> Block:
    return parts_to_table(parts, MAKER.pieces_to_blocks)


class TestParts:
    def test_words_go_to_their_cell(self) -> None:
        """A word belongs to the cell its middle lies in; the rest stays free."""
        grid = make_grid((70.0, 200.0, 330.0), (100.0, 120.0))
        words = [
            *make_cell_words("links", 70.0, 100.0),
            *make_cell_words("rechts", 200.0, 100.0),
            *make_words("eronder", top=150.0),
        ]
        (part,), free = grids_to_parts([grid], words, 1)
        assert [[w.text for w in c.words] for c in part.cells] == [["links"], ["rechts"]]
        assert [w.text for w in free] == ["eronder"]

    def test_merged_cell_in_finest_rows(self) -> None:
        """A cell knows the finest rows and columns it covers."""
        part = make_part([["1", "a", "b"], ["2", "", "c"]], spans={(0, 1): (2, 1)})
        merged = next(c for c in part.cells if c.words[0].text == "a")
        assert (merged.row, merged.row_end, merged.column, merged.column_end) == (0, 2, 1, 2)
        assert [c.words[0].text for c in part.cells_of_row(1)] == ["2", "a", "c"]

    @pytest.mark.parametrize(
        ("texts", "has_header", "is_header"),
        [
            pytest.param([HEADER, ["1", "Wij", ""]], True, True, id="bold words in two cells"),
            pytest.param([HEADER, ["1", "Wij", ""]], False, False, id="not bold"),
            pytest.param([["", "Wonen", ""], ["1", "a", ""]], True, False, id="one bold cell"),
        ],
    )
    def test_header_row(self, texts: list[list[str]], has_header: bool, is_header: bool) -> None:
        """Two bold cells or more and nothing else make a header."""
        assert make_part(texts, has_header=has_header).is_header_row(0) is is_header

    def test_nested_grid(self) -> None:
        """A grid inside a cell is a table of that cell."""
        outer = make_grid((70.0, 100.0, 400.0), (100.0, 200.0))
        inner = make_grid((120.0, 200.0, 300.0), (140.0, 156.0, 172.0))
        words = [
            *make_cell_words("1", 70.0, 100.0),
            *make_cell_words("Zo veel:", 100.0, 100.0),
            *make_cell_words("Kern", 120.0, 140.0),
            *make_cell_words("40", 200.0, 140.0),
        ]
        (part,), free = grids_to_parts([outer, inner], words, 1)
        assert not free
        (nested,) = part.cells[1].nested
        assert [w.text for c in nested.cells for w in c.words] == ["Kern", "40"]
        assert [w.text for w in part.cells[1].words] == ["Zo", "veel:"]


class TestOnePage:
    def test_rows_and_header(self) -> None:
        """A bold first row is the header; each cell stands in its place."""
        block = _join(make_part([HEADER, ["1", "Wij bouwen", "Allen"]], has_header=True))
        assert block.table is not None
        assert block.table.header_rows == 1
        assert table_texts(block) == [HEADER, ["1", "Wij bouwen", "Allen"]]
        assert block.characters == sum(len("".join(row)) for row in table_texts(block)) - 1

    def test_row_span(self) -> None:
        """A merged cell is the same cell in each row it covers."""
        block = _join(
            make_part([["1", "doel", "a"], ["2", "", "b"], ["3", "x", "c"]], spans={(0, 1): (2, 1)})
        )
        assert table_texts(block) == [["1", "doel", "a"], ["2", "doel", "b"], ["3", "x", "c"]]
        assert block.table is not None
        first, second, _ = block.table.rows
        assert first[1] is second[1]
        assert (first[1].row, first[1].row_span) == (0, 2)

    def test_column_span(self) -> None:
        """A row of one cell across the table covers all its columns."""
        block = _join(
            make_part([["Wonen", "", ""], ["1", "a", "b"]], spans={(0, 0): (1, 3)}),
        )
        assert table_texts(block) == [["Wonen"] * 3, ["1", "a", "b"]]
        assert block.table is not None
        assert block.table.rows[0][0].column_span == 3

    def test_header_repeated_within_the_page(self) -> None:
        """Some producers print the header again before a row that they move."""
        first = make_part([HEADER, ["1", "a", "b"], HEADER, ["2", "c", "d"]], has_header=True)
        assert table_texts(_join(first)) == [HEADER, ["1", "a", "b"], ["2", "c", "d"]]

    def test_nested_table_by_containment(self) -> None:
        """A table drawn inside a cell is a table block among the cell's blocks."""
        outer = make_grid((70.0, 100.0, 400.0), (100.0, 200.0))
        inner = make_grid((120.0, 200.0, 300.0), (140.0, 156.0, 172.0))
        words = [
            *make_cell_words("1", 70.0, 100.0),
            *make_cell_words("Zo veel:", 100.0, 100.0),
            *make_cell_words("Kern", 120.0, 140.0),
            *make_cell_words("40", 200.0, 140.0),
            *make_cell_words("Dorp", 120.0, 156.0),
            *make_cell_words("20", 200.0, 156.0),
        ]
        (part,), _ = grids_to_parts([outer, inner], words, 1)
        block = _join(part)
        assert block.table is not None
        text, table = block.table.rows[0][1].blocks
        assert text.text == "Zo veel:"
        assert table.label is Label.TABLE
        assert table_texts(table) == [["Kern", "40"], ["Dorp", "20"]]
        assert block.characters == len("1Zoveel:Kern40Dorp20")

    def test_nested_table_by_narrower_cells(self) -> None:
        """Cells narrower than their column, in its full width, are a table nested in its row."""
        boxes = make_grid((70.0, 100.0, 400.0), (100.0, 116.0, 132.0, 180.0, 250.0))
        split = make_grid((100.0, 200.0, 300.0, 400.0), (132.0, 148.0, 164.0, 180.0))
        cells = [c for c in boxes.cells if not (c.x0 == 100.0 and c.top == 132.0)]
        cells = [c for c in cells if not (c.x0 == 70.0 and c.top in {116.0, 132.0})]
        left = make_grid((70.0, 100.0), (116.0, 180.0)).cells
        grid = make_grid((70.0, 400.0), (100.0, 250.0))
        grid = Grid(grid.bbox, (*cells, *split.cells, *left))
        words = [
            *make_cell_words("Nr", 70.0, 100.0, font=BOLD),
            *make_cell_words("Afspraak", 100.0, 100.0, font=BOLD),
            *make_cell_words("1", 70.0, 116.0),
            *make_cell_words("Zo veel:", 100.0, 116.0),
            *make_cell_words("Kern", 100.0, 132.0),
            *make_cell_words("40", 200.0, 132.0),
            *make_cell_words("50", 300.0, 132.0),
            *make_cell_words("2", 70.0, 180.0),
            *make_cell_words("Wij slopen", 100.0, 180.0),
        ]
        (part,), free = grids_to_parts([grid], words, 1)
        assert not free
        block = _join(part)
        assert [row[0] for row in table_texts(block)] == ["Nr", "1", "2"]
        assert block.table is not None
        text, table = block.table.rows[1][1].blocks
        assert text.text == "Zo veel:"
        assert table_texts(table)[0] == ["Kern", "40", "50"]


class TestPageBreaks:
    def test_header_repeated_across_pages(self) -> None:
        """The header of the second page is dropped."""
        first = make_part([HEADER, ["1", "a.", "b"]], has_header=True)
        second = make_part([HEADER, ["2", "c.", "d"]], has_header=True, page_number=2)
        assert is_continuation(second, [first])
        block = _join(first, second)
        assert table_texts(block) == [HEADER, ["1", "a.", "b"], ["2", "c.", "d"]]
        assert [r.page_number for r in block.regions] == [1, 2]

    def test_plain_header_repeated_across_pages(self) -> None:
        """A header in plain type on a shade is dropped on the second page too."""
        first, second = make_part([HEADER, ["1", "a.", "b"]]), [HEADER, ["2", "c.", "d"]]
        block = _join(first, make_part(second, page_number=2))
        assert table_texts(block) == [HEADER, ["1", "a.", "b"], ["2", "c.", "d"]]

    def test_header_not_repeated(self) -> None:
        """A table may go on without a header; a number starts a new row."""
        first = make_part([HEADER, ["1", "a.", "b"]], has_header=True)
        second = make_part([["2", "c.", "d"]], page_number=2)
        assert is_continuation(second, [first])
        assert table_texts(_join(first, second))[1:] == [["1", "a.", "b"], ["2", "c.", "d"]]

    @pytest.mark.parametrize(
        ("xs", "texts", "has_header"),
        [
            pytest.param((70.0, 100.0, 300.0, 450.0), [["2", "c", "d"]], False, id="wider"),
            pytest.param((70.0, 200.0, 300.0, 400.0), [["2", "c", "d"]], False, id="columns"),
            pytest.param(XS, [["Nr", "Doel", "Wie"], ["1", "a", "b"]], True, id="own header"),
        ],
    )
    def test_another_table(
        self, xs: tuple[float, ...], texts: list[list[str]], has_header: bool
    ) -> None:
        """Another width, other columns or another header make another table."""
        first = make_part([HEADER, ["1", "a.", "b"]], has_header=True)
        second = make_part(texts, xs, has_header=has_header, page_number=2)
        assert not is_continuation(second, [first])

    def test_orphaned_header(self) -> None:
        """A header alone at the foot of a page heads the rows of the next."""
        first = make_part([HEADER], has_header=True, is_open_bottom=True)
        second = make_part([["1", "c", "d"]], page_number=2)
        block = _join(first, second)
        assert table_texts(block) == [HEADER, ["1", "c", "d"]]
        assert block.table is not None
        assert block.table.header_rows == 1

    @pytest.mark.parametrize(
        ("is_open", "last", "rest"),
        [
            pytest.param(True, "Wij bouwen", "Huizen voor allen.", id="no rule at the cut"),
            pytest.param(False, "Wij bouwen", "huizen voor allen.", id="sentence goes on"),
        ],
    )
    def test_row_cut_in_the_middle(self, is_open: bool, last: str, rest: str) -> None:
        """The rest of a cut row is put behind its cells."""
        first = make_part([HEADER, ["1", last, "Allen"]], has_header=True, is_open_bottom=is_open)
        second = make_part([["", rest, ""], ["2", "c.", "d"]], page_number=2, is_open_top=is_open)
        assert table_texts(_join(first, second))[1:] == [
            ["1", f"{last} {rest}", "Allen"],
            ["2", "c.", "d"],
        ]

    def test_cut_row_below_a_repeated_header(self) -> None:
        """The header between the halves of a cut row does not part them."""
        first = make_part([HEADER, ["1", "Wij", "Allen"]], has_header=True, is_open_bottom=True)
        second = make_part([HEADER, ["", "bouwen.", ""]], has_header=True, page_number=2)
        assert table_texts(_join(first, second)) == [HEADER, ["1", "Wij bouwen.", "Allen"]]

    def test_whole_row_at_the_break(self) -> None:
        """Closed rows whose sentences end stay two, also without a number."""
        first = make_part([HEADER, ["1", "Wij bouwen.", "Allen"]], has_header=True)
        second = make_part([["", "Ook hier.", ""]], page_number=2)
        assert table_texts(_join(first, second))[1:] == [
            ["1", "Wij bouwen.", "Allen"],
            ["", "Ook hier.", ""],
        ]

    def test_number_starts_a_row_at_an_open_edge(self) -> None:
        """Where a page draws no rule at its foot, a number still starts a row."""
        first = make_part([HEADER, ["1", "Wij", "Allen"]], has_header=True, is_open_bottom=True)
        second = make_part([["2", "Zij", "Allen"]], page_number=2)
        assert table_texts(_join(first, second))[1:] == [
            ["1", "Wij", "Allen"],
            ["2", "Zij", "Allen"],
        ]

    def test_complementary_cut(self) -> None:
        """Of a row only the short cells found room above the break; the number went below."""
        first = make_part([HEADER, ["", "", "Allen"]], has_header=True, is_open_bottom=True)
        second = make_part([["1", "Wij bouwen.", ""], ["2", "c.", "d"]], page_number=2)
        assert table_texts(_join(first, second))[1:] == [
            ["1", "Wij bouwen.", "Allen"],
            ["2", "c.", "d"],
        ]

    def test_merged_cell_goes_on_over_the_break(self) -> None:
        """A goal cell cut by the break covers its rows on both pages."""
        first = make_part(
            [["1", "doel", "a"], ["2", "", "b"]], spans={(0, 1): (2, 1)}, is_open_bottom=True
        )
        second = make_part(
            [["", "", "en b"], ["3", "", "c"]],
            spans={(0, 1): (2, 1)},
            page_number=2,
            is_open_top=True,
        )
        assert table_texts(_join(first, second)) == [
            ["1", "doel", "a"],
            ["2", "doel", "b en b"],
            ["3", "doel", "c"],
        ]


class TestBands:
    def test_edges_of_the_header_count(self) -> None:
        """A column that only the header and few rows draw is a column."""
        part = make_part(
            [HEADER, ["Wonen", "", ""], ["Zorg", "", ""], ["Tot", "", ""]],
            has_header=True,
            spans={(r, 0): (1, 3) for r in (1, 2, 3)},
        )
        assert find_bands([part]) == [(0.0, 30.0), (30.0, 230.0), (230.0, 330.0)]

    def test_edges_of_a_few_rows_do_not(self) -> None:
        """A cell parted in one row makes no column of the table."""
        part = make_part([["a\nb\nc\nd", "", ""], ["1", "x", "y"]], spans={(0, 0): (1, 3)})
        assert find_bands([part]) == [(0.0, 330.0)]
