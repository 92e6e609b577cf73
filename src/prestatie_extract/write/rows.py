"""A record -> the rows of the flat tables, each table's rows sorted by its key."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from prestatie_extract.schema.agreement import Agreement, Target
from prestatie_extract.schema.codes import DOCUMENT_ID_CHARS
from prestatie_extract.schema.columns import JOINER, TableSpec
from prestatie_extract.schema.correction import CorrectionResult, CorrectionValue
from prestatie_extract.schema.entity_tables import ORGANISATION_LINK
from prestatie_extract.schema.record import Coverage, Party, Record, Section
from prestatie_extract.schema.tables import CORRECTIONS, DOCUMENTS, RECORD_TABLES

Row = dict[str, Any]
DocumentRows = Mapping[str, Sequence[Row]]
"""Rows of one document by the name of the table."""

SHARE_DECIMALS = 6  # one character in a million


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be converted."""

    source_path: str
    sha256: str | None
    """Of the file's bytes; None where they could not be read."""
    code: str
    message: str
    namesakes: int = 0
    """How many inputs before it have the same path below their root and could not be read."""

    @property
    def document_id(self) -> str:
        """As that of a record; from the path where the bytes could not be read."""
        named = f"unread:{self.source_path}" + (f":{self.namesakes}" if self.namesakes else "")
        unread = hashlib.sha256(named.encode()).hexdigest()
        return (self.sha256 or unread)[:DOCUMENT_ID_CHARS]


def record_to_rows(record: Record, duplicate_paths: Sequence[str] = ()) -> DocumentRows:
    """The rows of one document in all tables of records.

    Which organisation a party is in other documents is left open.

    Args:
        record: the document's record.
        duplicate_paths: other inputs with the same bytes.
    """
    makers = {
        "documents": iter([_document_row(record, duplicate_paths)]),
        "parties": _party_rows(record),
        "sections": _section_rows(record),
        "agreements": _agreement_rows(record),
        "agreement_parties": _agreement_party_rows(record),
        "agreement_themes": _theme_rows(record),
        "agreement_context": _context_rows(record),
        "targets": _target_rows(record),
        "references": _reference_rows(record),
        "provenance": _provenance_rows(record),
        "findings": _finding_rows(record),
        "corrections": map(_correction_row, record.corrections),
    }
    return {table.name: _sort(makers[table.name], table) for table in RECORD_TABLES}


def failure_to_rows(failure: Failure, duplicate_paths: Sequence[str] = ()) -> DocumentRows:
    """The one row of a document that could not be converted."""
    row: Row = dict.fromkeys(column.name for column in DOCUMENTS.columns)
    row |= {
        "document_id": failure.document_id,
        "source_path": failure.source_path,
        "source_sha256": failure.sha256,
        "status": "failed",
        "error_code": failure.code,
        "error_message": failure.message,
        "duplicate_paths": JOINER.join(duplicate_paths) or None,
    }
    return {DOCUMENTS.name: [row]}


def corrections_to_rows(strays: Iterable[CorrectionResult]) -> Mapping[str, DocumentRows]:
    """The rows of corrections that meet no record, by document_id and by the name of the table."""
    rows: dict[str, list[Row]] = {}
    for row in map(_correction_row, strays):
        rows.setdefault(row["document_id"], []).append(row)
    return {i: {CORRECTIONS.name: _sort(iter(r), CORRECTIONS)} for i, r in rows.items()}


def _sort(rows: Iterator[Row], table: TableSpec) -> list[Row]:
    return sorted(rows, key=lambda row: tuple(row[name] for name in table.key))


def _document_row(record: Record, duplicate_paths: Sequence[str]) -> Row:
    document, failure = record.document, record.failure
    row = document.model_dump(exclude={"extractor"})
    row |= {f"extractor_{key}": value for key, value in document.extractor.model_dump().items()}
    return row | {
        "agreement_count": len(record.agreements),
        "target_count": sum(len(a.targets) for a in record.agreements),
        "finding_count": len(record.findings),
        **_shares(record.coverage),
        "status": record.status,
        "error_code": failure.code if failure else None,
        "error_message": failure.message if failure else None,
        "duplicate_paths": JOINER.join(duplicate_paths) or None,
    }


def _shares(coverage: Coverage) -> Row:
    names = ("agreements", "sections", "tables", "furniture", "unassigned")
    whole = coverage.characters
    shares: Row = {
        f"{name}_share": round(getattr(coverage, name) / whole, SHARE_DECIMALS) if whole else None
        for name in names
    }
    return {"characters": whole, **shares}


def _party_rows(record: Record) -> Iterator[Row]:
    for party in record.parties:
        yield {
            "document_id": record.document.document_id,
            **party.model_dump(include={"party_id", "name", "type", "signatory"}),
            "aliases": JOINER.join(party.aliases),
            "match_method": party.match.method,
            "match_score": party.match.score,
            **dict.fromkeys(column.name for column in ORGANISATION_LINK),
        }


