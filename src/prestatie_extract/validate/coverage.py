"""The coverage account: every printed character in exactly one class, so that loss is a number.

Blocks count what they hold, marker and footnote marks included. Agreements stand in blocks, in
lists or in tables, so their characters are taken out of those classes.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from fractions import Fraction

from prestatie_extract.document import (
    Agreement,
    Block,
    Cell,
    Label,
    PlacedWord,
    Region,
    Source,
    Table,
)
from prestatie_extract.schema.codes import DECIMALS
from prestatie_extract.schema.record import Coverage, PageAccount

FURNITURE = frozenset({Label.PAGE_HEADER, Label.PAGE_FOOTER, Label.DOCUMENT_INDEX})
PageCounts = dict[int, int]
"""Characters by page number."""


@dataclass(frozen=True, slots=True)
class Classes:
    """Characters by class before and after agreements are taken out of text and tables."""

    agreements: int = 0
    sections: int = 0
    tables: int = 0
    furniture: int = 0
    unassigned: int = 0


@dataclass(slots=True)
class Tally:
    """What was counted in blocks and in agreements, for the document or for one page."""

    text: int = 0
    tables: int = 0
    furniture: int = 0
    agreements_in_text: int = 0
    agreements_in_tables: int = 0

    def balance(self, characters: int) -> tuple[Classes, int]:
        """The classes, adding up to `characters`, and how many characters were counted twice."""
        body = self.text + self.tables
        agreements = min(self.agreements_in_text + self.agreements_in_tables, body)
        tables = min(max(0, self.tables - self.agreements_in_tables), body - agreements)
        sections = body - agreements - tables
        unassigned = characters - body - self.furniture
        classes = Classes(agreements, sections, tables, self.furniture, max(0, unassigned))
        return _trim(classes, max(0, -unassigned)), max(0, -unassigned)


def _trim(classes: Classes, excess: int) -> Classes:
    """The classes less `excess` characters, taken where they say least."""
    for name in ("sections", "tables", "furniture", "agreements"):
        taken = min(excess, getattr(classes, name))
        classes = replace(classes, **{name: getattr(classes, name) - taken})
        excess -= taken
    return classes


def count_coverage(
    source: Source, blocks: Sequence[Block], agreements: Sequence[Agreement]
) -> tuple[Coverage, int]:
    """The account of the document and of each page, and how many characters were counted twice.

    The account of a page splits what runs over a page break in the proportion of its words; that
    of the document does not need to and is exact.
    """
    document, pages = _tally(blocks, agreements)
    classes, excess = document.balance(source.characters)
    accounts = []
    for page in source.pages:
        on_page, _ = pages.get(page.page_number, Tally()).balance(page.characters)
        accounts.append(
            PageAccount(
                characters=page.characters,
                page_number=page.page_number,
                width=_to_length(page.width),
                height=_to_length(page.height),
                **_counts(on_page),
            )
        )
    coverage = Coverage(characters=source.characters, pages=tuple(accounts), **_counts(classes))
    return coverage, excess


def _to_length(points: float) -> float | None:
    """The length as published; None for that of a page that could not be opened."""
    rounded = round(points, DECIMALS)
    return rounded if 0 < rounded < math.inf else None


def _counts(classes: Classes) -> dict[str, int]:
    return dict(zip(Classes.__slots__, astuple(classes), strict=True))


def _tally(
    blocks: Sequence[Block], agreements: Sequence[Agreement]
) -> tuple[Tally, dict[int, Tally]]:
    document, pages = Tally(), dict[int, Tally]()
    for name, characters, spread in _counted(blocks, agreements):
        setattr(document, name, getattr(document, name) + characters)
        for number, count in spread.items():
            tally = pages.setdefault(number, Tally())
            setattr(tally, name, getattr(tally, name) + count)
    return document, pages


def _counted(
    blocks: Sequence[Block], agreements: Sequence[Agreement]
) -> Iterator[tuple[str, int, PageCounts]]:
    """Field of `Tally`, characters and their spread over pages: of each block and agreement."""
    for block in blocks:
        yield _class_of(block), block.characters, _spread_of_block(block)
    for agreement in agreements:
        name = "agreements_in_tables" if agreement.form == "table" else "agreements_in_text"
        weights = _weigh(_words_of_agreement(agreement), agreement.regions)
        yield name, agreement.characters, spread_over_pages(agreement.characters, weights)


def _class_of(block: Block) -> str:
    if block.label in FURNITURE:
        return "furniture"
    return "tables" if block.label is Label.TABLE else "text"


def spread_over_pages(characters: int, weights: Mapping[int, int]) -> PageCounts:
    """`characters` over the pages in proportion to their weights; the sum is exact.

    Without weights they stand on no page: the input has none.
    """
    whole = sum(weights.values())
    shares = {page: Fraction(characters * weight, whole) for page, weight in weights.items()}
    counts = {page: int(share) for page, share in sorted(shares.items())}
    by_remainder = sorted(shares, key=lambda page: (counts[page] - shares[page], page))
    for page in by_remainder[: characters - sum(counts.values())]:
        counts[page] += 1
    return counts


def _weigh(words: Iterable[PlacedWord], regions: Sequence[Region]) -> Counter[int]:
    """Length of the words on each page; without words the first region has it all."""
    weights: Counter[int] = Counter()
    for word in words:
        weights[word.page_number] += word.end - word.start
    return weights or Counter(region.page_number for region in regions[:1])


def _words_of_agreement(agreement: Agreement) -> Iterator[PlacedWord]:
    own = (agreement.title, agreement.trekker, agreement.involved, agreement.planning)
    for passage in (agreement.text, *own, *agreement.context.values()):
        if passage is not None:
            yield from passage.words


def _spread_of_block(block: Block) -> PageCounts:
    """Its characters by page; those of a table cell by cell.

    What a table has beside its cells is the header repeated on its further pages.
    """
    if block.table is None:
        return spread_over_pages(block.characters, _weigh(block.passage.words, block.regions))
    spread: Counter[int] = Counter()
    for cell in _cells(block.table):
        weights = _weigh(_words_of_cell(cell), block.regions)
        spread.update(spread_over_pages(cell.characters, weights))
    repeated = Counter(region.page_number for region in block.regions[1:] or block.regions)
    spread.update(spread_over_pages(max(0, block.characters - spread.total()), repeated))
    return spread


def _words_of_cell(cell: Cell) -> Iterator[PlacedWord]:
    for inner in cell.blocks:
        yield from inner.passage.words
        for nested in _cells(inner.table):
            yield from _words_of_cell(nested)


def _cells(table: Table | None) -> tuple[Cell, ...]:
    return table.cells if table else ()
