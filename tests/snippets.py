"""The commands and programs in our documents, run as they stand there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
SNIPPET = re.compile(
    r"<!-- test -->\n```(?P<language>shell|python|sql|r)\n(?P<code>.*?)```", re.DOTALL
)
RUN_SQL = """\
import sys, duckdb
with duckdb.connect("data/structured/prestatieafspraken.duckdb", read_only=True) as connection:
    for statement in duckdb.extract_statements(sys.argv[1]):
        assert connection.execute(statement).fetchall()
"""
INTERPRETERS = {
    "shell": ["bash", "-euo", "pipefail", "-c"],
    "python": [sys.executable, "-c"],
    "sql": [sys.executable, "-c", RUN_SQL],
    "r": ["Rscript", "-e"],
}
TIMEOUT_SECONDS = 120


class Snippet(NamedTuple):
    """A piece of code that is marked for test."""

    language: str
    code: str


def find_snippets(path: Path) -> list[Snippet]:
    """The marked snippets of a Markdown file, in their order."""
    text = path.read_text(encoding="utf-8")
    return [Snippet(match["language"], match["code"]) for match in SNIPPET.finditer(text)]


def copy_samples(folder: Path) -> Path:
    """Make `folder` look like the repository's root to somebody who tries the commands."""
    shutil.copytree(ROOT / "data" / "raw", folder / "data" / "raw")
    return folder


def run_snippet(snippet: Snippet, folder: Path) -> str:
    """What the snippet prints; skips where its interpreter is not installed."""
    commands = Path(sys.executable).parent
    if not (commands / "prestatie-extract").exists():
        pytest.skip("the command is not installed: make setup")
    path = f"{commands}{os.pathsep}{os.environ['PATH']}"
    command = INTERPRETERS[snippet.language]
    if shutil.which(command[0], path=path) is None:
        pytest.skip(f"needs {command[0]}")
    done = subprocess.run(
        [*command, snippet.code],
        cwd=folder,
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
