"""action.yml and the example workflow: what they run is run here, with a folder for the machine."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.published.manual import commands
from tests.uses.steps import AGREEMENT, EXPRESSION, ROOT, Done, Runner, load

from prestatie_extract.errors import ExitCode

CONFIGURATION, RULES_ALONE = "prestatie.toml", '[run]\nmodel = "none"\n'
ACTION = load("action.yml")
WORKFLOW = load("docs/ci/github-workflow.yml")
ACTION_STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
WORKFLOW_STEPS: list[dict[str, Any]] = WORKFLOW["jobs"]["check"]["steps"]
SHELL = [step for step in (*ACTION_STEPS, *WORKFLOW_STEPS) if "run" in step]
SCRIPTS = sorted((ROOT / ".github" / "action").glob("*.sh"))
TOKEN_CHARS = 32  # 128 bits
PINNED = re.compile(r"@[0-9a-f]{40}$")


def needs(command: str, option: str) -> pytest.MarkDecorator:
    """Skips until the command has the option."""
    known = {name for parameter in commands()[command].params for name in parameter.opts}
    return pytest.mark.skipif(option not in known, reason=f"{command} has no {option} yet")


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """With a document in the folder `documents`, read by rules alone: that is quicker."""
    made = Runner(tmp_path)
    (made.workspace / CONFIGURATION).write_text(RULES_ALONE, encoding="utf-8")
    (made.workspace / "documents").mkdir()
    (made.workspace / "documents" / "merendaal.md").write_text(AGREEMENT, encoding="utf-8")
    return made


def check(runner: Runner, **inputs: str) -> Done:
    """Run the action's step that converts and checks."""
    given = {name: str(about.get("default", "")) for name, about in ACTION["inputs"].items()}
    given |= {"paths": "documents"} | {n.replace("_", "-"): value for n, value in inputs.items()}
    values = {f"inputs.{name}": value for name, value in given.items()}
    [step] = [step for step in ACTION_STEPS if step.get("id") == "check"]
    return runner.run(step, values | {"github.action_path": str(ROOT)})


def test_good_document_passes(runner: Runner) -> None:
    """With outputs for the steps that follow, findings as SARIF and a summary; whatever the name
    of a folder is, it is a name and no command.
    """
    name = '--log=owned $(touch owned) `touch owned` "; touch owned; " \'a'
    (runner.workspace / "documents").rename(runner.workspace / name)
    out = f"out {name}"
    done = check(runner, paths=f"\n  {name}  \n", out=out, source_root=name)
    assert done.exit_code == ExitCode.OK, done.stderr
    assert done.outputs == {"out": out, "sarif": f"{out}/findings.sarif", "exit-code": "0"}
    sarif = json.loads((runner.workspace / done.outputs["sarif"]).read_text(encoding="utf-8"))
    assert sarif["version"] == "2.1.0"
    assert done.summary.startswith("#")
    assert {path.name for path in runner.workspace.iterdir()} == {name, out, CONFIGURATION}


def test_findings_are_told_where_people_look(runner: Runner) -> None:
    """The annotation names the file as it stands in the repository; a document that cannot be
    read does not keep the others from being checked.
    """
    path = runner.workspace / "documents" / "merendaal.md"
    path.write_text(AGREEMENT.replace("2. De", "3. De"), encoding="utf-8")
    done = check(runner, fail_on="warning")
    assert (done.exit_code, done.outputs["exit-code"]) == (ExitCode.FINDINGS, "3")
    assert re.search(r"^::warning .*file=documents/merendaal\.md", done.stdout, re.MULTILINE)
    assert "merendaal.md" in done.summary
    (runner.workspace / "documents" / "bad.pdf").write_text("<html>")
    done = check(runner)
    assert done.exit_code == ExitCode.SOME_FAILED
    assert "bad.pdf" in done.stdout
    assert "merendaal.md" in done.stdout


@pytest.mark.parametrize(
    ("paths", "root"),
    [
        pytest.param(".", "", id="here"),
        pytest.param("./documents/", "documents", id="folder"),
        pytest.param("documents/*/*.md", "documents", id="pattern"),
        pytest.param("documents/*.md", "documents", id="pattern-of-files"),
        pytest.param("*/*.md", "", id="pattern-of-folders"),
        pytest.param("documents/merendaal.md", "documents", id="file"),
        pytest.param("prestatie.toml", "", id="file-here"),
        pytest.param("documents/merendaal.md\ndocuments", "documents", id="two-of-one"),
        pytest.param("documents\nother", "", id="several-folders"),
    ],
)
def test_annotations_lead_to_the_documents(runner: Runner, paths: str, root: str) -> None:
    """However they are named; of several folders none is taken for the others'. The command is
    replaced by one that only says what it is asked.
    """
    (runner.workspace / "other").mkdir()
    command = Path(shutil.which("prestatie-extract", path=runner.environment["PATH"]) or "")
    command.write_text('#!/bin/sh\nif [ "$1" = validate ]; then echo "$@"; fi\n')
    said = check(runner, paths=paths).stdout
    assert f" --source-root={root} " in said
    assert ("::notice::paths are of several folders" in said) is ("other" in paths)


