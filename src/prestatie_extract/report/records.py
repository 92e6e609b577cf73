"""What the tables of an output folder list: documents with their records, and inputs without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prestatie_extract.dataset import load_table
from prestatie_extract.errors import OutputError
from prestatie_extract.schema import Record
from prestatie_extract.schema.correction import CorrectionResult
from prestatie_extract.write import json_name_of, json_to_record


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that gave no record."""

    source_path: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A document that gave a record."""

    document_id: str
    source_path: str
    sha256: str
    media_type: str
    page_count: int
    path: Path
    """Of the record."""

    @property
    def is_pdf(self) -> bool:
        """Whether it has pages."""
        return self.media_type == "application/pdf"

    def load(self) -> Record:
        """The record.

        Raises:
            OutputError: it is no longer there, or not as the tables say.
        """
        try:
            record = json_to_record(self.path.read_bytes())
        except (OSError, ValueError) as error:
            raise OutputError(f"{self.path.name}: {RUN_AGAIN}") from error
        if record.document.source_sha256 != self.sha256:
            raise OutputError(f"{self.path.name}: {RUN_AGAIN}")
        return record


@dataclass(frozen=True, slots=True)
class Shared:
    """What is of no document alone."""

    unresolved: tuple[tuple[str, str], ...]
    """Name and type of the organisations in no list and in one document only, by name."""
    strays: tuple[CorrectionResult, ...]
    """Corrections of documents that are not here."""


RUN_AGAIN = "the record is not the one that the tables list: convert the documents again with 'run'"


def list_documents(out: Path) -> tuple[list[Listed], list[Failed]]:
    """The rows of the documents table; only they count, whatever else lies in `json/`.

    Raises:
        NoTables: there is no documents table, or it is of another version.
    """
    listed, failed = [], []
    for row in _read_rows(out, "documents"):
        if row["extractor_version"] is None:
            failed.append(Failed(row["source_path"], row["error_code"], row["error_message"]))
        else:
            listed.append(_to_listed(row, out))
    return listed, failed


def load_shared(out: Path) -> Shared:
    """What the tables hold that is of no document alone.

    Raises:
        NoTables: a table is not there, or of another version.
    """
    return Shared(tuple(_list_unresolved(out)), tuple(_list_strays(out)))


def _list_unresolved(out: Path) -> Iterator[tuple[str, str]]:
    table = load_table(out, "organisations")
    unresolved = table[table["status"] == "unresolved"].sort_values(["name", "organisation_id"])
    return zip(map(str, unresolved["name"]), map(str, unresolved["type"]), strict=True)


def _list_strays(out: Path) -> Iterator[CorrectionResult]:
    for row in _read_rows(out, "corrections"):
        if row["status"] == "unknown_document":
            del row["document_id"]
            yield CorrectionResult.model_validate(row)


def _to_listed(row: dict[str, Any], out: Path) -> Listed:
    source_path, sha256 = row["source_path"], row["source_sha256"]
    return Listed(
        document_id=row["document_id"],
        source_path=source_path,
        sha256=sha256,
        media_type=row["media_type"],
        page_count=row["page_count"] or 0,
        path=out / "json" / json_name_of(source_path, sha256),
    )


def _read_rows(out: Path, name: str) -> Iterator[dict[str, Any]]:
    table = load_table(out, name).astype(object)
    for row in table.where(table.notna(), None).to_dict("records"):
        yield {str(name): value for name, value in row.items()}
