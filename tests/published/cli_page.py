"""docs/cli.md: the manual in Markdown."""

from __future__ import annotations

from tests.published.manual import Entry, Manual, manuals

from prestatie_extract.cli.surroundings import ENVIRONMENT, FILES
from prestatie_extract.errors import ExitCode

INTRODUCTION = """\
# The command line

Made from the commands by `make docs`; `prestatie-extract COMMAND --help` tells the same, and so
does `man ./man/prestatie-extract.1`. Standard output carries data only; progress, summary and
errors go to standard error. `prestatie-extract --install-completion` has bash, zsh, fish or
PowerShell complete commands, options and their values.
"""


def describe_commands() -> str:
    """Every command with its synopsis, arguments, options and examples, then what all share."""
    made = manuals()
    contents = "\n".join(f"- [{m.name}](#{m.name.replace(' ', '-')}): {_first(m)}" for m in made)
    codes = [Entry(str(int(code)), code.meaning) for code in ExitCode]
    shared = [
        _section("##", "Exit codes", _table("code", codes)),
        _section("##", "Environment", _table("variable", _entries(ENVIRONMENT))),
        _section("##", "Files", _table("path", _entries(FILES))),
    ]
    return (
        "\n".join([INTRODUCTION, f"{contents}\n", *map(_describe, made), *shared]).rstrip() + "\n"
    )


def _first(manual: Manual) -> str:
    return manual.description[0]


def _describe(manual: Manual) -> str:
    parts = [
        f"## {manual.name}\n\n" + "\n\n".join(manual.description) + "\n",
        _section("###", "Synopsis", f"```\n{manual.synopsis}\n```"),
        _section("###", "Arguments", _table("argument", manual.arguments)),
        _section("###", "Options", _table("option", manual.options)),
        _section("###", "Examples", "```\n" + "\n".join(manual.examples) + "\n```"),
    ]
    return "\n".join(part for part in parts if part)


def _section(level: str, title: str, body: str) -> str:
    return f"{level} {title}\n\n{body}\n" if body else ""


def _entries(told: dict[str, str]) -> list[Entry]:
    return [Entry(name, meaning) for name, meaning in told.items()]


def _table(head: str, entries: tuple[Entry, ...] | list[Entry]) -> str:
    if not entries:
        return ""
    rows = [f"| `{_to_cell(entry.name)}` | {_to_cell(entry.meaning)} |" for entry in entries]
    return "\n".join([f"| {head} | what it is |", "|---|---|", *rows])


def _to_cell(text: str) -> str:
    return text.replace("|", "\\|")
