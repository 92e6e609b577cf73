"""Parts of ruled tables to whole tables: joined over pages, nested tables in their cell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from prestatie_extract.document import Block, Cell, Label, Passage, Region, Table
from prestatie_extract.geometry import cluster_values, union_bbox
from prestatie_extract.layout.lines import Line, count_characters
from prestatie_extract.layout.parts import EDGE_TOLERANCE, RawCell, TablePart, cells_of

BAND_HEIGHT_RATIO = 0.5  # of the table's height along which a column's edge runs; nested: 0.1-0.3
SAME_EDGE_TOLERANCE = 5.0  # points between the widths of one table on two pages
ROW_KEY = re.compile(r"^(?:[Bb]ij\s)?(?:[A-Z]{1,3}-?)?\d{1,3}(?:\.\d{1,3})*[a-z]?[.:)]?(?:\s|$)")


@dataclass(frozen=True)
class Piece:
    """What one page has in a cell: lines, or a nested table."""

    page_number: int
    right: float
    """Where the cell's text may run to, points."""
    lines: tuple[Line, ...] = ()
    nested: TablePart | None = None

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(eq=False)
class Slot:
    """A cell in the making; it may stand in several rows and bands, and on several pages."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(p.text for p in self.pieces)


CellBlocks = Callable[[Sequence[Piece]], tuple[Block, ...]]
_Row = list[Slot]
_Bands = list[tuple[float, float]]
"""Column extents, points from the table's left edge."""


def is_continuation(part: TablePart, before: Sequence[TablePart]) -> bool:
    """Whether `part`, first on its page, goes on with the table of which the last page had the end.

    It is as wide, has the same columns, and does not open with a header row of its own. A list of
    labels ends with its agreement.
    """
    if part.is_labels or before[-1].is_labels:
        return False
    if abs(part.bbox.width - before[-1].bbox.width) > SAME_EDGE_TOLERANCE:
        return False
    if not _same_columns(find_bands([part]), find_bands(before)):
        return False
    repeats = part.row_words(0) == before[0].row_words(0)
    return repeats or not part.is_header_row(0)


def _same_columns(bands: _Bands, others: _Bands) -> bool:
    """Whether each inner edge of the one with fewer columns is an edge of the other."""
    few, many = sorted(([b[0] for b in bands[1:]], [b[0] for b in others[1:]]), key=len)
    return all(any(abs(x - y) <= SAME_EDGE_TOLERANCE for y in many) for x in few)


def parts_to_table(parts: Sequence[TablePart], cell_blocks: CellBlocks) -> Block:
    """One table block of the parts, in page order, that belong to one table."""
    bands = find_bands(parts)
    header = _find_header(parts)
    rows: list[_Row] = []
    for before, part in zip((None, *parts), parts, strict=False):
        new = _part_rows(
            part, bands, skip_header=before is not None and part.row_words(0) == header
        )
        has_body = len(rows) > (1 if header else 0)
        new = _drop_repeated_header(new, (rows or new or [[]])[0], header)
        if before is not None and has_body and new and _is_cut(before, part, rows[-1], new[0]):
            _merge_cut_row(rows, new)
        rows += new
    table = Table(_slots_to_cells(rows, cell_blocks), 1 if header and len(rows) > 1 else 0)
    return Block(
        Label.TABLE,
        Passage(),
        table=table,
        regions=tuple(Region(p.page_number, p.bbox) for p in parts),
        characters=sum(part_characters(p) for p in parts),
    )


def _find_header(parts: Sequence[TablePart]) -> list[str] | None:
    """The words of the first row where it is a header: bold, or printed again on another page."""
    first = parts[0].row_words(0)
    is_repeated = any(part.row_words(0) == first for part in parts[1:])
    return first if first and (is_repeated or parts[0].is_header_row(0)) else None


def _drop_repeated_header(new: list[_Row], first: _Row, header: list[str] | None) -> list[_Row]:
    """The rows without further prints of the header; some producers repeat it within a page."""
    if header is None:
        return new
    words = [slot.text for slot in first]
    return [row for row in new if row is first or [slot.text for slot in row] != words]


