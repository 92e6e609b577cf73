"""`prestatie-extract schema`: the contract of the output, for programs and for people."""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prestatie_extract.cli.exits import errors_on_one_line
from prestatie_extract.cli.output import put_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prestatie_extract.schema.columns import TableSpec


class SchemaForm(StrEnum):
    """What the contract is printed as."""

    JSONSCHEMA = "jsonschema"
    ARROW = "arrow"
    MARKDOWN = "markdown"


Form = Annotated[
    SchemaForm,
    typer.Option(
        "--format",
        help="jsonschema: the record (draft 2020-12); arrow: the tables' columns with their Arrow "
        "types, as JSON; markdown: record and tables for people.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FILE", dir_okay=False, help="Where to write; standard output if left out."
    ),
]
Table = Annotated[
    str | None,
    typer.Option("--table", metavar="NAME", help="One table alone, with arrow and markdown."),
]

HELP = """Print what the output holds: the keys of the record, the columns of the tables.

It changes only together with schema_version, which stands in each record and in each Parquet file.

\b
Examples:
  prestatie-extract schema > record.schema.json
  prestatie-extract schema --format arrow --out tables.json
  prestatie-extract schema --format markdown --table targets
"""
NO_TABLES = "the record has none; add --format arrow or --format markdown"


def schema(form: Form = SchemaForm.JSONSCHEMA, out: Out = None, table: Table = None) -> None:
    """Print what the output holds."""
    with errors_on_one_line():
        put_out(_describe(form, table), out)


def _describe(form: SchemaForm, name: str | None) -> str:
    from prestatie_extract.schema.published import TABLES
    from prestatie_extract.write import (
        arrow_schemas_text,
        describe_record,
        describe_tables,
        record_schema_text,
    )

    tables = _choose(name, TABLES)
    if form is SchemaForm.ARROW:
        return arrow_schemas_text(tables)
    if form is SchemaForm.MARKDOWN:
        return describe_tables(tables) if name else f"{describe_record()}\n{describe_tables()}"
    if name:
        raise typer.BadParameter(NO_TABLES, param_hint="--table")
    return record_schema_text()


def _choose(name: str | None, tables: Sequence[TableSpec]) -> Sequence[TableSpec]:
    if name is None:
        return tables
    names = [table.name for table in tables]
    if name not in names:
        near = get_close_matches(name, names, n=1) or names
        message = f"no table {name!r}; there is {', '.join(near)}"
        raise typer.BadParameter(message, param_hint="--table")
    return [table for table in tables if table.name == name]
