"""Small records for the analysis: agreements with targets, little else."""

from __future__ import annotations

from typing import Any

from prestatie_extract.analysis import analyse
from prestatie_extract.schema import SCHEMA_VERSION, Record

DOCUMENT_ID = "0123456789ab"
NOBODY: dict[str, Any] = {"raw": None, "names": [], "party_ids": []}
JUDGED = (
    "commitment_type",
    "commitment_source",
    "commitment_score",
    "concreteness",
    "concreteness_source",
    "concreteness_score",
)
ANKER, HAVEN = "het-anker", "de-haven"
PARTIES = {"het-anker": "corporatie", "de-haven": "corporatie", "gemeente-merendaal": "gemeente"}


def target(raw: str, value: float, **changes: Any) -> dict[str, Any]:
    """A target of role target; in a table, where `text` of the agreement does not hold it."""
    return {
        "raw": raw,
        "where": "table",
        "start": None,
        "end": None,
        "value": value,
        "value_max": None,
        "unit": "woningen",
        "qualifier": "exact",
        "subject": "nieuwbouw",
        "party_id": None,
        "period": None,
        "role": "target",
        "role_source": "rule",
        "provenance": [],
    } | changes


def agreement(
    number: int, *targets: dict[str, Any], text: str = "", **changes: Any
) -> dict[str, Any]:
    """An agreement; targets whose raw stands in `text` get their offsets there."""
    agreement_id = f"{DOCUMENT_ID}/1/{number}"
    numbered = [
        {"target_id": f"{agreement_id}/t{place}", **_place(one, text)}
        for place, one in enumerate(targets, start=1)
    ]
    return {
        "agreement_id": agreement_id,
        "ordinal": number,
        "number": str(number),
        "kind": "afspraak",
        "section_id": None,
        "theme": "beschikbaarheid",
        "themes": [],
        "title": None,
        "text": text,
        "items": [],
        "horizon": None,
        "trekker": NOBODY | {"source": None},
        "involved": NOBODY,
        "planning": {"raw": None, "start": None, "end": None},
        "context": {},
        "refs": [],
        "party_ids": [],
        "targets": numbered,
        "provenance": [],
        "form": "list",
        "confidence": 0.9,
        **dict.fromkeys(JUDGED),
    } | changes


def record(*agreements: dict[str, Any], **document: Any) -> Record:
    """A record with these agreements."""
    counts = dict.fromkeys(
        ("characters", "agreements", "sections", "tables", "furniture", "unassigned"), 0
    )
    return Record.model_validate(
        {
            "schema_version": SCHEMA_VERSION,
            "document": _document(**document),
            "parties": [_party(party_id, kind) for party_id, kind in PARTIES.items()],
            "sections": [],
            "agreements": agreements,
            "findings": [],
            "coverage": counts | {"pages": []},
        }
    )


def _document(**changes: Any) -> dict[str, Any]:
    extractor = {"name": "prestatie-extract", "version": "0", "model": None}
    return {
        "document_id": DOCUMENT_ID,
        "source_path": "merendaal.txt",
        "source_sha256": DOCUMENT_ID + "0" * 52,
        "media_type": "text/plain",
        "page_count": None,
        "text_status": "text",
        "title": None,
        "municipality": "Merendaal",
        "municipality_code": None,
        "kind": "kader",
        "period_start": 2025,
        "period_end": 2028,
        "signed_on": None,
        "extractor": extractor | {"config_sha256": "0" * 64},
    } | changes


def _party(party_id: str, kind: str) -> dict[str, Any]:
    return {
        "party_id": party_id,
        "name": party_id.replace("-", " ").title(),
        "type": kind,
        "aliases": [],
        "signatory": True,
        "match": {"method": "new", "score": 100},
    }


def _place(one: dict[str, Any], text: str) -> dict[str, Any]:
    if one["raw"] not in text or one["where"] != "table":
        return one
    start = text.index(one["raw"])
    return one | {"where": "text", "start": start, "end": start + len(one["raw"])}


def ledger(made: Record) -> list[dict[str, Any]]:
    """The rows of target_ledger, in reading order."""
    rows = analyse(made, {})["target_ledger"]
    return sorted(rows, key=lambda row: int(row["target_id"].rpartition("/t")[2]))


def entries(*targets: dict[str, Any], text: str = "", **changes: Any) -> list[str]:
    """What each target of one agreement is, and in which it counts: "part>1"."""
    rows = ledger(record(agreement(1, *targets, text=text, **changes)))
    places = [(row["counted_in"] or "").rpartition("/t")[2] for row in rows]
    return [
        row["entry"] + (f">{place}" if place else "")
        for row, place in zip(rows, places, strict=True)
    ]
