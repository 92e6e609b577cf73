"""A folder of tables: what is wrong in it, and the documents that failed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prestatie_extract.findings import Notice, Subject, make_notice
from prestatie_extract.schema.columns import TableSpec
from prestatie_extract.schema.published import TABLES
from prestatie_extract.schema.tables import DOCUMENTS
from prestatie_extract.verify.comparison import ByDocument, compare_record, differs, group_rows
from prestatie_extract.verify.gates import Gates
from prestatie_extract.verify.package import check_package
from prestatie_extract.verify.places import TableFolder
from prestatie_extract.verify.records import Checked
from prestatie_extract.verify.table_files import Row, Table, read_table
from prestatie_extract.verify.tables import check_tables
from prestatie_extract.verify.violations import Violation
from prestatie_extract.write import PACKAGE, json_name_of

UNKNOWN_FAILURE = "internal_error"


@dataclass(frozen=True, slots=True)
class CheckedFolder:
    """A folder of tables with what was found in it."""

    subjects: tuple[Subject, ...]
    """The folder, and the documents that have no record."""
    notices: tuple[Notice, ...]


def check_folder(folder: TableFolder, records: Sequence[Checked], gates: Gates) -> CheckedFolder:
    """The tables among themselves and against the records beside them.

    Args:
        folder: of the tables.
        records: all that were looked at; those of other folders are left alone.
        gates: a document that has no record misses whatever they ask.
    """
    own = [checked for checked in records if checked.file.path.parent == folder.records]
    read = [read_table(folder, spec) for spec in TABLES]
    tables = {table.spec.name: table for table in read if isinstance(table, Table)}
    found = [
        (spec, table) for spec, table in zip(TABLES, read, strict=True)
        if isinstance(table, Violation)
    ]  # fmt: skip
    notices = [_on_table(folder, spec, wrong) for spec, wrong in (*found, *check_tables(tables))]
    notices += (_on_file(folder, PACKAGE, wrong) for wrong in check_package(folder))
    rows = group_rows(tables)
    for checked in own:
        notices += _compare(folder, checked, rows)
    listed = tables[DOCUMENTS.name].rows if DOCUMENTS.name in tables else ()
    there = {c.document_id for c in own} | {c.file.path.name for c in own}
    without = [row for row in listed if there.isdisjoint(_names_of(row))]
    for row in without:
        notices += _explain_absence(folder, row, gates, is_compared=folder.has_all_records)
    subjects = [Subject(str(r["source_path"]), r["document_id"]) for r in without if _failed(r)]
    return CheckedFolder((Subject(folder.label), *subjects), tuple(notices))


def _compare(folder: TableFolder, checked: Checked, rows: ByDocument) -> Iterator[Notice]:
    """The tables against one record that is sound; a broken one has been told."""
    if checked.record is not None:
        for spec, violation in compare_record(checked.record, rows):
            yield _on_table(folder, spec, violation, Subject(checked.name, checked.document_id))


def _names_of(row: Row) -> Iterator[str]:
    """By what its record is known: the id, or the name of a file that cannot be read."""
    yield row["document_id"]
    if row["source_path"] and row["source_sha256"]:
        yield json_name_of(row["source_path"], row["source_sha256"])


def _failed(row: Row) -> bool:
    """Whether the document has no record."""
    return row["extractor_version"] is None


def _explain_absence(
    folder: TableFolder, row: Row, gates: Gates, *, is_compared: bool
) -> Iterator[Notice]:
    """Why a document of the tables has no record: it failed, or the record is lost."""
    subject = Subject(str(row["source_path"]), row["document_id"])
    if _failed(row):
        yield Notice(
            row["error_code"] or UNKNOWN_FAILURE, "error", row["error_message"] or "",
            subject.name, document_id=subject.document_id, file=_file(folder, DOCUMENTS.name),
        )  # fmt: skip
        if gates != Gates():
            yield make_notice(
                "gate_failed", subject.name, document_id=subject.document_id,
                file=_file(folder, DOCUMENTS.name),
            )  # fmt: skip
    elif is_compared:
        lost = differs(DOCUMENTS.name, f"it lists {subject.name}, of which there is no record")
        yield _on_table(folder, DOCUMENTS, lost)


def _on_table(
    folder: TableFolder, spec: TableSpec, violation: Violation, subject: Subject | None = None
) -> Notice:
    about = subject or Subject(folder.label)
    return make_notice(
        violation.code, about.name, document_id=about.document_id,
        file=_file(folder, spec.name), **violation.values,
    )  # fmt: skip


def _on_file(folder: TableFolder, name: str, violation: Violation) -> Notice:
    return make_notice(
        violation.code, folder.label, file=f"{folder.label}/{name}", **violation.values
    )


def _file(folder: TableFolder, table: str) -> str:
    return f"{folder.label}/{table}.{folder.kind}"
