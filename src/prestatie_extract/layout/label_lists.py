"""Labels set apart from their values without rules: "Trekker   gemeente" above "Planning   2027".

Such a list is a table of two columns; its words are taken from the lines before other tables are
looked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from prestatie_extract.geometry import BBox, union_bbox
from prestatie_extract.layout.table_headers import Row, find_parts
from prestatie_extract.page import Grid, Word
from prestatie_extract.vocabulary.column_words import WHO_AND_WHEN, find_column_role

LABELS_MIN = 2  # below each other; one alone may start a sentence
LABEL_WORDS_MAX = 3
SAME_PLACE = 2.0  # points between the starts of two labels, or of two values
PITCH_MAX_RATIO = 2.5  # of the type size, between lines of one list
WORD_GAP_MAX_RATIO = 1.2  # of the type size inside a value; columns stand further apart
EDGE_GAP = 2.0  # points around the text


@dataclass
class LabelList:
    """Labels below each other with their values."""

    labels: list[list[Word]] = field(default_factory=list)
    values: list[list[Word]] = field(default_factory=list)
    """Of each label, over as many lines as it has."""
    roles: list[str] = field(default_factory=list)

    @property
    def words(self) -> list[Word]:
        return [w for words in (*self.labels, *self.values) for w in words]

    @property
    def bottom(self) -> float:
        return max(w.bbox.bottom for w in self.words)

    def add(self, entry: _Entry) -> None:
        self.labels.append(entry.label)
        self.values.append(list(entry.value))
        self.roles.append(entry.role)

    def fits(self, entry: _Entry) -> bool:
        """Whether a label and its value stand below the last ones."""
        is_near = entry.top - self.bottom <= PITCH_MAX_RATIO * entry.label[0].font.size
        is_new = entry.role not in self.roles
        is_below = _in_line(entry.label, self.labels) and _in_line(entry.value, self.values)
        return is_near and is_new and is_below

    def is_rest(self, part: Sequence[Word]) -> bool:
        """Whether a part of the next line goes on with the last value."""
        is_near = part[0].bbox.top - self.bottom <= part[0].font.size
        return is_near and _in_line(part, self.values)

    def to_grid(self) -> Grid:
        """A row for each label, two columns."""
        box = union_bbox(w.bbox for w in self.words)
        middle = min(words[0].bbox.x0 for words in self.values) - EDGE_GAP
        xs = (box.x0 - EDGE_GAP, middle, box.x1 + EDGE_GAP)
        pairs = zip(self.labels, self.values, strict=True)
        rows = [union_bbox(w.bbox for w in (*label, *value)) for label, value in pairs]
        inner = [(upper.bottom + lower.top) / 2 for upper, lower in pairwise(rows)]
        ys = (box.top - EDGE_GAP, *inner, box.bottom + EDGE_GAP)
        cells = tuple(BBox(x0, y0, x1, y1) for y0, y1 in pairwise(ys) for x0, x1 in pairwise(xs))
        return Grid(union_bbox(cells), cells, is_aligned=True, is_labels=True)


def _in_line(words: Sequence[Word], column: Sequence[Sequence[Word]]) -> bool:
    """Whether the words start where those of the column do."""
    return abs(words[0].bbox.x0 - column[0][0].bbox.x0) <= SAME_PLACE


@dataclass(frozen=True)
class _Entry:
    label: list[Word]
    value: list[Word]
    role: str

    @property
    def top(self) -> float:
        return min(w.bbox.top for w in self.label)


def find_label_lists(rows: Sequence[Row]) -> list[LabelList]:
    """The lists of labels on one page, whose `rows` may run over several columns of text."""
    found: list[LabelList] = []
    for row in rows:
        parts = find_parts(row)
        entries = list(_find_entries(parts))
        for entry in entries:
            fitting = next((lst for lst in reversed(found) if lst.fits(entry)), None)
            if fitting is None:
                found.append(fitting := LabelList())
            fitting.add(entry)
        taken = {id(w) for e in entries for w in (*e.label, *e.value)}
        for part in (p for p in parts if id(p[0]) not in taken):
            goes_on = next((lst for lst in reversed(found) if lst.is_rest(part)), None)
            if goes_on is not None:
                goes_on.values[-1] += part
    return [lst for lst in found if len(lst.labels) >= LABELS_MIN and WHO_AND_WHEN & set(lst.roles)]


def _find_entries(parts: Sequence[list[Word]]) -> Iterator[_Entry]:
    """The labels of a line, each with the part behind it as its value."""
    roles = [_role_of(part) for part in parts]
    for index, (part, after) in enumerate(pairwise(parts)):
        role = roles[index]
        is_label_too = roles[index + 1] is not None and after[0].font == part[0].font
        if role is not None and not is_label_too:
            yield _Entry(part, _joined(after, parts[index + 2 :]), role)


def _role_of(part: Sequence[Word]) -> str | None:
    """What a part of a line is the label of; a colon shows a label by itself."""
    text = " ".join(w.text for w in part)
    is_label = text[:1].isupper() and ":" not in text and len(part) <= LABEL_WORDS_MAX
    return find_column_role(text) if is_label else None


def _joined(value: list[Word], behind: Sequence[list[Word]]) -> list[Word]:
    """The value with the parts that only wide spaces keep from it."""
    words = list(value)
    for part in behind:
        if part[0].bbox.x0 - words[-1].bbox.x1 > WORD_GAP_MAX_RATIO * part[0].font.size:
            break
        words += part
    return words
