"""The table of contents: lines that end in a page number, under its heading or with leaders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prestatie_extract.layout.lines import Line

CONTENTS_HEADING = re.compile(
    r"^(?:inhoud|inhoudsopgave|inhoudsopgaaf|index|leeswijzer en inhoud)$", re.IGNORECASE
)
LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
ENTRY = re.compile(r"\S.*[\s.…]\d{1,3}$")
LEADER_LINES_MIN = 3  # a list of contents without a heading shows itself by its leaders


def find_contents_lines(lines: Sequence[Line]) -> set[Line]:
    """The lines of one page that are entries of a table of contents."""
    found: set[Line] = set()
    start = next((i for i, line in enumerate(lines) if is_contents_heading(line.text)), None)
    if start is not None:
        found |= set(_run_of_entries(lines[start + 1 :]))
    with_leaders = [line for line in lines if LEADERS.search(line.text)]
    if len(with_leaders) >= LEADER_LINES_MIN:
        found |= set(with_leaders)
    return found


def is_contents_heading(text: str) -> bool:
    """Whether a heading announces a table of contents."""
    return CONTENTS_HEADING.match(text.strip(" .:")) is not None


def _run_of_entries(lines: Sequence[Line]) -> Sequence[Line]:
    """The first lines up to the last that ends in a page number; a wrapped entry may lack it."""
    end = 0
    for index, line in enumerate(lines):
        if ENTRY.match(line.text):
            end = index + 1
        elif index - end >= 1:
            break
    return lines[:end]
