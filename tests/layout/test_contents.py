from __future__ import annotations

import pytest
from tests.layout.builders import make_lines

from prestatie_extract.layout.contents import find_contents_lines, is_contents_heading


@pytest.mark.parametrize(
    ("text", "is_contents"),
    [("Inhoud", True), ("INHOUDSOPGAVE", True), ("Inhoud:", True), ("Inhoud en doel", False)],
)
def test_heading(text: str, is_contents: bool) -> None:
    """A contents heading says nothing else."""
    assert is_contents_heading(text) is is_contents


@pytest.mark.parametrize(
    ("texts", "entries"),
    [
        pytest.param(
            ["Inhoud", "Inleiding 2", "Wonen 4", "Wij bouwen samen", "en dat is goed"],
            [1, 2],
            id="below its heading, to the last page number",
        ),
        pytest.param(
            ["Inhoud", "1 Een lange titel van een", "hoofdstuk 2", "2 Wonen 4", "Tekst", "tekst"],
            [1, 2, 3],
            id="wrapped entry lacks a page number",
        ),
        pytest.param(
            ["1 Inleiding ..... 2", "2 Wonen .... 4", "3 Zorg . . . . . 6", "Tekst"],
            [0, 1, 2],
            id="leaders without a heading",
        ),
        pytest.param(
            [
                "Vooraf 2",
                "Deel A 2",
                "1 Wonen .... 4",
                "2 Zorg .... 6",
                "3 Huur .... 7",
                "Slot 9",
                "Zo.",
            ],
            [0, 1, 2, 3, 4, 5],
            id="chapters without leaders among those with",
        ),
        pytest.param(
            ["Voor- en nadelen .... 2", "Wij bouwen in 2026"], [], id="one line with leaders"
        ),
        pytest.param(["Wij bouwen in 20", "Wij slopen er 4"], [], id="numbers at line ends"),
        pytest.param(["Inhoud", "Dit gaat over wonen", "in de stad"], [], id="heading of a text"),
    ],
)
def test_entries(texts: list[str], entries: list[int]) -> None:
    """Lines that end in a page number, under the heading or with leaders, are the contents."""
    lines = make_lines(*texts)
    found = find_contents_lines(lines)
    assert [i for i, line in enumerate(lines) if line in found] == entries
