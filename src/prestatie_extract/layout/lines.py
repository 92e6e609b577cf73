"""Words to lines: words that share a baseline, without the superscript marks between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from prestatie_extract.document import Passage, PlacedWord
from prestatie_extract.geometry import BBox, union_bbox
from prestatie_extract.page import DRAWN_BULLET, Font, Word

SAME_LINE_OVERLAP_RATIO = (
    0.5  # of the lower word's height; sub- and superscripts overlap 0.6 and up
)
GLUE_GAP_RATIO = 0.12  # of the font size; words set apart only by a change of type touch
COLUMN_GAP_RATIO = 2.5  # of the font size; the widest gap in justified text is 1.8, 5 documents
SUPERSCRIPT_SIZE_RATIO = 0.85  # of the line's size; Word sets 0.65, LaTeX 0.7, WeasyPrint 0.83
SUPERSCRIPT_RAISE_RATIO = 0.12  # of the line's size that its foot stands above the line's

LABEL_WORDS_MAX = 3  # "Planning:" and its value may stand far apart
CLOSING_PUNCTUATION = ".,;:)?!"

FOOTNOTE_MARK = re.compile(r"^[(\[]?(?:\d{1,3}|[⁰¹²³⁴-⁹]{1,3}|\*{1,3}|[†‡])[)\]]?[.,;:]?$")
LENGTH_UNIT = re.compile(r"(?:^|[\d(/])[ck]?m$")  # 80 m², 40m², (m²)
POWERS = frozenset({"2", "3", "²", "³"})
MARKER = re.compile(
    r"""^(?:
        (?:[Bb]ij\s)?\d{1,3}(?:\.\d{1,2}){0,3}[a-z]?[.):]?   # 7  7.  1.4.1  4a.  Bij 4.
      | \(?[a-zA-Z][.)]                            # a)  (a)  B.
      | \(?[ivx]{1,5}[.)]                          # iv.
      | [A-Z]{1,3}-?\d{1,3}[a-z]?[.:]?             # B2  D-3
      | [•⦁▪◦·‣●○■□►➢✓›»▸▶◆❖✔→–—*-] | o | \uf0b7 | \uf0a7   # bullets, Word's symbol-font ones too
    )$""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Line:
    """Words on one baseline, left to right."""

    words: tuple[Word, ...]
    """The running words; superscript marks stand in `marks`."""
    page_number: int
    bbox: BBox
    marks: tuple[Word, ...] = ()
    leading_mark: str = ""
    """A superscript mark that opens the line: the line is a footnote."""

    @cached_property
    def font(self) -> Font:
        """The type most of its characters are set in."""
        counts: Counter[Font] = Counter()
        for word in self.words:
            counts[word.font] += len(word.text)
        return counts.most_common(1)[0][0] if counts else self.marks[0].font

    @cached_property
    def foot(self) -> float:
        """The bottom of its running words, points; a raised mark does not move it."""
        size = self.font.size
        return max(
            (w.bbox.bottom for w in self.words if w.font.size == size), default=self.bbox.bottom
        )

    @cached_property
    def bold(self) -> bool:
        return bool(self.words) and all(w.font.bold for w in self.words)

    @cached_property
    def italic(self) -> bool:
        return bool(self.words) and all(w.font.italic for w in self.words)

    @cached_property
    def passage(self) -> Passage:
        return words_to_passage(self.words, self.page_number)

    @property
    def text(self) -> str:
        return self.passage.text

    @cached_property
    def characters(self) -> int:
        return count_characters((*self.words, *self.marks))

    @property
    def stream_start(self) -> int:
        return min(w.stream_start for w in (*self.words, *self.marks))


def count_characters(words: Iterable[Word]) -> int:
    """How many characters of the text layer the words are; a drawn bullet is none."""
    return sum(len(w.text) for w in words if w.text != DRAWN_BULLET)


def words_to_passage(words: Sequence[Word], page_number: int) -> Passage:
    """The text of words on one line; a space where the print has one."""
    text, placed = "", []
    previous: Word | None = None
    for word in words:
        if previous is not None and not _is_glued(previous, word):
            text += " "
        placed.append(PlacedWord(len(text), len(text) + len(word.text), page_number, word.bbox))
        text += word.text
        previous = word
    return Passage(text, tuple(placed))


def _is_glued(previous: Word, word: Word) -> bool:
    """No space between them: they touch, and no space stands between them in the stream.

    A comma behind a footnote mark that was taken out belongs to the word before the mark.
    """
    if not word.text.strip(CLOSING_PUNCTUATION):
        return True
    gap = word.bbox.x0 - previous.bbox.x1
    return previous.stream_end == word.stream_start and gap < GLUE_GAP_RATIO * word.font.size


def words_to_lines(words: Iterable[Word], page_number: int) -> list[Line]:
    """Lines top down, then left to right; parts far apart on one baseline are separate lines."""
    lines = []
    for row in words_to_rows(words):
        lines += [_to_line(part, page_number) for part in _parts(row)]
    return lines


def words_to_rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words that overlap in height, each row left to right."""
    rows: list[list[Word]] = []
    extents: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda w: (w.bbox.y_mid, w.bbox.x0)):
        top, bottom = word.bbox.top, word.bbox.bottom
        height = bottom - top
        for index in range(len(rows) - 1, max(-1, len(rows) - 4), -1):
            above, below = extents[index]
            shared = max(0.0, min(bottom, below) - max(top, above))
            if shared >= SAME_LINE_OVERLAP_RATIO * min(height, below - above):
                rows[index].append(word)
                if height > below - above:
                    extents[index] = (top, bottom)
                break
        else:
            rows.append([word])
            extents.append((top, bottom))
    for row in rows:
        row.sort(key=lambda w: (w.bbox.x0, w.stream_start))
    return rows


def _parts(row: list[Word]) -> list[list[Word]]:
    parts = [[row[0]]]
    for word in row[1:]:
        left = parts[-1]
        gap = word.bbox.x0 - left[-1].bbox.x1
        hangs = len(left) <= 2 and MARKER.match(" ".join(w.text for w in left)) is not None
        is_wide = gap > COLUMN_GAP_RATIO * max(word.font.size, left[-1].font.size)
        is_label = len(left) <= LABEL_WORDS_MAX and left[-1].text.endswith(":")
        if is_wide and not hangs and not is_label and not word.text.isdigit():
            parts.append([word])
        else:
            left.append(word)
    return parts


def _to_line(words: list[Word], page_number: int) -> Line:
    bbox = union_bbox(w.bbox for w in words)
    size = max(w.font.size for w in words)
    foot = max(w.bbox.bottom for w in words if w.font.size == size)
    marks = [
        word
        for before, word in zip((None, *words), words, strict=False)
        if _is_mark(word, size, foot) and not _is_power(before, word)
    ]
    if len(marks) == len(words):
        marks = []
    running = tuple(w for w in words if w not in marks)
    leading = marks[0].text if marks and marks[0] is words[0] else ""
    return Line(running, page_number, bbox, tuple(marks), leading)


def _is_mark(word: Word, size: float, foot: float) -> bool:
    """Whether the word is a small raised number or star."""
    return (
        word.font.size <= SUPERSCRIPT_SIZE_RATIO * size
        and foot - word.bbox.bottom >= SUPERSCRIPT_RAISE_RATIO * size
        and FOOTNOTE_MARK.match(word.text) is not None
    )


def _is_power(before: Word | None, word: Word) -> bool:
    """The raised 2 of m²."""
    return (
        before is not None and word.text in POWERS and LENGTH_UNIT.search(before.text) is not None
    )
