"""The CSV tables an expert may extend without touching code, and their cached loader.

One table a file, `<name>.csv`: UTF-8, comma separated, a header line; lines that start with `#` say
why the rows below them are there. An empty cell is "". `load_rows` is the only way in.

rows      added rows as plain data
added     added rows of one's own, from a folder of tables with the same names
checks    what an added row must keep to

A process has one vocabulary: the shipped tables, and the rows that `use_vocabulary` adds before
any is looked at. What is made of the tables is kept, so that there is no way back.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

from prestatie_extract.errors import VocabularyInUse
from prestatie_extract.vocabulary.rows import Row, Vocabulary

__all__ = [
    "READ_TABLES",
    "STRUCTURE_TABLES",
    "Row",
    "Vocabulary",
    "hash_tables",
    "load_column",
    "load_everything",
    "load_rows",
    "load_shipped",
    "stems_pattern",
    "table_names",
    "use_vocabulary",
    "vocabulary_in_use",
]

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

_in_use: list[Vocabulary] = []
"""What this process adds, from the moment that a table was looked at; empty before that."""


def use_vocabulary(vocabulary: Vocabulary) -> None:
    """Add these rows to the tables, in this process and from now on.

    Raises:
        VocabularyInUse: tables have been looked at with other rows, or with none.
    """
    if not _in_use:
        _in_use.append(vocabulary)
    elif _in_use[0] != vocabulary:
        raise VocabularyInUse


def vocabulary_in_use() -> Vocabulary:
    """The rows that this process adds; from now on it adds no others."""
    if not _in_use:
        _in_use.append(Vocabulary())
    return _in_use[0]


@cache
def load_rows(name: str) -> tuple[Row, ...]:
    """Every row of a table, column name to cell stripped of white space.

    Added rows come first, in their order, and take the place of those with the same key; then the
    shipped ones, in file order.

    Args:
        name: The file's name without `.csv`: `load_rows("themes")`.

    Raises:
        FileNotFoundError: if there is no such table.
    """
    return vocabulary_in_use().extend(name, load_shipped(name))


@cache
def load_shipped(name: str) -> tuple[Row, ...]:
    """The rows of `<name>.csv` as shipped.

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
    """The non-empty cells of one column of `<name>.csv`, in the order of its rows.

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
    """SHA-256 over the names and the bytes of tables, in the order given, and of added rows."""
    digest = hashlib.sha256()
    added = vocabulary_in_use()
    for name in names:
        content = (resources.files(__name__) / f"{name}.csv").read_bytes()
        digest.update(f"{name}.csv\0{len(content)}\0".encode() + content)
        digest.update(added.to_bytes(name))
    return digest.hexdigest()
