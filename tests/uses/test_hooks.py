"""The pre-commit hooks: their commands and options exist, their patterns fit what is written."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.published.manual import PROGRAM, commands
from tests.uses.steps import ROOT

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
BY_ID = {hook["id"]: hook for hook in HOOKS}


@pytest.mark.parametrize("hook", HOOKS, ids=BY_ID)
def test_hook_can_be_run(
    hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the files that pre-commit hands on behind it."""
    monkeypatch.chdir(tmp_path)
    arguments: list[str] = hook.get("args", [])
    program, name, *words = shlex.split(hook["entry"]) + arguments
    assert program == PROGRAM
    context = commands()[name].make_context(name, [*words, "a.pdf", "b.pdf"])
    handed = [value for value in context.params.values() if isinstance(value, list) and value]
    assert [[str(path) for path in value] for value in handed] == [["a.pdf", "b.pdf"]]


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
