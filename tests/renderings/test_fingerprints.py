from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from tests.renderings.builders import COLUMN, FIRST, MISSING, SCAN, SECOND, STRANGER

from prestatie_extract.findings import FindingKind, Notice, load_kinds, make_notice
from prestatie_extract.renderings.fingerprints import make_fingerprints, parse_message


class Values(dict[str, object]):
    """A value for every name in a template."""

    def __missing__(self, name: str) -> object:
        return Value(name)


@dataclass(frozen=True)
class Value:
    """A value that says its name in any format."""

    name: str

    def __format__(self, spec: str) -> str:
        return f"<{self.name}>"

    def __repr__(self) -> str:
        return f"<{self.name}>"


def of_one(notice: Notice) -> str:
    return make_fingerprints([notice])[0]


@pytest.mark.parametrize("kind", load_kinds().values(), ids=lambda kind: kind.code)
def test_values_of_every_message_are_found_again(kind: FindingKind) -> None:
    """Those that the identity of the code names."""
    found = parse_message(kind.message, kind.message.format_map(Values()))
    assert found is not None
    assert all(value == f"<{name}>" for name, value in found.items())
    assert set(found) >= set(kind.identity) - {"page_number"}


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(replace(STRANGER, page_number=9), id="page-moved"),
        pytest.param(
            replace(STRANGER, document_id=SECOND, agreement_id=f"{SECOND}/wonen/2.1"),
            id="new-version-of-the-document",
        ),
        pytest.param(replace(STRANGER, severity="error"), id="severity"),
        pytest.param(replace(STRANGER, file="elsewhere/json/merendaal.json"), id="folder"),
    ],
)
def test_same_finding_stays_the_same(changed: Notice) -> None:
    """When something else changes, so that nobody has to dismiss it twice."""
    assert of_one(changed) == of_one(STRANGER)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(replace(STRANGER, subject="elsvenne.pdf"), id="document"),
        pytest.param(replace(STRANGER, code="reference_unresolved"), id="code"),
        pytest.param(replace(STRANGER, agreement_id=f"{FIRST}/wonen/2.2"), id="agreement"),
        pytest.param(
            replace(STRANGER, message=STRANGER.message.replace("WHA", "Het Anker")), id="value"
        ),
    ],
)
def test_another_finding_is_another(changed: Notice) -> None:
    assert of_one(changed) != of_one(STRANGER)


def test_figures_that_change_with_the_text_do_not_matter() -> None:
    """The share of low coverage is not what makes it that finding."""
    low = make_notice("low_coverage", "merendaal.pdf", share=0.01, where="")
    lower = make_notice("low_coverage", "merendaal.pdf", share=0.02, where=", most on page 3")
    assert of_one(low) == of_one(lower)


def test_page_matters_where_the_finding_is_about_the_page() -> None:
    """Two scanned pages are two findings."""
    next_page = make_notice(
        "page_needs_ocr",
        "merendaal.pdf",
        page_number=5,
        page=5,
        why="it is a picture",
        obstacle="x",
    )
    assert of_one(next_page) != of_one(SCAN)


def test_equal_findings_are_counted() -> None:
    """A run may not have the same fingerprint twice; the first keeps its own."""
    made = make_fingerprints([STRANGER, STRANGER, STRANGER])
    assert len(set(made)) == 3
    assert made[0] == of_one(STRANGER)


def test_order_does_not_matter() -> None:
    """Nor what else is found."""
    notices = [STRANGER, SCAN, COLUMN, MISSING, STRANGER]
    shuffled = [notices[index] for index in (3, 0, 4, 2, 1)]
    assert set(make_fingerprints(notices)) == set(make_fingerprints(shuffled))
    assert of_one(COLUMN) in make_fingerprints(notices)


@pytest.mark.parametrize(
    ("template", "message", "values"),
    [
        pytest.param("a {x} b", "a 1 b", {"x": "1"}, id="one"),
        pytest.param("{x} of {y}", "1 of 2 of 3", {"x": "1", "y": "2 of 3"}, id="ends-early"),
        pytest.param("{x}: go", "a: go: go", {"x": "a: go"}, id="last-reaches-the-end"),
        pytest.param("a {x} b {x}", "a 1 b 1", {"x": "1"}, id="twice"),
        pytest.param("none", "none", {}, id="no-values"),
        pytest.param("a {x} b", "c 1 b", None, id="other-beginning"),
        pytest.param("a {x} b", "a 1 c", None, id="other-end"),
        pytest.param("", "anything", None, id="no-template"),
    ],
)
def test_message_is_taken_apart(template: str, message: str, values: dict[str, str] | None) -> None:
    assert parse_message(template, message) == values


def test_message_of_another_version_is_taken_whole() -> None:
    """Two of them are told apart, though its words are not in the table."""
    one = replace(STRANGER, message="WHA leads but does not sign")
    two = replace(STRANGER, message="Het Anker leads but does not sign")
    assert len({of_one(one), of_one(two), of_one(STRANGER)}) == 3
