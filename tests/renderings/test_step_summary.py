from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from tests.renderings.builders import (
    COLUMN,
    INSPECTIONS,
    MISSING,
    STRANGER,
    inspect,
    many,
)

from prestatie_extract.findings import Inspection
from prestatie_extract.renderings import step_summary
from prestatie_extract.renderings.step_summary import SUMMARY_BYTES


def test_table_has_a_row_a_finding() -> None:
    """Below the counts."""
    lines = step_summary(inspect(COLUMN, STRANGER)).splitlines()
    assert lines[2] == "3 checked: 1 warning, 1 info."
    assert lines[6].startswith("| warning | merendaal.pdf | 3 | trekker 'WHA' is not a contracting")
    assert lines[7].startswith("| info | jaar/sparrenhove.pdf |  | column 'Wie' is not in")
    assert lines[-1] == "docs/findings.md says what each code means and what to do."


def test_worst_comes_first() -> None:
    """A mild finding of the first document does not push an error out of the summary."""
    lines = step_summary(inspect(*many(2, COLUMN), STRANGER, MISSING)).splitlines()
    assert [line.split()[1] for line in lines[6:10]] == ["error", "warning", "info", "info"]


def test_summary_leaves_room_for_what_is_there() -> None:
    """A step has one limit for all that is appended to its summary."""
    taken = SUMMARY_BYTES // 2
    made = step_summary(inspect(*many(20_000)), taken_bytes=taken)
    assert SUMMARY_BYTES - 2048 < taken + len(made.encode()) < SUMMARY_BYTES


def test_nothing_found_has_no_table() -> None:
    assert step_summary(inspect()) == "## Findings\n\n3 checked: no findings.\n"


@given(INSPECTIONS)
def test_any_text_stays_in_its_cell(found: Inspection) -> None:
    """Six bars a row, beside those that are escaped."""
    text = step_summary(found).replace("\\|", "")
    rows = [line for line in text.splitlines() if line.startswith("| ")][1:]
    assert len(rows) == len(found.notices)
    assert {row.count("|") for row in rows} <= {6}


def test_long_summary_says_what_it_leaves_out() -> None:
    """One that is too long is not shown at all."""
    long = replace(STRANGER, message="*" * 20_000)
    made = step_summary(inspect(*many(40, long)))
    rows = sum(line.startswith("| warning") for line in made.splitlines())
    assert len(made.encode()) < SUMMARY_BYTES
    assert 0 < rows < 40
    assert f"and {40 - rows} findings more, which cannot be shown here" in made
