from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from tests.renderings.builders import (
    COLUMN,
    INSPECTIONS,
    MISSING,
    SCAN,
    STRANGER,
    inspect,
    many,
)

from prestatie_extract.findings import Inspection
from prestatie_extract.renderings import Form, render

COMMAND = re.compile(r"::(error|warning|notice) (?:file=[^:,]*,)?title=[^:,]*::[^\r\n]*")
"""What GitHub reads as one annotation."""


def commands(found: Inspection, source_root: str = "") -> list[str]:
    """The lines but the last, which is the count."""
    return render(found, Form.GITHUB, source_root=source_root).splitlines()[:-1]


def kinds_of(lines: list[str]) -> list[str]:
    return [line.split()[0].strip(":") for line in lines]


def test_worst_comes_first() -> None:
    """Over all documents, since GitHub shows the first ones."""
    found = inspect(COLUMN, STRANGER, MISSING)
    assert kinds_of(commands(found)) == ["error", "warning", "notice"]
    assert render(found, Form.GITHUB).splitlines()[-1] == "findings: 1 error, 1 warning, 1 info"


def test_annotation_stands_beside_its_document() -> None:
    """With its page and where it is explained."""
    assert commands(inspect(STRANGER), "data/raw") == [
        (
            "::warning file=data/raw/merendaal.pdf,title=trekker_not_a_party::page 3: trekker 'WHA'"
            " is not a contracting party: check the list of parties"
            " (docs/findings.md#trekker_not_a_party)"
        )
    ]


def test_page_is_said_once() -> None:
    """A message that names its page needs no second one, unless it is of another page."""
    assert "::page 4 needs OCR" in commands(inspect(SCAN))[0]
    other = replace(SCAN, page_number=4, message="page 41 is a picture")
    assert "::page 4: page 41 is" in commands(inspect(other))[0]


def test_signs_of_the_command_are_escaped() -> None:
    """In a property also those that end it."""
    notice = replace(STRANGER, subject="a:b,c%.pdf", message="100% 'a::b'\r\n::error::c")
    assert commands(inspect(notice)) == [
        (
            "::warning file=a%3Ab%2Cc%25.pdf,title=trekker_not_a_party::page 3: 100%25 'a::b'  "
            "::error::c (docs/findings.md#trekker_not_a_party)"
        )
    ]


@pytest.mark.parametrize(
    ("count", "shown", "closing"),
    [
        pytest.param(10, 10, None, id="all-that-fit"),
        pytest.param(11, 9, "2 warnings", id="one-too-many"),
        pytest.param(500, 9, "491 warnings", id="far-too-many"),
    ],
)
def test_no_finding_vanishes_silently(count: int, shown: int, closing: str | None) -> None:
    """GitHub shows ten of a kind: the tenth says how many there are more."""
    lines = commands(inspect(*many(count)))
    assert len(lines) == shown + bool(closing)
    assert len(lines) <= 10
    last = f"::warning title=findings_left_out::and {closing} more, which cannot be shown here: "
    assert closing is None or lines[-1].startswith(last)


def test_all_kinds_together_stay_below_the_limit_of_a_job() -> None:
    """Fifty annotations."""
    found = inspect(*many(99, MISSING), *many(99), *many(99, COLUMN))
    assert len(commands(found)) == 30


@given(INSPECTIONS)
def test_no_text_gives_a_second_command(found: Inspection) -> None:
    """A command a finding, and one line without a command."""
    text = render(found, Form.GITHUB)
    lines = re.split(r"\r\n|\r|\n|\u2028|\u2029|\x85|\x0b|\x0c", text)
    assert lines.pop() == ""
    assert lines.pop().startswith("findings: ")
    assert len(lines) == len(found.notices)
    assert all(COMMAND.fullmatch(line) for line in lines)
