"""One JSON file a document: short values on one line, so that a diff shows what changed."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import Any

from prestatie_extract.schema import Record

LINE_CHARS = 120  # longest array or object on one line, indent included
NAME_SHA_CHARS = 8  # hex digits in the file's name; identity is in the record
STEM_BYTES = 200  # UTF-8; file systems allow 255 for the whole name

NOT_IN_NAME = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*]')
"""What some file systems or terminals do not take in a name."""

NOT_PRINTED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters and direction marks that JSON would print as they are."""


def json_to_record(content: bytes) -> Record:
    """The record that `record_to_json` wrote.

    Raises:
        ValueError: it is something else.
    """
    return Record.model_validate_json(content)


def json_name(record: Record) -> str:
    """The name of the record's file; the stem is for people."""
    return json_name_of(record.document.source_path, record.document.source_sha256)


def json_name_of(source_path: str, source_sha256: str) -> str:
    """The name of the file of the record that has this path and hash."""
    stem = PurePosixPath(source_path).stem
    safe = NOT_IN_NAME.sub("_", stem).encode()[:STEM_BYTES].decode(errors="ignore")
    return f"{safe or 'document'}-{source_sha256[:NAME_SHA_CHARS]}.json"


def record_to_json(record: Record) -> str:
    """The record as readable JSON that is safe to print on a terminal."""
    text = "".join(_lay_out(record.model_dump(mode="json"), indent=0))
    return NOT_PRINTED.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _lay_out(value: Any, *, indent: int, lead: str = "") -> list[str]:
    """The pieces of `value` as JSON: on one line where it fits behind `lead`, else one a line."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if not isinstance(value, dict | list) or indent + len(lead) + len(line) <= LINE_CHARS:
        return [lead, line]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    pieces = [lead, opening]
    entries = value.items() if isinstance(value, dict) else ((None, entry) for entry in value)
    for place, (key, entry) in enumerate(entries):
        pieces.append(",\n" if place else "\n")
        pieces.append(" " * (indent + 1))
        name = "" if key is None else f"{json.dumps(key, ensure_ascii=False)}: "
        pieces += _lay_out(entry, indent=indent + 1, lead=name)
    return [*pieces, "\n", " " * indent, closing]
