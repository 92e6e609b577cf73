"""What the repository publishes of what the code tells of itself: `make docs` writes it."""

from __future__ import annotations

from collections.abc import Callable

from tests.published.cli_page import describe_commands
from tests.published.man_page import man_page
from tests.published.versions import ROOT, write_versions

from prestatie_extract.findings.documentation import describe_findings
from prestatie_extract.write import (
    arrow_schemas_text,
    describe_record,
    describe_tables,
    record_schema_text,
)

PUBLISHED: dict[str, Callable[[], str]] = {
    "docs/DATA.md": describe_tables,
    "docs/RECORD.md": describe_record,
    "docs/schema/record.schema.json": record_schema_text,
    "docs/cli.md": describe_commands,
    "docs/findings.md": describe_findings,
    "docs/schema/tables.json": arrow_schemas_text,
    "man/prestatie-extract.1": man_page,
}
"""Each file of the repository and what it must hold."""


def write_published() -> None:
    """Write the files anew."""
    for name, make in PUBLISHED.items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(make(), encoding="utf-8", newline="\n")
    write_versions()
