from __future__ import annotations

from pathlib import Path

from tests.snippets import ROOT, find_snippets, run_snippet


def test_example_links_two_names(tmp_path: Path) -> None:
    """The program in docs/entities.md runs as it stands there and finds one organisation."""
    [snippet] = find_snippets(ROOT / "docs" / "entities.md")
    assert run_snippet(snippet, tmp_path).strip() == "vuurbaak"
