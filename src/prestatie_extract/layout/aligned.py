"""Tables without rules: columns by the alignment of the text, rows by white space, rules or shades.

A row of column words ("Nr · Wat spreken we af · Aan zet") opens such a table; the lines below it
belong to it as long as they keep the columns apart. The result is a `Grid`, as of a ruled table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from prestatie_extract.geometry import BBox, cluster_values, overlap_length, union_bbox
from prestatie_extract.layout.flows import split_columns
from prestatie_extract.layout.lines import words_to_rows
from prestatie_extract.layout.row_gaps import (
    ON_TOP_SHARE,
    Keys,
    count_on_top,
    find_keys,
    is_row_key,
    split_rows,
)
from prestatie_extract.page import Grid, Page, Word
from prestatie_extract.vocabulary.column_words import find_column_role

HEADER_GAP_RATIO = 0.6  # of the font size between two headers; a space is 0.3
HEADER_PART_CHARS_MAX = 45
HEADER_LINES_PITCH_RATIO = 1.45  # of the font size between the lines of one header row
KNOWN_PARTS_MIN = 2  # known column words in a header row
KNOWN_SHARE = 0.4  # of the header's parts
LARGER_RATIO = 1.1  # of the table's type: a heading behind it
UNHEADED_ROWS = 12  # lines below a header that show a column left of it
NOTE_LINES_MAX = 3  # of a footnote that nothing but its place and number shows
FOOTNOTE_MARK_RATIO = 0.85  # of the type size of the footnote's text
SENTENCE_SIGN = re.compile(r"[:;]|\w{3,}\.")
"""What no header has: the colon of a label, the end of a sentence; "Nr." may be."""
FIGURE = re.compile(r"(?:€\s?)?[+-−–]?\d[\d.,]*(?:%|,-)?|[–—-]|n\.?v\.?t\.?")
FIGURE_COLUMNS_MIN = 2  # columns of figures side by side; one is a list with page numbers
FIGURE_ROWS_MIN = 2
EDGE_GAP = 2.0  # points left of a column's text
SIDE_GAP = 4.0  # points around the whole table
SAME_PLACE = 4.0  # points between the columns of one table on two pages
SEPARATOR_SHARE = 0.6  # of the table's width that a rule or shade between rows covers

_Row = list[Word]


@dataclass(frozen=True)
class _Columns:
    """Where the columns of a table are: their edges from left to right, one more than columns."""

    edges: tuple[float, ...]
    keys: Keys
    size: float
    """Of the type in its body, points."""

    @property
    def inner(self) -> tuple[float, ...]:
        return self.edges[1:-1]

    def crossed(self, row: Sequence[Word]) -> int:
        """How many edges between columns run through a word of the row."""
        return sum(any(w.bbox.x0 < x < w.bbox.x1 for w in row) for x in self.inner)

    def fits(self, row: Sequence[Word]) -> bool:
        """Whether the row keeps to the columns: running text across them does not."""
        if any(w.bbox.x_mid < self.edges[0] for w in row):
            return False
        if max(row, key=lambda w: len(w.text)).font.size > LARGER_RATIO * self.size:
            return False
        if self.keys is Keys.ALONE and not self._has_key_or_none(row):
            return False
        return 2 * self.crossed(row) < max(len(self.inner), 1)

    def _has_key_or_none(self, row: Sequence[Word]) -> bool:
        key = " ".join(w.text for w in row if w.bbox.x_mid < self.edges[1])
        return not key or is_row_key(key)

    @property
    def width(self) -> float:
        return self.edges[-1] - self.edges[0]

    def with_width(self, width: float) -> _Columns:
        return replace(self, edges=(*self.edges[:-1], self.edges[0] + width))

    def around(self, rows: Sequence[Sequence[Word]]) -> _Columns:
        """The same columns, the last as wide as its text in these rows."""
        right = max(w.bbox.x1 for row in rows for w in row) + SIDE_GAP
        return replace(self, edges=(*self.edges[:-1], max(right, self.edges[-1])))

    def moved(self, distance: float) -> _Columns:
        return replace(self, edges=tuple(x + distance for x in self.edges))


@dataclass(frozen=True)
class _Found:
    """A table on one page: its header rows, if printed here, and its body rows."""

    columns: _Columns
    header: tuple[_Row, ...]
    body: tuple[_Row, ...]
    reaches_end: bool
    """Whether nothing stands below it on its page but footnotes."""
    heads: tuple[float, ...] = ()
    """Where the header of each column starts, or its text where it has none."""
    goes_on: bool = False
    """Whether it may start with the rest of a row of the page before."""


def add_aligned_grids(pages: Sequence[Page]) -> list[Page]:
    """The same pages with the tables that only alignment shows among their grids.

    A grid of a single row or column, a shaded header or row, gives way to the table around it.
    """
    if not any(_may_hold_table(_free_rows(page)) for page in pages):
        return list(pages)
    found: list[list[_Found]] = []
    before: _Found | None = None
    for page in pages:
        tables = _find_tables(_free_rows(page), before)
        before = tables[-1] if tables and tables[-1].reaches_end else None
        found.append(tables)
    _drop_bare_headers(found)
    _align_right(found)
    on_top = _stand_on_top([table for tables in found for table in tables])
    return [_with_grids(page, tables, on_top) for page, tables in zip(pages, found, strict=True)]


def _drop_bare_headers(found: Sequence[list[_Found]]) -> None:
    """Leave out headers at the foot of a page that the next page does not go on with."""
    for tables, following in zip(found, (*found[1:], []), strict=True):
        goes_on = bool(following) and following[0].goes_on
        if tables and not tables[-1].body and not goes_on:
            del tables[-1]


def _stand_on_top(tables: Sequence[_Found]) -> bool | None:
    """Whether numbers stand on top of their rows; `None` where no table has two."""
    counts = [count_on_top(t.body, t.columns.edges, t.columns.keys) for t in tables if t.body]
    clear, pairs = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0)
    return clear >= ON_TOP_SHARE * pairs if pairs else None


def _align_right(found: Sequence[list[_Found]]) -> None:
    """Give the parts of one table on several pages the same width."""
    linked: list[tuple[list[_Found], int]] = []
    for tables in (*found, []):
        is_next = bool(tables) and tables[0].goes_on
        if linked and is_next:
            linked.append((tables, 0))
        if not is_next or len(tables) > 1:
            width = max((t[i].columns.width for t, i in linked), default=0.0)
            for t, i in linked:
                t[i] = replace(t[i], columns=t[i].columns.with_width(width))
            linked = [(tables, len(tables) - 1)] if tables else []


def _with_grids(page: Page, tables: Sequence[_Found], on_top: bool | None) -> Page:
    inner = [nested for table in tables for nested in _find_nested(table)]
    grids = tuple(_to_grid(table, page, on_top) for table in (*tables, *inner))
    kept = tuple(g for g in page.grids if not any(_meets(g.bbox, new.bbox) for new in grids))
    ordered = sorted((*kept, *grids), key=lambda g: (g.bbox.top, g.bbox.x0))
    return replace(page, grids=tuple(ordered)) if grids else page


def _find_nested(table: _Found) -> Iterator[_Found]:
    """The tables of figures inside the columns of a table."""
    for low, high in pairwise(table.columns.edges):
        cut = ([w for w in row if low < w.bbox.x_mid < high] for row in table.body)
        rows = [row for row in cut if row]
        yield from (replace(found, reaches_end=False) for found in _find_figures(rows))


def _upright(page: Page) -> list[Word]:
    return [w for w in page.words if w.font.upright]


def _free_rows(page: Page) -> list[_Row]:
    """The rows of words outside whole ruled tables, top down."""
    whole = [g.bbox for g in page.grids if _is_whole(g)]
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
    lefts = cluster_values((c.x0 for c in grid.cells), SAME_PLACE)
    return len(tops) > 1 and len(lefts) > 1


def _meets(bbox: BBox, other: BBox) -> bool:
    height = overlap_length(bbox.top, bbox.bottom, other.top, other.bottom)
    return height > min(bbox.height, other.height) / 2


# ------------------------------------------------------------------------------- headers


def _may_hold_table(rows: Sequence[_Row]) -> bool:
    """Whether a row reads like the header of a table, or figures stand in columns."""
    return any(
        is_header_row(row) or _heads_figures(row, rows[i + 1 : i + 1 + FIGURE_ROWS_MIN])
        for i, row in enumerate(rows)
    )


def _heads_figures(row: _Row, below: Sequence[_Row]) -> bool:
    """Whether the rows right below have a figure under each header but the first."""
    heads = [union_bbox(w.bbox for w in part) for part in _parts(row)]
    if len(heads) < FIGURE_COLUMNS_MIN or len(below) < FIGURE_ROWS_MIN:
        return False
    return all(_has_figures(under, heads) for under in below)


def _has_figures(row: _Row, heads: Sequence[BBox]) -> bool:
    parts = _parts(row)
    boxes = [union_bbox(w.bbox for w in part) for part in parts]
    figures = [
        box
        for part, box in zip(parts, boxes, strict=True)
        if FIGURE.fullmatch("".join(w.text for w in part))
    ]
    under = sum(
        any(overlap_length(f.x0, f.x1, head.x0, head.x1) > 0 for f in figures) for head in heads
    )
    starts_with_words = boxes[0] not in figures
    return starts_with_words and under >= FIGURE_COLUMNS_MIN and under >= len(heads) - 1


def is_header_row(row: Sequence[Word]) -> bool:
    """Whether the words on one line are column words set apart: the header of a table."""
    parts = _parts(row)
    if len(parts) < KNOWN_PARTS_MIN:
        return False
    texts = [" ".join(w.text for w in part) for part in parts]
    if any(len(text) > HEADER_PART_CHARS_MAX or SENTENCE_SIGN.search(text) for text in texts):
        return False
    known = sum(find_column_role(text) is not None for text in texts)
    return known >= KNOWN_PARTS_MIN and known >= KNOWN_SHARE * len(parts)


def _parts(row: Iterable[Word]) -> list[list[Word]]:
    """The words of a row, or of the rows of one header, in columns: gaps no word covers."""
    ordered = sorted(row, key=lambda w: w.bbox.x0)
    parts = [[ordered[0]]]
    right = ordered[0].bbox.x1
    for word in ordered[1:]:
        if word.bbox.x0 - right > HEADER_GAP_RATIO * word.font.size:
            parts.append([])
        parts[-1].append(word)
        right = max(right, word.bbox.x1)
    return parts


def _header_span(rows: Sequence[_Row], index: int) -> tuple[int, int]:
    """The rows of one header, half-open: those in the same bold type right above and below."""
    start, end = index, index + 1
    if not _is_bold(rows[index]):
        return start, end
    while start > 0 and _is_one_header(rows[start - 1], rows[start]):
        start -= 1
    while end < len(rows) and _is_one_header(rows[end - 1], rows[end]):
        end += 1
    return start, end


def _is_bold(row: _Row) -> bool:
    return all(w.font.bold for w in row)


def _is_one_header(upper: _Row, lower: _Row) -> bool:
    distance = _foot(lower) - _foot(upper)
    sizes = {round(w.font.size, 1) for w in (*upper, *lower)}
    is_close = distance <= HEADER_LINES_PITCH_RATIO * max(sizes)
    return is_close and len(sizes) == 1 and _is_bold(upper) and _is_bold(lower)


def _foot(row: _Row) -> float:
    return max(w.bbox.bottom for w in row)


# -------------------------------------------------------------------------------- tables


def _find_tables(rows: Sequence[_Row], before: _Found | None) -> list[_Found]:
    """The tables of one page, top down; the first may go on with the one `before`."""
    tables: list[_Found] = []
    at = 0
    if before is not None and rows and not is_header_row(rows[0]):
        carried = _go_on(rows, before)
        if carried is not None:
            tables.append(carried)
            at = len(carried.body)
    for index in (i for i, row in enumerate(rows) if is_header_row(row)):
        if index < at:
            continue
        start, end = _header_span(rows, index)
        table = _read_table(rows, (max(start, at), end), before)
        if table is not None:
            tables.append(table)
            at = end + len(table.body)
    taken = {id(row) for table in tables for row in (*table.header, *table.body)}
    rest = [row for row in rows if id(row) not in taken]
    figures = [t for run in split_columns(rest) for t in _find_figures(run)]
    return sorted([*tables, *figures], key=_top)


def _top(table: _Found) -> float:
    return min(w.bbox.top for row in (*table.header, *table.body) for w in row)


def _find_figures(rows: Sequence[_Row]) -> Iterator[_Found]:
    """The tables of figures among rows of one column, or of a page without columns."""
    at = 0
    for index, row in enumerate(rows):
        below = rows[index + 1 : index + 1 + FIGURE_ROWS_MIN]
        if index < at or not _heads_figures(row, below):
            continue
        start, end = _header_span(rows, index)
        found = _read_table(rows, (max(start, at), end), None)
        if found is not None:
            yield found
            at = end + len(found.body)


def _go_on(rows: Sequence[_Row], before: _Found) -> _Found | None:
    """The end of the table of the page before, whose header is not printed again."""
    left = min(w.bbox.x0 for row in rows[:3] for w in row)
    options = [
        before.columns.moved(distance)
        for distance in (0.0, left - SIDE_GAP - before.columns.edges[0])
    ]
    if not before.body:
        boxes = [union_bbox(w.bbox for w in part) for part in _parts(chain(*before.header))]
        options = [
            replace(before.columns, edges=edges, size=_body_size(rows))
            for edges in _edge_options(boxes, rows)
        ]
    for columns in options:
        count = _count_fitting(rows, columns)
        body = tuple(rows[:count])
        if count and (_fills_columns(body, columns) or _stands_in_inner_column(body, columns)):
            ends = _ends_page(rows[count:])
            columns = _with_keys(columns, body).around(body)
            return _Found(columns, (), body, ends, before.heads, goes_on=True)
    return None


def _ends_page(rest: Sequence[_Row]) -> bool:
    """Whether nothing follows but footnotes."""
    return not rest or _opens_footnote(rest[0]) or _is_bare_note(rest)


def _is_bare_note(rest: Sequence[_Row]) -> bool:
    """A few lines that start with a bare number: a footnote whose mark is not raised."""
    first = rest[0]
    return (
        len(rest) <= NOTE_LINES_MAX
        and len(first) > 1
        and first[0].text.isdigit()
        and first[1].text[:1].isupper()
    )


def _opens_footnote(row: _Row) -> bool:
    """A small raised mark before the text."""
    if len(row) < 2:
        return False
    mark, word = row[0], row[1]
    is_small = mark.font.size < FOOTNOTE_MARK_RATIO * word.font.size
    return is_small and (mark.text.isdigit() or not mark.text.isalnum())


def _fills_columns(body: Sequence[_Row], columns: _Columns) -> bool:
    """Whether text stands in two columns at least, the key or the last among them."""
    filled = {
        i
        for i, (low, high) in enumerate(pairwise(columns.edges))
        if any(low < w.bbox.x_mid < high for row in body for w in row)
    }
    return len(filled) > 1


def _stands_in_inner_column(body: Sequence[_Row], columns: _Columns) -> bool:
    """Whether the rest of a cut cell stands there: all of it in one column behind the first."""
    left = min(w.bbox.x0 for row in body for w in row)
    return any(abs(left - x - EDGE_GAP) <= SAME_PLACE for x in columns.inner)


def _count_fitting(rows: Sequence[_Row], columns: _Columns) -> int:
    """How many of the first rows are the table's; headings right above what follows are not."""
    breaks = (i for i, row in enumerate(rows) if not columns.fits(row) or is_header_row(row))
    end = next(breaks, len(rows))
    while 0 < end < len(rows) and _leads(rows, end - 1):
        end -= 1
    if columns.keys is not Keys.ALONE:
        notes = (i for i in range(max(end - NOTE_LINES_MAX, 1), end) if _is_bare_note(rows[i:end]))
        end = next(notes, end)
    return end


