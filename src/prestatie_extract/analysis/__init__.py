"""Analysis: records -> the tables that everybody would compute from the others.

themes        how much a document says on each theme
reciprocity   who leads
ledger        which targets to add, so that nothing counts twice within a document
doubles       the same across documents: a year of a framework, another version
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prestatie_extract.analysis.doubles import (
    Glance,
    GlanceAgreement,
    GlanceDocument,
    GlanceParty,
    find_doubles,
)
from prestatie_extract.analysis.ledger import Entry, ledger_rows
from prestatie_extract.analysis.reciprocity import reciprocity_rows
from prestatie_extract.analysis.themes import theme_rows
from prestatie_extract.schema import Record
from prestatie_extract.schema.analysis_tables import ANALYSIS_TABLES

__all__ = [
    "Entry",
    "Glance",
    "GlanceAgreement",
    "GlanceDocument",
    "GlanceParty",
    "analyse",
    "find_doubles",
]

ABOUT_DOCUMENT = {
    "document_id", "municipality", "municipality_code", "period_start", "period_end",
}  # fmt: skip


def analyse(record: Record, doubles: Mapping[str, Entry]) -> dict[str, list[dict[str, Any]]]:
    """The rows of one document in the analysis tables, by the name of the table, each sorted.

    Args:
        record: of the document.
        doubles: what `find_doubles` says of the targets of all documents.
    """
    about = record.document.model_dump(include=ABOUT_DOCUMENT)
    makers = {
        "theme_matrix": theme_rows(record),
        "target_ledger": ledger_rows(record, doubles),
        "reciprocity": reciprocity_rows(record),
    }
    return {
        table.name: sorted(
            (about | row for row in makers[table.name]),
            key=lambda row, key=table.key: tuple(row[name] for name in key),  # type: ignore[misc]
        )
        for table in ANALYSIS_TABLES
    }
