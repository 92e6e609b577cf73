"""Findings for programs: all of them, with stable keys."""

from __future__ import annotations

import json
import re

from prestatie_extract.findings import Inspection, Notice, Subject, find_kind
from prestatie_extract.findings.documentation import help_link
from prestatie_extract.renderings.stream import by_subject, count_severities, path_of

JSON_VERSION = "1.0"
"""Of this form; a key that is added raises the second number."""
SURROGATES = re.compile("[\ud800-\udfff]")


def to_json(inspection: Inspection, *, source_root: str) -> str:
    """An object with version, counts, subjects and findings."""
    found = by_subject(inspection)
    counts: dict[str, int] = {"subjects": len(found), **count_severities(inspection.notices)}
    return dump(
        {
            "version": JSON_VERSION,
            "counts": counts,
            "subjects": [_describe(subject, notices) for subject, notices in found],
            "findings": [
                _to_object(notice, source_root) for _, notices in found for notice in notices
            ],
        }
    )


def dump(value: object) -> str:
    """The value as JSON that can be written as UTF-8: half a character is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return SURROGATES.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"


def _describe(subject: Subject, notices: list[Notice]) -> dict[str, object]:
    return {
        "name": subject.name,
        "document_id": subject.document_id,
        "counts": count_severities(notices),
    }


def _to_object(notice: Notice, source_root: str) -> dict[str, object]:
    return {
        "subject": notice.subject,
        "document_id": notice.document_id,
        "path": path_of(notice, source_root),
        "file": notice.file,
        "page_number": notice.page_number,
        "agreement_id": notice.agreement_id,
        "check": find_kind(notice.code).group,
        "code": notice.code,
        "severity": notice.severity,
        "message": notice.message,
        "help": help_link(notice.code),
    }
