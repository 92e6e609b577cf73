"""The record as JSON Schema, and what of it must not change unnoticed.

https://json-schema.org/draft/2020-12
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from prestatie_extract.schema.codes import SCHEMA_VERSION
from prestatie_extract.schema.columns import TableSpec
from prestatie_extract.schema.published import TABLES
from prestatie_extract.schema.record import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
RECORD_ID = f"urn:prestatie-extract:schema:record:{SCHEMA_VERSION}"
"""A name, not an address: nothing has to be online for it."""

WORDS = frozenset({"$id", "title", "description", "examples"})
"""Keywords that are there for people; another one breaks no program."""
NAMED = ("properties", "$defs")
"""Keywords whose keys are names of ours, so that a key `title` there is no keyword."""


def record_schema() -> dict[str, Any]:
    """The JSON Schema of a record as it is printed: every key is there, and no other one."""
    schema = Record.model_json_schema(mode="serialization", schema_generator=_Untitled)
    about = {"$schema": DIALECT, "$id": RECORD_ID, "title": "Record of one document"}
    return about | {key: value for key, value in schema.items() if key != "title"}


def structure_sha256(
    record: dict[str, Any] | None = None, tables: Iterable[TableSpec] = TABLES
) -> str:
    """SHA-256 of what programs rely on in the record and in the tables, without the words.

    Names, types, codes, limits, keys and their order; no description and no version.

    Args:
        record: a JSON Schema; that of this version if left out.
        tables: the declarations of the tables.
    """
    structure = [_strip(record or record_schema()), [_strip_table(asdict(t)) for t in tables]]
    printed = json.dumps(structure, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(printed.encode()).hexdigest()


class _Untitled(GenerateJsonSchema):
    """Without a title under each key, which says the key again in capitals."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 (pydantic's signature)
        return False

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        made = super().model_schema(schema)
        return {key: value for key, value in made.items() if key != "title"}


def _strip(schema: Any) -> Any:
    """A schema without the words and without the version, which is no structure."""
    if isinstance(schema, list):
        return [_strip(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if key not in WORDS}
    return {key: _strip_keyword(key, value) for key, value in kept.items()}


def _strip_keyword(keyword: str, value: Any) -> Any:
    if keyword in NAMED:
        return {name: None if name == "schema_version" else _strip(value[name]) for name in value}
    return _strip(value)


def _strip_table(table: dict[str, Any]) -> dict[str, Any]:
    columns = [{k: v for k, v in c.items() if k not in WORDS} for c in table["columns"]]
    return {k: v for k, v in table.items() if k not in WORDS} | {"columns": columns}
