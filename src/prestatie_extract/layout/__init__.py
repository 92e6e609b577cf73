"""Layout: a `Source` to blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby

from prestatie_extract.document import Block, Finding, Label, Source
from prestatie_extract.geometry import BBox, union_bbox
from prestatie_extract.layout.aligned import add_aligned_grids
from prestatie_extract.layout.blocks import BlockMaker, Item, append_items, promote_italic_headings
from prestatie_extract.layout.chunks import Chunk, lines_to_chunks, shift_chunk
from prestatie_extract.layout.contents import find_contents_lines
from prestatie_extract.layout.flows import Flow, find_flows
from prestatie_extract.layout.furniture import find_furniture, in_margin
from prestatie_extract.layout.lines import Line, words_to_lines, words_to_rows
from prestatie_extract.layout.margins import MarginNote, find_margin_notes, without_notes
from prestatie_extract.layout.order import order_lines
from prestatie_extract.layout.parts import TablePart, cells_of, grids_to_parts
from prestatie_extract.layout.signatures import unmark_signatures
from prestatie_extract.layout.spelling import learn_spelling
from prestatie_extract.layout.style import Style, measure_style
from prestatie_extract.layout.table_headers import is_header_row
from prestatie_extract.layout.title import mark_title
from prestatie_extract.page import Grid, Page, Word


@dataclass(frozen=True)
class FlowLines:
    """A flow with its lines in reading order, and those of its boxes."""

    flow: Flow
    lines: tuple[Line, ...]
    boxes: tuple[tuple[Line, ...], ...]
    notes: tuple[tuple[float, tuple[Line, ...]], ...] = ()
    """Those of the notes in the margin beside it, each with the height it is read at."""


def find_blocks(source: Source) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The document's blocks in reading order, furniture last, and what was doubtful about them."""
    if not source.pages:
        return tuple(unmark_signatures(mark_title(source.blocks))), ()
    furniture = find_furniture(source.pages, [_margin_lines(page) for page in source.pages])
    pages = _without(source.pages, furniture)
    notes = [find_margin_notes(page) for page in pages]
    pages = add_aligned_grids([without_notes(p, n) for p, n in zip(pages, notes, strict=True)])
    parts, flows, findings = _split_pages(pages, notes)
    style = _measure(pages, flows, parts)
    maker = BlockMaker(style, learn_spelling(p.words for p in source.pages))
    items: list[Item] = []
    numbers = count(1)
    for page, page_flows, page_parts in zip(pages, flows, parts, strict=True):
        for flow_items in _page_items(page, page_flows, page_parts, style, numbers):
            append_items(items, flow_items)
    blocks = unmark_signatures(mark_title(maker.items_to_blocks(promote_italic_headings(items))))
    aside = [maker.chunk_to_block(c) for c in _furniture_chunks(pages, furniture)]
    return (*blocks, *aside), tuple(findings)


def _margin_lines(page: Page) -> list[Line]:
    """The lines at the top and bottom of the page, outside ruled tables; headers of tables not."""
    words = (w for w in page.words if w.font.upright and in_margin(w.bbox, page))
    free = (w for w in words if not any(_holds(grid, w) for grid in page.grids))
    rows = (row for row in words_to_rows(free) if not is_header_row(row))
    return words_to_lines((w for row in rows for w in row), page.page_number)


def _holds(grid: Grid, word: Word) -> bool:
    return grid.bbox.contains_point(word.bbox.x_mid, word.bbox.y_mid)


def _without(pages: Sequence[Page], furniture: set[Line]) -> list[Page]:
    """The pages without the words of their furniture."""
    aside = {id(w) for line in furniture for w in (*line.words, *line.marks)}
    return [replace(p, words=tuple(w for w in p.words if id(w) not in aside)) for p in pages]


def _measure(
    pages: Sequence[Page],
    flows: Sequence[Sequence[FlowLines]],
    parts: Sequence[Sequence[TablePart]],
) -> Style:
    """The document's style, from its running text; line pitches from cells and boxes too."""
    running = [[line for flow in page_flows for line in flow.lines] for page_flows in flows]
    cells = [cell.lines for page_parts in parts for part in page_parts for cell in cells_of(part)]
    boxed = [lines for page_flows in flows for flow in page_flows for lines in flow.boxes]
    return measure_style(running, [p.width for p in pages], [*cells, *boxed])


