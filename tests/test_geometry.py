from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prestatie_extract.geometry import BBox, cluster_values, overlap_length, union_bbox

numbers = st.floats(-1000, 1000, allow_nan=False).map(lambda x: round(x, 2))


@st.composite
def boxes(draw: st.DrawFn) -> BBox:
    x0, x1 = sorted((draw(numbers), draw(numbers)))
    top, bottom = sorted((draw(numbers), draw(numbers)))
    return BBox(x0, top, x1, bottom)


def test_measures() -> None:
    """A box has a size and a middle."""
    box = BBox(10, 20, 40, 30)
    assert (box.width, box.height, box.x_mid, box.y_mid) == (30, 10, 25, 25)


@pytest.mark.parametrize(
    ("x", "y", "is_inside"),
    [
        pytest.param(20, 25, True, id="inside"),
        pytest.param(10, 20, True, id="on the corner"),
        pytest.param(9.9, 25, False, id="left of it"),
        pytest.param(20, 30.1, False, id="below it"),
    ],
)
def test_contains_point(x: float, y: float, is_inside: bool) -> None:
    """The edge belongs to the box."""
    assert BBox(10, 20, 40, 30).contains_point(x, y) is is_inside


@pytest.mark.parametrize(
    ("other", "tolerance", "is_inside"),
    [
        pytest.param(BBox(10, 20, 40, 30), 0, True, id="itself"),
        pytest.param(BBox(9, 20, 40, 30), 0, False, id="sticks out"),
        pytest.param(BBox(9, 20, 40, 31), 1, True, id="within the tolerance"),
        pytest.param(BBox(0, 0, 100, 100), 1, False, id="around it"),
    ],
)
def test_contains(other: BBox, tolerance: float, is_inside: bool) -> None:
    """A box may stick out by the tolerance."""
    assert BBox(10, 20, 40, 30).contains(other, tolerance) is is_inside


@pytest.mark.parametrize(
    ("a", "b", "length"),
    [
        pytest.param((0, 10), (5, 20), 5, id="overlap"),
        pytest.param((0, 10), (2, 4), 2, id="one inside the other"),
        pytest.param((0, 10), (10, 20), 0, id="touch"),
        pytest.param((0, 10), (15, 20), 0, id="apart"),
    ],
)
def test_overlap_length(a: tuple[float, float], b: tuple[float, float], length: float) -> None:
    """What two intervals share does not depend on their order."""
    assert overlap_length(*a, *b) == overlap_length(*b, *a) == length


def test_union_of_nothing() -> None:
    """There is no box around no boxes."""
    with pytest.raises(ValueError, match="not enough values"):
        union_bbox([])


@settings(deadline=None)
@given(st.lists(boxes(), min_size=1))
def test_union_is_the_smallest(found: list[BBox]) -> None:
    """The union holds every box and touches one at each side."""
    union = union_bbox(found)
    assert all(union.contains(box) for box in found)
    assert union.x0 in {b.x0 for b in found}
    assert union.top in {b.top for b in found}
    assert union.x1 in {b.x1 for b in found}
    assert union.bottom in {b.bottom for b in found}


@settings(deadline=None)
@given(st.lists(numbers), st.floats(0, 50))
def test_clusters(values: list[float], tolerance: float) -> None:
    """Clusters keep all values in order; steps are small within them and large between them."""
    groups = cluster_values(values, tolerance)
    assert [v for g in groups for v in g] == sorted(values)
    assert all(b - a <= tolerance for g in groups for a, b in pairwise(g))
    assert all(b[0] - a[-1] > tolerance for a, b in pairwise(groups))


def test_clusters_chain() -> None:
    """A value is measured from its neighbour, not from the first of its group."""
    assert cluster_values([3, 1, 2, 9], 1) == [[1, 2, 3], [9]]
