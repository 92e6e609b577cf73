"""A record as a page, and as a line of the overview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping

from prestatie_extract.batch import PageFile
from prestatie_extract.findings import WORST_FIRST, find_kind
from prestatie_extract.report.anchors import make_anchors, page_anchor
from prestatie_extract.report.cards import NO_COUNTINGS, make_cards
from prestatie_extract.report.choices import find_choices
from prestatie_extract.report.corrections import list_unapplied
from prestatie_extract.report.labels import label_of
from prestatie_extract.report.ledger import Counting
from prestatie_extract.report.pages import make_pages
from prestatie_extract.report.views import DocumentLine, DocumentView, FindingView
from prestatie_extract.report.wording import (
    AIM,
    count_aims,
    format_share,
    format_unit,
    format_years,
    place_of,
    title_of,
)
from prestatie_extract.schema import Record
from prestatie_extract.schema.record import Coverage, Document, Extractor, Finding


def make_document(
    record: Record,
    files: Mapping[int, PageFile],
    note: str = "",
    *,
    countings: Mapping[str, Counting] = NO_COUNTINGS,
) -> DocumentView:
    """The page of a record.

    Args:
        record: of the document.
        files: the pictures of its pages by page number.
        note: why there are none.
        countings: whether targets count, by id.
    """
    document, choices, anchors = record.document, find_choices(record), make_anchors(record)
    agreements = tuple(make_cards(record, anchors, choices, countings))
    pages = make_pages(record, anchors, files)
    numbers = {page.number for page in pages}
    return DocumentView(
        document_id=document.document_id,
        place=place_of(document),
        title=title_of(document),
        years=format_years(document.period_start, document.period_end),
        kind=label_of("document_kind", document.kind),
        status=record.status,
        status_label=label_of("status", record.status),
        source_path=document.source_path,
        origin=_describe_origin(document),
        coverage=_describe_coverage(record.coverage),
        extractor=_describe_extractor(document.extractor),
        parties=tuple(party.name for party in record.parties if party.signatory),
        agreements=agreements,
        target_count=count_aims(record.agreements),
        number_count=sum(len(agreement.targets) for agreement in agreements),
        pages=pages,
        note=note,
        findings=tuple(_make_finding(f, record, anchors, pages=numbers) for f in record.findings),
        severity=min((f.severity for f in record.findings), key=WORST_FIRST.index, default=""),
        corrections=tuple(list_unapplied(record.corrections, anchors)),
        themes=choices.themes,
        trekkers=choices.trekkers,
        party_choices=choices.parties,
    )


def make_line(record: Record) -> DocumentLine:
    """The line of a record in the overview."""
    document = record.document
    names = {party.party_id: party.name for party in record.parties}
    targets = [target for agreement in record.agreements for target in agreement.targets]
    aims = [target for target in targets if target.role == AIM]
    failure = record.failure
    return DocumentLine(
        document_id=document.document_id,
        place=place_of(document),
        title=title_of(document),
        years=format_years(document.period_start, document.period_end),
        kind=label_of("document_kind", document.kind),
        source_path=document.source_path,
        has_place=document.municipality is not None,
        status=record.status,
        status_label=label_of("status", record.status),
        failure=(failure.code, failure.message) if failure else None,
        agreement_count=len(record.agreements),
        target_count=count_aims(record.agreements),
        number_count=len(targets),
        finding_count=len(record.findings),
        theme_counts=Counter(agreement.theme for agreement in record.agreements),
        commitment_counts=Counter(
            label_of("commitment_type", a.commitment_type) if a.commitment_type else "onbekend"
            for a in record.agreements
        ),
        unit_counts=Counter(format_unit(target.unit) for target in aims),
        owner_counts=Counter(names[t.party_id] for t in aims if t.party_id),
        finding_counts=Counter((str(f.severity), f.code) for f in record.findings),
    )


def _make_finding(
    finding: Finding, record: Record, anchors: Mapping[str, str], *, pages: Container[int]
) -> FindingView:
    """A finding with the anchor of what it is about, where that is among the `pages` shown."""
    kind, anchor, place = find_kind(finding.code), None, ""
    if finding.agreement_id:
        agreement = next(a for a in record.agreements if a.agreement_id == finding.agreement_id)
        anchor = anchors[finding.agreement_id]
        place = f"afspraak {agreement.number or agreement.ordinal}"
    elif finding.page_number:
        place = f"pagina {finding.page_number}"
        anchor = page_anchor(finding.page_number) if finding.page_number in pages else None
    return FindingView(
        code=finding.code,
        label=kind.label_nl,
        advice=kind.advice_nl,
        message=finding.message,
        severity=finding.severity,
        severity_label=label_of("severity", finding.severity),
        anchor=anchor,
        place=place,
    )


def _describe_origin(document: Document) -> str:
    how = label_of("text_status", document.text_status)
    pages = document.page_count
    if pages is None:
        return how
    return f"{pages} {'pagina' if pages == 1 else 'pagina’s'}, {how}"


def _describe_coverage(coverage: Coverage) -> str:
    """The share of the characters that is accounted for; empty where there are none."""
    if not coverage.characters:
        return ""
    return format_share(1 - coverage.unassigned / coverage.characters)


def _describe_extractor(extractor: Extractor) -> str:
    parts = (f"{extractor.name} {extractor.version}", extractor.model, extractor.ocr)
    return ", ".join(part for part in parts if part)
