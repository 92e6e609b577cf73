from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from tests.published.files import PUBLISHED
from tests.published.versions import ROOT, NoHistory, published_versions, read_versions

from prestatie_extract.schema import SCHEMA_VERSION
from prestatie_extract.schema.json_schema import record_schema, structure_sha256
from prestatie_extract.schema.published import TABLES

WAY_OUT = (
    "what programs rely on in the output changed. Where this schema_version is not on main yet, "
    "`make docs` is enough; else raise SCHEMA_VERSION in schema/codes.py and the Literal in "
    "schema/record.py, run `make docs`, and tell users in CHANGELOG.md with (`schema_version` …); "
    "or take the change back"
)


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_file_is_true(name: str) -> None:
    """It is what the code says today; `make docs` renews it."""
    assert (ROOT / name).read_text(encoding="utf-8") == PUBLISHED[name](), "run: make docs"


def test_structure_changes_with_its_version_only() -> None:
    """The record and the tables are those of the row of this schema_version."""
    published = read_versions()
    assert published.get(SCHEMA_VERSION) == structure_sha256(), WAY_OUT


def test_versions_ascend() -> None:
    """Each is a number higher than the one above; the last is the current one."""
    rows = list(read_versions())
    numbers = [tuple(map(int, version.split("."))) for version in rows]
    assert all(low < high for low, high in pairwise(numbers))
    assert rows[-1] == SCHEMA_VERSION


def test_changelog_tells_the_version() -> None:
    """Users read there what is new in it."""
    text = " ".join((ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split())
    assert f"(`schema_version` {SCHEMA_VERSION})" in text, WAY_OUT


def test_published_row_never_changes() -> None:
    """A version's row stays what it was when it first came to where others take it from."""
    try:
        published = published_versions()
    except NoHistory as error:
        pytest.skip(str(error))
    now = read_versions()
    assert {version: now.get(version) for version in published} == published, WAY_OUT


@pytest.mark.parametrize(
    ("changes", "is_same"),
    [
        pytest.param({"description": "Said in other words."}, True, id="words"),
        pytest.param({"name": "renamed"}, False, id="name"),
        pytest.param({"type": "int16"}, False, id="type"),
        pytest.param({"codes": ("a", "b")}, False, id="codes"),
        pytest.param({"unit": "points"}, False, id="unit"),
    ],
)
def test_structure_of_tables_is_what_programs_rely_on(
    changes: dict[str, Any], is_same: bool
) -> None:
    """Other words leave it the same; another name, type, code or unit does not."""
    table, *others = TABLES
    columns = (replace(table.columns[0], **changes), *table.columns[1:])
    changed = [replace(table, columns=columns), *others]
    assert (structure_sha256(tables=changed) == structure_sha256()) is is_same


@pytest.mark.parametrize(
    ("path", "value", "is_same"),
    [
        pytest.param("properties document description", "Other words.", True, id="words"),
        pytest.param("$id", "urn:other", True, id="id"),
        pytest.param("properties schema_version const", "9.9", True, id="version"),
        pytest.param("$defs Document properties title", {"type": "null"}, False, id="key-title"),
        pytest.param("$defs Document required", [], False, id="required"),
        pytest.param("$defs Box properties x0 type", "string", False, id="type"),
        pytest.param("$defs Score", {"type": "number"}, False, id="new-object"),
    ],
)
def test_structure_of_record_is_what_programs_rely_on(
    path: str, value: object, is_same: bool
) -> None:
    """A key that is called as a keyword of JSON Schema, such as title, is a key all the same."""
    changed = part = record_schema()
    *outer, last = path.split()
    for key in outer:
        part = part[key]
    part[last] = value
    assert (structure_sha256(changed) == structure_sha256()) is is_same