def part_characters(part: TablePart) -> int:
    """Printed characters in all its cells, nested ones too."""
    return count_characters(w for cell in cells_of(part) for w in cell.words)


def find_bands(parts: Sequence[TablePart]) -> _Bands:
    """The table's columns: edges that run along most of its height, and those of its header.

    Edges of a table nested in a cell run along a small part of the height and make no column.
    """
    heights: dict[float, float] = defaultdict(float)
    for part in parts:
        for cell in part.cells:
            for x in {part.xs[cell.column], part.xs[cell.column_end]}:
                heights[x - part.bbox.x0] += cell.bbox.height / 2
    total = sum(p.bbox.height for p in parts)
    header = {part_x - parts[0].bbox.x0 for part_x in _row_edges(parts[0], 0)}
    edges = []
    for group in cluster_values(heights, EDGE_TOLERANCE):
        is_long = sum(heights[x] for x in group) >= BAND_HEIGHT_RATIO * total
        if is_long or any(x in header for x in group):
            edges.append(sum(group) / len(group))
    return list(pairwise(edges))


def _row_edges(part: TablePart, row: int) -> set[float]:
    cells = part.cells_of_row(row)
    return {part.xs[i] for c in cells for i in (c.column, c.column_end)}


def _part_rows(part: TablePart, bands: _Bands, *, skip_header: bool) -> list[_Row]:
    """The part's rows; rows of a nested table are one row with the cell that holds them."""
    slots: dict[int, Slot] = {}
    rows = []
    for first, end in _row_groups(part, bands):
        if skip_header and first == 0:
            continue
        rows.append([_fill_slot(part, band, (first, end), slots) for band in bands])
    return rows


def _row_groups(part: TablePart, bands: _Bands) -> list[tuple[int, int]]:
    """Finest rows that make one row of the table, as half-open ranges."""
    nested_rows = {
        row for c in part.cells if _is_nested(part, c, bands) for row in range(c.row, c.row_end)
    }
    owner = list(range(part.row_count))
    for cell in part.cells:
        covered = range(cell.row, cell.row_end)
        if len(covered) > 1 and any(r in nested_rows for r in covered):
            for r in covered:
                owner[r] = min(owner[r], owner[cell.row])
    for row in sorted(nested_rows):
        if row > 0 and owner[row] == row and row - 1 in nested_rows:
            owner[row] = owner[row - 1]
    starts = [r for r in range(part.row_count) if r == 0 or owner[r] != owner[r - 1]]
    return list(pairwise([*starts, part.row_count]))


def _is_nested(part: TablePart, cell: RawCell, bands: _Bands) -> bool:
    """Whether the cell is narrower than the column it stands in."""
    left, right = cell.bbox.x0 - part.bbox.x0, cell.bbox.x1 - part.bbox.x0
    return any(
        low - EDGE_TOLERANCE <= left
        and right <= high + EDGE_TOLERANCE
        and right - left < high - low - 2 * EDGE_TOLERANCE
        for low, high in bands
    )


def _fill_slot(
    part: TablePart, band: tuple[float, float], rows: tuple[int, int], slots: dict[int, Slot]
) -> Slot:
    middle = part.bbox.x0 + (band[0] + band[1]) / 2
    inside = [c for c in part.cells if c.row < rows[1] and rows[0] < c.row_end]
    whole = [
        c for c in inside if c.bbox.x0 < middle < c.bbox.x1 and not _is_nested(part, c, [band])
    ]
    nested = [c for c in inside if _is_nested(part, c, [band])]
    if len(nested) == len(part.cells):  # a table in nothing but itself
        whole, nested = nested, []
    if not nested and len(whole) == 1:
        slot = slots.setdefault(id(whole[0]), Slot())
        slot.pieces = slot.pieces or _cell_pieces(part, whole[0])
        return slot
    pieces = [(c.bbox.top, p) for c in whole for p in _cell_pieces(part, c)]
    pieces += [
        (n.bbox.top, Piece(part.page_number, n.bbox.x1, nested=n)) for n in _runs(part, nested)
    ]
    return Slot([p for _, p in sorted(pieces, key=lambda tp: tp[0])])


