from __future__ import annotations

import shutil
from dataclasses import fields
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest
from tests.batch.builders import run, write_agreements

from prestatie_extract import load
from prestatie_extract.dataset import Dataset, write_database
from prestatie_extract.errors import ExitCode, MissingExtra, NoTables, OutputError
from prestatie_extract.schema.published import TABLES


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a run with three documents, one of which failed."""
    folder = tmp_path_factory.mktemp("in")
    write_agreements(folder, 2)
    (folder / "bad.pdf").write_text("<html>")
    run(folder, folder.parent / "out")
    return folder.parent / "out"


@pytest.fixture(scope="module")
def tables(out: Path) -> Dataset:
    return load(out)


def test_every_table_is_there() -> None:
    """A table that is written is loaded too."""
    assert [field.name for field in fields(Dataset)] == [table.name for table in TABLES]


def test_types_are_those_of_the_tables(tables: Dataset) -> None:
    """Numbers with gaps stay whole, codes are categories in the order of the contract."""
    assert str(tables.documents["page_count"].dtype) == "int32[pyarrow]"
    assert str(tables.agreements["period_start"].dtype) == "int16[pyarrow]"
    assert list(tables.findings["severity"].cat.categories) == ["info", "warning", "error"]
    assert sorted(tables.documents["status"]) == ["failed", "ok", "ok"]


def test_folder_of_the_tables_will_do(out: Path) -> None:
    """Who copied the Parquet files alone can load them too."""
    assert len(load(out / "parquet").documents) == 3


def test_agreements_with_targets(tables: Dataset) -> None:
    """No agreement is lost, and each target stands beside its own."""
    joined = tables.agreements_with_targets()
    assert set(joined["agreement_id"]) == set(tables.agreements["agreement_id"])
    assert joined["target_id"].notna().sum() == len(tables.targets)
    told = joined.dropna(subset=["target_id"])
    assert (told["target_id"].str.rpartition("/")[0] == told["agreement_id"]).all()
    assert joined.columns.is_unique


def test_by_party(tables: Dataset) -> None:
    """A row for each agreement, party and role, with names a person can read."""
    joined = tables.by_party()
    assert len(joined) == len(tables.agreement_parties) > 0
    assert "Het Anker" in set(joined["party_name"])
    assert joined.columns.is_unique


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda _: None, "no tables here: make them with", id="empty"),
        pytest.param(
            lambda path: path.write_bytes(b"PAR1"), "run prestatie-extract again", id="cut"
        ),
        pytest.param(
            lambda path: pd.DataFrame({"document_id": ["x"]}).to_parquet(path),
            "of another version",
            id="foreign",
        ),
    ],
)
def test_what_is_no_output_is_told(tmp_path: Path, make: object, message: str) -> None:
    """The message says what to do; there is no traceback of a library."""
    assert callable(make)
    make(tmp_path / "documents.parquet")
    with pytest.raises(NoTables, match=message):
        load(tmp_path)


@pytest.fixture
def copied(out: Path, tmp_path: Path) -> Path:
    """The tables in a folder of the test's own."""
    return Path(shutil.copytree(out / "parquet", tmp_path / "parquet"))


def remove(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(b"PAR1")


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGED = [
    pytest.param(make_folder, r"targets.parquet cannot be read \(Is a dir", id="folder"),
    pytest.param(remove, "targets.parquet is missing: run prestatie-extract again", id="missing"),
    pytest.param(cut, r"targets.parquet.*: run prestatie-extract again", id="cut"),
]


@pytest.mark.parametrize("read", [load, write_database])
@pytest.mark.parametrize(("damage", "message"), DAMAGED)
def test_table_that_is_not_there_is_named(
    copied: Path, read: Any, damage: Any, message: str
) -> None:
    """With what to do; the fault is the input's, not that of where the database is written."""
    damage(copied / "targets.parquet")
    with pytest.raises(NoTables, match=message) as caught:
        read(copied)
    assert caught.value.exit_code is ExitCode.NO_INPUT
    assert str(caught.value).count("targets.parquet") == 1 or damage is cut
    assert "\n" not in str(caught.value)
    assert not list(copied.glob("*.duckdb"))


# ----------------------------------------------------------------------------------------- DuckDB


@pytest.fixture(scope="module")
def database(out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_database(out, tmp_path_factory.mktemp("db") / "it's.duckdb")


def test_database_holds_the_same(tables: Dataset, database: Path) -> None:
    """Every table with as many rows, its key and a comment for each column."""
    with duckdb.connect(str(database), read_only=True) as connection:
        for table in TABLES:
            query = "SELECT comment FROM duckdb_columns() WHERE table_name = ?"
            comments = connection.execute(query, [table.name]).fetchall()
            assert comments == [(column.description,) for column in table.columns]
            assert len(connection.table(table.name)) == len(getattr(tables, table.name))


VIEWS = ("agreements_with_targets", "by_party")


@pytest.mark.parametrize("view", VIEWS)
def test_views_are_the_joins(tables: Dataset, database: Path, view: str) -> None:
    """SQL and pandas give the same columns and the same rows."""
    with duckdb.connect(str(database), read_only=True) as connection:
        relation = connection.view(view)
        names, rows = relation.columns, relation.fetchall()
    frame = getattr(tables, view)()
    assert set(names) == set(frame.columns)
    expected = frame[names].astype(object).where(frame[names].notna(), None)
    assert sorted(map(repr, rows)) == sorted(
        map(repr, (tuple(row) for row in expected.itertuples(index=False)))
    )


def test_database_is_replaced(out: Path, tmp_path: Path) -> None:
    """A second run writes over the first and leaves nothing beside it."""
    for _ in range(2):
        write_database(out, tmp_path / "x.duckdb")
    assert [path.name for path in tmp_path.iterdir()] == ["x.duckdb"]


def test_database_that_cannot_be_written(out: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="choose another --out"):
        write_database(out, tmp_path / "gone" / "x.duckdb")


def test_duckdb_that_is_not_installed(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(MissingExtra, match=r"prestatie-extract\[duckdb\]"):
        write_database(out)
