"""Findings as SARIF 2.1.0, for GitHub code scanning and other viewers.

GitHub takes 25,000 results a run and shows 5,000; it wants four texts of every rule, and of every
result a file with a line (docs.github.com, "SARIF support for code scanning").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from prestatie_extract import __version__
from prestatie_extract.findings import (
    FindingKind,
    Inspection,
    Notice,
    find_kind,
    load_kinds,
    make_notice,
)
from prestatie_extract.findings.documentation import help_link
from prestatie_extract.renderings.fingerprints import DOCUMENT_PREFIX, make_fingerprints
from prestatie_extract.renderings.plain_json import dump
from prestatie_extract.renderings.stream import message_of, path_of, worst_first

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
RESULTS_MAX = 25_000  # of a run; a file with more is refused as a whole
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
FINGERPRINT = "prestatieFinding/v1"
FIRST_LINE = {"startLine": 1}
"""A PDF has no lines, but viewers refuse a result without one."""
NAMELESS = "."


def to_sarif(inspection: Inspection, *, source_root: str) -> str:
    """One run, the worst results first."""
    notices = _cut(worst_first(inspection.notices))
    rules = _list_rules(notices)
    places = {rule.code: index for index, rule in enumerate(rules)}
    prints = make_fingerprints(notices)
    results = [
        _to_result(notice, places[notice.code], fingerprint, path_of(notice, source_root))
        for notice, fingerprint in zip(notices, prints, strict=True)
    ]
    driver = {
        "name": "prestatie-extract",
        "version": __version__,
        "rules": [_to_rule(rule) for rule in rules],
    }
    run = {"tool": {"driver": driver}, "results": results}
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _cut(notices: Sequence[Notice]) -> Sequence[Notice]:
    """As many as a run may have; the last one then says how many are left out."""
    if len(notices) <= RESULTS_MAX:
        return notices
    shown, first = notices[: RESULTS_MAX - 1], notices[RESULTS_MAX - 1]
    left = f"{len(notices) - len(shown)} findings"
    closing = make_notice(
        "findings_left_out", first.subject, document_id=first.document_id, file=first.file,
        what=left,
    )  # fmt: skip
    return [*shown, closing]


def _list_rules(notices: Sequence[Notice]) -> list[FindingKind]:
    """The kinds that occur, in the order of the table; those of other versions by name."""
    order = {code: index for index, code in enumerate(load_kinds())}
    codes = {notice.code for notice in notices}
    return [find_kind(c) for c in sorted(codes, key=lambda c: (order.get(c, len(order)), c))]


def _to_rule(kind: FindingKind) -> dict[str, Any]:
    """What a viewer shows of a code; no `helpUri`, as that must name a host."""
    link = help_link(kind.code)
    return {
        "id": kind.code,
        "shortDescription": {"text": kind.meaning.split(". ")[0].rstrip(".") + "."},
        "fullDescription": {"text": kind.meaning},
        "help": {
            "text": f"{kind.advice} See {link}.".strip(),
            "markdown": f"{kind.advice}\n\nSee [{link}]({link}).".strip(),
        },
        "defaultConfiguration": {"level": LEVELS[kind.severity]},
        "properties": {"tags": [kind.group]},
    }


def _to_result(notice: Notice, rule: int, fingerprint: str, path: str) -> dict[str, Any]:
    return {
        "ruleId": notice.code,
        "ruleIndex": rule,
        "level": LEVELS[notice.severity],
        "message": {"text": message_of(notice)},
        "locations": [_to_location(notice, path)],
        "partialFingerprints": {FINGERPRINT: fingerprint},
        "properties": _to_properties(notice),
    }


def _to_location(notice: Notice, path: str) -> dict[str, Any]:
    file = {"uri": _to_uri(path), "uriBaseId": "%SRCROOT%"}
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": file, "region": FIRST_LINE}
    }
    if notice.agreement_id:
        name = DOCUMENT_PREFIX.sub("", notice.agreement_id)
        full = notice.agreement_id
        location["logicalLocations"] = [{"name": name, "fullyQualifiedName": full}]
    return location


def _to_uri(path: str) -> str:
    """A relative address: what is not plain is percent-encoded, a colon too."""
    return quote(path.encode("utf-8", "surrogatepass"), safe="/").lstrip("/") or NAMELESS


def _to_properties(notice: Notice) -> dict[str, Any]:
    """What SARIF has no place for and is known."""
    known = {
        "subject": notice.subject,
        "documentId": notice.document_id,
        "pageNumber": notice.page_number,
        "file": notice.file,
    }
    return {key: value for key, value in known.items() if value is not None}
