"""What is drawn on a page besides ruled tables: boxes around or behind text, and level rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from prestatie_extract.geometry import BBox

PlumberObject = dict[str, Any]

RULE_WIDTH_MAX = 2.5  # points; as in `grids`
RULE_LENGTH_MIN = 30.0  # points; underlines of words and signatures may pass, nothing leans on them
AREA_HEIGHT_MIN = 9.0  # points; one line of small type
AREA_WIDTH_MIN = 40.0  # points
PAGE_SHARE_MAX = 0.8  # of the page; a larger area is the paper's own colour


def find_rules(paths: Iterable[PlumberObject]) -> tuple[BBox, ...]:
    """The level rules, top down; a thin filled rectangle is one too."""
    rules = (_to_bbox(p) for p in paths if p["object_type"] != "curve")
    flat = (b for b in rules if b.height <= RULE_WIDTH_MAX and b.width >= RULE_LENGTH_MIN)
    return tuple(sorted(set(flat), key=_by_place))


def find_areas(paths: Iterable[PlumberObject], page_bbox: BBox) -> tuple[BBox, ...]:
    """Shaded or outlined rectangles, rounded ones too, top down; those that touch stay apart."""
    limit = PAGE_SHARE_MAX * page_bbox.width * page_bbox.height
    found = {_to_bbox(p) for p in paths if not p["is_white"]}
    large = (b for b in found if b.height >= AREA_HEIGHT_MIN and b.width >= AREA_WIDTH_MIN)
    return tuple(sorted((b for b in large if b.width * b.height <= limit), key=_by_place))


def _to_bbox(path: PlumberObject) -> BBox:
    return BBox(path["x0"], path["top"], path["x1"], path["bottom"])


def _by_place(bbox: BBox) -> tuple[float, float, float, float]:
    return bbox.top, bbox.x0, bbox.bottom, bbox.x1
