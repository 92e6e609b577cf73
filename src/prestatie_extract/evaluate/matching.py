"""Which heading, agreement and target of a record stands for which of the annotation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from prestatie_extract.evaluate.content import Agreement, Content, Section, Target
from prestatie_extract.evaluate.folding import (
    Naming,
    fold,
    fold_name,
    fold_number,
    fold_unit,
    similarity,
    squash,
    squashed_similarity,
)
from prestatie_extract.evaluate.gold import Gold
from prestatie_extract.evaluate.records import Produced

# The weights are those of the scoring script that the project is measured with.
SAME_TEXT = 0.80  # similarity, 0-1, from which two agreements may be the same
NUMBER_BONUS = SECTION_BONUS = 0.2  # same text twice: number and section decide
SAME_TITLE_SCORE = 85  # 0-100, from which two headings may be the same
HEADING_NUMBER_BONUS = 0.5
PLACE_MALUS = 0.001  # for a whole document apart; decides among headings that are otherwise equal
VALUE_DECIMALS = 4


class Pair(NamedTuple):
    """Places of two things that stand for each other."""

    gold: int
    got: int


class Fit(NamedTuple):
    """Why a record is taken for that of an annotation; more of it is better, in this order."""

    by_name: bool
    by_municipality: bool
    by_first_year: bool


def choose_record(gold: Gold, records: Sequence[Produced]) -> tuple[Produced, Fit] | None:
    """The record that fits best, the first of several; None where nothing fits."""
    fits = [(record, find_fit(gold, record)) for record in records]
    best = max(fits, key=lambda each: each[1], default=None)
    return best if best is not None and any(best[1]) else None


def find_fit(gold: Gold, record: Produced) -> Fit:
    """What an annotation and a record have in common."""
    file_name = record.file.rpartition("/")[2]
    names = f"{file_name} {record.source_path}".casefold()
    municipality = fold_name(gold.content.municipality)
    return Fit(
        gold.doc in names,
        fold_name(record.content.municipality) == municipality,
        record.content.period[0] == gold.content.period[0],
    )


def pair_agreements(gold: Content, got: Content) -> list[Pair]:
    """The agreements that are the same, best first."""
    wanted = [(one, squash(one.whole)) for one in gold.agreements]
    offered = [(one, squash(one.whole)) for one in got.agreements]
    return _pair_best_first(
        (_agreement_score(a, b, squashed_similarity(text_a, text_b)), i, j)
        for i, (a, text_a) in enumerate(wanted)
        for j, (b, text_b) in enumerate(offered)
    )


def pair_sections(gold: Content, got: Content) -> list[Pair]:
    """The headings that are the same, best first."""
    wanted, offered = gold.sections, got.sections
    places = [_place(wanted, i) for i in range(len(wanted))]
    others = [j / len(offered) for j in range(len(offered))]
    return _pair_best_first(
        (_section_score(a, b, abs(places[i] - others[j])), i, j)
        for i, a in enumerate(wanted)
        for j, b in enumerate(offered)
    )


def pair_targets(gold: Agreement, got: Agreement, naming: Naming) -> list[Pair]:
    """The targets with the same numbers and unit, in the order of the annotation.

    Of several, the one whose printed words and party are most alike.
    """
    free = dict(enumerate(got.targets))
    pairs = []
    for i, target in enumerate(gold.targets):
        same = [j for j, other in free.items() if _quantity(other) == _quantity(target)]
        best = max(same, key=lambda j: _likeness(target, free[j], naming), default=None)
        if best is not None:
            del free[best]
            pairs.append(Pair(i, best))
    return pairs


def is_in_section(gold: Agreement, got: Agreement) -> bool:
    """Whether the annotated section is the record's, or one above it."""
    wanted = fold_number(gold.sections[0].number)
    return any(
        wanted in {fold_number(section.number), fold(section.title).casefold()}
        for section in got.sections
    )


def _pair_best_first(scored: Iterable[tuple[float, int, int]]) -> list[Pair]:
    """One to one; of equal scores the first pair in the order given."""
    taken_gold: set[int] = set()
    taken_got: set[int] = set()
    pairs = []
    for _, i, j in sorted((each for each in scored if each[0] > 0), key=lambda each: -each[0]):
        if i not in taken_gold and j not in taken_got:
            taken_gold.add(i)
            taken_got.add(j)
            pairs.append(Pair(i, j))
    return pairs


def _agreement_score(gold: Agreement, got: Agreement, alike: float) -> float:
    if alike < SAME_TEXT:
        return 0.0
    has_number = fold_number(gold.number) == fold_number(got.number)
    return alike + NUMBER_BONUS * has_number + SECTION_BONUS * is_in_section(gold, got)


def _section_score(gold: Section, got: Section, apart: float) -> float:
    alike = fuzz.ratio(fold(gold.title).casefold(), fold(got.title).casefold())
    if alike < SAME_TITLE_SCORE:
        return 0.0
    has_number = fold_number(gold.number) == fold_number(got.number)
    return alike / 100 + HEADING_NUMBER_BONUS * has_number - PLACE_MALUS * apart


def _place(sections: Sequence[Section], i: int) -> float:
    """How far down a heading stands, 0 to 1; equal headings stand where the first does."""
    return sections.index(sections[i]) / len(sections)


def _quantity(target: Target) -> tuple[float | None, float | None, str]:
    value, highest = (
        None if number is None else round(number, VALUE_DECIMALS)
        for number in (target.value, target.value_max)
    )
    return value, highest, fold_unit(target.unit)


def _likeness(gold: Target, got: Target, naming: Naming) -> float:
    return similarity(gold.raw, got.raw) + (naming(gold.party) == naming(got.party))
