"""A correction as somebody wrote it, and all corrections of a run by document."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Self

from prestatie_extract.schema.correction import CorrectionValue

SHOWN_CHARS = 60  # of a value in a message; the whole of it is in `corrections`
ID_MARK = "/"
"""Behind the document's id in an agreement's."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody says that a key of an agreement should be."""

    agreement_id: str
    field: str
    """The key, such as theme, trekker.names or targets.t2.value."""
    value: CorrectionValue
    was: CorrectionValue = None
    has_was: bool = False
    """Whether `was` is told: the correction then holds only as long as the tool says that."""
    note: str | None = None
    source_file: str = ""
    """Name of the file in the folder of corrections."""

    @property
    def document_id(self) -> str:
        """The document that it names."""
        return self.agreement_id.partition(ID_MARK)[0]


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of a run, those of a document in order of agreement_id and field."""

    by_document: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)

    @classmethod
    def group(cls, corrections: Iterable[Correction]) -> Self:
        """The corrections by document, whatever order they come in."""
        grouped: dict[str, list[Correction]] = {}
        for correction in sorted(corrections, key=attrgetter("agreement_id", "field")):
            grouped.setdefault(correction.document_id, []).append(correction)
        return cls({document_id: tuple(group) for document_id, group in sorted(grouped.items())})

    def of(self, document_id: str) -> tuple[Correction, ...]:
        """Those that name a document; empty where none does."""
        return self.by_document.get(document_id, ())


def show_value(value: CorrectionValue) -> str:
    """A value in a message: as JSON writes it, its beginning where it is long."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHOWN_CHARS else f"{text[: SHOWN_CHARS - 1]}…"


def hash_corrections(corrections: Iterable[Correction]) -> str | None:
    """SHA-256 over all that records say of corrections; None where there are none."""
    written = [
        [c.agreement_id, c.field, c.value, c.was, c.has_was, c.note, c.source_file]
        for c in corrections
    ]
    return hashlib.sha256(json.dumps(written).encode()).hexdigest() if written else None
