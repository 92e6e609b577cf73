"""Tables against the records that they were made of: the same rows, value by value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from prestatie_extract.schema.analysis_tables import TARGET_LEDGER
from prestatie_extract.schema.columns import TableSpec
from prestatie_extract.schema.entity_tables import ORGANISATION_LINK
from prestatie_extract.schema.record import Record
from prestatie_extract.schema.tables import DOCUMENTS, RECORD_TABLES
from prestatie_extract.verify.table_files import Row
from prestatie_extract.verify.tables import Tables, show_key
from prestatie_extract.verify.violations import Violation
from prestatie_extract.write import record_to_rows

FROM_ELSEWHERE = frozenset(("duplicate_paths", *(column.name for column in ORGANISATION_LINK)))
"""Columns that a record alone does not tell."""
IN_LEDGER = "target"
"""The role of the targets that the ledger repeats."""
SHOWN_CHARS = 60  # of a value in a message

ByDocument = Mapping[str, Mapping[str, Sequence[Row]]]
"""Rows by table and document_id."""


def group_rows(tables: Tables) -> ByDocument:
    """The rows of each table by the document that they are of."""
    return {name: _group(table.rows) for name, table in tables.items()}


def _group(rows: Iterable[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        document_id = row.get("document_id") or str(row.get("agreement_id", "")).partition("/")[0]
        grouped.setdefault(document_id, []).append(row)
    return grouped


def compare_record(record: Record, rows: ByDocument) -> Iterator[tuple[TableSpec, Violation]]:
    """One violation for each table whose rows of the document are not those of its record."""
    document_id = record.document.document_id
    if document_id not in rows.get(DOCUMENTS.name, {document_id: ()}):
        yield DOCUMENTS, differs(DOCUMENTS.name, "it does not list the document")
        return
    expected = dict(record_to_rows(record))
    counted = [row for row in expected["targets"] if row["role"] == IN_LEDGER]
    expected[TARGET_LEDGER.name] = counted
    for spec in (*RECORD_TABLES, TARGET_LEDGER):
        if spec.name in rows:
            problem = _compare(expected[spec.name], rows[spec.name].get(document_id, ()), spec)
            if problem:
                yield spec, differs(spec.name, problem)


def differs(table: str, problem: str) -> Violation:
    """A table that does not say what the records do."""
    return Violation("table_differs_from_record", {"table": table, "problem": problem})


def _compare(expected: Iterable[Row], found: Iterable[Row], spec: TableSpec) -> str:
    """What is wrong with the rows; "" where they are the same."""
    due = {tuple(row[name] for name in spec.key): row for row in expected}
    there = {tuple(row[name] for name in spec.key): row for row in found}
    told = set(next(iter(due.values()), {})) - FROM_ELSEWHERE
    names = [column.name for column in spec.columns if column.name in told]
    return _describe(due, there, names)


def _describe(
    due: Mapping[tuple[Any, ...], Row], there: Mapping[tuple[Any, ...], Row], names: Sequence[str]
) -> str:
    problems = []
    if missing := [key for key in due if key not in there]:
        problems.append(f"{_count(missing)} missing, first {show_key(missing[0])}")
    if excess := [key for key in there if key not in due]:
        problems.append(f"{_count(excess)} too many, first {show_key(excess[0])}")
    differences = [
        (key, name)
        for key in due.keys() & there.keys()
        for name in names
        if not _is_same(due[key][name], there[key][name])
    ]
    if differences:
        key, name = min(differences, key=lambda pair: (show_key(pair[0]), names.index(pair[1])))
        said = f"{name} of {show_key(key)} is {_show(there[key][name])}"
        more = f", and {len(differences) - 1} more" if len(differences) > 1 else ""
        problems.append(f"{said}, the record has {_show(due[key][name])}{more}")
    return "; ".join(problems)


def _count(keys: Sequence[object]) -> str:
    return f"{len(keys)} row{'' if len(keys) == 1 else 's'}"


def _is_same(due: object, found: object) -> bool:
    return due == found or (due == "" and found is None)  # an empty text is an empty cell in CSV


def _show(value: object) -> str:
    text = "empty" if value is None else repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= SHOWN_CHARS else f"{text[:SHOWN_CHARS]}…"
