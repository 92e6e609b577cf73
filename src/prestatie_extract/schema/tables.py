"""The flat tables of records: every column declared once."""

from __future__ import annotations

from typing import get_args

from prestatie_extract.schema.agreement import Agreement, Planning, Reference, Target, Theme
from prestatie_extract.schema.codes import DocumentStatus, ThemeCode, ThemeSource, TrekkerSource
from prestatie_extract.schema.columns import Column, ForeignKey, TableSpec, column_of, links
from prestatie_extract.schema.correction import CorrectionResult
from prestatie_extract.schema.entity_tables import MUNICIPALITIES, ORGANISATION_LINK, ORGANISATIONS
from prestatie_extract.schema.model import Box
from prestatie_extract.schema.record import Document, Extractor, Finding, Match, Party, Section

_AGREEMENT_ID = column_of(Agreement, "agreement_id", "string")
DOCUMENT_ID = column_of(Document, "document_id", "string")
ABOUT_DOCUMENT = (
    column_of(Document, "municipality", "string"),
    column_of(Document, "municipality_code", "string"),
    column_of(Document, "period_start", "int16"),
    column_of(Document, "period_end", "int16"),
)

DOCUMENTS = TableSpec(
    "documents",
    "One row for every input, failed ones too.",
    ("document_id",),
    (
        DOCUMENT_ID,
        column_of(Document, "source_path", "string"),
        column_of(Document, "source_sha256", "string"),
        column_of(Document, "media_type", "string"),
        column_of(Document, "page_count", "int32", unit="pages"),
        column_of(Document, "text_status", "string"),
        column_of(Document, "title", "string"),
        *ABOUT_DOCUMENT[:2],
        column_of(Document, "kind", "string"),
        *ABOUT_DOCUMENT[2:],
        column_of(Document, "signed_on", "date32"),
        column_of(Extractor, "name", "string", prefix="extractor_"),
        column_of(Extractor, "version", "string", prefix="extractor_"),
        column_of(Extractor, "model", "string", prefix="extractor_"),
        column_of(Extractor, "config_sha256", "string", prefix="extractor_"),
        column_of(Extractor, "ocr", "string", prefix="extractor_"),
        column_of(Extractor, "corrections_sha256", "string", prefix="extractor_"),
        Column("agreement_count", "int32", "Number of agreements.", unit="agreements"),
        Column(
            "target_count",
            "int32",
            "Number of targets, conditions and context included.",
            unit="targets",
        ),
        Column("finding_count", "int32", "Number of findings.", unit="findings"),
        Column(
            "characters",
            "int32",
            "Printed characters of the text layer, no white space.",
            unit="characters",
        ),
        Column(
            "agreements_share",
            "float64",
            "Share of the characters in agreements, 0 to 1.",
            unit="share",
        ),
        Column(
            "sections_share",
            "float64",
            "Share in headings and text outside agreements.",
            unit="share",
        ),
        Column("tables_share", "float64", "Share in table cells outside agreements.", unit="share"),
        Column(
            "furniture_share",
            "float64",
            "Share in page headers, footers and contents.",
            unit="share",
        ),
        Column(
            "unassigned_share", "float64", "Share that ended up nowhere: the loss.", unit="share"
        ),
        Column(
            "status",
            "string",
            "ok, warnings (findings of that severity) or failed.",
            codes=get_args(DocumentStatus),
        ),
        Column("error_code", "string", "Why it failed, as a stable code; null where it did not."),
        Column("error_message", "string", "Why it failed and what to do; null where it did not."),
        Column("duplicate_paths", "string", "Other inputs with the same bytes, ' | ' between."),
    ),
    (links(MUNICIPALITIES, "municipality_code"),),
)

PARTIES = TableSpec(
    "parties",
    "Organisations that a document names.",
    ("document_id", "party_id"),
    (
        DOCUMENT_ID,
        column_of(Party, "party_id", "string"),
        column_of(Party, "name", "string"),
        column_of(Party, "type", "string"),
        column_of(Party, "signatory", "bool"),
        Column("aliases", "string", "Every way the document names it, ' | ' between."),
        column_of(Match, "method", "string", prefix="match_"),
        column_of(Match, "score", "float64", prefix="match_", unit="score"),
        *ORGANISATION_LINK,
    ),
    (links(DOCUMENTS), links(ORGANISATIONS)),
)

