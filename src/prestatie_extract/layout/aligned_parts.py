"""A table without rules on one page: its header, its columns and the lines that keep to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from prestatie_extract.geometry import BBox, overlap_length, union_bbox
from prestatie_extract.layout.flows import split_columns
from prestatie_extract.layout.row_gaps import Keys, find_keys, is_row_key
from prestatie_extract.layout.table_headers import (
    FIGURE_ROWS_MIN,
    SECTION_NUMBER,
    Row,
    find_header_span,
    find_parts,
    heads_figures,
    heads_rules,
    is_bold,
    is_header_row,
)
from prestatie_extract.page import Word
from prestatie_extract.vocabulary.column_words import find_column_role

LARGER_RATIO = 1.1  # of the table's type: a heading behind it
HEADING_RATIO = 1.03  # of the type of the row above it: a bold line behind the table
UNHEADED_ROWS = 12  # lines below a header that show a column left of it
NOTE_LINES_MAX = 3  # of a footnote that nothing but its place and number shows
FOOTNOTE_MARK_RATIO = 0.85  # of the type size of the footnote's text
EDGE_GAP = 2.0  # points left of a column's text
SIDE_GAP = 4.0  # points around the whole table
SAME_PLACE = 4.0  # points between the columns of one table on two pages


@dataclass(frozen=True)
class AlignedColumns:
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

    def with_width(self, width: float) -> AlignedColumns:
        return replace(self, edges=(*self.edges[:-1], self.edges[0] + width))

    def around(self, rows: Sequence[Sequence[Word]]) -> AlignedColumns:
        """The same columns, the last as wide as its text in these rows."""
        right = max(w.bbox.x1 for row in rows for w in row) + SIDE_GAP
        return replace(self, edges=(*self.edges[:-1], max(right, self.edges[-1])))

    def moved(self, distance: float) -> AlignedColumns:
        return replace(self, edges=tuple(x + distance for x in self.edges))


@dataclass(frozen=True)
class AlignedPart:
    """A table on one page: its header rows, if printed here, and its body rows."""

    columns: AlignedColumns
    header: tuple[Row, ...]
    body: tuple[Row, ...]
    reaches_end: bool
    """Whether nothing stands below it on its page but footnotes."""
    heads: tuple[float, ...] = ()
    """Where the header of each column starts, or its text where it has none."""
    goes_on: bool = False
    """Whether it may start with the rest of a row of the page before."""


def find_aligned_parts(
    rows: Sequence[Row], before: AlignedPart | None, rules: Sequence[BBox] = ()
) -> list[AlignedPart]:
    """The tables of one page, top down; the first may go on with the one `before`."""
    tables: list[AlignedPart] = []
    at = 0
    if before is not None and rows and not is_header_row(rows[0]):
        carried = _go_on(rows, before)
        if carried is not None:
            tables.append(carried)
            at = len(carried.body)
    for index in (i for i, row in enumerate(rows) if is_header_row(row)):
        if index < at:
            continue
        start, end = find_header_span(rows, index)
        table = _read_table(rows, (max(start, at), end), before)
        if table is not None:
            tables.append(table)
            at = end + len(table.body)
    taken = {id(row) for table in tables for row in (*table.header, *table.body)}
    rest = [row for row in rows if id(row) not in taken]
    tables += [t for run in split_columns(rest) for t in find_figures(run, rules)]
    left = _without_words(rest, tables)
    tables += _tables_below(left, lambda i: heads_rules(left[i], rules))
    return sorted(tables, key=_top)


def _without_words(rows: Sequence[Row], tables: Sequence[AlignedPart]) -> list[Row]:
    """The rows of which no word stands in a table."""
    taken = {id(w) for table in tables for row in (*table.header, *table.body) for w in row}
    return [row for row in rows if not any(id(w) in taken for w in row)]


def _top(table: AlignedPart) -> float:
    return min(w.bbox.top for row in (*table.header, *table.body) for w in row)


def find_figures(rows: Sequence[Row], rules: Sequence[BBox] = ()) -> Iterator[AlignedPart]:
    """The tables of figures, or with rules below their header, among rows of one column."""

    def is_head(index: int) -> bool:
        below = rows[index + 1 : index + 1 + FIGURE_ROWS_MIN]
        return heads_figures(rows[index], below) or heads_rules(rows[index], rules)

    return _tables_below(rows, is_head)


def _tables_below(rows: Sequence[Row], is_head: Callable[[int], bool]) -> Iterator[AlignedPart]:
    """The table below each header, by its place among the rows."""
    at = 0
    for index in range(len(rows)):
        if index < at or not is_head(index):
            continue
        start, end = find_header_span(rows, index)
        found = _read_table(rows, (max(start, at), end), None)
        if found is not None:
            yield found
            at = end + len(found.body)


def _go_on(rows: Sequence[Row], before: AlignedPart) -> AlignedPart | None:
    """The end of the table of the page before, whose header is not printed again."""
    left = min(w.bbox.x0 for row in rows[:3] for w in row)
    options = [
        before.columns.moved(distance)
        for distance in (0.0, left - SIDE_GAP - before.columns.edges[0])
    ]
    if not before.body:
        boxes = [union_bbox(w.bbox for w in part) for part in find_parts(chain(*before.header))]
        options = [
            replace(before.columns, edges=edges, size=_body_size(rows))
            for edges in _edge_options(boxes, rows)
        ]
    for option in options:
        count = _count_fitting(rows, option)
        body = tuple(rows[:count])
        if count and (_fills_columns(body, option) or _stands_in_inner_column(body, option)):
            ends = _ends_page(rows[count:])
            columns = _with_keys(option, body).around(body)
            return AlignedPart(columns, (), body, ends, before.heads, goes_on=True)
    return None


def _ends_page(rest: Sequence[Row]) -> bool:
    """Whether nothing follows but footnotes."""
    return not rest or _opens_footnote(rest[0]) or _is_bare_note(rest)


def _is_bare_note(rest: Sequence[Row]) -> bool:
    """A few lines that start with a bare number and run on: a footnote whose mark is not raised."""
    first = rest[0]
    return (
        len(rest) <= NOTE_LINES_MAX
        and len(first) > 1
        and first[0].text.isdigit()
        and first[1].text[:1].isupper()
        and len(find_parts(first[1:])) == 1
    )


def _opens_footnote(row: Row) -> bool:
    """A small raised mark before the text."""
    if len(row) < 2:
        return False
    mark, word = row[0], row[1]
    is_small = mark.font.size < FOOTNOTE_MARK_RATIO * word.font.size
    return is_small and (mark.text.isdigit() or not mark.text.isalnum())


def _fills_columns(body: Sequence[Row], columns: AlignedColumns) -> bool:
    """Whether text stands in two columns at least, the key or the last among them."""
    filled = {
        i
        for i, (low, high) in enumerate(pairwise(columns.edges))
        if any(low < w.bbox.x_mid < high for row in body for w in row)
    }
    return len(filled) > 1


def _stands_in_inner_column(body: Sequence[Row], columns: AlignedColumns) -> bool:
    """Whether the rest of a cut cell stands there: all of it in one column behind the first."""
    left = min(w.bbox.x0 for row in body for w in row)
    return any(abs(left - x - EDGE_GAP) <= SAME_PLACE for x in columns.inner)


def _count_fitting(rows: Sequence[Row], columns: AlignedColumns) -> int:
    """How many of the first rows are the table's; headings right above what follows are not."""
    breaks = (i for i, row in enumerate(rows) if not columns.fits(row) or is_header_row(row))
    end = next(breaks, len(rows))
    while 0 < end < len(rows) and _leads(rows, end - 1):
        end -= 1
    if columns.keys is not Keys.ALONE:
        notes = (i for i in range(max(end - NOTE_LINES_MAX, 1), end) if _is_bare_note(rows[i:end]))
        end = next(notes, end)
    return end


