"""Records of invented agreements, made without a document."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from tests.test_schema import agreement as to_agreement
from tests.test_schema import document as to_document
from tests.test_schema import record as to_record

from prestatie_extract.diff.outcome import AgreementPair
from prestatie_extract.diff.wording import name_classes, name_pair
from prestatie_extract.schema import Record

Chapters = Mapping[str, Sequence[tuple[str | None, str]]]
"""Numbers and texts of the agreements by "number title" of their chapter."""
QUALIFIERS = {"maximaal": "max", "minimaal": "min", "circa": "ca"}
UNITS = {"%": "%", "keer per jaar": "keer_per_jaar"}
TARGET = re.compile(
    r"(?:(?P<qualifier>maximaal|minimaal|circa) )?(?P<value>\d+) ?"
    r"(?P<unit>%|keer per jaar|(?:sociale huur)?woningen)"
)
PARTIES = ("Gemeente Merendaal", "Het Anker", "Woonstede")


def make_record(
    chapters: Chapters,
    *,
    changes: Mapping[str, Mapping[str, Any]] | None = None,
    **document: Any,
) -> Record:
    """A record of these chapters.

    Args:
        chapters: what it holds.
        changes: keys of agreements to set, by number.
        document: keys of the document to set.
    """
    seed = repr((chapters, document)).encode()
    sha256 = document.pop("source_sha256", None) or hashlib.sha256(seed).hexdigest()
    document_id = sha256[:12]
    facts = {"document_id": document_id, "source_sha256": sha256} | document
    sections: list[dict[str, Any]] = []
    agreements: list[dict[str, Any]] = []
    for title, lines in chapters.items():
        section = _to_section(title, document_id, len(sections))
        sections.append(section)
        for number, text in lines:
            made = _to_agreement(number, text, section, len(agreements))
            agreements.append(made | dict((changes or {}).get(number or "", {})))
    return Record.model_validate(
        to_record(
            document=to_document(**facts), sections=sections, agreements=agreements, findings=[],
            parties=[_to_party(name) for name in PARTIES],
        )
    )  # fmt: skip


def told(pairs: Sequence[AgreementPair]) -> list[str]:
    """The agreements that are not the same, each as "3.1 → 4.1 changed and moved"."""
    return [f"{name_pair(p)} {name_classes(p)}" for p in pairs if p.class_ != "same"]


def _to_section(title: str, document_id: str, place: int) -> dict[str, Any]:
    number, _, words = title.rpartition("|")
    return {
        "section_id": f"{document_id}/s{place + 1}", "number": number or None, "title": words,
        "level": 1, "parent_id": None, "page_number": None, "theme": None,
    }  # fmt: skip


def _to_agreement(
    number: str | None, text: str, section: Mapping[str, Any], place: int
) -> dict[str, Any]:
    agreement_id = f"{section['section_id']}/{number}-{place}"
    return to_agreement(
        agreement_id=agreement_id, ordinal=place + 1, number=number, text=text,
        section_id=section["section_id"], targets=_to_targets(text, agreement_id),
    )  # fmt: skip


def _to_targets(text: str, agreement_id: str) -> list[dict[str, Any]]:
    return [
        {
            "target_id": f"{agreement_id}/t{place}", "raw": found[0], "where": "text",
            "start": found.start(), "end": found.end(), "value": int(found["value"]),
            "value_max": None, "unit": UNITS.get(found["unit"], "woningen"),
            "qualifier": QUALIFIERS.get(found["qualifier"] or "", "exact"), "subject": None,
            "party_id": None, "period": None, "role": "target", "role_source": "rule",
            "provenance": [],
        }
        for place, found in enumerate(TARGET.finditer(text), start=1)
    ]  # fmt: skip


def _to_party(name: str) -> dict[str, Any]:
    return {
        "party_id": name.lower().replace(" ", "-"), "name": name, "type": "overig",
        "aliases": [name], "signatory": True, "match": {"method": "new", "score": 100.0},
    }  # fmt: skip
