"""Findings for people and grep: one line each, in the form that editors jump to."""

from __future__ import annotations

from prestatie_extract.findings import Inspection, Notice
from prestatie_extract.findings.documentation import DOCUMENTATION
from prestatie_extract.printable import to_printable
from prestatie_extract.renderings.stream import (
    by_subject,
    describe_counts,
    is_counting,
    path_of,
)


def to_text(inspection: Inspection, *, fail_on: str | None, source_root: str) -> str:
    """A line a finding, by document, the worst first, and a line with the count."""
    lines = [
        to_line(notice, source_root) for _, notices in by_subject(inspection) for notice in notices
    ]
    return "\n".join([*lines, _close(inspection, fail_on)]) + "\n"


def to_line(notice: Notice, source_root: str) -> str:
    """Such as "a.pdf:3: warning: trekker 'WHA' is not a contracting party … [the code]"."""
    path = path_of(notice, source_root)
    place = path if notice.page_number is None else f"{path}:{notice.page_number}"
    return to_printable(f"{place}: {notice.severity}: {notice.message} [{notice.code}]")


def _close(inspection: Inspection, fail_on: str | None) -> str:
    told = f"{len(by_subject(inspection))} checked: {describe_counts(inspection.notices)}"
    counting = sum(is_counting(notice, fail_on) for notice in inspection.notices)
    if fail_on and fail_on != "error" and counting:
        told += f", {counting} at or above {fail_on}"
    return f"{told}; see {DOCUMENTATION}" if inspection.notices else told