SECTIONS = TableSpec(
    "sections",
    "Headings, as a tree.",
    ("section_id",),
    (
        column_of(Section, "section_id", "string"),
        DOCUMENT_ID,
        column_of(Section, "number", "string"),
        column_of(Section, "title", "string"),
        column_of(Section, "level", "int16"),
        column_of(Section, "parent_id", "string"),
        column_of(Section, "page_number", "int32"),
        column_of(Section, "theme", "string"),
    ),
    (links(DOCUMENTS), ForeignKey(("parent_id",), "sections", ("section_id",))),
)

AGREEMENTS = TableSpec(
    "agreements",
    "Numbered units in which the parties bind themselves.",
    ("agreement_id",),
    (
        _AGREEMENT_ID,
        DOCUMENT_ID,
        *ABOUT_DOCUMENT,
        column_of(Agreement, "ordinal", "int32"),
        column_of(Agreement, "number", "string"),
        column_of(Agreement, "kind", "string"),
        column_of(Agreement, "section_id", "string"),
        column_of(Section, "number", "string", prefix="section_"),
        column_of(Section, "title", "string", prefix="section_"),
        column_of(Agreement, "theme", "string"),
        Column(
            "theme_source",
            "string",
            "Where the theme came from: heading, model or correction.",
            codes=get_args(ThemeSource),
        ),
        column_of(Agreement, "title", "string"),
        column_of(Agreement, "text", "string"),
        Column("item_count", "int32", "Number of sub-bullets.", unit="items"),
        column_of(Agreement, "horizon", "string"),
        Column("trekker_raw", "string", "The cell that names who leads, as printed."),
        Column("trekker", "string", "Who leads, ' | ' between; generic words as codes."),
        Column("involved_raw", "string", "The cell that names who is involved, as printed."),
        Column("planning_raw", "string", "The cell that says when, as printed."),
        column_of(Planning, "start", "date32", prefix="planning_"),
        column_of(Planning, "end", "date32", prefix="planning_"),
        Column(
            "target_count",
            "int32",
            "Number of targets, conditions and context included.",
            unit="targets",
        ),
        Column("page_start", "int32", "First page it stands on; null for text input."),
        Column("page_end", "int32", "Last page it stands on; null for text input."),
        column_of(Agreement, "form", "string"),
        column_of(Agreement, "confidence", "float64", unit="share"),
        Column(
            "trekker_source",
            "string",
            "Where the trekker is from: column, label, group, text or correction.",
            codes=get_args(TrekkerSource),
        ),
        column_of(Agreement, "commitment_type", "string"),
        column_of(Agreement, "commitment_source", "string"),
        column_of(Agreement, "commitment_score", "float64", unit="share"),
        column_of(Agreement, "concreteness", "int16"),
        column_of(Agreement, "concreteness_source", "string"),
        column_of(Agreement, "concreteness_score", "float64", unit="share"),
        Column("corrected", "string", "Keys that a person corrected, ' | ' between."),
    ),
    (links(DOCUMENTS), links(SECTIONS), links(MUNICIPALITIES, "municipality_code")),
)

AGREEMENT_PARTIES = TableSpec(
    "agreement_parties",
    "Which parties an agreement concerns, and how.",
    ("agreement_id", "party_id", "role"),
    (
        _AGREEMENT_ID,
        column_of(Party, "party_id", "string"),
        Column(
            "role",
            "string",
            "trekker, involved or named.",
            codes=("trekker", "involved", "named"),
        ),
    ),
    (links(AGREEMENTS),),
)

AGREEMENT_THEMES = TableSpec(
    "agreement_themes",
    "All themes of an agreement.",
    ("agreement_id", "theme"),
    (
        _AGREEMENT_ID,
        column_of(Theme, "theme", "string"),
        column_of(Theme, "score", "float64", unit="share"),
        column_of(Theme, "source", "string"),
        column_of(Theme, "content_score", "float64", unit="share"),
    ),
    (links(AGREEMENTS),),
)

