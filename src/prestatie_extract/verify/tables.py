"""The tables of a folder among themselves: columns, keys, foreign keys, codes, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from prestatie_extract.schema.columns import ForeignKey, TableSpec
from prestatie_extract.verify.table_files import Table, find_keys
from prestatie_extract.verify.violations import Violation, tell

Tables = Mapping[str, Table]
"""Those that can be used, by name."""


def check_tables(tables: Tables) -> Iterator[tuple[TableSpec, Violation]]:
    """What is wrong in the tables, without their records."""
    for table in tables.values():
        checks = (_check_keys(table), _check_codes(table), _check_foreign_keys(table, tables))
        for check in checks:
            yield from ((table.spec, violation) for violation in check)


def _check_keys(table: Table) -> Iterator[Violation]:
    """Keys that occur twice or are empty; rows that do not stand in their order."""
    name = table.spec.name
    keys = list(find_keys(table))
    empty = [key for key in keys if None in key]
    if empty:
        values = {"table": name, "value": show_key(empty[0]), "count": len(empty)}
        yield Violation("table_key_not_unique", values)
        return
    for key, count in Counter(keys).items():
        if count > 1:
            values = {"table": name, "value": show_key(key), "count": count}
            yield Violation("table_key_not_unique", values)
    for place, (key, due) in enumerate(zip(keys, sorted(keys), strict=True), start=1):
        if key != due:
            where, found = f"table {name}, row {place}", show_key(key)
            yield tell("ordinal_broken", where, found=found, expected=show_key(due))
            return


def _check_codes(table: Table) -> Iterator[Violation]:
    """Values that are none of their column's codes, each once."""
    for column in (c for c in table.spec.columns if c.codes):
        allowed = {None, *column.codes}
        for value in dict.fromkeys(row[column.name] for row in table.rows):
            if value not in allowed:
                where = f"table {table.spec.name}, column {column.name}"
                problem = f"{value!r} is none of its codes"
                yield tell("schema_violation", where, problem=problem)


def _check_foreign_keys(table: Table, tables: Tables) -> Iterator[Violation]:
    for key in table.spec.foreign_keys:
        if key.table in tables:
            yield from _check_foreign_key(table, key, tables[key.table])


def _check_foreign_key(table: Table, key: ForeignKey, other: Table) -> Iterator[Violation]:
    there = {tuple(row[name] for name in key.key) for row in other.rows}
    found = dict.fromkeys(tuple(row[name] for name in key.columns) for row in table.rows)
    for value in found:
        if None not in value and value not in there:
            names = {"column": ", ".join(key.columns), "target": key.table}
            values = {"table": table.spec.name, "value": show_key(value), **names}
            yield Violation("table_key_without_target", values)


def show_key(key: tuple[Any, ...]) -> str:
    """A key in a message: its parts as text, "-" for one that is empty."""
    return " ".join("-" if part is None else str(part) for part in key)
