"""Boxes that are drawn as tables, back to what they hold: headings, paragraphs and items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from prestatie_extract.document import Block, Cell, Label, Passage, regions_of
from prestatie_extract.structure.labels import has_labels
from prestatie_extract.structure.parts import is_coded, parse_number

CODED_CELLS = 2  # a code, and the agreement beside it
SENTENCE_WORDS_MIN = 9  # on average in the cells beside codes


def open_boxes(blocks: Sequence[Block], opens: Callable[[Block], bool]) -> list[Block]:
    """The same blocks, tables that are boxes replaced by what they hold.

    `opens` tells whether a heading opens an agreement.
    """
    last = max((block.box for block in blocks), default=0)
    found: list[Block] = []
    for block in blocks:
        parts = _open_titled(block, opens, last) or _open_coded(block, last)
        found += parts or [block]
        last = max([last, *(part.box for part in parts)])
    return found


def _open_titled(block: Block, opens: Callable[[Block], bool], last: int) -> list[Block]:
    """A table of one column with titles that open agreements; empty where it is none.

    "Afspraak 7 | Titel" or "B2 Titel" in a bar, the agreement below it; several may stand below
    each other. Each becomes a box with the next number behind `last`.
    """
    rows = block.table.rows if block.table is not None else ()
    boxes: list[list[Block]] = []
    for row in rows:
        blocks = row[0].blocks
        title = _to_title(blocks[0], opens) if len(row) == 1 and blocks else None
        if title is not None:
            boxes.append([title, *blocks[1:]])
        elif boxes and len(row) == 1:
            boxes[-1] += blocks
        else:
            return []
    return [replace(p, box=box) for box, parts in enumerate(boxes, last + 1) for p in parts]


def _to_title(head: Block, opens: Callable[[Block], bool]) -> Block | None:
    """The first block of a row as what opens an agreement, if it does."""
    if head.label is Label.LIST_ITEM:
        return head if is_coded(head.marker) else None
    title = replace(head, label=Label.SECTION_HEADER, bold=True)
    return title if head.table is None and opens(title) else None


def _open_coded(block: Block, last: int) -> list[Block]:
    """Rows of a code and an agreement each, without a header; empty where they are none.

    Each becomes a box with the next number behind `last`.
    """
    rows = block.table.rows if block.table is not None else ()
    pairs = [tuple({id(c): c for c in row}.values()) for row in rows]
    if not pairs or any(len(pair) != CODED_CELLS for pair in pairs):
        return []
    bodies = [body for _, body in pairs]
    is_coded_list = all(is_coded(_key(key)) and body.text for key, body in pairs)
    is_numbered = all(parse_number(_key(key)) and _is_labelled(body) for key, body in pairs)
    words = sum(len(body.text.split()) for body in bodies)
    if not (is_coded_list or is_numbered) or words < SENTENCE_WORDS_MIN * len(bodies):
        return []
    return [
        part for box, (key, body) in enumerate(pairs, last + 1) for part in _to_item(key, body, box)
    ]


def _key(cell: Cell) -> str:
    marker = cell.blocks[0].marker if cell.blocks else ""
    return f"{marker} {cell.text}".strip()


def _is_labelled(cell: Cell) -> bool:
    return any(has_labels(block) for block in cell.blocks)


def _to_item(key: Cell, body: Cell, box: int) -> list[Block]:
    """The cell's blocks, the first an item with the code as its marker."""
    first, *rest = body.blocks
    code = replace(
        key.blocks[0], label=Label.LIST_ITEM, marker=_key(key), passage=Passage(), box=box
    )
    if first.label is Label.LIST_ITEM or first.table is not None:
        return [code, *(replace(part, box=box) for part in body.blocks)]
    item = replace(
        code,
        passage=first.passage,
        bold=first.bold,
        regions=regions_of((*code.regions, *first.regions)),
        characters=code.characters + first.characters,
    )
    return [item, *(replace(part, box=box) for part in rest)]
