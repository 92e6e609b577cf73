"""The stages' dataclasses -> the published record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from functools import cache
from typing import Any

from prestatie_extract import __version__
from prestatie_extract.document import (
    Block,
    DocumentInfo,
    Finding,
    Party,
    Region,
    Section,
    Source,
    TaggedAgreement,
    Target,
)
from prestatie_extract.findings import make_finding
from prestatie_extract.schema.codes import SCHEMA_VERSION
from prestatie_extract.schema.record import Record
from prestatie_extract.validate.checks import (
    check_coverage,
    check_document,
    check_references,
    check_sections,
    check_source,
    check_trekkers,
)
from prestatie_extract.validate.coverage import count_coverage
from prestatie_extract.validate.ids import make_document_id, make_section_id
from prestatie_extract.validate.numbering import check_numbering
from prestatie_extract.vocabulary import hash_tables, table_names

NO_THEME = "overig"
Values = dict[str, Any]


def build_record(  # noqa: PLR0913, PLR0917 (what the stages found, each under its own name)
    source: Source,
    info: DocumentInfo,
    blocks: Sequence[Block],
    sections: Sequence[Section],
    agreements: Sequence[TaggedAgreement],
    parties: Sequence[Party],
    findings: Sequence[Finding] = (),
    *,
    section_themes: Mapping[str, str] | None = None,
    model: str | None = None,
) -> Record:
    """The record of one document with its findings and coverage.

    Args:
        source: the file as read; its `path` is published.
        info: what the document says about itself.
        blocks: all blocks in reading order, furniture included.
        sections: the section tree in reading order.
        agreements: the tagged agreements in reading order.
        parties: the contracting parties and those that are only named.
        findings: those of earlier stages; they come first.
        section_themes: theme by `section_id`, for the headings that tell one.
        model: name and version of the language model, None for rules alone.

    Raises:
        pydantic.ValidationError: the stages contradict each other; always a bug.
    """
    document_id = make_document_id(source.sha256)
    coverage, excess = count_coverage(source, blocks, [a.agreement for a in agreements])
    checks = _check_all(source, blocks, sections, agreements, parties)
    about = check_document(info, parties) if agreements else ()
    made = () if model or not agreements else (make_finding("model_off"),)
    found = (*findings, *about, *checks, *check_coverage(coverage, excess), *made)
    themes = section_themes or {}
    return Record.model_validate(
        {
            "schema_version": SCHEMA_VERSION,
            "document": _document(source, info, model),
            "parties": parties,
            "sections": [_section(s, document_id, themes) for s in sections],
            "agreements": [_agreement(a, document_id) for a in agreements],
            "findings": found,
            "coverage": coverage,
        }
    )


def _check_all(
    source: Source,
    blocks: Sequence[Block],
    sections: Sequence[Section],
    agreements: Sequence[TaggedAgreement],
    parties: Sequence[Party],
) -> Iterator[Finding]:
    yield from check_source(source)
    if not agreements and (source.characters or not source.pages):
        yield make_finding("no_agreements_found")
    yield from check_sections(blocks, sections, agreements)
    yield from check_numbering(agreements, sections)
    yield from check_trekkers(agreements, parties)
    yield from check_references(agreements)


def _document(source: Source, info: DocumentInfo, model: str | None) -> Values:
    return {
        "document_id": make_document_id(source.sha256),
        "source_path": source.path.encode(errors="replace").decode(),  # a name may not be UTF-8
        "source_sha256": source.sha256,
        "media_type": source.media_type,
        "page_count": source.page_count,
        "text_status": source.text_status,
        **asdict(info),
        "extractor": {
            "name": "prestatie-extract",
            "version": __version__,
            "model": model,
            "config_sha256": config_sha256(),
            "ocr": source.ocr,
        },
    }


@cache
def config_sha256() -> str:
    """SHA-256 over the names and the bytes of the vocabulary tables."""
    return hash_tables(table_names())


def _section(section: Section, document_id: str, themes: Mapping[str, str]) -> Values:
    parent = section.parent_id
    return {
        "section_id": make_section_id(document_id, section.section_id),
        "number": section.number,
        "title": section.title,
        "level": section.level,
        "parent_id": make_section_id(document_id, parent) if parent else None,
        "page_number": section.page_number,
        "theme": themes.get(section.section_id),
    }


def _agreement(tagged: TaggedAgreement, document_id: str) -> Values:
    agreement = tagged.agreement
    section_id = agreement.section_id
    return {
        "agreement_id": tagged.agreement_id,
        "ordinal": tagged.ordinal,
        "number": agreement.number,
        "kind": agreement.kind,
        "section_id": make_section_id(document_id, section_id) if section_id else None,
        "theme": tagged.themes[0].theme if tagged.themes else NO_THEME,
        "themes": tagged.themes,
        "title": agreement.title.text if agreement.title else None,
        "text": agreement.text.text,
        "items": [item.text for item in agreement.items],
        "horizon": agreement.horizon,
        "trekker": tagged.trekker,
        "involved": tagged.involved,
        "planning": tagged.planning,
        "context": {role: passage.text for role, passage in agreement.context.items()},
        "refs": tagged.references,
        "party_ids": tagged.party_ids,
        "targets": [
            _target(target, f"{tagged.agreement_id}/t{place}")
            for place, target in enumerate(tagged.targets, start=1)
        ],
        "provenance": [_box(region) for region in agreement.regions],
        "form": agreement.form,
        "confidence": agreement.confidence,
        "commitment_type": tagged.commitment.value,
        "commitment_source": tagged.commitment.source,
        "commitment_score": tagged.commitment.score,
        "concreteness": tagged.concreteness.value,
        "concreteness_source": tagged.concreteness.source,
        "concreteness_score": tagged.concreteness.score,
    }


def _target(target: Target, target_id: str) -> Values:
    values = {field.name: getattr(target, field.name) for field in fields(target)}
    regions = values.pop("regions")
    return values | {"target_id": target_id, "provenance": [_box(region) for region in regions]}


def _box(region: Region) -> Values:
    box = region.bbox
    return {
        "page_number": region.page_number,
        "x0": box.x0,
        "top": box.top,
        "x1": box.x1,
        "bottom": box.bottom,
    }
