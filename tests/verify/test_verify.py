"""What is looked at, what is told of it, and how the command ends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.analysis.builders import agreement, record, target
from typer.testing import CliRunner

from prestatie_extract.cli import app
from prestatie_extract.errors import ExitCode, NoInput
from prestatie_extract.findings import Notice, Subject
from prestatie_extract.renderings import Form, render
from prestatie_extract.renderings.fingerprints import make_fingerprints
from prestatie_extract.schema import Record
from prestatie_extract.verify import Gates, inspect
from prestatie_extract.verify.gates import check_gates
from prestatie_extract.verify.places import RecordFile
from prestatie_extract.verify.records import check_record
from prestatie_extract.write import json_name, record_to_json

MERENDAAL = "merendaal-2025-2028.pdf"


def write(folder: Path, content: Record) -> Path:
    """The record in a file of its name."""
    path = folder / json_name(content)
    path.write_text(record_to_json(content), encoding="utf-8")
    return path


def small(**changes: Any) -> Record:
    """A record of two agreements."""
    built = target("minimaal 80 woningen", 80, qualifier="min")
    first = agreement(1, built, text="Het Anker bouwt minimaal 80 woningen.")
    return record(first, agreement(2, text="De gemeente wijst locaties aan."), **changes)


# --------------------------------------------------------------------------- what is looked at


def test_an_output_folder_is_its_records_and_tables(whole: Path) -> None:
    """Documents with and without record, and each folder of tables."""
    found = inspect([whole])
    assert [subject.name for subject in found.subjects] == [
        "csv", "kapot.pdf", MERENDAAL, "parquet",
    ]  # fmt: skip


def test_failed_document_is_told_once(whole: Path) -> None:
    """Though it stands in the tables as Parquet and as CSV."""
    [notice] = [n for n in inspect([whole]).notices if n.subject == "kapot.pdf"]
    assert (notice.code, notice.severity) == ("broken_pdf", "error")


def test_findings_of_the_record_are_told(whole: Path) -> None:
    """As extraction left them, with the document and the file."""
    found = inspect([whole])
    assert [(n.code, n.severity, n.file) for n in found.notices if n.subject == MERENDAAL] == [
        ("model_off", "info", "json/merendaal-2025-2028-af6d368e.json")
    ]


def test_other_files_are_passed_over(tmp_path: Path) -> None:
    """What a file is, its content tells; a hidden folder is nobody's business."""
    write(tmp_path, small())
    (tmp_path / "gold.json").write_text('{"doc": "merendaal", "agreements": []}')
    (tmp_path / "settings.json").write_text("{ // no JSON\n}")
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "old.json").write_text('{"schema_version": "0.1"')
    found = inspect([tmp_path])
    assert found.subjects == (Subject("merendaal.txt", "0123456789ab"),)
    assert found.notices == ()


def test_named_file_that_is_no_record_is_told(tmp_path: Path) -> None:
    """So that nobody believes that it was checked."""
    path = write(tmp_path, small())
    other = tmp_path / "gold.json"
    other.write_text("{}")
    assert inspect([path, other]).left_out == ("gold.json",)


