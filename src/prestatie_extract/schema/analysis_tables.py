"""The flat tables that are computed from the others, so that nobody has to do it twice."""

from __future__ import annotations

from typing import get_args

from prestatie_extract.schema.agreement import Target
from prestatie_extract.schema.codes import Leader, LedgerEntry, LedgerReason, Measure, ThemeCode
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
        Column(
            "measure",
            "string",
            "What the number does to the stock or is about: toevoegen (homes added, before "
            "demolition and sales), vervangen (demolished and built again), sloop, verkoop, "
            "onttrekken (several of these, or liberalised), saldo (net growth), verduurzamen, "
            "toewijzen, overleg, huren (rents), geld (other money), or anders where no word tells.",
            codes=get_args(Measure),
        ),
        column_of(Target, "party_id", "string"),
        column_of(Target, "period", "string"),
        Column(
            "entry",
            "string",
            "single, total (parts of it are given too), part (of a total), repeat, or beside (a "
            "larger number or another year in the planning or a column beside the agreement).",
            codes=get_args(LedgerEntry),
        ),
        Column("counted_in", "string", "The target that a part or repeat is counted in."),
        Column(
            "reason", "string", "What tells that it is a part or repeat.",
            codes=get_args(LedgerReason),
        ),
        Column("is_additive", "bool", "Whether it may be added: homes, no % and no rate."),
        Column("is_rate", "bool", "Whether it comes back: 8 homes per jaar; never additive."),
        Column(
            "counts",
            "bool",
            "Add these, of one unit and one measure at a time: additive, and in no other number "
            "of its measure. So a balance's rows count for their own measure.",
        ),
        Column(
            "counts_by_party",
            "bool",
            "Add these by party, of one unit and one measure: additive, of a party, and in no "
            "other number of the same party.",
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
            "or onbekend: no column, label or cue names a trekker; often the text has one as "
            "its subject.",
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
