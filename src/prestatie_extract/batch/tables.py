"""The tables of a run: all records of the output folder, one at a time."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prestatie_extract.batch.files import Folder
from prestatie_extract.batch.manifest import TABLES, Entry, Manifest
from prestatie_extract.batch.outcomes import entry_to_failure
from prestatie_extract.batch.settings import Settings
from prestatie_extract.schema.codes import DOCUMENT_ID_CHARS
from prestatie_extract.schema.correction import CorrectionResult

if TYPE_CHECKING:
    from prestatie_extract.analysis import Entry as LedgerEntry
    from prestatie_extract.batch.entities import Entities
    from prestatie_extract.write import DocumentRows, Failure

PARQUET, CSV = "parquet", "csv"
OLD_RECORD = "old_record"


def write_all_tables(
    manifest: Manifest,
    unread: Sequence[Failure],
    settings: Settings,
    *,
    strays: Sequence[CorrectionResult] = (),
) -> bool:
    """Write the tables if what they are made of has changed, and say whether it had.

    Args:
        manifest: of the output folder.
        unread: the inputs whose bytes could not be read.
        settings: `with_csv`, also where there are old ones, so that they are not stale; `licence`.
        strays: corrections that meet no record.

    Raises:
        OutputError: the system refused.
    """
    folder = manifest.folder
    kinds = [PARQUET, *([CSV] if settings.with_csv or folder.names(CSV) else [])]
    lost = [stray.model_dump() for stray in strays]
    made_of = manifest.hash_entries(
        [*unread, manifest.keys.plain.record, settings.licence, *kinds, *lost]
    ).encode()
    if folder.read(TABLES) == made_of and all(folder.names(kind) for kind in kinds):
        return False
    across = _look_across(manifest)
    for kind in kinds:
        _write(kind, _rows(manifest, unread, strays, across), folder, settings.licence)
    folder.write(TABLES, made_of)
    return True


def _write(kind: str, documents: Iterable[DocumentRows], folder: Folder, licence: str) -> None:
    from prestatie_extract.write import write_csv, write_tables

    write = write_tables if kind == PARQUET else write_csv
    if folder.local:
        write(documents, folder.local, licence)
        return
    with tempfile.TemporaryDirectory(prefix="prestatie-") as scratch:
        write(documents, Path(scratch), licence)
        folder.upload(Path(scratch) / kind, kind)


@dataclass(frozen=True, slots=True)
class _Across:
    """What only all documents together tell."""

    doubles: Mapping[str, LedgerEntry]
    """What the targets of all documents are to those of the others."""
    entities: Entities


def _look_across(manifest: Manifest) -> _Across:
    from prestatie_extract.analysis import find_doubles
    from prestatie_extract.batch.entities import Entities, read_across

    named, glances = [], []
    for sha256 in sorted(manifest.entries):
        read = read_across(manifest.read_record(manifest.entries[sha256]) or b"")
        if read is not None:  # of this version: others are left out, as in the tables
            named.append(read[0])
            glances.append(read[1])
    entities = Entities(named)
    return _Across(find_doubles(glances, entities.organisations()), entities)


def _rows(
    manifest: Manifest,
    unread: Sequence[Failure],
    strays: Sequence[CorrectionResult],
    across: _Across,
) -> Iterator[DocumentRows]:
    """The rows of one document at a time, in order of document_id, then those of all together."""
    from prestatie_extract.write import corrections_to_rows, failure_to_rows

    lost = corrections_to_rows(strays)
    made: dict[str, Entry | Failure | None] = dict.fromkeys(lost)
    made |= {f.document_id: f for f in unread}
    made |= {sha[:DOCUMENT_ID_CHARS]: entry for sha, entry in manifest.entries.items()}
    for document_id, document in sorted(made.items()):
        rows: DocumentRows = {}
        if isinstance(document, Entry):
            rows = _entry_rows(manifest, document, across)
        elif document is not None:
            rows = failure_to_rows(document)
        yield {**rows, **lost.get(document_id, {})}
    yield across.entities.shared_rows()


def _entry_rows(manifest: Manifest, entry: Entry, across: _Across) -> DocumentRows:
    from prestatie_extract.analysis import analyse
    from prestatie_extract.write import Failure, failure_to_rows, json_to_record, record_to_rows

    content = manifest.read_record(entry)
    if content is None:
        return failure_to_rows(entry_to_failure(entry), entry.duplicates)
    try:
        record = json_to_record(content)
        rows = across.entities.link(
            record.document.document_id, record_to_rows(record, entry.duplicates)
        )
        return {**rows, **analyse(record, across.doubles)}
    except ValueError:
        message = "its record is of another version: convert it again, or take it out with --prune"
        old = Failure(entry.source_path, entry.sha256, OLD_RECORD, message)
        return failure_to_rows(old, entry.duplicates)
