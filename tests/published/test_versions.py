"""Which rows of docs/schema/versions.csv others have already, in small repositories."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.published.versions import HEAD, VERSIONS, NoHistory, published_versions

IDENTITY = ("-c", "user.name=x", "-c", "user.email=x@example.org")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository whose main line has version 1.0."""
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "1.0,a")
    return tmp_path


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", *IDENTITY, *words], cwd=root, check=True, capture_output=True)


def commit(root: Path, *rows: str) -> None:
    """A commit in which the file has these rows."""
    path = root / VERSIONS
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "-qm", "x", "--allow-empty")


def test_first_commit_publishes(root: Path) -> None:
    assert published_versions(root) == {"1.0": "a"}


def test_branch_is_held_to_where_it_left(root: Path) -> None:
    """What it adds may still change, what was there may not."""
    git(root, "switch", "-qc", "work")
    commit(root, "1.0,a", "1.1,b")
    commit(root, "1.0,a", "1.1,c")
    assert published_versions(root) == {"1.0": "a"}


def test_main_line_is_held_to_the_commit_before(root: Path) -> None:
    """So that a rewritten row is seen when it is committed, too."""
    commit(root, "1.0,other")
    assert published_versions(root) == {"1.0": "a"}


def test_without_history_nothing_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoHistory):
        published_versions(tmp_path)
