"""Layout: a `Source` to blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby

from prestatie_extract.document import Block, Finding, Label, Page, Source
from prestatie_extract.geometry import BBox, union_bbox
from prestatie_extract.layout.aligned import add_aligned_grids
from prestatie_extract.layout.blocks import BlockMaker, Item, append_items, promote_italic_headings
from prestatie_extract.layout.chunks import Chunk, lines_to_chunks, shift_chunk
from prestatie_extract.layout.contents import find_contents_lines
from prestatie_extract.layout.flows import Flow, find_flows
from prestatie_extract.layout.furniture import find_furniture
from prestatie_extract.layout.lines import Line, words_to_lines
from prestatie_extract.layout.order import order_lines
from prestatie_extract.layout.parts import TablePart, cells_of, grids_to_parts
from prestatie_extract.layout.signatures import unmark_signatures
from prestatie_extract.layout.spelling import learn_spelling
from prestatie_extract.layout.style import Style, measure_style
from prestatie_extract.layout.title import mark_title


@dataclass(frozen=True)
class FlowLines:
    """A flow with its lines in reading order."""

    flow: Flow
    lines: tuple[Line, ...]


def find_blocks(source: Source) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The document's blocks in reading order, furniture last, and what was doubtful about them."""
    if not source.pages:
        return tuple(unmark_signatures(mark_title(source.blocks))), ()
    pages = add_aligned_grids(source.pages)
    parts, flows, findings = _split_pages(pages)
    lines = [[line for flow in page_flows for line in flow.lines] for page_flows in flows]
    furniture = find_furniture(pages, lines)
    body = [[_without(flow, furniture) for flow in page_flows] for page_flows in flows]
    cells = [cell.lines for page_parts in parts for part in page_parts for cell in cells_of(part)]
    running = [[line for flow in f for line in flow.lines if not flow.flow.is_box] for f in body]
    boxed = [flow.lines for f in body for flow in f if flow.flow.is_box]
    style = measure_style(running, [p.width for p in pages], [*cells, *boxed])
    maker = BlockMaker(style, learn_spelling(p.words for p in pages))
    items: list[Item] = []
    numbers = count(1)
    for page, page_flows, page_parts in zip(pages, body, parts, strict=True):
        for flow_items in _page_items(page, page_flows, page_parts, style, numbers):
            append_items(items, flow_items)
    blocks = unmark_signatures(mark_title(maker.items_to_blocks(promote_italic_headings(items))))
    aside = [maker.chunk_to_block(c) for c in _furniture_chunks(pages, furniture)]
    return (*blocks, *aside), tuple(findings)


def _without(flow: FlowLines, furniture: set[Line]) -> FlowLines:
    return replace(flow, lines=tuple(line for line in flow.lines if line not in furniture))


def _split_pages(
    pages: Sequence[Page],
) -> tuple[list[list[TablePart]], list[list[FlowLines]], list[Finding]]:
    """For each page its tables and, flow by flow in reading order, the lines outside them."""
    parts, flows, findings = [], [], list[Finding]()
    for page in pages:
        upright = [w for w in page.words if w.font.upright]
        page_parts, free = grids_to_parts(page.grids, upright, page.page_number)
        page_flows = []
        for flow in find_flows(page, free, [p.bbox for p in page_parts]):
            lines = words_to_lines(flow.words, page.page_number)
            ordered, doubts = order_lines(lines, page.page_number)
            page_flows.append(FlowLines(flow, tuple(ordered)))
            findings += doubts
        parts.append(page_parts)
        flows.append(page_flows)
    return parts, flows, findings


def _page_items(
    page: Page,
    flows: Sequence[FlowLines],
    parts: Sequence[TablePart],
    style: Style,
    numbers: Iterator[int],
) -> Iterator[list[Item]]:
    """The items of each flow in reading order, with the tables and boxes that stand in it."""
    running = [f for f in flows if not f.flow.is_box]
    boxes = [f for f in flows if f.flow.is_box and f.lines]
    inserts: list[tuple[BBox, list[Item]]] = [(part.bbox, [[part]]) for part in parts]
    for box in boxes:
        number = next(numbers)
        chunks = [replace(c, box=number) for c in _flow_chunks(box, page, style)]
        inserts.append((box.flow.bbox, list(chunks)))
    homes = [_home(bbox, [f.flow for f in running]) for bbox, _ in inserts]
    for index, flow in enumerate(running):
        inside = [insert for insert, home in zip(inserts, homes, strict=True) if home == index]
        yield from _with_inserts(_flow_chunks(flow, page, style), inside)
    if not running:
        yield from _with_inserts([], inserts)


def _home(bbox: BBox, flows: Sequence[Flow]) -> int:
    """The flow that a table or box stands in: the column it lies in, by height the nearest."""

    def distance(index: int) -> tuple[float, float]:
        flow = flows[index].bbox
        beside = max(flow.x0 - bbox.x_mid, bbox.x_mid - flow.x1, 0.0)
        above = max(flow.top - bbox.top, bbox.top - flow.bottom, 0.0)
        return (round(beside) + round(above), index)

    return min(range(len(flows)), key=distance, default=0)


def _with_inserts(
    chunks: Sequence[Chunk], inserts: Sequence[tuple[BBox, list[Item]]]
) -> Iterator[list[Item]]:
    """The chunks of a flow, cut where a table or box stands between them."""
    rest = list(chunks)
    for bbox, items in sorted(inserts, key=lambda insert: insert[0].top):
        above = [c for c in rest if c.lines[0].bbox.top < bbox.top]
        rest = rest[len(above) :]
        yield list(above)
        yield items
    yield list(rest)


def _flow_chunks(flow: FlowLines, page: Page, style: Style) -> list[Chunk]:
    """The chunks of a flow, their places measured from its own left edge."""
    is_whole = flow.flow.is_whole_page
    right = style.right_edges.get(page.width, page.width) if is_whole else flow.flow.x1
    contents = find_contents_lines(flow.lines)
    found: list[Chunk] = []
    for is_contents, group in groupby(flow.lines, key=lambda line: line in contents):
        if is_contents:
            found += [Chunk(Label.DOCUMENT_INDEX, (line,)) for line in group]
            continue
        chunks = lines_to_chunks(list(group), style, right=right, is_cell=False)
        for chunk in chunks:
            left = style.left_of(chunk.lines[0], page.width) if is_whole else flow.flow.x0
            found.append(shift_chunk(chunk, -left))
    return found


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
