"""Write: records -> JSON, Parquet, CSV; identical bytes for identical records."""

from __future__ import annotations

from prestatie_extract.write.contract_files import arrow_schemas_text, record_schema_text
from prestatie_extract.write.csv_files import FORMULA_STARTS, write_csv
from prestatie_extract.write.data_dictionary import describe_tables
from prestatie_extract.write.data_package import PACKAGE, TableFormat, describe_resources
from prestatie_extract.write.files import remove_leftovers, replacing_folder, write_file
from prestatie_extract.write.json_files import (
    json_name,
    json_name_of,
    json_to_record,
    record_to_json,
)
from prestatie_extract.write.lists import list_rows
from prestatie_extract.write.parquet_files import arrow_schema, write_tables
from prestatie_extract.write.record_dictionary import describe_record
from prestatie_extract.write.rows import (
    DocumentRows,
    Failure,
    corrections_to_rows,
    failure_to_rows,
    record_to_rows,
)

__all__ = [
    "FORMULA_STARTS",
    "PACKAGE",
    "DocumentRows",
    "Failure",
    "TableFormat",
    "arrow_schema",
    "arrow_schemas_text",
    "corrections_to_rows",
    "describe_record",
    "describe_resources",
    "describe_tables",
    "failure_to_rows",
    "json_name",
    "json_name_of",
    "json_to_record",
    "list_rows",
    "record_schema_text",
    "record_to_json",
    "record_to_rows",
    "remove_leftovers",
    "replacing_folder",
    "write_csv",
    "write_file",
    "write_tables",
]
