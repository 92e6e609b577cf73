from __future__ import annotations

from typing import Any

import pytest

from prestatie_extract.document import Finding
from prestatie_extract.findings import Notice, make_finding, make_notice


def test_finding_has_the_words_of_the_table() -> None:
    """Filled with its values."""
    made = make_finding("reference_unresolved", page_number=3, raw="afspraak 9", number="9")
    message = "'afspraak 9' names agreement 9, which is not in this document"
    assert made == Finding("reference_unresolved", "warning", message, 3)


def test_notice_says_where_to_look() -> None:
    """Its place, and the same words."""
    made = make_notice("table_missing", "out", file="parquet/targets.parquet", table="targets")
    message = "table targets is missing: run 'prestatie-extract run' again"
    file = "parquet/targets.parquet"
    assert made == Notice("table_missing", "error", message, "out", file=file)


@pytest.mark.parametrize(
    ("code", "values"),
    [
        pytest.param("no_such_code", {}, id="unknown-code"),
        pytest.param("reference_unresolved", {"raw": "afspraak 9"}, id="missing-value"),
    ],
)
def test_mistake_in_the_program_is_seen_at_once(code: str, values: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        make_finding(code, **values)
