"""What each stage made, as text that a person can read in a diff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from prestatie_extract.document import (
    Agreement,
    Block,
    Label,
    Passage,
    Region,
    Section,
    Source,
    Table,
)
from prestatie_extract.page import Grid, Page, Word


def render_source(source: Source) -> str:
    """Each page: its words in stream order, a line where the baseline or the font changes."""
    head = f"{source.media_type}, {source.page_count} pages, {source.text_status}"
    pages = (line for page in source.pages for line in _page_lines(page))
    return _to_text([f"{head}, {source.characters} characters", *pages])


def _page_lines(page: Page) -> Iterator[str]:
    yield ""
    yield f"== page {page.page_number}: {page.width:.0f} x {page.height:.0f}, {page.characters} ch"
    yield from map(_grid_line, page.grids)
    font = ""
    for (name, _), words in groupby(page.words, key=lambda w: (_font(w), round(w.bbox.bottom))):
        if name != font:
            yield f"[{name}]"
            font = name
        yield "  " + " ".join(w.text for w in words)


def _font(word: Word) -> str:
    flags = [n for n in ("bold", "italic") if getattr(word.font, n)]
    return " ".join([word.font.fontname, f"{word.font.size:g}", *flags])


def _grid_line(grid: Grid) -> str:
    box = grid.bbox
    sides = [name for name in ("top", "bottom") if getattr(grid, f"is_open_{name}")]
    opened = f", open at {' and '.join(sides)}" if sides else ""
    place = f"{box.x0:.0f} {box.top:.0f} {box.x1:.0f} {box.bottom:.0f}"
    return f"grid of {len(grid.cells)} cells at {place}{opened}"


def render_blocks(blocks: Iterable[Block]) -> str:
    """One line a block: label, rank or depth, marker, pages, text; tables row by row."""
    return _to_text(line for block in blocks for line in _block_lines(block))


def _block_lines(block: Block, margin: str = "") -> Iterator[str]:
    label = f"{block.label}{f' r{block.rank}' if block.rank else ''}"
    type_ = "".join(ch for ch, is_set in (("b", block.bold), ("i", block.italic)) if is_set)
    marker = f" {block.marker}" if block.marker else ""
    head = f"{margin}{_pages(block.regions):<4}{'  ' * block.indent}{label}{marker}"
    yield f"{head}{f' ({type_})' if type_ else ''} | {block.text}".rstrip(" |")
    if block.table is not None:
        yield from _table_lines(block.table, margin + "    ")


def _table_lines(table: Table, margin: str) -> Iterator[str]:
    for index, row in enumerate(table.rows):
        yield f"{margin}{'header' if index < table.header_rows else f'row {index}'}"
        for column, cell in enumerate(row):
            place = f"{margin}  {column}"
            if (cell.row, cell.column) != (index, column):
                yield f"{place} = row {cell.row}, column {cell.column}"
            elif len(cell.blocks) == 1 and cell.blocks[0].label is Label.TEXT:
                yield f"{place} | {cell.text}"
            else:
                yield place
                for block in cell.blocks:
                    yield from _block_lines(block, margin + "    ")


def render_structure(sections: Sequence[Section], agreements: Sequence[Agreement]) -> str:
    """The section tree, then each agreement with the parts it has."""
    tree = (
        f"{'  ' * s.level}{s.number or '-'} | {s.title} | {s.section_id} | page {s.page_number}"
        for s in sections
    )
    found = (line for a in agreements for line in _agreement_lines(a))
    return _to_text(["sections", *tree, *found])


def _agreement_lines(agreement: Agreement) -> Iterator[str]:
    pages = _pages(agreement.regions)
    yield ""
    yield f"{agreement.kind} {agreement.number} in {agreement.section_id}, page {pages}"
    parts: list[tuple[str, Passage | str | None]] = [
        ("horizon", agreement.horizon),
        ("title", agreement.title),
        ("text", agreement.text),
        *(("item", item) for item in agreement.items),
        ("trekker", agreement.trekker),
        ("involved", agreement.involved),
        ("planning", agreement.planning),
        *((f"context {role}", passage) for role, passage in agreement.context.items()),
    ]
    for name, value in parts:
        if value:
            yield f"  {name}: {value.text if isinstance(value, Passage) else value}"
    for caption, table in zip(agreement.captions, agreement.tables, strict=True):
        yield f"  table: {caption}"
        yield from _table_lines(table, "    ")


def _pages(regions: Sequence[Region]) -> str:
    return "-".join(str(n) for n in dict.fromkeys(r.page_number for r in regions))


def _to_text(lines: Iterable[str]) -> str:
    return "\n".join(line.rstrip() for line in lines) + "\n"
