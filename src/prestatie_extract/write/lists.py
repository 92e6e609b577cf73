"""The tables that come from the vocabulary and are the same in every output folder."""

from __future__ import annotations

from datetime import date

from prestatie_extract.schema.entity_tables import MUNICIPALITIES, THEME_CROSSWALK
from prestatie_extract.vocabulary import load_rows
from prestatie_extract.write.rows import DocumentRows, Row

TOOI = "https://identifier.overheid.nl/tooi/id/gemeente/"


def list_rows() -> DocumentRows:
    """The rows of `municipalities` and `theme_crosswalk`, each sorted by its key."""
    rows = {
        MUNICIPALITIES: [_municipality_row(row) for row in load_rows("municipalities")],
        THEME_CROSSWALK: [_crosswalk_row(row) for row in load_rows("theme_crosswalk")],
    }
    return {
        table.name: sorted(made, key=lambda row: [row[name] for name in table.key])
        for table, made in rows.items()
    }


def _municipality_row(row: dict[str, str]) -> Row:
    codes = {other["name"]: other["code"] for other in load_rows("municipalities")}
    return {
        "municipality_code": row["code"],
        "name": row["name"],
        "everyday_name": row["everyday"] or row["name"],
        "tooi_id": TOOI + row["code"].casefold(),
        "code_year": int(row["code_year"]),
        "merged_into_code": codes[row["merged_into"]] if row["merged_into"] else None,
        "merged_on": date.fromisoformat(row["since"]) if row["since"] else None,
    }


def _crosswalk_row(row: dict[str, str]) -> Row:
    years = {name: int(row[name]) if row[name] else None for name in ("valid_from", "valid_to")}
    return {column.name: row[column.name] for column in THEME_CROSSWALK.columns} | years