def _leads(rows: Sequence[_Row], index: int) -> bool:
    """Whether a row belongs to what follows: a bold line of one part, nearer to the next row."""
    row = rows[index]
    if index == 0 or not _is_bold(row) or len(_parts(row)) > 1:
        return False
    return _foot(rows[index + 1]) - _foot(row) < _foot(row) - _foot(rows[index - 1])


def _read_table(
    rows: Sequence[_Row], header: tuple[int, int], before: _Found | None
) -> _Found | None:
    """The table below a header; `None` where no row keeps to its columns."""
    start, end = header
    parts = _parts(w for row in rows[start:end] for w in row)
    boxes = [union_bbox(w.bbox for w in part) for part in parts]
    below = rows[end:]
    if not below and len(boxes) > 1:
        return _foot_header(rows[start:end], boxes)
    if not below:
        return None
    unheaded, holds_keys = _unheaded(boxes[0], below)
    boxes = [*unheaded, *boxes]
    text = " ".join(w.text for w in parts[0])
    carried = list(_carried_edges(boxes, before))
    is_numbered = find_column_role(text) == "nummer" or holds_keys
    keys = Keys.ALONE if is_numbered else Keys.NONE
    options = [
        _Columns(edges, keys, _body_size(below))
        for edges in (*carried, *_edge_options(boxes, below))
    ]
    columns = max(options, key=lambda option: _count_fitting(below, option))
    count = _count_fitting(below, columns)
    if not count:
        return None
    body = tuple(below[:count])
    if before is not None and columns.edges in carried:
        columns = replace(columns, keys=before.columns.keys)
    return _Found(
        _with_keys(columns, body).around(body),
        tuple(rows[start:end]),
        body,
        _ends_page(below[count:]),
        tuple(box.x0 for box in boxes),
        goes_on=columns.edges in carried,
    )


