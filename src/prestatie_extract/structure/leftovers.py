"""What looks like an agreement's and belongs to none: a sign that one was lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prestatie_extract.document import Agreement, Block, Finding, Region
from prestatie_extract.findings import make_finding
from prestatie_extract.structure.labels import split_labels

NAMES_WORDS_MAX = 10  # of who leads; what is longer explains the word: "Trekker: de partij die …"


def find_leftovers(blocks: Sequence[Block], agreements: Sequence[Agreement]) -> Iterator[Finding]:
    """A finding for each page with a label of who leads ("Trekker: …") outside all agreements."""
    taken = [region for agreement in agreements for region in agreement.regions]
    pages = {
        block.regions[0].page_number
        for block in _leaves(blocks)
        if block.regions and _names_lead(block) and not _is_within(block.regions[0], taken)
    }
    for page_number in sorted(pages):
        yield make_finding("label_outside_agreements", page_number=page_number)


def _leaves(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks and those in the cells of their tables."""
    for block in blocks:
        yield block
        if block.table is not None:
            for cell in block.table.cells:
                yield from _leaves(cell.blocks)


def _names_lead(block: Block) -> bool:
    """Whether a label of the block says who leads."""
    value = split_labels([block]).values.get("trekker")
    return value is not None and 0 < len(value.text.split()) <= NAMES_WORDS_MAX


def _is_within(region: Region, taken: Sequence[Region]) -> bool:
    bbox = region.bbox
    return any(
        other.page_number == region.page_number
        and other.bbox.contains_point(bbox.x_mid, bbox.y_mid)
        for other in taken
    )
