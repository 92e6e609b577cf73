from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.renderings.builders import (
    COLUMN,
    HOSTILE,
    INSPECTIONS,
    MISSING,
    STRANGER,
    inspect,
    many,
)

from prestatie_extract.findings import Inspection
from prestatie_extract.renderings import step_summary
from prestatie_extract.renderings.step_summary import SUMMARY_BYTES, escape

UNESCAPED = re.compile(r"&(?!#\d+;)|[`*_{}\[\]()<>!|~@$\\]|#(?!\d+;)|://|\bwww\.", re.IGNORECASE)


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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a|b", "a&#124;b", id="cell"),
        pytest.param("<img src=x>", "&#60;img src=x&#62;", id="html"),
        pytest.param("vraag @iemand", "vraag &#64;&#8203;iemand", id="mention"),
        pytest.param("zie #12", "zie &#35;&#8203;12", id="issue"),
        pytest.param("http://x.nl", "http&#58;&#8203;//x.nl", id="address"),
        pytest.param("WWW.x.nl", "WWW&#46;&#8203;x.nl", id="address-without-scheme"),
        pytest.param("&lt;b&gt;", "&#38;lt;b&#38;gt;", id="reference"),
        pytest.param("a\nb", "a b", id="line-break"),
        pytest.param("12.30, t/m 2030: 5-10 €", "12.30, t/m 2030: 5-10 €", id="plain-text"),
    ],
)
def test_text_of_a_document_is_shown_as_it_is(text: str, shown: str) -> None:
    assert escape(text) == shown


@given(st.one_of(HOSTILE, st.text(st.sampled_from("&#@:/w.|<`64;"), max_size=12)))
def test_no_markup_is_left(text: str) -> None:
    """Whatever stands in the document."""
    assert UNESCAPED.search(escape(text)) is None


@given(INSPECTIONS)
def test_any_text_stays_in_its_cell(found: Inspection) -> None:
    """Six bars a row."""
    rows = [line for line in step_summary(found).splitlines() if line.startswith("| ")][1:]
    assert len(rows) == len(found.notices)
    assert {row.count("|") for row in rows} <= {6}


def test_long_summary_says_what_it_leaves_out() -> None:
    """One that is too long is not shown at all."""
    long = replace(STRANGER, message="@" * 20_000)
    made = step_summary(inspect(*many(40, long)))
    rows = sum(line.startswith("| warning") for line in made.splitlines())
    assert len(made.encode()) < SUMMARY_BYTES
    assert 0 < rows < 40
    assert f"and {40 - rows} findings more, which cannot be shown here" in made
