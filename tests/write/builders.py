"""Records as the rows of all tables."""

from __future__ import annotations

from collections.abc import Iterable

from prestatie_extract.analysis import analyse
from prestatie_extract.batch.entities import Entities, read_across
from prestatie_extract.schema import Record
from prestatie_extract.write import DocumentRows, record_to_json, record_to_rows


def rows_of(record: Record) -> DocumentRows:
    """The rows of a record and those of no document alone, as one."""
    own, shared = rows_of_all([record])
    return {**own, **shared}


def rows_of_all(records: Iterable[Record]) -> list[DocumentRows]:
    """The rows of each record, then those of no document alone."""
    records = list(records)
    read = [read_across(record_to_json(record).encode()) for record in records]
    entities = Entities(parties for parties, _ in filter(None, read))
    return [*(_linked(record, entities) for record in records), entities.shared_rows()]


def _linked(record: Record, entities: Entities) -> DocumentRows:
    rows = entities.link(record.document.document_id, record_to_rows(record))
    return {**rows, **analyse(record, {})}
