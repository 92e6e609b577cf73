"""The document's own measure: its body type, line pitch and the ranks of its heading styles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from prestatie_extract.layout.lines import Line

SIZE_STEP = 0.5  # points; sizes closer than this are one style
PITCH_STEP = 0.25  # points
PITCH_MAX_RATIO = 2.2  # of the font size; lines further apart are not one paragraph
HEADING_SIZE_RATIO = 1.08  # of the body size; the smallest heading step seen is 1.1, 5 documents
BOLD_HEADING_SIZE_RATIO = 0.85  # of the body size; a sans heading at 11 over a serif body at 12
FOOTNOTE_SIZE_RATIO = 0.92  # of the body size; footnotes are set at 0.84 and below, 5 documents

StyleKey = tuple[float, bool, bool]
"""Size rounded to half points, bold, italic."""


@dataclass(frozen=True)
class Style:
    """What is normal in this document."""

    body_size: float
    pitches: dict[float, float] = field(default_factory=dict)
    """Line pitch by font size, points."""
    right_edges: dict[float, float] = field(default_factory=dict)
    """Where lines end at the right, by page width."""
    body_bold: bool = False
    left_edges: dict[tuple[float, int], float] = field(default_factory=dict)
    """Where text starts at the left, by page width and parity of the page number."""

    def left_of(self, line: Line, width: float) -> float:
        """The left margin of the line's page; odd and even pages may mirror each other."""
        return self.left_edges.get((width, line.page_number % 2), 0.0)

    def pitch_of(self, line: Line) -> float:
        """The usual distance between the feet of two lines of this size."""
        return self.pitches.get(_step(line.font.size), 1.25 * line.font.size)

    def is_heading(self, line: Line) -> bool:
        """Whether the line is set larger or bolder than running text."""
        if not line.words or not any(ch.isalpha() for ch in line.text):
            return False
        is_larger = line.font.size >= HEADING_SIZE_RATIO * self.body_size
        is_bolder = (
            line.bold
            and not self.body_bold
            and line.font.size >= BOLD_HEADING_SIZE_RATIO * self.body_size
        )
        return is_larger or is_bolder

    def is_small(self, line: Line) -> bool:
        return line.font.size <= FOOTNOTE_SIZE_RATIO * self.body_size


def style_key(line: Line) -> StyleKey:
    """What tells one heading style from another."""
    return (_step(line.font.size), line.bold, line.italic)


def _step(size: float) -> float:
    return round(size / SIZE_STEP) * SIZE_STEP


def measure_style(
    pages: Sequence[Sequence[Line]], widths: Sequence[float], cells: Iterable[Sequence[Line]]
) -> Style:
    """The style of a document: its body type from the running text of its pages, outside tables;
    its line pitches from the text in table cells too.
    """
    sizes: Counter[tuple[float, bool]] = Counter()
    for line in (line for page in pages for line in page):
        sizes[(line.font.size, line.bold)] += line.characters
    (body_size, body_bold), _ = sizes.most_common(1)[0] if sizes else ((10.0, False), 0)
    right_edges: dict[float, float] = {}
    left_edges: dict[tuple[float, int], float] = {}
    for lines, width in zip(pages, widths, strict=True):
        for line in lines:
            right_edges[width] = max(right_edges.get(width, 0.0), line.bbox.x1)
            side = (width, line.page_number % 2)
            left_edges[side] = min(left_edges.get(side, line.bbox.x0), line.bbox.x0)
    pitches = _measure_pitches([*pages, *cells])
    return Style(body_size, pitches, right_edges, body_bold, left_edges)


def _measure_pitches(pages: Iterable[Sequence[Line]]) -> dict[float, float]:
    """The most frequent distance between neighbouring lines of one size, the smaller on a tie."""
    counts: dict[float, Counter[float]] = {}
    for lines in pages:
        for a, b in pairwise(lines):
            size = _step(a.font.size)
            distance = b.foot - a.foot
            if size == _step(b.font.size) and 0.8 * size < distance <= PITCH_MAX_RATIO * size:
                step = round(distance / PITCH_STEP) * PITCH_STEP
                counts.setdefault(size, Counter())[step] += 1
    return {s: min(c, key=lambda d: (-c[d], d)) for s, c in counts.items()}


def rank_styles(keys: Iterable[StyleKey]) -> dict[StyleKey, int]:
    """Heading styles from the most prominent, rank 1: larger, then bold, then upright."""
    ordered = sorted(set(keys), key=lambda k: (-k[0], not k[1], k[2]))
    return {key: rank for rank, key in enumerate(ordered, start=1)}
