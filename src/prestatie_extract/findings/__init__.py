"""What can be found wrong: one table of codes, and one stream of findings with their documents."""

from __future__ import annotations

from prestatie_extract.findings.inspection import Inspection, Notice, Subject
from prestatie_extract.findings.kinds import (
    SEVERITIES,
    WORST_FIRST,
    FindingGroup,
    FindingKind,
    find_kind,
    load_groups,
    load_kinds,
)
from prestatie_extract.findings.making import make_finding, make_notice

__all__ = [
    "SEVERITIES",
    "WORST_FIRST",
    "FindingGroup",
    "FindingKind",
    "Inspection",
    "Notice",
    "Subject",
    "find_kind",
    "load_groups",
    "load_kinds",
    "make_finding",
    "make_notice",
]
