"""Rules and rectangles to the grids of ruled tables, with pdfplumber's table finder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pdfplumber.container import Container
from pdfplumber.table import TableFinder

from prestatie_extract.geometry import BBox, cluster_values, overlap_length, union_bbox
from prestatie_extract.page import Grid

PlumberObject = dict[str, Any]

SNAP_TOLERANCE = 3.0  # points, pdfplumber's own default for rules that belong together
RULE_WIDTH_MAX = 2.5  # points; borders are drawn up to 2
ALIGNED_TOLERANCE = 1.5  # points; inset shades keep 2 and more
RULES_MIN = 3  # fewer rules enclose no two cells


class PathContainer(Container):
    """Just enough of a pdfplumber page for `TableFinder`: the drawn objects."""

    def __init__(self, paths: Iterable[PlumberObject], bbox: BBox) -> None:
        self.bbox = (bbox.x0, bbox.top, bbox.x1, bbox.bottom)
        kinds: dict[str, list[PlumberObject]] = defaultdict(list)
        for path in paths:
            kinds[path["object_type"]].append(path)
        self._objects = dict(kinds)

    @property
    def objects(self) -> dict[str, list[PlumberObject]]:
        return self._objects


class OpenTableFinder(TableFinder):
    """pdfplumber's finder, which also closes tables that a page break or a bare style left open."""

    def get_edges(self) -> list[PlumberObject]:
        """The merged edges and those that are missing at the open sides of a table."""
        edges = super().get_edges()
        self.closing_edges = missing_edges(edges)
        return [*edges, *self.closing_edges]


def find_grids(paths: list[PlumberObject], page_bbox: BBox) -> tuple[Grid, ...]:
    """The page's ruled tables, top down; a single box is no table."""
    shades = [path for path in paths if _is_shade(path)]
    rules = [path for path in paths if not _is_shade(path)]
    grids = _rules_to_grids(rules, page_bbox)
    if aligned := [shade for shade in shades if any(_fills_columns(shade, g) for g in grids)]:
        grids = _rules_to_grids([*rules, *aligned], page_bbox)
    bare = [shade for shade in shades if not any(_lies_in(shade, g.bbox) for g in grids)]
    grids += _rules_to_grids(bare, page_bbox)
    return tuple(sorted(grids, key=lambda g: (g.bbox.top, g.bbox.x0)))


def _is_shade(path: PlumberObject) -> bool:
    """A filled area without an outline: the shading of cells, no rule of the table around it."""
    is_thin = min(path["width"], path["height"]) <= RULE_WIDTH_MAX
    return path["object_type"] == "rect" and not path.get("stroke") and not is_thin


def _fills_columns(shade: PlumberObject, grid: Grid) -> bool:
    """Whether a shade inside the table runs from one column edge to another.

    It marks a row then, as under a header that a page break leaves without a rule; the shading of
    a paragraph in its cell keeps some distance.
    """
    edges = {x for cell in grid.cells for x in (cell.x0, cell.x1)}
    return _lies_in(shade, grid.bbox) and all(
        any(abs(shade[side] - x) <= ALIGNED_TOLERANCE for x in edges) for side in ("x0", "x1")
    )


def _lies_in(path: PlumberObject, bbox: BBox) -> bool:
    x, y = (path["x0"] + path["x1"]) / 2, (path["top"] + path["bottom"]) / 2
    return bbox.contains_point(x, y)


def _rules_to_grids(paths: list[PlumberObject], page_bbox: BBox) -> list[Grid]:
    if len(paths) < RULES_MIN:
        return []
    container = PathContainer(paths, page_bbox)
    finder = OpenTableFinder(container)  # type: ignore[arg-type]  # asks no more of a page
    return [_to_grid(table.cells, finder.closing_edges) for table in finder.tables]


def _to_grid(cells: list[tuple[float, float, float, float]], closing: list[PlumberObject]) -> Grid:
    found = [BBox(*cell) for cell in cells]
    boxes = tuple(sorted([*found, *_missing_cells(found)], key=lambda b: (b.top, b.x0)))
    bbox = union_bbox(boxes)

    def is_open(y: float) -> bool:
        return any(
            e["orientation"] == "h"
            and abs(e["top"] - y) <= SNAP_TOLERANCE
            and e["x0"] < bbox.x1
            and bbox.x0 < e["x1"]
            for e in closing
        )

    return Grid(bbox, boxes, is_open_top=is_open(bbox.top), is_open_bottom=is_open(bbox.bottom))