@pytest.mark.parametrize("name", ["nothing", "empty"])
def test_nothing_to_check_is_an_error(name: str, tmp_path: Path) -> None:
    """A path that is not there, and a folder without records and tables."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoInput):
        inspect([tmp_path / name])


def test_a_record_named_twice_is_checked_once(tmp_path: Path) -> None:
    """By itself and by its folder."""
    path = write(tmp_path, small()).rename(tmp_path / "kopie.json")
    assert [n.code for n in inspect([path, tmp_path]).notices] == ["file_name_mismatch"]


@pytest.mark.parametrize(
    ("saved", "reason"),
    [
        pytest.param(lambda text: text.encode("utf-8-sig"), "byte order mark", id="with-mark"),
        pytest.param(lambda text: text.encode("utf-16"), "it is no UTF-8 text", id="utf-16"),
        pytest.param(lambda text: text[:300].encode(), "it breaks off at line", id="cut-off"),
    ],
)
def test_obstacle_is_told(saved: Callable[[str], bytes], reason: str, tmp_path: Path) -> None:
    """What an editor or a broken copy made of a record."""
    path = write(tmp_path, small())
    path.write_bytes(saved(record_to_json(small())))
    [notice] = inspect([path]).notices
    assert notice.code == "record_unreadable"
    assert reason in notice.message


def test_documents_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """Two versions of a document in two folders are two subjects; both are looked up by path."""
    other = "ba9876543210"
    first, second = small(), json.loads(record_to_json(small()).replace("0123456789ab", other))
    (tmp_path / "old").mkdir()
    write(tmp_path / "old", first)
    write(tmp_path, Record.model_validate_json(json.dumps(second)))
    found = inspect([tmp_path], Gates(min_agreements=3))
    assert [s.name for s in found.subjects] == [
        "merendaal.txt (0123456789ab)",
        f"merendaal.txt ({other})",
    ]
    told = json.loads(render(found, Form.JSON, source_root="raw"))["findings"]
    assert [f["path"] for f in told] == ["raw/merendaal.txt", "raw/merendaal.txt"]


def test_fingerprint_is_that_of_the_document_alone(tmp_path: Path) -> None:
    """Another version that is checked as well changes no fingerprint."""
    other = record_to_json(small()).replace("0123456789ab", "ba9876543210")
    (tmp_path / "old").mkdir()
    write(tmp_path / "old", Record.model_validate_json(other))
    alone = inspect([write(tmp_path, small())], Gates(min_agreements=3))
    both = inspect([tmp_path], Gates(min_agreements=3))
    assert make_fingerprints(alone.notices) == make_fingerprints(both.notices)[:1]


def test_order_of_paths_changes_nothing(whole: Path) -> None:
    """The same findings in the same order."""
    parts = [whole / "json", whole / "parquet"]
    assert inspect(parts) == inspect(parts[::-1])


# ------------------------------------------------------------------------------ what is told of it


def test_corrected_kind_leaves_the_numbering_alone(content: dict[str, Any]) -> None:
    """Each kind is numbered apart; what a person corrected was in the other row."""
    changed = json.loads(json.dumps(content))
    one = changed["agreements"][9]
    one |= {"kind": "inzet", "corrected": ["kind"]}
    assert "numbering_not_reported" in codes_of(changed)
    result = {
        "agreement_id": one["agreement_id"], "field": "kind", "source_file": "a.yaml",
        "was": "afspraak", "value": "inzet", "found": "afspraak", "note": None,
        "status": "applied", "reason": None,
    }  # fmt: skip
    assert codes_of(changed | {"corrections": [result]}) == codes_of(content)


def test_a_reported_gap_is_no_violation(content: dict[str, Any]) -> None:
    """A finding of the record tells it."""
    changed = json.loads(json.dumps(content))
    changed["agreements"][-1]["number"] = "40"
    [gap] = [n for n in notices_of(changed) if n.code == "numbering_not_reported"]
    finding = {
        "code": "numbering_gap", "severity": "warning", "message": "?", "page_number": None,
        "agreement_id": gap.agreement_id,
    }  # fmt: skip
    changed["findings"].append(finding)
    assert "numbering_not_reported" not in codes_of(changed)


def test_each_place_is_told(content: dict[str, Any]) -> None:
    """By its JSON pointer, with agreement and page."""
    changed = json.loads(json.dumps(content))
    changed["agreements"][2]["theme"] = changed["agreements"][3]["form"] = "?"
    found = [n for n in notices_of(changed) if n.code == "schema_violation"]
    assert [n.message.split(":")[0] for n in found] == ["/agreements/2/theme", "/agreements/3/form"]
    assert [n.agreement_id for n in found] == [
        changed["agreements"][place]["agreement_id"] for place in (2, 3)
    ]
    assert all(n.page_number for n in found)


@pytest.mark.parametrize(
    ("place", "value", "expected"),
    [
        ("theme", "wonen", '/agreements/2/theme: "wonen" is not allowed: input should be \'besch'),
        ("ordinal", "3", '/agreements/2/ordinal: "3" is not allowed: input should be a valid int'),
        ("prioriteit", 1, "/agreements/2/prioriteit: the contract has no such key"),
        ("a/b~c", 1, "/agreements/2/a~1b~0c: the contract has no such key"),
    ],
)
def test_objection_is_plain(
    place: str, value: object, expected: str, content: dict[str, Any]
) -> None:
    """The message tells the place, the value and what may stand there."""
    changed = json.loads(json.dumps(content))
    changed["agreements"][2][place] = value
    [message] = [n.message for n in notices_of(changed) if n.code == "schema_violation"]
    assert message.startswith(expected)


def test_missing_key_is_plain(content: dict[str, Any]) -> None:
    """Its pointer is where it should be."""
    changed = json.loads(json.dumps(content))
    del changed["agreements"][2]["themes"]
    messages = [n.message for n in notices_of(changed)]
    assert "/agreements/2/themes: the key is missing" in messages


def notices_of(content: Any) -> tuple[Notice, ...]:
    """What is found in a record with this content."""
    text = json.dumps(content).encode()
    file = RecordFile(Path("a.json"), "a.json", text)
    return tuple(n for n in check_record(file, Gates()).notices if n.code != "file_name_mismatch")


def codes_of(content: Any) -> set[str]:
    return {notice.code for notice in notices_of(content)}


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path to each value of a record."""
    keys = value if isinstance(value, dict) else range(len(value) if isinstance(value, list) else 0)
    return [path, *(place for key in keys for place in _places(value[key], (*path, key)))]


SMALL = json.loads(record_to_json(small()))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(place=st.sampled_from(_places(SMALL)[1:]), value=JSON)
def test_no_content_breaks_the_check(place: tuple[Any, ...], value: Any) -> None:
    """Whatever stands in one place of a record, it is told and nothing falls over."""
    changed = json.loads(json.dumps(SMALL))
    inner = changed
    for part in place[:-1]:
        inner = inner[part]
    inner[place[-1]] = value
    assert all(notice.message for notice in notices_of(changed))


