"""Tables without rules: columns by the alignment of the text, rows by white space, rules or shades.

A row of column words ("Nr · Wat spreken we af · Aan zet") opens such a table; the lines below it
belong to it as long as they keep the columns apart. The result is a `Grid`, as of a ruled table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from prestatie_extract.geometry import BBox, cluster_values, overlap_length, union_bbox
from prestatie_extract.layout.aligned_parts import (
    EDGE_GAP,
    SAME_PLACE,
    AlignedColumns,
    AlignedPart,
    find_aligned_parts,
    find_figures,
)
from prestatie_extract.layout.label_lists import LabelList, find_label_lists
from prestatie_extract.layout.lines import words_to_rows
from prestatie_extract.layout.row_gaps import ON_TOP_SHARE, count_on_top, split_rows
from prestatie_extract.layout.table_headers import Row, may_hold_table
from prestatie_extract.page import Grid, Page, Word

SEPARATOR_SHARE = 0.6  # of the table's width that a rule or shade between rows covers
SEPARATOR_STEP = 1.5  # points between edges that are one rule


def add_aligned_grids(pages: Sequence[Page]) -> list[Page]:
    """The same pages with the tables that only alignment shows among their grids.

    A grid of a single row or column, a shaded header or row, gives way to the table around it.
    """
    free = [_free_rows(page) for page in pages]
    lists = [find_label_lists(_outside(rows, page)) for rows, page in zip(free, pages, strict=True)]
    pages = [_with_lists(page, found) for page, found in zip(pages, lists, strict=True)]
    free = [_without(rows, found) for rows, found in zip(free, lists, strict=True)]
    if not any(may_hold_table(rows, p.rules) for rows, p in zip(free, pages, strict=True)):
        return list(pages)
    found: list[list[AlignedPart]] = []
    before: AlignedPart | None = None
    for rows, page in zip(free, pages, strict=True):
        tables = [_in_its_box(t, page.areas) for t in find_aligned_parts(rows, before, page.rules)]
        before = tables[-1] if tables and tables[-1].reaches_end else None
        found.append(tables)
    _drop_bare_headers(found)
    _align_right(found)
    on_top = _stand_on_top([table for tables in found for table in tables])
    return [_with_grids(page, tables, on_top) for page, tables in zip(pages, found, strict=True)]


def _in_its_box(table: AlignedPart, areas: Sequence[BBox]) -> AlignedPart:
    """The table up to the bottom of the smallest box that holds its header and a row below it."""
    if not (table.header and table.body):
        return table
    top = union_bbox(w.bbox for row in (*table.header, table.body[0]) for w in row)
    boxes = [area for area in areas if area.contains(top, EDGE_GAP)]
    if not boxes:
        return table
    bottom = min(boxes, key=lambda box: box.width * box.height).bottom
    body = tuple(row for row in table.body if min(w.bbox.top for w in row) < bottom)
    is_whole = len(body) == len(table.body)
    return table if is_whole else replace(table, body=body, reaches_end=False)


def _outside(rows: Sequence[Row], page: Page) -> list[Row]:
    """The rows without the words in tables of several columns, which part labels from text."""
    tables = [g.bbox for g in page.grids if len(_lefts(g)) > 1]
    rest = (
        [w for w in row if not any(t.contains_point(w.bbox.x_mid, w.bbox.y_mid) for t in tables)]
        for row in rows
    )
    return [row for row in rest if row]


def _with_lists(page: Page, lists: Sequence[LabelList]) -> Page:
    grids = (*page.grids, *(found.to_grid() for found in lists))
    return replace(page, grids=_in_order(grids)) if lists else page


def _in_order(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    return tuple(sorted(grids, key=lambda g: (g.bbox.top, g.bbox.x0)))


def _without(rows: Sequence[Row], lists: Sequence[LabelList]) -> list[Row]:
    """The rows without the words of lists of labels."""
    taken = {id(word) for found in lists for word in found.words}
    rest = ([word for word in row if id(word) not in taken] for row in rows)
    return [row for row in rest if row] if taken else list(rows)


def _drop_bare_headers(found: Sequence[list[AlignedPart]]) -> None:
    """Leave out headers at the foot of a page that the next page does not go on with."""
    for tables, following in zip(found, (*found[1:], []), strict=True):
        goes_on = bool(following) and following[0].goes_on
        if tables and not tables[-1].body and not goes_on:
            del tables[-1]


def _stand_on_top(tables: Sequence[AlignedPart]) -> bool | None:
    """Whether numbers stand on top of their rows; `None` where no table has two."""
    counts = [count_on_top(t.body, t.columns.edges, t.columns.keys) for t in tables if t.body]
    clear, pairs = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0)
    return clear >= ON_TOP_SHARE * pairs if pairs else None


def _align_right(found: Sequence[list[AlignedPart]]) -> None:
    """Give the parts of one table on several pages the same width."""
    linked: list[tuple[list[AlignedPart], int]] = []
    for tables in (*found, []):
        is_next = bool(tables) and tables[0].goes_on
        if linked and is_next:
            linked.append((tables, 0))
        if not is_next or len(tables) > 1:
            width = max((t[i].columns.width for t, i in linked), default=0.0)
            for t, i in linked:
                t[i] = replace(t[i], columns=t[i].columns.with_width(width))
            linked = [(tables, len(tables) - 1)] if tables else []


def _with_grids(page: Page, tables: Sequence[AlignedPart], on_top: bool | None) -> Page:
    inner = [nested for table in tables for nested in _find_nested(table)]
    grids = tuple(_to_grid(table, page, on_top) for table in (*tables, *inner))
    kept = tuple(g for g in page.grids if not any(_meets(g.bbox, new.bbox) for new in grids))
    return replace(page, grids=_in_order((*kept, *grids))) if grids else page


def _find_nested(table: AlignedPart) -> Iterator[AlignedPart]:
    """The tables of figures inside the columns of a table."""
    for low, high in pairwise(table.columns.edges):
        cut = ([w for w in row if low < w.bbox.x_mid < high] for row in table.body)
        rows = [row for row in cut if row]
        yield from (replace(found, reaches_end=False) for found in find_figures(rows))


def _upright(page: Page) -> list[Word]:
    return [w for w in page.words if w.font.upright]


def _free_rows(page: Page) -> list[Row]:
    """The rows of words outside whole ruled tables, top down.

    A grid with the columns of a lone row is the header and first stripe of a striped table.
    """
    stripes = [_lefts(g) for g in page.grids if not _is_whole(g)]
    whole = [g.bbox for g in page.grids if _is_whole(g) and _lefts(g) not in stripes]
    free = (
        w
        for w in _upright(page)
        if not any(b.contains_point(w.bbox.x_mid, w.bbox.y_mid) for b in whole)
    )
    rows = words_to_rows(free)
    return sorted(rows, key=lambda row: min(w.bbox.top for w in row))


def _is_whole(grid: Grid) -> bool:
    """Whether rules part it both ways."""
    tops = cluster_values((c.top for c in grid.cells), SAME_PLACE)
    return len(tops) > 1 and len(_lefts(grid)) > 1


def _lefts(grid: Grid) -> tuple[int, ...]:
    """Where its columns start, in whole points."""
    return tuple(round(xs[0]) for xs in cluster_values((c.x0 for c in grid.cells), SAME_PLACE))


def _meets(bbox: BBox, other: BBox) -> bool:
    height = overlap_length(bbox.top, bbox.bottom, other.top, other.bottom)
    return height > min(bbox.height, other.height) / 2


def _to_grid(table: AlignedPart, page: Page, on_top: bool | None) -> Grid:
    """The table's cells: a row for its header, and the rows of its body."""
    columns = table.columns
    if not table.body:
        return _header_grid(table)
    split = split_rows(
        table.body,
        edges=columns.edges,
        keys=columns.keys,
        separators=_separators(page, columns),
        goes_on=table.goes_on,
        on_top=on_top,
    )
    ys = split.ys
    if table.header:
        top = min(w.bbox.top for row in table.header for w in row) - EDGE_GAP
        ys = (top, *ys)
    cells = tuple(
        BBox(x0, y0, x1, y1) for y0, y1 in pairwise(ys) for x0, x1 in pairwise(columns.edges)
    )
    return Grid(
        union_bbox(cells),
        cells,
        is_open_top=split.starts_open,
        is_open_bottom=split.ends_open and table.reaches_end,
        is_aligned=True,
    )


def _header_grid(table: AlignedPart) -> Grid:
    """A header at the foot of a page, its body on the next."""
    bbox = union_bbox(w.bbox for row in table.header for w in row)
    edges = table.columns.edges
    top, bottom = bbox.top - EDGE_GAP, bbox.bottom + EDGE_GAP
    cells = tuple(BBox(x0, top, x1, bottom) for x0, x1 in pairwise(edges))
    return Grid(union_bbox(cells), cells, is_aligned=True)


def _separators(page: Page, columns: AlignedColumns) -> list[float]:
    """The heights at which rules or the edges of shades run along most of the table."""
    left, right = columns.edges[0], columns.edges[-1]
    lengths: dict[float, float] = defaultdict(float)
    inside = [a for a in page.areas if overlap_length(a.x0, a.x1, left, right) > a.width / 2]
    for bbox in (*page.rules, *inside):
        for y in {round(bbox.top), round(bbox.bottom)}:
            lengths[y] += overlap_length(bbox.x0, bbox.x1, left, right)
    groups = cluster_values(lengths, SEPARATOR_STEP)
    return [
        sum(g) / len(g)
        for g in groups
        if sum(lengths[y] for y in g) >= SEPARATOR_SHARE * (right - left)
    ]
