"""Numbers that are the sum of others: a column or row "Totaal", "80 woningen: A 50, B 30"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from prestatie_extract.analysis.subjects import is_additive, is_rate, subject_words
from prestatie_extract.schema.agreement import Target

MIN_PARTS = 2  # that a sum has
SLIP_RATIO = 0.02  # of the sum; tables are printed with 390 for 391, 1 table of 6, 2026-11

Pairs = Iterator[tuple[Target, Target]]
"""Parts, each with its whole."""


def find_sums_of_parties(targets: Sequence[Target]) -> Pairs:
    """A number of nobody that is the sum of those of the parties, for one subject and period.

    Args:
        targets: of one agreement.
    """
    groups = _group(
        targets, lambda t: (t.unit, subject_words(t.subject), t.period, t.where == "table")
    )
    for group in groups:
        wholes = [target for target in group if target.party_id is None]
        parts = [target for target in group if target.party_id is not None]
        is_apart = len({part.party_id for part in parts}) == len(parts)
        if len(wholes) == 1 and is_apart and _is_sum(wholes[0], parts):
            yield from ((part, wholes[0]) for part in parts)


def find_sums_of_rows(targets: Sequence[Target]) -> Pairs:
    """The last cell of a table's column that is the sum of those above it, and a number in the text
    that is the sum of the column or says its total again.

    "Netto toevoeging" counts too where its rows have a sign. One candidate or none.

    Args:
        targets: of one agreement.
    """
    for group in _group(targets, lambda t: (t.unit, t.party_id, is_rate(t.period))):
        cells = [target for target in group if target.where == "table"]
        printed = [target for target in group if target.where != "table"]
        total = cells[-1] if cells and _is_sum(cells[-1], cells[:-1]) else None
        if total is not None:
            yield from ((cell, total) for cell in cells[:-1])
            cells = [total]
        same = [p for p in printed if _is_sum(p, cells) or (total and p.value == total.value)]
        if len(same) == 1:
            yield from ((cell, same[0]) for cell in cells)


def _group(targets: Iterable[Target], key: Callable[[Target], Hashable]) -> list[list[Target]]:
    """The targets that may be added, those of one key together."""
    groups: dict[Hashable, list[Target]] = defaultdict(list)
    for target in targets:
        if is_additive(target.unit) and target.value_max is None:
            groups[key(target)].append(target)
    return list(groups.values())


def _is_sum(whole: Target, parts: Sequence[Target]) -> bool:
    """Whether it is what the parts make together, but for a slip; nothing is a sum of nothing."""
    total = sum(part.value for part in parts)
    is_near = abs(whole.value - total) <= SLIP_RATIO * abs(total)
    return len(parts) >= MIN_PARTS and is_near and any(part.value for part in parts)
