"""Rules and rectangles of a page from pdfium's paths, as pdfplumber's line and rect dicts."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from prestatie_extract.read.frame import PageFrame, read_frame

PlumberObject = dict[str, Any]
Point = tuple[float, float]

FORM_DEPTH_MAX = 5  # nested form XObjects; exports from Word and InDesign nest two deep
AXIS_TOLERANCE = 1.0  # points a rule may slope and still be level
WHITE_MIN = 253  # of 255 in each channel; the palest shading seen is 250


def read_paths(page: pdfium.PdfPage) -> list[PlumberObject]:
    """The page's level and upright rules (`line`), axis-parallel rectangles (`rect`) and what has
    a round side (`curve`, by its bounding box).

    Slanted lines are left out; paths that are neither stroked nor filled too. `is_white` tells
    a fill that does not show on paper.
    """
    found = []
    frame = read_frame(page)
    for obj in page.get_objects(filter=[c.FPDF_PAGEOBJ_PATH], max_depth=FORM_DEPTH_MAX):
        fill, stroke = _draw_mode(obj.raw)
        if fill or stroke:
            look = {"stroke": stroke, "is_white": not stroke and _is_white(obj.raw)}
            shapes = (_to_plumber(frame, points, is_round=r) for points, r in _subpaths(obj))
            found += [shape | look for shape in shapes if shape is not None]
    return found


def _is_white(raw: Any) -> bool:
    """Whether the path's fill is white."""
    channels = [ctypes.c_uint(0) for _ in range(4)]
    if not c.FPDFPageObj_GetFillColor(raw, *map(ctypes.byref, channels)):
        return False
    return min(channel.value for channel in channels[:3]) >= WHITE_MIN


def _draw_mode(raw: Any) -> tuple[bool, bool]:
    """Whether the path is filled, and whether it is stroked."""
    fill, stroke = ctypes.c_int(0), ctypes.c_int(0)
    c.FPDFPath_GetDrawMode(raw, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(fill.value), bool(stroke.value)


def _subpaths(obj: pdfium.PdfObject) -> Iterator[tuple[list[Point], bool]]:
    """The corner points of each subpath, in page space, and whether it has curves."""
    raw, matrix = obj.raw, _full_matrix(obj)
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    has_curve = False
    for index in range(c.FPDFPath_CountSegments(raw)):
        segment = c.FPDFPath_GetPathSegment(raw, index)
        kind = c.FPDFPathSegment_GetType(segment)
        c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if kind == c.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, has_curve
            points, has_curve = [], False
        has_curve = has_curve or kind == c.FPDF_SEGMENT_BEZIERTO
        points.append(matrix.on_point(x.value, y.value))
    if len(points) > 1:
        yield points, has_curve


def _full_matrix(obj: pdfium.PdfObject) -> pdfium.PdfMatrix:
    """From the path's own space to the page, through the forms it stands in."""
    matrix = obj.get_matrix()
    container = obj.container
    while container is not None:
        matrix = matrix.multiply(container.get_matrix())
        container = container.container
    return matrix


def _to_plumber(frame: PageFrame, points: list[Point], *, is_round: bool) -> PlumberObject | None:
    shown = [frame.to_shown(x, y) for x, y in points]
    xs, ys = zip(*shown, strict=True)
    x0, x1, top, lowest = min(xs), max(xs), min(ys), max(ys)
    flat = x1 - x0 <= AXIS_TOLERANCE or lowest - top <= AXIS_TOLERANCE
    if not is_round and not flat and not _is_axis_parallel(shown):
        return None
    return {
        "object_type": "curve" if is_round else "line" if len(set(points)) == 2 else "rect",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": lowest,
        "doctop": top,
        "y0": -lowest,  # pdfplumber turns edges by their height from the bottom; nothing reads it
        "y1": -top,
        "width": x1 - x0,
        "height": lowest - top,
    }


def _is_axis_parallel(points: list[Point]) -> bool:
    pairs = pairwise(points)
    return len(points) >= 4 and all(
        abs(ax - bx) <= AXIS_TOLERANCE or abs(ay - by) <= AXIS_TOLERANCE
        for (ax, ay), (bx, by) in pairs
    )
