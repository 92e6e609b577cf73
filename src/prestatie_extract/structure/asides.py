"""What holds no agreements and heads no sections: pull quotes, side boxes, chapter marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from prestatie_extract.document import Block, Label
from prestatie_extract.structure.headings import find_cues, parse_chapter_mark
from prestatie_extract.structure.labels import has_labels
from prestatie_extract.structure.parts import is_coded, parse_number
from prestatie_extract.vocabulary.party_words import is_party_heading

QUOTE_OPENS = "“„‘\"'«"
QUOTE_CLOSES = re.compile(r"[”“’\"'»](?:[.!?,]|\s|$)")
HEADING_WORDS_MAX = 8  # a heading that ends in a full stop and is longer is a pull quote


def mark_asides(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, those of pull quotes and side boxes marked `is_aside`."""
    quotes = {*_find_quotes(blocks), *_find_chapter_marks(blocks)}
    found: list[Block] = []
    for box, group in groupby(enumerate(blocks), key=lambda pair: pair[1].box):
        members = list(group)
        is_side = box > 0 and not _holds_agreements([b for _, b in members])
        found += [
            replace(b, is_aside=True, label=_plain_label(b)) if is_side or i in quotes else b
            for i, b in members
        ]
    return tuple(found)


def _plain_label(block: Block) -> Label:
    return Label.TEXT if block.label is Label.SECTION_HEADER else block.label


def _holds_agreements(blocks: Sequence[Block]) -> bool:
    """Whether a box is part of the text: numbers, labels, a party's promises, or only a heading."""
    if all(b.label is Label.SECTION_HEADER for b in blocks):
        return True
    return any(_is_sign(block) for block in blocks)


def _is_sign(block: Block) -> bool:
    if block.table is not None or has_labels(block):
        return True
    if block.label is Label.LIST_ITEM and (is_coded(block.marker) or parse_number(block.marker)):
        return True
    if block.label is Label.SECTION_HEADER or block.bold:
        cues = find_cues(block.text, "heading")
        return is_party_heading(block.text) or any(c.role == "announces" for c in cues)
    return False


def _find_quotes(blocks: Sequence[Block]) -> Iterator[int]:
    """Headings and italics in quotation marks, over several blocks too, and whole sentences set
    as headings.
    """
    is_open = False
    for index, block in enumerate(blocks):
        if block.label is Label.SECTION_HEADER or (block.label is Label.TEXT and block.italic):
            starts = block.text[:1] in QUOTE_OPENS and bool(block.text)
            if starts or is_open or _is_sentence(block):
                yield index
            is_open = (starts or is_open) and not QUOTE_CLOSES.search(block.text[1:])
        else:
            is_open = False


def _find_chapter_marks(blocks: Sequence[Block]) -> Iterator[int]:
    """Lines "HOOFDSTUK II" above a heading: its section has their number."""
    for index, (block, after) in enumerate(pairwise(blocks)):
        if after.label is Label.SECTION_HEADER and parse_chapter_mark(block.text) is not None:
            yield index


def _is_sentence(block: Block) -> bool:
    """A long line in heading type that ends as a sentence does."""
    words = len(block.text.split())
    is_heading = block.label is Label.SECTION_HEADER and not block.text[:1].isdigit()
    return is_heading and words > HEADING_WORDS_MAX and block.text[-1:] in ".!"
