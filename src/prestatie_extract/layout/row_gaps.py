"""Where one row of a table ends and the next begins, when no rules say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from statistics import median

from prestatie_extract.page import Word

KEY = re.compile(
    r"^(?:afspraak\s+|bij\s+)?(?:[A-Z]{1,3}[-.]?)?\d{1,3}(?:\.\d{1,3})*[a-z]?[.:)]?$"
    r"|^[a-z][.)]?$|^[ivx]{1,5}[.)]?$",
    re.IGNORECASE,
)
LEADING_KEY = re.compile(
    r"^(?:[Bb]ij\s\d{1,3}[a-z]?[.:)]?|(?:[A-Z]{1,3}[-.]?)?\d{1,3}(?:\.\d{1,3})*[a-z]?[.)])(?=\s|$)"
)
FIGURE = re.compile(r"[€+−–-]?\s?\d[\d.,]*%?|[–—-]")
LEADING_REACH = 12.0  # points from the table's edge; numbers of lists inside a cell are indented
FOOT_RATIO = 0.15  # of a word's height; what hangs below the line is no ink of the row
HEAD_RATIO = 0.30  # of a word's height, above the small letters
NEAR_LARGEST = 0.75  # of the largest gap: as good as the largest
ON_TOP_SHARE = 0.7  # of the numbers have a clear gap right above them: they stand on top of rows
CLEAR_GAP_RATIO = 1.5  # of the usual gap inside a row
EVEN_RATIO = 1.3  # between the largest and the smallest gap: every line is a row, or none is
FULL_LINES_SHARE = 0.6  # of the lines fill two columns: each is a row
SEPARATOR_REACH = 3.0  # points between a rule and the white space that it stands in
MARGIN = 2.0  # points above the first and below the last line

_Row = list[Word]
_Gap = tuple[float, float]


class Keys(Enum):
    """Where the numbers of a table's rows stand."""

    NONE = "none"
    ALONE = "alone"
    """In a column of their own, the first."""
    LEADING = "leading"
    """Before the text of the first column: "4. Wij bouwen …"."""


@dataclass(frozen=True)
class Split:
    """The rows of a table's part on one page."""

    ys: tuple[float, ...]
    """The heights between rows, top and bottom included."""
    starts_open: bool = False
    """Whether the first row has no number though rows have them: the rest of the page before."""
    ends_open: bool = False
    """Whether the last row has none: its number, in the middle of the row, is on the next page."""


def is_row_key(text: str) -> bool:
    """Whether a text is a row's number and nothing else: "7", "1.4.1", "B2", "a."."""
    return KEY.match(text.strip()) is not None


def split_rows(
    body: Sequence[_Row],
    *,
    edges: Sequence[float],
    keys: Keys,
    separators: Sequence[float],
    goes_on: bool,
    on_top: bool | None = None,
) -> Split:
    """The rows of the lines `body` between column `edges`.

    Rules and shades (`separators`) decide where they lie between lines; then the numbers in the
    first column; then the size of the white space. `goes_on`: the first row may be the rest of one
    on the page before. `on_top`: whether numbers stand on top of their rows in the document's
    other tables, `None` where they do not tell.
    """
    top = min(w.bbox.top for row in body for w in row) - MARGIN
    bottom = max(w.bbox.bottom for row in body for w in row) + MARGIN
    gaps = _find_gaps(body)
    places = find_keys(body, edges, keys)
    cuts = [_mid(gap) for gap in gaps if any(_holds(gap, y) for y in separators)]
    if not cuts and (keys is Keys.NONE or not (places or goes_on)):
        cuts = _cut_by_size(body, gaps, edges)
    elif not cuts and places:
        cuts = _Keyed(gaps, places, top, bottom, goes_on, on_top).cuts()
    ys = (top, *sorted(cuts), bottom)
    has_key = [any(low < key < high for key in places) for low, high in pairwise(ys)]
    is_keyed = keys is not Keys.NONE
    return Split(
        ys,
        starts_open=is_keyed and goes_on and not has_key[0],
        ends_open=keys is Keys.ALONE and not has_key[-1],
    )


def count_on_top(body: Sequence[_Row], edges: Sequence[float], keys: Keys) -> tuple[int, int]:
    """How many numbers have the clear gap of a new row right above them, and of how many."""
    places = find_keys(body, edges, keys)
    if len(places) < 2:
        return 0, 0
    keyed = _Keyed(_find_gaps(body), places, 0.0, 0.0, goes_on=False)
    return keyed.clear, len(places) - 1


def _mid(gap: _Gap) -> float:
    return (gap[0] + gap[1]) / 2


def _size(gap: _Gap) -> float:
    return gap[1] - gap[0]


def _holds(gap: _Gap, y: float) -> bool:
    return gap[0] - SEPARATOR_REACH <= y <= gap[1] + SEPARATOR_REACH


def _find_gaps(body: Sequence[_Row]) -> list[_Gap]:
    """The heights at which no word stands, top down."""
    extents = sorted(
        (
            w.bbox.bottom - (1 - HEAD_RATIO) * w.bbox.height,
            w.bbox.bottom - FOOT_RATIO * w.bbox.height,
        )
        for row in body
        for w in row
    )
    gaps, floor = [], extents[0][1]
    for top, bottom in extents:
        if top > floor:
            gaps.append((floor, top))
        floor = max(floor, bottom)
    return gaps


