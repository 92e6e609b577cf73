"""The tables described for people: DATA.md, made from the same declarations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prestatie_extract.schema.codes import SCHEMA_VERSION
from prestatie_extract.schema.columns import Column, TableSpec
from prestatie_extract.schema.published import TABLES

DICTIONARY = "DATA.md"
INTRODUCTION = f"""\
# Data dictionary

The tables of prestatie_extract, `schema_version` {SCHEMA_VERSION}. Each is one file,
`<table>.parquet` or `<table>.csv`, sorted by its key. A cell that holds several values has ` | `
between them. Empty means that the document does not say it or that it is not certain; `findings`
tells why.
"""


def describe_tables(tables: Sequence[TableSpec] = TABLES) -> str:
    """DATA.md: what each table and each column holds, in Markdown."""
    contents = "\n".join(
        f"- [{table.name}](#{table.name}): {table.description}" for table in tables
    )
    return "\n".join([INTRODUCTION, contents, *map(_describe_table, tables)])


def _describe_table(table: TableSpec) -> str:
    rows = "\n".join(_describe_column(column, table) for column in table.columns)
    links = "".join(f"\n- {line}" for line in _describe_links(table))
    return (
        f"\n## {table.name}\n\n{table.description}\n\n"
        f"| column | type | unit | what it is |\n|---|---|---|---|\n{rows}\n"
        + (f"\nLeads to:\n{links}\n" if links else "")
    )


def _describe_column(column: Column, table: TableSpec) -> str:
    name = f"**`{column.name}`** (key)" if column.name in table.key else f"`{column.name}`"
    codes = f" Codes: {', '.join(f'`{code}`' for code in column.codes)}." if column.codes else ""
    text = f"{column.description}{codes}".replace("|", "\\|").replace("\n", " ")
    return f"| {name} | {column.type} | {column.unit or ''} | {text} |"


def _describe_links(table: TableSpec) -> Iterator[str]:
    for foreign in table.foreign_keys:
        key = f"[{foreign.table}](#{foreign.table}) ({_join(foreign.key)})"
        yield f"{_join(foreign.columns)} → {key}"


def _join(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