def _cell_pieces(part: TablePart, cell: RawCell) -> list[Piece]:
    left = min((w.bbox.x0 for w in cell.words), default=cell.bbox.x0)
    right = cell.bbox.x1 - (left - cell.bbox.x0)
    pieces = [Piece(part.page_number, right, tuple(cell.lines))] if cell.words else []
    return pieces + [Piece(part.page_number, right, nested=n) for n in cell.nested]


def _runs(part: TablePart, cells: Sequence[RawCell]) -> list[TablePart]:
    """Cells narrower than their column as tables, one for each run of touching rows."""
    runs: list[list[RawCell]] = []
    for cell in sorted(cells, key=lambda c: (c.row, c.column)):
        if runs and cell.row <= max(c.row_end for c in runs[-1]):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return [_sub_part(part, run) for run in runs]


def _sub_part(part: TablePart, cells: Sequence[RawCell]) -> TablePart:
    bbox = union_bbox(c.bbox for c in cells)
    xs = sorted({i for c in cells for i in (c.column, c.column_end)})
    ys = sorted({i for c in cells for i in (c.row, c.row_end)})
    moved = tuple(
        RawCell(
            c.bbox,
            ys.index(c.row),
            ys.index(c.row_end),
            xs.index(c.column),
            xs.index(c.column_end),
            c.words,
            c.page_number,
            c.nested,
        )
        for c in cells
    )
    edges = tuple(part.xs[i] for i in xs), tuple(part.ys[i] for i in ys)
    return TablePart(part.page_number, bbox, *edges, moved, False, False)


def _is_cut(before: TablePart, part: TablePart, last: _Row, first: _Row) -> bool:
    """Whether a page break cut the row: no rule at the cut, or a sentence that goes on."""
    is_open = before.is_open_bottom or part.is_open_top
    if ROW_KEY.match(first[0].text):
        awaits_key = before.is_aligned and before.is_open_bottom and not last[0].text
        return awaits_key or (is_open and _completes(last, first))
    if is_open:
        return True
    return any(_goes_on(a.text, b.text) for a, b in zip(last, first, strict=True))


def _completes(last: _Row, first: _Row) -> bool:
    """A row whose first cell found no room above the break, while its short cells did."""
    pairs = [(bool(a.text), bool(b.text)) for a, b in zip(last, first, strict=True)]
    return pairs[0] == (False, True) and not any(a and b for a, b in pairs)


def _goes_on(before: str, after: str) -> bool:
    return bool(before) and before[-1] not in ".;:?!" and after[:1].islower()


def _merge_cut_row(rows: list[_Row], new: list[_Row]) -> None:
    """The first new row becomes the rest of the last row; cells that span on do so."""
    for index, (slot, rest) in enumerate(zip(rows[-1], new[0], strict=True)):
        if slot is rest:
            continue
        if rest not in new[0][:index]:
            slot.pieces += rest.pieces
        for row in new:
            row[:] = [slot if s is rest else s for s in row]
    del new[0]


def _slots_to_cells(rows: Sequence[_Row], cell_blocks: CellBlocks) -> tuple[tuple[Cell, ...], ...]:
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    slots: dict[int, Slot] = {}
    for r, row in enumerate(rows):
        for c, slot in enumerate(row):
            places[id(slot)].append((r, c))
            slots[id(slot)] = slot
    cells = {key: _slot_to_cell(slots[key], places[key], cell_blocks) for key in slots}
    return tuple(tuple(cells[id(slot)] for slot in row) for row in rows)


def _slot_to_cell(slot: Slot, places: Sequence[tuple[int, int]], cell_blocks: CellBlocks) -> Cell:
    blocks = cell_blocks(slot.pieces)
    rows, columns = zip(*places, strict=True)
    return Cell(
        blocks=blocks,
        row=min(rows),
        column=min(columns),
        row_span=max(rows) - min(rows) + 1,
        column_span=max(columns) - min(columns) + 1,
        characters=sum(b.characters for b in blocks),
    )
