from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from prestatie_extract import __version__
from prestatie_extract.batch import BatchResult, Outcome
from prestatie_extract.batch.messages import Summary, Unapplied
from prestatie_extract.cli import app
from prestatie_extract.cli.printable import to_printable
from prestatie_extract.cli.sizes import parse_size
from prestatie_extract.cli.summary import find_worst, summary_lines
from prestatie_extract.errors import ExitCode
from prestatie_extract.schema.published import TABLES

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
    assert len(list((tmp_path / "out" / "parquet").glob("*.parquet"))) == len(TABLES)


def test_csv_where_asked(agreement: Path, tmp_path: Path) -> None:
    """The same tables as text, only on request."""
    call("run", agreement, "--out", tmp_path / "out")
    assert not (tmp_path / "out" / "csv").exists()
    assert (
        call("run", agreement, "--out", tmp_path / "out", "--format", "csv").exit_code
        == ExitCode.OK
    )
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


def test_quiet_prints_errors_only(agreement: Path, tmp_path: Path) -> None:
    """And nothing where there are none."""
    assert call("run", agreement, "--out", tmp_path / "out", "--quiet").stderr == ""
    (tmp_path / "bad.pdf").write_text("<html>")
    result = call("run", tmp_path / "bad.pdf", "--out", tmp_path / "out", "-q")
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["error"]


def test_log_has_the_time_and_outcome_of_each(agreement: Path, tmp_path: Path) -> None:
    """It is appended to, run after run."""
    paths: dict[str, Path] = {"--out": tmp_path / "out", "--log": tmp_path / "run.log"}
    arguments = ["run", agreement, *(part for pair in paths.items() for part in pair)]
    for _ in range(2):
        assert call(*arguments).exit_code == ExitCode.OK
    lines = (tmp_path / "run.log").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if "merendaal.md: ok, 2 agreements" in line]) == 2
    assert lines[-1].endswith("1 documents: 1 ok (1 unchanged)")
    assert all(re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ ", line) for line in lines)


def test_log_that_cannot_be_written_is_told_first(agreement: Path, tmp_path: Path) -> None:
    result = call("run", agreement, "--out", tmp_path / "out", "--log", tmp_path / "no" / "log")
    assert result.exit_code == ExitCode.OUTPUT
    assert "choose another --log" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("agreement")
def test_terminal_shows_a_bar(tmp_path: Path) -> None:
    """With documents, pages a second and failures so far; errors stand above it."""
    (tmp_path / "bad.pdf").write_text("<html>")
    terminal, side = os.openpty()
    arguments = ["run", str(tmp_path), "--out", str(tmp_path / "out"), "--jobs", "1"]
    started = subprocess.Popen(
        [sys.executable, "-m", "prestatie_extract", *arguments],
        stderr=side,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "120"},
    )
    os.close(side)
    said = read_all(terminal)
    assert started.wait() == ExitCode.SOME_FAILED
    assert "error: bad.pdf: this is not a PDF" in said
    for part in ("pages/s", "2/2", "1 failed", "1 ok, 1 failed"):
        assert part in said


def read_all(terminal: int) -> str:
    """What is printed on a terminal until its other side is closed."""
    said = b""
    try:
        while chunk := os.read(terminal, 65536):
            said += chunk
    except OSError:  # Linux' way to say that it is closed
        pass
    os.close(terminal)
    return said.decode()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2GB", 2 * 10**9), ("1.5 g", 15 * 10**8), ("800M", 800 * 10**6), ("2000000000", 2 * 10**9)],
)
def test_amounts_of_memory(text: str, expected: int) -> None:
    assert parse_size(text) == expected


@pytest.mark.parametrize("text", ["much", "-2GB", "100MB", "2 G B"])
def test_amounts_that_are_none(text: str) -> None:
    """With an example of what to write."""
    with pytest.raises(typer.BadParameter, match=r"for example 2GB|at least 500MB"):
        parse_size(text)


def outcome(name: str, **found: Any) -> Outcome:
    return Outcome(name, summary=Summary(**found), status="ok" if found else "failed")


def test_worst_documents_come_first() -> None:
    """Failed, then by errors and warnings, then by what was lost; a few are all shown."""
    good = [outcome(f"good{n}", assigned_ratio=1.0) for n in range(12)]
    lossy = outcome("lossy", assigned_ratio=0.5)
    warned = outcome("warned", findings={"warning": 3}, assigned_ratio=1.0)
    failed = outcome("failed")
    worst = find_worst([*good, lossy, warned, failed])
    assert [o.name for o in worst][:4] == ["failed", "warned", "lossy", "good0"]
    assert len(worst) == 10
    assert [o.name for o in find_worst([good[0], failed])] == ["good0", "failed"]


