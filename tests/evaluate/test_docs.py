"""docs/evaluate.md tells the truth: its example is perfect, its table has all fields."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.evaluate.builders import write_gold
from typer.main import get_command

from prestatie_extract import extract
from prestatie_extract.cli import app
from prestatie_extract.evaluate import evaluate
from prestatie_extract.evaluate.fields import FIELDS
from prestatie_extract.write import record_to_json

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "evaluate.md").read_text("utf-8")
ROW = re.compile(r"^\| `(\w+)` \| (\w+) \|", re.MULTILINE)


def block(name: str) -> str:
    """The code below a mark."""
    return DOCS.split(f"<!-- {name} -->\n```", 1)[1].split("\n", 1)[1].split("```", 1)[0]


def test_example_is_perfect(tmp_path: Path) -> None:
    """The record of the document is what the annotation says, to the last target."""
    source = tmp_path / "kadeburg-2026.md"
    source.write_text(block("document"), encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.json").write_text(record_to_json(extract(source)), encoding="utf-8")
    made = evaluate(out, write_gold(tmp_path / "gold", json.loads(block("gold"))), rounds=0)
    assert made.documents[0].misses == ()
    assert made.complaints == ()


def test_every_field_is_listed() -> None:
    """In the order of the output, with its headline."""
    assert ROW.findall(DOCS) == [(field.name, field.headline) for field in FIELDS.values()]


def test_every_option_is_listed() -> None:
    """What the command takes is told here too."""
    command = get_command(app).commands["evaluate"]  # type: ignore[attr-defined]
    options = {name for one in command.params for name in one.opts if name.startswith("--")}
    assert set(re.findall(r"^\| `(--[\w-]+)", DOCS, re.MULTILINE)) == options
