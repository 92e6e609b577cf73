"""Keys that tell whether something made earlier is what would be made now.

Each stage's key holds that of the stage before it, so that a changed word list that only tagging
reads leaves the stages before tagging as they are.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from prestatie_extract import __version__
from prestatie_extract.vocabulary import STRUCTURE_TABLES, hash_tables, table_names


@dataclass(frozen=True, slots=True)
class Keys:
    """A key for each thing that is made of a document; the document's hash comes beside it."""

    source: str
    draft: str
    record: str


@cache
def make_keys(configuration: str = "", model: str = "") -> Keys:
    """The keys of this version with its vocabulary.

    Args:
        configuration: what the user chose that changes how a file is read.
        model: name and version of the language model.
    """
    source = _hash("source", __version__, hash_code(), configuration)
    draft = _hash("draft", source, hash_tables(STRUCTURE_TABLES))
    record = _hash("record", draft, hash_tables(table_names()), model)
    return Keys(source, draft, record)


@cache
def hash_code() -> str:
    """SHA-256 over the package's modules: they change without a new version number."""
    package = resources.files("prestatie_extract")
    digest = hashlib.sha256()
    with resources.as_file(package) as root:
        for path in sorted(root.rglob("*.py")):
            content = path.read_bytes()
            name = path.relative_to(root).as_posix()
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
