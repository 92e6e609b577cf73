"""Tables in converter text: tab-separated lines or markdown pipes, HTML inside the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prestatie_extract.document import Block, Cell, Label, Passage, Table
from prestatie_extract.read.markup import PIPE_ROW, clean_inline, count_printed, is_bold, is_italic

RULE_ROW = re.compile(r"^[\s|:\-]*-{2,}[\s|:\-]*$")
PART = re.compile(r"<(p|li|ul|ol)\b[^>]*>|</(?:p|li|ul|ol)>|<br\s*/?>", re.IGNORECASE)
DASH_ITEM = re.compile(r"(?:^|\s)[-–•]\s+(?=\S)")
FIGURE = re.compile(r"^[+\-−–]?\s?(?:€\s?)?\d[\d.,]*\s?%?(?:\s*[⁰¹²³⁴-⁹]+)?$")
FIGURES_MIN = 2  # filled cells with a number that show a row of a nested table


def is_table_line(line: str) -> bool:
    """Whether the line is a row of a table."""
    return ("\t" in line.strip("\n") and bool(line.strip())) or PIPE_ROW.match(line) is not None


def lines_to_table(lines: Sequence[str]) -> Block:
    """One table block of rows that follow each other."""
    rows = [_split_row(line) for line in lines if not RULE_ROW.match(line)]
    width = max(map(len, rows), default=0)
    bands = _find_bands([_pad(row, width) for row in rows], width)
    rows = [_spread(row, bands, width) for row in rows]
    cells = _rows_to_cells(rows, bands)
    return Block(
        Label.TABLE,
        Passage(),
        table=Table(cells),
        characters=sum(count_printed(cell) for row in rows for cell in row),
    )


def _split_row(line: str) -> list[str]:
    if PIPE_ROW.match(line):
        return [cell.strip() for cell in line.strip()[1:-1].split("|")]
    return [cell.strip() for cell in line.split("\t")]


def _pad(row: list[str], width: int) -> list[str]:
    return row + [""] * (width - len(row))


def _spread(row: list[str], bands: Sequence[tuple[int, int]], width: int) -> list[str]:
    """The row over all columns; one with a cell for each band fills the bands' first columns."""
    if len(row) != len(bands) or len(bands) == width:
        return _pad(row, width)
    spread = [""] * width
    for cell, band in zip(row, bands, strict=True):
        spread[band[0]] = cell
    return spread


def _find_bands(rows: Sequence[Sequence[str]], width: int) -> list[tuple[int, int]]:
    """Column ranges: an empty header cell belongs to the one on its left.

    Only where columns below are used as a nested table's; else each column is one.
    """
    if not rows:
        return []
    header = rows[0]
    starts = [i for i in range(width) if header[i] or i == 0]
    bands = list(zip(starts, [*starts[1:], width], strict=True))
    wide = [b for b in bands if b[1] - b[0] > 1]
    is_nested = wide and any(_is_nested_row(row, band) for row in rows[1:] for band in wide)
    return bands if is_nested else [(i, i + 1) for i in range(width)]


def _is_nested_row(row: Sequence[str], band: tuple[int, int]) -> bool:
    return sum(bool(FIGURE.match(cell)) for cell in row[band[0] : band[1]]) >= FIGURES_MIN


def _rows_to_cells(
    rows: Sequence[Sequence[str]], bands: Sequence[tuple[int, int]]
) -> tuple[tuple[Cell, ...], ...]:
    found: list[tuple[Cell, ...]] = []
    index = 0
    while index < len(rows):
        count = _count_nested(rows[index:], bands)
        group = rows[index : index + count]
        found.append(tuple(_cell(group, band, len(found), c) for c, band in enumerate(bands)))
        index += count
    return tuple(found)


def _count_nested(rows: Sequence[Sequence[str]], bands: Sequence[tuple[int, int]]) -> int:
    """How many of the first rows are one row of the table: a nested table's, or just one."""
    wide = [b for b in bands if b[1] - b[0] > 1]
    count = 0
    for row in rows:
        filled = max((sum(bool(c) for c in row[b[0] : b[1]]) for b in wide), default=0)
        if filled < FIGURES_MIN:
            break
        count += 1
    return max(1, count)


def _cell(rows: Sequence[Sequence[str]], band: tuple[int, int], row: int, column: int) -> Cell:
    raw = [r[band[0] : band[1]] for r in rows]
    is_table = band[1] - band[0] > 1 and sum(bool(c) for c in raw[0]) >= FIGURES_MIN
    if is_table:
        inner = tuple(
            tuple(Cell(cell_blocks(c), i, j, characters=count_printed(c)) for j, c in enumerate(r))
            for i, r in enumerate(raw)
        )
        characters = sum(c.characters for r in inner for c in r)
        blocks: tuple[Block, ...] = (
            Block(Label.TABLE, Passage(), table=Table(inner), characters=characters),
        )
    else:
        text = " ".join(c for r in raw for c in r if c)
        blocks, characters = cell_blocks(text), count_printed(text)
    return Cell(blocks, row, column, characters=characters)


def cell_blocks(raw: str) -> tuple[Block, ...]:
    """Paragraphs and list items of a cell, by its HTML; a cell without is one paragraph."""
    blocks: list[Block] = []
    in_list = False
    position = 0
    for tag in [*PART.finditer(raw), None]:
        piece = raw[position : tag.start() if tag else len(raw)]
        blocks += _piece_blocks(piece, is_item=in_list)
        if tag is None:
            break
        position = tag.end()
        name = tag[0].lower()
        if name.startswith(("<ul", "<ol", "<li")):
            in_list = True
        elif name.startswith(("</ul", "</ol")):
            in_list = False
    return tuple(blocks)


def _piece_blocks(piece: str, *, is_item: bool) -> list[Block]:
    """The piece between two tags: dashes inside a list part its items."""
    if not clean_inline(piece):
        return []
    parts = [p for p in DASH_ITEM.split(piece) if clean_inline(p)] if is_item else [piece]
    if is_item:
        return [_block(Label.LIST_ITEM, part, "-" if len(parts) > 1 else "•") for part in parts]
    return [_block(Label.TEXT, piece, "")]


def _block(label: Label, raw: str, marker: str) -> Block:
    return Block(
        label,
        Passage(clean_inline(raw)),
        marker=marker,
        bold=is_bold(raw),
        italic=is_italic(raw),
        characters=count_printed(raw),
    )
