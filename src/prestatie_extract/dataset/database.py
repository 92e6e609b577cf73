"""The tables as a DuckDB file: typed, described, with keys and the same joins as views."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from prestatie_extract.dataset.loading import AGAIN, find_table, find_tables
from prestatie_extract.errors import MissingExtra, NoTables, OutputError
from prestatie_extract.schema.columns import ArrowType, TableSpec
from prestatie_extract.schema.published import TABLES

FILE_NAME = "prestatieafspraken.duckdb"
TYPES: dict[ArrowType, str] = {
    "string": "VARCHAR",
    "int16": "SMALLINT",
    "int32": "INTEGER",
    "float64": "DOUBLE",
    "bool": "BOOLEAN",
    "date32": "DATE",
}
VIEWS = {
    "agreements_with_targets": (
        "A row for each target beside its agreement; an agreement without targets has one row.",
        """\
SELECT agreements.*, targets.* EXCLUDE (agreement_id, document_id, theme{shared})
       {renamed}
FROM agreements LEFT JOIN targets USING (agreement_id)""",
    ),
    "by_party": (
        "A row for each agreement, party and role, with the party's name and type.",
        """\
SELECT parties.party_id, parties.organisation_id, parties.name AS party_name,
       parties.type AS party_type, parties.signatory, agreement_parties.role, agreements.*
FROM agreement_parties
JOIN agreements USING (agreement_id)
JOIN parties USING (document_id, party_id)""",
    ),
}


def write_database(folder: str | Path, file: str | Path | None = None) -> Path:
    """A DuckDB file with all tables of an output folder, and views; it replaces an older one.

    Args:
        folder: the output folder.
        file: where to write; `prestatieafspraken.duckdb` in that folder where None.

    Raises:
        NoTables: the folder has no tables, one is missing or cannot be read, or they are of
            another version.
        MissingExtra: duckdb is not installed.
        OutputError: the file could not be written.
    """
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtra("not installed: pip install 'prestatie-extract[duckdb]'") from error
    tables = find_tables(folder)
    paths = {table.name: find_table(tables, table.name) for table in TABLES}
    target = Path(file) if file else Path(folder) / FILE_NAME
    temporary = target.with_name(f".{target.name}.tmp")
    try:
        temporary.unlink(missing_ok=True)
        with duckdb.connect(str(temporary)) as connection:
            for statement in _statements(paths):
                connection.execute(statement)
        temporary.replace(target)
    except (OSError, duckdb.IOException) as error:
        raise OutputError(f"cannot write {target} ({error}): choose another --out") from error
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise NoTables(f"{tables}: {reason}: {AGAIN}") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return target


def _statements(paths: Mapping[str, Path]) -> Iterator[str]:
    for table in TABLES:
        yield from _make_table(table, paths[table.name])
    for name, (comment, query) in VIEWS.items():
        yield f"CREATE VIEW {name} AS {query.format(**_shared_columns())}"
        yield f"COMMENT ON VIEW {name} IS {_quote(comment)}"


def _make_table(table: TableSpec, path: Path) -> Iterator[str]:
    columns = [f'"{column.name}" {TYPES[column.type]}' for column in table.columns]
    key = ", ".join(table.key)
    yield f'CREATE TABLE "{table.name}" ({", ".join(columns)}, PRIMARY KEY ({key}))'
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    source = f"read_parquet({_quote(str(path))})"
    yield f'INSERT INTO "{table.name}" SELECT {names} FROM {source}'  # noqa: S608 (our own names)
    yield f'COMMENT ON TABLE "{table.name}" IS {_quote(table.description)}'
    for column in table.columns:
        comment = _quote(column.description)
        yield f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS {comment}'


def _shared_columns() -> dict[str, str]:
    """What targets and agreements call the same and mean differently."""
    named = {table.name: [column.name for column in table.columns] for table in TABLES}
    keys = {"agreement_id", "document_id", "theme"}
    shared = [name for name in named["targets"] if name in named["agreements"] and name not in keys]
    return {
        "shared": "".join(f", {name}" for name in shared),
        "renamed": "".join(f", targets.{name} AS target_{name}" for name in shared),
    }


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
