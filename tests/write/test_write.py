from __future__ import annotations

import csv
import json
import string
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.write.builders import rows_of, rows_of_all

from prestatie_extract.errors import OutputError
from prestatie_extract.schema import SCHEMA_VERSION, Record
from prestatie_extract.schema.columns import TableSpec
from prestatie_extract.schema.published import TABLES
from prestatie_extract.write import (
    Failure,
    failure_to_rows,
    json_to_record,
    record_to_json,
    record_to_rows,
    write_csv,
    write_tables,
)
from prestatie_extract.write.csv_files import cell_to_text
from prestatie_extract.write.json_files import json_name
from prestatie_extract.write.parquet_files import arrow_schema
from prestatie_extract.write.rows import DocumentRows

PARTY_IDS = ["gemeente-merendaal", "het-anker"]
THEMES = ["beschikbaarheid", "betaalbaarheid", "duurzaamheid", "leefbaarheid", "overig"]
SETTINGS = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
years = st.none() | st.integers(1990, 2100)
boxes = st.tuples(*(st.floats(0, 400),) * 4).map(
    lambda b: {"x0": b[0], "top": b[1], "x1": b[0] + b[2], "bottom": b[1] + b[3]}
)


@st.composite
def provenances(draw: st.DrawFn) -> list[dict[str, Any]]:
    pages = sorted(draw(st.sets(st.integers(1, 90), max_size=3)))
    return [{"page_number": number, **draw(boxes)} for number in pages]


@st.composite
def targets(draw: st.DrawFn, text: str, agreement_id: str, place: int) -> dict[str, Any]:
    start = draw(st.integers(0, len(text) - 1)) if text else None
    end = draw(st.integers(start + 1, len(text))) if start is not None else None
    value = draw(st.floats(-1e9, 1e9))
    return {
        "target_id": f"{agreement_id}/t{place}",
        "raw": text[start:end] if text else draw(texts),
        "where": "text" if text else "table",
        "start": start,
        "end": end,
        "value": value,
        "value_max": draw(st.none() | st.floats(value, 1e10)),
        "unit": draw(st.sampled_from(["woningen", "%", "EUR", "overig:bomen"])),
        "qualifier": draw(st.sampled_from(["exact", "min", "max", "ca", "range", "delta"])),
        "subject": draw(st.none() | texts),
        "party_id": draw(st.none() | st.sampled_from(PARTY_IDS)),
        "period": draw(st.none() | texts),
        "role": draw(st.sampled_from(["target", "condition", "context"])),
        "role_source": draw(st.sampled_from(["rule", "model", "default"])),
        "provenance": draw(provenances()),
    }


