"""Numbers that another agreement of the document holds already, as the words around them say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from prestatie_extract.analysis.measures import OTHER
from prestatie_extract.analysis.subjects import is_additive, is_rate, parse_years
from prestatie_extract.schema.agreement import Agreement, Target
from prestatie_extract.vocabulary import load_column

WORDS_BETWEEN = r"(?:\s+\w+){0,2}\s*"
"""Between the word that takes a number up and the number: "de opgave van ca. 90"."""
PART_OF = re.compile(
    r"\b(?:maken|maakt)\s+(?:(?:ook|alle|allen|wel)\s+)?(?:onder)?deel\s+uit\s+van\b(?P<named>[^;!?]*)",
    re.IGNORECASE,
)
LEAVING = frozenset(("sloop", "verkoop", "onttrekken"))
"""Measures that a balance has with a minus and a sentence without."""
NUMBER = re.compile(r"\d+(?:\.\d+)*[a-z]?\b")

Promised = Mapping[str, Sequence[Target]]
"""The targets to compare, by agreement_id in reading order."""
Pairs = Iterator[tuple[Target, Target]]


def find_taken_up(
    agreements: Sequence[Agreement], promised: Promised, measures: Mapping[str, str]
) -> Pairs:
    """Numbers that take up the same number of an agreement before them in the section.

    Args:
        agreements: in reading order.
        promised: their targets.
        measures: by target_id.
    """
    for place, agreement in enumerate(agreements):
        before = [
            target
            for other in agreements[:place]
            if other.section_id is not None and other.section_id == agreement.section_id
            for target in promised[other.agreement_id]
        ]
        for target in promised[agreement.agreement_id]:
            same = [t for t in before if _is_same_number(t, target, measures)]
            if len(same) == 1 and _takes_up(agreement, target):
                yield target, same[0]


def _is_same_number(one: Target, other: Target, measures: Mapping[str, str]) -> bool:
    mine, theirs = measures[one.target_id], measures[other.target_id]
    numbers = (one.value, one.value_max, one.unit) == (other.value, other.value_max, other.unit)
    return numbers and (mine == theirs or OTHER in (mine, theirs))


def _takes_up(agreement: Agreement, target: Target) -> bool:
    """Whether a word right before the number says that it was told already."""
    return any(
        text[target.start : target.end] == target.raw and _taking_up().search(text[: target.start])
        for text in agreement.texts(target)
        if target.start is not None
    )


@cache
def _taking_up() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load_column("repeat_words", "word")))
    return re.compile(rf"\b(?:{words})\b{WORDS_BETWEEN}$", re.IGNORECASE)


def find_rows_said_again(promised: Promised, measures: Mapping[str, str]) -> Pairs:
    """Homes sold or demolished that a table of the document has with a minus: 20 and -20.

    Args:
        promised: targets of the document.
        measures: by target_id.
    """
    leaving = [t for some in promised.values() for t in some if measures[t.target_id] in LEAVING]
    for target in leaving:
        rows = [row for row in leaving if row.where == "table" and row.value == -target.value < 0]
        alike = [row for row in rows if _is_alike(row, target, measures)]
        if len(alike) == 1:
            yield target, alike[0]


def _is_alike(one: Target, other: Target, measures: Mapping[str, str]) -> bool:
    mine = (one.unit, one.party_id, measures[one.target_id])
    same_period = None in (one.period, other.period) or one.period == other.period
    return same_period and mine == (other.unit, other.party_id, measures[other.target_id])


def find_named_wholes(
    agreements: Sequence[Agreement], promised: Promised, measures: Mapping[str, str]
) -> Pairs:
    """Parts of what the agreement names: "Deze maken deel uit van 1.1", or its label "Bij 1".

    Args:
        agreements: of the document.
        promised: their targets.
        measures: by target_id.

    Returns:
        Parts, each with the largest number of its unit and measure there; none where two parties'
        or two numbers are as large.
    """
    for agreement in agreements:
        named = [other for other in _named_by(agreement, agreements) if other is not agreement]
        wholes = [target for other in named for target in promised[other.agreement_id]]
        for part in promised[agreement.agreement_id]:
            fitting = [whole for whole in wholes if _may_hold(whole, part, measures)]
            best = max((whole.value for whole in fitting), default=None)
            largest = [whole for whole in fitting if whole.value == best]
            if len({whole.period for whole in largest if whole.period}) <= 1 and largest:
                yield part, largest[0]


def _named_by(agreement: Agreement, agreements: Sequence[Agreement]) -> list[Agreement]:
    """What it says to be a part of: agreements, or all of a section."""
    labels = [ref.agreement_id for ref in agreement.refs if ref.raw == agreement.number]
    if labels:
        return [other for other in agreements if other.agreement_id in labels]
    match = PART_OF.search(agreement.text)
    numbers = set(NUMBER.findall(match["named"])) if match else set()
    referred = {ref.agreement_id for ref in agreement.refs if ref.number in numbers}
    return [
        other
        for other in agreements
        if other.agreement_id in referred or other.agreement_id.split("/")[1] in numbers
    ]


def _may_hold(whole: Target, part: Target, measures: Mapping[str, str]) -> bool:
    """Whether `part` is no larger, for no other measure, party or later years."""
    kinds = (part.unit, is_rate(part.period), measures[part.target_id])
    is_alike = kinds == (whole.unit, is_rate(whole.period), measures[whole.target_id])
    mine, theirs = parse_years(part.period), parse_years(whole.period)
    in_years = mine is None or theirs is None or mine.last <= theirs.last
    of_party = whole.party_id in (None, part.party_id)
    return (
        is_alike and is_additive(part.unit) and in_years and of_party and part.value <= whole.value
    )
