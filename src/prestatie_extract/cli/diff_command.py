"""`prestatie-extract diff`: what changed between two records or two folders."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prestatie_extract.cli.exits import errors_on_one_line
from prestatie_extract.cli.output import put_out
from prestatie_extract.cli.printable import say
from prestatie_extract.errors import ExitCode

if TYPE_CHECKING:
    from prestatie_extract.diff import Comparison

CLASSES = ("same", "changed", "moved", "new", "dropped")


class DiffFormat(StrEnum):
    """What a comparison is written as."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


def parse_classes(text: str) -> tuple[str, ...]:
    """The classes named, commas between.

    Raises:
        typer.BadParameter: one is no class.
    """
    named = tuple(name.strip() for name in text.split(",") if name.strip())
    if unknown := [name for name in named if name not in CLASSES]:
        known = ", ".join(CLASSES)
        raise typer.BadParameter(f"{', '.join(map(repr, unknown))}: the classes are {known}")
    return named


Old = Annotated[
    Path, typer.Argument(metavar="OLD", help="The earlier record (.json), or a folder of them.")
]
New = Annotated[Path, typer.Argument(metavar="NEW", help="The later one.")]
Format = Annotated[DiffFormat, typer.Option("--format", help="What to write.")]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Where to write; standard output if left out."),
]
Only = Annotated[
    str,
    typer.Option(
        "--only",
        metavar="CLASS,…",
        callback=lambda text: ",".join(parse_classes(text)),
        help="Show only these, and count only these for --exit-code: " + ", ".join(CLASSES) + ".",
    ),
]
HasExitCode = Annotated[
    bool, typer.Option("--exit-code", help="Exit with 3 where anything is different.")
]

HELP = """Show what changed between two records or two folders.

Agreements are matched by text, number and section, and are the same, changed, moved, new or
dropped; for changed ones the words and numbers that changed. The documents of two folders are
paired by file, municipality, kind and period.

\b
Examples:
  prestatie-extract diff 2023/json/merendaal-2023.json 2024/json/merendaal-2024.json
  prestatie-extract diff before after --exit-code
  prestatie-extract diff before after --format markdown --only changed,new,dropped
  prestatie-extract diff before after --format html --out changes.html
"""


def diff(
    old: Old,
    new: New,
    form: Format = DiffFormat.TEXT,
    out: Out = None,
    only: Only = "",
    has_exit_code: HasExitCode = False,
) -> None:
    """Show what changed between two records or two folders."""
    classes = parse_classes(only)
    with errors_on_one_line():
        from prestatie_extract.diff import Form, compare, load_records, render

        olds, news = load_records(old), load_records(new)
        is_given = old.is_file() and new.is_file()
        comparison: Comparison = compare(olds, news, is_given=is_given)
        put_out(render(comparison, Form(form), classes), out)
        if out is not None:
            say(f"written: {out}")
        is_different = comparison.is_different(classes)
    if has_exit_code and is_different:
        raise typer.Exit(ExitCode.FINDINGS)