def find_keys(body: Sequence[_Row], edges: Sequence[float], keys: Keys) -> list[float]:
    """The middle heights of the rows' numbers, top down."""
    found: list[tuple[float, str]] = []
    for row in body:
        first = sorted((w for w in row if w.bbox.x_mid < edges[1]), key=lambda w: w.bbox.x0)
        key = _find_key(first, keys, edges[0]) if first else None
        if key is not None:
            found.append((first[0].bbox.y_mid, re.sub(r"\d+[a-z]?", "#", key)))
    shapes = Counter(shape for _, shape in found)
    usual = max(shapes, key=lambda shape: shapes[shape], default="")
    return sorted(y for y, shape in found if keys is Keys.ALONE or shape == usual)


def _find_key(first: Sequence[Word], keys: Keys, left: float) -> str | None:
    """The row's number that the words of the first column are, or start with."""
    if keys is Keys.ALONE:
        text = " ".join(w.text for w in first)
        return text if is_row_key(text) else None
    hangs = first[0].bbox.x0 - left <= LEADING_REACH
    match = LEADING_KEY.match(" ".join(w.text for w in first[:2]))
    return match[0] if match and hangs and keys is Keys.LEADING else None


@dataclass(frozen=True)
class _Keyed:
    """Lines with numbers in the first column, which stand on top or in the middle of their row."""

    gaps: Sequence[_Gap]
    keys: Sequence[float]
    top: float
    bottom: float
    goes_on: bool
    on_top: bool | None = None

    def cuts(self) -> list[float]:
        """One gap between each two numbers; before the first and behind the last, where a row is
        cut by the page.
        """
        if self.stands_on_top:
            places = (self.top, *self.keys) if self.goes_on else self.keys
            above = [self._right_above(upper, key) for upper, key in pairwise(places)]
            return [_mid(gap) for gap in above if gap]
        between = [self._largest(upper, lower) for upper, lower in pairwise(self.keys)]
        inner = [_mid(gap) for gap in between if gap]
        return [*self._before_first(inner), *inner, *self._behind_last(inner)]

    @property
    def stands_on_top(self) -> bool:
        if len(self.keys) > 1:
            return self.clear >= ON_TOP_SHARE * (len(self.keys) - 1)
        if not any(gap[1] <= self.keys[0] for gap in self.gaps[:1]):
            return True
        return bool(self.on_top)

    @property
    def clear(self) -> int:
        """How many numbers behind the first have a gap right above them as large as any."""
        count = 0
        for upper, lower in pairwise(self.keys):
            above, largest = self._right_above(upper, lower), self._largest(upper, lower)
            count += bool(above and largest and _size(above) >= NEAR_LARGEST * _size(largest))
        return count

    def _between(self, upper: float, lower: float) -> list[_Gap]:
        return [gap for gap in self.gaps if upper < _mid(gap) < lower]

    def _right_above(self, upper: float, key: float) -> _Gap | None:
        return max(self._between(upper, key), key=_mid, default=None)

    def _largest(self, upper: float, lower: float) -> _Gap | None:
        return max(self._between(upper, lower), key=_size, default=None)

    def _before_first(self, inner: Sequence[float]) -> list[float]:
        """A number in the middle of its row has as much above as below it."""
        if not self.goes_on:
            return []
        end = min(inner, default=self.bottom)
        return self._cut_at(2 * self.keys[0] - end, self._between(self.top, self.keys[0]), self.top)

    def _behind_last(self, inner: Sequence[float]) -> list[float]:
        start = max(inner, default=self.top)
        below = self._between(self.keys[-1], self.bottom)
        return self._cut_at(2 * self.keys[-1] - start, below, self.bottom)

    def _cut_at(self, expected: float, gaps: Sequence[_Gap], edge: float) -> list[float]:
        """The clear gap nearest to where the row should end, unless the part's edge is nearer."""
        least = NEAR_LARGEST * max(map(_size, gaps), default=0.0)
        clear = [_mid(gap) for gap in gaps if _size(gap) >= least]
        nearest = min(clear, key=lambda y: abs(y - expected), default=edge)
        return [] if abs(edge - expected) <= abs(nearest - expected) else [nearest]


def _cut_by_size(body: Sequence[_Row], gaps: Sequence[_Gap], edges: Sequence[float]) -> list[float]:
    """The gaps that are clearly larger than those between the lines of a cell."""
    if not gaps:
        return []
    sizes = sorted(map(_size, gaps))
    if sizes[-1] < EVEN_RATIO * sizes[0] or len(sizes) == 1:
        full = sum(_columns_filled(row, edges) > 1 for row in body)
        is_each = full >= FULL_LINES_SHARE * len(body) and not any(_goes_on(r, edges) for r in body)
        return [_mid(gap) for gap in gaps] if is_each else []
    least = CLEAR_GAP_RATIO * min(sizes[0], median(sizes))
    return [_mid(gap) for gap in gaps if _size(gap) >= least]


def _goes_on(row: _Row, edges: Sequence[float]) -> bool:
    """Whether a cell of the line starts in the middle of a sentence; none beside figures does."""
    cells = [[w for w in row if low < w.bbox.x_mid < high] for low, high in pairwise(edges)]
    filled = [sorted(cell, key=lambda w: w.bbox.x0) for cell in cells if cell]
    if len(filled) > 1 and all(len(c) == 1 and FIGURE.fullmatch(c[0].text) for c in filled[1:]):
        return False
    return any(cell[0].text[:1].islower() for cell in filled)


def _columns_filled(row: _Row, edges: Sequence[float]) -> int:
    return sum(any(low < w.bbox.x_mid < high for w in row) for low, high in pairwise(edges))
