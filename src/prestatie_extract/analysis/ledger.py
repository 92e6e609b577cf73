"""Which targets to add: totals but not their parts, everything once.

Each rule is a generator of `Entry`s for the targets of one document; the first that says something
about a target has it. What no rule knows is `single`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from prestatie_extract.analysis.beside import find_beside, find_other_years
from prestatie_extract.analysis.lists import find_lists, find_sums_of_two
from prestatie_extract.analysis.measures import OTHER, find_measure
from prestatie_extract.analysis.mentions import (
    find_named_wholes,
    find_rows_said_again,
    find_taken_up,
)
from prestatie_extract.analysis.parts import find_parts
from prestatie_extract.analysis.subjects import is_additive, is_rate, parse_years, subject_words
from prestatie_extract.analysis.sums import (
    SLIP_RATIO,
    find_sums_of_parties,
    find_sums_of_rows,
)
from prestatie_extract.schema import Record
from prestatie_extract.schema.agreement import Agreement, Target

SINGLE, TOTAL, PART, REPEAT, BESIDE = "single", "total", "part", "repeat", "beside"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a target is in the ledger."""

    target_id: str
    entry: str = SINGLE
    """single, total, part, repeat or beside."""
    counted_in: str | None = None
    """The target_id that a part or repeat is counted in."""
    reason: str | None = None


def ledger_rows(record: Record, doubles: Mapping[str, Entry]) -> Iterator[dict[str, Any]]:
    """The rows of target_ledger: a row for every target of role target.

    Args:
        record: of the document.
        doubles: what `find_doubles` says of its targets, by target_id.
    """
    targets = {t.target_id: (a, t) for a in record.agreements for t in promised(a)}
    measures = {target_id: find_measure(a, t) for target_id, (a, t) in targets.items()}
    said = list(_all_entries(record, measures))
    entries = choose_entries(said)
    measures = {target_id: _inherit(target_id, measures, entries) for target_id in targets}
    owners = {target_id: target.party_id for target_id, (_, target) in targets.items()}
    own = [e for e in (*said, *doubles.values()) if e.counted_in and _is_of_one(e, owners)]
    in_own = _held_by_own(own, measures)
    for target_id, (agreement, target) in targets.items():
        within = entries.get(target_id, Entry(target_id))
        across = doubles.get(target_id, within)
        entry = across if within.entry in {SINGLE, TOTAL} else within
        is_apart = entry is within and _is_row_of_balance(entry, entries, measures)
        yield {
            **_about(agreement, target),
            "measure": measures[target_id],
            "entry": entry.entry,
            "counted_in": entry.counted_in,
            "reason": entry.reason,
            **_what_counts(target, entry, in_own, is_apart),
        }


def _inherit(target_id: str, measures: Mapping[str, str], entries: Mapping[str, Entry]) -> str:
    """Its measure; where no word tells, that of the number it is counted in."""
    counted_in = target_id
    while measures[counted_in] == OTHER and (entry := entries.get(counted_in)):
        if entry.counted_in is None:
            break
        counted_in = entry.counted_in
    return measures[counted_in]


def _is_row_of_balance(
    entry: Entry, entries: Mapping[str, Entry], measures: Mapping[str, str]
) -> bool:
    """Whether the numbers it is counted in are all of another measure: sloop in a saldo."""
    mine = measures[entry.target_id]
    if entry.reason != "sum_of_rows" or mine == OTHER:
        return False
    last: Entry | None = entry
    while last is not None and last.counted_in is not None:
        if measures.get(last.counted_in, mine) == mine:
            return False
        last = entries.get(last.counted_in)
    return True


def _is_of_one(entry: Entry, owners: Mapping[str, str | None]) -> bool:
    """Whether it is counted in a number of the same party; another document's is."""
    mine = owners.get(entry.target_id)
    return owners.get(entry.counted_in or "", mine) == mine


def _held_by_own(own: Sequence[Entry], measures: Mapping[str, str]) -> set[str]:
    """The targets that another number of the party holds; a balance holds those of its measure."""
    wholes: dict[str, set[str]] = defaultdict(set)
    for entry in own:
        wholes[entry.target_id].add(entry.counted_in or "")
    held = {entry.target_id for entry in own if entry.reason != "sum_of_rows"}
    for target_id in wholes:
        mine = measures.get(target_id, OTHER)
        above = {measures.get(other, mine) for other in _all_above(target_id, wholes)}
        held |= {target_id} if mine == OTHER or mine in above else set()
    return held


