"""What was made earlier is made again exactly where something it depends on has changed."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import prestatie_extract
from prestatie_extract.batch.keys import hash_model, make_keys
from prestatie_extract.errors import ModelMissing
from prestatie_extract.findings.kinds import RECORD_GROUPS, STRUCTURE_GROUPS, hash_messages
from prestatie_extract.read import OcrMode
from prestatie_extract.tagging.contents import NO_MODEL, find_model
from prestatie_extract.vocabulary import READ_TABLES, STRUCTURE_TABLES, table_names

PACKAGE = Path(prestatie_extract.__file__).parent
SAMPLE = PACKAGE.parents[1] / "data" / "raw" / "merendaal-2025-2028.pdf"
LOADERS = {"load_rows", "load_column", "stems_pattern"}
SHARED = ("vocabulary/column_words.py", "vocabulary/party_words.py")
"""Modules that look things up for structure and tagging alike."""


def tables_used_by(paths: Iterator[Path]) -> set[str]:
    """The names of the tables that modules load."""
    calls = (n for path in paths for n in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {
        ast.literal_eval(call.args[0])
        for call in calls
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in LOADERS
    }


def test_tables_are_those_that_the_stages_use() -> None:
    """Else a changed word list would leave something old behind."""
    assert tables_used_by((PACKAGE / "read").rglob("*.py")) == set(READ_TABLES)
    structure = [*(PACKAGE / "layout").rglob("*.py"), *(PACKAGE / "structure").rglob("*.py")]
    shared = [PACKAGE / name for name in SHARED]
    used = tables_used_by(iter([*structure, *shared]))
    assert used == set(STRUCTURE_TABLES)
    assert set(STRUCTURE_TABLES) < set(table_names())


def test_ocr_matters_to_scans_only() -> None:
    """Who installs it has the scans read again and nothing else; force is for all."""
    without, with_it = make_keys(OcrMode.AUTO, None), make_keys(OcrMode.AUTO, "tesseract 5")
    assert without.plain == with_it.plain
    assert without.scanned != with_it.scanned
    assert make_keys(OcrMode.NEVER, "tesseract 5").plain == with_it.plain
    assert make_keys(OcrMode.FORCE, "tesseract 5").plain != with_it.plain


def test_model_matters_to_records_only() -> None:
    one, other = (make_keys(OcrMode.AUTO, None, model).plain for model in ("a-1", "a-2"))
    assert (one.source, one.draft) == (other.source, other.draft)
    assert one.record != other.record


@pytest.mark.parametrize(
    ("table", "row", "made_again"),
    [
        pytest.param("units", "", set(), id="nothing"),
        pytest.param("units", "# another word\n", {"record"}, id="tagging-only"),
        pytest.param("columns", "# another word\n", {"record", "draft"}, id="structure"),
    ],
)
def test_changed_vocabulary_leaves_the_stages_before_it(
    tmp_path: Path, table: str, row: str, made_again: set[str]
) -> None:
    """The PDF is not read again; what only tagging looks up leaves the structure too."""
    shutil.copytree(PACKAGE, tmp_path / "src" / "prestatie_extract")
    convert(tmp_path)
    made = {path: path.stat().st_mtime_ns for path in made_files(tmp_path)}
    vocabulary = tmp_path / "src" / "prestatie_extract" / "vocabulary" / f"{table}.csv"
    vocabulary.write_text(vocabulary.read_text("utf-8") + row, encoding="utf-8")
    convert(tmp_path)
    changed = {path for path in made_files(tmp_path) if path.stat().st_mtime_ns != made[path]}
    kinds = {"record" if path.suffix == ".json" else path.suffix[1:] for path in changed}
    assert kinds == made_again


def test_message_of_a_stage_matters_to_what_it_is_written_in() -> None:
    """Those of checks of records do not: no record holds one."""
    kinds = {group: hash_messages((group,)) for group in (*RECORD_GROUPS, "contract", "gates")}
    assert len(set(kinds.values())) == len(kinds)
    assert set(STRUCTURE_GROUPS) < set(RECORD_GROUPS)
    assert not {"contract", "gates", "failure"} & set(RECORD_GROUPS)


def convert(folder: Path) -> None:
    """By the copy of the package in `folder`."""
    arguments = [
        "run",
        str(SAMPLE),
        "--out",
        str(folder / "out"),
        "--jobs",
        "1",
        "--quiet",
        "--model",
        "none",
    ]
    subprocess.run(
        [sys.executable, "-m", "prestatie_extract", *arguments],
        env=os.environ | {"PYTHONPATH": str(folder / "src")},
        cwd=folder,
        check=True,
    )


def made_files(folder: Path) -> list[Path]:
    """The record and the stages of the one document."""
    out = folder / "out"
    return [*(out / "json").iterdir(), *(out / ".prestatie" / "stages").iterdir()]


def test_any_change_of_the_model_is_another_model(tmp_path: Path) -> None:
    """Its version number may stay; without one nothing is looked at."""
    assert hash_model(NO_MODEL) == ""
    shipped = find_model()
    assert shipped is not None
    copy = shutil.copytree(shipped, tmp_path / "model")
    assert hash_model(str(copy)) == hash_model("")
    weights = copy / "themes" / "model"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x01")
    assert hash_model(str(copy)) != hash_model("")
    with pytest.raises(ModelMissing):
        hash_model(str(tmp_path / "nowhere"))
