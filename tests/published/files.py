"""What the repository publishes of what the code tells of itself: `make docs` writes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.published.cli_page import describe_commands
from tests.published.man_page import man_page

from prestatie_extract.findings.documentation import describe_findings
from prestatie_extract.schema import SCHEMA_VERSION
from prestatie_extract.schema.json_schema import structure_sha256
from prestatie_extract.write import (
    arrow_schemas_text,
    describe_record,
    describe_tables,
    record_schema_text,
)

ROOT = Path(__file__).resolve().parents[2]
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

VERSIONS = "docs/schema/versions.csv"
"""A row a `schema_version`, only ever added to: what programs may rely on in it."""


def read_versions(text: str) -> dict[str, str]:
    """The structure's SHA-256 of each `schema_version`, in the order of the file."""
    rows = [line.split(",") for line in text.splitlines()[1:]]
    return {row[0]: row[1] for row in rows}


def write_published() -> None:
    """Write the files anew; a version that is there keeps its row."""
    for name, make in PUBLISHED.items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(make(), encoding="utf-8", newline="\n")
    versions = ROOT / VERSIONS
    text = versions.read_text(encoding="utf-8")
    if SCHEMA_VERSION not in read_versions(text):
        row = f"{SCHEMA_VERSION},{structure_sha256()}\n"
        versions.write_text(text + row, encoding="utf-8", newline="\n")