def test_summary_counts_and_names() -> None:
    """Long lists end in a number."""
    many = tuple(f"copy{n}.pdf" for n in range(12))
    done = [replace(outcome("a.pdf", assigned_ratio=1.0), duplicates=many), outcome("b.pdf")]
    lines = list(summary_lines(BatchResult(tuple(done), missing=("c.pdf",))))
    assert lines[0] == "2 documents: 1 ok, 1 failed"
    assert lines[1] == "copy0.pdf: same content as a.pdf, converted once"
    assert lines[11] == "and 2 more with the same content as another"
    assert (
        lines[12] == "c.pdf: no longer among the inputs, kept in the tables; --prune takes it out"
    )


def test_summary_tells_corrections_that_are_not_applied() -> None:
    """Where each stands and why; the first ten, and how many more there are."""
    told = tuple(Unapplied("a.yaml", f"0123456789ab/1/{n}", "kind", "so") for n in range(10))
    many = outcome(
        "a.pdf", corrections={"refused": 11, "outdated": 2, "applied": 5}, unapplied=told
    )
    other = Unapplied("b.yaml", "ffff456789ab/1/1", "theme", "theme takes overig")
    lines = list(summary_lines(BatchResult((many, outcome("b.pdf", unapplied=(other,))))))
    assert lines[1:3] == [
        "18 corrections: 5 applied, 2 outdated, 11 refused",
        "a.yaml: 0123456789ab/1/0: kind: so",
    ]
    assert lines[-1] == "and 3 more corrections that are not applied"
    few = outcome("b.pdf", corrections={"refused": 1}, unapplied=(other,))
    assert list(summary_lines(BatchResult((few,))))[-1] == (
        "b.yaml: ffff456789ab/1/1: theme: theme takes overig"
    )


def test_refused_correction_is_told_with_its_reason(agreement: Path, tmp_path: Path) -> None:
    """Also by the next run, which has nothing to do."""
    folder = write_correction(tmp_path / "mine", agreement, "wonen")
    for _ in range(2):
        result = call("run", agreement, "--out", tmp_path / "out", "--corrections", folder)
        [line] = [line for line in result.stderr.splitlines() if line.startswith("a.yaml: ")]
        assert ": theme: theme takes beschikbaarheid, " in line


def test_what_was_made_of_older_tables_is_told(agreement: Path, tmp_path: Path) -> None:
    """With the command that makes it again; not where the tables stay as they are."""
    out = tmp_path / "out"
    (out / "report").mkdir(parents=True)
    (out / "report" / "site.json").write_text("{}", encoding="utf-8")
    (out / "mine.duckdb").touch()
    first, again = (call("run", agreement, "--out", out).stderr for _ in range(2))
    for name, command in (("report", "report"), ("mine.duckdb", "db")):
        told = f"{name}: made of the tables before this run: make it again with prestatie-extract "
        assert f"{told}{command}" in first
        assert told not in again


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


@pytest.mark.parametrize(
    "command", [[], ["run"], ["show"], ["report"]], ids=["all", "run", "show", "report"]
)
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


def test_rules_alone_where_asked(agreement: Path) -> None:
    """The record says that it was made without the model, and leaves open what no rule tells."""
    plain = json.loads(call("show", agreement, "--model", "none").stdout)
    judged = json.loads(call("show", agreement).stdout)
    assert plain["document"]["extractor"]["model"] is None
    assert judged["document"]["extractor"]["model"].startswith("nl_prestatie-")
    codes = [{finding["code"] for finding in record["findings"]} for record in (plain, judged)]
    assert ["model_off" in found for found in codes] == [True, False]
    [building, pointing] = plain["agreements"]
    assert (building["concreteness"], building["concreteness_source"]) == (3, "rule")
    assert (building["commitment_type"], pointing["concreteness"]) == (None, None)
    assert all(agreement["commitment_type"] for agreement in judged["agreements"])


@pytest.mark.parametrize("command", ["run", "show"])
def test_missing_model_is_told_at_once(command: str, agreement: Path, tmp_path: Path) -> None:
    """On one line with what to do; nothing is converted."""
    out = ("--out", tmp_path / "out") if command == "run" else ()
    result = call(command, agreement, *out, "--model", tmp_path / "nowhere")
    assert result.exit_code == ExitCode.USAGE
    [line] = result.stderr.splitlines()
    assert "nowhere" in line
    assert "--model none" in line


def test_model_of_another_kind_is_told(agreement: Path, tmp_path: Path) -> None:
    """A folder that looks like a pipeline and is none."""
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "meta.json").write_text('{"lang": "nl", "name": "x"}', encoding="utf-8")
    result = call("run", agreement, "--out", tmp_path / "out", "--model", folder)
    assert result.exit_code == ExitCode.ALL_FAILED
    assert "no language model that this version can load" in result.stderr


