"""The table of codes is whole, and holds what the program can say: no more, no less."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import prestatie_extract
from prestatie_extract import errors
from prestatie_extract.findings import FindingKind, find_kind, load_groups, load_kinds
from prestatie_extract.findings.kinds import FAILURE, RECORD_GROUPS, STRUCTURE_GROUPS
from prestatie_extract.schema.codes import FATAL_CODES, CorrectionStatus, Severity

PACKAGE = Path(prestatie_extract.__file__).parent
MAKERS = {"make_finding", "make_notice"}
CODE = re.compile(r"[a-z][a-z0-9_]*")
STAGES = {"structure": STRUCTURE_GROUPS, "layout": STRUCTURE_GROUPS, "validate": RECORD_GROUPS}


def strings_in(path: Path) -> set[str]:
    """Every text constant of a module."""
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def made_in(package: str) -> Iterator[str]:
    """The codes that the modules of a package give to the makers of findings as they are."""
    for path in (PACKAGE / package).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first = node.args[0]
                if node.func.id in MAKERS and isinstance(first, ast.Constant):
                    yield str(first.value)


def errors_of_documents() -> set[str]:
    return {error.code for error in errors.DocumentError.__subclasses__()}


@pytest.mark.parametrize("kind", load_kinds().values(), ids=lambda kind: kind.code)
def test_every_code_says_what_it_is(kind: FindingKind) -> None:
    """In both languages, on one line each, in sentences."""
    assert CODE.fullmatch(kind.code)
    assert kind.severity in get_args(Severity)
    assert all((kind.meaning, kind.advice, kind.label_nl, kind.advice_nl))
    assert not [t for t in (kind.message, kind.meaning, kind.advice, kind.label_nl) if "\n" in t]
    assert kind.meaning.endswith(".")
    assert kind.advice.endswith(".")
    assert kind.message or kind.group == FAILURE


@pytest.mark.parametrize("kind", load_kinds().values(), ids=lambda kind: kind.code)
def test_identity_names_values_of_the_message(kind: FindingKind) -> None:
    """Else a fingerprint would silently not depend on it."""
    fields = {field for _, field, _, _ in string.Formatter().parse(kind.message) if field}
    assert set(kind.identity) <= fields | {"page_number"}


def test_no_code_stands_in_two_groups() -> None:
    """A code is its anchor in the documentation."""
    codes = [kind.code for group in load_groups() for kind in group.kinds]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("package", [p.name for p in PACKAGE.iterdir() if p.is_dir()])
def test_every_finding_made_is_in_the_table(package: str) -> None:
    """And one that a stage makes is in a group that the keys of records depend on."""
    made = set(made_in(package))
    assert made <= set(load_kinds())
    assert {find_kind(code).group for code in made} <= set(STAGES.get(package, made | GROUPS))


GROUPS = {group.name for group in load_groups()}


def test_every_error_of_a_document_is_in_the_table() -> None:
    """With those that no exception says, such as a crash of the program itself."""
    failures = {kind.code for kind in load_kinds().values() if kind.group == FAILURE}
    assert errors_of_documents() < failures
    assert set(load_kinds()) >= FATAL_CODES
    assert {find_kind(code).severity for code in failures | FATAL_CODES} == {"error"}


def test_every_correction_that_is_not_applied_is_in_the_table() -> None:
    """But for one of an unknown document, which no record can tell."""
    statuses = set(get_args(CorrectionStatus)) - {"applied", "unknown_document"}
    assert {f"correction_{status}" for status in statuses} <= set(load_kinds())


def test_every_code_of_the_table_is_used() -> None:
    """A code that nothing makes any more goes out of the table."""
    used = {text for path in PACKAGE.rglob("*.py") for text in strings_in(path)}
    made = {f"correction_{status}" for status in get_args(CorrectionStatus)}
    assert set(load_kinds()) - used - made == set()


def test_no_finding_is_made_by_hand() -> None:
    """Severity and words stand in the table alone."""
    by_hand = [
        path.name
        for path in PACKAGE.rglob("*.py")
        if re.search(r"\bFinding\(\s*\"", path.read_text("utf-8"))
    ]
    assert by_hand == []


def test_unknown_code_is_known_by_its_name() -> None:
    """A record of another version may hold one."""
    kind = find_kind("of_tomorrow")
    assert (kind.label_nl, kind.meaning, kind.group) == ("of_tomorrow", "of_tomorrow", "unknown")
