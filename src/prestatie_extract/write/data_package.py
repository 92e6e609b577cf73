"""The tables described for other programs: a Data Package (version 2) beside them.

https://datapackage.org/standard/data-package and https://datapackage.org/standard/table-schema
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from prestatie_extract.schema.codes import SCHEMA_VERSION
from prestatie_extract.schema.columns import ArrowType, Column, ForeignKey, TableSpec
from prestatie_extract.schema.published import TABLES
from prestatie_extract.schema.tables import DOCUMENTS
from prestatie_extract.write.data_dictionary import DICTIONARY, describe_tables
from prestatie_extract.write.rows import DocumentRows, Row

PACKAGE = "datapackage.json"
PROFILES = "https://datapackage.org/profiles/2.0"
NO_LICENCE = {"name": "notspecified", "title": "No licence is specified"}
"""As CKAN calls a licence that nobody has named."""

TableFormat = Literal["parquet", "csv"]
MEDIA_TYPES: dict[TableFormat, str] = {
    "parquet": "application/vnd.apache.parquet",
    "csv": "text/csv",
}
FIELD_TYPES: dict[ArrowType, str] = {
    "string": "string",
    "int16": "integer",
    "int32": "integer",
    "float64": "number",
    "bool": "boolean",
    "date32": "date",
}

PANDAS_FLOATS = frozenset[ArrowType](("int16", "int32", "float64"))
"""Null in them is "nan" to a program that reads Parquet by way of pandas, as frictionless does."""


@dataclass(slots=True)
class Sources:
    """Where the tables come from; noted while the rows of the documents pass."""

    noted: list[dict[str, str]] = field(default_factory=list)

    def watch(self, documents: Iterable[DocumentRows]) -> Iterator[DocumentRows]:
        """The same rows, unchanged."""
        for rows in documents:
            self.noted += [_describe_source(row) for row in rows.get(DOCUMENTS.name, ())]
            yield rows


def describe_package(kind: TableFormat, sources: Sources, licence: str = "") -> dict[str, Any]:
    """The content of datapackage.json.

    Args:
        kind: format of the files.
        sources: the documents that the tables were made of.
        licence: identifier of the licence under which the tables are published; "" for none.
    """
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": "prestatieafspraken",
        "title": "Prestatieafspraken",
        "description": "Agreements between Dutch municipalities, housing corporations and tenants' "
        "organisations, taken from their documents by prestatie_extract.",
        "version": SCHEMA_VERSION,
        "licenses": [{"name": licence} if licence else NO_LICENCE],
        "sources": sources.noted,
        "resources": describe_resources(kind),
    }


def describe_resources(kind: TableFormat) -> list[dict[str, Any]]:
    """The description of each table, as it stands in datapackage.json."""
    return [_describe_table(table, kind) for table in TABLES]


def write_notes(folder: Path, kind: TableFormat, sources: Sources, licence: str) -> None:
    """Write datapackage.json and DATA.md beside the tables in `folder`."""
    package = json.dumps(describe_package(kind, sources, licence), ensure_ascii=False, indent=1)
    (folder / PACKAGE).write_text(f"{package}\n", encoding="utf-8", newline="\n")
    (folder / DICTIONARY).write_text(describe_tables(), encoding="utf-8", newline="\n")


def _describe_source(row: Row) -> dict[str, str]:
    title = row["title"] or row["source_path"]
    source = {"title": title, "path": row["source_path"], "version": row["source_sha256"]}
    return {key: value for key, value in source.items() if value}


def _describe_table(table: TableSpec, kind: TableFormat) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.{kind}",
        "description": table.description,
        "format": kind,
        "mediatype": MEDIA_TYPES[kind],
        **({"encoding": "utf-8"} if kind == "csv" else {}),
        "schema": {
            "$schema": f"{PROFILES}/tableschema.json",
            "fieldsMatch": "exact",
            "fields": [_describe_column(column, table, kind) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            **_describe_foreign_keys(table),
        },
    }


def _describe_column(column: Column, table: TableSpec, kind: TableFormat) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "type": FIELD_TYPES[column.type],
        "description": column.description,
    }
    if column.unit:
        described["unit"] = column.unit
    if kind == "parquet" and column.type in PANDAS_FLOATS:
        described["missingValues"] = ["nan"]
    constraints: dict[str, Any] = {"required": True} if column.name in table.key else {}
    if column.codes:
        constraints["enum"] = list(column.codes)
    return described | ({"constraints": constraints} if constraints else {})


def _describe_foreign_keys(table: TableSpec) -> dict[str, Any]:
    if not table.foreign_keys:
        return {}
    return {"foreignKeys": [_describe_foreign_key(key, table) for key in table.foreign_keys]}


def _describe_foreign_key(key: ForeignKey, table: TableSpec) -> dict[str, Any]:
    other = "" if key.table == table.name else key.table  # "" is the table itself
    reference = {"resource": other, "fields": list(key.key)}
    return {"fields": list(key.columns), "reference": reference}
