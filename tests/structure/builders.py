"""Blocks and tables made by hand, as either reader would make them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from prestatie_extract.document import (
    Agreement,
    Block,
    Cell,
    Finding,
    Label,
    Passage,
    PlacedWord,
    Region,
    Table,
)
from prestatie_extract.geometry import BBox
from prestatie_extract.structure import find_agreements, find_sections, mark_blocks

_tops = count(100)


def place(text: str, page_number: int = 1) -> Passage:
    """The text with a box for each word, each text on a line of its own."""
    top = float(next(_tops))
    words = []
    start = 0
    for word in text.split(" "):
        box = BBox(start, top, start + len(word), top + 1)
        words.append(PlacedWord(start, start + len(word), page_number, box))
        start += len(word) + 1
    return Passage(text, tuple(words) if text else ())


def _block(label: Label, text: str, **parts: object) -> Block:
    passage = place(text)
    marker = str(parts.get("marker", ""))
    return Block(
        label,
        passage,
        regions=passage.regions,
        characters=len(text.replace(" ", "")) + len(marker),
        **parts,  # type: ignore[arg-type]  # the caller names Block's own fields
    )


def heading(text: str, rank: int = 1) -> Block:
    return _block(Label.SECTION_HEADER, text, rank=rank)


def text(text: str, indent: int = 0, *, bold: bool = False) -> Block:
    return _block(Label.TEXT, text, indent=indent, bold=bold)


def item(marker: str, text: str, indent: int = 0) -> Block:
    return _block(Label.LIST_ITEM, text, marker=marker, indent=indent)


def other(label: Label, text: str) -> Block:
    return _block(label, text)


Content = str | Sequence[Block]
Row = Sequence[Content | None] | str
"""A content for each column, `None` for the cell above; a bare text is a cell across them all."""


def make_cell(content: Content, row: int, column: int) -> Cell:
    """A cell of one paragraph, or of the blocks given."""
    blocks = tuple(content) if not isinstance(content, str) else ((text(content),) * bool(content))
    return Cell(blocks, row, column, characters=sum(b.characters for b in blocks))


def make_table(rows: Sequence[Row], *, header_rows: int = 1) -> Table:
    """A table with its merged cells."""
    cells: list[tuple[Cell, ...]] = []
    width = max(len(row) for row in rows if not isinstance(row, str))
    for r, row in enumerate(rows):
        if isinstance(row, str):
            cells.append((make_cell(row, r, 0),) * width)
            continue
        cells.append(
            tuple(
                cells[-1][c] if content is None else make_cell(content, r, c)
                for c, content in enumerate(row)
            )
        )
    return Table(tuple(cells), header_rows)


def table(*rows: Row, header_rows: int = 1, indent: int = 0, page_number: int = 1) -> Block:
    made = make_table(rows, header_rows=header_rows)
    box = BBox(0.0, 0.0, 500.0, 700.0)
    return Block(
        Label.TABLE,
        Passage(),
        indent=indent,
        table=made,
        regions=(Region(page_number, box),),
        characters=sum({id(c): c.characters for row in made.rows for c in row}.values()),
    )


def agreements_of(*blocks: Block) -> list[Agreement]:
    marked = mark_blocks(blocks)
    return list(find_agreements(marked, find_sections(marked))[0])


def findings_of(*blocks: Block) -> list[Finding]:
    """All findings but those on confidence, which short texts made for tests all have."""
    return [f for f in all_findings_of(*blocks) if f.code != "low_confidence"]


def all_findings_of(*blocks: Block) -> list[Finding]:
    marked = mark_blocks(blocks)
    return list(find_agreements(marked, find_sections(marked))[1])


def numbers_of(*blocks: Block) -> list[str | None]:
    return [a.number for a in agreements_of(*blocks)]
