"""README.md tells the truth: its snippets run, its tables and paths are those of the code."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from tests.snippets import ROOT, Snippet, copy_samples, find_snippets, run_snippet

from prestatie_extract.errors import ExitCode

README = (ROOT / "README.md").read_text(encoding="utf-8")
SNIPPETS = find_snippets(ROOT / "README.md")


def test_snippets_are_found() -> None:
    """The README has snippets of both kinds that are marked for test."""
    assert {snippet.language for snippet in SNIPPETS} == {"shell", "python"}


@pytest.mark.parametrize("snippet", SNIPPETS, ids=[s.code.split("\n")[0] for s in SNIPPETS])
def test_snippet_runs(snippet: Snippet, tmp_path: Path) -> None:
    """What the README says to type works as it stands there."""
    run_snippet(snippet, copy_samples(tmp_path))


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


@pytest.mark.parametrize("name", ["plain", "Mijn afspraken", "it's", "data/raw/*.pdf", 'a "b" (c)'])
def test_make_takes_any_folder(name: str) -> None:
    """One with spaces too; the command knows patterns by itself, so none are left to the shell."""
    arguments = ["--dry-run", "--no-print-directory", "run", "report", f"IN={name}", f"OUT={name}"]
    printed = subprocess.run(
        ["make", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    run, report = printed.stdout.splitlines()[-2:]
    assert shlex.split(run)[1:5] == ["run", name, "--out", name]
    assert shlex.split(report)[1:] == ["report", name]


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
    assert stages == ["read", "layout", "structure", "tagging", "validate", "analysis", "write"]
    assert all((ROOT / "src" / "prestatie_extract" / stage).is_dir() for stage in stages)


def _code_spans() -> list[str]:
    return re.findall(r"`([^`\n]+)`", README) + re.findall(r"```\n(.+?)\n```", README, re.DOTALL)