def write_correction(folder: Path, agreement: Path, value: str = "leefbaarheid") -> Path:
    """A folder that corrects the theme of the first agreement."""
    folder.mkdir(exist_ok=True)
    document_id = hashlib.sha256(agreement.read_bytes()).hexdigest()[:12]
    entry = {"agreement_id": f"{document_id}/1.1/1", "field": "theme", "value": value}
    (folder / "a.yaml").write_text(json.dumps([entry]), encoding="utf-8")
    return folder


def test_corrections_are_applied_where_they_are_named(agreement: Path, tmp_path: Path) -> None:
    """By both commands; the summary counts them."""
    folder = write_correction(tmp_path / "mine", agreement)
    result = call("run", agreement, "--out", tmp_path / "out", "--corrections", folder)
    assert result.exit_code == ExitCode.OK, result.stderr
    assert "1 corrections: 1 applied" in result.stderr.splitlines()
    shown = call("show", agreement, "--corrections", folder)
    assert json.loads(shown.stdout)["agreements"][0]["theme"] == "leefbaarheid"
    assert shown.stderr == ""


def test_usual_folder_of_corrections_is_taken(
    agreement: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And told, unless quiet is asked for; `none` leaves it out."""
    monkeypatch.chdir(tmp_path)
    write_correction(Path("corrections"), agreement)
    told = call("show", agreement)
    assert json.loads(told.stdout)["agreements"][0]["corrected"] == ["theme"]
    assert "--corrections none leaves them out" in told.stderr
    without = call("show", agreement, "--corrections", "none")
    assert json.loads(without.stdout)["corrections"] == []
    assert without.stderr == ""
    assert call("run", agreement, "--out", "out", "--quiet").stderr == ""


@pytest.mark.parametrize("command", ["run", "show"])
def test_corrections_that_are_not_read_are_told(
    command: str, agreement: Path, tmp_path: Path
) -> None:
    """What Notepad calls a.yaml.txt; with --quiet errors alone."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "a.yaml.txt").write_text("[]", encoding="utf-8")
    out = ("--out", tmp_path / "out") if command == "run" else ()
    result = call(command, agreement, *out, "--corrections", folder)
    assert result.exit_code == ExitCode.OK
    assert f"warning: {folder / 'a.yaml.txt'} is not read: name it a.yaml\n" in result.stderr
    assert f"warning: no corrections in {folder}: " in result.stderr
    if command == "run":
        assert call(command, agreement, *out, "-q", "--corrections", folder).stderr == ""


@pytest.mark.parametrize("command", ["run", "show"])
def test_wrong_corrections_are_told_at_once(command: str, agreement: Path, tmp_path: Path) -> None:
    """On one line with file and line; nothing is converted."""
    folder = write_correction(tmp_path / "mine", agreement)
    (folder / "b.yaml").write_text("- field: theme\n  thema: x\n", encoding="utf-8")
    out = ("--out", tmp_path / "out") if command == "run" else ()
    result = call(command, agreement, *out, "--corrections", folder)
    assert result.exit_code == ExitCode.USAGE
    [line] = result.stderr.splitlines()
    assert "b.yaml, line 1: unknown key 'thema'" in line
    assert not (tmp_path / "out").exists()


def test_corrections_that_meet_nothing_are_named(agreement: Path, tmp_path: Path) -> None:
    """With the file they stand in and what to do."""
    folder = tmp_path / "mine"
    folder.mkdir()
    text = "- {agreement_id: 000000000000/1/1, field: kind, value: inzet}"
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    result = call("run", agreement, "--out", tmp_path / "out", "--corrections", folder)
    assert result.exit_code == ExitCode.OK
    assert "1 corrections: 1 unknown document" in result.stderr
    assert "a.yaml: 000000000000/1/1: no such document in the output" in result.stderr


def test_package_corrects_when_asked(agreement: Path, tmp_path: Path) -> None:
    """`extract` applies those of its document."""
    from prestatie_extract import extract
    from prestatie_extract.corrections import load_corrections

    corrections = load_corrections(write_correction(tmp_path / "mine", agreement))
    record = extract(agreement, corrections=corrections)
    assert record.agreements[0].theme == "leefbaarheid"


def test_corrections_that_a_run_undoes_are_named(agreement: Path, tmp_path: Path) -> None:
    """Somebody may have started it in another folder."""
    arguments: list[str | Path] = ["run", agreement, "--out", tmp_path / "out"]
    call(*arguments, "--corrections", write_correction(tmp_path / "mine", agreement))
    assert "merendaal.md: its corrections are undone" in call(*arguments).stderr
    assert "undone" not in call(*arguments).stderr
