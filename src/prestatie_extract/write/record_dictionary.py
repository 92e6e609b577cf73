"""The record described for people: RECORD.md, made from the JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prestatie_extract.schema.codes import SCHEMA_VERSION
from prestatie_extract.schema.json_schema import record_schema

INTRODUCTION = f"""\
# The record

What a file in `json/` holds and `prestatie-extract show` prints, `schema_version` {SCHEMA_VERSION}:
everything that is known about one document. Every key is always there, in this order; `null` means
that the document does not say it or that it is not certain. The same for programs:
`prestatie-extract schema`.
"""
HEAD = "| key | type | what it is |\n|---|---|---|"
TEXT_FORMS = {"date": "date (YYYY-MM-DD)"}
LIMITS = {"minimum": "from", "maximum": "to"}


def describe_record() -> str:
    """RECORD.md: what each key of the record holds, in Markdown, outer objects first."""
    schema = record_schema()
    named = {"Record": schema, **{name: schema["$defs"][name] for name in _reach(schema)}}
    parts = [_describe_object(name, named[name], schema["$defs"]) for name in named]
    return "\n".join([INTRODUCTION, *parts])


def _reach(schema: dict[str, Any]) -> list[str]:
    """Names of all objects in the order in which a reader of the record meets them."""
    found: list[str] = []
    waiting = [schema]
    while waiting:
        names = [n for n in _names_in(waiting.pop(0)["properties"]) if n not in found]
        names = list(dict.fromkeys(names))
        found += names
        waiting += [schema["$defs"][name] for name in names]
    return found


def _names_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield _name_of(value)
        for part in value.values():
            yield from _names_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from _names_in(part)


def _describe_object(name: str, schema: dict[str, Any], objects: dict[str, Any]) -> str:
    rows = "\n".join(
        f"| `{key}` | {_describe_type(value)} | {_describe_meaning(value, objects)} |"
        for key, value in schema["properties"].items()
    )
    return f"## {name}\n\n{schema['description']}\n\n{HEAD}\n{rows}\n"


def _describe_meaning(schema: dict[str, Any], objects: dict[str, Any]) -> str:
    """What the key says of itself, else what the object says that it holds."""
    told = schema.get("description")
    if told is None:
        told = next((objects[name]["description"] for name in _names_in(schema)), "")
    codes = ", ".join(f"`{code}`" for code in _codes_in(schema))
    return _to_cell(f"{told} Codes: {codes}." if codes else told)


def _codes_in(schema: dict[str, Any]) -> Iterator[Any]:
    """The only values there may be, also of a key that may be null."""
    yield from schema.get("enum", ())
    for part in schema.get("anyOf", ()):
        yield from _codes_in(part)


def _describe_type(schema: dict[str, Any]) -> str:
    """The type in words, as "list of [Target](#target)" or "integer from 1, or null"."""
    if "anyOf" in schema:
        kinds = list(dict.fromkeys(map(_describe_type, schema["anyOf"])))
        return f"{', '.join(kinds[:-1])} or {kinds[-1]}"
    if "$ref" in schema:
        return f"[{_name_of(schema)}](#{_name_of(schema).casefold()})"
    if "const" in schema:
        return f"`{schema['const']}`"
    if schema["type"] == "array":
        return f"list of {_describe_type(schema['items'])}"
    if schema["type"] == "object":
        return f"object of {_describe_type(schema['additionalProperties'])}"
    return _describe_scalar(schema)


def _describe_scalar(schema: dict[str, Any]) -> str:
    limits = [f" {word} {schema[key]:g}" for key, word in LIMITS.items() if key in schema]
    pattern = f" `{_to_cell(schema['pattern'])}`" if "pattern" in schema else ""
    kind = TEXT_FORMS.get(schema.get("format", ""), str(schema["type"]))
    return f"{kind}{''.join(limits)}{pattern}"


def _name_of(schema: dict[str, Any]) -> str:
    return str(schema["$ref"]).rpartition("/")[2]


def _to_cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
