"""An agreement of a record with what is compared of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from prestatie_extract.diff.words import Word, fold, join_keys, to_legible, to_words
from prestatie_extract.diff.years import mask_years
from prestatie_extract.schema import Record
from prestatie_extract.schema.agreement import Agreement
from prestatie_extract.schema.record import Section


@dataclass(frozen=True, slots=True)
class Heading:
    """A section on the way to an agreement."""

    section_id: str
    label: str
    """Number and title, legible."""
    key: str
    """The title to compare; years masked, so that "Planning 2024" is "Planning 2023"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An agreement, its place and its words."""

    agreement: Agreement
    path: tuple[Heading, ...]
    """Its sections, the chapter first."""
    words: tuple[Word, ...]
    """Of title and text."""
    key: str
    """Title and text as one string; the same for texts that differ in typography only."""
    masked: tuple[str, ...]
    """Keys of the words, years masked."""
    number: str
    """The printed number to compare; empty for a bullet."""

    @property
    def place(self) -> str:
        """The titles of its sections as one string to compare."""
        return " / ".join(heading.key for heading in self.path)


def to_entries(record: Record) -> tuple[Entry, ...]:
    """The agreements of a record in reading order."""
    sections = {section.section_id: section for section in record.sections}
    agreements = sorted(record.agreements, key=lambda a: (a.ordinal, a.agreement_id))
    return tuple(_to_entry(agreement, sections) for agreement in agreements)


def _to_entry(agreement: Agreement, sections: Mapping[str, Section]) -> Entry:
    words = to_words(f"{agreement.title or ''} {agreement.text}")
    return Entry(
        agreement=agreement,
        path=_find_path(agreement.section_id, sections),
        words=words,
        key=join_keys(words),
        masked=tuple(mask_years(word.key) for word in words),
        number=fold(agreement.number),
    )


def _find_path(section_id: str | None, sections: Mapping[str, Section]) -> tuple[Heading, ...]:
    path: list[Heading] = []
    seen: set[str] = set()
    while section_id is not None and section_id not in seen:
        seen.add(section_id)
        section = sections[section_id]
        label = to_legible(f"{section.number or ''} {section.title}")
        path.insert(0, Heading(section_id, label, mask_years(fold(section.title))))
        section_id = section.parent_id
    return tuple(path)
