"""A page's words in the flows they are read in: columns, and boxes apart from the text around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from prestatie_extract.geometry import BBox, cluster_values, union_bbox
from prestatie_extract.layout.lines import words_to_rows
from prestatie_extract.page import Page, Word

GUTTER_WIDTH = 6.0  # points without a word left of a column; between columns stand 10 and more
COLUMN_PLACES = (0.2, 0.8)  # of the text width: where a column may start
SAME_EDGE = 1.5  # points between the starts of lines in one column
COLUMN_ROWS_MIN = 5  # rows with words on both sides; fewer are a list of parties, signatures
BAND_ROWS_MIN = 2  # rows in a band of a page that has columns of more rows
PROSE_WIDTH_RATIO = 0.55  # of the column's width that its lines fill on average
EDGE_ROWS_MIN = 5  # lines that start at one place
TOUCH_TOLERANCE = 2.0  # points between areas that are one box: a title bar and the body below it
LARGER_RATIO = 1.15  # of the columns' type: a heading
BOX_WORDS_MIN = 4  # fewer are a badge or a number on colour

_Row = list[Word]


@dataclass(frozen=True)
class Box:
    """A shaded or outlined rectangle with the words inside it."""

    words: tuple[Word, ...]
    bbox: BBox


@dataclass(frozen=True)
class Flow:
    """Words that are read top down between two edges, and the boxes that stand among them."""

    words: tuple[Word, ...]
    """Those outside the boxes."""
    bbox: BBox
    """Around all its words, boxes too."""
    boxes: tuple[Box, ...] = ()
    is_whole_page: bool = False
    """Whether it is all of the page's running text: the document's margins hold then."""


def find_flows(page: Page, words: Sequence[Word], tables: Sequence[BBox]) -> list[Flow]:
    """The page's flows in reading order, columns from left to right.

    `words` are those outside tables.
    """
    boxes = _find_boxes(page, words, tables)
    rows = sorted(words_to_rows(words), key=lambda row: min(w.bbox.top for w in row))
    runs = list(split_columns(rows, boxes))
    return [_to_flow(run, boxes, is_whole_page=len(runs) == 1) for run in runs]


def _to_flow(rows: Sequence[_Row], boxes: Sequence[BBox], *, is_whole_page: bool) -> Flow:
    free = [w for row in rows for w in row]
    bbox = union_bbox(w.bbox for w in free)
    found = []
    for box in boxes:
        inside = [w for w in free if box.contains_point(w.bbox.x_mid, w.bbox.y_mid)]
        if inside:
            taken = set(map(id, inside))
            free = [w for w in free if id(w) not in taken]
            found.append(Box(tuple(inside), box))
    return Flow(tuple(free), bbox, tuple(found), is_whole_page=is_whole_page)


# --------------------------------------------------------------------------------- boxes


def _find_boxes(page: Page, words: Sequence[Word], tables: Sequence[BBox]) -> list[BBox]:
    """The boxes that hold some of the page's text, no table's shading and no heading's bar."""
    found = []
    for box in stack_areas([a for a in page.areas if not _is_shading(a, tables)]):
        inside = [w for w in words if box.contains_point(w.bbox.x_mid, w.bbox.y_mid)]
        is_part = BOX_WORDS_MIN <= len(inside) < len(words)
        if is_part and not all(w.font.bold for w in inside):
            found.append(box)
    return found


def _is_shading(area: BBox, tables: Sequence[BBox]) -> bool:
    return any(t.contains_point(area.x_mid, area.y_mid) or area.contains(t, 1.0) for t in tables)


def stack_areas(areas: Sequence[BBox]) -> list[BBox]:
    """Areas that lie in or against each other as one box: a bar on top of a frame."""
    boxes: list[BBox] = []
    for area in sorted(areas, key=lambda b: (b.top, b.x0)):
        near = [b for b in boxes if _is_one_box(b, area)]
        boxes = [b for b in boxes if b not in near] + [union_bbox([area, *near])]
    return sorted(boxes, key=lambda b: (b.top, b.x0))


def _is_one_box(box: BBox, area: BBox) -> bool:
    if box.contains(area, TOUCH_TOLERANCE) or area.contains(box, TOUCH_TOLERANCE):
        return True
    touches = -TOUCH_TOLERANCE <= area.top - box.bottom <= TOUCH_TOLERANCE
    return touches and abs(area.x0 - box.x0) <= TOUCH_TOLERANCE >= abs(area.x1 - box.x1)


# ------------------------------------------------------------------------------- columns


def split_columns(rows: Sequence[_Row], boxes: Sequence[BBox] = ()) -> Iterator[list[_Row]]:
    """Rows side by side as columns, one run of rows each; rows across the page between them.

    Text that runs beside a single box goes on below it: it is no column.
    """
    edge = _find_column_edge(rows, boxes)
    if edge is None:
        if rows:
            yield list(rows)
        return
    run: list[_Row] = []
    bands = list(_bands(rows, edge, boxes, BAND_ROWS_MIN))
    for is_split, band in bands:
        if not is_split or (len(bands) > 1 and _has_side_box(band, edge, boxes)):
            run += band
            continue
        if run:
            yield run
            run = []
        left = [[w for w in row if w.bbox.x_mid < edge] for row in band]
        right = [[w for w in row if w.bbox.x_mid >= edge] for row in band]
        yield from split_columns([row for row in left if row], boxes)
        yield from split_columns([row for row in right if row], boxes)
    if run:
        yield run


