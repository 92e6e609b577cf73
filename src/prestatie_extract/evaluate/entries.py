"""JSON objects that people or other versions wrote, read key by key with the place in messages."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

UNREADABLE = (OSError, ValueError, RecursionError)
"""What opening and parsing a file may raise: missing, no UTF-8, no JSON, nested too deeply."""


class WrongEntry(ValueError):  # noqa: N818 (it is named after what is wrong)
    """A key is missing or holds something of another type; the message names the place."""


def read_json(path: Path) -> Any:
    """What the file holds, with or without a byte order mark.

    Raises:
        OSError, ValueError, RecursionError: it cannot be read, or is no JSON; see `UNREADABLE`.
    """
    return json.loads(path.read_bytes().decode("utf-8-sig"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A JSON object and where it stands, as "agreements[3].targets[0]"; "" for the whole file.

    A key that is needed and not there, or of another type, raises `WrongEntry`.
    """

    values: dict[str, Any]
    place: str = ""

    @classmethod
    def of(cls, value: object, place: str = "") -> Entry:
        """The object `value`."""
        if not isinstance(value, dict):
            raise WrongEntry(f"{place or 'the file'}: an object {{…}} is expected")
        return cls(value, place)

    def has(self, key: str) -> bool:
        """Whether the key is there, even with null."""
        return key in self.values

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self._needed(key)
        return value if isinstance(value, str) else self._complain(key, "a text")

    def text_or_empty(self, key: str) -> str:
        """A text; "" where it is null or left out."""
        return "" if self.values.get(key) is None else self.text(key)

    def label(self, key: str) -> str:
        """A number as printed, which may stand as a number in the JSON; "" for null or none."""
        value = self.values.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return self.text_or_empty(key)

    def truth(self, key: str, *, otherwise: bool) -> bool:
        """True or false; `otherwise` where it is left out."""
        value = self.values.get(key, otherwise)
        return value if isinstance(value, bool) else self._complain(key, "true or false")

    def whole(self, key: str) -> int | None:
        """A whole number; None for null or none."""
        value = self.values.get(key)
        is_wrong = value is not None and (not isinstance(value, int) or isinstance(value, bool))
        return self._complain(key, "a whole number or null") if is_wrong else value

    def number(self, key: str) -> float | None:
        """A finite number; None for null or none."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._complain(key, "a number or null")
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        return number if math.isfinite(number) else self._complain(key, "a finite number")

    def texts(self, key: str, *, is_needed: bool = False) -> tuple[str, ...]:
        """A list of texts; empty for null, and where it is left out and not needed."""
        items = self._list(key, is_needed=is_needed)
        if not all(isinstance(item, str) for item in items):
            self._complain(key, "a list of texts")
        return tuple(items)

    def text_by_key(self, key: str) -> dict[str, str]:
        """An object of texts, null taken as ""; empty where it is null or left out."""
        found = self.entry(key)
        return {name: found.text_or_empty(name) for name in found.values}

    def entry(self, key: str, *, is_needed: bool = False) -> Entry:
        """The object under a key; an empty one for null, and where left out and not needed."""
        value = self._needed(key) if is_needed else self.values.get(key)
        return Entry.of({} if value is None and not is_needed else value, self._at(key))

    def entries(self, key: str, *, is_needed: bool = False) -> tuple[Entry, ...]:
        """The objects of a list; none for null, and where it is left out and not needed."""
        items = self._list(key, is_needed=is_needed)
        return tuple(Entry.of(item, f"{self._at(key)}[{i}]") for i, item in enumerate(items))

    def _list(self, key: str, *, is_needed: bool) -> list[Any]:
        value = self._needed(key) if is_needed else self.values.get(key)
        if value is None and not is_needed:
            return []
        return value if isinstance(value, list) else self._complain(key, "a list […]")

    def _needed(self, key: str) -> Any:
        if key not in self.values:
            raise WrongEntry(f"{self.place or 'the file'}: the key {key!r} is missing")
        return self.values[key]

    def _complain(self, key: str, expected: str) -> Any:
        raise WrongEntry(f"{self._at(key)}: {expected} is expected")

    def _at(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key
