"""The flat tables: every column declared once, with its Arrow type and its description.

A column that repeats a key of the record takes its description from there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prestatie_extract.schema.agreement import Agreement, Planning, Reference, Target, Theme
from prestatie_extract.schema.model import Box, Model
from prestatie_extract.schema.record import Document, Extractor, Finding, Match, Party, Section

JOINER = " | "
"""Between the values of a cell that holds several: aliases, names."""

ArrowType = Literal["string", "int16", "int32", "float64", "bool", "date32"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a flat table."""

    name: str
    type: ArrowType
    description: str


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A flat table; its rows are sorted by the columns of `key`, which are never null."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


def _field(model: type[Model], name: str, arrow: ArrowType, *, prefix: str = "") -> Column:
    """The column for a key of the record, with the description that stands there."""
    return Column(prefix + name, arrow, model.model_fields[name].description or "")


_AGREEMENT_ID = _field(Agreement, "agreement_id", "string")
_DOCUMENT_ID = _field(Document, "document_id", "string")
_ABOUT_DOCUMENT = (
    _field(Document, "municipality", "string"),
    _field(Document, "municipality_code", "string"),
    _field(Document, "period_start", "int16"),
    _field(Document, "period_end", "int16"),
)

DOCUMENTS = TableSpec(
    "documents",
    ("document_id",),
    (
        _DOCUMENT_ID,
        _field(Document, "source_path", "string"),
        _field(Document, "source_sha256", "string"),
        _field(Document, "media_type", "string"),
        _field(Document, "page_count", "int32"),
        _field(Document, "text_status", "string"),
        _field(Document, "title", "string"),
        *_ABOUT_DOCUMENT[:2],
        _field(Document, "kind", "string"),
        *_ABOUT_DOCUMENT[2:],
        _field(Document, "signed_on", "date32"),
        _field(Extractor, "name", "string", prefix="extractor_"),
        _field(Extractor, "version", "string", prefix="extractor_"),
        _field(Extractor, "model", "string", prefix="extractor_"),
        _field(Extractor, "config_sha256", "string", prefix="extractor_"),
        _field(Extractor, "ocr", "string", prefix="extractor_"),
        Column("agreement_count", "int32", "Number of agreements."),
        Column("target_count", "int32", "Number of targets, conditions and context included."),
        Column("finding_count", "int32", "Number of findings."),
        Column("characters", "int32", "Printed characters of the text layer, no white space."),
        Column("agreements_share", "float64", "Share of the characters in agreements, 0 to 1."),
        Column("sections_share", "float64", "Share in headings and text outside agreements."),
        Column("tables_share", "float64", "Share in table cells outside agreements."),
        Column("furniture_share", "float64", "Share in page headers, footers and contents."),
        Column("unassigned_share", "float64", "Share that ended up nowhere: the loss."),
        Column("status", "string", "ok, warnings (findings of that severity) or failed."),
        Column("error_code", "string", "Why it failed, as a stable code; null where it did not."),
        Column("error_message", "string", "Why it failed and what to do; null where it did not."),
        Column("duplicate_paths", "string", "Other inputs with the same bytes, ' | ' between."),
    ),
)

PARTIES = TableSpec(
    "parties",
    ("document_id", "party_id"),
    (
        _DOCUMENT_ID,
        _field(Party, "party_id", "string"),
        _field(Party, "name", "string"),
        _field(Party, "type", "string"),
        _field(Party, "signatory", "bool"),
        Column("aliases", "string", "Every way the document names it, ' | ' between."),
        _field(Match, "method", "string", prefix="match_"),
        _field(Match, "score", "float64", prefix="match_"),
    ),
)

SECTIONS = TableSpec(
    "sections",
    ("section_id",),
    (
        _field(Section, "section_id", "string"),
        _DOCUMENT_ID,
        _field(Section, "number", "string"),
        _field(Section, "title", "string"),
        _field(Section, "level", "int16"),
        _field(Section, "parent_id", "string"),
        _field(Section, "page_number", "int32"),
        _field(Section, "theme", "string"),
    ),
)

