"""Lines to chunks: the lines of one paragraph, heading, list item or footnote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from prestatie_extract.document import Label
from prestatie_extract.layout.lines import MARKER, Line
from prestatie_extract.layout.style import Style, style_key
from prestatie_extract.page import Word

PARAGRAPH_PITCH_RATIO = 1.15  # of the line pitch; paragraphs in tight cells stand 1.3 apart
INDENT_TOLERANCE = 3.0  # points; hanging indents are 7 and up
CENTRED_TOLERANCE = 2.0  # points; of twice the middle: typesetters round to a tenth
OUTDENT_TOLERANCE = 1.0  # points; lines that wrap below a marker stand right below it
BARE_MARKER_GAP_RATIO = 0.6  # of the font size, behind a number without a dot; a space is 0.3
FIT_SLACK_RATIO = 0.6  # of the font size that must stay free before a word counts as fitting
SHORT_SHARE = 0.6  # of the column: no line of a paragraph that goes on is shorter
RUNS_ON = re.compile(r"(?:[,&–-]|\b(?:en|of|van|de|het|met|voor|in|tussen))$", re.IGNORECASE)
HEADING_LINES_MAX = 3
HEADING_PITCH_RATIO = 1.6  # of the font size; two headings in a row stand 2 apart
HEADING_NUMBER = re.compile(
    r"^(?:(?:hoofdstuk|artikel|thema|bijlage)\s+)?\d+(?:\.\d+)*[.:]?\s", re.IGNORECASE
)
INITIAL = re.compile(r"^[A-Z]\.$")  # "W. Jansen" is a person, not item W
GLUED_MARK = re.compile(
    r"^\d{1,2}(?:\.?$|[A-Z])"
)  # a raised digit of the font's own: "1Harde plannen"
TERMINALS = (".", ";", ":", "?", "!")


@dataclass(frozen=True)
class Chunk:
    """Lines that make one block."""

    label: Label
    lines: tuple[Line, ...]
    marker: str = ""
    marker_x0: float = 0.0
    text_x0: float = 0.0
    depth: int = 0
    box: int = 0
    """Which box of the document it stands in, from 1; 0 for none."""
    is_note: bool = False
    """A whole note in the margin; it counts as a box."""

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def ends_sentence(self) -> bool:
        return self.last.text.rstrip("\"')”’").endswith(TERMINALS)


def lines_to_chunks(
    lines: Sequence[Line], style: Style, *, right: float, is_cell: bool
) -> list[Chunk]:
    """Chunks in the order of `lines`; `right` is where the column ends, in points."""
    chunks: list[Chunk] = []
    for line in lines:
        current = chunks[-1] if chunks else None
        if current is not None and _continues(current, line, style, right):
            chunks[-1] = replace(current, lines=(*current.lines, line))
        else:
            chunks.append(_new_chunk(line, style, current, is_cell=is_cell))
    return chunks


def split_marker(line: Line) -> tuple[str, Line]:
    """The list marker that opens the line ("1.", "a)", "•") and the line without it; "" if none."""
    words = line.words
    if len(words) < 2 or not MARKER.match(words[0].text):
        return "", line
    marker = words[0].text
    is_weak = marker[-1].isalnum() or INITIAL.match(marker) is not None
    if is_weak and not _stands_apart(words[0], words[1]):
        return "", line
    return marker, replace(line, words=words[1:])


def _stands_apart(marker: Word, word: Word) -> bool:
    return word.bbox.x0 - marker.bbox.x1 >= BARE_MARKER_GAP_RATIO * word.font.size


def _new_chunk(line: Line, style: Style, before: Chunk | None, *, is_cell: bool) -> Chunk:
    x0 = line.bbox.x0
    if style.is_small(line) and not is_cell and _opens_footnote(line, before):
        return Chunk(Label.FOOTNOTE, (line,), line.leading_mark, x0, x0)
    marker, rest = split_marker(line)
    if not is_cell and style.is_heading(line) and not _is_bullet(marker):
        return Chunk(Label.SECTION_HEADER, (line,), "", x0, x0)
    if marker:
        return Chunk(Label.LIST_ITEM, (rest,), marker, x0, rest.words[0].bbox.x0)
    return Chunk(Label.TEXT, (line,), "", x0, x0)


def _opens_footnote(line: Line, before: Chunk | None) -> bool:
    first = line.words[0].text if line.words else ""
    after_footnote = before is not None and before.label is Label.FOOTNOTE
    return (
        bool(line.leading_mark)
        or GLUED_MARK.match(first) is not None
        or first.startswith("*")
        or after_footnote
    )


def _is_bullet(marker: str) -> bool:
    return bool(marker) and not any(ch.isalnum() for ch in marker)


def _continues(chunk: Chunk, line: Line, style: Style, right: float) -> bool:
    """Whether the line goes on with the chunk."""
    last = chunk.last
    if line.page_number != last.page_number or abs(line.font.size - last.font.size) > 0.6:
        return False
    if chunk.label is Label.SECTION_HEADER:
        return _continues_heading(chunk, line)
    distance = line.foot - last.foot
    if distance > PARAGRAPH_PITCH_RATIO * style.pitch_of(last) or distance <= 0:
        return False
    if line.leading_mark and style.is_small(line):
        return False
    is_other = line.bold != last.bold or line.italic != last.italic
    if is_other and not _breaks_inside(last, line, right):
        return False
    return not (_starts_item(chunk, line, right) or _breaks_off(chunk, line, right))


def _continues_heading(chunk: Chunk, line: Line) -> bool:
    distance = line.foot - chunk.last.foot
    return (
        style_key(line) == style_key(chunk.last)
        and len(chunk.lines) < HEADING_LINES_MAX
        and 0 < distance <= HEADING_PITCH_RATIO * line.font.size
        and not starts_numbered(line)
    )


def starts_numbered(line: Line) -> bool:
    """Whether the line opens with a heading's number: "3", "3.1", "Hoofdstuk 3"."""
    return HEADING_NUMBER.match(line.text) is not None


