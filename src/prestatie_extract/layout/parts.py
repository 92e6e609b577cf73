"""A ruled table on one page: words in the cells of its grid, nested tables in their cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from prestatie_extract.geometry import BBox, cluster_values
from prestatie_extract.layout.lines import Line, words_to_lines
from prestatie_extract.page import Grid, Word

EDGE_TOLERANCE = 3.0  # points between cell edges that are one rule; pdfplumber's snap tolerance


@dataclass(frozen=True)
class RawCell:
    """A cell of one page's grid, in the grid's own finest rows and columns (half-open)."""

    bbox: BBox
    row: int
    row_end: int
    column: int
    column_end: int
    words: tuple[Word, ...]
    page_number: int
    nested: tuple[TablePart, ...] = ()

    @cached_property
    def lines(self) -> list[Line]:
        """Its words as lines."""
        return words_to_lines(self.words, self.page_number)


@dataclass(frozen=True)
class TablePart:
    """The part of a table that stands on one page."""

    page_number: int
    bbox: BBox
    xs: tuple[float, ...]
    """Column edges, left to right."""
    ys: tuple[float, ...]
    """Row edges, top down."""
    cells: tuple[RawCell, ...]
    is_open_top: bool
    is_open_bottom: bool
    is_aligned: bool = False
    is_labels: bool = False

    @property
    def row_count(self) -> int:
        return len(self.ys) - 1

    def cells_of_row(self, row: int) -> list[RawCell]:
        """The cells that cover the row, left to right."""
        covering = (c for c in self.cells if c.row <= row < c.row_end)
        return sorted(covering, key=lambda c: c.column)

    def row_words(self, row: int) -> list[str]:
        return [w.text for cell in self.cells_of_row(row) for w in cell.words]

    def is_header_row(self, row: int) -> bool:
        """Whether every filled cell that starts in this row is bold, and there are two at least."""
        filled = [c for c in self.cells_of_row(row) if c.words and c.row == row]
        return len(filled) > 1 and all(w.font.bold for c in filled for w in c.words)


def grids_to_parts(
    grids: Sequence[Grid], words: Iterable[Word], page_number: int
) -> tuple[list[TablePart], list[Word]]:
    """The page's outer tables, and the words that stand in none of their cells."""
    outer = [g for g in grids if not any(_is_inside(g, o) for o in grids)]
    inner = {id(o): [g for g in grids if _is_inside(g, o)] for o in outer}
    free = list(words)
    parts = []
    for grid in outer:
        part, free = _fill_grid(grid, inner[id(grid)], free, page_number)
        parts.append(part)
    return parts, free


def _is_inside(grid: Grid, other: Grid) -> bool:
    return grid is not other and any(cell.contains(grid.bbox, 1.0) for cell in other.cells)


def _fill_grid(
    grid: Grid, inner: Sequence[Grid], words: list[Word], page_number: int
) -> tuple[TablePart, list[Word]]:
    xs = _edges(e for cell in grid.cells for e in (cell.x0, cell.x1))
    ys = _edges(e for cell in grid.cells for e in (cell.top, cell.bottom))
    held = [w for w in words if grid.bbox.contains_point(w.bbox.x_mid, w.bbox.y_mid)]
    free = [w for w in words if not grid.bbox.contains_point(w.bbox.x_mid, w.bbox.y_mid)]
    cells = []
    for box in grid.cells:
        inside = [w for w in held if box.contains_point(w.bbox.x_mid, w.bbox.y_mid)]
        taken = set(map(id, inside))
        held = [w for w in held if id(w) not in taken]
        nested, own = grids_to_parts(
            [g for g in inner if box.contains(g.bbox, 1.0)], inside, page_number
        )
        cells.append(
            RawCell(
                box,
                _index(ys, box.top),
                _index(ys, box.bottom),
                _index(xs, box.x0),
                _index(xs, box.x1),
                tuple(own),
                page_number,
                tuple(nested),
            )
        )
    part = TablePart(
        page_number,
        grid.bbox,
        xs,
        ys,
        tuple(cells),
        grid.is_open_top,
        grid.is_open_bottom,
        grid.is_aligned,
        grid.is_labels,
    )
    return part, [*free, *held]


def _edges(values: Iterable[float]) -> tuple[float, ...]:
    return tuple(sum(g) / len(g) for g in cluster_values(values, EDGE_TOLERANCE))


def _index(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def cells_of(part: TablePart) -> Iterator[RawCell]:
    """Its cells and those of the tables nested in them."""
    for cell in part.cells:
        yield cell
        for nested in cell.nested:
            yield from cells_of(nested)