AGREEMENT_CONTEXT = TableSpec(
    "agreement_context",
    "The other columns of an agreement's row.",
    ("agreement_id", "role"),
    (
        _AGREEMENT_ID,
        Column("role", "string", "What the column of the row says: toelichting, doelstelling …"),
        Column("text", "string", "The cell."),
    ),
    (links(AGREEMENTS),),
)

TARGETS = TableSpec(
    "targets",
    "Numbers that quantify what is promised, aimed at or limited.",
    ("target_id",),
    (
        column_of(Target, "target_id", "string"),
        _AGREEMENT_ID,
        DOCUMENT_ID,
        Column("theme", "string", "Theme of the agreement.", codes=get_args(ThemeCode)),
        column_of(Target, "raw", "string"),
        column_of(Target, "where", "string"),
        column_of(Target, "start", "int32", unit="characters"),
        column_of(Target, "end", "int32", unit="characters"),
        column_of(Target, "value", "float64"),
        column_of(Target, "value_max", "float64"),
        column_of(Target, "unit", "string"),
        column_of(Target, "qualifier", "string"),
        column_of(Target, "subject", "string"),
        column_of(Target, "party_id", "string"),
        Column("party_name", "string", "Everyday name of that party."),
        column_of(Target, "period", "string"),
        column_of(Target, "role", "string"),
        Column("page_number", "int32", "First page it stands on; null for text input."),
        column_of(Target, "role_source", "string"),
        Column("corrected", "string", "Keys that a person corrected, ' | ' between."),
    ),
    (links(DOCUMENTS), links(AGREEMENTS)),
)

REFERENCES = TableSpec(
    "references",
    "Other agreements that an agreement names by number.",
    ("agreement_id", "ordinal"),
    (
        _AGREEMENT_ID,
        Column("ordinal", "int32", "Place of the reference in the agreement, from 1."),
        column_of(Reference, "raw", "string"),
        column_of(Reference, "number", "string"),
        Column("target_agreement_id", "string", "The agreement it resolves to; null if unsure."),
    ),
    (links(AGREEMENTS), links(AGREEMENTS, "target_agreement_id")),
)

PROVENANCE = TableSpec(
    "provenance",
    "Where an agreement stands: a box for each page.",
    ("agreement_id", "page_number"),
    (
        _AGREEMENT_ID,
        column_of(Box, "page_number", "int32"),
        column_of(Box, "x0", "float64", unit="points"),
        column_of(Box, "top", "float64", unit="points"),
        column_of(Box, "x1", "float64", unit="points"),
        column_of(Box, "bottom", "float64", unit="points"),
    ),
    (links(AGREEMENTS),),
)

FINDINGS = TableSpec(
    "findings",
    "What the reader of the data should know.",
    ("document_id", "ordinal"),
    (
        DOCUMENT_ID,
        Column("ordinal", "int32", "Place of the finding in the record, from 1."),
        column_of(Finding, "code", "string"),
        column_of(Finding, "severity", "string"),
        column_of(Finding, "message", "string"),
        column_of(Finding, "page_number", "int32"),
        column_of(Finding, "agreement_id", "string"),
    ),
    (links(DOCUMENTS), links(AGREEMENTS)),
)

CORRECTIONS = TableSpec(
    "corrections",
    "Every correction in the files, and what became of it; also of documents that are not here.",
    ("document_id", "agreement_id", "field"),
    (
        Column("document_id", "string", "Start of agreement_id: the document that it names."),
        column_of(CorrectionResult, "agreement_id", "string"),
        column_of(CorrectionResult, "field", "string"),
        column_of(CorrectionResult, "source_file", "string"),
        column_of(CorrectionResult, "was", "string"),
        column_of(CorrectionResult, "value", "string"),
        column_of(CorrectionResult, "found", "string"),
        column_of(CorrectionResult, "note", "string"),
        column_of(CorrectionResult, "status", "string"),
        column_of(CorrectionResult, "reason", "string"),
    ),
)

RECORD_TABLES: tuple[TableSpec, ...] = (
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
    CORRECTIONS,
)
"""The tables made of a record alone, in the order in which the contract lists them."""