def _with_keys(columns: _Columns, body: Sequence[_Row]) -> _Columns:
    """The columns, told that numbers stand before the text of the first where they do."""
    if columns.keys is Keys.NONE and find_keys(body, columns.edges, Keys.LEADING):
        return replace(columns, keys=Keys.LEADING)
    return columns


def _foot_header(header: Sequence[_Row], boxes: Sequence[BBox]) -> _Found:
    """A header that ends its page; its columns are settled by the rows of the next."""
    text = " ".join(w.text for w in _parts(chain(*header))[0])
    keys = Keys.ALONE if find_column_role(text) == "nummer" else Keys.NONE
    edges = next(_edge_options(boxes, []))
    return _Found(_Columns(edges, keys, header[0][0].font.size), tuple(header), (), True)


def _unheaded(first: BBox, below: Sequence[_Row]) -> tuple[list[BBox], bool]:
    """The column left of the first header which has none itself, and whether it holds numbers."""
    left = [[w for w in row if w.bbox.x1 < first.x0] for row in below[:UNHEADED_ROWS]]
    starts = [words for words in left if words and words[0].bbox.x0 < first.x0 - SIDE_GAP]
    if not starts:
        return [], False
    if all(is_row_key(" ".join(w.text for w in words)) for words in starts):
        return [union_bbox(w.bbox for words in starts for w in words)], True
    label = union_bbox(w.bbox for w in _parts(below[0])[0])
    is_apart = label.x1 < first.x0 and not _overlaps(label, first)
    return ([label] if is_apart else []), False


