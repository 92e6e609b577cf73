"""Where in a TOML text each key stands; the standard library's parser does not tell."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from itertools import count
from typing import Any

LONGEST_LINES = 1000  # a file of more is read too, its keys without lines: the search is quadratic


def find_lines(text: str) -> dict[str, int]:
    """The line, from 1, on which each section and each of its keys begins: `limits`, `limits.jobs`.

    A key stands where the text up to there first holds it: prefixes are parsed, so that multi-line
    values, dotted keys and inline tables need no parser of our own.
    """
    lines = text.splitlines(keepends=True)
    found: dict[str, int] = {}
    if len(lines) > LONGEST_LINES:
        return found
    begin = 1
    for end in range(1, len(lines) + 1):
        try:
            parsed = tomllib.loads("".join(lines[:end]))
        except (tomllib.TOMLDecodeError, RecursionError):
            continue  # in the middle of a value
        for key in _keys_of(parsed):
            found.setdefault(key, _first_written(lines, begin))
        begin = end + 1
    return found


def _first_written(lines: list[str], begin: int) -> int:
    """The first line from there that is not empty."""
    return next(n for n in count(begin) if n == len(lines) or lines[n - 1].strip())


def _keys_of(parsed: Mapping[str, Any]) -> list[str]:
    inner = [
        f"{name}.{key}"
        for name, value in parsed.items()
        if isinstance(value, dict)
        for key in value
    ]
    return [*parsed, *inner]
