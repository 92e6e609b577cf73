"""What the templates show: texts that are ready to print, and names that are safe in addresses.

Anchors and file names are made of ids, never of titles or paths, which come from documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter."""

    key: str
    """Short and safe: what the cards hold in place of the value."""
    label: str
    count: int
    """How many agreements have it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text; `anchor` is that of the target it is the number of, if it is one."""

    text: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or an item of a text."""

    pieces: tuple[Piece, ...]
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field that may be corrected."""

    name: str
    """As corrections name it: trekker.names, targets.t2.value."""
    title: str
    shown: str
    source: str | None
    """Who tells it: kop, regel, model …"""
    was: str
    """What the tool said, as YAML."""
    value: str
    """What a correction begins with, as YAML."""
    hint: str = ""
    """The comment behind it: what to do, and which codes there are."""


@dataclass(frozen=True, slots=True)
class BoxLink:
    """Where something stands: a page, and the anchor of the box there."""

    page_number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class TargetView:
    """A target of an agreement."""

    anchor: str
    raw: str
    quantity: str
    details: tuple[str, ...]
    """Subject, party and period, as far as they are known."""
    role: str
    role_label: str
    source: str
    counting: str
    """Whether it counts in a sum; empty where nothing is to be said."""
    counted_in: str | None
    """Anchor of the target that it is counted in, where that is in this document."""
    fields: tuple[FieldView, ...]
    boxes: tuple[BoxLink, ...]


@dataclass(frozen=True, slots=True)
class AgreementView:
    """An agreement with all that is shown of it."""

    anchor: str
    agreement_id: str
    heading: str
    """The section it stands in, where that is another than that of the one before; else empty."""
    number: str
    title: str | None
    paragraphs: tuple[Paragraph, ...]
    context: tuple[tuple[str, tuple[Piece, ...]], ...]
    theme: str
    theme_label: str
    trekker: str
    planning: str
    refs: tuple[tuple[str, str | None], ...]
    """Other agreements as they are named, with their anchors."""
    confidence: str
    is_low: bool
    fields: tuple[FieldView, ...]
    targets: tuple[TargetView, ...]
    boxes: tuple[BoxLink, ...]
    is_corrected: bool
    """Somebody corrected a field of it or of a target."""
    theme_key: str
    trekker_keys: str
    party_keys: str
    score: float


@dataclass(frozen=True, slots=True)
class BoxView:
    """A box on a page, in points from the upper left corner."""

    anchor: str
    of: str
    """Anchor of the agreement or target."""
    label: str
    is_target: bool
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageView:
    """A page with its boxes; without a picture where it could not be drawn."""

    number: int
    width: float
    """Points."""
    height: float
    href: str | None
    pixel_width: int
    pixel_height: int
    boxes: tuple[BoxView, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding of a document."""

    code: str
    label: str
    advice: str
    message: str
    severity: str
    severity_label: str
    anchor: str | None
    """Of the agreement or page it is about."""
    place: str
    """What the link says: "afspraak 3", "pagina 4"."""


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction that was not applied."""

    source_file: str
    agreement_id: str
    anchor: str | None
    """Of the agreement, where there is one of that name."""
    field: str
    status_label: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The page of one document."""

    document_id: str
    place: str
    title: str
    years: str
    kind: str
    status: str
    status_label: str
    source_path: str
    origin: str
    """Where the text came from, and how many pages there are."""
    coverage: str
    extractor: str
    parties: tuple[str, ...]
    """Who signs."""
    agreements: tuple[AgreementView, ...]
    target_count: int
    """Of role target."""
    number_count: int
    """Targets of any role."""
    pages: tuple[PageView, ...]
    note: str
    """Why pages have no pictures; empty where they have."""
    findings: tuple[FindingView, ...]
    severity: str
    """Of the most severe finding; empty where there is none."""
    corrections: tuple[CorrectionView, ...]
    """Those that were not applied."""
    themes: tuple[Choice, ...] = ()
    trekkers: tuple[Choice, ...] = ()
    party_choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in the overview."""

    document_id: str
    place: str
    title: str
    years: str
    kind: str
    source_path: str
    has_place: bool
    """Whether the municipality is known."""
    status: str
    status_label: str
    failure: tuple[str, str] | None
    """Code and message, where the document counts as failed."""
    agreement_count: int
    target_count: int
    """Of role target, as are the counts by unit and owner."""
    number_count: int
    """Targets of any role."""
    finding_count: int
    theme_counts: Mapping[str, int]
    """Agreements by theme."""
    commitment_counts: Mapping[str, int]
    """Agreements by what is promised."""
    unit_counts: Mapping[str, int]
    """Targets by unit."""
    owner_counts: Mapping[str, int]
    """Targets by the name of the party whose number it is."""
    finding_counts: Mapping[tuple[str, str], int]
    """Findings by severity and code."""

    @property
    def href(self) -> str:
        """Its page, as seen from the overview."""
        return f"documents/{self.document_id}.html"

    @property
    def name(self) -> str:
        """Place and years."""
        return f"{self.place} {self.years}".strip()


@dataclass(frozen=True, slots=True)
class FailureView:
    """An input that failed."""

    source_path: str
    label: str
    advice: str
    message: str
    href: str | None = None
    """The page of a document that failed and gave a record all the same."""


@dataclass(frozen=True, slots=True)
class HeatCell:
    """How many agreements a document has on a theme; `step` from 0 is how dark that is."""

    count: int
    step: int
    href: str
    label: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A document in the heat map."""

    name: str
    href: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart with the figures it shows."""

    title: str
    head: tuple[str, str]
    """The headings of the two columns of its table."""
    rows: tuple[tuple[str, int], ...]
    summary: str
    svg: str


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """Findings of one kind in one document."""

    name: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one kind."""

    label: str
    advice: str
    severity: str
    severity_label: str
    count: int
    places: tuple[FindingPlace, ...]


@dataclass(frozen=True, slots=True)
class OverviewView:
    """The first page."""

    documents: tuple[DocumentLine, ...]
    """Those that did not fail."""
    failures: tuple[FailureView, ...]
    agreement_count: int
    target_count: int
    number_count: int
    place_count: int
    themes: tuple[str, ...]
    heat: tuple[HeatRow, ...]
    charts: tuple[ChartView, ...]
    findings: tuple[FindingGroup, ...]
    corrections: tuple[CorrectionView, ...]
    """Those of documents that are not here."""
    unresolved: tuple[tuple[str, str], ...]
    """Name and type of organisations that stand in no list and in one document only."""
