"""The stream of findings in order and in figures, as all forms show it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from prestatie_extract.findings import SEVERITIES, WORST_FIRST, Inspection, Notice, Subject

PLURALS = {"error": "errors", "warning": "warnings", "info": "infos"}


def by_subject(inspection: Inspection) -> list[tuple[Subject, list[Notice]]]:
    """Every subject once, in order of appearance, with its findings, the worst first."""
    named = [*inspection.subjects, *(Subject(notice.subject) for notice in inspection.notices)]
    subjects: dict[str, Subject] = {}
    for subject in named:
        subjects.setdefault(subject.name, subject)
    found: dict[str, list[Notice]] = {name: [] for name in subjects}
    for notice in worst_first(inspection.notices):
        found[notice.subject].append(notice)
    return [(subject, found[name]) for name, subject in subjects.items()]


def worst_first(notices: Iterable[Notice]) -> list[Notice]:
    """The findings from severe to mild, otherwise in their order."""
    return sorted(notices, key=lambda notice: WORST_FIRST.index(notice.severity))


def count_severities(notices: Iterable[Notice]) -> dict[str, int]:
    """How many there are of each severity, the worst first, also where there are none."""
    counts = Counter(notice.severity for notice in notices)
    return {severity: counts[severity] for severity in WORST_FIRST}


def is_counting(notice: Notice, fail_on: str | None) -> bool:
    """Whether the finding is at or above `fail_on`; error where None."""
    return SEVERITIES.index(notice.severity) >= SEVERITIES.index(fail_on or "error")


def describe_counts(notices: Sequence[Notice]) -> str:
    """In words, such as "1 error, 3 warnings"; "no findings" where there are none."""
    counts = count_severities(notices)
    told = [count_noun(count, severity) for severity, count in counts.items() if count]
    return ", ".join(told) or "no findings"


def count_noun(count: int, severity: str) -> str:
    """Such as "1 error" or "3 warnings"."""
    return f"{count} {severity if count == 1 else PLURALS[severity]}"


def path_of(notice: Notice, source_root: str) -> str:
    """The path that people look it up at: of the document, else of the file it was seen in.

    Args:
        notice: the finding.
        source_root: the folder of the documents in the repository.
    """
    if notice.document_id is None and notice.file is not None:
        return notice.file
    path = notice.path or notice.subject
    return "/".join(part for part in (source_root.rstrip("/"), path) if part)


def message_of(notice: Notice) -> str:
    """The message with the page in front, where it is known and not said anyway."""
    page = notice.page_number
    if page is None or re.search(rf"\bpage {page}\b", notice.message):
        return notice.message
    return f"page {page}: {notice.message}"
