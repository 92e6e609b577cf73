"""What holds for the blocks of any document, on the samples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from tests.golden.stages import ALL_SLUGS, sample_blocks, sample_source

from prestatie_extract.document import Block, PlacedWord

Box = tuple[int, float, float]


def _placed(blocks: Iterable[Block]) -> Iterator[tuple[Block, PlacedWord]]:
    for block in blocks:
        yield from ((block, word) for word in block.passage.words)
        if block.table is not None:
            cells = {id(c): c for row in block.table.rows for c in row}
            for cell in cells.values():
                yield from _placed(cell.blocks)


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_every_character_in_one_block(slug: str) -> None:
    """The blocks account for all printed characters, each once."""
    assert sum(b.characters for b in sample_blocks(slug)) == sample_source(slug).characters


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_every_word_in_at_most_one_block(slug: str) -> None:
    """No word stands in two blocks; in none stand markers, marks and repeated headers."""
    printed = Counter(
        (page.page_number, w.bbox.x0, w.bbox.top)
        for page in sample_source(slug).pages
        for w in page.words
    )
    found = Counter((w.page_number, w.bbox.x0, w.bbox.top) for _, w in _placed(sample_blocks(slug)))
    assert not found - printed
    assert sum(found.values()) >= 0.95 * sum(printed.values())


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_words_of_a_block_are_its_text(slug: str) -> None:
    """The placed words of a block, put together, are its text without spaces."""
    for block, _ in _placed(sample_blocks(slug)):
        passage = block.passage
        pieces = [passage.text[w.start : w.end] for w in passage.words]
        assert "".join(pieces) == passage.text.replace(" ", "")
        assert all(p.strip() == p != "" for p in pieces)


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_regions_lie_on_their_page(slug: str) -> None:
    """A block's boxes are inside the page and hold its words."""
    pages = {p.page_number: p for p in sample_source(slug).pages}
    for block in sample_blocks(slug):
        boxes = {r.page_number: r.bbox for r in block.regions}
        for number, box in boxes.items():
            page = pages[number]
            assert 0 <= box.x0 < box.x1 <= page.width
            assert 0 <= box.top < box.bottom <= page.height
        for word in block.passage.words:
            assert boxes[word.page_number].contains(word.bbox, 0.01)