@st.composite
def agreements(draw: st.DrawFn, document_id: str, ordinal: int) -> dict[str, Any]:
    agreement_id = f"{document_id}/1/{ordinal}"
    text, party_ids = draw(texts), st.lists(st.sampled_from(PARTY_IDS), max_size=3)
    day = draw(st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1)))
    themes = draw(st.lists(st.sampled_from(THEMES), unique=True, max_size=3))
    role = st.fixed_dictionaries({"raw": st.none() | texts, "names": st.lists(texts, max_size=2)})
    return {
        "agreement_id": agreement_id,
        "ordinal": ordinal,
        "number": draw(st.none() | texts),
        "kind": draw(st.sampled_from(["afspraak", "inzet", "doelstelling"])),
        "section_id": draw(st.none() | st.just(f"{document_id}/s1")),
        "theme": draw(st.sampled_from(THEMES)),
        "themes": [
            {
                "theme": theme,
                "score": draw(st.floats(0, 1)),
                "source": draw(st.sampled_from(["heading", "model"])),
                "content_score": draw(st.none() | st.floats(0, 1)),
            }
            for theme in themes
        ],
        "title": draw(st.none() | texts),
        "text": text,
        "items": draw(st.lists(texts, max_size=2)),
        "horizon": draw(st.none() | texts),
        "trekker": draw(role) | {"party_ids": draw(party_ids), "source": None},
        "involved": draw(role) | {"party_ids": draw(party_ids)},
        "planning": {"raw": draw(st.none() | texts), "start": day, "end": day},
        "context": draw(st.dictionaries(st.text(string.ascii_lowercase), texts, max_size=2)),
        "refs": [{"raw": draw(texts), "number": "1", "agreement_id": agreement_id}],
        "party_ids": draw(party_ids),
        "targets": [
            draw(targets(text, agreement_id, i + 1)) for i in range(draw(st.integers(0, 2)))
        ],
        "provenance": draw(provenances()),
        "form": draw(st.sampled_from(["list", "coded", "group", "matrix"])),
        "confidence": draw(st.floats(0, 1)),
        "commitment_type": draw(st.none() | st.sampled_from(["intentie", "proces", "output"])),
        "commitment_source": draw(st.none() | st.sampled_from(["rule", "model"])),
        "commitment_score": draw(st.none() | st.floats(0, 1)),
        "concreteness": draw(st.none() | st.sampled_from([1, 2, 3])),
        "concreteness_source": draw(st.none() | st.sampled_from(["rule", "model"])),
        "concreteness_score": draw(st.none() | st.floats(0, 1)),
    }


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any record that the contract allows, texts with control characters included."""
    sha256 = draw(st.text("0123456789abcdef", min_size=64, max_size=64))
    year, count = draw(years), draw(st.integers(0, 1000))
    document_id = sha256[:12]
    made = range(draw(st.integers(0, 3)))
    values = {
        "schema_version": "1.5",
        "document": {
            "document_id": document_id,
            "source_path": draw(texts),
            "source_sha256": sha256,
            "media_type": "application/pdf",
            "page_count": draw(st.none() | st.integers(0, 999)),
            "text_status": "digital",
            "title": draw(st.none() | texts),
            "municipality": draw(st.none() | texts),
            "municipality_code": draw(st.none() | st.just("GM0307")),
            "kind": "kader",
            "period_start": year,
            "period_end": year,
            "signed_on": draw(st.none() | st.dates()),
            "extractor": {
                "name": "x",
                "version": "1",
                "model": None,
                "config_sha256": sha256,
                "ocr": None,
            },
        },
        "parties": [
            {
                "party_id": party_id,
                "name": draw(texts),
                "type": "corporatie",
                "aliases": draw(st.lists(texts, max_size=2)),
                "signatory": draw(st.booleans()),
                "match": {"method": "fuzzy", "score": draw(st.floats(0, 100))},
            }
            for party_id in PARTY_IDS
        ],
        "sections": [
            {
                "section_id": f"{document_id}/s1",
                "number": draw(st.none() | texts),
                "title": draw(texts),
                "level": draw(st.integers(1, 6)),
                "parent_id": None,
                "page_number": draw(st.none() | st.integers(1, 99)),
                "theme": None,
            }
        ],
        "agreements": [draw(agreements(document_id, i + 1)) for i in made],
        "findings": [
            {
                "code": "numbering_gap",
                "severity": "warning",
                "message": draw(texts),
                "page_number": None,
                "agreement_id": None,
            }
        ],
        "coverage": {
            "characters": count,
            "agreements": count,
            "sections": 0,
            "tables": 0,
            "furniture": 0,
            "unassigned": 0,
            "pages": [],
        },
    }
    return Record.model_validate(values)


# ------------------------------------------------------------------------------------------- JSON


@SETTINGS
@given(records())
def test_json_comes_back(record: Record) -> None:
    """The same record, and written again the same bytes."""
    text = record_to_json(record)
    again = json_to_record(text.encode())
    assert again == record
    assert record_to_json(again) == text


@SETTINGS
@given(records())
def test_json_is_safe_to_print(record: Record) -> None:
    """No control character stands in it but the line breaks of its layout."""
    text = record_to_json(record)
    assert not [c for c in text if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160)]
    assert json.loads(text) == record.model_dump(mode="json")


def test_json_is_readable(record: Record) -> None:
    """Letters stand as they are, short values on one line, keys in the order of the contract."""
    document = record.document.model_copy(update={"title": "Coöperatie “Ons Huis” €"})
    lines = record_to_json(record.model_copy(update={"document": document})).splitlines()
    assert lines[:2] == ["{", ' "schema_version": "1.5",']
    assert '  "title": "Coöperatie “Ons Huis” €",' in lines
    assert any(line.lstrip().startswith('"planning": {"raw": ') for line in lines)


@pytest.mark.parametrize(
    ("source_path", "expected"),
    [
        ("in/Afspraken 2025.pdf", "Afspraken 2025-"),
        ("a\x1b[2J:b.pdf", "a_[2J_b-"),
        ("", "document-"),
        ("é" * 150 + ".pdf", "é" * 100 + "-"),
    ],
    ids=["folder-left-out", "control-characters", "no-name", "too-long"],
)
def test_file_name_is_safe(record: Record, source_path: str, expected: str) -> None:
    document = record.document.model_copy(update={"source_path": source_path})
    name = json_name(record.model_copy(update={"document": document}))
    assert name == f"{expected}{record.document.source_sha256[:8]}.json"


# ----------------------------------------------------------------------------------------- tables


def read_table(out_dir: Path, table: TableSpec) -> Any:
    import pyarrow.parquet as pq

    return pq.read_table(out_dir / "parquet" / f"{table.name}.parquet")


@SETTINGS
@given(st.lists(records(), max_size=3, unique_by=lambda record: record.document.document_id))
def test_parquet_comes_back(tmp_path: Path, made: list[Record]) -> None:
    """All rows with their values and types, sorted by key over all documents."""
    made = sorted(made, key=lambda record: record.document.document_id)
    documents = rows_of_all(made)
    write_tables(documents, tmp_path)
    for table in TABLES:
        read = read_table(tmp_path, table)
        assert read.schema.equals(arrow_schema(table), check_metadata=True)
        rows = read.to_pylist()
        assert rows == [
            {column.name: row[column.name] for column in table.columns}
            for document in documents
            for row in document.get(table.name, ())
        ]
        keys = [tuple(row[name] for name in table.key) for row in rows]
        assert keys == sorted(set(keys))


@SETTINGS
@given(records())
def test_rows_have_the_declared_columns(record: Record) -> None:
    """No value is dropped in silence because its column is missing, and none is made up."""
    for table in TABLES:
        for row in rows_of(record)[table.name]:
            assert set(row) == {column.name for column in table.columns}


Writer = Callable[[list[DocumentRows], Path], list[Path]]


@pytest.mark.parametrize("write", [write_tables, write_csv])
def test_same_rows_give_the_same_bytes(write: Writer, record: Record, tmp_path: Path) -> None:
    """Two runs into two folders, and one over another, differ in nothing."""
    first = write([rows_of(record)], tmp_path / "a")
    second = write([rows_of(record)], tmp_path / "b")
    contents = [path.read_bytes() for path in first]
    assert contents == [path.read_bytes() for path in second]
    write([rows_of(record)], tmp_path / "a")
    assert contents == [path.read_bytes() for path in first]


def test_table_without_rows_keeps_its_types(tmp_path: Path) -> None:
    """Tables of several runs can be read together even where one is empty."""
    write_tables([], tmp_path)
    for table in TABLES:
        read = read_table(tmp_path, table)
        assert (read.num_rows, read.schema) == (0, arrow_schema(table))


def test_metadata_explains_the_table(tmp_path: Path) -> None:
    """Schema version and a description of each column travel with the file."""
    write_tables([], tmp_path)
    schema = read_table(tmp_path, TABLES[0]).schema
    assert schema.metadata[b"schema_version"].decode() == SCHEMA_VERSION
    descriptions = json.loads(schema.metadata[b"column_descriptions"])
    assert descriptions["municipality_code"] == (
        schema.field("municipality_code").metadata[b"description"].decode()
    )


def test_failed_document_has_its_row(record: Record, tmp_path: Path) -> None:
    """Why it failed stands beside those that were converted; nothing else is made up."""
    failure = Failure("in/b.pdf", "f" * 64, "encrypted_pdf", "the PDF is locked")
    write_tables([record_to_rows(record), failure_to_rows(failure, ["c.pdf"])], tmp_path)
    [_, row] = read_table(tmp_path, TABLES[0]).to_pylist()
    assert {key: value for key, value in row.items() if value is not None} == {
        "document_id": "f" * 12,
        "source_path": "in/b.pdf",
        "source_sha256": "f" * 64,
        "status": "failed",
        "error_code": "encrypted_pdf",
        "error_message": "the PDF is locked",
        "duplicate_paths": "c.pdf",
    }


def test_unread_files_do_not_share_an_id() -> None:
    """Two files whose bytes are unknown are two documents."""
    ids = {Failure(path, None, "unreadable_file", "").document_id for path in ("a", "b")}
    assert {len(made) for made in ids} == {12}
    assert len(ids) == 2


def test_tables_are_all_or_nothing(record: Record, tmp_path: Path) -> None:
    """When a row cannot be written the old tables stay and no half ones remain."""
    write_tables([rows_of(record)], tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    assert len(before) == len(TABLES) + 2
    with pytest.raises(KeyError):
        write_tables([{"documents": [], "targets": [{"target_id": "x"}]}], tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == before


@pytest.mark.parametrize("write", [write_tables, write_csv])
def test_output_that_cannot_be_written(write: Writer, tmp_path: Path) -> None:
    """A file where a folder is needed is told with what to do."""
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(OutputError, match="choose another --out"):
        write([], tmp_path / "out")


def test_every_table_has_a_row(record: Record) -> None:
    """The record above leaves no table untried."""
    assert {name for name, rows in rows_of(record).items() if rows} == {
        table.name for table in TABLES
    }


# -------------------------------------------------------------------------------------------- CSV


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+31", "'+31"),
        ("- streep", "'- streep"),
        ("@cmd", "'@cmd"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("a=1", "a=1"),
        ("", ""),
        (-29.0, "-29.0"),
        (True, "true"),
        (None, ""),
        (date(2025, 1, 31), "2025-01-31"),
    ],
)
def test_cell_is_no_formula(value: object, expected: str) -> None:
    """Text that a spreadsheet would run is quoted; a negative number stays a number."""
    assert cell_to_text(value) == expected


def test_csv_holds_the_same_rows(record: Record, tmp_path: Path) -> None:
    """Header and cells are those of the tables."""
    rows = rows_of(record)
    write_csv([rows], tmp_path)
    for table in TABLES:
        with (tmp_path / "csv" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            read = list(csv.DictReader(file))
        assert read == [
            {column.name: cell_to_text(row[column.name]) for column in table.columns}
            for row in rows[table.name]
        ]
