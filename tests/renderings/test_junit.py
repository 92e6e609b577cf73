"""JUnit XML as pytest writes it: no package has its schema, so its form is tested here."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

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

from prestatie_extract.findings import Inspection, Notice, Subject
from prestatie_extract.printable import to_printable
from prestatie_extract.renderings import Form, render
from prestatie_extract.renderings.junit import to_xml_text

ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped"},
    "testcase": {"classname", "name"},
    "failure": {"message", "type"},
    "error": {"message", "type"},
    "skipped": {"message", "type"},
    "system-out": set[str](),
}
INSIDE = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "error", "skipped", "system-out"},
}
"""What the schema of the xunit2 form allows of what pytest writes, as far as it is used."""


def parse(found: Inspection, fail_on: str | None = None) -> ET.Element:
    """The root, its form checked on the way."""
    root = ET.fromstring(render(found, Form.JUNIT, fail_on=fail_on).encode())  # noqa: S314 (ours)
    assert root.tag == "testsuites"
    for element in root.iter():
        assert set(element.attrib) == ATTRIBUTES[element.tag]
        assert {child.tag for child in element} <= INSIDE.get(element.tag, set())
    for suite in root:
        outcomes = [child.tag for case in suite for child in case if child.tag != "system-out"]
        assert suite.get("tests") == str(len(suite))
        assert suite.get("failures") == str(outcomes.count("failure"))
        assert suite.get("errors") == str(outcomes.count("error"))
        assert suite.get("skipped") == str(outcomes.count("skipped"))
    for key in ("tests", "failures", "errors"):
        assert root.get(key) == str(sum(int(suite.get(key, "")) for suite in root))
    return root


def case_of(root: ET.Element, subject: str, check: str) -> ET.Element:
    cases = [c for c in root.iter("testcase") if c.get("classname") == subject]
    (case,) = [c for c in cases if c.get("name") == check]
    return case


def outcome_of(found: Inspection, check: str, fail_on: str | None = None) -> list[str]:
    """What stands in a check of Merendaal."""
    return [child.tag for child in case_of(parse(found, fail_on), "merendaal.pdf", check)]


def test_a_document_is_a_suite_and_a_check_a_case() -> None:
    """Also those that found nothing, so that one sees what was looked at; tables have less."""
    root = parse(inspect())
    names = [[case.get("name") for case in suite] for suite in root]
    assert [suite.get("name") for suite in root] == ["merendaal.pdf", "jaar/sparrenhove.pdf", "out"]
    assert names[0] == names[1]
    assert {"reading", "numbering", "contract", "gates"} < set(names[0])
    assert names[2] == ["contract", "gates"]


@pytest.mark.parametrize(
    ("notice", "check", "fail_on", "outcome"),
    [
        pytest.param(STRANGER, "document", None, ["system-out"], id="warning-passes"),
        pytest.param(STRANGER, "document", "warning", ["failure"], id="warning-fails"),
        pytest.param(STRANGER, "document", "info", ["failure"], id="worse-than-asked"),
        pytest.param(SCAN, "reading", None, ["skipped"], id="scan-skipped"),
        pytest.param(SCAN, "reading", "warning", ["skipped"], id="scan-skipped-whatever-fails"),
        pytest.param(
            replace(SCAN, code="needs_ocr", severity="error"), "reading", None, ["skipped"],
            id="whole-document-a-scan",
        ),
        pytest.param(
            replace(STRANGER, code="of_tomorrow", severity="error"), "unknown", None, ["failure"],
            id="code-of-another-version",
        ),
    ],
)  # fmt: skip
def test_check_fails_at_the_severity_asked_for(
    notice: Notice, check: str, fail_on: str | None, outcome: list[str]
) -> None:
    assert outcome_of(inspect(notice), check, fail_on) == outcome


def test_failure_tells_all_that_failed_and_the_rest_beside_it() -> None:
    """Each with its place."""
    mild = replace(STRANGER, severity="info", message="mild")
    root = parse(inspect(STRANGER, replace(STRANGER, page_number=8), mild), "warning")
    failure, rest = case_of(root, "merendaal.pdf", "document")
    assert failure.get("type") == "trekker_not_a_party"
    assert failure.get("message") == STRANGER.message
    lines = (failure.text or "").splitlines()
    assert [line.split(": ")[0] for line in lines] == ["merendaal.pdf:3", "merendaal.pdf:8"]
    assert rest.text == "merendaal.pdf:3: info: mild [trekker_not_a_party]"


def test_document_without_record_is_an_error() -> None:
    """And has no other check, as none could be made."""
    root = parse(inspect(LOCKED, subjects=[Subject("locked.pdf")]))
    (case,) = [c for c in root.iter("testcase") if c.get("classname") == "locked.pdf"]
    assert case.get("name") == "failure"
    assert [child.tag for child in case] == ["error"]


def test_table_fails_its_contract() -> None:
    assert [child.tag for child in case_of(parse(inspect(MISSING)), "out", "contract")] == [
        "failure"
    ]


def test_scan_hides_no_failure() -> None:
    """Of the same check."""
    severe = replace(SCAN, code="no_text_layer", severity="error")
    assert outcome_of(inspect(SCAN, severe), "reading") == ["failure", "system-out"]


def test_file_has_no_clock() -> None:
    """The same findings give the same bytes."""
    text = render(inspect(STRANGER, COLUMN), Form.JUNIT)
    assert re.search(r"timestamp|hostname|time=", text) is None


@given(INSPECTIONS)
def test_any_text_comes_back(found: Inspection) -> None:
    """But for what XML does not allow."""
    root = parse(found, "info")
    messages = {element.get("message") for element in root.iter("failure")}
    told = {to_xml_text(notice.message) for notice in found.notices}
    assert messages <= told
    text = "\n".join("".join(case.itertext()) for case in root.iter("testcase"))
    assert all(to_xml_text(to_printable(n.message)) in text for n in found.notices)
