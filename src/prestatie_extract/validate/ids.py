"""Ids that survive renaming of the file and change with its content only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from prestatie_extract.document import Agreement, Section, section_path
from prestatie_extract.schema.codes import DOCUMENT_ID_CHARS
from prestatie_extract.slugs import make_slug, take_free

NO_SECTION = "document"
"""Stands in an id for the section of an agreement that stands in none."""

NOT_IN_ID = re.compile(r"[^\w.]+")
"""What may not stand in the number part of an id: "Bij 4" -> "Bij-4"."""


def make_document_id(sha256: str) -> str:
    """The document's id from the SHA-256 of its bytes."""
    return sha256[:DOCUMENT_ID_CHARS]


def make_section_id(document_id: str, section_id: str) -> str:
    """The published id of a section: unique over all documents."""
    return f"{document_id}/{section_id}"


def make_agreement_ids(
    document_id: str, agreements: Sequence[Agreement], sections: Sequence[Section]
) -> list[str]:
    """One id an agreement, in the same order: `document_id/section/number`.

    The section is the number of the deepest numbered section it stands in, else the slug of its
    chapter's title. A second agreement with the same number gets `-2`; one without a number its
    place among those of the section: `u3`.
    """
    by_id = {section.section_id: section for section in sections}
    unnumbered: Counter[str] = Counter()
    taken: set[str] = set()
    ids = []
    for agreement in agreements:
        base = f"{document_id}/{_section_label(agreement.section_id, by_id)}"
        number = NOT_IN_ID.sub("-", agreement.number or "").strip("-")
        if not number:
            unnumbered[base] += 1
            number = f"u{unnumbered[base]}"
        ids.append(take_free(f"{base}/{number}", taken))
    return ids


def _section_label(section_id: str | None, by_id: Mapping[str, Section]) -> str:
    path = section_path(section_id, by_id)
    numbers = [NOT_IN_ID.sub("-", s.number).strip("-") for s in path if s.number]
    if numbers and numbers[-1]:
        return numbers[-1]
    return (make_slug(path[0].title) if path else "") or NO_SECTION