# ------------------------------------------------------------------------------------------ gates


@pytest.mark.parametrize(
    ("gates", "expected"),
    [
        (Gates(), []),
        (Gates(min_agreements=2), []),
        (Gates(min_agreements=3), ["2 agreements, the gate asks for 3"]),
        (
            Gates(min_trekker=0.5),
            ["0.0% of the agreements have a trekker, the gate asks for 50.0%"],
        ),
        (Gates(max_low_confidence=0), []),
        (
            Gates(max_low_confidence=0.5, confidence_below=0.95),
            ["100.0% of the agreements have a confidence below 0.95, the gate allows 50.0%"],
        ),
        (Gates(min_coverage=1), []),
        (Gates(max_numbering_gaps=0), []),
        (Gates(forbidden=("numbering_gap",)), []),
    ],
)
def test_gate_tells_value_and_limit(gates: Gates, expected: list[str]) -> None:
    """A gate that is held says nothing."""
    found = [finding.message.split(":")[0] for finding in check_gates(small(), gates)]
    assert found == expected


def test_gates_on_findings_and_loss() -> None:
    """Gaps are counted, forbidden codes named, lost text told as a share."""
    gap = {
        "code": "numbering_gap", "severity": "warning", "message": "?", "page_number": None,
        "agreement_id": None,
    }  # fmt: skip
    coverage = {
        "characters": 100, "agreements": 90, "sections": 0, "tables": 0, "furniture": 0,
        "unassigned": 10, "pages": [],
    }  # fmt: skip
    lossy = small().changed(findings=(gap, gap), coverage=coverage)
    gates = Gates(min_coverage=0.95, max_numbering_gaps=1, forbidden=("numbering_gap",))
    assert [(f.code, f.message.split(":")[0]) for f in check_gates(lossy, gates)] == [
        ("gate_coverage", "coverage is 90.00%, the gate asks for 95.00%"),
        ("gate_numbering", "2 gaps in the numbering, the gate allows 1"),
        ("gate_forbidden", "the gate forbids finding numbering_gap, found 2"),
    ]


def test_failed_document_misses_every_gate(whole: Path) -> None:
    """Nothing is known of it."""
    found = inspect([whole], Gates(min_agreements=1)).notices
    assert [n.code for n in found if n.subject == "kapot.pdf"] == ["broken_pdf", "gate_failed"]


# ---------------------------------------------------------------------------------------- command


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["validate", *map(str, arguments)])


def test_command_is_quiet_on_success(tmp_path: Path) -> None:
    """As pre-commit likes it."""
    done = run(write(tmp_path, small()))
    assert (done.exit_code, done.output) == (ExitCode.OK, "")


def test_empty_path_is_not_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable that is not set must not pass for a check."""
    write(tmp_path, small())
    monkeypatch.chdir(tmp_path)
    done = run("")
    assert (done.exit_code, done.stdout) == (ExitCode.USAGE, "")
    assert "a path is empty" in done.stderr


@pytest.mark.parametrize(
    ("fail_on", "code"),
    [("error", ExitCode.OK), ("warning", ExitCode.OK), ("info", ExitCode.FINDINGS)],
)
def test_command_fails_on_severity(fail_on: str, code: ExitCode, whole: Path) -> None:
    """The record has an info; exit 3 from the severity that was asked."""
    done = run(whole / "json", "--fail-on", fail_on)
    assert done.exit_code == code
    assert "model_off" in done.stdout


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit"])
def test_command_prints_each_form(form: str, record_path: Path) -> None:
    """The finding stands in each."""
    record_path.write_text("{")
    done = run(record_path, "--format", form)
    assert done.exit_code == ExitCode.FINDINGS
    assert "cannot be read" in done.stdout


def test_command_appends_a_summary(whole: Path, tmp_path: Path) -> None:
    """Behind what other steps wrote."""
    summary = tmp_path / "summary.md"
    summary.write_text("# Step\n")
    run(whole, "--step-summary", summary)
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Step\n")
    assert "kapot.pdf" in text


@pytest.mark.parametrize(
    ("name", "code"),
    [("nothing", ExitCode.NO_INPUT), ("empty", ExitCode.NO_INPUT)],
)
def test_command_without_input(name: str, code: ExitCode, tmp_path: Path) -> None:
    """One line that says what to do."""
    (tmp_path / "empty").mkdir()
    done = run(tmp_path / name)
    assert done.exit_code == code
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1


def test_command_tells_an_unwritable_summary(record_path: Path, tmp_path: Path) -> None:
    """Exit code 7."""
    done = run(record_path, "--step-summary", tmp_path / "none" / "summary.md")
    assert done.exit_code == ExitCode.OUTPUT


def test_records_alone_need_no_tables_library(tmp_path: Path) -> None:
    """pre-commit checks a record in half a second: pyarrow and pandas stay out."""
    path = write(tmp_path, small())
    code = (
        "import sys; from prestatie_extract.verify import inspect; inspect(sys.argv[1:]); "
        "print(*{'pyarrow', 'pandas', 'spacy'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
