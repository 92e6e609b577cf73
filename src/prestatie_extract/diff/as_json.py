"""A comparison as JSON; docs/diff.md describes the keys."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict
from typing import Any

from prestatie_extract.diff.outcome import (
    CLASSES,
    AgreementPair,
    Comparison,
    DocumentPair,
    class_of,
    count,
)
from prestatie_extract.diff.wording import choose

FORMAT_VERSION = "1.0"
"""Keys may be added; a key keeps its name and meaning."""


def to_json(comparison: Comparison, classes: Collection[str]) -> str:
    """The documents and agreements of these classes, and the counts of all."""
    documents = comparison.documents
    content = {
        "diff_version": FORMAT_VERSION,
        "old": _sum(document.old for document in documents),
        "new": _sum(document.new for document in documents),
        "counts": _count(pair for document in documents for pair in document.pairs),
        "documents": [_to_document(d, classes) for d in choose(documents, classes)],
    }
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _sum(sides: Iterable[Any]) -> dict[str, int]:
    there = [side for side in sides if side is not None]
    return {"documents": len(there), "agreements": sum(side.agreements for side in there)}


def _count(pairs: Iterable[AgreementPair]) -> dict[str, int]:
    counts = count(pairs)
    return {class_: counts.of[class_] for class_ in CLASSES} | {
        "changed_and_moved": counts.changed_and_moved,
        "years_only": counts.years_only,
        "references_only": counts.references_only,
        "tags_only": counts.tags_only,
        "renumbered_only": counts.renumbered_only,
    }


def _to_document(document: DocumentPair, classes: Collection[str]) -> dict[str, Any]:
    has_facts = "changed" in classes
    return {
        "class": None if document.old and document.new else class_of(document),
        "old": asdict(document.old) if document.old else None,
        "new": asdict(document.new) if document.new else None,
        "paired_by": document.paired_by,
        "counts": _count(document.pairs),
        "fields": [asdict(field) for field in document.fields if has_facts],
        "sections": [asdict(section) for section in document.sections if has_facts],
        "pairs": [_to_pair(pair) for pair in document.pairs if pair.class_ in classes],
    }


def _to_pair(pair: AgreementPair) -> dict[str, Any]:
    near = [side.agreement_id for side in pair.near]
    return {"class": pair.class_} | asdict(pair) | {"near": near}
