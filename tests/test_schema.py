from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from prestatie_extract.schema import Record
from prestatie_extract.schema.agreement import Agreement, Planning, Target
from prestatie_extract.schema.columns import TableSpec
from prestatie_extract.schema.correction import CorrectionResult
from prestatie_extract.schema.model import Box, Model
from prestatie_extract.schema.published import TABLES
from prestatie_extract.schema.record import Document, Extractor, Finding, Party, Section

TEXT = "De gemeente geeft maximaal 40 vergunningen af."


def target(**changes: Any) -> dict[str, Any]:
    return {
        "target_id": "0123456789ab/1/1/t1",
        "raw": "maximaal 40 vergunningen",
        "where": "text",
        "start": 18,
        "end": 42,
        "value": 40,
        "value_max": None,
        "unit": "overig:vergunningen",
        "qualifier": "max",
        "subject": "vergunningen",
        "party_id": "gemeente-merendaal",
        "period": None,
        "role": "target",
        "role_source": "rule",
        "provenance": [],
        "corrected": [],
    } | changes


def agreement(**changes: Any) -> dict[str, Any]:
    nobody: dict[str, Any] = {"raw": None, "names": [], "party_ids": []}
    return {
        "agreement_id": "0123456789ab/1/1",
        "ordinal": 1,
        "number": "1",
        "kind": "afspraak",
        "section_id": "0123456789ab/s1",
        "theme": "overig",
        "themes": [],
        "title": None,
        "text": TEXT,
        "items": [],
        "horizon": None,
        "trekker": nobody | {"source": None},
        "involved": nobody,
        "planning": {"raw": None, "start": None, "end": None},
        "context": {},
        "refs": [],
        "party_ids": [],
        "targets": [target()],
        "provenance": [],
        "form": "list",
        "confidence": 0.9,
        "commitment_type": "output",
        "commitment_source": "model",
        "commitment_score": 0.87,
        "concreteness": 3,
        "concreteness_source": "rule",
        "concreteness_score": 1.0,
        "corrected": [],
    } | changes


def section(**changes: Any) -> dict[str, Any]:
    return {
        "section_id": "0123456789ab/s1",
        "number": "1",
        "title": "Vergunningen",
        "level": 1,
        "parent_id": None,
        "page_number": None,
        "theme": None,
    } | changes


def document(**changes: Any) -> dict[str, Any]:
    return {
        "document_id": "0123456789ab",
        "source_path": "merendaal.txt",
        "source_sha256": "0123456789ab" + "0" * 52,
        "media_type": "text/plain",
        "page_count": None,
        "text_status": "text",
        "title": None,
        "municipality": "Merendaal",
        "municipality_code": None,
        "kind": "kader",
        "period_start": 2025,
        "period_end": 2028,
        "signed_on": None,
        "extractor": {
            "name": "prestatie-extract",
            "version": "0",
            "model": None,
            "config_sha256": "0" * 64,
            "ocr": None,
            "corrections_sha256": None,
        },
    } | changes


def record(**changes: Any) -> dict[str, Any]:
    return {
        "schema_version": "1.5",
        "document": document(),
        "parties": [
            {
                "party_id": "gemeente-merendaal",
                "name": "Gemeente Merendaal",
                "type": "gemeente",
                "aliases": [],
                "signatory": True,
                "match": {"method": "new", "score": 100},
            }
        ],
        "sections": [section()],
        "agreements": [agreement()],
        "findings": [],
        "coverage": {
            "characters": 10,
            "agreements": 6,
            "sections": 4,
            "tables": 0,
            "furniture": 0,
            "unassigned": 0,
            "pages": [],
        },
    } | changes


def test_consistent_record_is_taken() -> None:
    """The record that the tests below break is whole."""
    assert Record.model_validate(record()).agreements[0].targets[0].value == 40


