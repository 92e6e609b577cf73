"""The municipalities of the list: by name, by code, and what they were merged into."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from prestatie_extract.tagging.names import key_of
from prestatie_extract.vocabulary import load_rows

KIND_BEFORE = "Gemeente "
"""How the name of a party of that type begins."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """A row of municipalities.csv."""

    code: str
    name: str
    """The official one."""
    everyday: str
    other_names: tuple[str, ...]
    merged_into: str | None
    """Code of the municipality that took it in; None where it is still there."""


@cache
def municipalities() -> dict[str, Municipality]:
    """All of them by code, merged ones too."""
    rows = load_rows("municipalities")
    codes = {row["name"]: row["code"] for row in rows}
    return {
        row["code"]: Municipality(
            row["code"],
            row["name"],
            row["everyday"] or row["name"],
            tuple(name for name in row["also"].split("|") if name),
            codes[row["merged_into"]] if row["merged_into"] else None,
        )
        for row in rows
    }


def find_municipalities(names: Iterable[str]) -> tuple[Municipality, ...]:
    """The municipalities that bear every name of `names` that the list knows, by code.

    Usually one; two for "Bergen" alone, one for "Bergen" and "Bergen (NH)" together; none where
    the list knows none of the names, or where they are names of several.

    Args:
        names: without the word gemeente.
    """
    found = [codes for name in names if (codes := _codes_by_key().get(key_of(name)))]
    common = frozenset.intersection(*found) if found else frozenset()
    return tuple(municipalities()[code] for code in sorted(common))


def printed_names(party_name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """The names of a party of that type without the word gemeente, each once.

    What stands in brackets behind the name has become an alias, "Bergen (NH)" gives "NH": it also
    counts behind the name.
    """
    name = party_name.removeprefix(KIND_BEFORE)
    bare = dict.fromkeys((name, *(alias.removeprefix(KIND_BEFORE) for alias in aliases)))
    return tuple(dict.fromkeys((*bare, *(f"{name} {alias}" for alias in bare))))


def follow_mergers(municipality: Municipality) -> Municipality:
    """The municipality of today that it is or became part of."""
    while municipality.merged_into is not None:
        municipality = municipalities()[municipality.merged_into]
    return municipality


@cache
def _codes_by_key() -> dict[str, frozenset[str]]:
    """Codes by key of a name; a merged municipality only where no present one is named so."""
    present: dict[str, set[str]] = {}
    merged: dict[str, set[str]] = {}
    for row in municipalities().values():
        names = present if row.merged_into is None else merged
        for name in (row.name, row.everyday, *row.other_names):
            names.setdefault(key_of(name), set()).add(row.code)
    return {key: frozenset(codes) for key, codes in (merged | present).items()}