def _split_pages(
    pages: Sequence[Page], notes: Sequence[Sequence[MarginNote]]
) -> tuple[list[list[TablePart]], list[list[FlowLines]], list[Finding]]:
    """For each page its tables and, flow by flow in reading order, the lines outside them."""
    parts, flows, findings = [], [], list[Finding]()
    for page, page_notes in zip(pages, notes, strict=True):
        upright = [w for w in page.words if w.font.upright]
        page_parts, free = grids_to_parts(page.grids, upright, page.page_number)
        labels = {id(w) for g in page.grids if g.is_labels for w in upright if _holds(g, w)}
        outside = {id(w) for w in free} | labels
        tables = [g.bbox for g in page.grids if not g.is_labels]
        page_flows = []
        for flow in find_flows(page, [w for w in upright if id(w) in outside], tables):
            words = [w for w in flow.words if id(w) not in labels]
            ordered, doubts = order_lines(words_to_lines(words, page.page_number), page.page_number)
            boxes = (
                words_to_lines((w for w in box.words if id(w) not in labels), page.page_number)
                for box in flow.boxes
            )
            page_flows.append(FlowLines(flow, tuple(ordered), tuple(map(tuple, boxes))))
            findings += doubts
        parts.append(page_parts)
        flows.append(_with_notes(page_flows, page_notes, page.page_number))
    return parts, flows, findings


def _with_notes(
    flows: Sequence[FlowLines], notes: Sequence[MarginNote], page_number: int
) -> list[FlowLines]:
    """The flows, each with the notes beside it."""
    homes = [_home(note.bbox, [flow.flow for flow in flows]) for note in notes]
    read = [(note.place, tuple(words_to_lines(note.words, page_number))) for note in notes]
    return [
        replace(flow, notes=tuple(n for n, home in zip(read, homes, strict=True) if home == index))
        for index, flow in enumerate(flows)
    ]


def _page_items(
    page: Page,
    flows: Sequence[FlowLines],
    parts: Sequence[TablePart],
    style: Style,
    numbers: Iterator[int],
) -> Iterator[list[Item]]:
    """The items of each flow in reading order, with the tables and boxes that stand in it."""
    homes = [_home(part.bbox, [flow.flow for flow in flows]) for part in parts]
    for index, flow in enumerate(flows):
        inserts: list[tuple[float, list[Item]]] = [
            (part.bbox.top, [[part]])
            for part, home in zip(parts, homes, strict=True)
            if home == index
        ]
        tops = (box.bbox.top for box in flow.flow.boxes)
        for top, lines in zip(tops, flow.boxes, strict=True):
            number = next(numbers)
            chunks = _lines_to_chunks(lines, style)
            inserts.append((top, [replace(c, box=number) for c in chunks]))
        for place, lines in flow.notes:
            inserts.append((place, [Chunk(Label.TEXT, lines, box=next(numbers), is_note=True)]))
        yield from _with_inserts(_flow_chunks(flow, page, style), inserts)
    if not flows:
        yield from _with_inserts([], [(part.bbox.top, [[part]]) for part in parts])


def _home(bbox: BBox, flows: Sequence[Flow]) -> int:
    """The flow that a table or box stands in: the column it lies in, by height the nearest."""

    def distance(index: int) -> tuple[float, float]:
        flow = flows[index].bbox
        beside = max(flow.x0 - bbox.x_mid, bbox.x_mid - flow.x1, 0.0)
        above = max(flow.top - bbox.top, bbox.top - flow.bottom, 0.0)
        return (round(beside) + round(above), index)

    return min(range(len(flows)), key=distance, default=0)


def _with_inserts(
    chunks: Sequence[Chunk], inserts: Sequence[tuple[float, list[Item]]]
) -> Iterator[list[Item]]:
    """The chunks of a flow, cut where a table or box stands between them."""
    rest = list(chunks)
    for top, items in sorted(inserts, key=lambda insert: insert[0]):
        above = [c for c in rest if c.lines[0].bbox.top < top]
        rest = rest[len(above) :]
        yield list(above)
        yield items
    yield list(rest)


def _flow_chunks(flow: FlowLines, page: Page, style: Style) -> list[Chunk]:
    """The chunks of a flow, their places measured from its own left edge."""
    if not flow.flow.is_whole_page:
        return _lines_to_chunks(flow.lines, style)
    right = style.right_edges.get(page.width, page.width)
    contents = find_contents_lines(flow.lines)
    found: list[Chunk] = []
    for is_contents, group in groupby(flow.lines, key=lambda line: line in contents):
        if is_contents:
            found += [Chunk(Label.DOCUMENT_INDEX, (line,)) for line in group]
        else:
            chunks = lines_to_chunks(list(group), style, right=right, is_cell=False)
            found += [shift_chunk(c, -style.left_of(c.lines[0], page.width)) for c in chunks]
    return found


def _lines_to_chunks(lines: Sequence[Line], style: Style) -> list[Chunk]:
    """The chunks of a column or box, which has its own edges."""
    if not lines:
        return []
    edge = union_bbox(line.bbox for line in lines)
    chunks = lines_to_chunks(lines, style, right=edge.x1, is_cell=False)
    return [shift_chunk(chunk, -edge.x0) for chunk in chunks]


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
