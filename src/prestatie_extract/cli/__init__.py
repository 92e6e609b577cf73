"""The command line: declares parameters, calls one function, prints, maps errors to exit codes.

Standard output carries data only. Everything heavy is imported when it is needed, so that `--help`
answers at once.
"""

from __future__ import annotations

import signal
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from prestatie_extract import __version__
from prestatie_extract.cli import (
    config_command,
    diff_command,
    evaluate_command,
    options,
    report_command,
    schema_command,
    validate_command,
)
from prestatie_extract.cli.configured import ConfiguredCommand
from prestatie_extract.cli.exits import EXIT_CODES, errors_on_one_line
from prestatie_extract.cli.output import put_out
from prestatie_extract.cli.printable import say
from prestatie_extract.cli.surroundings import SURROUNDINGS
from prestatie_extract.errors import NoInput
from prestatie_extract.read import OcrMode

if TYPE_CHECKING:
    from prestatie_extract.batch import BatchResult, Settings

HELP = """Dutch housing performance agreements (prestatieafspraken) as data.

\b
Examples:
  prestatie-extract run data/raw --out data/structured
  prestatie-extract run --help
  prestatie-extract --install-completion
"""
RUN_HELP = """Convert documents to JSON and Parquet.

What an earlier run finished is skipped, so that the same command goes on where it stopped.

\b
Examples:
  prestatie-extract run data/raw --out data/structured
  prestatie-extract run data/raw/*.pdf --out data/structured --format csv --fail-on error
  prestatie-extract run s3://bucket/raw --out s3://bucket/out --jobs 4 --timeout 60 --log run.log
"""
SHOW_HELP = """Print the record of one document as JSON on standard output.

\b
Examples:
  prestatie-extract show data/raw/merendaal-2025-2028.pdf > record.json
  prestatie-extract show scan.pdf --ocr force --model none
"""
DB_HELP = """Write the tables of an output folder as a DuckDB file, with views for the usual joins.

\b
Examples:
  prestatie-extract db data/structured
  prestatie-extract db data/structured --out agreements.duckdb
"""

app = typer.Typer(
    name="prestatie-extract",
    help=HELP,
    epilog=f"{EXIT_CODES}\n\n{SURROUNDINGS}",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command line; a request to end is taken as an interrupt, so that nothing is lost."""
    signal.signal(signal.SIGTERM, _interrupt)
    app(prog_name=app.info.name)  # also as "python -m", so that completion finds the command


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


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


@app.command(cls=ConfiguredCommand, help=RUN_HELP, epilog=EXIT_CODES)
def run(  # noqa: PLR0913, PLR0917 (each parameter is an option)
    inputs: options.Inputs,
    out: options.Out,
    formats: options.Format = None,
    licence: options.Licence = "",
    fail_on: options.FailOnOption = None,
    ocr: options.Ocr = OcrMode.AUTO,
    model: options.Model = "",
    corrections: options.CorrectionsOption = "",
    vocabulary: options.VocabularyOption = "",
    jobs: options.Jobs = 0,
    timeout: options.Timeout = 120.0,
    memory: options.Memory = "2GB",  # type: ignore[assignment]  # parsed by typer
    engine: options.EngineOption = options.Engine.LOCAL,
    scheduler: options.Scheduler = None,
    prune: options.Prune = False,
    retry_failed: options.RetryFailed = False,
    quiet: options.Quiet = False,
    log: options.Log = None,
    config: options.Config = "",  # noqa: ARG001 (its callback gives the others their defaults)
) -> None:
    """Convert documents to JSON and Parquet."""
    from prestatie_extract.cli.corrections import choose_corrections, choose_vocabulary
    from prestatie_extract.cli.progress import logging_to

    with errors_on_one_line(), logging_to(log):
        from prestatie_extract.batch import EngineName, Limits, Settings

        settings = Settings(
            limits=Limits(timeout, memory), ocr=ocr, model=model,
            corrections=choose_corrections(corrections, is_quiet=quiet),
            vocabulary=choose_vocabulary(vocabulary), jobs=jobs,
            engine=EngineName(engine), scheduler=scheduler, licence=licence, prune=prune,
            with_csv=options.TableFormat.CSV in (formats or ()), retry_failed=retry_failed,
        )  # fmt: skip
        code = _convert(inputs, out, settings, is_quiet=quiet).exit_code(fail_on)
    raise typer.Exit(code)


def _convert(inputs: list[str], out: str, settings: Settings, *, is_quiet: bool) -> BatchResult:
    """Convert with what is told on the way and at the end."""
    from prestatie_extract.batch import convert
    from prestatie_extract.cli.progress import reporting
    from prestatie_extract.cli.summary import summarise

    with reporting(is_quiet=is_quiet) as reporter:
        result = convert(inputs, out, settings, on_start=reporter.start, on_outcome=reporter.finish)
    summarise(result, is_quiet=is_quiet)
    return result


@app.command(help=SHOW_HELP, epilog=EXIT_CODES)
def show(  # noqa: PLR0913, PLR0917
    file: options.File,
    ocr: options.Ocr = OcrMode.AUTO,
    model: options.Model = "",
    corrections: options.CorrectionsOption = "",
    vocabulary: options.VocabularyOption = "",
    timeout: options.Timeout = 120.0,
    memory: options.Memory = "2GB",  # type: ignore[assignment]  # parsed by typer
    config: options.Config = "",  # noqa: ARG001
) -> None:
    """Print the record of one document as JSON on standard output."""
    from prestatie_extract.cli.corrections import choose_corrections, choose_vocabulary
    from prestatie_extract.cli.progress import report_failure

    with errors_on_one_line(file.name):
        if not file.is_file():
            raise NoInput("there is no such file: check the path")
        from prestatie_extract.batch import BatchResult, Limits, convert_alone

        record, outcome = convert_alone(
            file, Limits(timeout, memory), ocr, model,
            corrections=choose_corrections(corrections), vocabulary=choose_vocabulary(vocabulary),
        )  # fmt: skip
        put_out(record.decode())
        report_failure(outcome)
    raise typer.Exit(BatchResult((outcome,)).exit_code())


@app.command(cls=ConfiguredCommand, help=DB_HELP, epilog=EXIT_CODES)
def db(
    folder: options.Folder,
    out: options.Database = None,
    config: options.Config = "",  # noqa: ARG001
) -> None:
    """Write the tables of an output folder as one DuckDB file."""
    with errors_on_one_line():
        from prestatie_extract.dataset import write_database

        say(f"written: {write_database(folder, out)}")


app.command(cls=ConfiguredCommand, help=report_command.HELP, epilog=EXIT_CODES)(
    report_command.report
)
app.command(cls=ConfiguredCommand, help=validate_command.HELP, epilog=EXIT_CODES)(
    validate_command.validate
)
app.command(help=diff_command.HELP, epilog=EXIT_CODES)(diff_command.diff)
app.command(help=evaluate_command.HELP, epilog=EXIT_CODES)(evaluate_command.evaluate)
app.command(help=schema_command.HELP, epilog=EXIT_CODES)(schema_command.schema)
app.command(help=config_command.HELP, epilog=EXIT_CODES)(config_command.config)