AGREEMENTS = TableSpec(
    "agreements",
    ("agreement_id",),
    (
        _AGREEMENT_ID,
        _DOCUMENT_ID,
        *_ABOUT_DOCUMENT,
        _field(Agreement, "ordinal", "int32"),
        _field(Agreement, "number", "string"),
        _field(Agreement, "kind", "string"),
        _field(Agreement, "section_id", "string"),
        _field(Section, "number", "string", prefix="section_"),
        _field(Section, "title", "string", prefix="section_"),
        _field(Agreement, "theme", "string"),
        Column("theme_source", "string", "Where the theme came from: heading or model."),
        _field(Agreement, "title", "string"),
        _field(Agreement, "text", "string"),
        Column("item_count", "int32", "Number of sub-bullets."),
        _field(Agreement, "horizon", "string"),
        Column("trekker_raw", "string", "The cell that names who leads, as printed."),
        Column("trekker", "string", "Who leads, ' | ' between; generic words as codes."),
        Column("involved_raw", "string", "The cell that names who is involved, as printed."),
        Column("planning_raw", "string", "The cell that says when, as printed."),
        _field(Planning, "start", "date32", prefix="planning_"),
        _field(Planning, "end", "date32", prefix="planning_"),
        Column("target_count", "int32", "Number of targets, conditions and context included."),
        Column("page_start", "int32", "First page it stands on; null for text input."),
        Column("page_end", "int32", "Last page it stands on; null for text input."),
        _field(Agreement, "form", "string"),
        _field(Agreement, "confidence", "float64"),
        Column(
            "trekker_source", "string", "Where the trekker is from: column, label, group, text."
        ),
        _field(Agreement, "commitment_type", "string"),
        _field(Agreement, "commitment_source", "string"),
        _field(Agreement, "commitment_score", "float64"),
        _field(Agreement, "concreteness", "int16"),
        _field(Agreement, "concreteness_source", "string"),
        _field(Agreement, "concreteness_score", "float64"),
    ),
)

AGREEMENT_PARTIES = TableSpec(
    "agreement_parties",
    ("agreement_id", "party_id", "role"),
    (
        _AGREEMENT_ID,
        _field(Party, "party_id", "string"),
        Column("role", "string", "trekker, involved or named."),
    ),
)

AGREEMENT_THEMES = TableSpec(
    "agreement_themes",
    ("agreement_id", "theme"),
    (
        _AGREEMENT_ID,
        _field(Theme, "theme", "string"),
        _field(Theme, "score", "float64"),
        _field(Theme, "source", "string"),
        _field(Theme, "content_score", "float64"),
    ),
)

AGREEMENT_CONTEXT = TableSpec(
    "agreement_context",
    ("agreement_id", "role"),
    (
        _AGREEMENT_ID,
        Column("role", "string", "What the column of the row says: toelichting, doelstelling …"),
        Column("text", "string", "The cell."),
    ),
)

TARGETS = TableSpec(
    "targets",
    ("target_id",),
    (
        _field(Target, "target_id", "string"),
        _AGREEMENT_ID,
        _DOCUMENT_ID,
        Column("theme", "string", "Theme of the agreement."),
        _field(Target, "raw", "string"),
        _field(Target, "where", "string"),
        _field(Target, "start", "int32"),
        _field(Target, "end", "int32"),
        _field(Target, "value", "float64"),
        _field(Target, "value_max", "float64"),
        _field(Target, "unit", "string"),
        _field(Target, "qualifier", "string"),
        _field(Target, "subject", "string"),
        _field(Target, "party_id", "string"),
        Column("party_name", "string", "Everyday name of that party."),
        _field(Target, "period", "string"),
        _field(Target, "role", "string"),
        Column("page_number", "int32", "First page it stands on; null for text input."),
        _field(Target, "role_source", "string"),
    ),
)

REFERENCES = TableSpec(
    "references",
    ("agreement_id", "ordinal"),
    (
        _AGREEMENT_ID,
        Column("ordinal", "int32", "Place of the reference in the agreement, from 1."),
        _field(Reference, "raw", "string"),
        _field(Reference, "number", "string"),
        Column("target_agreement_id", "string", "The agreement it resolves to; null if unsure."),
    ),
)

PROVENANCE = TableSpec(
    "provenance",
    ("agreement_id", "page_number"),
    (
        _AGREEMENT_ID,
        _field(Box, "page_number", "int32"),
        _field(Box, "x0", "float64"),
        _field(Box, "top", "float64"),
        _field(Box, "x1", "float64"),
        _field(Box, "bottom", "float64"),
    ),
)

FINDINGS = TableSpec(
    "findings",
    ("document_id", "ordinal"),
    (
        _DOCUMENT_ID,
        Column("ordinal", "int32", "Place of the finding in the record, from 1."),
        _field(Finding, "code", "string"),
        _field(Finding, "severity", "string"),
        _field(Finding, "message", "string"),
        _field(Finding, "page_number", "int32"),
        _field(Finding, "agreement_id", "string"),
    ),
)

TABLES: tuple[TableSpec, ...] = (
    DOCUMENTS,
    PARTIES,
    SECTIONS,
    AGREEMENTS,
    AGREEMENT_PARTIES,
    AGREEMENT_THEMES,
    AGREEMENT_CONTEXT,
    TARGETS,
    REFERENCES,
    PROVENANCE,
    FINDINGS,
)
"""All tables, in the order in which the contract lists them."""
