"""Whether a target counts in a sum, in words, from the table `target_ledger`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prestatie_extract.dataset import load_table

COUNTS = "telt mee"
RELATIONS = {"part": "deel van", "repeat": "herhaling van"}
BESIDE = "beside"
NOT_ITS_OWN = "telt niet mee: van een kader of een ander jaar"


@dataclass(frozen=True, slots=True)
class Counting:
    """Whether a target counts, and the one that it is counted in."""

    text: str
    counted_in: str | None = None
    """A target_id."""


def load_countings(out: Path) -> dict[str, Counting]:
    """By target_id; a target of which nothing is to be said is left out.

    Raises:
        NoTables: there is no such table, or it is of another version.
    """
    names = ["target_id", "raw", "entry", "counted_in", "counts"]
    rows = load_table(out, "target_ledger")[names].astype(object)
    listed = rows.where(rows.notna(), None).to_dict("records")
    raws = {str(row["target_id"]): str(row["raw"]) for row in listed}
    countings = ((str(row["target_id"]), describe_row(row, raws)) for row in listed)
    return {target_id: counting for target_id, counting in countings if counting}


def describe_row(row: Mapping[Any, object], raws: Mapping[str, str]) -> Counting | None:
    """What is to be said of a row of the ledger; None where that is nothing.

    Args:
        row: entry, counted_in and counts of a target.
        raws: the targets as printed, by target_id.
    """
    whole = raws.get(str(row["counted_in"]))
    if row["entry"] in RELATIONS and whole:
        counts = f"{COUNTS}, " if row["counts"] else ""  # a row of a balance counts for itself
        relation = RELATIONS[str(row["entry"])]
        return Counting(f"{counts}{relation} “{whole}”", str(row["counted_in"]))
    if row["entry"] == BESIDE:
        return Counting(NOT_ITS_OWN)
    return Counting(COUNTS) if row["counts"] else None
