"""Rows that are added to the shipped tables: plain data that travels to every worker."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Row = dict[str, str]

KEYS: Mapping[str, tuple[str, ...]] = {
    "headings": ("words", "where"),
    "lead_cues": ("who", "verbs", "noun"),
    "measure_words": ("stem", "units"),
    "organisation_types": ("term", "where"),
    "qualifiers": ("cue", "place"),
    "target_payment_words": ("cue", "unit"),
    "target_roles": ("cue", "place", "unit", "qualifier"),
    "target_verbs": ("verb", "particle"),
    "theme_crosswalk": ("theme", "list", "category"),
}
"""The columns that tell which row of a table is meant; the first column where none are named."""
NO_LETTER = re.compile(r"[^\w§]+")


@dataclass(frozen=True, slots=True)
class AddedRows:
    """The rows that are added to one table, with all of its columns."""

    table: str
    """Its name, without `.csv`."""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is added to the shipped tables; `load_vocabulary` makes it of a folder."""

    tables: tuple[AddedRows, ...] = ()
    """In alphabetical order, without those that add nothing."""

    def rows_of(self, name: str) -> list[Row]:
        """The rows that are added to a table."""
        return [
            dict(zip(table.columns, row, strict=True))
            for table in self.tables
            if table.table == name
            for row in table.rows
        ]

    def extend(self, name: str, shipped: Sequence[Row]) -> tuple[Row, ...]:
        """The added rows of a table and behind them the shipped ones whose key is not added."""
        added = self.rows_of(name)
        keys = {key_of(name, row) for row in added}
        return (*added, *(row for row in shipped if key_of(name, row) not in keys))

    def to_bytes(self, name: str) -> bytes:
        """What is added to a table, for a hash; nothing where nothing is."""
        found = [[table.columns, table.rows] for table in self.tables if table.table == name]
        return json.dumps(found).encode() if found else b""


def key_columns(name: str, columns: Sequence[str]) -> tuple[str, ...]:
    """The columns that tell which row of a table is meant."""
    return KEYS.get(name, tuple(columns[:1]))


def key_of(name: str, row: Row) -> tuple[str, ...]:
    """What makes two rows of a table the same: capitals, accents and hyphens do not count."""
    return tuple(_fold(row[column]) for column in key_columns(name, list(row)))


def _fold(cell: str) -> str:
    letters = unicodedata.normalize("NFKD", cell.casefold())
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    return NO_LETTER.sub("", bare) or cell
