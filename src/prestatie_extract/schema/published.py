"""All tables of an output folder."""

from __future__ import annotations

from prestatie_extract.schema.analysis_tables import ANALYSIS_TABLES
from prestatie_extract.schema.columns import TableSpec
from prestatie_extract.schema.entity_tables import ENTITY_TABLES
from prestatie_extract.schema.tables import RECORD_TABLES

TABLES: tuple[TableSpec, ...] = (*RECORD_TABLES, *ENTITY_TABLES, *ANALYSIS_TABLES)
"""In the order in which they are documented."""
