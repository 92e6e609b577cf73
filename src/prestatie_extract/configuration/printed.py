"""The configuration as text: TOML that could be saved, JSON, a template, the list of keys."""

from __future__ import annotations

import json
import types
import typing
from typing import Annotated, Any, Literal

from prestatie_extract.configuration.kinds import Section
from prestatie_extract.configuration.loading import Effective
from prestatie_extract.configuration.model import KEYS, SECTIONS

COMMENT_COLUMN = 40  # where the origin of a value stands, if the value is shorter
TYPE_NAMES = {str: "text", int: "whole number", float: "number", bool: "true or false"}


def to_toml(effective: Effective) -> str:
    """All keys with the values that count, behind each where it comes from.

    Saved as prestatie.toml in the current folder it gives the same configuration; a key without
    value is a comment.
    """
    lines = [f"# {_told_file(effective)}; paths as seen from the current folder"]
    for name, section in SECTIONS.items():
        lines += ["", f"[{name}]"]
        for key in section.model_fields:
            full = f"{name}.{key}"
            written = _assign(key, effective.value_of(full))
            lines.append(f"{written:<{COMMENT_COLUMN}} # {_plain(str(effective.origin_of(full)))}")
    return "\n".join(lines) + "\n"


def to_json(effective: Effective) -> str:
    """The file that was read, and of each key its value, kind of origin and place."""
    keys = {
        key: {"value": effective.value_of(key), "origin": origin.kind, "place": origin.place}
        for key in KEYS
        for origin in [effective.origin_of(key)]
    }
    content = {"file": str(effective.file) if effective.file else None, "keys": keys}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def to_template() -> str:
    """A prestatie.toml of comments: all sections, each key with its meaning and its default."""
    lines = ["# Configuration of prestatie-extract; what stands behind a # has no effect.",
             "# Paths are relative to the folder of this file."]  # fmt: skip
    for name, section in SECTIONS.items():
        lines += ["", f"# {section.__doc__}", f"[{name}]"]
        for key, field in section.model_fields.items():
            lines += [f"# {field.description}", _comment(_assign(key, field.default))]
    return "\n".join(lines) + "\n"


def to_markdown() -> str:
    """The keys of each section as a table with type, default and meaning, for the manual."""
    return "\n".join(_describe_section(name, section) for name, section in SECTIONS.items())


def _describe_section(name: str, section: type[Section]) -> str:
    lines = [f"### `[{name}]`", "", f"{section.__doc__}", "",
             "| Key | Type | Default | Meaning |", "|---|---|---|---|"]  # fmt: skip
    for key, field in section.model_fields.items():
        default = "" if field.default is None else f"`{_to_value(field.default)}`"
        kind = _describe_type(field.annotation)
        lines.append(f"| `{name}.{key}` | {kind} | {default} | {field.description} |")
    return "\n".join(lines) + "\n"


def _describe_type(annotation: Any) -> str:
    """A type in words: "number", "`info`, `warning` or `error`", "list of text"."""
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        return _describe_type(parts[0])
    if origin in {typing.Union, types.UnionType}:
        return _describe_type(next(part for part in parts if part is not types.NoneType))
    if origin is tuple:
        return f"list of {_describe_type(parts[0])}"
    if origin is Literal:
        *first, last = [f"`{part}`" for part in parts]
        return f"{', '.join(first)} or {last}"
    return TYPE_NAMES[annotation]


def _told_file(effective: Effective) -> str:
    return f"from {_plain(str(effective.file))}" if effective.file else "without a file"


def _plain(text: str) -> str:
    """The text on one line, for a comment."""
    return "".join(character if character.isprintable() else "�" for character in text)


def _assign(key: str, value: object) -> str:
    """`key = value`; a comment where there is no value."""
    return f"# {key} =" if value is None else f"{key} = {_to_value(value)}"


def _comment(line: str) -> str:
    return line if line.startswith("#") else f"# {line}"


def _to_value(value: object) -> str:
    """A value in TOML; JSON writes numbers, truth values and texts the same way, but for DEL."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_to_value, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
