"""How far a run is: a bar on a terminal, lines elsewhere, and the log file."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from prestatie_extract.cli.printable import complain, say, to_printable
from prestatie_extract.errors import OutputError

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from prestatie_extract.batch import Outcome

LOG = logging.getLogger("prestatie_extract")
LOG.addHandler(logging.NullHandler())
LOG.propagate = False  # only into the file that was asked for


class Reporter(Protocol):
    """Is told what happens, as it happens."""

    def start(self, total: int) -> None:
        """So many documents there are."""
        ...

    def finish(self, outcome: Outcome) -> None:
        """One more is done."""
        ...


class Quiet:
    """Errors only."""

    def start(self, total: int) -> None:
        LOG.info("%d documents", total)

    def finish(self, outcome: Outcome) -> None:
        log_outcome(outcome)
        report_failure(outcome)


class Lines:
    """A line for each document that is converted, for logs of CI and for pipes."""

    def __init__(self) -> None:
        self._total = self._done = 0

    def start(self, total: int) -> None:
        self._total = total
        LOG.info("%d documents", total)

    def finish(self, outcome: Outcome) -> None:
        self._done += 1
        log_outcome(outcome)
        report_failure(outcome)
        if outcome.is_new:
            say(f"[{self._done}/{self._total}] {describe_outcome(outcome)}")


class Bar:
    """A bar with pages a second, failures so far and the time that is left."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task: TaskID | None = None
        self._pages = self._failed = 0
        self._started = time.monotonic()

    def start(self, total: int) -> None:
        LOG.info("%d documents", total)
        self._task = self._progress.add_task("documents", total=total, speed="", failed="")

    def finish(self, outcome: Outcome) -> None:
        log_outcome(outcome)
        report_failure(outcome)
        self._pages += outcome.summary.pages if outcome.is_new else 0
        self._failed += outcome.status == "failed"
        speed = self._pages / max(time.monotonic() - self._started, 1e-3)
        assert self._task is not None
        failed = f"{self._failed} failed" if self._failed else ""
        self._progress.update(self._task, advance=1, speed=f"{speed:.1f} pages/s", failed=failed)


@contextmanager
def reporting(*, is_quiet: bool) -> Iterator[Reporter]:
    """What fits where standard error goes."""
    if is_quiet:
        yield Quiet()
    elif not sys.stderr.isatty():
        yield Lines()
    else:
        with _make_progress() as progress:
            yield Bar(progress)


def _make_progress() -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[speed]}"),
        TextColumn("[red]{task.fields[failed]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def describe_outcome(outcome: Outcome) -> str:
    """One line: name, status, what was found."""
    if outcome.record_name is None:
        return f"{outcome.name}: {outcome.error_code}"
    summary = outcome.summary
    again = "" if outcome.is_new else ", unchanged"
    counts = f"{summary.agreements} agreements, {summary.targets} targets"
    return f"{outcome.name}: {outcome.status}, {counts}{again}"


def report_failure(outcome: Outcome) -> None:
    """Say why a document failed, as soon as it did."""
    from prestatie_extract.batch.outcomes import reproduce_command

    if outcome.error_message:
        complain(f"{outcome.name}: {outcome.error_message}")
    if outcome.limits and outcome.url != outcome.name:
        say(f"  from here: {reproduce_command(outcome.url, outcome.limits)}")
    for line in (outcome.trace or "").splitlines():
        say(f"  {line}")


def log_outcome(outcome: Outcome) -> None:
    """The outcome in the log file, if there is one."""
    level = logging.ERROR if outcome.status == "failed" else logging.INFO
    LOG.log(level, "%s", to_printable(describe_outcome(outcome)))
    for line in [outcome.error_message or "", *(outcome.trace or "").splitlines()]:
        if line:
            LOG.error("  %s", to_printable(line))


@contextmanager
def logging_to(path: Path | None) -> Iterator[None]:
    """Append what happens to a file, with the time.

    Raises:
        OutputError: the file cannot be written.
    """
    if path is None:
        yield
        return
    try:
        handler = logging.FileHandler(path, encoding="utf-8", errors="replace")
    except OSError as error:
        raise OutputError(
            f"cannot write {path} ({error.strerror}): choose another --log"
        ) from error
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    try:
        yield
    finally:
        LOG.removeHandler(handler)
        handler.close()