def test_names_of_documents_are_no_commands(runner: Runner) -> None:
    """What the tool says before the findings is heeded by nobody; then commands count again."""
    name = "::add-mask::merendaal.md"
    path = runner.workspace / "documents" / "merendaal.md"
    path.rename(path.with_name(name))
    before, token, after = _around_token(check(runner).stdout)
    assert [line for line in before if line.lstrip().startswith("::")] == []
    assert len(token) == TOKEN_CHARS
    assert any(line.startswith("::notice file=documents/%3A%3Aadd-mask%3A%3A") for line in after)


def _around_token(said: str) -> tuple[list[str], str, list[str]]:
    """The lines before commands are stopped, the token, the lines after it is said again."""
    match = re.search(r"^::stop-commands::(.+)\n((?:.*\n)*?)::\1::\n", said, re.MULTILINE)
    assert match
    return said[: match.start()].splitlines(), match[1], said[match.end() :].splitlines()


@needs("validate", "--config")
def test_configuration_may_stand_elsewhere(runner: Runner) -> None:
    """Both commands take it from there."""
    (runner.workspace / "ci").mkdir()
    (runner.workspace / CONFIGURATION).rename(runner.workspace / "ci" / CONFIGURATION)
    done = check(runner, config=f"ci/{CONFIGURATION}")
    assert done.exit_code == ExitCode.OK, done.stderr
    [path] = (runner.workspace / "prestatie-out" / "json").iterdir()
    record = json.loads(path.read_text(encoding="utf-8"))
    assert record["document"]["extractor"]["model"] is None


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        pytest.param({"paths": "gone"}, ExitCode.NO_INPUT, id="no-document"),
        pytest.param({"paths": " \n\n"}, ExitCode.USAGE, id="no-path"),
        pytest.param({"out": "a\nexit-code=0"}, ExitCode.USAGE, id="output-in-a-name"),
        pytest.param({"ocr": "often"}, ExitCode.USAGE, id="no-such-choice"),
    ],
)
def test_wrong_use_stops_at_once(
    runner: Runner, inputs: dict[str, str], expected: ExitCode
) -> None:
    """Nothing is checked then, and nothing is there for the steps that follow."""
    done = check(runner, **inputs)
    assert not {"out", "sarif"} & set(done.outputs)
    assert done.exit_code == expected, done.stderr
    assert done.outputs.get("exit-code", str(int(expected))) == str(int(expected))
    assert done.summary == ""


@pytest.mark.parametrize("is_first", [False, True], ids=["changed", "first-document"])
def test_workflow_tells_what_changed(runner: Runner, is_first: bool) -> None:
    """The summary has the difference to the base branch, which may have had no document yet."""
    path = runner.workspace / "documents" / "merendaal.md"
    if is_first:
        path.rename(path.with_name("merendaal.todo"))
    base = _commit(runner)
    path.write_text(AGREEMENT.replace("minimaal 80", "minimaal 60"), encoding="utf-8")
    out = check(runner).outputs["out"]
    [step] = [step for step in WORKFLOW_STEPS if "run" in step]
    values = {"github.event.pull_request.base.sha": base, "steps.prestatie.outputs.out": out}
    done = runner.run(step, values)
    assert done.exit_code == ExitCode.OK, done.stderr
    expected = "Nothing to compare with" if is_first else "80"
    assert expected in done.summary
    assert is_first or "60" in done.summary


def _commit(runner: Runner) -> str:
    """What is in the workspace as a commit; its name."""
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    git = ["git", *who, "-C", str(runner.workspace)]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *words], check=True)
    base = subprocess.run([*git, "rev-parse", "HEAD"], capture_output=True, text=True, check=True)
    return base.stdout.strip()


def test_workflow_uses_the_action_as_it_is() -> None:
    """Its inputs and outputs exist, and those that must be given are."""
    [step] = [step for step in WORKFLOW_STEPS if "prestatie_extract@" in step.get("uses", "")]
    assert set(step["with"]) <= set(ACTION["inputs"])
    required = {name for name, about in ACTION["inputs"].items() if about.get("required")}
    assert required <= set(step["with"])
    used = re.findall(r"steps\.prestatie\.outputs\.([\w-]+)", json.dumps(WORKFLOW_STEPS))
    assert set(used) <= set(ACTION["outputs"])


def test_every_input_is_described_and_used() -> None:
    """In a sentence; the required one has no default, the others do."""
    printed = json.dumps(ACTION["runs"])
    for name, about in ACTION["inputs"].items():
        assert about["description"].endswith(".")
        assert f"inputs.{name} }}" in printed
        assert ("default" in about) is not about.get("required", False)


@pytest.mark.parametrize("step", SHELL, ids=[step["name"] for step in SHELL])
def test_no_expression_is_part_of_a_command(step: dict[str, Any]) -> None:
    """Values come through the environment, so that none can be a command."""
    assert not EXPRESSION.search(step["run"])
    assert step["shell"] == "bash"


def test_other_actions_are_pinned() -> None:
    """To a commit, which nobody can move."""
    used = [step["uses"] for step in (*ACTION_STEPS, *WORKFLOW_STEPS) if "uses" in step]
    assert used
    assert [name for name in used if not PINNED.search(name)] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=[path.name for path in SCRIPTS])
def test_script_is_sound(path: Path) -> None:
    """Bash can parse it, and it stops at the first error."""
    subprocess.run(["bash", "-n", path], check=True)
    assert "\nset -euo pipefail\n" in path.read_text(encoding="utf-8")
