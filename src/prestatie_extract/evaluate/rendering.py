"""An evaluation as text for the terminal, as Markdown for a comment, as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from enum import StrEnum
from typing import Any

from prestatie_extract.evaluate.comparison import Change, Comparison
from prestatie_extract.evaluate.evaluation import Evaluation
from prestatie_extract.evaluate.misses import Miss
from prestatie_extract.evaluate.saved import dump_json, evaluation_to_json, miss_to_json
from prestatie_extract.evaluate.tables import (
    Table,
    document_table,
    move_table,
    total_table,
)
from prestatie_extract.printable import escape_markdown

DOCUMENTS_BESIDE = 4  # columns that a terminal has room for
FEW_DOCUMENTS = 10  # below this, documents can be drawn in fewer than 100,000 different ways


class Format(StrEnum):
    """How an evaluation is shown."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def render(
    evaluation: Evaluation,
    form: Format,
    *,
    comparison: Comparison | None = None,
    with_misses: bool = False,
) -> str:
    """The evaluation with its closing line break; JSON always holds the misses."""
    if form is Format.JSON:
        values = evaluation_to_json(evaluation)
        if comparison is not None:
            values["comparison"] = comparison_to_json(comparison)
        return dump_json(values)
    parts = _tell(evaluation, comparison, with_misses=with_misses)
    to_lines = _to_markdown if form is Format.MARKDOWN else _to_text
    return "\n\n".join("\n".join(to_lines(part)) for part in parts) + "\n"


def comparison_to_json(comparison: Comparison) -> dict[str, Any]:
    """Gains and losses as JSON values."""
    changes = {
        name: [asdict(change) | {"miss": miss_to_json(change.miss)} for change in listed]
        for name, listed in (("gains", comparison.gains), ("losses", comparison.losses))
    }
    return {**asdict(comparison), **changes}


class _Heading(str):
    """A line above a part."""

    __slots__ = ()


_Part = _Heading | Table | list[str]
"""A heading, a table or lines that are items of a list."""


def _tell(
    evaluation: Evaluation, comparison: Comparison | None, *, with_misses: bool
) -> Iterator[_Part]:
    annotated = evaluation.counts["agreements"].gold
    number = len(evaluation.documents)
    yield _Heading(f"Total: {_many(number, 'document')}, {_many(annotated, 'agreement')}")
    yield total_table(evaluation)
    if notes := list(_note(evaluation)):
        yield notes
    yield _Heading("By document")
    for start in range(0, len(evaluation.documents), DOCUMENTS_BESIDE):
        yield document_table(evaluation.documents[start : start + DOCUMENTS_BESIDE])
    if comparison is not None:
        yield from _tell_changes(comparison)
    if with_misses:
        yield from _tell_misses(evaluation)


def _many(number: float, noun: str) -> str:
    return f"{number:.0f} {noun}" if number == 1 else f"{number:.0f} {noun}s"


def _note(evaluation: Evaluation) -> Iterator[str]:
    number = len(evaluation.documents)
    if number == 1:
        yield "one document says nothing of others: no interval over documents"
    elif number < FEW_DOCUMENTS and evaluation.rounds:
        yield (
            f"{number} documents: the interval over documents is little more than the spread "
            "between them; expect other documents outside it"
        )
    if evaluation.unannotated:
        names = ", ".join(evaluation.unannotated)
        yield f"without annotation, not counted: {names}"


def _tell_changes(comparison: Comparison) -> Iterator[_Part]:
    yield _Heading(
        f"Against the baseline: {len(comparison.gains)} gained, {len(comparison.losses)} lost"
    )
    remarks = [
        *(f"{doc}: its annotation changed since" for doc in comparison.reannotated),
        *(f"{doc}: not in the baseline" for doc in comparison.added),
        *(f"{doc}: only in the baseline" for doc in comparison.gone),
    ]
    lines = [
        *(f"lost   {_tell_change(change, otherwise='')}" for change in comparison.losses),
        *(f"gained {_tell_change(change, otherwise=', no longer')}" for change in comparison.gains),
    ]
    if remarks or lines:
        yield [*remarks, *lines]
    if comparison.moves:
        yield move_table(comparison)


def _tell_change(change: Change, *, otherwise: str) -> str:
    """The miss, and how alike the texts were; `otherwise` where it is none of likeness."""
    told = f"{change.doc}: {tell_miss(change.miss)}"
    if change.before is None:
        return told + otherwise
    return f"{told}, was {change.before:.4f}"


def _tell_misses(evaluation: Evaluation) -> Iterator[_Part]:
    for one in evaluation.documents:
        beside = f" ({one.record})" if one.record else ", no record"
        yield _Heading(f"{one.doc}{beside}: {_misses(len(one.misses))}")
        if one.misses:
            yield [tell_miss(miss) for miss in one.misses]


def _misses(number: int) -> str:
    return "1 miss" if number == 1 else f"{number} misses"


def tell_miss(miss: Miss) -> str:
    """One line: field, place and what is wrong."""
    where = " ".join(part for part in (miss.place, f"“{miss.item}”" if miss.item else "") if part)
    start = f"{miss.field}: {where}: " if where else f"{miss.field}: "
    if miss.problem != "wrong":
        return f"{start}{miss.problem} {miss.gold or miss.got}"
    alike = "" if miss.similarity is None else f" (similarity {miss.similarity:.4f})"
    return f"{start}“{miss.got or '–'}” instead of “{miss.gold or '–'}”{alike}"


def _to_text(part: _Part) -> Iterable[str]:
    if isinstance(part, Table):
        return _align(part)
    if isinstance(part, _Heading):
        return [part]
    return [f"  {line}" for line in part]


def _align(table: Table) -> Iterator[str]:
    rows = [table.head, *table.rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for first, *others in rows:
        cells = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        yield "  ".join((first.ljust(widths[0]), *cells))


def _to_markdown(part: _Part) -> Iterable[str]:
    if isinstance(part, Table):
        rule = "|".join(("---", *("--:" for _ in part.head[1:])))
        return [_row(part.head), f"|{rule}|", *map(_row, part.rows)]
    if isinstance(part, _Heading):
        return [f"## {_escape(part)}"]
    return [f"- {_escape(line)}" for line in part]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_escape, cells))} |"


def _escape(text: str) -> str:
    return escape_markdown(" ".join(text.split()))
