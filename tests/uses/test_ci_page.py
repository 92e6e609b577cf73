"""docs/ci.md tells the truth: its commands run, its tables are those of the action."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
from tests.snippets import copy_samples, find_snippets, run_snippet
from tests.uses.steps import ROOT, load

PAGE = ROOT / "docs" / "ci.md"
TEXT = PAGE.read_text(encoding="utf-8")


def test_commands_run(tmp_path: Path) -> None:
    """What it says to type works as it stands there, and the records fit the JSON Schema."""
    [snippet] = find_snippets(PAGE)
    run_snippet(snippet, copy_samples(tmp_path))
    assert (tmp_path / "findings.xml").stat().st_size
    assert (tmp_path / "findings.sarif").stat().st_size
    schema = json.loads((ROOT / "docs/schema/record.schema.json").read_text(encoding="utf-8"))
    records = list((tmp_path / "prestatie-out" / "json").glob("*.json"))
    assert len(records) == len(list((tmp_path / "data" / "raw").glob("*.pdf")))
    for path in records:
        jsonschema.validate(json.loads(path.read_text(encoding="utf-8")), schema)


def test_inputs_are_those_of_the_action() -> None:
    """In their order, with their defaults."""
    rows = re.findall(r"^\| `([\w-]+)` \| (.*?) \| ", TEXT, re.MULTILINE)
    inputs = load("action.yml")["inputs"]
    assert [name for name, _ in rows] == list(inputs)
    told = {name: default.strip("`") for name, default in rows if default.startswith("`")}
    assert told == {name: i["default"] for name, i in inputs.items() if i.get("default")}


def test_links_lead_somewhere() -> None:
    """Every file that it links to is there."""
    links = [link for link in re.findall(r"\]\(([^)]+)\)", TEXT) if "://" not in link]
    assert links
    assert [link for link in links if not (PAGE.parent / link.split("#")[0]).exists()] == []
