"""What is drawn on a page besides ruled tables: boxes around text, level rules, drawn bullets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from prestatie_extract.geometry import BBox
from prestatie_extract.page import DRAWN_BULLET, Word

PlumberObject = dict[str, Any]

BULLET_MIN, BULLET_MAX = 1.5, 7.5  # points; a browser draws 4 beside type of 11
BULLET_TOLERANCE = 1.0  # points between its width and height
BULLET_REACH = 24.0  # points from a bullet to its text
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


def add_bullets(words: tuple[Word, ...], paths: Iterable[PlumberObject]) -> tuple[Word, ...]:
    """The words with a `DRAWN_BULLET` before each that has a dot or small square drawn before it.

    Browsers draw the bullets of their lists; no character of the text layer stands for them.
    """
    dots = [_to_bbox(p) for p in paths if _is_dot(p)]
    before = {id(word): dot for dot in dots if (word := _find_bulleted(dot, words)) is not None}
    found: list[Word] = []
    for word in words:
        if id(word) in before:
            start = word.stream_start
            found.append(Word(DRAWN_BULLET, before[id(word)], word.font, start - 1, start - 1))
        found.append(word)
    return tuple(found)


def _is_dot(path: PlumberObject) -> bool:
    width, height = path["width"], path["height"]
    is_small = min(width, height) >= BULLET_MIN and max(width, height) <= BULLET_MAX
    is_shape = path["object_type"] in {"curve", "rect"} and not path["is_white"]
    return is_small and is_shape and abs(width - height) <= BULLET_TOLERANCE


def _find_bulleted(dot: BBox, words: Iterable[Word]) -> Word | None:
    """The first word of the line that the dot stands before; `None` inside a line or drawing."""
    on_line = [w for w in words if w.bbox.top <= dot.y_mid <= w.bbox.bottom]
    behind = [w for w in on_line if 0 <= w.bbox.x0 - dot.x1 <= BULLET_REACH]
    if not behind or any(-BULLET_REACH <= w.bbox.x1 - dot.x0 <= BULLET_MIN for w in on_line):
        return None
    return min(behind, key=lambda w: w.bbox.x0)


def _to_bbox(path: PlumberObject) -> BBox:
    return BBox(path["x0"], path["top"], path["x1"], path["bottom"])


def _by_place(bbox: BBox) -> tuple[float, float, float, float]:
    return bbox.top, bbox.x0, bbox.bottom, bbox.x1