def _leads(rows: Sequence[Row], index: int) -> bool:
    """Whether the last row belongs to what follows: a bold line of one part, or in larger type,
    with nothing of its own below it.
    """
    row = rows[index]
    is_larger = index > 0 and row[0].font.size > HEADING_RATIO * rows[index - 1][0].font.size
    parts = find_parts(row if SECTION_NUMBER.fullmatch(row[0].text) is None else row[1:] or row)
    return index > 0 and is_bold(row) and (is_larger or len(parts) == 1)


def _read_table(
    rows: Sequence[Row], header: tuple[int, int], before: AlignedPart | None
) -> AlignedPart | None:
    """The table below a header; `None` where no row keeps to its columns."""
    start, end = header
    parts = find_parts(w for row in rows[start:end] for w in row)
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
        AlignedColumns(edges, keys, _body_size(below))
        for edges in (*carried, *_edge_options(boxes, below))
    ]
    columns = max(options, key=lambda option: _count_fitting(below, option))
    count = _count_fitting(below, columns)
    if not count:
        return None
    body = tuple(below[:count])
    if before is not None and columns.edges in carried:
        columns = replace(columns, keys=before.columns.keys)
    return AlignedPart(
        _with_keys(columns, body).around(body),
        tuple(rows[start:end]),
        body,
        _ends_page(below[count:]),
        tuple(box.x0 for box in boxes),
        goes_on=columns.edges in carried,
    )


