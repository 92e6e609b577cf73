from __future__ import annotations

import json
from pathlib import Path

import pytest
from frictionless import system, validate
from tests.write.builders import rows_of
from tests.write.test_write import Writer

from prestatie_extract.schema import Record
from prestatie_extract.schema.published import TABLES
from prestatie_extract.write import (
    DocumentRows,
    Failure,
    describe_tables,
    failure_to_rows,
    write_csv,
    write_tables,
)

ROOT = Path(__file__).resolve().parents[2]
FAILURE = Failure("in/b.pdf", "f" * 64, "encrypted_pdf", "the PDF is locked")
WRITERS = [
    pytest.param(write_tables, "parquet", id="parquet"),
    pytest.param(write_csv, "csv", id="csv"),
]


@pytest.fixture
def documents(record: Record) -> list[DocumentRows]:
    """A row in every table, and a failed document."""
    return [rows_of(record), failure_to_rows(FAILURE)]


@pytest.mark.parametrize(("write", "kind"), WRITERS)
def test_package_is_valid(
    write: Writer, kind: str, documents: list[DocumentRows], tmp_path: Path
) -> None:
    """Frictionless finds types, codes, keys and foreign keys as they are declared."""
    write(documents, tmp_path)
    with system.use_context(trusted=True):
        report = validate(str(tmp_path / kind / "datapackage.json"))
    assert report.flatten(["title", "note"]) == []
    assert [task.name for task in report.tasks] == [table.name for table in TABLES]


@pytest.mark.parametrize(("write", "kind"), WRITERS)
def test_package_of_nothing_is_valid(write: Writer, kind: str, tmp_path: Path) -> None:
    """Tables without rows are described as well."""
    write([], tmp_path)
    with system.use_context(trusted=True):
        report = validate(str(tmp_path / kind / "datapackage.json"))
    assert report.flatten(["title", "note"]) == []


def test_broken_key_is_seen(documents: list[DocumentRows], tmp_path: Path) -> None:
    """The package is no formality: a target of no agreement is found by who checks it."""
    [target] = documents[0]["targets"]
    write_csv([{**documents[0], "targets": [target | {"agreement_id": "x/9"}]}], tmp_path)
    with system.use_context(trusted=True):
        report = validate(str(tmp_path / "csv" / "datapackage.json"))
    found = [(task.name, error.type) for task in report.tasks for error in task.errors]
    assert found == [("targets", "foreign-key")]


def test_package_says_where_it_is_from(documents: list[DocumentRows], tmp_path: Path) -> None:
    """Sources are the documents, also those that failed; the licence is the publisher's."""
    write_tables(documents, tmp_path, "CC-BY-4.0")
    package = json.loads((tmp_path / "parquet" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"] == [{"name": "CC-BY-4.0"}]
    assert [source["path"] for source in package["sources"]] == ["in/merendaal.pdf", "in/b.pdf"]
    assert package["sources"][1]["version"] == "f" * 64


def test_no_licence_is_made_up(tmp_path: Path) -> None:
    """Where nobody named a licence the package says so."""
    write_tables([], tmp_path)
    package = json.loads((tmp_path / "parquet" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"] == [{"name": "notspecified", "title": "No licence is specified"}]


def test_columns_have_units_and_codes(tmp_path: Path) -> None:
    """What a number counts and which codes there are stands with the column."""
    write_tables([], tmp_path)
    package = json.loads((tmp_path / "parquet" / "datapackage.json").read_text(encoding="utf-8"))
    tables = {table["name"]: table["schema"]["fields"] for table in package["resources"]}
    fields = {field["name"]: field for field in tables["provenance"]}
    assert fields["x0"]["unit"] == "points"
    severity = next(field for field in tables["findings"] if field["name"] == "severity")
    assert severity["constraints"]["enum"] == ["info", "warning", "error"]


def test_dictionary_names_every_column() -> None:
    """DATA.md is made of the same declarations."""
    text = describe_tables()
    for table in TABLES:
        part = text.split(f"\n## {table.name}\n", 1)[1].split("\n## ", 1)[0]
        assert all(f"`{column.name}`" in part for column in table.columns)


def test_published_dictionary_is_true() -> None:
    """docs/DATA.md is what this version writes; `make docs` renews it."""
    assert (ROOT / "docs" / "DATA.md").read_text(encoding="utf-8") == describe_tables()