def _overlaps(bbox: BBox, other: BBox) -> bool:
    return overlap_length(bbox.x0, bbox.x1, other.x0, other.x1) > 0


def _body_size(rows: Sequence[_Row]) -> float:
    sizes = Counter(w.font.size for row in rows[:6] for w in row)
    return max(sizes, key=lambda s: (sizes[s], s))


def _carried_edges(boxes: Sequence[BBox], before: _Found | None) -> Iterator[tuple[float, ...]]:
    """The edges of the page before, where this header stands in the same columns."""
    if before is None or len(before.heads) != len(boxes):
        return
    shifts = [box.x0 - old for box, old in zip(boxes, before.heads, strict=True)]
    if max(shifts) - min(shifts) <= SAME_PLACE:
        yield before.columns.moved(shifts[0]).edges


def _edge_options(boxes: Sequence[BBox], below: Sequence[_Row]) -> Iterator[tuple[float, ...]]:
    """Column edges for text that starts below its header, stands centred below it, or before it."""
    words = [w.bbox for row in below for w in row]
    for place in (
        lambda left, right: right.x0 - EDGE_GAP,  # noqa: ARG005
        lambda left, right: (left.x1 + right.x0) / 2,
        lambda left, right: left.x1 + EDGE_GAP,  # noqa: ARG005
    ):
        inner = [place(left, right) for left, right in pairwise(boxes)]
        starts = [b.x0 for b in words if b.x1 <= inner[0]]
        left = min([boxes[0].x0, *(x for x in starts if boxes[0].x0 - x < 4 * SIDE_GAP)]) - SIDE_GAP
        yield (left, *inner, boxes[-1].x1 + SIDE_GAP)


