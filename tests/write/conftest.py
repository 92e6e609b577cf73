from __future__ import annotations

import pytest

from prestatie_extract.schema import Record


@pytest.fixture(scope="module")
def record() -> Record:
    """One record with a row in every table."""
    document_id, text = "0123456789ab", "Het Anker bouwt minimaal 80 woningen."
    box = {"page_number": 3, "x0": 70.87, "top": 100, "x1": 320.5, "bottom": 112}
    role = {"raw": "Het Anker", "names": ["Het Anker"], "party_ids": ["het-anker"]}
    target = {
        "target_id": f"{document_id}/1/1/t1",
        "raw": "minimaal 80 woningen",
        "where": "text",
        "start": 16,
        "end": 36,
        "value": 80,
        "value_max": None,
        "unit": "woningen",
        "qualifier": "min",
        "subject": "nieuwbouw",
        "party_id": "het-anker",
        "period": None,
        "role": "target",
        "role_source": "rule",
        "provenance": [box],
    }
    agreement = {
        "agreement_id": f"{document_id}/1/1",
        "ordinal": 1,
        "number": "1",
        "kind": "afspraak",
        "section_id": f"{document_id}/s1",
        "theme": "beschikbaarheid",
        "themes": [
            {"theme": "beschikbaarheid", "score": 1, "source": "heading", "content_score": None}
        ],
        "title": None,
        "text": text,
        "items": [],
        "horizon": "2026",
        "trekker": role | {"source": "column"},
        "involved": role,
        "planning": {"raw": "eind 2026", "start": None, "end": "2026-12-31"},
        "context": {"toelichting": "=zie bijlage"},
        "refs": [{"raw": "afspraak 1", "number": "1", "agreement_id": f"{document_id}/1/1"}],
        "party_ids": ["het-anker"],
        "targets": [target],
        "provenance": [box],
        "form": "table",
        "confidence": 0.95,
        "commitment_type": "output",
        "commitment_source": "model",
        "commitment_score": 0.87,
        "concreteness": 3,
        "concreteness_source": "rule",
        "concreteness_score": 1.0,
    }
    counts = {"characters": 32, "agreements": 32, "sections": 0, "tables": 0, "furniture": 0}
    return Record.model_validate(
        {
            "schema_version": "1.5",
            "document": {
                "document_id": document_id,
                "source_path": "in/merendaal.pdf",
                "source_sha256": document_id + "0" * 52,
                "media_type": "application/pdf",
                "page_count": 4,
                "text_status": "digital",
                "title": None,
                "municipality": "Druten",
                "municipality_code": "GM0225",
                "kind": "kader",
                "period_start": 2025,
                "period_end": 2028,
                "signed_on": "2024-12-12",
                "extractor": {
                    "name": "prestatie-extract",
                    "version": "1",
                    "model": None,
                    "config_sha256": "0" * 64,
                    "ocr": None,
                },
            },
            "parties": [
                {
                    "party_id": "het-anker",
                    "name": "Het Anker",
                    "type": "corporatie",
                    "aliases": ["Woonstichting Het Anker", "WHA"],
                    "signatory": True,
                    "match": {"method": "new", "score": 100},
                }
            ],
            "sections": [
                {
                    "section_id": f"{document_id}/s1",
                    "number": "1",
                    "title": "Nieuwbouw",
                    "level": 1,
                    "parent_id": None,
                    "page_number": 3,
                    "theme": "beschikbaarheid",
                }
            ],
            "agreements": [agreement],
            "findings": [
                {
                    "code": "numbering_gap",
                    "severity": "warning",
                    "message": "number 2 is missing",
                    "page_number": 3,
                    "agreement_id": f"{document_id}/1/1",
                }
            ],
            "coverage": counts | {"unassigned": 0, "pages": []},
            "corrections": [
                {
                    "agreement_id": f"{document_id}/1/1",
                    "field": "trekker.names",
                    "source_file": "merendaal.yaml",
                    "was": ["gemeente"],
                    "value": ["Het Anker", "allen"],
                    "found": ["Het Anker"],
                    "note": "zie pagina 4",
                    "status": "outdated",
                    "reason": "the tool says something else now",
                }
            ],
        }
    )
