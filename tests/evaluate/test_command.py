"""`prestatie-extract evaluate` as people call it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.evaluate.builders import (
    TEXTS,
    gold_agreement,
    gold_document,
    gold_target,
    to_record,
    write_gold,
    write_records,
)
from typer.testing import CliRunner, Result

from prestatie_extract.cli import app
from prestatie_extract.errors import ExitCode
from prestatie_extract.evaluate.fields import FIELDS

ROOT = Path(__file__).resolve().parents[2]


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two annotations, `gold`, and their records, `out`, of which one has a wrong theme."""
    golds = [
        gold_document(
            *(gold_agreement(str(n), targets=[gold_target()]) for n in range(1, 5)), doc=doc
        )
        for doc in ("merendaal-2025", "merendaal-2026")
    ]
    records = [to_record(gold) for gold in golds]
    records[0]["agreements"][2]["theme"] = "overig"
    write_gold(tmp_path / "gold", *golds)
    write_records(tmp_path / "out", *records)
    return tmp_path


def test_figures_as_text(folder: Path) -> None:
    """A row a field with the mean, its intervals and counts; nothing on standard error."""
    result = call("--gold", folder / "gold", folder / "out")
    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")
    assert result.stdout.startswith("Total: 2 documents, 8 agreements\n")
    row = next(line for line in result.stdout.splitlines() if line.startswith("theme"))
    assert row.split()[:3] == ["theme", "accuracy", "0.875"]
    assert row.split()[-4:] == ["8", "7", "8", "7"]
    assert "instead of" not in result.stdout


def test_show_lists_every_miss(folder: Path) -> None:
    """Document, agreement, field, and both values."""
    result = call("--gold", folder / "gold", folder / "out", "--show")
    assert "  theme: 1.1 / 3: “overig” instead of “beschikbaarheid”" in result.stdout.splitlines()
    assert "merendaal-2026 (json/merendaal-2026-01234567.json): 0 misses" in result.stdout


def test_json_has_all_fields(folder: Path) -> None:
    """Standard output is one JSON value; the file of --out is the same without a baseline."""
    result = call("--gold", folder / "gold", folder / "out", "--format", "json",
                  "--out", folder / "now.json")  # fmt: skip
    values = json.loads(result.stdout)
    assert list(values["total"]["mean"]) == list(FIELDS)
    assert values["total"]["mean"]["theme"]["accuracy"]["value"] == 0.875
    assert [len(one["misses"]) for one in values["documents"]] == [1, 0]
    assert (folder / "now.json").read_text(encoding="utf-8") == result.stdout


def test_markdown(folder: Path) -> None:
    """Tables that GitHub draws, with names that are no markup."""
    result = call("--gold", folder / "gold", folder / "out", "--format", "markdown", "--show")
    assert "## Total: 2 documents, 8 agreements" in result.stdout
    assert re.search(r"^\| target\\_role \| accuracy \| 1\.000 \|", result.stdout, re.MULTILINE)


def test_markdown_notifies_nobody(folder: Path) -> None:
    """A comment on a pull request shows what records say."""
    [path, *_] = sorted((folder / "out").rglob("*.json"))
    content = json.loads(path.read_text(encoding="utf-8"))
    content["agreements"][0]["theme"] = "@iemand"
    path.write_text(json.dumps(content), encoding="utf-8")
    result = call("--gold", folder / "gold", folder / "out", "--format", "markdown", "--show")
    assert "@&#8203;iemand" in result.stdout
    assert "@iemand" not in result.stdout


def test_fail_under(folder: Path) -> None:
    """A limit that is missed gives 3 and its name; the figures are printed all the same."""
    limits = ["--fail-under", "theme=0.9", "--fail-under", "agreements=0.98"]
    result = call("--gold", folder / "gold", folder / "out", *limits)
    assert result.exit_code == ExitCode.FINDINGS
    assert result.stdout.startswith("Total")
    assert result.stderr == "error: theme: 0.8750 is under 0.9 (merendaal-2025 0.7500)\n"
    assert call("--gold", folder / "gold", folder / "out", *limits[2:]).exit_code == ExitCode.OK


