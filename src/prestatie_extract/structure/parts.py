"""An agreement's own parts: number, title, items and text, from the blocks it is printed in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from prestatie_extract.document import Block, Label, Passage, Table, join_passages

TITLE_CHARS_MAX = 110  # an unmarked title is a short line; the longest seen has 64
PLAIN_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?"  # 7  1.4.1  4a
CODE_NUMBER = r"[A-Z]{1,3}[-.]?\d{1,3}(?:\.\d{1,2})?[a-z]?"  # B2  D-3  L1a  B1.2
BY_NUMBER = rf"[Bb]ij\s+(?:{PLAIN_NUMBER}|{CODE_NUMBER})"  # Bij 4.
LEADING_NUMBER = re.compile(
    rf"^(?:(?P<by>{BY_NUMBER})[.:)]?|(?P<code>{CODE_NUMBER})(?:[.:)]|(?=\s+[^\Wa-z\d_]))|(?P<plain>{PLAIN_NUMBER})[.:)])\s+(?=\S)"
)
WHOLE_NUMBER = re.compile(
    rf"^(?:(?:prestatie-?)?afspraak\s+)?({BY_NUMBER}|{PLAIN_NUMBER}|{CODE_NUMBER})[.:)]?$",
    re.IGNORECASE,
)

LETTER_OR_ROMAN = re.compile(r"^\(?(?P<number>[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})[.):]?$")
CODED = re.compile(rf"^(?:(?:prestatie-?)?afspraak\s|{CODE_NUMBER}[.:)]?$)", re.IGNORECASE)

NO_TEXT = (Label.FOOTNOTE, Label.CAPTION)


@dataclass(frozen=True)
class Body:
    """The parts of an agreement."""

    title: Passage | None
    text: Passage
    items: tuple[Passage, ...]
    tables: tuple[Table, ...]
    captions: tuple[str, ...]
    """The caption right above each table, "" where it has none."""


def parse_number(text: str) -> str | None:
    """The number that is all of a cell: "7", "B2", "Bij 4"; `None` where it is something else."""
    match = WHOLE_NUMBER.match(text.strip())
    return _tidy(match[1]) if match else None


def is_coded(marker: str) -> bool:
    """Whether a marker says by itself what it numbers: "B2", "Afspraak 12"."""
    return CODED.match(marker) is not None and not marker[:1].islower()


def parse_row_number(text: str) -> str | None:
    """The number that is all of a cell in a column of numbers: also "a." and "iv."."""
    match = LETTER_OR_ROMAN.match(text.strip())
    return parse_number(text) or (match["number"] if match else None)


def take_leading_number(blocks: Sequence[Block]) -> tuple[str | None, tuple[Block, ...]]:
    """The number that opens the first block, and the blocks without it."""
    if not blocks or blocks[0].label is Label.TABLE:
        return None, tuple(blocks)
    first = blocks[0]
    if first.marker and (number := parse_number(first.marker)):
        return number, (replace(first, label=Label.TEXT, marker=""), *blocks[1:])
    match = LEADING_NUMBER.match(first.text)
    if match is None:
        return None, tuple(blocks)
    rest = replace(first, passage=first.passage.cut(match.end()))
    return _tidy(next(g for g in match.groups() if g)), (rest, *blocks[1:])


def _tidy(number: str) -> str:
    return re.sub(r"\s+", " ", number)


def blocks_to_body(blocks: Sequence[Block]) -> Body:
    """Title, text, items and nested tables of the blocks of one agreement."""
    tables = tuple(b.table for b in blocks if b.table is not None)
    above = (None, *blocks)
    captions = tuple(
        before.text if before is not None and before.label is Label.CAPTION else ""
        for before, block in zip(above, blocks, strict=False)
        if block.table is not None
    )
    running = [b for b in blocks if b.table is None and b.text and b.label not in NO_TEXT]
    title = running.pop(0).passage if _has_title(running) else None
    items = tuple(b.passage for b in running if b.label is Label.LIST_ITEM)
    return Body(title, join_passages(b.passage for b in running), items, tables, captions)


def _has_title(blocks: Sequence[Block]) -> bool:
    """A bold statement, or a short line without a full stop, with the agreement below it."""
    if len(blocks) < 2 or blocks[0].label is Label.LIST_ITEM:
        return False
    first, second = blocks[0], blocks[1]
    if first.bold:
        return not second.bold
    ends_open = first.text[-1] not in ".;:,?!"
    is_followed = second.label is Label.TEXT and second.text[:1].isupper()
    return ends_open and is_followed and len(first.text) <= TITLE_CHARS_MAX