def _all_above(target_id: str, wholes: Mapping[str, Set[str]]) -> set[str]:
    """All that it is counted in, and what those are counted in."""
    above: set[str] = set()
    todo = [target_id]
    while todo:
        new = wholes.get(todo.pop(), frozenset()) - above
        above |= new
        todo.extend(new)
    return above - {target_id}


def choose_entries(said: Iterable[Entry]) -> dict[str, Entry]:
    """The first that was said of each target, by target_id; a part is no total and no circle."""
    found: dict[str, Entry] = {}
    for entry in said:
        known = found.get(entry.target_id)
        if entry.counted_in is None:
            found.setdefault(entry.target_id, entry)
        elif known is None or known.entry == TOTAL:
            is_circle = _root(entry.counted_in, found) == entry.target_id
            found |= {} if is_circle else {entry.target_id: entry}
    return found


def promised(agreement: Agreement) -> list[Target]:
    """The targets of role target, in reading order."""
    return [target for target in agreement.targets if target.role == "target"]


def _all_entries(record: Record, measures: Mapping[str, str]) -> Iterator[Entry]:
    """What each rule says, the surest first."""
    by_id = {agreement.agreement_id: agreement for agreement in record.agreements}
    for agreement in record.agreements:
        yield from _repeats_within(agreement)
        yield from _repeats_in_table(promised(agreement), measures)
        yield from _repeats_by_reference(agreement, by_id)
    targets = {agreement.agreement_id: promised(agreement) for agreement in record.agreements}
    for repeat, first in find_taken_up(record.agreements, targets, measures):
        yield Entry(repeat.target_id, REPEAT, first.target_id, "taken_up")
    for repeat, row in find_rows_said_again(targets, measures):
        yield Entry(repeat.target_id, REPEAT, row.target_id, "row_of_balance")
    for agreement in record.agreements:
        yield from _parts_within(agreement, measures)
    for part, whole in find_named_wholes(record.agreements, targets, measures):
        yield from _part_of(part, whole, "named_whole")
    years = record.document.period_start, record.document.period_end
    for agreement in record.agreements:
        yield from _beside(promised(agreement), measures, years)


def _parts_within(agreement: Agreement, measures: Mapping[str, str]) -> Iterator[Entry]:
    targets = promised(agreement)
    for part, whole in find_sums_of_parties(targets):
        yield from _part_of(part, whole, "sum_of_parties")
    for part, whole in find_sums_of_rows(targets):
        yield from _part_of(part, whole, "sum_of_rows")
    for part, whole in find_parts(agreement, targets):
        yield from _part_of(part, whole, "part_word")
    for part, whole in find_lists(agreement, targets):
        yield from _part_of(part, whole, "sum_in_sentence")
    for part, whole in find_sums_of_two(targets, measures):
        yield from _part_of(part, whole, "sum_of_two")
    yield from _nested_periods(agreement)


def _beside(
    targets: Sequence[Target],
    measures: Mapping[str, str],
    years: tuple[int | None, int | None],
) -> Iterator[Entry]:
    """Numbers in the planning or another column that add nothing to the agreement's own."""
    reason = "planning_or_column"
    for target in find_other_years(targets, years):
        yield Entry(target.target_id, BESIDE, None, reason)
    for target, own in find_beside(targets, measures):
        if own is None:
            yield Entry(target.target_id, BESIDE, None, reason)
        elif target.value == own.value:
            yield Entry(target.target_id, REPEAT, own.target_id, reason)
        else:
            yield from _part_of(target, own, reason)


def _repeats_within(agreement: Agreement) -> Iterator[Entry]:
    """The same number printed in two places: the text and the column of a year."""
    for first, second in combinations(promised(agreement), 2):
        if first.where != second.where and is_same(first, second):
            yield Entry(second.target_id, REPEAT, first.target_id, "same_agreement")


