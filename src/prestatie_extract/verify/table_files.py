"""Tables as they are in their files: rows, and whether the columns are those that are declared."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from prestatie_extract.schema.columns import ArrowType, TableSpec
from prestatie_extract.verify.places import TableFolder
from prestatie_extract.verify.violations import Violation
from prestatie_extract.write import FORMULA_STARTS, arrow_schema

Row = Mapping[str, Any]
NAMED = 3  # columns in one message
CELL_CHARS_MAX = 2**31 - 1  # what every platform takes; the text of an agreement has no limit

FLAGS = {"true": True, "false": False}
PARSERS: Mapping[ArrowType, Callable[[str], Any]] = {
    "string": str,
    "int16": int,
    "int32": int,
    "float64": float,
    "bool": FLAGS.__getitem__,
    "date32": date.fromisoformat,
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table that could be read and has the columns that are declared."""

    spec: TableSpec
    rows: Sequence[Row]


class _Wrong(Exception):  # noqa: N818 (it carries what is told)
    """The table is not as declared."""

    def __init__(self, violation: Violation) -> None:
        self.violation = violation


def read_table(folder: TableFolder, spec: TableSpec) -> Table | Violation:
    """The table, or why it cannot be used."""
    path = folder.path / f"{spec.name}.{folder.kind}"
    if not path.is_file():
        return Violation("table_missing", {"table": spec.name})
    try:
        rows = _read_parquet(path, spec) if folder.kind == "parquet" else _read_csv(path, spec)
    except _Wrong as wrong:
        return wrong.violation
    return Table(spec, rows)


def _read_parquet(path: Path, spec: TableSpec) -> list[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            table = file.read()
    except (OSError, pa.ArrowException) as error:
        raise _unreadable(spec, str(error)) from error
    declared = arrow_schema(spec)
    _compare_names(table.column_names, spec)
    types = {f.name: f.type for f in table.schema}
    if wrong := [f"{f.name} is {types[f.name]}, not {f.type}" for f in declared
                 if types[f.name] != f.type]:  # fmt: skip
        raise _mismatch(spec, _join(wrong))
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows


def _read_csv(path: Path, spec: TableSpec) -> list[dict[str, Any]]:
    csv.field_size_limit(CELL_CHARS_MAX)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            _compare_names(list(reader.fieldnames or ()), spec)
            return [_parse_row(row, spec, reader.line_num) for row in reader]
    except (OSError, UnicodeError, csv.Error) as error:
        raise _unreadable(spec, str(error)) from error


def _parse_row(row: dict[str, Any], spec: TableSpec, line: int) -> dict[str, Any]:
    if None in row or None in row.values():
        raise _unreadable(spec, f"line {line} has not as many cells as there are columns")
    return {
        column.name: _parse_cell(row[column.name], column.type, f"{column.name}, line {line}", spec)
        for column in spec.columns
    }


def _parse_cell(text: str, kind: ArrowType, where: str, spec: TableSpec) -> Any:
    """The value; None for an empty cell. The quote before what looks like a formula is ours."""
    if not text:
        return None
    if kind == "string":
        return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text
    try:
        return PARSERS[kind](text)
    except (ValueError, KeyError) as error:
        raise _mismatch(spec, f"{where}: {text!r} is no {kind}") from error


def _compare_names(names: Sequence[str], spec: TableSpec) -> None:
    declared = [column.name for column in spec.columns]
    if list(names) == declared:
        return
    missing = [f"{name} is missing" for name in declared if name not in names]
    unknown = [f"{name} is unknown" for name in names if name not in declared]
    raise _mismatch(spec, _join([*missing, *unknown]) or "the columns are in another order")


def _join(problems: Sequence[str]) -> str:
    more = f" and {len(problems) - NAMED} more" if len(problems) > NAMED else ""
    return ", ".join(problems[:NAMED]) + more


def _mismatch(spec: TableSpec, problem: str) -> _Wrong:
    return _Wrong(Violation("column_mismatch", {"table": spec.name, "problem": problem}))


def _unreadable(spec: TableSpec, reason: str) -> _Wrong:
    words = " ".join(reason.split())
    return _Wrong(Violation("table_unreadable", {"table": spec.name, "reason": words}))


def find_keys(table: Table) -> Iterator[tuple[Any, ...]]:
    """The key of each row."""
    for row in table.rows:
        yield tuple(row[name] for name in table.spec.key)
