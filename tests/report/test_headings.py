"""Headings and numbers tell agreements apart."""

from __future__ import annotations

from typing import Any

import pytest

from prestatie_extract.report.headings import make_headings, make_numbers
from prestatie_extract.schema import Record

Entry = tuple[str | None, str, str | None]
"""Number, title and the place of the parent."""


def with_sections(record: Record, entries: list[Entry], numbers: list[str | None]) -> Record:
    """The record with these sections; the agreements stand in the last one."""
    content: dict[str, Any] = record.model_dump(mode="json")
    shape, document_id = content["sections"][0], record.document.document_id
    sections = [
        shape | {"section_id": f"{document_id}/s{place}", "number": number, "title": title,
                 "parent_id": f"{document_id}/{parent}" if parent else None}
        for place, (number, title, parent) in enumerate(entries)
    ]  # fmt: skip
    agreements = content["agreements"][: len(numbers)]
    for agreement, number in zip(agreements, numbers, strict=True):
        agreement |= {"number": number, "section_id": sections[-1]["section_id"], "refs": []}
    changed = content | {"sections": sections, "agreements": agreements, "findings": []}
    return Record.model_validate(changed)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([("1.1", "Nieuwbouw", None)], "1.1 Nieuwbouw", id="alone"),
        pytest.param(
            [("1", "Wonen", None), ("1.1", "Nieuwbouw", "s0")], "1.1 Nieuwbouw", id="numbered"
        ),
        pytest.param(
            [("1.1", "Nieuwbouw", None), (None, "Inzet", "s0")], "1.1 Nieuwbouw › Inzet", id="below"
        ),
        pytest.param(
            [(None, "Bouwen", None), (None, "Inzet", "s0"), (None, "Samen", "s1")],
            "Bouwen › Inzet › Samen", id="without-any-number",
        ),
    ],
)  # fmt: skip
def test_heading_tells_the_chapter(
    records: dict[str, Record], entries: list[Entry], expected: str
) -> None:
    record = with_sections(records["merendaal-2025-2028.pdf"], entries, ["1"])
    assert list(make_headings(record).values()) == [expected]


def test_repeated_numbers_are_told_apart(records: dict[str, Record]) -> None:
    """Under one heading; those without a number stay without."""
    numbers = ["Bij 1", "Bij 1", "Bij 2", "Bij 1", None, None]
    record = with_sections(records["merendaal-2025-2028.pdf"], [(None, "Inzet", None)], numbers)
    shown = list(make_numbers(record, make_headings(record)).values())
    assert shown == ["Bij 1", "Bij 1 (2)", "Bij 2", "Bij 1 (3)", "", ""]
