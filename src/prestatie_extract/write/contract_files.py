"""The contract for programs, as text: JSON Schema of the record, Arrow schemas of the tables."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from prestatie_extract.schema.codes import SCHEMA_VERSION
from prestatie_extract.schema.columns import TableSpec
from prestatie_extract.schema.json_schema import record_schema
from prestatie_extract.schema.published import TABLES
from prestatie_extract.write.parquet_files import arrow_schema


def record_schema_text() -> str:
    """The JSON Schema (draft 2020-12) of a record."""
    return _print(record_schema())


def arrow_schemas_text(tables: Sequence[TableSpec] = TABLES) -> str:
    """The Arrow schemas as JSON: `{"schema_version": …, "tables": [{"name": …, "columns": …}]}`.

    A column's type is Arrow's own name of it, which `pyarrow.type_for_alias` takes.
    """
    described = [_describe_table(table) for table in tables]
    return _print({"schema_version": SCHEMA_VERSION, "tables": described})


def _describe_table(table: TableSpec) -> dict[str, Any]:
    fields = arrow_schema(table)
    return {
        "name": table.name,
        "description": table.description,
        "key": table.key,
        "foreign_keys": [
            {"columns": link.columns, "table": link.table, "key": link.key}
            for link in table.foreign_keys
        ],
        "columns": [
            {
                "name": column.name,
                "type": str(field.type),
                "nullable": field.nullable,
                "description": column.description,
                **({"unit": column.unit} if column.unit else {}),
                **({"codes": column.codes} if column.codes else {}),
            }
            for column, field in zip(table.columns, fields, strict=True)
        ],
    }


def _print(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
