"""The CSV tables an expert may extend without touching code, and their cached loader.

One table a file, `<name>.csv`: UTF-8, comma separated, a header line; lines that start with `#` say
why the rows below them are there. An empty cell is "". `load_rows` is the only way in.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

COMMENT_MARK = "#"
READ_TABLES = ("common_words",)
"""Tables that reading looks things up in."""
STRUCTURE_TABLES = (
    "columns",
    "generic_roles",
    "headings",
    "months",
    "organisation_types",
    "party_heading_words",
    "rule_words",
    "themes",
    "title_words",
)
"""Tables that layout and structure look things up in; the others are for tagging alone."""


@cache
def load_rows(name: str) -> tuple[dict[str, str], ...]:
    """Every row of `<name>.csv` in file order, column name to cell stripped of white space.

    Args:
        name: The file's name without `.csv`: `load_rows("themes")`.

    Raises:
        FileNotFoundError: if there is no such table.
    """
    path = resources.files(__name__) / f"{name}.csv"
    lines = (
        line
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith(COMMENT_MARK)
    )
    return tuple(
        {column: (cell or "").strip() for column, cell in row.items() if column is not None}
        for row in csv.DictReader(lines)
    )


@cache
def load_column(name: str, column: str) -> tuple[str, ...]:
    """The non-empty cells of one column of `<name>.csv`, in file order.

    Raises:
        FileNotFoundError: if there is no such table.
        KeyError: if the table has no such column.
    """
    return tuple(row[column] for row in load_rows(name) if row[column])


@cache
def stems_pattern(name: str, column: str) -> re.Pattern[str]:
    """A pattern that finds the cells of one column, also inside longer words.

    A "-" in a cell stands for itself, a space or nothing: "prestatie-afspraken".

    Raises:
        FileNotFoundError: if there is no such table.
        KeyError: if the table has no such column.
    """
    stems = (re.escape(word).replace(r"\-", r"-?\s?") for word in load_column(name, column))
    return re.compile("|".join(stems), re.IGNORECASE)


def load_everything() -> None:
    """Read all tables, so that a process forked from this one need not."""
    for name in table_names():
        load_rows(name)


@cache
def table_names() -> tuple[str, ...]:
    """The names of all tables, without `.csv`, in alphabetical order."""
    entries = (entry.name for entry in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".csv") for name in entries if name.endswith(".csv")))


def hash_tables(names: Iterable[str]) -> str:
    """SHA-256 over the names and the bytes of tables, in the order given."""
    digest = hashlib.sha256()
    for name in names:
        content = (resources.files(__name__) / f"{name}.csv").read_bytes()
        digest.update(f"{name}.csv\0{len(content)}\0".encode() + content)
    return digest.hexdigest()
