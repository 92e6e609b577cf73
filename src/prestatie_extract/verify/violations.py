"""What breaks the contract, with its place; and JSON as it is read, whatever its values are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Violation:
    """One place that is not as the contract says."""

    code: str
    """Of the table of findings."""
    values: Mapping[str, Any]
    """What its message is filled with."""
    pointer: str = ""
    """JSON pointer (RFC 6901) to the value that is wrong; "" for the whole record."""


@dataclass(frozen=True, slots=True)
class Node:
    """An object of a record; what has not the type asked for is left to the check of the schema."""

    value: Mapping[str, Any] = field(default_factory=dict)
    pointer: str = ""

    def at(self, *parts: str | int) -> str:
        """The pointer to what lies below."""
        return self.pointer + "".join(f"/{escape(str(part))}" for part in parts)

    def text(self, key: str) -> str | None:
        """The text; None where it is something else."""
        value = self.value.get(key)
        return value if isinstance(value, str) else None

    def number(self, key: str) -> float | None:
        """The number; None where it is something else."""
        value = self.value.get(key)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def whole(self, key: str) -> int | None:
        """The whole number; None where it is something else."""
        value = self.value.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def is_whole_or_null(self, key: str) -> bool:
        """Whether it is there and a whole number or null."""
        return key in self.value and (self.value[key] is None or self.whole(key) is not None)

    def child(self, key: str) -> Node:
        """The object; an empty one where it is something else."""
        value = self.value.get(key)
        return Node(value if isinstance(value, dict) else {}, self.at(key))

    def children(self, key: str) -> Iterator[Node]:
        """The objects of a list."""
        for place, value in self._list(key):
            if isinstance(value, dict):
                yield Node(value, self.at(key, place))

    def texts(self, key: str) -> Iterator[tuple[str, str]]:
        """The texts of a list, each with its pointer."""
        for place, value in self._list(key):
            if isinstance(value, str):
                yield self.at(key, place), value

    def _list(self, key: str) -> Iterator[tuple[int, Any]]:
        value = self.value.get(key)
        yield from enumerate(value if isinstance(value, list) else ())


def escape(part: str) -> str:
    """A key as it stands in a JSON pointer."""
    return part.replace("~", "~0").replace("/", "~1")


def tell(code: str, pointer: str, **values: object) -> Violation:
    """A violation whose message begins with its place."""
    return Violation(code, {"where": pointer, **values}, pointer)