def _section_rows(record: Record) -> Iterator[Row]:
    for section in record.sections:
        yield {"document_id": record.document.document_id, **section.model_dump()}


def _agreement_rows(record: Record) -> Iterator[Row]:
    document = record.document.model_dump(
        include={"document_id", "municipality", "municipality_code", "period_start", "period_end"}
    )
    sections = {section.section_id: section for section in record.sections}
    for agreement in record.agreements:
        yield document | _agreement_row(agreement, _numbered_section(agreement, sections))


def _numbered_section(agreement: Agreement, sections: Mapping[str, Section]) -> Section | None:
    """The deepest numbered section it stands in, as its id says; without any the direct one."""
    direct = section = sections.get(agreement.section_id or "")
    while section is not None and section.number is None:
        section = sections.get(section.parent_id or "")
    return section or direct


_PRINTED_AS_THEY_ARE = frozenset(
    {
        "agreement_id", "ordinal", "number", "kind", "section_id", "theme", "title", "text",
        "horizon", "form", "confidence", "commitment_type", "commitment_source",
        "commitment_score", "concreteness", "concreteness_source", "concreteness_score",
    }
)  # fmt: skip


def _agreement_row(agreement: Agreement, section: Section | None) -> Row:
    return agreement.model_dump(include=set(_PRINTED_AS_THEY_ARE)) | {
        "section_number": section.number if section else None,
        "section_title": section.title if section else None,
        "theme_source": agreement.themes[0].source if agreement.themes else None,
        "item_count": len(agreement.items),
        "trekker_raw": agreement.trekker.raw,
        "trekker": JOINER.join(agreement.trekker.names) or None,
        "involved_raw": agreement.involved.raw,
        "planning_raw": agreement.planning.raw,
        "planning_start": agreement.planning.start,
        "planning_end": agreement.planning.end,
        "target_count": len(agreement.targets),
        "page_start": agreement.provenance[0].page_number if agreement.provenance else None,
        "page_end": agreement.provenance[-1].page_number if agreement.provenance else None,
        "trekker_source": agreement.trekker.source,
        "corrected": JOINER.join(agreement.corrected) or None,
    }


def _agreement_party_rows(record: Record) -> Iterator[Row]:
    for agreement in record.agreements:
        for role, party_ids in (
            ("trekker", agreement.trekker.party_ids),
            ("involved", agreement.involved.party_ids),
            ("named", agreement.party_ids),
        ):
            for party_id in dict.fromkeys(party_ids):
                yield {
                    "agreement_id": agreement.agreement_id,
                    "party_id": party_id,
                    "role": role,
                }


def _theme_rows(record: Record) -> Iterator[Row]:
    for agreement in record.agreements:
        for theme in agreement.themes:
            yield {"agreement_id": agreement.agreement_id, **theme.model_dump()}


def _context_rows(record: Record) -> Iterator[Row]:
    for agreement in record.agreements:
        for role, text in agreement.context.items():
            yield {"agreement_id": agreement.agreement_id, "role": role, "text": text}


def _target_rows(record: Record) -> Iterator[Row]:
    parties = {party.party_id: party for party in record.parties}
    for agreement in record.agreements:
        about = {
            "agreement_id": agreement.agreement_id,
            "document_id": record.document.document_id,
            "theme": agreement.theme,
        }
        for target in agreement.targets:
            yield about | _target_row(target, parties)


def _target_row(target: Target, parties: Mapping[str, Party]) -> Row:
    return target.model_dump(exclude={"provenance"}) | {
        "party_name": parties[target.party_id].name if target.party_id else None,
        "page_number": target.provenance[0].page_number if target.provenance else None,
        "corrected": JOINER.join(target.corrected) or None,
    }


def _reference_rows(record: Record) -> Iterator[Row]:
    for agreement in record.agreements:
        for ordinal, reference in enumerate(agreement.refs, start=1):
            yield {
                "agreement_id": agreement.agreement_id,
                "ordinal": ordinal,
                "raw": reference.raw,
                "number": reference.number,
                "target_agreement_id": reference.agreement_id,
            }


def _provenance_rows(record: Record) -> Iterator[Row]:
    for agreement in record.agreements:
        for box in agreement.provenance:
            yield {"agreement_id": agreement.agreement_id, **box.model_dump()}


def _finding_rows(record: Record) -> Iterator[Row]:
    for ordinal, finding in enumerate(record.findings, start=1):
        yield {
            "document_id": record.document.document_id,
            "ordinal": ordinal,
            **finding.model_dump(),
        }


def _correction_row(correction: CorrectionResult) -> Row:
    values = {key: _to_cell(getattr(correction, key)) for key in ("was", "value", "found")}
    document_id = correction.agreement_id.partition("/")[0]
    return correction.model_dump() | values | {"document_id": document_id}


def _to_cell(value: CorrectionValue) -> str | None:
    """Text as it stands, numbers as JSON has them; null where it is null or an empty list."""
    if isinstance(value, tuple):
        return JOINER.join(value) or None
    return value if value is None or isinstance(value, str) else json.dumps(value)
