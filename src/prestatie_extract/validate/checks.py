"""Checks over the whole document: each gives findings, none changes anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from prestatie_extract.document import (
    Block,
    DocumentInfo,
    Finding,
    Label,
    Party,
    Section,
    Source,
    TaggedAgreement,
)
from prestatie_extract.findings import make_finding
from prestatie_extract.page import NEEDS_OCR, Page, TextLayer
from prestatie_extract.schema.record import Coverage

LOW_COVERAGE_RATIO = 0.005  # of the characters; the limit for each of the 5 documents
WORST_PAGES = 3  # pages named in the finding on low coverage
GENERIC_ROLES = frozenset({"gemeente", "corporaties", "huurdersorganisaties", "zorgpartijen"})
EVERYBODY = "allen"
NO_BETTER = "OCR gave nothing better, compare it with the page"


def check_source(source: Source) -> Iterator[Finding]:
    """Pages without usable text, and those whose text one should compare with the page."""
    if source.pages and not any(_has_text(page) for page in source.pages):
        if any(page.text_layer in NEEDS_OCR for page in source.pages):
            yield make_finding("needs_ocr", obstacle=source.ocr_obstacle or NO_BETTER)
        else:
            yield make_finding("no_text_layer")
    else:
        for page in source.pages:
            yield from _check_text_layer(page, source.ocr_obstacle)
    for page in source.pages:
        if page.annotated:
            yield _on_page("text_in_annotations", page, count=page.annotated)


def _has_text(page: Page) -> bool:
    return page.characters > 0 and page.text_layer not in NEEDS_OCR


def _check_text_layer(page: Page, obstacle: str) -> Iterator[Finding]:
    if page.text_layer in NEEDS_OCR:
        why = "its letters make no words" if page.characters else "it is a picture"
        yield _on_page("page_needs_ocr", page, why=why, obstacle=obstacle or NO_BETTER)
    elif page.text_layer is TextLayer.OCR:
        yield _on_page("page_read_by_ocr", page)
    elif page.text_layer is TextLayer.UNMAPPED:
        yield _on_page("page_font_unmapped", page)
    elif page.is_fallback:
        yield _on_page("page_read_by_pdfminer", page)


def _on_page(code: str, page: Page, **values: object) -> Finding:
    filled: dict[str, Any] = {"page": page.page_number, **values}
    return make_finding(code, page_number=page.page_number, **filled)


def check_document(info: DocumentInfo, parties: Sequence[Party]) -> Iterator[Finding]:
    """What every agreement has and this one seems not to: a municipality, years, parties."""
    if info.municipality is None:
        yield make_finding("municipality_unknown")
    if info.period_start is None:
        yield make_finding("period_unknown")
    if not any(party.signatory for party in parties):
        yield make_finding("no_contracting_parties")


def check_trekkers(
    agreements: Sequence[TaggedAgreement], parties: Sequence[Party]
) -> Iterator[Finding]:
    """Who leads but did not sign; generic words are everybody of that kind."""
    contracting = [party.name for party in parties if party.signatory]
    for tagged in agreements:
        for name in find_strangers(tagged.trekker.names, contracting):
            yield _about(tagged, "trekker_not_a_party", name=name)


def find_strangers(names: Iterable[str], contracting: Iterable[str]) -> Iterator[str]:
    """The names of a trekker that are neither contracting parties nor generic words.

    Args:
        names: of the trekker.
        contracting: everyday names of the contracting parties.
    """
    known = {*contracting, *GENERIC_ROLES, EVERYBODY}
    yield from (name.removeprefix("overig:") for name in names if name not in known)


def check_references(agreements: Sequence[TaggedAgreement]) -> Iterator[Finding]:
    """References that resolve to no agreement."""
    for tagged in agreements:
        for reference in tagged.references:
            if reference.agreement_id is None:
                values = {"raw": reference.raw, "number": reference.number}
                yield _about(tagged, "reference_unresolved", **values)


def check_sections(
    blocks: Sequence[Block], sections: Sequence[Section], agreements: Sequence[TaggedAgreement]
) -> Iterator[Finding]:
    """Sections with neither text, nor agreements, nor sections below them."""
    filled = {s.parent_id for s in sections} | {a.agreement.section_id for a in agreements}
    ends = [*(section.block_index for section in sections[1:]), len(blocks)]
    for section, end in zip(sections, ends, strict=False):
        below = blocks[section.block_index + 1 : end]
        if section.section_id not in filled and not any(map(_is_content, below)):
            title = f"{section.number or ''} {section.title}".strip()
            yield make_finding("empty_section", page_number=section.page_number, section=title)


def check_coverage(coverage: Coverage, excess: int) -> Iterator[Finding]:
    """Characters that ended up nowhere, or in two classes."""
    if excess:
        yield make_finding("coverage_mismatch", excess=excess)
    share = coverage.unassigned / max(1, coverage.characters)
    if share > LOW_COVERAGE_RATIO:
        lossy = sorted(
            (page for page in coverage.pages if page.unassigned),
            key=lambda page: (-page.unassigned, page.page_number),
        )
        pages = ", ".join(str(page.page_number) for page in lossy[:WORST_PAGES])
        where = f", most on page {pages}" if pages else ""
        yield make_finding("low_coverage", share=share, where=where)


def _is_content(block: Block) -> bool:
    """Whether it fills a section; running headers, footers and page numbers do not."""
    is_running = block.label in (Label.PAGE_HEADER, Label.PAGE_FOOTER)
    return not is_running and (block.characters > 0 or bool(block.text))


def _about(tagged: TaggedAgreement, code: str, **values: object) -> Finding:
    regions = tagged.agreement.regions
    page_number = regions[0].page_number if regions else None
    return make_finding(code, page_number=page_number, agreement_id=tagged.agreement_id, **values)
