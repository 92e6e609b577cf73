"""`prestatie-extract validate`: records and tables against the contract and the gates."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prestatie_extract.cli.exits import errors_on_one_line
from prestatie_extract.cli.options import Config, FailOn, parse_path
from prestatie_extract.cli.output import put_out, to_printable_lines
from prestatie_extract.cli.printable import say
from prestatie_extract.errors import ExitCode, OutputError

if TYPE_CHECKING:
    from prestatie_extract.findings import Inspection
    from prestatie_extract.verify import Gates

HELP = """Check records and tables: the contract, what extraction found, the quality gates.

Findings go to standard output; the exit code is 3 where one is at least as severe as --fail-on.

\b
Examples:
  prestatie-extract validate data/structured
  prestatie-extract validate data/structured --fail-on warning
  prestatie-extract validate data/structured --format github --source-root data/raw
  prestatie-extract validate data/structured --format sarif > findings.sarif
  prestatie-extract validate data/structured --config ci/prestatie.toml
"""


class FindingsFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH",
        parser=parse_path,
        help="Records (.json), output folders of 'run', or folders that hold some.",
    ),
]
FailOnOption = Annotated[
    FailOn, typer.Option("--fail-on", help="Exit with 3 where a finding is at least this severe.")
]
Format = Annotated[
    FindingsFormat,
    typer.Option(
        "--format",
        help="text: a line a finding; github: annotations; sarif, junit: for other platforms.",
    ),
]
SourceRoot = Annotated[
    str,
    typer.Option(
        "--source-root",
        metavar="DIR",
        help="Folder of the documents in the repository, so that findings lead to them.",
    ),
]
StepSummary = Annotated[
    Path | None,
    typer.Option(
        "--step-summary",
        metavar="FILE",
        help="Append a summary in Markdown, as to $GITHUB_STEP_SUMMARY.",
    ),
]


def validate(
    paths: Paths,
    fail_on: FailOnOption = FailOn.ERROR,
    form: Format = FindingsFormat.TEXT,
    source_root: SourceRoot = "",
    step_summary: StepSummary = None,
    config: Config = "",
) -> None:
    """Check records and tables."""
    with errors_on_one_line():
        from prestatie_extract.verify import inspect

        inspection = inspect(paths, _load_gates(config))
        for name in inspection.left_out:
            say(f"{name}: not looked at: it is neither a record nor a folder")
        _print(inspection, form, fail_on=fail_on, source_root=source_root)
        if step_summary is not None:
            _append_summary(inspection, step_summary)
    if _reaches(inspection, fail_on):
        raise typer.Exit(ExitCode.FINDINGS)


def _load_gates(config: str) -> Gates:
    from prestatie_extract.configuration.loading import load_configuration

    return load_configuration(config or None).values.to_gates()


def _print(inspection: Inspection, form: FindingsFormat, *, fail_on: str, source_root: str) -> None:
    """The findings on standard output; as text nothing where there are none."""
    if form is FindingsFormat.TEXT and not inspection.notices:
        return
    from prestatie_extract.renderings import Form, render

    text = render(inspection, Form(form), fail_on=fail_on, source_root=source_root)
    put_out(to_printable_lines(text) if form is FindingsFormat.TEXT else text)


def _append_summary(inspection: Inspection, path: Path) -> None:
    from prestatie_extract.renderings import step_summary

    try:
        taken = path.stat().st_size if path.is_file() else 0
        with path.open("a", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(step_summary(inspection, taken_bytes=taken))
    except OSError as error:
        raise OutputError(f"{path}: the summary cannot be written: {error.strerror}") from error


def _reaches(inspection: Inspection, fail_on: FailOn) -> bool:
    """Whether a finding is at least as severe."""
    severities = list(FailOn)
    limit = severities.index(fail_on)
    return any(severities.index(FailOn(n.severity)) >= limit for n in inspection.notices)
