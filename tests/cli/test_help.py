"""Every command explains itself: options, defaults, examples that can be typed."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from tests.published.manual import PROGRAM, commands, context_of, examples_of
from typer.testing import CliRunner

from prestatie_extract.cli import app

COMMANDS = commands()
PARAMETERS = [
    (f"{name} {parameter.opts[0]}".strip(), context_of(name, command), parameter)
    for name, command in COMMANDS.items()
    for parameter in command.get_params(context_of(name, command))
]
EXAMPLES = [(name, line) for name, command in COMMANDS.items() for line in examples_of(command)]
BARE_TYPES = re.compile(r"<(str|int|float|path|int range|float range)>")
"""What Typer calls a value that has no name of its own."""
COLUMNS = 80  # of a terminal; click wraps paragraphs, not lists
parametrised = pytest.mark.parametrize(
    ("context", "parameter"), [row[1:] for row in PARAMETERS], ids=[row[0] for row in PARAMETERS]
)


@parametrised
def test_parameter_is_explained(context: typer.Context, parameter: Any) -> None:
    """In a sentence, with a name for its value and the default where there is one."""
    written, meaning = parameter.get_help_record(context)
    sentence = meaning.split("  [")[0]
    assert sentence[0].isupper() or ": " in sentence
    assert sentence.endswith("."), sentence
    if parameter.param_type_name == "option" and not parameter.is_flag:
        assert re.search(r" \S", written.split(", ")[-1]), f"{written}: give it a metavar"
        assert not BARE_TYPES.search(written), f"{written}: give it a metavar"
        if parameter.default not in (None, "", (), []):
            assert "[default: " in meaning, f"{written}: show the default"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_a_summary_and_examples(name: str) -> None:
    """The first sentence fits the list of commands' manner; examples stand below a heading."""
    text = COMMANDS[name].help
    assert text.split("\n\n")[0].strip().endswith(".")
    assert "\nExamples:\n" in text
    assert examples_of(COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_help_fits_a_terminal(name: str) -> None:
    """Also the lists, which are not wrapped, but for examples, which are copied."""
    printed = CliRunner().invoke(app, [*name.split(), "--help"], env={"COLUMNS": str(COLUMNS)})
    assert printed.exit_code == 0
    lines = printed.stdout.splitlines()
    assert [x for x in lines if len(x) > COLUMNS and PROGRAM not in x] == []


@pytest.mark.parametrize(
    ("name", "line"), EXAMPLES, ids=[line.removeprefix(f"{PROGRAM} ") for _, line in EXAMPLES]
)
def test_example_can_be_typed(
    name: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its options exist and take such values; nothing is carried out."""
    monkeypatch.chdir(tmp_path)
    words = list(_words(line))
    for word in words:
        _make(Path(word))
    if not name:  # the examples of the program name a command or an option of its own
        name = "" if words[0].startswith("-") else words.pop(0)
    elif words.pop(0) != name:
        pytest.fail(f"an example of another command: {line}")
    command = COMMANDS[name]
    known = {option for parameter in _parameters(name) for option in parameter.opts}
    assert {word.split("=")[0] for word in words if word.startswith("-")} <= known
    if not {"--help", "--install-completion"} & set(words):
        command.make_context(name, words)


def _parameters(name: str) -> Any:
    return COMMANDS[name].get_params(context_of(name, COMMANDS[name]))


def _words(line: str) -> Iterator[str]:
    """The arguments of the first command of a line, as a shell would hand them on."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|>&;")
    lexer.whitespace_split = True
    is_ours = False
    for word in lexer:
        if word in {"|", ">", ">>", "&&", ";"}:
            return
        if is_ours:
            yield word
        is_ours = is_ours or word == PROGRAM


def _make(path: Path) -> None:
    """Something of that name, so that an option that wants a file or a folder finds one."""
    if str(path).startswith("-") or path.is_absolute():
        return
    (path.parent if path.suffix else path).mkdir(parents=True, exist_ok=True)
    if path.suffix and not path.exists():
        path.touch()
