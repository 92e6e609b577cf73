"""Keys that tell whether something made earlier is what would be made now.

Each stage's key holds that of the stage before it, so that a changed word list that only tagging
reads leaves the stages before tagging as they are.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from prestatie_extract import __version__
from prestatie_extract.findings.kinds import RECORD_GROUPS, STRUCTURE_GROUPS, hash_messages
from prestatie_extract.read import OcrMode
from prestatie_extract.tagging.contents import find_model
from prestatie_extract.vocabulary import READ_TABLES, STRUCTURE_TABLES, hash_tables, table_names


@dataclass(frozen=True, slots=True)
class Keys:
    """A key for each thing that is made of a document; the document's hash comes beside it."""

    source: str
    draft: str
    record: str


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The keys of documents that OCR has nothing to do with, and of those it has."""

    plain: Keys
    scanned: Keys

    def of(self, *, needs_ocr: bool) -> Keys:
        """The keys of a document of one kind or the other."""
        return self.scanned if needs_ocr else self.plain


def make_keys(mode: OcrMode, engine: str | None, model: str = "") -> KeyRing:
    """The keys of this version with its vocabulary.

    Args:
        mode: which pages are read by OCR; with `force` all documents are scans.
        engine: what OCR there is, None for nothing: documents that need it are read again when
            that changes, the others are not.
        model: hash of the language model.
    """
    used = engine if engine and mode is not OcrMode.NEVER else "none"
    plain = _make_keys("force" if mode is OcrMode.FORCE else "", model)
    return KeyRing(plain, _make_keys(f"{mode} {used}", model))


def _make_keys(configuration: str, model: str) -> Keys:
    source = _hash("source", __version__, hash_code(), hash_tables(READ_TABLES), configuration)
    said = hash_messages(STRUCTURE_GROUPS)
    draft = _hash("draft", source, hash_tables(STRUCTURE_TABLES), said)
    record = _hash("record", draft, hash_tables(table_names()), hash_messages(RECORD_GROUPS), model)
    return Keys(source, draft, record)


def hash_model(model: str) -> str:
    """SHA-256 over the files of a trained pipeline; "" where there is none to be used.

    Raises:
        ModelMissing: there is no pipeline in that folder.
    """
    folder = find_model(model)
    return "" if folder is None else _hash_files(folder, "*")


@cache
def hash_code() -> str:
    """SHA-256 over the package's modules: they change without a new version number."""
    with resources.as_file(resources.files("prestatie_extract")) as root:
        return _hash_files(root, "*.py")


def _hash_files(root: Path, pattern: str) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in root.rglob(pattern) if path.is_file()):
        content = path.read_bytes()
        name = path.relative_to(root).as_posix()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
