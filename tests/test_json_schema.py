"""The published JSON Schema takes what is printed, and refuses what is broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pyarrow as pa
import pytest
from tests.test_schema import agreement, document, record, target

from prestatie_extract.schema import Record
from prestatie_extract.schema.json_schema import record_schema
from prestatie_extract.schema.published import TABLES
from prestatie_extract.write import arrow_schemas_text, record_schema_text, record_to_json
from prestatie_extract.write.parquet_files import arrow_schema

Validator = jsonschema.Draft202012Validator
BOX = {"page_number": 1, "x0": 1.0, "top": 1.0, "x1": 9.0, "bottom": 9.0}
CORRECTION: dict[str, Any] = {
    "agreement_id": "0123456789ab/1/1", "field": "targets.t1.value", "source_file": "a.yaml",
    "was": 30.0, "value": 40, "found": ["x"], "note": None, "status": "applied", "reason": None,
}  # fmt: skip


@pytest.fixture(scope="module")
def complaints() -> Callable[[dict[str, Any]], list[str]]:
    """What a program that knows the schema alone says about a record."""
    validator = Validator(record_schema(), format_checker=Validator.FORMAT_CHECKER)
    return lambda values: [error.message for error in validator.iter_errors(values)]


@pytest.fixture
def printed() -> dict[str, Any]:
    """A record with something in every list, as it stands in its file."""
    whole = agreement(
        planning={"raw": "2026", "start": "2026-01-01", "end": "2026-12-31"},
        targets=[target(provenance=[BOX])], provenance=[BOX], context={"toelichting": "Ja."},
    )  # fmt: skip
    values = record(
        agreements=[whole], document=document(signed_on="2025-01-31"), corrections=[CORRECTION]
    )
    made: dict[str, Any] = json.loads(record_to_json(Record.model_validate(values)))
    return made


def test_schema_is_one() -> None:
    """It is valid for its own dialect and names no address but that."""
    Validator.check_schema(record_schema())
    assert record_schema()["$id"].startswith("urn:")
    assert record_schema_text().count("://") == 1


def test_printed_record_is_valid(
    printed: dict[str, Any], complaints: Callable[[dict[str, Any]], list[str]]
) -> None:
    assert complaints(printed) == []


BROKEN: list[tuple[str, str, Any]] = [
    ("unknown-key", "extra", 1),
    ("another-version", "schema_version", "0.9"),
    ("no-date", "document signed_on", "31-01-2025"),
    ("no-such-day", "agreements 0 planning start", "2026-02-30"),
    ("no-cbs-code", "document municipality_code", "0307"),
    ("year-out-of-range", "document period_start", 25),
    ("theme-not-in-list", "agreements 0 theme", "wonen"),
    ("theme-of-no-section", "sections 0 theme", "wonen"),
    ("unit-not-in-list", "agreements 0 targets 0 unit", "huizen"),
    ("number-as-text", "agreements 0 targets 0 value", "40"),
    ("page-zero", "agreements 0 provenance 0 page_number", 0),
    ("boxes-not-a-list", "agreements 0 provenance", BOX),
    ("concreteness-four", "agreements 0 concreteness", 4),
    ("correction-to-an-object", "corrections 0 value", {}),
    ("negative-count", "coverage characters", -1),
]


@pytest.mark.parametrize(("path", "value"), [row[1:] for row in BROKEN], ids=[r[0] for r in BROKEN])
def test_broken_record_is_not(
    printed: dict[str, Any],
    complaints: Callable[[dict[str, Any]], list[str]],
    path: str,
    value: object,
) -> None:
    """One complaint about the one value that is wrong."""
    *outer, last = (int(key) if key.isdigit() else key for key in path.split())
    part: Any = printed
    for key in outer:
        part = part[key]
    part[last] = value
    assert len(complaints(printed)) == 1


@pytest.mark.parametrize("path", ["corrections", "document ocr", "agreements 0 corrected"])
def test_every_key_is_required(
    printed: dict[str, Any], complaints: Callable[[dict[str, Any]], list[str]], path: str
) -> None:
    """Also one with a default, for it is always printed."""
    part: Any = printed
    *outer, last = path.replace("ocr", "extractor ocr").split()
    for key in outer:
        part = part[int(key) if key.isdigit() else key]
    del part[last]
    assert complaints(printed) == [f"'{last}' is a required property"]


def test_arrow_schemas_can_be_made_of_the_json() -> None:
    """Names, types and what may be null: enough to write a table that fits."""
    tables = json.loads(arrow_schemas_text())["tables"]
    for table, spec in zip(tables, TABLES, strict=True):
        fields = [
            pa.field(c["name"], pa.type_for_alias(c["type"]), c["nullable"])
            for c in table["columns"]
        ]
        assert pa.schema(fields).equals(arrow_schema(spec)), table["name"]
