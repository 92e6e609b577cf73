from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from prestatie_extract.cli import app
from prestatie_extract.cli.configured import keys_of
from prestatie_extract.configuration.loading import load_configuration
from prestatie_extract.configuration.model import KEYS, env_name
from prestatie_extract.errors import ExitCode
from prestatie_extract.pipeline import extract
from prestatie_extract.tagging.contents import NO_MODEL, load_nlp
from prestatie_extract.write import json_name, record_to_json

COMMANDS: dict[str, Any] = vars(get_command(app))["commands"]
AGREEMENT = """# Prestatieafspraken Merendaal 2025-2028

Gemeente Merendaal en woningcorporatie Het Anker maken samen deze afspraken.

## 1 Beschikbaarheid

### 1.1 Afspraken

1. Het Anker bouwt in 2026 minimaal 80 woningen.
2. De gemeente wijst een bouwplek aan.
"""


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "merendaal.md").write_text(AGREEMENT, encoding="utf-8")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the document, in a folder of its own; nobody may write there."""
    folder = tmp_path_factory.mktemp("records")
    source = folder / "merendaal.md"
    source.write_text(AGREEMENT, encoding="utf-8")
    made = extract(source, nlp=load_nlp(NO_MODEL))
    path = folder / json_name(made)
    path.write_text(record_to_json(made), encoding="utf-8")
    return path


def configure(text: str, path: str = "prestatie.toml") -> None:
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_parameters_have_the_defaults_of_their_keys(name: str) -> None:
    """The command line and the configuration cannot disagree on a default, nor on a name."""
    loaded = load_configuration("none")
    for parameter in COMMANDS[name].params:
        key = keys_of(name).get(parameter.name)
        if key is None or parameter.name in {"inputs", "out", "output", "folder", "paths"}:
            continue
        default = parameter.default() if callable(parameter.default) else parameter.default
        assert (default or None) == (loaded.value_of(key) or None), key
        option = max(parameter.opts, key=len).removeprefix("--").replace("-", "_")
        assert option == key.rpartition(".")[2] or key.endswith(".dir")


def test_keys_of_parameters_exist() -> None:
    named = {key for command in COMMANDS for key in keys_of(command).values()}
    assert named <= set(KEYS)


LAYERS: dict[str, tuple[str, str, str]] = {
    "input.paths": ('["a"]', "b", "c"),
    "output.dir": ('"a"', "b", "c"),
    "output.format": ('["csv"]', "parquet", "csv"),
    "output.licence": ('"A"', "B", "C"),
    "run.ocr": ('"never"', "force", "auto"),
    "run.model": ('"a"', "b", "c"),
    "run.corrections": ('"a"', "b", "c"),
    "run.fail_on": ('"info"', "warning", "error"),
    "run.engine": ('"dask"', "local", "dask"),
    "run.scheduler": ('"tcp://a:1"', "tcp://b:1", "tcp://c:1"),
    "run.log": ('"a"', "b", "c"),
    "limits.jobs": ("2", "3", "0"),
    "limits.timeout": ("2.5", "3.5", "120"),
    "limits.memory": ('"3GB"', "4GB", "2GB"),
    "report.dir": ('"a"', "b", "c"),
    "report.sources": ('["a"]', "b", "c"),
    "validate.fail_on": ('"info"', "warning", "error"),
    "vocabulary.dir": ('"a"', "b", "c"),
}
"""A value of each key in the file, in the environment and on the command line."""
KEYED = [
    pytest.param(name, parameter, key, id=f"{name} {parameter.name}")
    for name, command in COMMANDS.items()
    for parameter in command.params
    if (key := keys_of(name).get(parameter.name)) is not None
]


@pytest.mark.parametrize(("name", "parameter", "key"), KEYED)
def test_command_line_before_environment_before_file(
    name: str, parameter: Any, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For each option and argument; the default too counts as given where it is typed."""
    for folder in "abc":
        (tmp_path / folder).mkdir()
    in_file, in_environment, typed = LAYERS[key]
    section, _, leaf = key.partition(".")
    needed = [
        word
        for other in COMMANDS[name].params
        if other.required and other is not parameter
        for word in ([other.opts[0], "raw"] if other.param_type_name == "option" else ["raw"])
    ]
    is_option = parameter.param_type_name == "option"
    given = [parameter.opts[0], typed] if is_option else [typed]

    def taken(*words: str) -> Any:
        return COMMANDS[name].make_context(name, [*needed, *words]).params[parameter.name]

    configure("")
    alone = taken(*given)
    configure(f"[{section}]\n{leaf} = {in_file}\n")
    from_file = taken()
    monkeypatch.setenv(env_name(key), in_environment)
    from_environment = taken()
    assert from_file != from_environment != alone
    assert taken(*given) == alone


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"config"}))
def test_every_command_with_a_key_takes_a_configuration(name: str) -> None:
    names = {parameter.name for parameter in COMMANDS[name].params}
    assert "config" in names or not names & set(keys_of(name))


def test_run_takes_input_and_output_from_the_file() -> None:
    """Without any argument; what stands on the command line goes first."""
    configure('[input]\npaths = ["raw"]\n[output]\ndir = "out"\nformat = ["csv"]\n'
              '[run]\nmodel = "none"\nfail_on = "info"\n')  # fmt: skip
    result = call("run")
    assert result.exit_code == ExitCode.FINDINGS, result.stderr  # model_off is told as info
    assert Path("out/csv/agreements.csv").is_file()
    assert call("run", "--fail-on", "error", "--out", "other").exit_code == ExitCode.OK
    assert Path("other/parquet").is_dir()


