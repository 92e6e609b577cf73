"""How a flat table is declared: its columns with type, meaning, unit and codes, its keys.

One declaration makes the Arrow schema, the data package and the data dictionary. A column that
repeats a key of the record takes its description and its codes from there.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from prestatie_extract.schema.model import Model

JOINER = " | "
"""Between the values of a cell that holds several: aliases, names."""

ArrowType = Literal["string", "int16", "int32", "float64", "bool", "date32"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a flat table."""

    name: str
    type: ArrowType
    description: str
    unit: str | None = None
    """What a number counts: points, characters, share (0-1), score (0-100) …; None for the rest."""
    codes: tuple[str, ...] = ()
    """The only values there may be, in the order of the contract; empty where any may."""


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values, where they are not null, stand in the key of another table.

    Several columns only where none of them may be null: frictionless looks for the null as well.
    """

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A flat table; its rows are sorted by the columns of `key`, which are never null."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()


def column_of(
    model: type[Model], name: str, arrow: ArrowType, *, prefix: str = "", unit: str | None = None
) -> Column:
    """The column for a key of the record, with the description and the codes that stand there."""
    field = model.model_fields[name]
    codes = tuple(str(code) for code in _codes(field.annotation)) if arrow == "string" else ()
    return Column(prefix + name, arrow, field.description or "", unit, codes)


def links(table: TableSpec, *columns: str) -> ForeignKey:
    """The foreign key from these columns, or from those of the same names, to a table's key."""
    return ForeignKey(columns or table.key, table.name, table.key)


def _codes(annotation: Any) -> Iterator[Any]:
    """The values of a Literal, also of one that may be null."""
    origin = typing.get_origin(annotation)
    if origin is Literal:
        yield from typing.get_args(annotation)
    elif origin in {typing.Union, types.UnionType}:
        for part in typing.get_args(annotation):
            yield from _codes(part)
