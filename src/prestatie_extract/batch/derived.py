"""What other commands make of the tables: old as soon as these change."""

from __future__ import annotations

from prestatie_extract.batch.files import Folder

SITE, SITE_MARK = "report", "report/site.json"
DATABASE_SUFFIX = ".duckdb"


def find_derived(folder: Folder) -> tuple[str, ...]:
    """The names of the evidence pages and database files in an output folder, if there are any."""
    databases = [name for name in folder.names("") if name.endswith(DATABASE_SUFFIX)]
    site = [SITE] if folder.exists(SITE_MARK) else []
    return (*site, *databases)
