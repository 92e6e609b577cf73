"""Rules and rectangles to grids."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from prestatie_extract.geometry import BBox
from prestatie_extract.page import Grid
from prestatie_extract.read.grids import PlumberObject, find_grids

PAGE = BBox(0.0, 0.0, 595.0, 842.0)
XS = (70.0, 130.0, 270.0)


def _path(kind: str, x0: float, top: float, x1: float, bottom: float) -> PlumberObject:
    height = PAGE.height
    return {
        "object_type": kind,
        "stroke": kind == "line",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "y0": height - bottom,
        "y1": height - top,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _across(y: float, x0: float = XS[0], x1: float = XS[-1]) -> PlumberObject:
    return _path("line", x0, y, x1, y)


def _down(x: float, top: float, bottom: float) -> PlumberObject:
    return _path("line", x, top, x, bottom)


def _ruled(xs: Sequence[float], ys: Sequence[float]) -> list[PlumberObject]:
    rows = [_across(y, xs[0], xs[-1]) for y in ys]
    return [*rows, *(_down(x, ys[0], ys[-1]) for x in xs)]


def _one(paths: list[PlumberObject]) -> Grid:
    (grid,) = find_grids(paths, PAGE)
    return grid


def test_closed_table() -> None:
    """Rules that cross enclose cells."""
    grid = _one(_ruled(XS, (100.0, 120.0, 140.0)))
    assert len(grid.cells) == 4
    assert grid.bbox == BBox(70.0, 100.0, 270.0, 140.0)
    assert not grid.is_open_top
    assert not grid.is_open_bottom


def _without_rule_at(y: float, xs: Sequence[float]) -> list[PlumberObject]:
    paths = _ruled(xs, (100.0, 120.0, 140.0))
    return [p for p in paths if not p["top"] == p["bottom"] == y]


@pytest.mark.parametrize(
    ("missing", "top", "bottom"),
    [
        pytest.param(140.0, False, True, id="last row cut at the foot of a page"),
        pytest.param(100.0, True, False, id="first row cut at its head"),
    ],
)
def test_open_row(missing: float, top: bool, bottom: bool) -> None:
    """Where the upright rules end without a rule across, the table is closed and open."""
    grid = _one(_without_rule_at(missing, XS))
    assert len(grid.cells) == 4
    assert (grid.is_open_top, grid.is_open_bottom) == (top, bottom)


def test_open_row_of_two_equal_columns() -> None:
    """A rule in the very middle of a table does not hide that it is open."""
    assert _one(_without_rule_at(140.0, (70.0, 170.0, 270.0))).is_open_bottom


def test_no_outer_rules() -> None:
    """A style without rules at the left and right has its outer columns all the same."""
    ys = (100.0, 120.0, 140.0)
    grid = _one([*(_across(y) for y in ys), _down(XS[1], 100.0, 140.0)])
    assert len(grid.cells) == 4
    assert (grid.bbox.x0, grid.bbox.x1) == (70.0, 270.0)


def test_two_tables() -> None:
    """Tables on one page come top down."""
    grids = find_grids([*_ruled(XS, (400.0, 420.0)), *_ruled(XS, (100.0, 120.0))], PAGE)
    assert [g.bbox.top for g in grids] == [100.0, 400.0]


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param([], id="nothing drawn"),
        pytest.param([_across(100.0)], id="rule above the footnotes"),
        pytest.param([_across(100.0), _across(700.0)], id="rules of header and footer"),
        pytest.param([_path("rect", 70.0, 100.0, 270.0, 140.0)], id="one shaded box"),
        pytest.param(_ruled((70.0, 270.0), (100.0, 140.0)), id="one frame"),
    ],
)
def test_no_table(paths: list[PlumberObject]) -> None:
    """What encloses no two cells is no table."""
    assert find_grids(paths, PAGE) == ()


def test_table_of_filled_boxes() -> None:
    """A table drawn as shaded cells side by side has their edges."""
    shades = [
        _path("rect", x0, y0, x1, y1)
        for x0, x1 in pairwise(XS)
        for y0, y1 in pairwise((100.0, 120.0, 140.0))
    ]
    assert len(_one(shades).cells) == 4


def test_inset_shading_is_no_edge() -> None:
    """The shading behind a paragraph in a cell keeps some distance and parts nothing."""
    inset = _path("rect", 176.0, 123.0, 264.0, 131.0)
    assert len(_one([*_ruled(XS, (100.0, 120.0, 140.0)), inset]).cells) == 4


def test_aligned_shade_is_an_edge() -> None:
    """A shade from one column edge to another marks a row that has no rule below it."""
    header = _path("rect", 70.0, 100.0, 270.0, 118.0)
    grid = _one([*_ruled(XS, (100.0, 160.0)), header])
    assert sorted({round(c.bottom) for c in grid.cells}) == [118, 160]


def test_doubled_rules() -> None:
    """Borders drawn by both neighbouring cells are one edge."""
    paths = [*_ruled(XS, (100.0, 120.0)), *_ruled(XS, (120.8, 140.0))]
    assert len(_one(paths).cells) == 4


def test_thin_rectangles_are_rules() -> None:
    """Many producers draw rules as filled boxes of a hair's breadth."""
    ys = (100.0, 120.0, 140.0)
    paths = [_path("rect", 70.0, y, 270.0, y + 0.5) for y in ys]
    paths += [_path("rect", x, 100.0, x + 0.5, 140.5) for x in XS]
    assert len(_one(paths).cells) == 4
