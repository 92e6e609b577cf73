"""The forms for people and programs, and what holds for all of them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from tests.renderings.builders import (
    COLUMN,
    INSPECTIONS,
    LOCKED,
    MISSING,
    SCAN,
    STRANGER,
    inspect,
)

from prestatie_extract.findings import Inspection
from prestatie_extract.renderings import Form, render

TEXT = """\
data/raw/merendaal.pdf:3: warning: trekker 'WHA' is not a contracting party: check the list of parties \
[trekker_not_a_party]
data/raw/jaar/sparrenhove.pdf: info: column 'Wie' is not in vocabulary/columns.csv; kept as context \
[unknown_column_header]
parquet/targets.parquet: error: table targets is missing: run 'prestatie-extract run' again [table_missing]
3 checked: 1 error, 1 warning, 1 info; see docs/findings.md
"""  # noqa: E501 (as it is printed)


def test_text_is_a_line_a_finding_and_a_count() -> None:
    """By document, with the place first, as compilers print it."""
    found = inspect(COLUMN, MISSING, STRANGER)
    assert render(found, Form.TEXT, source_root="data/raw/") == TEXT


@pytest.mark.parametrize(
    ("fail_on", "told"),
    [
        pytest.param(None, "3 checked: 1 error, 2 warnings; ", id="default-says-it-already"),
        pytest.param(
            "warning", "3 checked: 1 error, 2 warnings, 3 at or above warning; ", id="warning"
        ),
    ],
)
def test_text_says_how_many_count(fail_on: str | None, told: str) -> None:
    found = inspect(STRANGER, SCAN, MISSING)
    assert told in render(found, Form.TEXT, fail_on=fail_on)


def test_worst_finding_of_a_document_comes_first() -> None:
    """Whatever the order they were found in."""
    lines = render(inspect(COLUMN, STRANGER, LOCKED, MISSING, SCAN), Form.TEXT).splitlines()
    assert [line.split(": ")[:2] for line in lines[:2]] == [
        ["merendaal.pdf:3", "warning"],
        ["merendaal.pdf:4", "warning"],
    ]
    mild = replace(STRANGER, severity="info", page_number=1)
    lines = render(inspect(mild, SCAN), Form.TEXT).splitlines()
    assert [line.split(": ")[1] for line in lines[:2]] == ["warning", "info"]


def test_finding_on_something_that_is_not_listed_is_shown() -> None:
    """Nothing is lost."""
    assert "locked.pdf: error: the PDF is locked" in render(inspect(LOCKED), Form.TEXT)
    assert "4 checked" in render(inspect(LOCKED), Form.TEXT)


def test_nothing_found_is_said() -> None:
    """In a way that tells it from nothing looked at."""
    assert render(inspect(), Form.TEXT) == "3 checked: no findings\n"


def test_json_holds_everything() -> None:
    """With stable keys, by document."""
    made = json.loads(render(inspect(COLUMN, STRANGER), Form.JSON, source_root="pdf"))
    assert made["version"] == "1.0"
    assert made["counts"] == {"subjects": 3, "error": 0, "warning": 1, "info": 1}
    names = [subject["name"] for subject in made["subjects"]]
    assert names == ["merendaal.pdf", "jaar/sparrenhove.pdf", "out"]
    assert made["findings"][0] == {
        "subject": "merendaal.pdf",
        "document_id": "a1b2c3d4e5f6",
        "path": "pdf/merendaal.pdf",
        "file": None,
        "page_number": 3,
        "agreement_id": "a1b2c3d4e5f6/wonen/2.1",
        "check": "document",
        "code": "trekker_not_a_party",
        "severity": "warning",
        "message": "trekker 'WHA' is not a contracting party: check the list of parties",
        "help": "docs/findings.md#trekker_not_a_party",
    }


@given(INSPECTIONS)
def test_json_gives_back_what_went_in(found: Inspection) -> None:
    """Any text in any field, also half a character."""
    made = json.loads(render(found, Form.JSON))
    told = {(n["subject"], n["code"], n["message"], n["agreement_id"]) for n in made["findings"]}
    assert told == {(n.subject, n.code, n.message, n.agreement_id) for n in found.notices}
    assert len(made["findings"]) == len(found.notices)


@pytest.mark.parametrize("form", Form)
@given(found=INSPECTIONS)
def test_every_form_takes_any_text(form: Form, found: Inspection) -> None:
    """It can be written as UTF-8, ends with a line break, and is the same the second time."""
    made = render(found, form, source_root="a b/é")
    assert made.encode()
    assert made.endswith("\n")
    assert made == render(found, form, source_root="a b/é")


@given(INSPECTIONS)
def test_text_has_a_line_a_finding(found: Inspection) -> None:
    """No text of a document begins a line or moves the cursor."""
    made = render(found, Form.TEXT)
    assert len(made.splitlines()) == len(found.notices) + 1
    assert "\x1b" not in made
