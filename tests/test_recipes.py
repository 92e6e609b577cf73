"""docs/recipes.md tells the truth: every recipe runs, one after the other in one folder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.snippets import ROOT, Snippet, copy_samples, find_snippets, run_snippet

SNIPPETS = find_snippets(ROOT / "docs" / "recipes.md")
FIRST, *OTHERS = SNIPPETS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first recipe has made the tables."""
    made = copy_samples(tmp_path_factory.mktemp("recipes"))
    run_snippet(FIRST, made)
    return made


def test_every_tool_has_a_recipe() -> None:
    assert {snippet.language for snippet in SNIPPETS} == {"shell", "python", "sql", "r"}


@pytest.mark.parametrize("snippet", OTHERS, ids=[s.code.split("\n")[0] for s in OTHERS])
def test_recipe_runs(snippet: Snippet, folder: Path) -> None:
    """It works as it stands there, and shows something."""
    printed = run_snippet(snippet, folder)
    made = [folder / name for name in re.findall(r'\.save\("([^"]+)"', snippet.code)]
    assert all(path.stat().st_size for path in made)
    assert printed or made or snippet.language == "sql"