def _to_grid(table: _Found, page: Page, on_top: bool | None) -> Grid:
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


def _header_grid(table: _Found) -> Grid:
    """A header at the foot of a page, its body on the next."""
    bbox = union_bbox(w.bbox for row in table.header for w in row)
    edges = table.columns.edges
    top, bottom = bbox.top - EDGE_GAP, bbox.bottom + EDGE_GAP
    cells = tuple(BBox(x0, top, x1, bottom) for x0, x1 in pairwise(edges))
    return Grid(union_bbox(cells), cells, is_aligned=True)


def _separators(page: Page, columns: _Columns) -> list[float]:
    """The heights at which rules or the edges of shades run along most of the table."""
    left, right = columns.edges[0], columns.edges[-1]
    lengths: Counter[float] = Counter()
    inside = [a for a in page.areas if overlap_length(a.x0, a.x1, left, right) > a.width / 2]
    for bbox in (*page.rules, *inside):
        for y in {round(bbox.top), round(bbox.bottom)}:
            lengths[y] += overlap_length(bbox.x0, bbox.x1, left, right)
    groups = cluster_values(lengths, 1.5)
    return [
        sum(g) / len(g)
        for g in groups
        if sum(lengths[y] for y in g) >= SEPARATOR_SHARE * (right - left)
    ]
