"""Findings as workflow commands, which GitHub shows beside the files and in the summary of a run.

A step may show 10 annotations of each kind and a job 50; what is beyond that vanishes without a
word (documentation of the actions toolkit, docs/problem-matchers.md, "Limitations").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prestatie_extract.findings import WORST_FIRST, Inspection, Notice, make_notice
from prestatie_extract.findings.documentation import help_link
from prestatie_extract.printable import to_printable
from prestatie_extract.renderings.stream import (
    count_noun,
    describe_counts,
    message_of,
    path_of,
    worst_first,
)

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
SHOWN_MAX = 10  # annotations of one kind in a step


def to_github(inspection: Inspection, *, source_root: str) -> str:
    """The commands for errors, warnings and notices, and a last line with the count."""
    ordered = worst_first(inspection.notices)
    kinds = [[n for n in ordered if n.severity == severity] for severity in WORST_FIRST]
    lines = [line for kind in kinds for line in _annotate(kind, source_root)]
    return "\n".join([*lines, f"findings: {describe_counts(ordered)}"]) + "\n"


def _annotate(notices: Sequence[Notice], source_root: str) -> Iterator[str]:
    """The commands for findings of one kind: as many as are shown, the last of them a count."""
    shown = notices if len(notices) <= SHOWN_MAX else notices[: SHOWN_MAX - 1]
    for notice in shown:
        yield _to_command(notice, path_of(notice, source_root))
    left = len(notices) - len(shown)
    if left:
        severity = notices[0].severity
        closing = make_notice("findings_left_out", "", what=count_noun(left, severity))
        yield _write(COMMANDS[severity], {"title": closing.code}, closing.message)


def _to_command(notice: Notice, path: str) -> str:
    said = f"{message_of(notice)} ({help_link(notice.code)})"
    return _write(COMMANDS[notice.severity], {"file": path, "title": notice.code}, said)


def _write(command: str, properties: dict[str, str], message: str) -> str:
    """One command on one line."""
    told = ",".join(f"{key}={_escape_value(value)}" for key, value in properties.items())
    return f"::{command} {told}::{_escape(message)}"


def _escape(text: str) -> str:
    """Line breaks are gone by then, so that nothing can begin a second command."""
    return to_printable(text).replace("%", "%25")


def _escape_value(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