def test_unknown_field_is_wrong_use(folder: Path) -> None:
    """Told before anything is read, with the nearest name."""
    result = call("--gold", folder / "nowhere", folder / "out", "--fail-under", "tema=1")
    assert result.exit_code == ExitCode.USAGE
    assert "did you mean theme?" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_baseline_names_gains_and_losses(form: str, folder: Path) -> None:
    """The mended theme and the lost number are both there, in every form."""
    base = ("--gold", folder / "gold", folder / "out")
    assert call(*base, "--out", folder / "before.json").exit_code == ExitCode.OK
    path = folder / "out" / "json" / "merendaal-2025-01234567.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["agreements"][2]["theme"] = "beschikbaarheid"
    record["agreements"][1]["number"] = "12"
    path.write_text(json.dumps(record), encoding="utf-8")
    result = call(*base, "--baseline", folder / "before.json", "--format", form)
    assert result.exit_code == ExitCode.OK
    if form == "json":
        found = json.loads(result.stdout)["comparison"]
        assert [c["miss"]["field"] for c in found["gains"]] == ["theme"]
        assert [c["miss"]["place"] for c in found["losses"]] == ["1.1 / 2"]
        return
    lines = [line.strip("- ").replace("\\", "") for line in result.stdout.splitlines()]
    squeezed = {" ".join(line.split()) for line in lines}
    assert "lost merendaal-2025: number: 1.1 / 2: “12” instead of “2”" in squeezed
    told = "gained merendaal-2025: theme: 1.1 / 3: “overig” instead of “beschikbaarheid”"
    assert f"{told}, no longer" in squeezed


def test_missing_record_counts_as_nothing(folder: Path) -> None:
    """It is told, and the mean is half of what it was."""
    (folder / "out" / "json" / "merendaal-2025-01234567.json").unlink()
    gold = gold_document(doc="elders", municipality="Elders", period={"start": 1999, "end": 1999})
    (folder / "gold" / "merendaal-2025.json").unlink()
    write_gold(folder / "gold", gold)
    result = call("--gold", folder / "gold", folder / "out", "--format", "json")
    assert result.stderr == "warning: elders: no record found, everything counts as missing\n"
    assert json.loads(result.stdout)["total"]["mean"]["number"]["accuracy"]["value"] == 0.5


def test_doubtful_record_is_told(folder: Path) -> None:
    """A record taken for its year alone, or for two annotations, may be another document's."""
    gold = gold_document(doc="elders", municipality="Elders")
    write_gold(folder / "gold", gold)
    lines = call("--gold", folder / "gold", folder / "out").stderr.splitlines()
    record = "json/merendaal-2025-01234567.json"
    assert f"warning: elders: compared with {record} for its first year alone" in lines
    assert f"warning: merendaal-2025: compared with {record}, as elders is" in lines


def test_record_without_annotation_is_told(folder: Path) -> None:
    """It does not count."""
    (folder / "gold" / "merendaal-2026.json").unlink()
    result = call("--gold", folder / "gold", folder / "out")
    told = "  without annotation, not counted: json/merendaal-2026-01234567.json"
    assert told in result.stdout.splitlines()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--gold", "nowhere", "out"], ExitCode.NO_INPUT),
        (["--gold", "gold", "nowhere"], ExitCode.NO_INPUT),
        (["--gold", "gold", "gold"], ExitCode.NO_INPUT),
        (["--gold", "out/json", "out"], ExitCode.USAGE),
        (["--gold", "gold", "out", "--baseline", "nowhere.json"], ExitCode.USAGE),
        (["--gold", "gold", "out", "--baseline", "gold/merendaal-2025.json"], ExitCode.USAGE),
        (["--gold", "gold", "out", "--out", "gold"], ExitCode.OUTPUT),
        (["--gold", "gold", "out", "--format", "xml"], ExitCode.USAGE),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value.name,
)
def test_wrong_input_is_one_line(
    arguments: list[str], code: ExitCode, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No traceback, nothing on standard output, the code that scripts rely on."""
    monkeypatch.chdir(folder)
    result = call(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert "Traceback" not in result.stderr
    if code != ExitCode.USAGE or arguments[-1] != "xml":
        assert result.stderr.count("\n") == 1


def test_same_bytes_wherever_it_is(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Another folder, files made in another order: the same evaluation."""
    other = tmp_path_factory.mktemp("elsewhere") / "deeper"
    for path in sorted(folder.rglob("*.json"), reverse=True):
        copy = other / path.relative_to(folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    outputs = [
        call("--gold", place / "gold", place / "out", "--format", "json").stdout_bytes
        for place in (folder, other)
    ]
    assert outputs[0] == outputs[1]


def test_control_characters_are_not_printed(folder: Path) -> None:
    """A text that would move the cursor is shown without that."""
    path = folder / "out" / "json" / "merendaal-2025-01234567.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["agreements"][0]["text"] = TEXTS[0].replace("80", "\x1b[2J\ud800")
    path.write_text(json.dumps(record), encoding="utf-8")
    result = call("--gold", folder / "gold", folder / "out", "--show")
    assert result.exit_code == ExitCode.OK
    assert "\x1b" not in result.stdout
    assert call("--gold", folder / "gold", folder / "out", "--format", "json").exit_code == 0
