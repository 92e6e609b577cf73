"""Shells complete commands, options and values: the protocol that their scripts speak."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

HEAVY = {"spacy", "pandas", "pyarrow", "numpy", "rapidfuzz"}
START = "from prestatie_extract.cli import app; app(prog_name='prestatie-extract')"
CASES = [
    pytest.param("prestatie-extract sch", "schema", id="command"),
    pytest.param("prestatie-extract schema --ta", "--table", id="option"),
    pytest.param("prestatie-extract schema --format ar", "arrow", id="value"),
    pytest.param("prestatie-extract run data --fail-on w", "warning", id="value-after-argument"),
]


def ask(**variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a completion script does."""
    return subprocess.run(
        [sys.executable, "-X", "importtime", "-c", START],
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_bash_is_told_the_words(line: str, expected: str) -> None:
    """Exactly those that fit, without waiting for what takes its time."""
    done = ask(
        _PRESTATIE_EXTRACT_COMPLETE="complete_bash",
        COMP_WORDS=line,
        COMP_CWORD=str(len(line.split()) - 1),
    )
    assert done.stdout.split() == [expected]
    imported = {text.rpartition("|")[2].strip() for text in done.stderr.splitlines()}
    assert not imported & HEAVY


@pytest.mark.parametrize(("line", "expected"), CASES)
@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_are_told_too(shell: str, line: str, expected: str) -> None:
    done = ask(
        _PRESTATIE_EXTRACT_COMPLETE=f"complete_{shell}",
        _TYPER_COMPLETE_ARGS=line,
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )
    assert expected in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_script_for_the_shell_can_be_had(shell: str) -> None:
    """It names the command and the variable by which it asks."""
    done = ask(_PRESTATIE_EXTRACT_COMPLETE=f"source_{shell}")
    assert "prestatie-extract" in done.stdout
    assert "_PRESTATIE_EXTRACT_COMPLETE" in done.stdout


def test_module_is_called_as_the_command() -> None:
    """Completion that `python -m` installs is for the command; so is what its help says."""
    done = subprocess.run(
        [sys.executable, "-m", "prestatie_extract", "run", "--nonsense"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.startswith("Usage: prestatie-extract run ")