def _has_side_box(band: Sequence[_Row], edge: float, boxes: Sequence[BBox]) -> bool:
    """Whether all that stands on one side is one box."""
    words = [w for row in band for w in row]
    return any(
        all(box.contains_point(w.bbox.x_mid, w.bbox.y_mid) for w in side)
        for box in boxes
        for side in (
            [w for w in words if w.bbox.x_mid < edge],
            [w for w in words if w.bbox.x_mid >= edge],
        )
    )


def _find_column_edge(rows: Sequence[_Row], boxes: Sequence[BBox]) -> float | None:
    """Where a second column starts; `None` on a page, or part of it, without columns."""
    if len(rows) < COLUMN_ROWS_MIN:
        return None
    bbox = union_bbox(w.bbox for row in rows for w in row)
    starts = [w.bbox.x0 for row in rows for w in _after_gaps(row)]
    low, high = (bbox.x0 + share * bbox.width for share in COLUMN_PLACES)
    groups = cluster_values((x for x in starts if low < x < high), SAME_EDGE)
    common = [g for g in groups if len(g) >= EDGE_ROWS_MIN]
    for group in sorted(common, key=len, reverse=True):
        edge = _gutter_middle(rows, group[0], low)
        if any(is_split for is_split, _ in _bands(rows, edge, boxes)):
            return edge
    return None


def _gutter_middle(rows: Sequence[_Row], place: float, low: float) -> float:
    """The middle of the gutter left of where many lines start: bullets hang out to its left.

    The gutter is the widest strip that no word stands in, of the rows that leave `place` free.
    """
    words = [w.bbox for row in rows if not _crosses(row, place - GUTTER_WIDTH / 2) for w in row]
    left = sorted((b for b in words if b.x1 <= place), key=lambda b: b.x1)
    starts = sorted({b.x0 for b in words if low < b.x0 <= place})
    widths = {
        x: x - max((b.x1 for b in left if b.x0 < x - 0.1), default=low)
        for x in starts
        if not any(b.x0 < x - 0.1 and b.x1 > x for b in words)
    }
    end = max(widths, key=lambda x: (widths[x], -x), default=place)
    return end - widths.get(end, GUTTER_WIDTH) / 2


def _after_gaps(row: _Row) -> Iterator[Word]:
    """The first word, and those behind a gap as wide as one between columns."""
    yield row[0]
    for before, word in pairwise(row):
        if word.bbox.x0 - before.bbox.x1 >= GUTTER_WIDTH:
            yield word


def _bands(
    rows: Sequence[_Row], edge: float, boxes: Sequence[BBox], least: int = COLUMN_ROWS_MIN
) -> Iterator[tuple[bool, list[_Row]]]:
    """Runs of rows that keep the gutter free, and whether they are columns of `least` rows; the
    rows between.
    """
    band: list[_Row] = []
    for row in rows:
        if _crosses(row, edge) or _heads_both(row, rows, edge):
            if band:
                yield _is_columns(band, edge, boxes, least), band
                band = []
            yield False, [row]
        else:
            band.append(row)
    if band:
        yield _is_columns(band, edge, boxes, least), band


def _crosses(row: _Row, edge: float) -> bool:
    half = GUTTER_WIDTH / 2
    return any(w.bbox.x0 < edge + half and w.bbox.x1 > edge - half for w in row)


def _heads_both(row: _Row, rows: Sequence[_Row], edge: float) -> bool:
    """Whether a heading on the left stands above both columns though it ends before the gutter.

    Nothing stands beside it, and what is above it on the right comes before it in the stream.
    """
    if max(w.bbox.x1 for w in row) > edge:
        return False
    size = row[0].font.size
    top, bottom = row[0].bbox.top - size / 4, row[0].bbox.bottom + size / 4
    right = [w for other in rows for w in other if w.bbox.x0 >= edge]
    if any(w.bbox.top < bottom and top < w.bbox.bottom for w in right):
        return False
    if size < LARGER_RATIO * median(w.font.size for other in rows for w in other):
        return False
    above = [w for w in right if w.bbox.bottom <= top]
    below = [w for w in right if w.bbox.top >= bottom]
    start = row[0].stream_start
    before = sum(w.stream_start < start for w in above)
    behind = sum(w.stream_start > start for w in below)
    return before > len(above) / 2 > 0 and behind > len(below) / 2 > 0


def _is_columns(band: Sequence[_Row], edge: float, boxes: Sequence[BBox], least: int) -> bool:
    """Whether both sides are running text: enough lines, most of them nearly full.

    A line in a box is as full as its box.
    """
    beside = [box for box in boxes if not box.x0 < edge < box.x1]
    left = [[w.bbox for w in row if w.bbox.x_mid < edge] for row in band]
    right = [[w.bbox for w in row if w.bbox.x_mid >= edge] for row in band]
    return all(
        _is_prose([_with_box(union_bbox(side), beside) for side in sides if side], least)
        for sides in (left, right)
    )


def _with_box(line: BBox, boxes: Sequence[BBox]) -> BBox:
    holders = [box for box in boxes if box.contains_point(line.x_mid, line.y_mid)]
    return union_bbox([line, *holders])


def _is_prose(boxes: Sequence[BBox], least: int) -> bool:
    if len(boxes) < least:
        return False
    column = union_bbox(boxes)
    filled = sum(b.width for b in boxes) / len(boxes)
    return filled >= PROSE_WIDTH_RATIO * column.width
