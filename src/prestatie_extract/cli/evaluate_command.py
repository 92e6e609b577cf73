"""`prestatie-extract evaluate`: how much of the output is right, by hand-made annotations."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prestatie_extract.cli.exits import errors_on_one_line
from prestatie_extract.cli.output import put_out, to_printable_lines
from prestatie_extract.cli.printable import complain, say
from prestatie_extract.errors import ExitCode

if TYPE_CHECKING:
    from prestatie_extract.evaluate import Evaluation


class EvaluationFormat(StrEnum):
    """How the figures are shown."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


Output = Annotated[Path, typer.Argument(metavar="DIR", help="The folder that 'run --out' wrote.")]
GoldFolder = Annotated[
    Path,
    typer.Option("--gold", metavar="DIR", help="Annotations, one .json file a document."),
]
FailUnder = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-under",
        metavar="FIELD=NUMBER",
        help="Exit with 3 where the mean of a field is less, as agreements=0.98 or "
        "targets.recall=0.9; repeatable.",
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FILE", help="An earlier evaluation: tell gains and losses."
    ),
]
EvaluationFile = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Write the evaluation, for a later --baseline."),
]
Form = Annotated[EvaluationFormat, typer.Option("--format", help="How the figures are shown.")]
Show = Annotated[bool, typer.Option("--show", help="List every miss; JSON always does.")]
Rounds = Annotated[
    int,
    typer.Option(
        "--rounds", metavar="N", min=0, max=20_000, help="Resamples for the intervals; 0 for none."
    ),
]

HELP = """Compare records with annotations: precision, recall and F1 a field, with intervals.

\b
Examples:
  prestatie-extract evaluate --gold gold data/structured
  prestatie-extract evaluate --gold gold data/structured --fail-under agreements=0.98
  prestatie-extract evaluate --gold gold data/structured --out now.json --baseline before.json
"""


def evaluate(  # noqa: PLR0913, PLR0917 (each parameter is an option)
    output: Output,
    gold: GoldFolder,
    fail_under: FailUnder = None,
    baseline: Baseline = None,
    out: EvaluationFile = None,
    form: Form = EvaluationFormat.TEXT,
    show: Show = False,
    rounds: Rounds = 1000,
) -> None:
    """Compare records with annotations."""
    with errors_on_one_line():
        from prestatie_extract import evaluate as work

        limits = [work.parse_limit(text) for text in fail_under or ()]
        earlier = work.load_snapshot(baseline) if baseline else None
        made = work.evaluate(output, gold, rounds=rounds)
        comparison = work.compare(earlier, work.take_snapshot(made)) if earlier else None
        if out is not None:
            put_out(work.evaluation_to_text(made), out)
        text = work.render(made, work.Format(form), comparison=comparison, with_misses=show)
        broken = work.find_broken_limits(made, limits)
        put_out(text if form is EvaluationFormat.JSON else to_printable_lines(text))
    _tell(made, broken)
    if broken:
        raise typer.Exit(ExitCode.FINDINGS)


def _tell(made: Evaluation, broken: list[str]) -> None:
    for line in made.complaints:
        say(f"warning: {line}")
    for line in broken:
        complain(line)
