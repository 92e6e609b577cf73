"""The published contract: the record of one document and the columns of the tables.

A key is the attribute, the column and the test name too. Keys may be added; a key keeps its name
and meaning. Stages make dataclasses (`document`); `validate` turns them into these models.
"""

from __future__ import annotations

from prestatie_extract.schema.codes import SCHEMA_VERSION
from prestatie_extract.schema.record import Record

__all__ = ["SCHEMA_VERSION", "Record"]
