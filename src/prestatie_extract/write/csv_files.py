"""The same tables as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from prestatie_extract.schema.published import TABLES
from prestatie_extract.write.data_package import Sources, write_notes
from prestatie_extract.write.files import replacing_folder
from prestatie_extract.write.rows import DocumentRows

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be run as a formula."""


def write_csv(documents: Iterable[DocumentRows], out_dir: Path, licence: str = "") -> list[Path]:
    """The CSV files, one a table, in `<out>/csv/`: UTF-8, header line, comma; replaced as a set.

    Beside them stand the data package and the data dictionary.

    Args:
        documents: rows of one document at a time, in order of document_id.
            The rows that no document has for itself come at once, as if of a document more.
        out_dir: the folder above `csv/`.
        licence: identifier of the licence that the data package names; "" for none.

    Raises:
        OutputError: the system refused.
    """
    folder, sources = out_dir / "csv", Sources()
    with replacing_folder(folder) as temporary, ExitStack() as stack:
        writers = {}
        for table in TABLES:
            path = temporary / f"{table.name}.csv"
            file = stack.enter_context(path.open("w", encoding="utf-8", newline=""))
            names = [column.name for column in table.columns]
            writers[table.name] = csv.DictWriter(file, names, lineterminator="\n")
            writers[table.name].writeheader()
        for rows in sources.watch(documents):
            for name, table_rows in rows.items():
                writers[name].writerows(
                    {key: cell_to_text(value) for key, value in row.items()} for row in table_rows
                )
        write_notes(temporary, "csv", sources, licence)
    return [folder / f"{table.name}.csv" for table in TABLES]


def cell_to_text(value: Any) -> str:
    """The value as a spreadsheet shows it; text that looks like a formula gets a quote in front."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return str(value)