def _with_keys(columns: AlignedColumns, body: Sequence[Row]) -> AlignedColumns:
    """The columns, told that numbers stand before the text of the first where they do.

    Its first line has one then: a number that starts a later line may be of its sentence.
    """
    if columns.keys is Keys.NONE and find_keys(body[:1], columns.edges, Keys.LEADING):
        return replace(columns, keys=Keys.LEADING)
    return columns


def _foot_header(header: Sequence[Row], boxes: Sequence[BBox]) -> AlignedPart:
    """A header that ends its page; its columns are settled by the rows of the next."""
    text = " ".join(w.text for w in find_parts(chain(*header))[0])
    keys = Keys.ALONE if find_column_role(text) == "nummer" else Keys.NONE
    edges = next(_edge_options(boxes, []))
    return AlignedPart(AlignedColumns(edges, keys, header[0][0].font.size), tuple(header), (), True)


def _unheaded(first: BBox, below: Sequence[Row]) -> tuple[list[BBox], bool]:
    """The column left of the first header which has none itself, and whether it holds numbers."""
    left = [[w for w in row if w.bbox.x1 < first.x0] for row in below[:UNHEADED_ROWS]]
    starts = [words for words in left if words and words[0].bbox.x0 < first.x0 - SIDE_GAP]
    if not starts:
        return [], False
    if all(is_row_key(" ".join(w.text for w in words)) for words in starts):
        return [union_bbox(w.bbox for words in starts for w in words)], True
    label = union_bbox(w.bbox for w in find_parts(below[0])[0])
    is_apart = label.x1 < first.x0 and not _overlaps(label, first)
    return ([label] if is_apart else []), False


def _overlaps(bbox: BBox, other: BBox) -> bool:
    return overlap_length(bbox.x0, bbox.x1, other.x0, other.x1) > 0


def _body_size(rows: Sequence[Row]) -> float:
    sizes = Counter(w.font.size for row in rows[:6] for w in row)
    return max(sizes, key=lambda s: (sizes[s], s))


def _carried_edges(
    boxes: Sequence[BBox], before: AlignedPart | None
) -> Iterator[tuple[float, ...]]:
    """The edges of the page before, where this header stands in the same columns."""
    if before is None or len(before.heads) != len(boxes):
        return
    shifts = [box.x0 - old for box, old in zip(boxes, before.heads, strict=True)]
    if max(shifts) - min(shifts) <= SAME_PLACE:
        yield before.columns.moved(shifts[0]).edges


def _edge_options(boxes: Sequence[BBox], below: Sequence[Row]) -> Iterator[tuple[float, ...]]:
    """Column edges for text that starts below its header, stands centred below it, or before it."""
    words = [w.bbox for row in below for w in row]
    pairs = list(pairwise(boxes))
    for inner in (
        [right.x0 - EDGE_GAP for _, right in pairs],
        [(left.x1 + right.x0) / 2 for left, right in pairs],
        [left.x1 + EDGE_GAP for left, _ in pairs],
    ):
        starts = [b.x0 for b in words if b.x1 <= inner[0]]
        left = min([boxes[0].x0, *(x for x in starts if boxes[0].x0 - x < 4 * SIDE_GAP)]) - SIDE_GAP
        yield (left, *inner, boxes[-1].x1 + SIDE_GAP)
