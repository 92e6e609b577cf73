"""One sample agreement with its tables, converted once, beside an input that failed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.report.builders import write_output
from tests.write.builders import rows_of_all

from prestatie_extract.pipeline import extract
from prestatie_extract.tagging.contents import NO_MODEL, load_nlp
from prestatie_extract.write import Failure, failure_to_rows, write_csv

BROKEN = Failure("kapot.pdf", "f" * 64, "broken_pdf", "the PDF is damaged: download it again")


@pytest.fixture(scope="session")
def whole(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder as a run writes it; nobody may write there."""
    out = tmp_path_factory.mktemp("verify") / "out"
    record = extract(samples / "merendaal-2025-2028.pdf", nlp=load_nlp(NO_MODEL))
    write_output(out, [record], [BROKEN])
    own, shared = rows_of_all([record])
    write_csv([own, failure_to_rows(BROKEN), shared], out)
    return out


@pytest.fixture
def out(whole: Path, tmp_path: Path) -> Path:
    """A copy of the output that a test may change."""
    return Path(shutil.copytree(whole, tmp_path / "out"))


@pytest.fixture
def record_path(out: Path) -> Path:
    """The one record in it."""
    [path] = (out / "json").iterdir()
    return path


@pytest.fixture(scope="session")
def content(whole: Path) -> dict[str, Any]:
    """What is in the record; nobody may change it."""
    [path] = (whole / "json").iterdir()
    read: dict[str, Any] = json.loads(path.read_bytes())
    return read
