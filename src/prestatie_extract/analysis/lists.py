"""Numbers that a sentence or an agreement breaks down: "90 woningen: Noord 50; Zuid 40"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from prestatie_extract.analysis.measures import OTHER
from prestatie_extract.analysis.subjects import is_additive, is_rate, parse_years, subject_words
from prestatie_extract.schema.agreement import Agreement, Target

MIN_PARTS = 2  # that a list has
LIST_START = re.compile(r"[^.!?:;(]{0,80}[:(]")
"""Between the total and the first of its list, from the end of the total."""
LIST_END = re.compile(r"[.!?](?:\s|$)")

Pairs = Iterator[tuple[Target, Target]]
"""Parts, each with its whole."""


def find_lists(agreement: Agreement, targets: Sequence[Target]) -> Pairs:
    """The numbers of a list that add up to the number before its colon or bracket.

    Args:
        agreement: that the targets stand in.
        targets: of it, in reading order.
    """
    for place, whole in enumerate(targets):
        parts = [part for part in targets[place + 1 :] if _is_listed(part, whole, agreement)]
        adds_up = sum(part.value for part in parts) == whole.value
        if len(parts) >= MIN_PARTS and adds_up and is_additive(whole.unit):
            yield from ((part, whole) for part in parts)


def _is_listed(part: Target, whole: Target, agreement: Agreement) -> bool:
    """Whether it stands in the list that follows `whole` in its sentence."""
    if (part.where, part.unit) != (whole.where, whole.unit) or part.value_max is not None:
        return False
    if whole.end is None or part.start is None:
        return False
    for text in agreement.texts(whole):
        between = text[whole.end : part.start]
        is_held = text[whole.start : whole.end] == whole.raw
        if is_held and LIST_START.match(between) and LIST_END.search(between) is None:
            return text[part.start : part.end] == part.raw
    return False


def find_sums_of_two(targets: Sequence[Target], measures: Mapping[str, str]) -> Pairs:
    """Two numbers that make a third of the same unit, measure and subject.

    Args:
        targets: of one agreement.
        measures: by target_id; numbers of unknown measure are left alone.
    """
    groups: dict[tuple[str, str, bool], list[Target]] = defaultdict(list)
    for target in targets:
        measure = measures[target.target_id]
        if is_additive(target.unit) and target.value_max is None and measure != OTHER:
            groups[target.unit, measure, is_rate(target.period)].append(target)
    for group in groups.values():
        for whole in group:
            others = [target for target in group if _may_hold(whole, target)]
            sums = [pair for pair in combinations(others, 2) if _is_sum(whole, pair)]
            if len(sums) == 1:
                yield from ((part, whole) for part in sums[0])


def _may_hold(whole: Target, part: Target) -> bool:
    """Whether `part` is smaller, of the same subject, and of no other party or years."""
    mine, theirs = parse_years(part.period), parse_years(whole.period)
    in_years = mine is None or theirs is None or mine == theirs or mine.is_within(theirs)
    is_about_it = bool(subject_words(part.subject) & subject_words(whole.subject))
    of_party = whole.party_id in (None, part.party_id)
    return is_about_it and in_years and of_party and 0 < part.value < whole.value


def _is_sum(whole: Target, parts: tuple[Target, Target]) -> bool:
    return parts[0].value + parts[1].value == whole.value
