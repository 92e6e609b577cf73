"""Corrections that meet no record, so that they are told and stand in the tables all the same."""

from __future__ import annotations

from collections.abc import Container, Iterator

from prestatie_extract.batch.manifest import Manifest
from prestatie_extract.corrections import Corrections, leave_unmatched
from prestatie_extract.corrections.written import hash_corrections
from prestatie_extract.schema.codes import DOCUMENT_ID_CHARS
from prestatie_extract.schema.correction import CorrectionResult

REPLACED = (
    "no such document in the output: if there is a new file of it, look up the agreement's new id"
)
FAILED = "the document could not be converted"


def find_strays(manifest: Manifest, corrections: Corrections) -> tuple[CorrectionResult, ...]:
    """The corrections of documents that are not there, or that have no record."""
    return tuple(_find_strays(manifest, corrections))


def _find_strays(manifest: Manifest, corrections: Corrections) -> Iterator[CorrectionResult]:
    entries = {sha256[:DOCUMENT_ID_CHARS]: entry for sha256, entry in manifest.entries.items()}
    for document_id, group in corrections.by_document.items():
        entry = entries.get(document_id)
        if entry is None:
            yield from leave_unmatched(group, "unknown_document", REPLACED)
        elif entry.record_name is None:
            yield from leave_unmatched(group, "unknown_agreement", FAILED)


def find_stale(
    manifest: Manifest, corrections: Corrections, inputs: Container[str]
) -> tuple[str, ...]:
    """Names of documents with a record of an earlier run that other corrections name now.

    Args:
        manifest: of the output folder.
        corrections: of this run.
        inputs: the hashes of its inputs, which are made anew by themselves.
    """
    return tuple(
        sorted(
            entry.source_path
            for sha256, entry in manifest.entries.items()
            if sha256 not in inputs
            and entry.record_name is not None
            and entry.corrections != hash_corrections(corrections.of(sha256[:DOCUMENT_ID_CHARS]))
        )
    )
