"""Where an agreement stands and what it is called, so that no two are called the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from prestatie_extract.schema import Record
from prestatie_extract.schema.record import Section

INTO = " › "
"""Between a section and one that stands in it."""


def make_headings(record: Record) -> dict[str, str]:
    """The heading above each agreement by its id: "1.1 Nieuwbouw › Inzet"; empty without section.

    It begins at the nearest section with a number, as "Inzet" stands in every chapter.
    """
    sections = {section.section_id: section for section in record.sections}
    return {a.agreement_id: _find_path(a.section_id, sections) for a in record.agreements}


def make_numbers(record: Record, headings: Mapping[str, str]) -> dict[str, str]:
    """The number of each agreement by its id, the second "Bij 1" under a heading as "Bij 1 (2)".

    Empty where it has none.
    """
    seen: Counter[tuple[str, str]] = Counter()
    numbers = {}
    for agreement in record.agreements:
        number = agreement.number or ""
        place = headings[agreement.agreement_id], number
        seen[place] += 1
        is_repeated = number and seen[place] > 1
        numbers[agreement.agreement_id] = f"{number} ({seen[place]})" if is_repeated else number
    return numbers


def _find_path(section_id: str | None, sections: Mapping[str, Section]) -> str:
    path: list[str] = []
    ways = dict(sections)  # each once, so that a circle ends
    while section := ways.pop(section_id or "", None):
        path.insert(0, f"{section.number or ''} {section.title}".strip())
        section_id = None if section.number else section.parent_id
    return INTO.join(path)
