"""Notes in the margin: small type beside the text, read behind the paragraph they stand beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from prestatie_extract.geometry import BBox, union_bbox
from prestatie_extract.layout.lines import words_to_rows
from prestatie_extract.page import Page, Word

SMALL_RATIO = 0.92  # of the text's type size: notes are set at 0.85 and below
TEXT_RATIOS = (0.95, 1.1)  # of the most frequent size: what is running text
GUTTER = 6.0  # points between a note and the text
WIDTH_SHARE_MAX = 0.45  # of the text's width: a wider one is a column
WORDS_SHARE_MAX = 0.3  # of the page's words
NOTE_GAP_RATIO = 0.5  # of the type size, between the lines of two notes


@dataclass(frozen=True)
class MarginNote:
    """The words of one note and where it is read."""

    words: tuple[Word, ...]
    bbox: BBox
    place: float
    """It stands behind what starts above this height, points."""


def find_margin_notes(page: Page) -> tuple[MarginNote, ...]:
    """The notes left and right of the page's running text, top down; none on most pages."""
    words = [w for w in page.words if w.font.upright and not _is_drawn(w, page)]
    text = _find_text(words)
    if text is None:
        return ()
    size, x0, x1 = text
    small = [w for w in words if w.font.size <= SMALL_RATIO * size]
    sides = (
        [w for w in small if w.bbox.x1 < x0 - GUTTER],
        [w for w in small if w.bbox.x0 > x1 + GUTTER],
    )
    if sum(map(len, sides)) > WORDS_SHARE_MAX * len(words):
        return ()
    notes = [note for side in sides for note in _to_notes(side, x1 - x0)]
    aside = {id(w) for note in notes for w in note.words}
    inside = [w for w in small if id(w) not in aside and w.text.isalpha()]
    if any(_is_beside(word, note) for note in notes for word in inside):
        return ()
    return tuple(sorted(notes, key=lambda note: note.bbox.top))


def _is_beside(word: Word, note: MarginNote) -> bool:
    """Whether small type within the text shares a line with a note: columns of a table."""
    return any(abs(word.bbox.y_mid - w.bbox.y_mid) < w.bbox.height / 2 for w in note.words)


def without_notes(page: Page, notes: Sequence[MarginNote]) -> Page:
    """The page without the words of its notes."""
    taken = {id(w) for note in notes for w in note.words}
    return replace(page, words=tuple(w for w in page.words if id(w) not in taken))


def _is_drawn(word: Word, page: Page) -> bool:
    """Whether the word stands in a table or a box, which have their own place."""
    drawn = (*(grid.bbox for grid in page.grids), *page.areas)
    return any(bbox.contains_point(word.bbox.x_mid, word.bbox.y_mid) for bbox in drawn)


def _find_text(words: Iterable[Word]) -> tuple[float, float, float] | None:
    """Type size and left and right edge of the running text."""
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.font.size] += len(word.text)
    if not sizes:
        return None
    size = max(sizes, key=lambda s: (sizes[s], s))
    low, high = (ratio * size for ratio in TEXT_RATIOS)
    boxes = [w.bbox for w in words if low <= w.font.size <= high]
    if not boxes:
        return None
    return size, min(b.x0 for b in boxes), max(b.x1 for b in boxes)


def _to_notes(words: Sequence[Word], text_width: float) -> list[MarginNote]:
    """The notes of one margin, parted by white space."""
    rows = sorted(words_to_rows(words), key=lambda row: row[0].bbox.top)
    groups: list[list[Word]] = []
    floor = 0.0
    for row in rows:
        bbox = union_bbox(w.bbox for w in row)
        if not groups or bbox.top - floor > NOTE_GAP_RATIO * row[0].font.size:
            groups.append([])
        groups[-1] += row
        floor = bbox.bottom
    boxes = [union_bbox(w.bbox for w in group) for group in groups]
    if any(box.width > WIDTH_SHARE_MAX * text_width for box in boxes):
        return []
    tops = [*(box.top for box in boxes[1:]), float("inf")][: len(boxes)]
    return [
        MarginNote(tuple(group), box, min(box.bottom, top))
        for group, box, top in zip(groups, boxes, tops, strict=True)
    ]
