"""The command line: declares parameters, calls one function, prints, maps errors to exit codes.

Standard output carries data only. Everything heavy is imported when it is needed, so that `--help`
answers at once.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prestatie_extract import __version__
from prestatie_extract.errors import ExitCode, NoInput, PrestatieError

if TYPE_CHECKING:
    from prestatie_extract.batch import BatchResult, Outcome

UNPRINTABLE = frozenset({"Cc", "Cf", "Cs"})
"""Unicode categories that a terminal must not be sent: control, format, surrogate."""

LOG_COLUMNS = 120  # width of the summary where standard error is no terminal

EXIT_CODES = "\b\nExit codes:\n" + "\n".join(f"{code:>5}  {code.meaning}" for code in ExitCode)

app = typer.Typer(
    name="prestatie-extract",
    help="Dutch housing performance agreements (prestatieafspraken) as data.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class FailOn(StrEnum):
    """The mildest severity of a finding that makes the exit code 3."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def main() -> None:
    """Run the command line."""
    app()


def _print_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print it and stop."
        ),
    ] = False,
) -> None:
    pass


@app.command(epilog=EXIT_CODES)
def run(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Files (PDF, .txt, .md), folders or glob patterns."),
    ],
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Where json/ and parquet/ are written.")
    ],
    csv: Annotated[
        bool, typer.Option("--csv", help="Write the tables as CSV too, in csv/.")
    ] = False,
    fail_on: Annotated[
        FailOn | None,
        typer.Option("--fail-on", help="Exit with 3 where a finding is at least this severe."),
    ] = None,
) -> None:
    """Convert documents to JSON and Parquet."""
    with _errors_on_one_line():
        from prestatie_extract.batch import convert

        result = convert(inputs, out, on_outcome=_report, with_csv=csv)
        _print_summary(result)
        code = result.exit_code(fail_on)
    raise typer.Exit(code)


@app.command(epilog=EXIT_CODES)
def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A PDF, .txt or .md file.")],
) -> None:
    """Print the record of one document as JSON on standard output."""
    with _errors_on_one_line(file.name):
        if not file.is_file():
            raise NoInput("there is no such file: check the path")
        from prestatie_extract.batch import BatchResult, describe
        from prestatie_extract.pipeline import extract
        from prestatie_extract.write import record_to_json

        record = extract(file)
        sys.stdout.buffer.write(record_to_json(record).encode())
        sys.stdout.flush()
        outcome = describe(record, file.name)
        _report(outcome)
    raise typer.Exit(BatchResult((outcome,)).exit_code())


def to_printable(text: str) -> str:
    """The text without control characters and direction marks; a line break becomes a space.

    A text from a PDF may hold escape sequences that move the cursor or retitle the window.
    """
    return "".join(map(_to_printable_character, text))


def _to_printable_character(character: str) -> str:
    if character in "\n\r\t":
        return " "
    return "�" if unicodedata.category(character) in UNPRINTABLE else character


@contextmanager
def _errors_on_one_line(name: str | None = None) -> Iterator[None]:
    """What a user can mend as one line on standard error; a bug keeps its traceback."""
    try:
        yield
    except PrestatieError as error:
        _complain(f"{name}: {error}" if name else str(error))
        raise typer.Exit(error.exit_code) from error
    except KeyboardInterrupt:
        _complain("interrupted")
        raise typer.Exit(ExitCode.INTERRUPTED) from None


def _complain(message: str) -> None:
    typer.echo(f"error: {to_printable(message)}", err=True)


def _report(outcome: Outcome) -> None:
    """Say why a document failed, as soon as it did."""
    if outcome.error_message:
        _complain(f"{outcome.name}: {outcome.error_message}")
    for line in (outcome.trace or "").splitlines():
        typer.echo(f"  {to_printable(line)}", err=True)


def _print_summary(result: BatchResult) -> None:
    """A line a document on standard error, and below them what to know about the whole."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("document", overflow="fold")
    table.add_column("status")
    for heading in ("agreements", "targets", "findings", "coverage"):
        table.add_column(heading, justify="right")
    for outcome in result.outcomes:
        table.add_row(*(Text(cell) for cell in _summary_cells(outcome)))
    width = None if sys.stderr.isatty() else LOG_COLUMNS
    console = Console(stderr=True, highlight=False, width=width)
    console.print(table)
    for outcome in result.outcomes:
        for duplicate in outcome.duplicates:
            note = f"{duplicate}: same content as {outcome.name}, converted once"
            console.print(Text(to_printable(note)))
    if result.is_interrupted:
        console.print(Text("interrupted: what was finished is written"))


def _summary_cells(outcome: Outcome) -> list[str]:
    if outcome.json_path is None:
        return [to_printable(outcome.name), outcome.status, "", "", "", ""]
    findings = [f"{outcome.findings[s]} {s}" for s in FailOn if outcome.findings[s]]
    ratio = outcome.assigned_ratio
    return [
        to_printable(outcome.name),
        outcome.status,
        str(outcome.agreements),
        str(outcome.targets),
        ", ".join(findings) or "0",
        "" if ratio is None else f"{ratio:.1%}",
    ]
