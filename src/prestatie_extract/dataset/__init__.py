"""Dataset: the tables of an output folder, for analysts.

loading     the tables as pandas DataFrames, with the joins people need
database    the same as a DuckDB file
"""

from __future__ import annotations

from prestatie_extract.dataset.database import write_database
from prestatie_extract.dataset.loading import Dataset, load, load_table

__all__ = ["Dataset", "load", "load_table", "write_database"]
