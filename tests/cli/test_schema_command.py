from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from prestatie_extract.cli import app
from prestatie_extract.errors import ExitCode
from prestatie_extract.schema.published import TABLES
from prestatie_extract.write import describe_record, describe_tables


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["schema", *map(str, arguments)])


def test_json_schema_is_what_is_printed_without_options() -> None:
    """On standard output, and nothing beside it."""
    result = call()
    assert json.loads(result.stdout)["title"] == "Record of one document"
    assert result.stderr == ""


def test_file_holds_what_would_be_printed(tmp_path: Path) -> None:
    """And nothing is printed then."""
    path = tmp_path / "new" / "tables.json"
    assert call("--format", "arrow", "--out", path).stdout == ""
    assert path.read_text(encoding="utf-8") == call("--format", "arrow").stdout


def test_markdown_has_record_and_tables() -> None:
    assert call("--format", "markdown").stdout == f"{describe_record()}\n{describe_tables()}"


@pytest.mark.parametrize("form", ["arrow", "markdown"])
def test_one_table_alone(form: str) -> None:
    """Its columns are there, those of the others are not."""
    printed = call("--format", form, "--table", "provenance").stdout
    assert "bottom" in printed
    assert "qualifier" not in printed


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--format", "arrow", "--table", "targts"], ExitCode.USAGE, "there is targets"),
        (["--format", "arrow", "--table", "x"], ExitCode.USAGE, TABLES[-1].name),
        (["--table", "targets"], ExitCode.USAGE, "add --format arrow"),
        (["--format", "xml"], ExitCode.USAGE, "jsonschema"),
        (["--out", "."], ExitCode.USAGE, "is a directory"),
        (["--out", "taken/file"], ExitCode.OUTPUT, "choose another --out"),
    ],
    ids=["near", "far", "record-has-none", "no-such-format", "folder", "not-a-folder"],
)
def test_wrong_use_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("taken").touch()
    result = call(*arguments)
    assert result.exit_code == code
    assert result.stdout == ""
    assert said in " ".join(result.stderr.split())
