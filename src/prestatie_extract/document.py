"""The frozen dataclasses the stages pass on: `Source` -> `Block` -> `Section`, `Agreement` -> tags.

`Passage` is a text that knows where its words are printed; `Block` is the waist of the pipeline.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from prestatie_extract.geometry import BBox, union_bbox
from prestatie_extract.page import Page


@dataclass(frozen=True, slots=True)
class Region:
    """A box on one page."""

    page_number: int
    """From 1."""
    bbox: BBox


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """Where the characters `start:end` of a passage are printed."""

    start: int
    end: int
    page_number: int
    bbox: BBox


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text in reading order with the place of each of its words.

    `words` is empty for text input. Offsets are half-open, from 0, in `text`.
    """

    text: str = ""
    words: tuple[PlacedWord, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    def locate(self, start: int, end: int) -> tuple[Region, ...]:
        """One box a page around the words that overlap `text[start:end]`, in page order."""
        return regions_of(w for w in self.words if w.start < end and start < w.end)

    @property
    def regions(self) -> tuple[Region, ...]:
        """One box a page around the whole passage."""
        return regions_of(self.words)

    def cut(self, start: int, end: int | None = None) -> Passage:
        """The passage `text[start:end]`, stripped of white space, with its words."""
        piece = self.text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = left + len(piece.strip())
        words = tuple(
            PlacedWord(max(w.start, left) - left, min(w.end, right) - left, w.page_number, w.bbox)
            for w in self.words
            if max(w.start, left) < min(w.end, right)
        )
        return Passage(self.text[left:right], words)


def regions_of(words: Iterable[PlacedWord | Region]) -> tuple[Region, ...]:
    """One box a page around words or regions, in page order."""
    pages: dict[int, list[BBox]] = {}
    for word in words:
        pages.setdefault(word.page_number, []).append(word.bbox)
    return tuple(Region(number, union_bbox(boxes)) for number, boxes in sorted(pages.items()))


def join_passages(passages: Iterable[Passage], separator: str = " ") -> Passage:
    """The non-empty passages one behind another, their words moved along."""
    text, words = "", []
    for passage in passages:
        if not passage.text:
            continue
        shift = len(text) + (len(separator) if text else 0)
        text = f"{text}{separator}{passage.text}" if text else passage.text
        words += [
            PlacedWord(w.start + shift, w.end + shift, w.page_number, w.bbox) for w in passage.words
        ]
    return Passage(text, tuple(words))


class Label(StrEnum):
    """What a block is, in Docling's words."""

    TITLE = "title"
    SECTION_HEADER = "section_header"
    TEXT = "text"
    LIST_ITEM = "list_item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    PAGE_HEADER = "page_header"
    PAGE_FOOTER = "page_footer"
    DOCUMENT_INDEX = "document_index"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table … in reading order, whatever the input was."""

    label: Label
    passage: Passage
    """The text without list marker and footnote marks; empty for a table."""
    marker: str = ""
    """The list marker as printed: "1.", "a)", "•"; for a heading its number."""
    indent: int = 0
    """Depth of a list item, from 0."""
    rank: int = 0
    """A heading's typographic rank, 1 is the most prominent; 0 for what is no heading."""
    bold: bool = False
    italic: bool = False
    table: Table | None = None
    regions: tuple[Region, ...] = ()
    """One box a page, marker included; empty for text input."""
    characters: int = 0
    """Printed characters it accounts for, marker and footnote marks included; tables: all cells."""
    box: int = 0
    """Which box of the document it stands in, from 1; 0 for none."""
    is_aside: bool = False
    """A pull quote or side box: it interrupts the text and is no part of it."""

    @property
    def text(self) -> str:
        return self.passage.text


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; its content is blocks again, so lists and nested tables keep their form."""

    blocks: tuple[Block, ...]
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    characters: int = 0

    @property
    def passage(self) -> Passage:
        """All text of the cell in reading order, without nested tables and list markers."""
        return join_passages(b.passage for b in self.blocks)

    @property
    def text(self) -> str:
        return self.passage.text


@dataclass(frozen=True, slots=True)
class Table:
    """A table, joined over page breaks. `rows[r][c]` is the cell that covers row r, column c.

    A cell that spans rows or columns stands in each place it covers (the same object).
    """

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 0
    """How many of the first rows are header."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Each cell once, row by row."""
        return tuple({(c.row, c.column): c for row in self.rows for c in row}.values())


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: pages of words (PDF) or ready-made blocks (text, markdown)."""

    path: str
    sha256: str
    media_type: str
    page_count: int | None
    text_status: str  # digital, ocr, mixed or text
    pages: tuple[Page, ...] = ()
    blocks: tuple[Block, ...] = ()
    characters: int = 0
    ocr: str | None = None
    """What read pages by OCR; None where none was."""
    ocr_obstacle: str = ""
    """Why pages that need OCR were not read, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading in the section tree."""

    section_id: str
    number: str | None
    title: str
    level: int
    """1 is a chapter."""
    parent_id: str | None
    page_number: int | None
    regions: tuple[Region, ...] = ()
    block_index: int = -1
    """Place of its heading among the document's blocks."""


def section_path(section_id: str | None, by_id: Mapping[str, Section]) -> tuple[Section, ...]:
    """The section and those it stands in, chapter first; empty where there is no such section."""
    path: list[Section] = []
    section = by_id.get(section_id or "")
    while section is not None and section not in path:
        path.insert(0, section)
        section = by_id.get(section.parent_id or "")
    return tuple(path)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement as structured, before it is tagged."""

    number: str | None
    kind: str
    section_id: str | None
    text: Passage
    title: Passage | None = None
    items: tuple[Passage, ...] = ()
    horizon: str | None = None
    trekker: Passage | None = None
    """The trekker cell, label or group heading as printed."""
    trekker_source: str = "column"
    """Where `trekker` is printed: column, label or group."""
    involved: Passage | None = None
    planning: Passage | None = None
    context: Mapping[str, Passage] = field(default_factory=dict)
    """The other columns of the row by role."""
    tables: tuple[Table, ...] = ()
    """Tables of figures that belong to it: nested in its cell or named in its text."""
    form: str = "list"
    """How it was found: list, coded, article, group, table, matrix or card."""
    signs: frozenset[str] = frozenset()
    """What speaks for and against its being an agreement: keys of `evidence.WEIGHTS`."""
    confidence: float = 1.0
    """From 0 to 1."""
    captions: tuple[str, ...] = ()
    """The caption of each of `tables`, "" where it has none."""
    regions: tuple[Region, ...] = ()
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the reader should know; severity is info, warning or error."""

    code: str
    severity: str
    message: str
    page_number: int | None = None
    agreement_id: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as structured, before it is tagged: all that tagging and validating need."""

    source: Source
    """Its pages without their words; they stand in the blocks."""
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    agreements: tuple[Agreement, ...]
    findings: tuple[Finding, ...]
    """Those of layout and structure."""


@dataclass(frozen=True, slots=True)
class Match:
    """How a party was resolved: exact, alias, fuzzy or new, with a score 0-100."""

    method: str
    score: float


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation that the document names."""

    party_id: str
    name: str
    type: str
    """gemeente, corporatie, huurdersorganisatie, zorg or overig."""
    aliases: tuple[str, ...]
    """Every way the document names it, longest first."""
    signatory: bool
    match: Match


@dataclass(frozen=True, slots=True)
class Role:
    """Who leads or who is involved."""

    raw: str | None
    names: tuple[str, ...]
    party_ids: tuple[str, ...]
    source: str | None = None  # column, label, group or text


@dataclass(frozen=True, slots=True)
class Planning:
    """When: the printed cell and the ISO dates it stands for."""

    raw: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Reference:
    """Another agreement named by its number."""

    raw: str
    number: str
    agreement_id: str | None


@dataclass(frozen=True, slots=True)
class Target:
    """A number that quantifies what is promised, aimed at or limited."""

    raw: str
    where: str
    """title, text, item, table, planning or context:<role>."""
    start: int | None
    """Half-open offsets in that text; None for table cells."""
    end: int | None
    value: float
    value_max: float | None
    unit: str
    qualifier: str
    subject: str | None
    party_id: str | None
    period: str | None
    role: str
    regions: tuple[Region, ...] = ()
    role_source: str = "rule"
    """rule, model, or default: nothing tells, so a target."""


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the document says about itself."""

    title: str | None
    municipality: str | None
    municipality_code: str | None
    kind: str  # kader, jaarafspraken, raamovereenkomst, jaarschijf or overig
    period_start: int | None
    period_end: int | None
    signed_on: str | None


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme code with its evidence: score 0-1, source heading or model."""

    theme: str
    score: float
    source: str
    content_score: float | None = None
    """What the words of the agreement and its neighbours say for it, 0-1; None without a model."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A code that no word prints: who says so (rule or model) and how sure, 0-1; or nothing."""

    value: str | int | None = None
    source: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class TaggedAgreement:
    """An agreement with everything the taggers found."""

    agreement: Agreement
    agreement_id: str
    ordinal: int
    themes: tuple[Theme, ...]
    trekker: Role
    involved: Role
    planning: Planning
    references: tuple[Reference, ...]
    party_ids: tuple[str, ...]
    targets: tuple[Target, ...]
    commitment: Judgement = Judgement()
    """intentie, proces or output."""
    concreteness: Judgement = Judgement()
    """1 to 3."""
