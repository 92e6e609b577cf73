"""The record of one document; fields in the order in which its keys are printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from prestatie_extract.schema.agreement import Agreement
from prestatie_extract.schema.codes import (
    FATAL_CODES,
    Count,
    DocumentId,
    DocumentKind,
    DocumentStatus,
    FindingCode,
    Length,
    MatchMethod,
    MunicipalityCode,
    PageNumber,
    PartyType,
    Score100,
    Severity,
    Sha256,
    TextStatus,
    ThemeCode,
    Year,
)
from prestatie_extract.schema.correction import CorrectionResult
from prestatie_extract.schema.model import Model


class Extractor(Model):
    """What made the record."""

    name: str
    """Always prestatie-extract."""
    version: str
    """Version of the package."""
    model: str | None
    """Name and version of the language model, null where rules worked alone."""
    config_sha256: Sha256
    """SHA-256 over the vocabulary tables: another one may give another record."""
    ocr: str | None = None
    """Names and versions of what read pages by OCR, null where none was."""
    corrections_sha256: Sha256 | None = None
    """SHA-256 over the corrections that name the document, null where none does."""


class Document(Model):
    """What the file is and what it says about itself."""

    document_id: DocumentId
    """First 12 hex digits of the SHA-256 of the file's bytes."""
    source_path: str
    """Path of the file relative to the input root."""
    source_sha256: Sha256
    """SHA-256 of the file's bytes."""
    media_type: str
    """application/pdf, text/markdown or text/plain."""
    page_count: Count | None
    """Number of pages; null for text input."""
    text_status: TextStatus
    """Where the text came from: digital, ocr, mixed or text."""
    title: str | None
    """Title of the document."""
    municipality: str | None
    """Name of the municipality without the word gemeente."""
    municipality_code: MunicipalityCode | None
    """CBS code of the municipality, such as GM0307; null where unknown."""
    kind: DocumentKind
    """kader, jaarafspraken, raamovereenkomst, jaarschijf or overig."""
    period_start: Year | None
    """First year in force."""
    period_end: Year | None
    """Last year in force."""
    signed_on: date | None
    """Date of signing where the document states it."""
    extractor: Extractor

    @model_validator(mode="after")
    def _check(self) -> Self:
        if not self.source_sha256.startswith(self.document_id):
            raise ValueError("document_id is not the start of source_sha256")
        if self.period_start and self.period_end and self.period_start > self.period_end:
            raise ValueError(f"period ends before it starts: {self.period_start}-{self.period_end}")
        return self


class Match(Model):
    """How a party was resolved."""

    method: MatchMethod
    """exact, alias, fuzzy or new."""
    score: Score100
    """Similarity from 0 to 100."""


class Party(Model):
    """An organisation that the document names."""

    party_id: str
    """Slug of the organisation, the same in every document that resolves to it."""
    name: str
    """Everyday name, such as Omnia Wonen or Gemeente Druten."""
    type: PartyType
    """gemeente, corporatie, huurdersorganisatie, zorg or overig."""
    aliases: tuple[str, ...]
    """Every way the document names it."""
    signatory: bool
    """True for a contracting party, false where it is only named."""
    match: Match


class Section(Model):
    """A heading in the section tree."""

    section_id: str
    """document_id, a slash and the place of the heading."""
    number: str | None
    """Number as printed, without the word Hoofdstuk."""
    title: str
    """Title without number."""
    level: Annotated[int, Field(ge=1)]
    """Logical level, 1 is a chapter."""
    parent_id: str | None
    """The section it stands in."""
    page_number: PageNumber | None
    """Page of the heading, from 1; null for text input."""
    theme: ThemeCode | None
    """Theme that the heading tells."""


class Finding(Model):
    """Something the reader of the record should know."""

    code: FindingCode
    """Stable name of the finding."""
    severity: Severity
    """info, warning or error."""
    message: str
    """One line: what was seen and what to do."""
    page_number: PageNumber | None
    """Page, from 1."""
    agreement_id: str | None
    """The agreement it is about."""


class Account(Model):
    """Printed characters, white space not counted, each in exactly one class."""

    characters: Count
    """Characters of the text layer."""
    agreements: Count
    """Characters of agreements, their number and other columns included."""
    sections: Count
    """Headings, running text, lists and footnotes outside agreements."""
    tables: Count
    """Table cells that are not in agreements."""
    furniture: Count
    """Page headers and footers, page numbers, table of contents."""
    unassigned: Count
    """Characters that ended up nowhere."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        parts = self.agreements + self.sections + self.tables + self.furniture + self.unassigned
        if parts != self.characters:
            raise ValueError(f"the classes hold {parts} characters, not {self.characters}")
        return self


class OnPage(Model):
    """Something about one page."""

    page_number: PageNumber
    """Page, from 1."""


class PageAccount(Account, OnPage):
    """The account of one page, and how large the page is."""

    width: Length | None
    """Points, of the page as shown, as boxes are measured; null where it could not be read."""
    height: Length | None
    """Points, of the page as shown, as boxes are measured; null where it could not be read."""


class Coverage(Account):
    """The account of the document."""

    pages: tuple[PageAccount, ...]
    """The account of each page; empty for text input."""


class Record(Model):
    """Everything that is known about one document."""

    schema_version: Literal["1.5"]
    """Version of this contract."""
    document: Document
    parties: tuple[Party, ...]
    sections: tuple[Section, ...]
    agreements: tuple[Agreement, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
    corrections: tuple[CorrectionResult, ...] = ()
    """Corrections that name this document, in order of agreement_id and field."""

    @property
    def failure(self) -> Finding | None:
        """The finding that makes the document count as failed, if there is one."""
        return next((f for f in self.findings if f.code in FATAL_CODES), None)

    @property
    def status(self) -> DocumentStatus:
        """ok, warnings or failed."""
        if self.failure:
            return "failed"
        return "warnings" if any(f.severity != "info" for f in self.findings) else "ok"

    @model_validator(mode="after")
    def _check(self) -> Self:
        parties = _unique("party_id", (p.party_id for p in self.parties))
        sections = _unique("section_id", (s.section_id for s in self.sections))
        agreements = _unique("agreement_id", (a.agreement_id for a in self.agreements))
        _unique("target_id", (t.target_id for a in self.agreements for t in a.targets))
        _known("parent_id", (s.parent_id for s in self.sections), sections)
        _known("section_id", (a.section_id for a in self.agreements), sections)
        _known("party_id", _party_ids_of(self.agreements), parties)
        refs = (r.agreement_id for a in self.agreements for r in a.refs)
        _known("agreement_id in refs", refs, agreements)
        _known("agreement_id in findings", (f.agreement_id for f in self.findings), agreements)
        return self


def _party_ids_of(agreements: Iterable[Agreement]) -> Iterator[str | None]:
    for agreement in agreements:
        yield from agreement.party_ids
        yield from agreement.trekker.party_ids
        yield from agreement.involved.party_ids
        yield from (target.party_id for target in agreement.targets)


def _unique(what: str, ids: Iterable[str]) -> frozenset[str]:
    counts = Counter(ids)
    if twice := sorted(i for i, count in counts.items() if count > 1):
        raise ValueError(f"{what} is not unique: {', '.join(twice)}")
    return frozenset(counts)


def _known(what: str, ids: Iterable[str | None], known: frozenset[str]) -> None:
    if missing := sorted({i for i in ids if i is not None} - known):
        raise ValueError(f"{what} is unknown: {', '.join(missing)}")
