"""Words, lines, chunks and ruled tables set by hand, in points, as a PDF would have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from prestatie_extract.document import Block
from prestatie_extract.geometry import BBox, union_bbox
from prestatie_extract.layout.blocks import BlockMaker
from prestatie_extract.layout.chunks import Chunk, lines_to_chunks
from prestatie_extract.layout.lines import Line, words_to_lines
from prestatie_extract.layout.parts import TablePart, grids_to_parts
from prestatie_extract.layout.spelling import Spelling
from prestatie_extract.layout.style import Style
from prestatie_extract.page import Font, Grid, Page, Word

BODY = Font("Serif", 10.0)
BOLD = Font("Serif-Bold", 10.0, bold=True)
SMALL = Font("Serif", 8.0)
LARGE = Font("Sans-Bold", 14.0, bold=True)
MARK = Font("Serif", 6.5)

LETTER_RATIO = 0.5  # of the font size: every letter is as wide
SPACE_RATIO = 0.3
LEFT = 70.0
RIGHT = 400.0
PITCH = 12.0
STYLE = Style(10.0, {10.0: PITCH, 8.0: 9.5}, {595.0: RIGHT})
PLAIN_SPELLING = Spelling(frozenset(), is_hyphenated=False)
MAKER = BlockMaker(STYLE, PLAIN_SPELLING)


def make_word(
    text: str, x0: float, top: float, *, font: Font = BODY, stream: int | None = None
) -> Word:
    """One word; without `stream` its place in the stream follows its place on the page."""
    width, height = len(text) * LETTER_RATIO * font.size, 1.12 * font.size
    start = round(top) * 1000 + round(x0) if stream is None else stream
    return Word(text, BBox(x0, top, x0 + width, top + height), font, start, start + len(text))


def make_words(
    text: str, x0: float = LEFT, top: float = 100.0, *, font: Font = BODY
) -> tuple[Word, ...]:
    """The words of one line of text, a space apart."""
    widths = [(len(t) * LETTER_RATIO + SPACE_RATIO) * font.size for t in text.split()]
    starts = accumulate(widths[:-1], initial=x0)
    return tuple(make_word(t, x, top, font=font) for t, x in zip(text.split(), starts, strict=True))


def make_line(
    text: str, x0: float = LEFT, top: float = 100.0, *, font: Font = BODY, page_number: int = 1
) -> Line:
    (line,) = words_to_lines(make_words(text, x0, top, font=font), page_number)
    return line


def make_item_line(marker: str, text: str, x0: float, text_x0: float, top: float) -> Line:
    """A list marker with its text hanging at `text_x0`."""
    words = [make_word(marker, x0, top), *make_words(text, text_x0, top)]
    (line,) = words_to_lines(words, 1)
    return line


def make_lines(
    *texts: str, x0: float = LEFT, top: float = 100.0, font: Font = BODY, page_number: int = 1
) -> list[Line]:
    """Lines below each other at the usual pitch."""
    return [
        make_line(t, x0, top + i * PITCH, font=font, page_number=page_number)
        for i, t in enumerate(texts)
    ]


def make_chunks(lines: Sequence[Line], *, is_cell: bool = False) -> list[Chunk]:
    return lines_to_chunks(lines, STYLE, right=RIGHT, is_cell=is_cell)


def chunk_text(chunk: Chunk) -> str:
    return " ".join(line.text for line in chunk.lines)


def make_page(words: Iterable[Word], *, page_number: int = 1, grids: Sequence[Grid] = ()) -> Page:
    words = tuple(words)
    count = sum(len(w.text) for w in words)
    return Page(page_number, 595.0, 842.0, words, tuple(grids), count)


Spans = Mapping[tuple[int, int], tuple[int, int]]
"""(row, column) of a merged cell -> how many rows and columns it covers."""


def make_grid(
    xs: Sequence[float],
    ys: Sequence[float],
    spans: Spans | None = None,
    *,
    is_open_top: bool = False,
    is_open_bottom: bool = False,
) -> Grid:
    """The cells between the column edges `xs` and the row edges `ys`."""
    covered: set[tuple[int, int]] = set()
    boxes = []
    for r in range(len(ys) - 1):
        for c in range(len(xs) - 1):
            if (r, c) in covered:
                continue
            rows, columns = (spans or {}).get((r, c), (1, 1))
            covered |= {(r + i, c + j) for i in range(rows) for j in range(columns)}
            boxes.append(BBox(xs[c], ys[r], xs[c + columns], ys[r + rows]))
    return Grid(union_bbox(boxes), tuple(boxes), is_open_top, is_open_bottom)


def make_cell_words(text: str, x0: float, top: float, *, font: Font = BODY) -> list[Word]:
    """The words of a cell whose left upper corner is given; a line break starts a line."""
    lines = enumerate(text.splitlines())
    return [w for i, t in lines for w in make_words(t, x0 + 4, top + 2 + i * PITCH, font=font)]


def row_edges(texts: Sequence[Sequence[str]], top: float) -> list[float]:
    heights = [max(t.count("\n") for t in row) * PITCH + PITCH + 4 for row in texts]
    return list(accumulate(heights, initial=top))


def make_part(
    texts: Sequence[Sequence[str]],
    xs: Sequence[float] = (70.0, 100.0, 300.0, 400.0),
    *,
    top: float = 100.0,
    page_number: int = 1,
    has_header: bool = False,
    spans: Spans | None = None,
    is_open_top: bool = False,
    is_open_bottom: bool = False,
) -> TablePart:
    """One page's part of a table, a text for each cell; those of a header row are bold."""
    ys = row_edges(texts, top)
    grid = make_grid(xs, ys, spans, is_open_top=is_open_top, is_open_bottom=is_open_bottom)
    words = [
        word
        for r, row in enumerate(texts)
        for c, text in enumerate(row)
        for word in make_cell_words(
            text, xs[c], ys[r], font=BOLD if has_header and r == 0 else BODY
        )
    ]
    (part,), free = grids_to_parts([grid], words, page_number)
    assert not free, [w.text for w in free]
    return part


def table_texts(block: Block) -> list[list[str]]:
    """The text of each place of a table."""
    assert block.table is not None
    return [[cell.text for cell in row] for row in block.table.rows]
