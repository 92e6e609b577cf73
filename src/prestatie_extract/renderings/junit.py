"""Findings as JUnit XML in the form that pytest writes (xunit2), without clock and host name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from prestatie_extract.findings import Inspection, Notice, Subject, find_kind, load_groups
from prestatie_extract.findings.kinds import FAILURE, RECORD_GROUPS, UNKNOWN
from prestatie_extract.renderings.plain_text import to_line
from prestatie_extract.renderings.stream import by_subject, is_counting

NEEDS_OCR = frozenset({"needs_ocr", "page_needs_ocr"})
"""A check that these stand in could not be made: it is skipped."""
CHECKS = ("contract", "gates")
"""Groups that tables have too."""
FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow, and \\r, which a parser would change."""
REPLACEMENT = "�"


@dataclass(frozen=True, slots=True)
class Case:
    """A check of a subject."""

    name: str
    outcome: str
    """error, failure, skipped, or empty where it passed."""
    telling: tuple[Notice, ...]
    """The findings that decided the outcome."""
    others: tuple[Notice, ...]


def to_junit(inspection: Inspection, *, fail_on: str | None, source_root: str) -> str:
    """A suite a subject, a case a check."""
    suites = [
        (subject, list(_make_cases(subject, notices, fail_on)))
        for subject, notices in by_subject(inspection)
    ]
    everything = [case for _, cases in suites for case in cases]
    counts = _count(everything)
    del counts["skipped"]  # the schema has it for suites alone
    root = ET.Element("testsuites", {"name": "prestatie-extract", **counts})
    for subject, cases in suites:
        _add_suite(root, subject, cases, source_root)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def to_xml_text(text: str) -> str:
    """The text with what XML does not allow replaced."""
    return FORBIDDEN.sub(REPLACEMENT, text)


def _make_cases(subject: Subject, notices: Sequence[Notice], fail_on: str | None) -> Iterator[Case]:
    """A case for each check that was made or found something."""
    by_check: dict[str, list[Notice]] = {}
    for notice in notices:
        by_check.setdefault(find_kind(notice.code).group, []).append(notice)
    made = _list_made(subject, is_failed=FAILURE in by_check)
    for check in (*(group.name for group in load_groups()), UNKNOWN):
        if check in made or check in by_check:
            yield _judge(check, by_check.get(check, ()), fail_on)


def _list_made(subject: Subject, *, is_failed: bool) -> tuple[str, ...]:
    """The checks that are made even where they find nothing."""
    if is_failed:
        return ()
    return (*RECORD_GROUPS, *CHECKS) if subject.document_id else CHECKS


def _judge(check: str, notices: Sequence[Notice], fail_on: str | None) -> Case:
    """What came of a check; one that found something severe failed, else it may be skipped."""
    needs_ocr = tuple(notice for notice in notices if notice.code in NEEDS_OCR)
    severe = tuple(n for n in notices if n.code not in NEEDS_OCR and is_counting(n, fail_on))
    outcome, telling = "", severe or needs_ocr
    if severe:
        outcome = "error" if check == FAILURE else "failure"
    elif needs_ocr:
        outcome = "skipped"
    told = set(telling)
    return Case(check, outcome, telling, tuple(n for n in notices if n not in told))


def _count(cases: Sequence[Case]) -> dict[str, str]:
    outcomes = [case.outcome for case in cases]
    return {
        "tests": str(len(cases)),
        "failures": str(outcomes.count("failure")),
        "errors": str(outcomes.count("error")),
        "skipped": str(outcomes.count("skipped")),
    }


def _add_suite(root: ET.Element, subject: Subject, cases: list[Case], source_root: str) -> None:
    name = to_xml_text(subject.name)
    suite = ET.SubElement(root, "testsuite", {"name": name, **_count(cases)})
    for case in cases:
        _add_case(suite, case, name, source_root)


def _add_case(suite: ET.Element, case: Case, subject: str, source_root: str) -> None:
    element = ET.SubElement(suite, "testcase", {"classname": subject, "name": case.name})
    if case.outcome:
        first = case.telling[0]
        told = {"message": to_xml_text(first.message), "type": to_xml_text(first.code)}
        ET.SubElement(element, case.outcome, told).text = _tell(case.telling, source_root)
    if case.others:
        ET.SubElement(element, "system-out").text = _tell(case.others, source_root)


def _tell(notices: Sequence[Notice], source_root: str) -> str:
    return to_xml_text("\n".join(to_line(notice, source_root) for notice in notices))
