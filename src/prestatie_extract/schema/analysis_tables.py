"""The flat tables that are computed from the others, so that nobody has to do it twice."""

from __future__ import annotations

from typing import get_args

from prestatie_extract.schema.agreement import Target
from prestatie_extract.schema.codes import Leader, LedgerEntry, LedgerReason, ThemeCode
from prestatie_extract.schema.columns import Column, ForeignKey, TableSpec, column_of, links
from prestatie_extract.schema.tables import (
    ABOUT_DOCUMENT,
    AGREEMENTS,
    DOCUMENT_ID,
    DOCUMENTS,
    TARGETS,
)

_DOCUMENT = (DOCUMENT_ID, *ABOUT_DOCUMENT)

THEME_MATRIX = TableSpec(
    "theme_matrix",
    "How much each document says on each theme; a row for every theme.",
    ("document_id", "theme"),
    (
        _DOCUMENT[0],
        Column("theme", "string", "First theme of the agreements.", codes=get_args(ThemeCode)),
        *_DOCUMENT[1:],
        Column("agreement_count", "int32", "Agreements of this theme.", unit="agreements"),
        Column("target_count", "int32", "Their targets of role target.", unit="targets"),
        Column(
            "concreteness_max",
            "int16",
            "Highest concreteness among them, 1 to 3; null where none is known.",
        ),
    ),
    (links(DOCUMENTS),),
)

TARGET_LEDGER = TableSpec(
    "target_ledger",
    "Targets of role target with what to count, so that a sum does not count twice.",
    ("target_id",),
    (
        column_of(Target, "target_id", "string"),
        Column("agreement_id", "string", "The agreement it stands in."),
        *_DOCUMENT,
        Column("theme", "string", "Theme of the agreement.", codes=get_args(ThemeCode)),
        column_of(Target, "raw", "string"),
        column_of(Target, "value", "float64"),
        column_of(Target, "value_max", "float64"),
        column_of(Target, "unit", "string"),
        column_of(Target, "qualifier", "string"),
        column_of(Target, "subject", "string"),
        column_of(Target, "party_id", "string"),
        column_of(Target, "period", "string"),
        Column(
            "entry",
            "string",
            "single, total (parts of it are given too), part (of a total) or repeat.",
            codes=get_args(LedgerEntry),
        ),
        Column("counted_in", "string", "The target that a part or repeat is counted in."),
        Column(
            "reason", "string", "What tells that it is a part or repeat.",
            codes=get_args(LedgerReason),
        ),
        Column("is_additive", "bool", "Whether values of this unit may be added: homes, not %."),
        Column("counts", "bool", "Add these: additive, and neither part nor repeat."),
        Column(
            "counts_by_party", "bool", "Add these by party: additive, of a party, and no repeat."
        ),
    ),
    (
        links(TARGETS),
        links(AGREEMENTS),
        links(DOCUMENTS),
        ForeignKey(("counted_in",), "target_ledger", ("target_id",)),
    ),
)  # fmt: skip

RECIPROCITY = TableSpec(
    "reciprocity",
    "Who leads: the share of a document's agreements and targets for each kind of party.",
    ("document_id", "leader"),
    (
        _DOCUMENT[0],
        Column(
            "leader",
            "string",
            "gemeente, corporaties, huurdersorganisaties, gezamenlijk (several kinds), overig "
            "or onbekend (the document does not say).",
            codes=get_args(Leader),
        ),
        *_DOCUMENT[1:],
        Column("agreement_count", "int32", "Agreements that they lead.", unit="agreements"),
        Column("agreement_share", "float64", "Of the document's agreements.", unit="share"),
        Column("target_count", "int32", "Targets of role target therein.", unit="targets"),
        Column("target_share", "float64", "Of the document's targets; null where it has none.",
               unit="share"),
    ),
    (links(DOCUMENTS),),
)  # fmt: skip

ANALYSIS_TABLES: tuple[TableSpec, ...] = (THEME_MATRIX, TARGET_LEDGER, RECIPROCITY)
"""In the order in which they are documented."""
