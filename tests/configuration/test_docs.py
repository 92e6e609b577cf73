from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.snippets import ROOT, Snippet, find_snippets, run_snippet

from prestatie_extract.vocabulary import load_shipped
from prestatie_extract.vocabulary.added import load_vocabulary

MANUAL = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
SNIPPETS = find_snippets(ROOT / "docs" / "configuration.md")


@pytest.mark.parametrize("snippet", SNIPPETS, ids=[s.code.split("\n")[0][:30] for s in SNIPPETS])
def test_manual_tells_the_truth(snippet: Snippet, tmp_path: Path) -> None:
    """A command runs as it stands there, and what it prints stands below it where it is shown."""
    printed = run_snippet(snippet, tmp_path)
    assert printed
    shown = MANUAL.split(snippet.code)[1].split("```")[2]
    assert shown == f"toml\n{printed}"


def test_examples_of_words_can_be_added(tmp_path: Path) -> None:
    """Each row of the table of examples fits its file, and is not shipped already."""
    examples = re.findall(r"\| `(\w+)\.csv` \| `([^`]+)` \|", MANUAL)
    for name, row in examples:
        text = f"{','.join(load_shipped(name)[0])}\n{row}\n"
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    added = load_vocabulary(tmp_path)
    assert [table.table for table in added.tables] == sorted(name for name, _ in examples)
