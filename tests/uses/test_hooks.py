"""The pre-commit hooks: their commands and options exist, their patterns fit what is written."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.published.manual import PROGRAM, commands
from tests.uses.steps import AGREEMENT, ROOT
from typer.testing import CliRunner

from prestatie_extract.cli import app
from prestatie_extract.errors import ExitCode

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
CONFIGURATION = '[input]\npaths = ["documents"]\n[output]\ndir = "out"\n[run]\nmodel = "none"\n'
BY_ID = {hook["id"]: hook for hook in HOOKS}


@pytest.mark.parametrize("hook", HOOKS, ids=BY_ID)
def test_hook_can_be_run(
    hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the files that pre-commit hands on behind it, or with what its `args` name."""
    monkeypatch.chdir(tmp_path)
    arguments: list[str] = hook.get("args", [])
    program, name, *words = shlex.split(hook["entry"]) + arguments
    assert program == PROGRAM
    is_handed = hook.get("pass_filenames", True)
    given = ["a.pdf", "b.pdf"] if is_handed else ["documents", "--out", "prestatie-out"]
    context = commands()[name].make_context(name, [*words, *given])
    values = [value for value in context.params.values() if isinstance(value, list) and value]
    expected = given if is_handed else given[:1]
    assert [[str(path) for path in value] for value in values] == [expected]


def test_converted_again_a_document_is_there_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A version that was replaced leaves the output; the folders' names stay in the paths."""
    monkeypatch.chdir(tmp_path)
    Path("prestatie.toml").write_text(CONFIGURATION, encoding="utf-8")
    Path("documents/2025").mkdir(parents=True)
    words = shlex.split(BY_ID["prestatie-convert"]["entry"])[1:]
    for text in (AGREEMENT, AGREEMENT.replace("80 woningen", "60 woningen")):
        Path("documents/2025/merendaal.md").write_text(text, encoding="utf-8")
        done = CliRunner().invoke(app, words)
        assert done.exit_code == ExitCode.OK, done.stderr
    [path] = Path("out/json").iterdir()
    record = json.loads(path.read_text(encoding="utf-8"))
    assert record["document"]["source_path"] == "2025/merendaal.md"
    assert "60" in record["agreements"][0]["text"]


@pytest.mark.parametrize(
    ("hook", "path", "expected"),
    [
        ("prestatie-validate", "prestatie-out/json/merendaal-0123abcd.json", True),
        ("prestatie-validate", "package.json", False),
        ("prestatie-convert", "documents/merendaal.PDF", True),
        ("prestatie-convert", "documents/merendaal.pdf.txt", False),
    ],
)
def test_hook_takes_its_files(hook: str, path: str, expected: bool) -> None:
    assert bool(re.search(BY_ID[hook]["files"], path)) is expected
