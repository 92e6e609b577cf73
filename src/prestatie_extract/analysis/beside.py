"""Numbers beside an agreement: its planning gives the years of it, another column the framework."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from prestatie_extract.analysis.measures import BALANCE, OTHER
from prestatie_extract.analysis.subjects import is_additive, is_rate
from prestatie_extract.schema.agreement import Target

PLANNING, CONTEXT = "planning", "context:"
YEAR_OF_COLUMN = re.compile(r"_((?:19|20)\d\d)\b")
"""context:jaarafspraak_2025"""


def find_beside(
    targets: Sequence[Target], measures: Mapping[str, str]
) -> Iterator[tuple[Target, Target | None]]:
    """Numbers beside the agreement that say no more than its own, each with that it belongs to.

    Args:
        targets: of one agreement.
        measures: by target_id.

    Returns:
        Pairs; None where the number of the agreement cannot be told, or is the smaller one.
    """
    printed = [target for target in targets if not is_beside(target)]
    for target in filter(is_beside, targets):
        rivals = [own for own in printed if _is_alike(target, own)]
        if rivals:
            yield target, _belongs_to(target, rivals, measures)


def find_other_years(
    targets: Sequence[Target], years: tuple[int | None, int | None]
) -> Iterator[Target]:
    """Numbers in the column of a year that the document is not about.

    Args:
        targets: of one agreement.
        years: first and last of the document; nothing is told where one is None.
    """
    first, last = years
    for target in targets:
        match = YEAR_OF_COLUMN.search(target.where) if target.where.startswith(CONTEXT) else None
        if match and first and last and not first <= int(match[1]) <= last:
            yield target


def is_beside(target: Target) -> bool:
    """Whether it stands in the planning or another column and not in the agreement itself."""
    return target.where == PLANNING or target.where.startswith(CONTEXT)


def _is_alike(beside: Target, own: Target) -> bool:
    """Whether both may be added and are not of two parties; what tells no period is as the own."""
    is_of_two = None not in (beside.party_id, own.party_id) and beside.party_id != own.party_id
    is_unit = beside.unit == own.unit and is_additive(own.unit)
    is_period = beside.period is None or is_rate(beside.period) == is_rate(own.period)
    return is_unit and is_period and not is_of_two


def _belongs_to(
    target: Target, rivals: Sequence[Target], measures: Mapping[str, str]
) -> Target | None:
    """The same number; else the one that is larger than all others. One candidate or none."""
    mine = measures[target.target_id]
    fitting = [r for r in rivals if _may_measure(mine, measures[r.target_id])]
    same = [r for r in fitting if (r.value, r.value_max) == (target.value, target.value_max)]
    larger = [r for r in fitting if r.value > target.value]
    best = max((r.value for r in larger), default=None)
    found = same or [r for r in larger if r.value == best]
    return found[0] if len(found) == 1 else None


def _may_measure(mine: str, theirs: str) -> bool:
    """Whether both may be of one measure; a balance is always called so."""
    return theirs != BALANCE if mine == OTHER else theirs in {mine, OTHER}
