"""One Parquet file a table: explicit types, zstd, descriptions in the metadata, the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Self

from prestatie_extract.schema.codes import SCHEMA_VERSION
from prestatie_extract.schema.columns import ArrowType, TableSpec
from prestatie_extract.schema.published import TABLES
from prestatie_extract.write.data_package import Sources, write_notes
from prestatie_extract.write.files import replacing_folder
from prestatie_extract.write.rows import DocumentRows, Row

if TYPE_CHECKING:
    import pyarrow as pa

ROW_GROUP_ROWS = 10_000  # rows of a table in one group, held in memory; a table has 10^5 at most
BATCH_ROWS = 1_000  # rows held as Python objects, ten times the memory of Arrow's arrays


def write_tables(documents: Iterable[DocumentRows], out_dir: Path, licence: str = "") -> list[Path]:
    """The Parquet files, one a table, in `<out>/parquet/`; they replace the old ones as a set.

    Beside them stand the data package and the data dictionary.

    Args:
        documents: rows of one document at a time, in order of document_id. As every key begins
            with the document's id, the tables come out sorted while little is held in memory.
            Those that no document has for itself come at once, as if of a document more.
        out_dir: the folder above `parquet/`.
        licence: identifier of the licence that the data package names; "" for none.

    Raises:
        OutputError: the system refused.
    """
    import pyarrow as pa

    pa.set_memory_pool(pa.system_memory_pool())  # the other pools keep what was freed
    folder, sources = out_dir / "parquet", Sources()
    with replacing_folder(folder) as temporary, ExitStack() as stack:
        sinks = [
            stack.enter_context(_Sink(table, temporary / f"{table.name}.parquet"))
            for table in TABLES
        ]
        for rows in sources.watch(documents):
            for sink in sinks:
                sink.add(rows.get(sink.table.name, ()))
        write_notes(temporary, "parquet", sources, licence)
    return [folder / f"{table.name}.parquet" for table in TABLES]


def arrow_schema(table: TableSpec) -> pa.Schema:
    """The Arrow schema of a table with its descriptions."""
    import pyarrow as pa

    types: dict[ArrowType, pa.DataType] = {
        "string": pa.string(),
        "int16": pa.int16(),
        "int32": pa.int32(),
        "float64": pa.float64(),
        "bool": pa.bool_(),
        "date32": pa.date32(),
    }
    fields = [
        pa.field(
            column.name,
            types[column.type],
            nullable=column.name not in table.key,
            metadata={"description": column.description},
        )
        for column in table.columns
    ]
    descriptions = {column.name: column.description for column in table.columns}
    return pa.schema(
        fields,
        metadata={
            "table": table.name,
            "key": ",".join(table.key),
            "schema_version": SCHEMA_VERSION,
            "column_descriptions": json.dumps(descriptions, ensure_ascii=False),
        },
    )


class _Sink:
    """An open Parquet file that is given rows and writes them a group at a time."""

    def __init__(self, table: TableSpec, path: Path) -> None:
        import pyarrow.parquet as pq

        self.table = table
        self.schema = arrow_schema(table)
        self.rows: list[Row] = []
        self.batches: list[pa.RecordBatch] = []
        self.writer = pq.ParquetWriter(path, self.schema, compression="zstd")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        try:
            if exception[0] is None:
                self._flush()
        finally:
            self.writer.close()

    def add(self, rows: Sequence[Row]) -> None:
        """Take `rows`, and write what has gathered when it is a group."""
        self.rows += rows
        if len(self.rows) >= BATCH_ROWS:
            self._pack()
        if sum(batch.num_rows for batch in self.batches) >= ROW_GROUP_ROWS:
            self._flush()

    def _pack(self) -> None:
        """Turn the rows into Arrow's arrays."""
        import pyarrow as pa

        arrays = [
            pa.array((row[field.name] for row in self.rows), type=field.type)
            for field in self.schema
        ]
        self.batches.append(pa.RecordBatch.from_arrays(arrays, schema=self.schema))
        self.rows = []

    def _flush(self) -> None:
        """Write a row group; also when it is empty, for a table without rows keeps its types."""
        import pyarrow as pa

        self._pack()
        table = pa.Table.from_batches(self.batches, schema=self.schema)
        self.writer.write_table(table)
        self.batches = []
