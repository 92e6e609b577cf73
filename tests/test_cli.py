from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from prestatie_extract import __version__
from prestatie_extract.cli import app
from prestatie_extract.cli.printable import to_printable
from prestatie_extract.errors import ExitCode

AGREEMENT = """# Prestatieafspraken Merendaal 2025-2028

Gemeente Merendaal en woningcorporatie Het Anker maken samen deze afspraken.

## 1 Beschikbaarheid

### 1.1 Afspraken

1. Het Anker bouwt in 2026 minimaal 80 woningen.
2. De gemeente wijst een bouwplek aan.
"""
HEAVY = ("numpy", "pandas", "pdfplumber", "pyarrow", "pydantic", "pypdfium2", "rich", "spacy")


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    path = tmp_path / "merendaal.md"
    path.write_text(AGREEMENT, encoding="utf-8")
    return path


def test_run_writes_and_sums_up(agreement: Path, tmp_path: Path) -> None:
    """Standard output stays empty; the summary on standard error counts what was found."""
    result = call("run", agreement, "--out", tmp_path / "out")
    assert result.exit_code == ExitCode.OK, result.stderr
    assert result.stdout == ""
    lines = [line for line in result.stderr.splitlines() if "merendaal.md" in line]
    assert lines[0] == "[1/1] merendaal.md: ok, 2 agreements, 1 targets"
    assert lines[1].split() == ["merendaal.md", "ok", "2", "1", "0", "100.0%"]
    assert "1 documents: 1 ok" in result.stderr.splitlines()
    assert len(list((tmp_path / "out" / "parquet").glob("*.parquet"))) == 11


def test_csv_where_asked(agreement: Path, tmp_path: Path) -> None:
    """The same tables as text, only on request."""
    call("run", agreement, "--out", tmp_path / "out")
    assert not (tmp_path / "out" / "csv").exists()
    assert call("run", agreement, "--out", tmp_path / "out", "--csv").exit_code == ExitCode.OK
    tables = {path.stem for path in (tmp_path / "out" / "parquet").iterdir()}
    assert {path.stem for path in (tmp_path / "out" / "csv").iterdir()} == tables
    text = (tmp_path / "out" / "csv" / "agreements.csv").read_text(encoding="utf-8")
    assert "Het Anker bouwt in 2026" in text


def test_run_tells_each_failure_on_one_line(agreement: Path, tmp_path: Path) -> None:
    """The reason and what to do next, with the file in front."""
    (tmp_path / "bad.pdf").write_text("<html>")
    result = call("run", tmp_path, "--out", tmp_path / "out")
    assert result.exit_code == ExitCode.SOME_FAILED
    [line] = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
    assert line.startswith("error: bad.pdf: this is not a PDF: ")
    assert agreement.name in result.stderr


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(["run", "gone/*.pdf", "--out", "out"], ExitCode.NO_INPUT, id="no-input"),
        pytest.param(["show", "gone.pdf"], ExitCode.NO_INPUT, id="no-file-to-show"),
        pytest.param(["show", "bad.pdf"], ExitCode.ALL_FAILED, id="not-a-pdf"),
        pytest.param(["run", "bad.pdf", "--out", "out"], ExitCode.ALL_FAILED, id="all-failed"),
        pytest.param(["run", "bad.pdf", "--out", "bad.pdf"], ExitCode.OUTPUT, id="no-folder"),
        pytest.param(["run", "bad.pdf"], ExitCode.USAGE, id="no-out"),
        pytest.param(["walk"], ExitCode.USAGE, id="no-such-command"),
        pytest.param(
            ["run", "x", "--out", "y", "--fail-on", "z"], ExitCode.USAGE, id="no-such-severity"
        ),
    ],
)
def test_exit_code_is_that_of_the_contract(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], expected: ExitCode
) -> None:
    """Every error is told on standard error, without a traceback."""
    monkeypatch.chdir(tmp_path)
    Path("bad.pdf").write_text("<html>")
    result = call(*arguments)
    assert result.exit_code == expected, result.stderr
    assert result.stdout == ""
    assert "error" in result.stderr.casefold()
    assert "Traceback" not in result.stderr


def test_fail_on_makes_findings_count(tmp_path: Path) -> None:
    """A gap in the numbering passes without the option and gives 3 with it."""
    path = tmp_path / "gap.md"
    path.write_text(AGREEMENT.replace("2. De", "3. De"), encoding="utf-8")
    arguments: list[str | Path] = ["run", path, "--out", tmp_path / "out"]
    assert call(*arguments).exit_code == ExitCode.OK
    assert call(*arguments, "--fail-on", "error").exit_code == ExitCode.OK
    assert call(*arguments, "--fail-on", "warning").exit_code == ExitCode.FINDINGS


def test_show_prints_the_record_and_nothing_else(agreement: Path) -> None:
    """Standard output can be piped into another program."""
    result = call("show", agreement)
    assert result.exit_code == ExitCode.OK, result.stderr
    record = json.loads(result.stdout)
    assert record["document"]["source_path"] == "merendaal.md"
    assert [a["number"] for a in record["agreements"]] == ["1", "2"]
    assert result.stderr == ""


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    """Neither from the text nor from the name of the file."""
    path = tmp_path / "a\x1b]0;title\x07.md"
    path.write_text(AGREEMENT.replace("bouwplek", "bouw\x1b[2J\x9bplek"), encoding="utf-8")
    for result in (call("show", path), call("run", path, "--out", tmp_path / "out")):
        assert not {"\x1b", "\x07", "\x9b"} & set(result.stdout + result.stderr)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gewoon – één", "gewoon – één"),
        ("\x1b[31mrood", "�[31mrood"),
        ("a\u202eb", "a�b"),
        ("  regel\nregel", "  regel regel"),
        ("\udceb", "�"),
    ],
)
def test_text_is_made_printable(text: str, expected: str) -> None:
    assert to_printable(text) == expected


@pytest.mark.parametrize("command", [[], ["run"], ["show"]], ids=["all", "run", "show"])
def test_help_lists_the_exit_codes(command: list[str]) -> None:
    """Every code stands on a line of its own with its meaning."""
    result = call(*command, "--help")
    lines = [line.split(maxsplit=1) for line in result.stdout.splitlines()]
    assert all([str(int(code)), code.meaning] in lines for code in ExitCode)


def test_version_is_printed() -> None:
    assert call("--version").stdout == f"{__version__}\n"


def test_module_runs_and_help_imports_nothing_heavy() -> None:
    """`--help` answers at once: what takes time is imported when it is needed."""
    result = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "prestatie_extract", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Usage" in result.stdout
    imported = {line.rpartition("|")[2].strip() for line in result.stderr.splitlines()}
    assert "typer" in imported
    assert not imported & set(HEAVY)


def test_package_gives_extract_when_asked(agreement: Path) -> None:
    """The one function that most need comes from the top of the package."""
    from prestatie_extract import extract

    record = extract(agreement)
    assert record.document.municipality == "Merendaal"
    assert [a.number for a in record.agreements] == ["1", "2"]


def test_package_has_nothing_else() -> None:
    import prestatie_extract

    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        _ = prestatie_extract.extrakt
