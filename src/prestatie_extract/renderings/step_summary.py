"""Findings as Markdown for the summary of a step (`$GITHUB_STEP_SUMMARY`)."""

from __future__ import annotations

from collections.abc import Iterable

from prestatie_extract.findings import Inspection, Notice, make_notice
from prestatie_extract.findings.documentation import DOCUMENTATION
from prestatie_extract.printable import escape_markdown, to_printable
from prestatie_extract.renderings.stream import by_subject, describe_counts, worst_first

SUMMARY_BYTES = 1024 * 1024  # of a step; a longer summary is not shown at all
CLOSING_BYTES = 1024  # kept for what stands below the table
TABLE = "| Severity | Document | Page | Finding | Code |\n|---|---|---:|---|---|\n"


def step_summary(inspection: Inspection, *, taken_bytes: int = 0) -> str:
    """The counts and a table of the findings, the worst first, otherwise by document.

    It stays below GitHub's limit; a sentence says how many findings are left out for that.

    Args:
        inspection: what was looked at and found.
        taken_bytes: what the summary of the step holds already.
    """
    found = by_subject(inspection)
    notices = worst_first(notice for _, of_subject in found for notice in of_subject)
    top = f"## Findings\n\n{len(found)} checked: {describe_counts(notices)}.\n"
    if not notices:
        return top
    rows = _fit(map(_to_row, notices), SUMMARY_BYTES - CLOSING_BYTES - taken_bytes)
    left = len(notices) - len(rows)
    return f"{top}\n{TABLE}{''.join(rows)}\n{_close(left)}"


def _to_row(notice: Notice) -> str:
    page = "" if notice.page_number is None else str(notice.page_number)
    cells = [notice.severity, _show(notice.subject), page, _show(notice.message)]
    return f"| {' | '.join(cells)} | {_show(notice.code)} |\n"


def _show(text: str) -> str:
    return escape_markdown(to_printable(text))


def _fit(rows: Iterable[str], limit: int) -> list[str]:
    """The first rows that together have at most `limit` bytes."""
    taken, total = [], 0
    for row in rows:
        total += len(row.encode())
        if total > limit:
            break
        taken.append(row)
    return taken


def _close(left: int) -> str:
    told = f"{DOCUMENTATION} says what each code means and what to do.\n"
    if not left:
        return told
    closing = make_notice("findings_left_out", "", what=f"{left} findings")
    return f"{closing.message}.\n\n{told}"
