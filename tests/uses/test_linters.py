"""What cannot be run without GitHub, GitLab or Docker is read by what knows its rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.uses.steps import ROOT

HOOKS = "tests/uses/pre-commit-hooks.schema.json"


def _tool(name: str) -> Path:
    path = Path(sys.executable).parent / name
    if not path.exists():
        pytest.skip(f"needs {name}: make setup")
    return path


@pytest.mark.parametrize(
    "command",
    [
        "hadolint Dockerfile",
        "check-jsonschema --builtin-schema vendor.github-actions action.yml",
        "check-jsonschema --builtin-schema vendor.github-workflows docs/ci/github-workflow.yml",
        "check-jsonschema --builtin-schema vendor.gitlab-ci docs/ci/gitlab-ci.yml",
        f"check-jsonschema --schemafile {HOOKS} .pre-commit-hooks.yaml",
        "zizmor --offline --quiet action.yml docs/ci/github-workflow.yml",
    ],
)
def test_linters_are_content(command: str) -> None:
    """The same commands as `make check-uses`."""
    name, *arguments = command.split()
    done = subprocess.run(
        [_tool(name), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"$(BIN)/{command}" in (ROOT / "Makefile").read_text(encoding="utf-8")