def _breaks_inside(last: Line, line: Line, right: float) -> bool:
    """Bold or italic changes in the middle of running text: the line before is full."""
    return not _would_fit(last, line, right)


def _would_fit(last: Line, line: Line, right: float) -> bool:
    """Whether the line's first word had room on the line before: the break is meant."""
    first = line.words[0] if line.words else line.marks[0]
    room = right - last.bbox.x1
    return room > first.bbox.width + FIT_SLACK_RATIO * first.font.size


def _starts_item(chunk: Chunk, line: Line, right: float) -> bool:
    marker, _ = split_marker(line)
    if not marker:
        return False
    is_outdented = line.bbox.x0 < chunk.text_x0 - INDENT_TOLERANCE
    is_indented = line.bbox.x0 > chunk.last.bbox.x0 + INDENT_TOLERANCE
    same_place = chunk.marker and abs(line.bbox.x0 - chunk.marker_x0) <= INDENT_TOLERANCE
    return bool(is_outdented or is_indented or same_place or _would_fit(chunk.last, line, right))


def _breaks_off(chunk: Chunk, line: Line, right: float) -> bool:
    """Whether the paragraph ended on the line before, though no space shows it."""
    if chunk.label is Label.LIST_ITEM and line.bbox.x0 < chunk.marker_x0 - OUTDENT_TOLERANCE:
        return True
    hangs = chunk.label is Label.LIST_ITEM and len(chunk.lines) > 1
    if hangs and line.bbox.x0 < chunk.last.bbox.x0 - INDENT_TOLERANCE:
        return True
    if line.text[:1].islower():
        return False
    if _are_centred(chunk.last, line):
        # what is left of a centred line stands on both its sides
        return _would_fit(chunk.last, line, right + max(0.0, right - chunk.last.bbox.x1))
    is_over = chunk.ends_sentence or _is_cover_line(chunk, right)
    return is_over and _would_fit(chunk.last, line, right)


def _is_cover_line(chunk: Chunk, right: float) -> bool:
    """Whether a line of the first page is far from full and does not run on: a name on a cover."""
    is_short = chunk.last.bbox.x1 - chunk.text_x0 < SHORT_SHARE * (right - chunk.text_x0)
    return chunk.last.page_number == 1 and is_short and not RUNS_ON.search(chunk.last.text)


def _are_centred(last: Line, line: Line) -> bool:
    """Whether two lines share their middle and nothing else: names on a cover."""
    left, right = last.bbox.x0 - line.bbox.x0, last.bbox.x1 - line.bbox.x1
    return abs(left) > INDENT_TOLERANCE and abs(left + right) <= CENTRED_TOLERANCE


def shift_chunk(chunk: Chunk, distance: float) -> Chunk:
    """The chunk with its places moved: measured from the page's own margin, they compare."""
    return replace(chunk, marker_x0=chunk.marker_x0 + distance, text_x0=chunk.text_x0 + distance)


def set_depths(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Depth of list items from their markers' places; of paragraphs from the item they belong to.

    An item has the depth of the list, from 0. A paragraph of depth n belongs to an item of depth
    n - 1; 0 belongs to none.
    """
    found: list[Chunk] = []
    by_box: dict[int, list[Chunk]] = {}
    for chunk in chunks:
        open_items = by_box.setdefault(chunk.box, [])
        if chunk.label is Label.LIST_ITEM:
            while open_items and chunk.marker_x0 <= open_items[-1].marker_x0 + INDENT_TOLERANCE:
                open_items.pop()
            placed = replace(chunk, depth=len(open_items))
            open_items.append(placed)
        elif chunk.label is Label.TEXT:
            while open_items and chunk.text_x0 < open_items[-1].text_x0 - INDENT_TOLERANCE:
                open_items.pop()
            placed = replace(chunk, depth=len(open_items))
        else:
            if chunk.label is Label.SECTION_HEADER:
                open_items.clear()
            placed = chunk
        found.append(placed)
    return found
