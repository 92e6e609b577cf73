"""Two sample agreements, converted once, and the site that is made of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from prestatie_extract.batch import Settings, convert
from prestatie_extract.report import write_site
from prestatie_extract.schema import Record
from prestatie_extract.tagging.contents import NO_MODEL
from prestatie_extract.write import json_to_record

NAMES = ("elsvenne-2026-2030.pdf", "merendaal-2025-2028.pdf")


@pytest.fixture(scope="session")
def converted(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a run over two samples; nobody may write there."""
    out = tmp_path_factory.mktemp("converted")
    convert([samples / name for name in NAMES], out, Settings(model=NO_MODEL))
    return out


@pytest.fixture(scope="session")
def site(converted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that output; nobody may write there."""
    folder = tmp_path_factory.mktemp("sites") / "site"
    write_site(converted, folder)
    return folder


@pytest.fixture
def out(converted: Path, tmp_path: Path) -> Path:
    """A copy of the output that a test may change, at another place."""
    return Path(shutil.copytree(converted, tmp_path / "out"))


@pytest.fixture(scope="session")
def records(converted: Path) -> dict[str, Record]:
    """The records by the name of their document."""
    found = (json_to_record(p.read_bytes()) for p in sorted((converted / "json").iterdir()))
    return {record.document.source_path: record for record in found}
