"""Boxes, rules and drawn bullets from the paths of a page."""

from __future__ import annotations

from typing import Any

import pytest
from tests.layout.builders import make_words

from prestatie_extract.geometry import BBox
from prestatie_extract.page import DRAWN_BULLET
from prestatie_extract.read.drawings import add_bullets, find_areas, find_rules

PAGE = BBox(0.0, 0.0, 595.0, 842.0)


def path(x0: float, top: float, x1: float, bottom: float, **changes: Any) -> dict[str, Any]:
    return {
        "object_type": "rect",
        "stroke": False,
        "is_white": False,
        "x0": x0,
        "top": top,
        "x1": x1,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    } | changes


@pytest.mark.parametrize(
    ("drawn", "count"),
    [
        pytest.param(path(70, 100, 300, 160), 1, id="shading"),
        pytest.param(path(70, 100, 300, 160, object_type="curve"), 1, id="round corners"),
        pytest.param(path(70, 100, 300, 160, is_white=True), 0, id="white on white"),
        pytest.param(path(0, 0, 595, 842), 0, id="the paper's colour"),
        pytest.param(path(70, 100, 300, 101), 0, id="a rule"),
    ],
)
def test_areas(drawn: dict[str, Any], count: int) -> None:
    assert len(find_areas([drawn], PAGE)) == count


def test_rules() -> None:
    """A thin rectangle is a rule; a short stroke and a shade are none."""
    drawn = [path(70, 100, 300, 101), path(70, 200, 80, 200), path(70, 300, 300, 360)]
    assert find_rules(drawn) == (BBox(70, 100, 300, 101),)


def test_drawn_bullet() -> None:
    """A dot before a line becomes its marker; inside a line or far away it is a drawing."""
    words = make_words("bouwt honderd huizen", 90.0, 100.0)
    dots = [
        path(78, 104, 82, 108, object_type="curve"),
        path(20, 104, 24, 108, object_type="curve"),
        path(116, 104, 119, 107, object_type="curve"),
    ]
    found = add_bullets(words, dots)
    assert [w.text for w in found] == [DRAWN_BULLET, "bouwt", "honderd", "huizen"]
