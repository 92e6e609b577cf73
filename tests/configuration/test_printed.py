from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from prestatie_extract.configuration.loading import load_configuration
from prestatie_extract.configuration.model import KEYS, Configuration
from prestatie_extract.configuration.printed import to_json, to_markdown, to_template, to_toml

FULL = """\
[input]
paths = ["raw", 'with "quotes" and \\', "delete: \\u007f"]
[output]
dir = "out"
format = ["csv"]
[limits]
timeout = 1e3
[gates]
min_coverage = 1
forbidden = ["needs_ocr"]
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_printed_configuration_can_be_saved() -> None:
    """What is printed, read as prestatie.toml, is the same configuration."""
    Path("prestatie.toml").write_text(FULL, encoding="utf-8")
    before = load_configuration()
    Path("prestatie.toml").write_text(to_toml(before), encoding="utf-8")
    assert load_configuration().values == before.values


def test_each_value_tells_where_it_comes_from(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESTATIE_RUN__OCR", "never")
    Path("prestatie.toml").write_text("[limits]\njobs = 2\n", encoding="utf-8")
    loaded = load_configuration(command_line={"run.engine": "dask"})
    lines = {line.split(" ")[0]: line.split(" # ")[-1] for line in to_toml(loaded).splitlines()}
    assert lines["jobs"] == "prestatie.toml, line 2"
    assert lines["ocr"] == "PRESTATIE_RUN__OCR"
    assert lines["engine"] == "command line"
    assert lines["memory"] == "default"


def test_json_has_every_key() -> None:
    Path("prestatie.toml").write_text(FULL, encoding="utf-8")
    printed = json.loads(to_json(load_configuration()))
    assert printed["file"] == "prestatie.toml"
    assert tuple(printed["keys"]) == KEYS
    assert printed["keys"]["gates.min_coverage"] == {
        "value": 1.0, "origin": "file", "place": "prestatie.toml, line 9",
    }  # fmt: skip


def test_hostile_name_stays_in_its_comment() -> None:
    """A file whose name holds a line break cannot add a key to what is printed."""
    path = Path("a\n[limits]\njobs = 9\n.toml")
    path.write_text("[limits]\njobs = 1\n", encoding="utf-8")
    assert tomllib.loads(to_toml(load_configuration(path)))["limits"]["jobs"] == 1


def test_template_has_no_effect_until_edited() -> None:
    """It names every key, and says nothing but the defaults; without the comment marks as well."""
    template = to_template()
    assert Configuration.model_validate(tomllib.loads(template)) == Configuration()
    assert all(f"# {key.partition('.')[2]} =" in template for key in KEYS)
    keys = [f"# {key.partition('.')[2]} = " for key in KEYS]
    bare = "\n".join(
        line.removeprefix("# ") if line.startswith(tuple(keys)) else line
        for line in template.splitlines()
    )
    assert Configuration.model_validate(tomllib.loads(bare)) == Configuration()


def test_manual_has_the_keys_as_they_are() -> None:
    """docs/configuration.md holds the tables that are made of the model."""
    manual = Path(__file__).resolve().parents[2] / "docs" / "configuration.md"
    assert to_markdown() in manual.read_text(encoding="utf-8")
