from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from prestatie_extract.configuration.gates import GatesSection
from prestatie_extract.configuration.loading import Effective, load_configuration
from prestatie_extract.configuration.model import KEYS, env_name
from prestatie_extract.errors import BadConfiguration, ExitCode
from prestatie_extract.verify.gates import Gates


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def load(text: str, **command_line: object) -> Effective:
    Path("prestatie.toml").write_text(text, encoding="utf-8")
    return load_configuration(
        command_line={k.replace("_", ".", 1): v for k, v in command_line.items()}
    )


def fault_of(text: str) -> str:
    with pytest.raises(BadConfiguration) as raised:
        load(text)
    assert raised.value.exit_code is ExitCode.USAGE
    return str(raised.value)


def test_nearer_layers_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Command line before environment before file before default, key by key."""
    monkeypatch.setenv("PRESTATIE_LIMITS__JOBS", "3")
    monkeypatch.setenv("PRESTATIE_LIMITS__TIMEOUT", "30")
    loaded = load("[limits]\njobs = 2\ntimeout = 20\nmemory = '3GB'\n", limits_jobs=4)
    limits = loaded.values.limits
    assert (limits.jobs, limits.timeout, limits.memory) == (4, 30.0, "3GB")
    origins = {key: str(loaded.origin_of(f"limits.{key}")) for key in ("jobs", "timeout", "memory")}
    assert origins == {
        "jobs": "command line",
        "timeout": "PRESTATIE_LIMITS__TIMEOUT",
        "memory": "prestatie.toml, line 4",
    }
    assert str(loaded.origin_of("run.ocr")) == "default"


def test_lines_are_those_of_the_keys() -> None:
    """Also behind comments, values of several lines, dotted keys and other line ends."""
    text = '# first\n\n[input]\npaths = [\n  "a", # [run]\n  "b",\n]\n# jobs\nlimits.x = 1\n'
    assert "prestatie.toml, line 9: input.limits" in fault_of(text)
    loaded = load('run.ocr = "never"\r\n[input]\r\n# why\r\n\r\npaths = [\r\n"a"\r\n]\r\n')
    assert str(loaded.origin_of("run.ocr")) == "prestatie.toml, line 1"
    assert str(loaded.origin_of("input.paths")) in {
        "prestatie.toml, line 3",
        "prestatie.toml, line 5",
    }


def test_paths_are_those_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths of a file elsewhere lead from its folder; URLs, none and the environment's do not."""
    Path("ci").mkdir()
    Path("ci/prestatie.toml").write_text(
        '[input]\npaths = ["raw", "s3://bucket/raw", "/data/raw"]\n'
        '[run]\ncorrections = "none"\nmodel = "../model"\n[output]\ndir = "out"\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("PRESTATIE_OUTPUT__DIR", "made")
    monkeypatch.setenv("PRESTATIE_CONFIG", "ci/prestatie.toml")
    values = load_configuration().values
    assert values.input.paths == ("ci/raw", "s3://bucket/raw", "/data/raw")
    assert (values.run.corrections, values.run.model) == ("none", "ci/../model")
    assert values.output.dir == "made"
    assert load_configuration("none").values.input.paths == ()


def test_one_text_is_a_list_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list may be one text, in the file and in the environment, and JSON in the environment."""
    monkeypatch.setenv("PRESTATIE_GATES__FORBIDDEN", '["needs_ocr", "model_off"]')
    monkeypatch.setenv("PRESTATIE_REPORT__SOURCES", "archive")
    values = load('[input]\npaths = "raw"\n').values
    assert values.input.paths == ("raw",)
    assert values.report.sources == ("archive",)
    assert values.to_gates() == Gates(forbidden=("needs_ocr", "model_off"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[gates]\nmin_covrage = 1\n",
         "line 2: gates.min_covrage: unknown key; did you mean gates.min_coverage?"),
        ("[gatse]\n", "line 1: gatse: unknown key; did you mean gates?"),
        ("[run]\njobs = 1\n", "run.jobs: unknown key; did you mean limits.jobs?"),
        ("[run]\nout = 'x'\n", "run.out: unknown key; did you mean output.dir?"),
        ("zwvq = 1\n", "zwvq: unknown key; prestatie-extract config shows all keys"),
        ("[limits]\njobs = '2'\n", "line 2: limits.jobs: should be a valid integer, not '2'"),
        ("[limits]\njobs = true\n", "limits.jobs: should be a valid integer, not True"),
        ("[limits]\nmemory = 'much'\n", "limits.memory: 'much' is no size"),
        ("[limits]\ntimeout = nan\n", "limits.timeout: should be"),
        ("[output]\nlicence = 'my own'\n", "output.licence: 'my own' is no licence's identifier"),
        ('[gates]\nforbidden = ["needs_orc"]\n',
         "gates.forbidden: should be a code of docs/findings.md, as needs_ocr, not 'needs_orc'"),
        ("[gates]\nmin_trekker = 90\n", "gates.min_trekker: should be less than or equal to 1"),
        ("[run]\nocr = 1979-05-27\n", "run.ocr: should be 'auto', 'never' or 'force'"),
        ("[input]\npaths = [1]\n", "input.paths: should be a valid string, not 1"),
        ("limits = 5\n", "limits: should be a section, as [limits], not 5"),
        ("[limits]\njobs = \n", "not TOML: Invalid value (at line 2, column 8)"),
        ("x = " + "[" * 20_000, "nested too deeply"),
    ],
    ids=lambda value: None if "\n" in value else value[:40],
)  # fmt: skip
def test_fault_tells_place_and_way_out(text: str, said: str) -> None:
    message = fault_of(text)
    assert message.startswith("prestatie.toml")
    assert said in message
    assert "\n" not in message


def test_all_faults_are_told_at_once() -> None:
    message = fault_of("[limits]\njobs = -1\n[gates]\nmin_agreement = 1\n")
    assert "limits.jobs" in message
    assert "gates.min_agreements?" in message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x00\xff\xfe", "not UTF-8"),
        (b"[limits]\njobs = 1\x00\n", "not TOML"),
        (b"# " + b"x" * 1_100_000, "too large"),
        (b"%PDF-1.7\n", "not TOML"),
    ],
    ids=["binary", "zero byte", "large", "a PDF"],
)
def test_what_is_no_configuration_is_said_so(content: bytes, said: str) -> None:
    Path("prestatie.toml").write_bytes(content)
    with pytest.raises(BadConfiguration, match=said):
        load_configuration()


def test_byte_order_mark_is_no_matter() -> None:
    Path("prestatie.toml").write_bytes(b"\xef\xbb\xbf[limits]\r\njobs = 1\r\n")
    assert load_configuration().values.limits.jobs == 1


@pytest.mark.parametrize("named", ["nowhere.toml", "."])
def test_named_file_must_be_there(named: str) -> None:
    with pytest.raises(BadConfiguration, match="no such file"):
        load_configuration(named)


def test_misspelled_variable_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A gate that is misspelled in a workflow is not passed over in silence."""
    monkeypatch.setenv("PRESTATIE_GATES__MIN_COVRAGE", "0.9")
    with pytest.raises(BadConfiguration, match="did you mean PRESTATIE_GATES__MIN_COVERAGE"):
        load_configuration()


def test_wrong_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESTATIE_LIMITS__JOBS", "many")
    with pytest.raises(BadConfiguration, match=r"^PRESTATIE_LIMITS__JOBS: limits\.jobs: .*'many'"):
        load_configuration()


def test_empty_variable_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workflows set variables to nothing where they leave something out."""
    monkeypatch.setenv("PRESTATIE_LIMITS__JOBS", "")
    assert load("[limits]\njobs = 5\n").values.limits.jobs == 5


@pytest.mark.parametrize("key", KEYS)
def test_every_key_has_a_variable(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    value = load_configuration("none").value_of(key)
    text = {
        "run.fail_on": "info", "validate.fail_on": "info", "output.format": "csv",
        "gates.forbidden": "needs_ocr",
    }.get(key)  # fmt: skip
    monkeypatch.setenv(env_name(key), text or str(value or ("1" if "." in key else "")))
    loaded = load_configuration("none")
    assert str(loaded.origin_of(key)) == env_name(key)


def test_gates_are_those_of_verify() -> None:
    """The section has the fields, defaults and descriptions of the dataclass, no others."""
    assert list(GatesSection.model_fields) == [field.name for field in fields(Gates)]
    assert load_configuration("none").values.to_gates() == Gates()
    assert all(field.description for field in GatesSection.model_fields.values())
