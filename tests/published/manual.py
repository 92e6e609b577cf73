"""What the command line tells of itself, taken from its commands: the matter of a manual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import typer

from prestatie_extract.cli import app

PROGRAM = "prestatie-extract"
EXAMPLE = re.compile(rf"(?:[A-Z_]+=\S+ )*{PROGRAM} ")
"""How an example in a help begins; a variable of the environment may stand before it."""
NOT_WRAPPED = "\b"
"""Before a paragraph whose lines stay as they are."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An argument or option: how it is written and what it does."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Manual:
    """A command."""

    name: str
    """With the program's name in front."""
    synopsis: str
    description: tuple[str, ...]
    """Paragraphs, each on one line."""
    arguments: tuple[Entry, ...]
    options: tuple[Entry, ...]
    examples: tuple[str, ...]


def commands() -> dict[str, Any]:
    """Every command by its name, the program itself under "" first."""
    group: Any = typer.main.get_command(app)
    return {"": group, **group.commands}


def manuals() -> list[Manual]:
    """The program, then its commands in their order."""
    return [_describe(name, command) for name, command in commands().items()]


def context_of(name: str, command: Any) -> typer.Context:
    """The context in which a command describes itself."""
    return typer.Context(command, info_name=f"{PROGRAM} {name}".strip())


def examples_of(command: Any) -> tuple[str, ...]:
    """The lines of its help that can be typed."""
    lines = (line.strip() for line in (command.help or "").splitlines())
    return tuple(line for line in lines if EXAMPLE.match(line))


def _describe(name: str, command: Any) -> Manual:
    context = context_of(name, command)
    kinds: dict[str, list[Entry]] = {"argument": [], "option": []}
    for parameter in command.get_params(context):
        written, meaning = parameter.get_help_record(context)
        kinds[parameter.param_type_name].append(Entry(_tidy(written), _to_line(meaning)))
    return Manual(
        name=f"{PROGRAM} {name}".strip(),
        synopsis=" ".join([f"{PROGRAM} {name}".strip(), *_pieces(command, context)]),
        description=tuple(_describe_in_words(command.help)),
        arguments=tuple(kinds["argument"]),
        options=tuple(kinds["option"]),
        examples=examples_of(command),
    )


def _tidy(written: str) -> str:
    """Without the marks of Typer: `[FILE] <path>` is FILE, `<list[a|b]>` is <a|b>."""
    if not written.startswith("-"):
        written = written.split(" <", maxsplit=1)[0].strip("[]{}*")
    return re.sub(r"<list\[(.+)\]>", r"<\1>", written)


def _pieces(command: Any, context: typer.Context) -> Iterator[str]:
    """The words after the command: options that there must be stand before the others."""
    for parameter in command.params:
        if parameter.param_type_name == "option" and parameter.required:
            yield parameter.get_help_record(context)[0]
    for piece in command.collect_usage_pieces(context):
        yield re.sub(r"[{}]", "", piece)


def _describe_in_words(text: str) -> Iterator[str]:
    for paragraph in text.replace("\f", "").split("\n\n"):
        if not paragraph.lstrip("\n").startswith(NOT_WRAPPED):
            yield _to_line(paragraph)


def _to_line(text: str) -> str:
    return " ".join(text.split())
