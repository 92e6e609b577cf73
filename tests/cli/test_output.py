"""What commands do with data that cannot be written where it should go."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from prestatie_extract.cli import app
from prestatie_extract.cli.output import put_out
from prestatie_extract.errors import ExitCode, OutputError

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has /dev/full")
def test_full_disk_behind_standard_output_is_told_on_one_line() -> None:
    """It is the output that could not be written, not a bug."""
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "prestatie_extract", "schema"],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == ExitCode.OUTPUT
    assert done.stderr.startswith(b"error: cannot write to standard output (")
    assert done.stderr.count(b"\n") == 1


def test_reader_that_has_seen_enough_changes_nothing() -> None:
    """As `| head` does."""
    with subprocess.Popen(
        [sys.executable, "-m", "prestatie_extract", "schema"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as started:  # fmt: skip
        assert started.stdout
        assert started.stderr
        started.stdout.close()
        said = started.stderr.read()
    assert (started.returncode, said) == (ExitCode.OK, b"")


def test_a_link_is_written_through(tmp_path: Path) -> None:
    """As /dev/stdout is one: no file may take its place."""
    target, link = tmp_path / "target.json", tmp_path / "link.json"
    target.touch()
    link.symlink_to(target)
    done = CliRunner().invoke(app, ["schema", "--out", str(link)])
    assert (done.exit_code, link.is_symlink()) == (ExitCode.OK, True)
    assert target.read_text(encoding="utf-8").startswith("{")


def test_folder_named_as_output_is_told_by_its_name(tmp_path: Path) -> None:
    """The message names what was asked for, not the folder it is in."""
    (tmp_path / "out").mkdir()
    with pytest.raises(OutputError, match=r"/out \("):
        put_out("text", tmp_path / "out")
