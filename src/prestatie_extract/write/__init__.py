"""Write: records -> JSON, Parquet, CSV; identical bytes for identical records."""

from __future__ import annotations

from prestatie_extract.write.csv_files import write_csv
from prestatie_extract.write.json_files import read_json, record_to_json, write_json
from prestatie_extract.write.parquet_files import write_tables
from prestatie_extract.write.rows import (
    DocumentRows,
    Failure,
    failure_to_rows,
    record_to_rows,
)

__all__ = [
    "DocumentRows",
    "Failure",
    "failure_to_rows",
    "read_json",
    "record_to_json",
    "record_to_rows",
    "write_csv",
    "write_json",
    "write_tables",
]
