"""What a run remembers beside its output, in `<out>/.prestatie`: what was made of which bytes.

    .prestatie/
    ├── lock                        held while a run writes
    ├── documents/<sha256>.json     an `Entry`; written last: the document is finished
    ├── stages/<sha256>.source      the file as read, behind the key it was made by
    ├── stages/<sha256>.draft       the document as structured, the same
    ├── sources.json                where the bytes were read, for `report`
    ├── tables                      what the tables were made of
    └── .gitignore                  who commits the output commits none of this

Everything but `json/`, `parquet/` and `csv/` can be deleted; the next run makes it again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

import msgspec

from prestatie_extract.batch.files import Folder
from prestatie_extract.batch.keys import KeyRing
from prestatie_extract.batch.messages import Report, Summary
from prestatie_extract.batch.settings import Limits
from prestatie_extract.write import remove_leftovers

STATE = ".prestatie"
DOCUMENTS = f"{STATE}/documents"
STAGES = f"{STATE}/stages"
TABLES = f"{STATE}/tables"
GIT_IGNORE = f"{STATE}/.gitignore"
RECORDS = "json"
KEY_CHARS = 64


@dataclass(frozen=True, slots=True)
class Entry:
    """A finished document: what it was made of and what came out."""

    sha256: str
    source_path: str
    """The name it is published as."""
    key: str
    """Version, configuration, vocabulary and model it was made with."""
    status: str
    """ok, warnings or failed."""
    summary: Summary = field(default_factory=Summary)
    record_name: str | None = None
    """Its file in `json/`; None for a failed document without a record."""
    record_sha256: str | None = None
    error_code: str | None = None
    error_message: str | None = None
    duplicates: tuple[str, ...] = ()
    """Other inputs with the same bytes."""
    needs_ocr: bool = False
    """Some page needs OCR or was read by it, or may have: the worker died."""
    limits: Limits | None = None
    """Those it went beyond; None where it was not stopped."""
    corrections: str | None = None
    """Hash of the corrections it was made with; None for none."""


class Manifest:
    """The entries of an output folder; whatever it is told is on the disk when it returns."""

    def __init__(self, folder: Folder, keys: KeyRing) -> None:
        self.folder = folder
        self.keys = keys
        if folder.read(GIT_IGNORE) is None:
            folder.write(GIT_IGNORE, b"*\n")
        self._tidy()
        self.entries = {entry.sha256: entry for entry in self._load()}

    def commit(self, entry: Entry, report: Report) -> None:
        """Write the record and the stages, then the entry; take away what it replaces."""
        if report.record is not None and entry.record_name:
            self.folder.write(f"{RECORDS}/{entry.record_name}", report.record)
        keys = self.keys.of(needs_ocr=entry.needs_ocr)
        self._keep_stage(entry.sha256, "source", report.source, keys.source)
        self._keep_stage(entry.sha256, "draft", report.draft, keys.draft)
        old = self.entries.get(entry.sha256)
        self.note(entry)
        if old and old.record_name and old.record_name != entry.record_name:
            self.folder.delete(f"{RECORDS}/{old.record_name}")

    def note(self, entry: Entry) -> None:
        """Write the entry alone."""
        self.folder.write(f"{DOCUMENTS}/{entry.sha256}.json", msgspec.json.encode(entry))
        self.entries[entry.sha256] = entry

    def drop(self, entry: Entry) -> None:
        """Take away the document with all that was made of it."""
        self.folder.delete(f"{DOCUMENTS}/{entry.sha256}.json")
        del self.entries[entry.sha256]
        for stage in ("source", "draft"):
            self.folder.delete(f"{STAGES}/{entry.sha256}.{stage}")
        if entry.record_name:
            self.folder.delete(f"{RECORDS}/{entry.record_name}")

    def find(self, sha256: str, name: str, *, corrections: str | None = None) -> Entry | None:
        """The entry of these bytes, if the same would be made of them now.

        Args:
            sha256: of the bytes.
            name: what they are published as.
            corrections: hash of those that name the document; None for none.
        """
        entry = self.entries.get(sha256)
        if entry is None or (entry.source_path, entry.corrections) != (name, corrections):
            return None
        if entry.key != self.keys.of(needs_ocr=entry.needs_ocr).record:
            return None
        return entry if entry.record_name is None or self._has_record(entry) else None

    def read_record(self, entry: Entry) -> bytes | None:
        """The record of a document; None where it has none or its file is gone."""
        return self.folder.read(f"{RECORDS}/{entry.record_name}") if entry.record_name else None

    def read_stages(self, sha256: str) -> tuple[bytes | None, bytes | None]:
        """The file as read and the document as structured, where the same would be made now.

        The first is left out where there is the second.
        """
        entry = self.entries.get(sha256)
        keys = self.keys.of(needs_ocr=entry is not None and entry.needs_ocr)
        draft = self._read_stage(sha256, "draft", keys.draft)
        return None if draft else self._read_stage(sha256, "source", keys.source), draft

    def _read_stage(self, sha256: str, stage: str, key: str) -> bytes | None:
        content = self.folder.read(f"{STAGES}/{sha256}.{stage}")
        if content is None or content[:KEY_CHARS] != key.encode():
            return None
        return content[KEY_CHARS:]

    def hash_entries(self, others: Iterable[object] = ()) -> str:
        """SHA-256 over all that the tables are made of."""
        ordered = [self.entries[sha256] for sha256 in sorted(self.entries)]
        return hashlib.sha256(msgspec.json.encode([ordered, list(others)])).hexdigest()

    def _tidy(self) -> None:
        """Take away what a killed run was writing; the lock is ours."""
        written = (f"{RECORDS}/*", f"{DOCUMENTS}/*", f"{STAGES}/*", f"{STATE}/*", "parquet", "csv")
        local = self.folder.local
        for path in (local / name for name in written) if local else ():
            remove_leftovers(path)

    def _load(self) -> Iterable[Entry]:
        for name in self.folder.names(DOCUMENTS):
            content = self.folder.read(f"{DOCUMENTS}/{name}") or b""
            with suppress(msgspec.MsgspecError):  # of an older version: made again
                yield msgspec.json.decode(content, type=Entry)

    def _keep_stage(self, sha256: str, stage: str, content: bytes | None, key: str) -> None:
        if content is not None:
            self.folder.write(f"{STAGES}/{sha256}.{stage}", key.encode() + content)

    def _has_record(self, entry: Entry) -> bool:
        """Whether the record is there as it was written; elsewhere, whether it is there."""
        if self.folder.local is None:
            return self.folder.exists(f"{RECORDS}/{entry.record_name}")
        content = self.read_record(entry)
        return content is not None and hashlib.sha256(content).hexdigest() == entry.record_sha256
