"""How much a document says on each theme."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from prestatie_extract.schema import Record
from prestatie_extract.schema.codes import ThemeCode


def theme_rows(record: Record) -> Iterator[dict[str, Any]]:
    """The rows of theme_matrix: one for every theme, zero where the document has none of it."""
    for theme in get_args(ThemeCode):
        agreements = [a for a in record.agreements if a.theme == theme]
        yield {
            "theme": theme,
            "agreement_count": len(agreements),
            "target_count": sum(t.role == "target" for a in agreements for t in a.targets),
            "concreteness_max": max((a.concreteness or 0 for a in agreements), default=0) or None,
        }
