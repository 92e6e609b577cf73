"""The document's title: the first heading or headings, set apart from the sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from prestatie_extract.document import Block, Label
from prestatie_extract.layout.contents import is_contents_heading
from prestatie_extract.vocabulary import stems_pattern

OPENING_HEADINGS = re.compile(
    r"^(?:\d|inleiding|voorwoord|vooraf|aanleiding|overwegende|partijen|samenvatting|hoofdstuk"
    r"|ondergetekenden|leeswijzer|preambule|artikel|bijlage)",
    re.IGNORECASE,
)
SUBTITLE = re.compile(
    r"^(?-i:[a-z])|^(?:gemeente|tussen|met)\b.*(?:,|\ben\b|&)|,.*\ben\b"
    r"|(?:\s[–—|-]\s\S.*){2}",
    re.IGNORECASE,
)
"""The parties below the title: "tussen de gemeente X, Y en Z"."""
YEAR_TITLE = re.compile(r"^(?:jaarschijf|jaarafspraken|kader)\b.*\b20\d\d", re.IGNORECASE)
SUBTITLE_BLOCKS_MAX = 3  # "Jaarschijf 2027" right below the title is part of it
COVER_WORDS_MAX = 30  # the names of seven parties; running text has more in a paragraph
COVER_BLOCKS_MAX = 12  # a title stands within the first blocks: logos, date and version before it


def mark_title(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, those of the title and subtitle labelled so."""
    start = _find_title(blocks)
    if start is None:
        return list(blocks)
    end = start + 1
    while end < len(blocks) and _belongs_to_title(blocks, end, blocks[start].rank):
        end += 1
    titled = [replace(b, label=Label.TITLE) for b in blocks[start:end]]
    return _unmark_cover([*blocks[:start], *titled, *_unmark_subtitle(blocks[end:])])


def _unmark_cover(blocks: Sequence[Block]) -> list[Block]:
    """What is set like headings on a page with nothing but the title: no section starts there."""
    title = next(b for b in blocks if b.label is Label.TITLE)
    if not title.regions:
        return list(blocks)
    page_number = title.regions[0].page_number
    cover = [b for b in blocks if b.regions and b.regions[0].page_number == page_number]
    if any(_is_running(b) for b in cover):
        return list(blocks)
    on_cover = set(map(id, cover))
    return [
        replace(b, label=Label.TEXT, rank=0)
        if id(b) in on_cover and b.label is Label.SECTION_HEADER
        else b
        for b in blocks
    ]


def _is_running(block: Block) -> bool:
    """Whether a block is more than a line on a cover."""
    if block.table is not None or block.label in (Label.LIST_ITEM, Label.DOCUMENT_INDEX):
        return True
    return len(block.text.split()) > COVER_WORDS_MAX or is_contents_heading(block.text)


def _unmark_subtitle(blocks: Sequence[Block]) -> list[Block]:
    """The lines on the cover that are set like headings, years and parties, as running text."""
    count = 0
    while count < len(blocks) and _is_on_cover(blocks[count]):
        count += 1
    lines = [replace(b, label=Label.TEXT, rank=0) for b in blocks[:count]]
    return [*lines, *blocks[count:]]


def _is_on_cover(block: Block) -> bool:
    has_letters = any(ch.isalpha() for ch in block.text)
    if block.label is Label.SECTION_HEADER:
        return not has_letters or SUBTITLE.search(block.text) is not None
    return block.label is Label.TEXT and not has_letters


def _find_title(blocks: Sequence[Block]) -> int | None:
    headings = [
        i
        for i, b in enumerate(blocks[:COVER_BLOCKS_MAX])
        if b.label is Label.SECTION_HEADER
        and not OPENING_HEADINGS.match(b.text)
        and not is_contents_heading(b.text)
    ]
    named = [i for i in headings if stems_pattern("title_words", "word").search(blocks[i].text)]
    if named:
        return named[0]
    only_on_top = [i for i in headings if _is_unique_rank(blocks, i)]
    return only_on_top[0] if only_on_top else None


def _is_unique_rank(blocks: Sequence[Block], index: int) -> bool:
    rank = blocks[index].rank
    later = blocks[index + COVER_BLOCKS_MAX :]
    return rank == 1 and not any(b.label is Label.SECTION_HEADER and b.rank == 1 for b in later)


def _belongs_to_title(blocks: Sequence[Block], index: int, rank: int) -> bool:
    """A heading right behind the title: of its rank and only here, or a line of the cover."""
    block = blocks[index]
    if block.label is not Label.SECTION_HEADER or OPENING_HEADINGS.match(block.text):
        return False
    if is_contents_heading(block.text) or SUBTITLE.search(block.text):
        return False
    if index <= SUBTITLE_BLOCKS_MAX and YEAR_TITLE.search(block.text):
        return True
    if block.rank and block.rank == rank and _is_unique_rank(blocks, index):
        return True
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return following is not None and _is_cover_line(following)


def _is_cover_line(block: Block) -> bool:
    """A short line in bold, or another heading without a number: no running text yet."""
    if block.label is Label.SECTION_HEADER:
        return not OPENING_HEADINGS.match(block.text) and not is_contents_heading(block.text)
    return block.label is Label.TEXT and block.bold
