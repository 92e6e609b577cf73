from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.diff.builders import make_record
from tests.diff.pairs import CHANGED_NUMBER, OLD
from typer.testing import CliRunner, Result

from prestatie_extract.cli import app
from prestatie_extract.cli.diff_command import CLASSES as OFFERED
from prestatie_extract.cli.diff_command import DiffFormat
from prestatie_extract.diff import CLASSES, Form
from prestatie_extract.write import record_to_json


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["diff", *(str(argument) for argument in arguments)])


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old" / "json" / "merendaal.json"
    path.parent.mkdir(parents=True)
    path.write_text(record_to_json(make_record(OLD)), encoding="utf-8")
    return path


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "new" / "json" / "merendaal.json"
    path.parent.mkdir(parents=True)
    path.write_text(record_to_json(make_record(CHANGED_NUMBER.new)), encoding="utf-8")
    return path


def test_difference_is_printed(old: Path, new: Path) -> None:
    """Two files are compared, and a difference is no failure unless it is asked to be."""
    result = call(old, new)
    assert result.exit_code == 0
    assert "maximaal 180 → 150 sociale huurwoningen" in result.stdout
    assert result.stderr == ""


def test_folders_are_compared(old: Path, new: Path) -> None:
    """Two output folders give what their records give."""
    result = call(old.parents[1], new.parents[1], "--format", "json")
    (document,) = json.loads(result.stdout)["documents"]
    assert (document["paired_by"], document["counts"]["changed"]) == ("path", 3)


CODES = [
    ([], 3),
    (["--only", "changed"], 3),
    (["--only", "new,dropped"], 0),
    (["--only", "same"], 3),
]


@pytest.mark.parametrize(("options", "code"), CODES, ids=[" ".join(o) for o, _ in CODES])
def test_exit_code_tells_of_a_difference(
    options: list[str], code: int, old: Path, new: Path
) -> None:
    """With --exit-code it is 3 where anything that was asked for is found."""
    assert call(old, new, "--exit-code", *options).exit_code == code


def test_no_difference_is_0(old: Path) -> None:
    """A folder compared with itself has no difference."""
    result = call(old.parents[1], old.parents[1], "--exit-code")
    assert result.exit_code == 0
    assert result.stdout == "1 document: 12 same\n"


def test_out_writes_a_file(old: Path, new: Path, tmp_path: Path) -> None:
    """With --out standard output stays empty."""
    path = tmp_path / "site" / "changes.html"
    result = call(old, new, "--format", "html", "--out", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_wrong_input_is_told_on_one_line(old: Path, tmp_path: Path) -> None:
    """A path that is not there is 6, a file that is no record 2, an unwritable --out 7."""
    text = tmp_path / "plan.txt"
    text.write_text("Prestatieafspraken", encoding="utf-8")
    for arguments, code in (
        ((old, tmp_path / "none"), 6),
        ((tmp_path / "new", old), 6),
        ((old, text), 2),
        ((old, old, "--out", text / "x.html"), 7),
    ):
        result = call(*arguments)
        assert result.exit_code == code
        assert result.stderr.startswith("error: ")
        assert result.stderr.count("\n") == 1


def test_unknown_class_is_wrong_use(old: Path) -> None:
    """The classes that there are are named."""
    result = call(old, old, "--only", "changed,removed")
    assert result.exit_code == 2
    assert "dropped" in result.stderr


def test_output_does_not_depend_on_the_terminal(old: Path, new: Path) -> None:
    """The arrow is printed where the terminal says that it knows ASCII only."""
    command = [sys.executable, "-m", "prestatie_extract", "diff", str(old), str(new)]
    done = subprocess.run(
        command, capture_output=True, check=True, env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii",
                                                       "PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip
    assert "180 → 150" in done.stdout.decode()


def test_command_offers_what_there_is() -> None:
    """The forms and classes that `--help` names without loading anything are those there are."""
    assert OFFERED == CLASSES
    assert [form.value for form in DiffFormat] == [form.value for form in Form]
