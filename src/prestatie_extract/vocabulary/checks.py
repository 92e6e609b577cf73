"""What an added row must keep to: mostly what the shipped rows of its table have in common.

A column with few values is one of codes; one that is always filled must be filled; numbers stay
numbers. So a table needs no declaration, and what a row may say cannot drift from what is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches
from functools import cache

from prestatie_extract.schema.codes import OTHER_UNIT, UNITS, YEAR_RANGE
from prestatie_extract.vocabulary import Row, load_shipped
from prestatie_extract.vocabulary.rows import key_columns, key_of

CODES = frozenset(
    (
        "cell_only", "kind", "many_regions", "match", "may_be_name", "measure", "must_exist",
        "needs_context", "needs_cue", "place", "qualifier", "relation", "role", "strength",
        "theme", "type", "where", "who",
    )
)  # fmt: skip
"""Columns whose values are codes: those that the shipped rows have, and no others."""
CROSSWALK = "theme_crosswalk"
UNIT_COLUMNS = frozenset(("unit", "units"))
NUMBER = re.compile(r"\d{1,6}(\.\d{1,6})?")
WHOLE = re.compile(r"\d{1,6}")
BOUNDS = {
    ("frequencies", "times_per_year"): (0.01, 1000.0),
    ("months", "month"): (1, 12),
    ("seasons", "from"): (1, 12),
    ("seasons", "to"): (1, 24),
    ("target_calendar", "per_year"): (0.01, 1000.0),
    ("target_shares", "percent"): (0.01, 100.0),
    (CROSSWALK, "valid_from"): YEAR_RANGE,
    (CROSSWALK, "valid_to"): YEAR_RANGE,
}
"""Columns of numbers, and their least and greatest; whole where the shipped ones are."""
FROM_TO = {CROSSWALK: ("valid_from", "valid_to"), "seasons": ("from", "to")}
"""Columns of which the first is not greater than the second, where both are filled."""
ORGANISATIONS = "known_organisations"
NAME_COLUMNS = frozenset(("name", "aliases"))
"""Columns of organisations that hold names, which are found as they are printed."""
ORDINARY = re.compile(r"[a-zà-öø-ÿ\s.-]+|[\d\s.-]+")
"""No name: words in lower case, numbers."""
LIST_MARK = "|"
"""Stands between the values of a cell that has several."""
OTHER_LIST_MARKS = re.compile("[,;]")
LIST_NAME = re.compile(r"[a-z][a-z0-9_]*")
LONGEST_CELL_CHARS = 500  # the longest shipped one, a list of verbs, has 103


def lower_key(name: str, row: Row) -> Row:
    """The row with its key in lower case, where that is how the shipped ones are written.

    The lists of others are published as they write them.
    """
    if name == CROSSWALK:
        return row
    lowered = {c: row[c].lower() for c in key_columns(name, list(row)) if _is_lower(name, c)}
    return {**row, **lowered}


def complain_about(name: str, row: Row, earlier: Collection[Row]) -> str | None:
    """What is wrong with a row, None if nothing is.

    Args:
        name: of the table.
        row: all of its columns.
        earlier: the rows above it with the same key.
    """
    for column, cell in row.items():
        fault = _complain_about_cell(name, column, cell)
        if fault:
            return f"{column}: {fault}"
    return _complain_about_order(name, row) or _complain_about_rows(name, row, earlier)


def _complain_about_order(name: str, row: Row) -> str | None:
    first, last = FROM_TO.get(name, ("", ""))
    if first and row[first] and row[last] and float(row[first]) > float(row[last]):
        return f"{last}: {row[last]} is before {first}, {row[first]}"
    return None


def _complain_about_rows(name: str, row: Row, earlier: Collection[Row]) -> str | None:
    """That a row above says the same, or something that cannot be true beside it."""
    keys = key_columns(name, list(row))
    said = ",".join(row[column] for column in keys)
    if row in earlier or (earlier and _has_one_a_key(name)):
        return f"{said} stands twice: keep one of the two"
    for column in (c for c in row if c not in keys and _has_one_value_a_key(name, c)):
        other = next((other[column] for other in earlier if other[column] != row[column]), None)
        if other is not None:
            was, now = (repr(cell) if cell else "nothing" for cell in (other, row[column]))
            return f"{said} stands twice, with {was} and {now} as {column}: keep one of the two"
    return None


def _complain_about_cell(name: str, column: str, cell: str) -> str | None:
    if len(cell) > LONGEST_CELL_CHARS or not cell.isprintable():
        return "a cell is one line of words, without control characters"
    if not cell:
        return "the cell is empty" if _is_always_filled(name, column) else None
    if not any(character.isalnum() or character in "§€%#°" for character in cell):
        is_shipped = cell in _values(name, column)
        return None if is_shipped else f"{cell!r} has no letter and no digit"
    return _complain_about_value(name, column, cell)


def _complain_about_value(name: str, column: str, cell: str) -> str | None:
    """What is wrong with a filled cell, by what its column holds."""
    if (name, column) in BOUNDS:
        return _complain_about_number(name, column, cell)
    if column in UNIT_COLUMNS:
        return _complain_about_unit(cell)
    if (name, column) == (CROSSWALK, "list"):
        return None if LIST_NAME.fullmatch(cell) else f"{cell!r}: write it as own_list_2026"
    if _is_list(name, column) and OTHER_LIST_MARKS.search(cell):
        return f"{cell!r}: put {LIST_MARK} between the values of a list"
    if name == ORGANISATIONS and column in NAME_COLUMNS:
        return _complain_about_names(cell)
    return _complain_about_code(name, column, cell) if column in CODES else None


def _complain_about_names(cell: str) -> str | None:
    """An ordinary word would be found in every sentence; "'thuis" and "ieder1" would not."""
    plain = next((part for part in cell.split(LIST_MARK) if ORDINARY.fullmatch(part)), None)
    return f"{plain!r} has no capital: write a name as it is printed" if plain else None


def _complain_about_code(name: str, column: str, cell: str) -> str | None:
    known = sorted(_values(name, column) - {""})
    if cell in known:
        return None
    near = get_close_matches(cell.casefold(), known, n=1)
    advice = f"did you mean {near[0]}?" if near else f"it is one of {', '.join(known)}"
    return f"no such code: {cell!r}; {advice}"


def _complain_about_number(name: str, column: str, cell: str) -> str | None:
    least, most = BOUNDS[name, column]
    is_whole = all(WHOLE.fullmatch(value) for value in _values(name, column) if value)
    form = WHOLE if is_whole else NUMBER
    if form.fullmatch(cell) and least <= float(cell) <= most:
        return None
    kind = "a whole number" if is_whole else "a number, with a point before its decimals,"
    return f"{cell!r} is not {kind} from {least:g} to {most:g}"


def _complain_about_unit(cell: str) -> str | None:
    if cell in UNITS or (cell.startswith(OTHER_UNIT) and cell != OTHER_UNIT):
        return None
    return f"no such unit: {cell!r}; it is one of {', '.join(UNITS)}, or {OTHER_UNIT}word"


@cache
def _values(name: str, column: str) -> frozenset[str]:
    return frozenset(row[column] for row in load_shipped(name))


@cache
def _is_always_filled(name: str, column: str) -> bool:
    return "" not in _values(name, column)


@cache
def _is_lower(name: str, column: str) -> bool:
    return all(value == value.lower() for value in _values(name, column))


@cache
def _is_list(name: str, column: str) -> bool:
    """Whether shipped cells hold several values, and none of them has another sign for that."""
    cells = _values(name, column)
    return any(LIST_MARK in cell for cell in cells) and not any(
        OTHER_LIST_MARKS.search(cell) for cell in cells
    )


@cache
def _has_one_value_a_key(name: str, column: str) -> bool:
    """Whether shipped rows with the same key agree on a column."""
    pairs = {(key_of(name, row), row[column]) for row in load_shipped(name)}
    return len(pairs) == len({key for key, _ in pairs})


@cache
def _has_one_a_key(name: str) -> bool:
    shipped = load_shipped(name)
    return len({key_of(name, row) for row in shipped}) == len(shipped)
