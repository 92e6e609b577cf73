"""`prestatie-extract report`: the output of a run as pages for people."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from prestatie_extract.cli import options
from prestatie_extract.cli.exits import errors_on_one_line
from prestatie_extract.cli.printable import say
from prestatie_extract.errors import ExitCode

Output = Annotated[
    Path,
    typer.Argument(
        metavar="DIR",
        help="The folder that 'run --out' wrote. Without it that of prestatie.toml.",
    ),
]
Site = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Where the site goes; DIR/report if left out."),
]
Sources = Annotated[
    list[Path] | None,
    typer.Option(
        "--sources",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="A folder to look for documents that are no longer where they were read; repeatable.",
    ),
]

HELP = """Show the output of a run as a site: each agreement beside the page it stands on.

Open index.html in a browser; it needs no server and no network.

\b
Examples:
  prestatie-extract report data/structured
  prestatie-extract report data/structured --out site --sources archive/pdf
"""
NAMED = 10  # documents in a list before "and so many more"


def report(  # noqa: PLR0913, PLR0917 (each parameter is an option)
    output: Output,
    out: Site = None,
    sources: Sources = None,
    jobs: options.Jobs = 0,
    timeout: options.Timeout = 120.0,
    memory: options.Memory = "2GB",  # type: ignore[assignment]  # parsed by typer
    quiet: options.Quiet = False,
    config: options.Config = "",  # noqa: ARG001 (its callback gives the others their defaults)
) -> None:
    """Show the output of a run as a site."""
    with errors_on_one_line():
        from prestatie_extract.batch import Limits, Settings
        from prestatie_extract.report import write_site

        settings = Settings(limits=Limits(timeout, memory), jobs=jobs)
        counter = _Counter(is_quiet=quiet)
        made = write_site(
            output, out, search=tuple(sources or ()), settings=settings,
            on_start=counter.start, on_done=counter.step,
        )  # fmt: skip
    _name(made.missing, "not found, shown without its pages: name its folder with --sources")
    _name(made.undrawn, "its pages could not be drawn, shown without them")
    for name, message in made.broken[:NAMED]:
        say(f"error: {name}: not shown: {message}")
    if len(made.broken) > NAMED:
        say(f"error: and {len(made.broken) - NAMED} more documents are not shown")
    if not quiet:
        failed = f", {made.failed} failed" if made.failed else ""
        left_out = f", {len(made.broken)} not shown" if made.broken else ""
        noun = "document" if made.documents == 1 else "documents"
        say(f"{made.index}: {made.documents} {noun}{failed}{left_out}")
    if made.broken:
        raise typer.Exit(ExitCode.SOME_FAILED)


class _Counter:
    """Tells on a terminal how far it is, on one line."""

    def __init__(self, *, is_quiet: bool) -> None:
        self._is_told = sys.stderr.isatty() and not is_quiet
        self._total = self._done = 0

    def start(self, total: int) -> None:
        self._total = total

    def step(self, _: str) -> None:
        self._done += 1
        if self._is_told:
            is_last = self._done == self._total
            typer.echo(f"\r{self._done}/{self._total} documents", err=True, nl=is_last)


def _name(documents: tuple[str, ...], problem: str) -> None:
    for name in documents[:NAMED]:
        say(f"warning: {name}: {problem}")
    if len(documents) > NAMED:
        say(f"warning: and {len(documents) - NAMED} more: {problem}")
