"""What to know about a run when it is over."""

from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from prestatie_extract.cli.printable import say, to_printable
from prestatie_extract.cli.shorten import shorten
from prestatie_extract.findings import SEVERITIES

if TYPE_CHECKING:
    from prestatie_extract.batch import BatchResult, Outcome

LOG_COLUMNS = 120  # width of the summary where standard error is no terminal
WORST = 10  # documents in the table
STATUSES = ("ok", "warnings", "failed")
HEADINGS = ("agreements", "targets", "findings", "coverage")
LOG = logging.getLogger("prestatie_extract")


def summarise(result: BatchResult, *, is_quiet: bool) -> None:
    """The counts in the log file, if there is one, and all of it on standard error."""
    for line in summary_lines(result):
        LOG.info("%s", to_printable(line))
    if not is_quiet:
        print_summary(result)


def print_summary(result: BatchResult) -> None:
    """The worst documents as a table on standard error, and the counts below it."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("document", overflow="fold")
    table.add_column("status")
    for heading in HEADINGS:
        table.add_column(heading, justify="right")
    for outcome in find_worst(result.outcomes):
        table.add_row(*(Text(cell) for cell in _cells(outcome)))
    width = None if sys.stderr.isatty() else LOG_COLUMNS
    Console(stderr=True, highlight=False, width=width).print(table)
    for line in summary_lines(result):
        say(line)


def find_worst(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The ten one should look at first; all, in their own order, where there are no more."""
    if len(outcomes) <= WORST:
        return list(outcomes)
    return sorted(outcomes, key=_badness)[:WORST]


def summary_lines(result: BatchResult) -> Iterator[str]:
    """Counts by status, then what became of files that are not documents of their own."""
    yield _counts(result)
    copies = [
        f"{duplicate}: same content as {outcome.name}, converted once"
        for outcome in result.outcomes
        for duplicate in outcome.duplicates
    ]
    yield from shorten(copies, "more with the same content as another")
    fate = "taken out" if result.is_pruned else "kept in the tables; --prune takes it out"
    gone = [f"{name}: no longer among the inputs, {fate}" for name in result.missing]
    yield from shorten(gone, "more that are no longer among the inputs")
    yield from _corrections(result)
    yield from _made_before(result)
    if result.is_interrupted:
        yield "interrupted: what was finished is written; the same command goes on"


def _counts(result: BatchResult) -> str:
    by_status = Counter(outcome.status for outcome in result.outcomes)
    counts = ", ".join(f"{by_status[status]} {status}" for status in STATUSES if by_status[status])
    unchanged = sum(not outcome.is_new for outcome in result.outcomes)
    again = f" ({unchanged} unchanged)" if unchanged else ""
    shown = f"; the {WORST} worst above" if len(result.outcomes) > WORST else ""
    return f"{len(result.outcomes)} documents: {counts or 'none done'}{again}{shown}"


def _corrections(result: BatchResult) -> Iterator[str]:
    """What became of the corrections; those that met nothing each on a line."""
    by_status: Counter[str] = Counter()
    for outcome in result.outcomes:
        by_status.update(outcome.summary.corrections)
    by_status.update(stray.status for stray in result.stray_corrections)
    if by_status:
        counts = ", ".join(f"{by_status[s]} {s.replace('_', ' ')}" for s in sorted(by_status))
        yield f"{by_status.total()} corrections: {counts}"
    yield from _unapplied(result)
    strays = [f"{s.source_file}: {s.agreement_id}: {s.reason}" for s in result.stray_corrections]
    yield from shorten(list(dict.fromkeys(strays)), "more corrections that meet no document")
    undone = [
        f"{name}: its corrections are undone, as this run has none: is --corrections missing?"
        for name in result.undone_corrections
    ]
    yield from shorten(undone, "more whose corrections are undone")
    stale = [
        f"{name}: its corrections changed, but it is not among the inputs"
        for name in result.stale_corrections
    ]
    yield from shorten(stale, "more with changed corrections that are not among the inputs")


def _unapplied(result: BatchResult) -> Iterator[str]:
    """The corrections of records that are not applied: where each stands and why."""
    from prestatie_extract.batch.messages import UNAPPLIED

    lines = [
        f"{found.source_file}: {found.agreement_id}: {found.field}: {found.reason}"
        for outcome in result.outcomes
        for found in outcome.summary.unapplied
    ]
    counts = (outcome.summary.corrections.items() for outcome in result.outcomes)
    count = sum(number for item in counts for status, number in item if status in UNAPPLIED)
    yield from shorten(lines, "more corrections that are not applied", count=count)


def _made_before(result: BatchResult) -> Iterator[str]:
    """What other commands made of the tables that were replaced."""
    from prestatie_extract.batch.derived import DATABASE_SUFFIX

    for name in result.made_before:
        command = "db" if name.endswith(DATABASE_SUFFIX) else "report"
        again = f"make it again with prestatie-extract {command}"
        yield f"{name}: made of the tables before this run: {again}"


def _badness(outcome: Outcome) -> tuple[bool, int, int, float, str]:
    """Smallest for the worst: failed, then by errors, warnings and what was lost."""
    findings, ratio = outcome.summary.findings, outcome.summary.assigned_ratio
    return (
        outcome.status != "failed",
        -findings.get("error", 0),
        -findings.get("warning", 0),
        1.0 if ratio is None else ratio,
        outcome.name,
    )


def _cells(outcome: Outcome) -> list[str]:
    name = to_printable(outcome.name)
    if outcome.record_name is None:
        return [name, outcome.status, "", "", "", ""]
    summary = outcome.summary
    findings = [f"{summary.findings[s]} {s}" for s in SEVERITIES if summary.findings.get(s)]
    ratio = summary.assigned_ratio
    return [
        name,
        outcome.status,
        str(summary.agreements),
        str(summary.targets),
        ", ".join(findings) or "0",
        "" if ratio is None else f"{ratio:.1%}",
    ]
