"""The table of all codes: how bad each is, what it says and means, what to do (`findings.toml`)."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

SEVERITIES = ("info", "warning", "error")
"""From mild to severe."""
WORST_FIRST = SEVERITIES[::-1]
FAILURE = "failure"
"""The group of what keeps a document from having a record."""
STRUCTURE_GROUPS = ("layout", "structure")
"""Groups whose findings stand in a document as structured."""
RECORD_GROUPS = (
    "reading", *STRUCTURE_GROUPS, "document", "numbering", "references", "coverage",
    "corrections", "model",
)  # fmt: skip
"""Groups whose findings stand in a record; the others are made of records."""
UNKNOWN = "unknown"
"""Group of a code that the table does not have, in a record of another version."""


@dataclass(frozen=True, slots=True)
class FindingKind:
    """What is the same for all findings of one code."""

    code: str
    group: str
    """The check that it belongs to, such as numbering."""
    severity: str
    """info, warning or error."""
    message: str
    """What is said of one, to be filled with `str.format`; empty where an exception says it."""
    identity: tuple[str, ...]
    """Names of what tells two of them on one place apart: values of the message, page_number."""
    meaning: str
    """What it means; the first sentence can stand alone."""
    advice: str
    """What to do."""
    label_nl: str
    """What the report calls it, in Dutch."""
    advice_nl: str
    """What a reader of the report can do, in Dutch."""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Codes that belong together: what CI shows as one check."""

    name: str
    title: str
    about: str
    """What the check looks at."""
    kinds: tuple[FindingKind, ...]


@cache
def load_groups() -> tuple[FindingGroup, ...]:
    """All groups with their codes, in the order of the table."""
    text = (resources.files(__package__ or "") / "findings.toml").read_text(encoding="utf-8")
    return tuple(_parse_group(name, table) for name, table in tomllib.loads(text).items())


@cache
def load_kinds() -> Mapping[str, FindingKind]:
    """All codes, in the order of the table."""
    return MappingProxyType({k.code: k for group in load_groups() for k in group.kinds})


def find_kind(code: str) -> FindingKind:
    """What is known of `code`: nothing but its name where the table does not have it."""
    return load_kinds().get(code) or FindingKind(
        code=code, group=UNKNOWN, severity="warning", message="", identity=(), meaning=code,
        advice="", label_nl=code, advice_nl="",
    )  # fmt: skip


def hash_messages(groups: tuple[str, ...]) -> str:
    """SHA-256 over severities and messages of the groups: all that reaches a record."""
    kinds = (k for k in load_kinds().values() if k.group in groups)
    said = "\0".join(f"{k.code}\0{k.severity}\0{k.message}" for k in kinds)
    return hashlib.sha256(said.encode()).hexdigest()


def _parse_group(name: str, table: Mapping[str, object]) -> FindingGroup:
    kinds = tuple(
        _parse_kind(code, name, row) for code, row in table.items() if isinstance(row, dict)
    )
    return FindingGroup(name, str(table["title"]), str(table["about"]), kinds)


def _parse_kind(code: str, group: str, row: Mapping[str, object]) -> FindingKind:
    identity = row.get("identity", [])
    assert isinstance(identity, list)
    return FindingKind(
        code=code, group=group, severity=str(row["severity"]), message=str(row.get("message", "")),
        identity=tuple(map(str, identity)), meaning=str(row["meaning"]),
        advice=str(row["advice"]), label_nl=str(row["label_nl"]), advice_nl=str(row["advice_nl"]),
    )  # fmt: skip