def _missing_cells(cells: Sequence[BBox]) -> Iterator[BBox]:
    """The cells right of a row that ends before its header does: columns only the header shows."""
    bbox = union_bbox(cells)
    header = [c for c in cells if c.top - bbox.top <= SNAP_TOLERANCE]
    for (top, bottom), row in _rows_of(cells).items():
        right = max(c.x1 for c in row)
        is_short = right < bbox.x1 - SNAP_TOLERANCE and top > bbox.top + SNAP_TOLERANCE
        under = [h for h in header if h.x0 >= right - SNAP_TOLERANCE]
        new = [BBox(h.x0, top, h.x1, bottom) for h in under]
        if is_short and len(new) > 1 and not any(_overlap(n, c) for n in new for c in cells):
            yield from new


def _overlap(bbox: BBox, other: BBox) -> bool:
    width = overlap_length(bbox.x0, bbox.x1, other.x0, other.x1)
    height = overlap_length(bbox.top, bbox.bottom, other.top, other.bottom)
    return min(width, height) > SNAP_TOLERANCE


def _rows_of(cells: Sequence[BBox]) -> dict[tuple[float, float], list[BBox]]:
    rows: dict[tuple[float, float], list[BBox]] = defaultdict(list)
    for cell in cells:
        rows[cell.top, cell.bottom].append(cell)
    return rows


def missing_edges(edges: list[PlumberObject]) -> list[PlumberObject]:
    """The edges that close tables: where rules end at one line and nothing is drawn there.

    A row cut by a page break has no rule at the cut; some styles draw no outer rules.
    """
    down = [e for e in edges if e["orientation"] == "v"]
    across = [e for e in edges if e["orientation"] == "h"]
    return [
        *_close(down, across, end="top", side=_ACROSS),
        *_close(down, across, end="bottom", side=_ACROSS),
        *_close(across, down, end="x0", side=_DOWN),
        *_close(across, down, end="x1", side=_DOWN),
    ]


@dataclass(frozen=True, slots=True)
class _Direction:
    """The keys of an edge that runs one way: along it from `low` to `high`, lying at `at`."""

    orientation: str
    low: str
    high: str
    at: str
    other_at: str


_ACROSS = _Direction("h", low="x0", high="x1", at="top", other_at="bottom")
_DOWN = _Direction("v", low="top", high="bottom", at="x0", other_at="x1")


def _close(
    rules: list[PlumberObject], others: list[PlumberObject], *, end: str, side: _Direction
) -> Iterator[PlumberObject]:
    """New edges between neighbouring `rules` that end at one line with none of `others` there.

    Only where one of `others` ties the two rules together elsewhere: they are one table's.
    """
    for group in cluster_values((r[end] for r in rules), SNAP_TOLERANCE):
        at = group[0] if end in ("top", "x0") else group[-1]
        places = sorted({r[side.low] for r in rules if group[0] <= r[end] <= group[-1]})
        for first, last in pairwise(places):
            spanning = [o for o in others if _spans(o, first, last, side)]
            tied = any(_touches(o, at, rules, (first, last), side) for o in spanning)
            if tied and not any(abs(o[side.at] - at) <= SNAP_TOLERANCE for o in spanning):
                yield _new_edge(at, first, last, side)


def _spans(edge: PlumberObject, first: float, last: float, side: _Direction) -> bool:
    return bool(
        edge[side.low] - SNAP_TOLERANCE <= first and last <= edge[side.high] + SNAP_TOLERANCE
    )


def _touches(
    edge: PlumberObject,
    at: float,
    rules: list[PlumberObject],
    places: tuple[float, float],
    side: _Direction,
) -> bool:
    """Whether `edge` meets both rules that stand at `places` and reach to `at`."""
    low, high = side.at, side.other_at
    return all(
        any(
            abs(r[side.low] - place) <= SNAP_TOLERANCE
            and r[low] - SNAP_TOLERANCE <= min(edge[side.at], at)
            and max(edge[side.at], at) <= r[high] + SNAP_TOLERANCE
            for r in rules
        )
        for place in places
    )


def _new_edge(at: float, first: float, last: float, side: _Direction) -> PlumberObject:
    edge: PlumberObject = {"object_type": "line", "orientation": side.orientation}
    edge |= {side.low: first, side.high: last, side.at: at, side.other_at: at}
    return edge | {"width": edge["x1"] - edge["x0"], "height": edge["bottom"] - edge["top"]}