def _repeats_in_table(targets: Sequence[Target], measures: Mapping[str, str]) -> Iterator[Entry]:
    """The cell of a table that the text says too: value, unit, measure, party and years.

    A total may be off by a slip: "ten minste 320" beside 324.
    """
    for printed in targets:
        if printed.where in {"table", "planning"} or measures[printed.target_id] == OTHER:
            continue
        cells = [t for t in targets if t.where == "table" and _is_cell_of(t, printed, measures)]
        if len(cells) == 1:
            yield Entry(cells[0].target_id, REPEAT, printed.target_id, "same_agreement")


def _is_cell_of(cell: Target, printed: Target, measures: Mapping[str, str]) -> bool:
    same_period = None in (cell.period, printed.period) or cell.period == printed.period
    about = (cell.unit, cell.party_id, measures[cell.target_id])
    is_about_it = about == (printed.unit, printed.party_id, measures[printed.target_id])
    gap = abs(cell.value - printed.value)
    slip = SLIP_RATIO * abs(printed.value) if printed.qualifier == "min" else 0
    is_number = is_additive(cell.unit) and None is cell.value_max is printed.value_max
    return is_number and is_about_it and same_period and gap <= slip


def _repeats_by_reference(agreement: Agreement, by_id: Mapping[str, Agreement]) -> Iterator[Entry]:
    """The same number as in an agreement that this one names: "Bij 2"."""
    for reference in agreement.refs:
        other = by_id.get(reference.agreement_id or "")
        if other is None or other is agreement:
            continue
        for target in promised(agreement):
            same = [t for t in promised(other) if is_same(t, target)]
            if len(same) == 1:
                yield Entry(target.target_id, REPEAT, same[0].target_id, "reference")


def is_same(one: Target, other: Target) -> bool:
    """Whether two say the same: value, unit, subject, party, and years unless one has none."""
    if (one.value, one.value_max, one.unit) != (other.value, other.value_max, other.unit):
        return False
    words = subject_words(one.subject)
    same_period = one.period is None or other.period is None or one.period == other.period
    same_subject = bool(words) and words == subject_words(other.subject)
    return same_subject and same_period and one.party_id == other.party_id


def _nested_periods(agreement: Agreement) -> Iterator[Entry]:
    """A number for fewer years of the same: "270 in 2022-2030" and "180 t/m 2028"."""
    for one, other in combinations(promised(agreement), 2):
        for part, whole in ((one, other), (other, one)):
            if _is_stretch_of(part, whole):
                yield from _part_of(part, whole, "nested_period")


def _is_stretch_of(part: Target, whole: Target) -> bool:
    mine, theirs = parse_years(part.period), parse_years(whole.period)
    if mine is None or theirs is None or not mine.is_within(theirs):
        return False
    if (part.unit, part.party_id) != (whole.unit, whole.party_id) or not is_additive(part.unit):
        return False
    words, others = subject_words(part.subject), subject_words(whole.subject)
    is_about_it = bool(words and others) and (words <= others or others <= words)
    return is_about_it and part.value < whole.value


def _part_of(part: Target, whole: Target, reason: str) -> Iterator[Entry]:
    yield Entry(part.target_id, PART, whole.target_id, reason)
    yield Entry(whole.target_id, TOTAL)


def _root(target_id: str, found: Mapping[str, Entry]) -> str:
    """Where a target is counted in the end."""
    entry = found.get(target_id)
    while entry is not None and entry.counted_in is not None:
        target_id = entry.counted_in
        entry = found.get(target_id)
    return target_id


def _about(agreement: Agreement, target: Target) -> dict[str, Any]:
    names = {
        "target_id", "raw", "value", "value_max", "unit", "qualifier", "subject", "party_id",
        "period",
    }  # fmt: skip
    about = {"agreement_id": agreement.agreement_id, "theme": agreement.theme}
    return target.model_dump(include=names) | about


def _what_counts(target: Target, entry: Entry, in_own: Set[str], is_apart: bool) -> dict[str, bool]:
    """What to add over all parties, and for each party: what is in no other number of its own."""
    rate = is_rate(target.period)
    additive = is_additive(target.unit) and not rate
    is_own = target.party_id is not None and target.target_id not in in_own
    return {
        "is_additive": additive,
        "is_rate": rate,
        "counts": additive and (is_apart or entry.entry in {SINGLE, TOTAL}),
        "counts_by_party": additive and is_own and entry.entry not in {REPEAT, BESIDE},
    }
