"""Reading order from two witnesses: place on the page, and place in the content stream."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from prestatie_extract.document import Finding
from prestatie_extract.findings import make_finding
from prestatie_extract.geometry import overlap_length
from prestatie_extract.layout.lines import Line

SIDE_BY_SIDE_SHARE = 0.15  # of the lines with a neighbour beside them: the page has columns
JUMPS_MAX = 3  # back up the page in a stream that goes column by column


def order_lines(lines: Sequence[Line], page_number: int) -> tuple[list[Line], list[Finding]]:
    """The page's lines in reading order, and a finding where the witnesses disagree.

    On a page without columns the place on the page decides; with columns the stream does, as
    long as it runs down the page with few jumps back up.
    """
    by_place = sorted(lines, key=lambda ln: (ln.bbox.top, ln.bbox.x0))
    beside = [line for line in lines if _has_neighbour(line, lines)]
    if len(beside) <= SIDE_BY_SIDE_SHARE * len(lines):
        return by_place, []
    by_stream = sorted(lines, key=lambda ln: ln.stream_start)
    if _count_jumps(by_stream) <= JUMPS_MAX:
        return by_stream, []
    return by_place, [make_finding("reading_order_uncertain", page_number=page_number)]


def _has_neighbour(line: Line, lines: Sequence[Line]) -> bool:
    height = line.bbox.height
    return any(
        other is not line
        and overlap_length(line.bbox.top, line.bbox.bottom, other.bbox.top, other.bbox.bottom)
        > height / 2
        for other in lines
    )


def _count_jumps(lines: Sequence[Line]) -> int:
    return sum(b.bbox.bottom < a.bbox.top - a.bbox.height for a, b in pairwise(lines))
