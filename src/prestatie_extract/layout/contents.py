"""The table of contents: lines that end in a page number, under its heading or with leaders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prestatie_extract.layout.lines import Line

CONTENTS_HEADING = re.compile(
    r"^(?:inhoud|inhoudsopgave|inhoudsopgaaf|index|leeswijzer en inhoud|wat (?:staat|vindt u) waar"
    r"|(?:inhoud van dit|in (?:dit|deze)) (?:document|akkoord|convenant|boekje|brochure|stuk))$",
    re.IGNORECASE,
)
LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
ENTRY = re.compile(r"\S.*[\s.…]\d{1,3}$")
RISING_LINES_MIN = 4  # lines with rising page numbers; fewer are figures
NUMBER_GAP_RATIO = 2.0  # of the type size before a page number; between words 0.3
LEADER_LINES_MIN = 3  # a list of contents without a heading shows itself by its leaders


def find_contents_lines(lines: Sequence[Line]) -> set[Line]:
    """The lines of one page that are entries of a table of contents."""
    found: set[Line] = set()
    start = next((i for i, line in enumerate(lines) if is_contents_heading(line.text)), None)
    if start is not None:
        found |= set(_run_of_entries(lines[start + 1 :]))
    with_leaders = [line for line in lines if LEADERS.search(line.text)]
    if len(with_leaders) >= LEADER_LINES_MIN:
        found |= set(_with_neighbours(lines, with_leaders))
    return found | set(_run_of_page_numbers(lines))


def _with_neighbours(lines: Sequence[Line], entries: Sequence[Line]) -> list[Line]:
    """The entries with leaders, and those right before, between and behind them without."""
    places = [i for i, line in enumerate(lines) if line in entries]
    start, end = places[0], places[-1] + 1
    while start > 0 and ENTRY.match(lines[start - 1].text):
        start -= 1
    while end < len(lines) and ENTRY.match(lines[end].text):
        end += 1
    return [ln for ln in lines[start:end] if ln in entries or ENTRY.match(ln.text)]


def _run_of_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """Lines below each other that end in numbers set apart that only rise: a list of contents."""
    run: list[Line] = []
    for line in lines:
        number = _page_number(line)
        if number is not None and (not run or number >= (_page_number(run[-1]) or 0)):
            run.append(line)
        elif len(run) >= RISING_LINES_MIN:
            break
        else:
            run = []
    return run if len(run) >= RISING_LINES_MIN else []


def _page_number(line: Line) -> int | None:
    """The number that ends the line, a gap before it; `None` where more numbers stand there."""
    if len(line.words) < 2 or not line.words[-1].text.isdecimal():
        return None
    before, last = line.words[-2], line.words[-1]
    is_apart = last.bbox.x0 - before.bbox.x1 >= NUMBER_GAP_RATIO * last.font.size
    is_only = not before.text.strip("%.,").isdecimal() and len(last.text) <= 3
    return int(last.text) if is_apart and is_only else None


def is_contents_heading(text: str) -> bool:
    """Whether a heading announces a table of contents."""
    return CONTENTS_HEADING.match(text.strip(" .:?")) is not None


def _run_of_entries(lines: Sequence[Line]) -> Sequence[Line]:
    """The first lines up to the last that ends in a page number; a wrapped entry may lack it."""
    end = 0
    for index, line in enumerate(lines):
        if ENTRY.match(line.text):
            end = index + 1
        elif index - end >= 1:
            break
    return lines[:end]