BROKEN: list[tuple[str, dict[str, Any], str]] = [
    ("unknown-key", record(extra=1), "Extra inputs"),
    ("id-of-another-file", record(document=document(document_id="f" * 12)), "start of source"),
    ("period-backwards", record(document=document(period_start=2029)), "ends before it starts"),
    ("no-cbs-code", record(document=document(municipality_code="0307")), "GM"),
    ("parent-missing", record(sections=[section(parent_id="0123456789ab/s9")]), "parent_id"),
    ("two-of-one-id", record(agreements=[agreement(), agreement(targets=[])]), "not unique"),
    ("section-missing", record(sections=[]), "section_id is unknown"),
    ("party-missing", record(parties=[]), "party_id is unknown"),
    (
        "reference-to-nothing",
        record(agreements=[agreement(refs=[{"raw": "9", "number": "9", "agreement_id": "x/9"}])]),
        "agreement_id in refs is unknown",
    ),
    (
        "finding-about-nothing",
        record(
            findings=[
                {
                    "code": "numbering_gap",
                    "severity": "warning",
                    "message": "",
                    "page_number": None,
                    "agreement_id": "x/9",
                }
            ]
        ),
        "agreement_id in findings is unknown",
    ),
]


@pytest.mark.parametrize(
    ("values", "message"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
def test_contradicting_record_is_refused(values: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Record.model_validate(values)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param({"start": 17, "end": 41}, "not at its offsets", id="one-off"),
        pytest.param({"where": "title"}, "not at its offsets", id="another-text"),
        pytest.param({"where": "context:toelichting"}, "not at its offsets", id="no-such-column"),
        pytest.param({"end": None}, "half a span", id="half-a-span"),
        pytest.param({"start": 42, "end": 18}, "backwards", id="backwards"),
        pytest.param({"value_max": 30}, "range is backwards", id="range-backwards"),
        pytest.param({"unit": "huizen"}, "pattern", id="unit-not-in-list"),
        pytest.param({"value": float("nan")}, "finite", id="not-a-number"),
    ],
)
def test_target_that_does_not_fit_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Agreement.model_validate(agreement(targets=[target(**changes)]))


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"items": [TEXT]}, id="item"),
        pytest.param({"context": {"toelichting": TEXT}}, id="context:toelichting"),
        pytest.param({"title": TEXT}, id="title"),
        pytest.param({"planning": {"raw": TEXT, "start": None, "end": None}}, id="planning"),
    ],
)
def test_target_may_stand_in_any_text(
    changes: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    """Offsets are those of the text that `where` names."""
    where = request.node.callspec.id
    values = agreement(text="Zie hiernaast.", targets=[target(where=where)]) | changes
    assert Agreement.model_validate(values).targets[0].where == where


def test_table_cell_has_no_offsets() -> None:
    """A target in a table has none, and is refused with them."""
    cell = target(where="table", raw="40", start=None, end=None)
    assert Agreement.model_validate(agreement(targets=[cell])).targets[0].start is None
    with pytest.raises(ValidationError, match="not at its offsets"):
        Agreement.model_validate(agreement(targets=[target(where="table")]))


@pytest.mark.parametrize(
    ("model", "values", "message"),
    [
        (Box, {"page_number": 1, "x0": 9, "top": 0, "x1": 1, "bottom": 1}, "inside out"),
        (Box, {"page_number": 0, "x0": 0, "top": 0, "x1": 1, "bottom": 1}, "greater than"),
        (Planning, {"raw": "2", "start": "2026-01-02", "end": "2026-01-01"}, "ends before"),
        (Planning, {"raw": "2", "start": "2026-02-30", "end": None}, "date"),
    ],
    ids=["box-mirrored", "page-zero", "planning-backwards", "no-such-day"],
)
def test_value_that_cannot_be_is_refused(
    model: type[Model], values: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValidationError, match=message):
        model.model_validate(values)


def test_provenance_is_one_box_a_page() -> None:
    """Two boxes on one page would break the key of the provenance table."""
    box = {"page_number": 1, "x0": 0, "top": 0, "x1": 1, "bottom": 1}
    with pytest.raises(ValidationError, match="one box a page"):
        Agreement.model_validate(agreement(provenance=[box, box]))


def test_coverage_adds_up() -> None:
    """A character that is in no class or in two is refused."""
    values = record()
    values["coverage"]["agreements"] = 7
    with pytest.raises(ValidationError, match="hold 11 characters, not 10"):
        Record.model_validate(values)


def test_points_are_rounded() -> None:
    """A box keeps hundredths of a point and no negative zero."""
    box = Box(page_number=1, x0=-0.001, top=1.005001, x1=2.999, bottom=3.14159)
    assert box.model_dump_json() == '{"page_number":1,"x0":0.0,"top":1.01,"x1":3.0,"bottom":3.14}'


def test_keys_stand_in_the_order_of_the_contract() -> None:
    """Whatever order the values came in, they are printed in that of the contract."""
    values = dict(reversed(record().items()))
    printed = json.loads(Record.model_validate(values).model_dump_json())
    assert list(printed) == [
        "schema_version",
        "document",
        "parties",
        "sections",
        "agreements",
        "findings",
        "coverage",
        "corrections",
    ]
    assert list(printed["agreements"][0]) == list(agreement())
    assert list(printed["agreements"][0]["targets"][0]) == list(target())
    assert list(printed["document"]) == list(document())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_table_is_fully_declared(table: TableSpec) -> None:
    """Each column is described and declared once; the key is among the columns."""
    names = [column.name for column in table.columns]
    assert len(names) == len(set(names))
    assert set(table.key) <= set(names)
    assert all(column.description for column in table.columns)


REPEATED: list[tuple[str, type[Model], set[str]]] = [
    ("documents", Document, {"extractor"}),
    ("parties", Party, {"aliases", "match"}),
    ("sections", Section, set()),
    (
        "agreements",
        Agreement,
        {
            "themes",
            "items",
            "trekker",
            "involved",
            "planning",
            "context",
            "refs",
            "party_ids",
            "targets",
            "provenance",
            "corrected",
        },
    ),
    ("targets", Target, {"provenance", "corrected"}),
    ("provenance", Box, set()),
    ("findings", Finding, set()),
    ("corrections", CorrectionResult, {"was", "value", "found"}),
]


@pytest.mark.parametrize(("name", "model", "nested"), REPEATED, ids=[row[0] for row in REPEATED])
def test_record_fields_are_columns(name: str, model: type[Model], nested: set[str]) -> None:
    """Every flat key of the record is a column with the same name and description."""
    table = next(table for table in TABLES if table.name == name)
    columns = {column.name: column.description for column in table.columns}
    for field, info in model.model_fields.items():
        if field not in nested:
            assert columns[field] == info.description


def test_extractor_is_flattened() -> None:
    """The documents table says with which extractor each row was made."""
    names = {column.name for column in TABLES[0].columns}
    assert {f"extractor_{field}" for field in Extractor.model_fields} <= names


def test_version_of_the_package_is_that_of_the_project(pytestconfig: pytest.Config) -> None:
    """The version in the records is the one that is published."""
    from prestatie_extract import __version__

    project = Path(pytestconfig.rootpath, "pyproject.toml").read_text(encoding="utf-8")
    assert f'\nversion = "{__version__}"\n' in project


def test_codes_of_a_column_are_those_of_the_record() -> None:
    """A column that repeats a coded key knows the codes, also where it may be null."""
    agreements = next(table for table in TABLES if table.name == "agreements")
    codes = {column.name: column.codes for column in agreements.columns}
    assert codes["commitment_type"] == ("intentie", "proces", "output")
    assert codes["theme"][0] == "beschikbaarheid"
    assert codes["title"] == ()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_foreign_keys_lead_to_a_key(table: TableSpec) -> None:
    """A foreign key joins columns that exist to the whole key of a table that exists."""
    keys = {other.name: other.key for other in TABLES}
    for foreign in table.foreign_keys:
        assert set(foreign.columns) <= {column.name for column in table.columns}
        assert foreign.key == keys[foreign.table]
        assert len(foreign.columns) == len(foreign.key)
