"""Layout: a `Source` to blocks in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from prestatie_extract.document import Block, Finding, Label, Page, Source
from prestatie_extract.geometry import union_bbox
from prestatie_extract.layout.aligned import add_aligned_grids
from prestatie_extract.layout.blocks import BlockMaker, Item, append_items, promote_italic_headings
from prestatie_extract.layout.chunks import Chunk, lines_to_chunks, shift_chunk
from prestatie_extract.layout.contents import find_contents_lines
from prestatie_extract.layout.furniture import find_furniture
from prestatie_extract.layout.lines import Line, words_to_lines
from prestatie_extract.layout.order import order_lines
from prestatie_extract.layout.parts import TablePart, cells_of, grids_to_parts
from prestatie_extract.layout.signatures import unmark_signatures
from prestatie_extract.layout.spelling import learn_spelling
from prestatie_extract.layout.style import Style, measure_style
from prestatie_extract.layout.title import mark_title


def find_blocks(source: Source) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The document's blocks in reading order, furniture last, and what was doubtful about them."""
    if not source.pages:
        return tuple(unmark_signatures(mark_title(source.blocks))), ()
    pages = add_aligned_grids(source.pages)
    parts, lines, findings = _split_pages(pages)
    furniture = find_furniture(pages, lines)
    body = [[line for line in page_lines if line not in furniture] for page_lines in lines]
    cells = [cell.lines for page_parts in parts for part in page_parts for cell in cells_of(part)]
    style = measure_style(body, [p.width for p in pages], cells)
    maker = BlockMaker(style, learn_spelling(p.words for p in pages))
    items: list[Item] = []
    for page, page_lines, page_parts in zip(pages, body, parts, strict=True):
        append_items(items, _page_items(page, page_lines, page_parts, style))
    blocks = unmark_signatures(mark_title(maker.items_to_blocks(promote_italic_headings(items))))
    aside = [maker.chunk_to_block(c) for c in _furniture_chunks(pages, furniture)]
    return (*blocks, *aside), tuple(findings)


def _split_pages(
    pages: Sequence[Page],
) -> tuple[list[list[TablePart]], list[list[Line]], list[Finding]]:
    """For each page its ruled tables and, in reading order, the lines outside them."""
    parts, lines, findings = [], [], list[Finding]()
    for page in pages:
        upright = [w for w in page.words if w.font.upright]
        page_parts, free = grids_to_parts(page.grids, upright, page.page_number)
        ordered, doubts = order_lines(words_to_lines(free, page.page_number), page.page_number)
        parts.append(page_parts)
        lines.append(ordered)
        findings += doubts
    return parts, lines, findings


def _page_items(
    page: Page, lines: Sequence[Line], parts: Sequence[TablePart], style: Style
) -> list[Item]:
    """The page's chunks and tables in reading order."""
    right = style.right_edges.get(page.width, page.width)
    contents = find_contents_lines(lines)
    items: list[Item] = []
    for is_contents, group in groupby(lines, key=lambda line: line in contents):
        if is_contents:
            items += [Chunk(Label.DOCUMENT_INDEX, (line,)) for line in group]
        else:
            chunks = lines_to_chunks(list(group), style, right=right, is_cell=False)
            items += [shift_chunk(c, -style.left_of(c.lines[0], page.width)) for c in chunks]
    for part in sorted(parts, key=lambda p: p.bbox.top):
        below = (i for i, item in enumerate(items) if _top(item) >= part.bbox.top)
        items.insert(next(below, len(items)), [part])
    return items


def _top(item: Item) -> float:
    return item[0].bbox.top if isinstance(item, list) else item.lines[0].bbox.top


def _furniture_chunks(pages: Sequence[Page], furniture: set[Line]) -> list[Chunk]:
    """Headers, footers and page numbers, and what is set across the page (watermarks)."""
    heights = {p.page_number: p.height for p in pages}
    chunks = []
    for line in sorted(furniture, key=lambda ln: (ln.page_number, ln.bbox.top, ln.bbox.x0)):
        is_top = line.bbox.top < heights[line.page_number] / 2
        chunks.append(Chunk(Label.PAGE_HEADER if is_top else Label.PAGE_FOOTER, (line,)))
    for page in pages:
        tilted = tuple(w for w in page.words if not w.font.upright)
        if tilted:
            bbox = union_bbox(w.bbox for w in tilted)
            chunks.append(Chunk(Label.PAGE_HEADER, (Line(tilted, page.page_number, bbox),)))
    return chunks
