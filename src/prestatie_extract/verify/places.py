"""What there is to check at the paths that were named: records, and folders of tables."""

from __future__ import annotations

import json
import os
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prestatie_extract.errors import NoInput
from prestatie_extract.schema.published import TABLES
from prestatie_extract.write import TableFormat

RECORDS = "json"
"""The folder of an output in which records stand."""
RECORD_KEYS = frozenset(("schema_version", "document", "agreements", "coverage"))
RECORD_KEYS_MIN = 2  # of these: one that is missing or misspelled does not hide a record
TABLES_MIN = 3  # files named as tables are; one or two may be somebody else's
FIRST_KEY = b'"schema_version"'
HEAD_BYTES = 200  # in which the first key of a record stands, whatever the indent


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file that is a record, or should be one."""

    path: Path
    label: str
    """Its path as messages name it."""
    content: bytes
    obstacle: str = ""
    """Why it cannot be read."""

    def parse(self) -> Any:
        """What is in it; None where that cannot be read.

        It is read once more instead of kept: as objects it takes ten times the room.
        """
        return None if self.obstacle else json.loads(self.content)


@dataclass(frozen=True, slots=True)
class TableFolder:
    """A folder of tables."""

    path: Path
    label: str
    kind: TableFormat
    has_all_records: bool
    """Whether the records beside it were all looked at."""

    @property
    def records(self) -> Path:
        """The folder of the records that the tables were made of."""
        return self.path.parent / RECORDS


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to check, in the order of labels."""

    records: tuple[RecordFile, ...]
    tables: tuple[TableFolder, ...]
    left_out: tuple[str, ...]
    """Files that were named and are no records."""


def find_material(paths: Iterable[Path]) -> Material:
    """The records and tables at the paths, each once.

    What a file is, its content tells; files of other kinds in a folder are passed over.

    Args:
        paths: records, output folders of `run`, folders that hold some of them.

    Raises:
        NoInput: a path is not there, or cannot be read.
    """
    records: dict[Path, RecordFile] = {}
    tables: dict[Path, TableFolder] = {}
    left_out: list[str] = []
    for given in dict.fromkeys(paths):
        if given.is_dir():
            _search(given, records, tables)
        elif given.is_file():
            found = _read_record(given, _label(given, given), is_claimed=given.suffix == ".json")
            if found is None:
                left_out.append(_label(given, given))
            else:
                records.setdefault(given.resolve(), found)
        else:
            raise NoInput(f"{given}: there is no such file or folder: check the path")
    return Material(
        tuple(sorted(records.values(), key=lambda record: record.label)),
        tuple(sorted(tables.values(), key=lambda folder: folder.label)),
        tuple(left_out),
    )


def _search(root: Path, records: dict[Path, RecordFile], tables: dict[Path, TableFolder]) -> None:
    """Take what lies in a folder and below it; hidden folders are ours or nobody's business."""
    walked = dict(_walk(root))
    for folder, names in walked.items():
        for name in sorted(n for n in names if n.endswith(".json")):
            path = folder / name
            found = _read_record(path, _label(path, root), is_claimed=folder.name == RECORDS)
            if found is not None:
                records.setdefault(path.resolve(), found)
        for kind in _kinds_of_tables(names):
            has_all = folder.parent / RECORDS in walked
            place = TableFolder(folder, _label(folder, root), kind, has_all)
            tables.setdefault(folder.resolve(), place)


def _walk(root: Path) -> Iterator[tuple[Path, frozenset[str]]]:
    def refuse(error: OSError) -> None:
        raise NoInput(f"{error.filename}: it cannot be read: {error.strerror}") from error

    for folder, below, names in os.walk(root, onerror=refuse):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield Path(folder), frozenset(names)


def _kinds_of_tables(names: frozenset[str]) -> Iterator[TableFormat]:
    kinds: tuple[TableFormat, ...] = ("parquet", "csv")
    for kind in kinds:
        if len(names & {f"{table.name}.{kind}" for table in TABLES}) >= TABLES_MIN:
            yield kind


def _label(path: Path, root: Path) -> str:
    """The path as messages name it: as given, but nothing of this machine's own folders."""
    told = path.relative_to(root) if root.is_absolute() and path != root else path
    named = told.name if told.is_absolute() else told.as_posix()
    return named.encode(errors="replace").decode()  # a name may not be UTF-8


def _read_record(path: Path, label: str, *, is_claimed: bool) -> RecordFile | None:
    """The record; None where the file is something else.

    Args:
        path: of the file.
        label: as messages name it.
        is_claimed: it should be a record, so that a damaged one is told.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        return RecordFile(path, label, b"", error.strerror or "the system refuses")
    try:
        value = json.loads(content.decode())
    except (ValueError, RecursionError) as error:
        if is_claimed or FIRST_KEY in content[:HEAD_BYTES]:
            return RecordFile(path, label, content, _explain(error, content))
        return None
    is_record = isinstance(value, dict) and len(RECORD_KEYS & value.keys()) >= RECORD_KEYS_MIN
    return RecordFile(path, label, content) if is_record else None


def _explain(error: ValueError | RecursionError, content: bytes) -> str:
    """Why the file cannot be read, in words that fit behind "cannot be read"."""
    if not content:
        return "it is empty"
    if content.startswith(BOM_UTF8):
        return "it begins with a byte order mark, which JSON may not"
    if isinstance(error, json.JSONDecodeError):
        is_cut = error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated")
        why = "it breaks off" if is_cut else "it is no JSON"
        return f"{why} at line {error.lineno}, column {error.colno}"
    return "it is nested too deeply" if isinstance(error, RecursionError) else "it is no UTF-8 text"
