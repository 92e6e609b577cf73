"""The same command again: what is done is skipped, what changed is done anew, nothing is lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.batch.builders import (
    RECIPE,
    new_names,
    published,
    read_rows,
    run,
    write_agreement,
    write_agreements,
)

from prestatie_extract.batch import Limits
from prestatie_extract.batch.files import Folder
from prestatie_extract.batch.lock import locked
from prestatie_extract.errors import OutputInUse
from prestatie_extract.tagging.contents import NO_MODEL

PATIENCE_SECONDS = 60.0
MANY = 60  # documents, so that an interrupt comes before the last


def make_folder(folder: Path) -> Path:
    """Three agreements, a text that is none and a file that is broken."""
    write_agreements(folder, 3)
    (folder / "recipe.md").write_text(RECIPE, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    return folder


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("first")
    run(make_folder(root / "in"), root / "out")
    return root / "out"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "in")


@pytest.fixture
def out(tmp_path: Path, first_run: Path) -> Path:
    """The output of a first run; it can be moved, for it knows no absolute path."""
    shutil.copytree(first_run, tmp_path / "out")
    return tmp_path / "out"


def test_unchanged_documents_are_skipped(folder: Path, out: Path) -> None:
    """Failed ones too; the tables are not even written again."""
    before = {path: path.stat().st_mtime_ns for path in (out / "parquet").iterdir()}
    result = run(folder, out)
    assert new_names(result) == []
    assert len(result.outcomes) == 5
    assert {path: path.stat().st_mtime_ns for path in (out / "parquet").iterdir()} == before


def test_what_is_remembered_stays_out_of_git(out: Path) -> None:
    """Who commits an output folder commits the records and tables alone."""
    assert (out / ".prestatie" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_changed_and_new_documents_are_converted(folder: Path, out: Path, tmp_path: Path) -> None:
    """The rest stays; the result is that of a run from nothing."""
    write_agreement(folder / "new.md", "Vaartmeer")
    (folder / "recipe.md").write_text(RECIPE.replace("vier", "vijf"), encoding="utf-8")
    assert sorted(new_names(run(folder, out, prune=True))) == ["new.md", "recipe.md"]
    run(folder, tmp_path / "fresh")
    assert published(out) == published(tmp_path / "fresh")


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda out: shutil.rmtree(out / "json"), id="records-deleted"),
        pytest.param(lambda out: shutil.rmtree(out / "parquet"), id="tables-deleted"),
        pytest.param(lambda out: shutil.rmtree(out / ".prestatie"), id="memory-deleted"),
        pytest.param(
            lambda out: [p.write_text("{}") for p in (out / "json").iterdir()], id="records-edited"
        ),
        pytest.param(
            lambda out: [p.write_bytes(b"x") for p in (out / ".prestatie").rglob("*.*")],
            id="memory-damaged",
        ),
    ],
)
def test_output_that_was_spoiled_is_made_again(
    folder: Path, out: Path, spoil: Callable[[Path], object]
) -> None:
    """Whatever somebody took away or changed."""
    whole = published(out)
    spoil(out)
    run(folder, out)
    assert published(out) == whole


def test_renamed_document_is_published_by_its_new_name(
    folder: Path, out: Path, tmp_path: Path
) -> None:
    """As in a run from nothing; its record is not there twice."""
    (folder / "Merendaal.md").rename(folder / "renamed.md")
    run(folder, out)
    run(folder, tmp_path / "fresh")
    assert published(out) == published(tmp_path / "fresh")


def test_second_name_for_the_same_content_is_recorded(folder: Path, out: Path) -> None:
    """Without converting it again."""
    shutil.copy(folder / "Merendaal.md", folder / "Z.md")
    assert new_names(run(folder, out)) == []
    paths = {row["source_path"]: row["duplicate_paths"] for row in read_rows(out, "documents")}
    assert paths["Merendaal.md"] == "Z.md"


def test_removed_document_stays_until_pruned(folder: Path, out: Path, tmp_path: Path) -> None:
    """It is reported each time."""
    (folder / "Merendaal.md").unlink()
    result = run(folder, out)
    assert result.missing == ("Merendaal.md",)
    assert "Merendaal.md" in {row["source_path"] for row in read_rows(out, "documents")}
    assert run(folder, out, prune=True).is_pruned
    run(folder, tmp_path / "fresh")
    assert published(out) == published(tmp_path / "fresh")
    assert run(folder, out).missing == ()


def test_csv_does_not_go_stale(folder: Path, out: Path) -> None:
    """Where there are tables as CSV they follow the others, asked for or not."""
    run(folder, out, with_csv=True)
    write_agreement(folder / "new.md", "Vaartmeer")
    run(folder, out)
    assert "new.md" in (out / "csv" / "documents.csv").read_text(encoding="utf-8")


def test_files_of_others_stay_beside_the_tables(folder: Path, out: Path) -> None:
    """The folder is replaced as a whole, but not what somebody else put there."""
    (out / "parquet" / "notes.txt").write_text("mine")
    write_agreement(folder / "new.md", "Vaartmeer")
    run(folder, out)
    assert (out / "parquet" / "notes.txt").read_text() == "mine"
    assert "new.md" in {row["source_path"] for row in read_rows(out, "documents")}


def test_stopped_document_is_tried_again_with_other_limits(folder: Path, tmp_path: Path) -> None:
    """With the same limits it is skipped; those that were done stay done."""
    out = tmp_path / "out"
    short = Limits(timeout_seconds=0.001)
    result = run(folder, out, limits=short)
    assert {o.error_code for o in result.outcomes} == {"time_limit"}
    first = result.outcomes[0]
    command = f"prestatie-extract show {first.name} --timeout 0.001 --memory 2GB"
    assert command in str(first.error_message)
    assert new_names(run(folder, out, limits=short)) == []
    assert len(new_names(run(folder, out))) == 5
    run(folder, tmp_path / "fresh")
    assert published(out) == published(tmp_path / "fresh")


def test_failed_documents_are_tried_again_where_asked(folder: Path, out: Path) -> None:
    """Only those without a record."""
    assert new_names(run(folder, out, retry_failed=True)) == ["broken.pdf"]


def test_folder_in_use_is_refused(folder: Path, out: Path) -> None:
    """The message names who writes there."""
    with locked(Folder(str(out))), pytest.raises(OutputInUse, match=f"process {os.getpid()} on"):
        run(folder, out)
    assert run(folder, out).outcomes


# --------------------------------------------------------------------------------- kill -9


def command(folder: Path, out: Path) -> list[str]:
    arguments = [
        "run",
        str(folder),
        "--out",
        str(out),
        "--jobs",
        "2",
        "--format",
        "csv",
        "--model",
        NO_MODEL,
    ]
    return [sys.executable, "-m", "prestatie_extract", *arguments]


@pytest.mark.parametrize("after", [1, 4])
def test_killed_run_goes_on(tmp_path: Path, after: int) -> None:
    """The same command ends in the bytes of an undisturbed run."""
    folder, out = tmp_path / "in", tmp_path / "out"
    write_agreements(folder)
    started = subprocess.Popen(command(folder, out), stderr=subprocess.DEVNULL)
    entries = out / ".prestatie" / "documents"
    wait_for(lambda: entries.exists() and len(list(entries.glob("*.json"))) >= after)
    started.send_signal(signal.SIGKILL)
    started.wait()
    subprocess.run(command(folder, out), stderr=subprocess.DEVNULL, check=True)
    run(folder, tmp_path / "fresh", with_csv=True)
    assert published(out) == published(tmp_path / "fresh")


def test_what_a_killed_run_was_writing_is_taken_away(folder: Path, out: Path) -> None:
    """Half a record and half a set of tables; files of somebody else stay."""
    before = published(out)
    for name in ("json/.a.json.77.tmp", ".parquet.77.tmp/x.parquet", ".prestatie/.tables.77.tmp"):
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_text("half")
    (out / ".report.78.tmp").mkdir()
    run(folder, out)
    assert published(out) == before
    assert sorted(path.name for path in out.rglob("*.tmp")) == [".report.78.tmp"]


def test_interrupted_command_says_so(tmp_path: Path) -> None:
    """Exit code 130, one line and no traceback; what was finished is in the tables."""
    folder, out = tmp_path / "in", tmp_path / "out"
    for number in range(MANY):
        write_agreement(folder / f"{number}.md", f"Kern{number}")
    started = subprocess.Popen(
        command(folder, out),
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=take_interrupts,  # noqa: PLW1509 (the test has one thread)
    )
    entries = out / ".prestatie" / "documents"
    wait_for(lambda: entries.exists() and any(entries.glob("*.json")))
    started.send_signal(signal.SIGINT)
    _, said = started.communicate(timeout=PATIENCE_SECONDS)
    assert started.returncode == 130
    assert "the same command goes on" in said
    assert "Traceback" not in said
    assert read_rows(out, "documents")


def take_interrupts() -> None:
    """A shell has what it starts in the background ignore them."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def wait_for(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.002)
