"""README.md tells the truth: its snippets run, its tables and paths are those of the code."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from prestatie_extract.errors import ExitCode

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SNIPPET = re.compile(r"<!-- test -->\n```(?P<language>shell|python)\n(?P<code>.*?)```", re.DOTALL)
INTERPRETERS = {"shell": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-c"]}
SNIPPETS = [(match["language"], match["code"]) for match in SNIPPET.finditer(README)]
TIMEOUT_SECONDS = 120


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that looks like the repository's root to somebody who tries the commands."""
    shutil.copytree(ROOT / "data" / "raw", tmp_path / "data" / "raw")
    return tmp_path


def test_snippets_are_found() -> None:
    """The README has snippets of both kinds that are marked for test."""
    assert {language for language, _ in SNIPPETS} == set(INTERPRETERS)


@pytest.mark.parametrize(
    ("language", "code"), SNIPPETS, ids=[s[1].split("\n")[0] for s in SNIPPETS]
)
def test_snippet_runs(language: str, code: str, folder: Path) -> None:
    """What the README says to type works as it stands there."""
    commands = Path(sys.executable).parent
    if not (commands / "prestatie-extract").exists():
        pytest.skip("the command is not installed: make setup")
    environment = os.environ | {"PATH": f"{commands}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [*INTERPRETERS[language], code],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_exit_codes_are_those_of_the_command() -> None:
    """The table of exit codes is the enum."""
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", README, re.MULTILINE)
    assert rows == [(str(code.value), code.meaning) for code in ExitCode]


def test_make_targets_exist() -> None:
    """Every `make` target that the README names is in the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {match[1] for span in _code_spans() if (match := re.match(r"make ([a-z]+)", span))}
    assert named
    assert named <= targets


def test_vocabulary_tables_exist() -> None:
    """Every table that the README sends an expert to is there."""
    folder = ROOT / "src" / "prestatie_extract" / "vocabulary"
    named = set(re.findall(r"`(\w+\.csv)`", README))
    assert named
    assert named <= {path.name for path in folder.glob("*.csv")}


def test_paths_exist() -> None:
    """Every path of the repository that the README names is there."""
    named = {
        span
        for span in _code_spans()
        if re.fullmatch(r"(src|data|tests|benchmarks)/[\w./-]+", span)
    }
    assert named
    assert [span for span in sorted(named) if not (ROOT / span).exists()] == []


def test_stages_are_the_packages() -> None:
    """The architecture table names the stages that the pipeline calls, in its order."""
    table = README.split("## Architecture", 1)[1].split("\n\n", 2)[2]
    stages = re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    assert stages == ["read", "layout", "structure", "tagging", "validate", "write"]
    assert all((ROOT / "src" / "prestatie_extract" / stage).is_dir() for stage in stages)


def _code_spans() -> list[str]:
    return re.findall(r"`([^`\n]+)`", README) + re.findall(r"```\n(.+?)\n```", README, re.DOTALL)