@pytest.mark.parametrize(
    ("arguments", "key"),
    [(["run"], "input.paths"), (["run", "raw"], "output.dir"), (["report"], "output.dir"),
     (["db"], "output.dir"), (["validate"], "output.dir")],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)  # fmt: skip
def test_missing_value_is_told_with_its_key(arguments: list[str], key: str) -> None:
    """A value that may stand in the file is not only asked for on the command line."""
    result = call(*arguments)
    assert result.exit_code == ExitCode.USAGE
    assert result.stderr.endswith(f". Give it, or set {key} in prestatie.toml.\n")


@pytest.mark.parametrize(
    ("gate", "code"),
    [
        pytest.param("min_coverage = 1", None, id="coverage"),
        pytest.param("min_agreements = 3", "gate_agreements", id="agreements"),
        pytest.param("max_numbering_gaps = 0", None, id="numbering"),
        pytest.param(
            "max_low_confidence = 0\nconfidence_below = 1", "gate_confidence", id="confidence"
        ),
        pytest.param("min_trekker = 0.5", "gate_trekker", id="trekker"),
        pytest.param('forbidden = ["model_off"]', "gate_forbidden", id="forbidden"),
    ],
)
def test_validate_asks_the_configured_gates(gate: str, code: str | None, record: Path) -> None:
    """Those of the usual file; --config none asks nothing."""
    configure(f"[output]\ndir = {str(record.parent)!r}\n[gates]\n{gate}\n")
    result = call("validate")  # of output.dir
    expected = (ExitCode.FINDINGS, 1) if code else (ExitCode.OK, 0)
    assert (result.exit_code, result.stdout.count("[gate_")) == expected, result.output
    assert f"[{code}]" in result.stdout or not code
    assert call("validate", "--config", "none", record).exit_code == ExitCode.OK


def test_validate_fails_from_the_configured_severity_on(record: Path) -> None:
    """The command line goes before the file."""
    configure('[validate]\nfail_on = "info"\n', "ci/prestatie.toml")
    assert call("validate", record, "--config", "ci/prestatie.toml").exit_code == ExitCode.FINDINGS
    overruled = call("validate", record, "--config", "ci/prestatie.toml", "--fail-on", "error")
    assert overruled.exit_code == ExitCode.OK


def test_file_elsewhere_names_its_own_neighbours(tmp_path: Path) -> None:
    """Paths lead from the file's folder; --config none leaves the file out."""
    configure('[input]\npaths = "../raw"\n[output]\ndir = "out"\n[run]\nmodel = "none"\n',
              "ci/prestatie.toml")  # fmt: skip
    assert call("run", "--config", "ci/prestatie.toml").exit_code == ExitCode.OK
    assert (tmp_path / "ci/out/parquet").is_dir()
    configure("[limits]\njobs = -1\n")
    assert call("run", "raw", "--out", "o").exit_code == ExitCode.USAGE
    done = call("run", "raw", "--out", "o", "--model", "none", "--config", "none")
    assert done.exit_code == ExitCode.OK


def test_show_takes_the_configured_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit that no document can meet shows that it counts; the command line overrules it."""
    monkeypatch.setenv("PRESTATIE_LIMITS__TIMEOUT", "0.001")
    monkeypatch.setenv("PRESTATIE_RUN__MODEL", "none")
    assert call("show", "raw/merendaal.md").exit_code == ExitCode.ALL_FAILED
    shown = call("show", "raw/merendaal.md", "--timeout", "60")
    assert shown.exit_code == ExitCode.OK
    assert [f["code"] for f in json.loads(shown.stdout)["findings"]] == ["model_off"]


def test_wrong_configuration_stops_a_command_on_one_line() -> None:
    configure("[gates]\nmin_covrage = 1\n")
    for arguments in (["run", "raw", "--out", "out"], ["show", "raw/merendaal.md"], ["config"]):
        result = call(*arguments)
        assert result.exit_code == ExitCode.USAGE
        assert result.stdout == ""
        assert result.stderr == (
            "error: prestatie.toml, line 2: gates.min_covrage: unknown key; "
            "did you mean gates.min_coverage?\n"
        )


def test_help_shows_a_named_configuration() -> None:
    """`--config FILE --help` shows the defaults that the file makes."""
    configure("[limits]\njobs = 7\n")
    assert "[default: 7" in call("run", "--config", "prestatie.toml", "--help").stdout


def test_config_prints_data_only() -> None:
    configure("[limits]\njobs = 2\n")
    result = call("config", "--set", "limits.timeout=5", "--format", "json")
    assert result.exit_code == ExitCode.OK
    assert result.stderr == ""
    keys = json.loads(result.stdout)["keys"]
    assert keys["limits.jobs"]["place"] == "prestatie.toml, line 2"
    assert keys["limits.timeout"] == {"value": 5.0, "origin": "command line", "place": ""}


@pytest.mark.parametrize("given", ["limits.jobs", "jobs=2", "limits.job=2", "limits.jobs=x"])
def test_config_refuses_what_cannot_be_set(given: str) -> None:
    result = call("config", "--set", given)
    assert result.exit_code == ExitCode.USAGE
    assert result.stdout == ""


def test_init_writes_once() -> None:
    """The template changes nothing and is never written over a file that is there."""
    assert call("config", "--init").exit_code == ExitCode.OK
    assert load_configuration().origins == {}
    assert call("config", "--init").exit_code == ExitCode.OUTPUT
