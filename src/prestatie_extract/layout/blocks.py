"""Chunks and table parts of all pages to blocks, joined over page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from prestatie_extract.document import Block, Label, Region
from prestatie_extract.geometry import union_bbox
from prestatie_extract.layout.chunks import Chunk, lines_to_chunks, set_depths
from prestatie_extract.layout.lines import Line
from prestatie_extract.layout.parts import TablePart
from prestatie_extract.layout.spelling import Spelling, lines_to_passage
from prestatie_extract.layout.style import Style, StyleKey, rank_styles, style_key
from prestatie_extract.layout.tables import Piece, is_continuation, parts_to_table
from prestatie_extract.page import DRAWN_BULLET

CAPTION = re.compile(r"^(?:tabel|figuur|grafiek|kaart|afbeelding)\s+\d+", re.IGNORECASE)

SAME_SIZE_TOLERANCE = 0.6  # points; rounding of one size by two producers

Item = Chunk | list[TablePart]
"""What stands in reading order: a chunk, or the parts of one table."""

TITLE_START = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?[^\W\d_a-z]")
"""Ouderen · 5.1 Ouderen"""
ITALIC_HEADING_CHARS_MAX = 90

JOINABLE = (Label.TEXT, Label.LIST_ITEM)
ASIDE = (Label.FOOTNOTE, Label.PAGE_HEADER, Label.PAGE_FOOTER)


@dataclass(frozen=True)
class BlockMaker:
    """Makes blocks of chunks and tables, with the document's own style and spelling."""

    style: Style
    spelling: Spelling

    def items_to_blocks(self, items: Sequence[Item]) -> list[Block]:
        """The body's blocks; heading ranks are the document's own."""
        placed = iter(set_depths([i for i in items if isinstance(i, Chunk)]))
        ranks = rank_styles(_heading_styles(items))
        blocks = []
        for item in items:
            if isinstance(item, list):
                blocks.append(parts_to_table(item, self.pieces_to_blocks))
            else:
                blocks.append(self.chunk_to_block(next(placed), ranks))
        return blocks

    def chunk_to_block(self, chunk: Chunk, ranks: dict[StyleKey, int] | None = None) -> Block:
        """The block of one chunk."""
        passage = lines_to_passage(chunk.lines, self.spelling)
        rank = (ranks or {}).get(style_key(chunk.lines[0]), 0)
        label = Label.CAPTION if CAPTION.match(passage.text) else chunk.label
        return Block(
            label=label,
            passage=passage,
            marker=chunk.marker,
            indent=chunk.depth,
            rank=rank if label is Label.SECTION_HEADER else 0,
            bold=all(line.bold for line in chunk.lines),
            italic=all(line.italic for line in chunk.lines),
            regions=lines_to_regions(chunk.lines),
            characters=chunk_characters(chunk),
            box=chunk.box,
        )

    def pieces_to_blocks(self, pieces: Sequence[Piece]) -> tuple[Block, ...]:
        """The blocks of a table cell; a nested table is a table block among them."""
        items: list[Item] = []
        for piece in pieces:
            if piece.nested is not None:
                items.append([piece.nested])
                continue
            chunks = lines_to_chunks(piece.lines, self.style, right=piece.right, is_cell=True)
            append_items(items, chunks)
        return tuple(self.items_to_blocks(items))


def promote_italic_headings(items: Sequence[Item]) -> list[Item]:
    """Short lines all in italics, with upright text right below, are headings."""
    followers = [*items[1:], None]
    return [
        replace(item, label=Label.SECTION_HEADER)
        if isinstance(item, Chunk) and isinstance(after, Chunk) and _is_italic_heading(item, after)
        else item
        for item, after in zip(items, followers, strict=False)
    ]


def _is_italic_heading(chunk: Chunk, after: Chunk) -> bool:
    line = chunk.lines[0]
    return (
        chunk.label is Label.TEXT
        and len(chunk.lines) == 1
        and line.italic
        and len(line.text) <= ITALIC_HEADING_CHARS_MAX
        and TITLE_START.match(line.text) is not None
        and line.text[-1] not in ".;:,"
        and ": " not in line.text
        and after.label in JOINABLE
        and not after.lines[0].italic
    )


def chunk_characters(chunk: Chunk) -> int:
    """Printed characters, list marker and footnote marks included."""
    is_counted = chunk.label is Label.FOOTNOTE or chunk.marker == DRAWN_BULLET
    marker = 0 if is_counted else len(chunk.marker)
    return sum(line.characters for line in chunk.lines) + marker


def lines_to_regions(lines: Iterable[Line]) -> tuple[Region, ...]:
    """One box a page around the lines."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page_number, []).append(line)
    return tuple(Region(n, union_bbox(ln.bbox for ln in group)) for n, group in pages.items())


def append_items(items: list[Item], page_items: Sequence[Item]) -> None:
    """Put the items of a page, column or box behind those before; what the break cut is joined.

    Text goes on with text, a box with a box: what interrupts is passed over.
    """
    page_items = list(page_items)
    first = page_items[0] if page_items else None
    index = _last_body_index(items, in_box=isinstance(first, Chunk) and first.box > 0)
    if index is not None and page_items:
        joined = _join(items[index], page_items[0])
        if joined is not None:
            items[index] = joined
            del page_items[0]
    items += page_items


def _last_body_index(items: Sequence[Item], *, in_box: bool) -> int | None:
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if isinstance(item, list) or (item.label not in ASIDE and (item.box > 0) == in_box):
            return index
    return None


def _join(before: Item, after: Item) -> Item | None:
    if isinstance(before, list) and isinstance(after, list):
        return [*before, *after] if is_continuation(after[0], before) else None
    if isinstance(before, Chunk) and isinstance(after, Chunk) and _goes_on(before, after):
        return replace(before, lines=(*before.lines, *after.lines))
    return None


def _goes_on(before: Chunk, after: Chunk) -> bool:
    """Whether a paragraph or list item is cut in the middle of a sentence."""
    if before.label not in JOINABLE or after.label is not Label.TEXT or after.marker:
        return False
    if bool(before.box) != bool(after.box) or before.is_note or after.is_note:
        return False
    first, last = after.lines[0], before.last
    if abs(first.font.size - last.font.size) > SAME_SIZE_TOLERANCE:
        return False
    if first.text[:1].islower():
        return True
    return not before.ends_sentence and _is_full(before, first)


def _is_full(before: Chunk, first: Line) -> bool:
    """Whether the last line had no room for the first word behind it, by the lines above it."""
    edge = max(line.bbox.x1 for line in before.lines)
    word = first.words[0].bbox.width if first.words else 0.0
    return len(before.lines) > 1 and before.last.bbox.x1 + word >= edge


def _heading_styles(items: Iterable[Item]) -> list[StyleKey]:
    chunks = (i for i in items if isinstance(i, Chunk) and i.label is Label.SECTION_HEADER)
    return [style_key(c.lines[0]) for c in chunks if not CAPTION.match(c.lines[0].text)]
