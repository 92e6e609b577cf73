"""Pure functions on boxes and intervals, in pdfplumber's words: points, origin top left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BBox:
    """A rectangle on a page, in points, origin top left; `x0 <= x1`, `top <= bottom`."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def x_mid(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def y_mid(self) -> float:
        return (self.top + self.bottom) / 2

    def contains_point(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def contains(self, other: BBox, tolerance: float = 0.0) -> bool:
        """Whether `other` lies inside, give or take `tolerance` points."""
        return (
            self.x0 - tolerance <= other.x0
            and self.top - tolerance <= other.top
            and other.x1 <= self.x1 + tolerance
            and other.bottom <= self.bottom + tolerance
        )


def union_bbox(boxes: Iterable[BBox]) -> BBox:
    """The smallest box around all `boxes`.

    Raises:
        ValueError: if there are none.
    """
    x0s, tops, x1s, bottoms = zip(*((b.x0, b.top, b.x1, b.bottom) for b in boxes), strict=True)
    return BBox(min(x0s), min(tops), max(x1s), max(bottoms))


def overlap_length(a0: float, a1: float, b0: float, b1: float) -> float:
    """How much two intervals share, 0.0 where they do not meet."""
    return max(0.0, min(a1, b1) - max(a0, b0))


def cluster_values(values: Iterable[float], tolerance: float) -> list[list[float]]:
    """Sorted values in groups in which each is within `tolerance` of the one before."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= tolerance:
            groups[-1].append(value)
        else:
            groups.append([value])
    return groups
