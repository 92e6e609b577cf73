"""Quantitative targets: every number that says what is promised, aimed at or limited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from prestatie_extract.document import Agreement, Party, Passage, Role, Target
from prestatie_extract.tagging.target_dating import (
    RowDates,
    find_row_period,
    is_history,
    make_row_dates,
)
from prestatie_extract.tagging.target_frequencies import UNIT as PER_YEAR
from prestatie_extract.tagging.target_parties import (
    Actor,
    Parties,
    find_actors,
    find_owner,
    make_parties,
)
from prestatie_extract.tagging.target_periods import (
    DatedWords,
    find_announced_period,
    find_dated_words,
    find_period,
)
from prestatie_extract.tagging.target_qualifiers import EXACT
from prestatie_extract.tagging.target_quantities import Quantity, find_quantities, may_count
from prestatie_extract.tagging.target_roles import CONDITION, CONTEXT, TARGET, find_role
from prestatie_extract.tagging.target_sentences import find_sentences
from prestatie_extract.tagging.target_subjects import find_subjects
from prestatie_extract.tagging.target_tables import tag_tables

if TYPE_CHECKING:
    from spacy.language import Language

TITLE, TEXT, PLANNING = "title", "text", "planning"
CONTEXT_PREFIX = "context:"
YEARS = "jaar"
RULE, DEFAULT = "rule", "default"
DURATION = re.compile(r"jaar$|overig:(?:maand|week|weken|dag|werkdag|uur)")
"""Units that tell how long."""
ANNOUNCES = re.compile(r":\s*$")
"""A sentence that ends so announces a list."""

REPEATED = re.compile(
    r"\b(?:de|deze|die|dezelfde|genoemde|bovengenoemde|bovenstaande)\s+$", re.IGNORECASE
)
"""Before a figure that was given already: "zodat wij de 15% halen"."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of the agreement with what is looked up once for all its numbers."""

    where: str
    passage: Passage
    actors: tuple[Actor, ...]
    parties: Parties
    topic: tuple[bool, str | None]
    """Whether somebody acted before this text and who: the title's party goes on in the text."""
    dates: RowDates


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a text from `start`, its periods and the period of the one before."""

    start: int
    text: str
    dated: list[DatedWords]
    previous: str | None
    lead: str
    """The words with a colon that announce the list it stands in."""
    announced: str | None
    """The period that the sentence behind it gives: "Deze prijs geldt tot en met 2027"."""


def tag_targets(
    agreement: Agreement,
    parties: Sequence[Party],
    trekker: Role,
    nlp: Language,
    *,
    period: tuple[int | None, int | None] = (None, None),
) -> tuple[Target, ...]:
    """Every target of the agreement: title, text, planning cell, other columns, tables.

    `raw` is `text[start:end]` of the text that `where` names; a table cell has no offsets.

    Args:
        agreement: as structured.
        parties: of the document.
        trekker: who leads the agreement.
        nlp: a Dutch pipeline with a sentencizer.
        period: first and last year of the document.
    """
    known = make_parties(parties, trekker)
    items = [item.text for item in agreement.items]
    found: list[Target] = []
    topic: tuple[bool, str | None] = (False, None)
    for where, passage in _passages(agreement):
        is_counting = may_count(passage.text)
        actors = tuple(find_actors(passage.text, known)) if is_counting or where == TITLE else ()
        if is_counting:
            carried = topic if where == TEXT else (False, None)
            dates = _row_dates(agreement, where, period)
            found += _tag_text(_Text(where, passage, actors, known, carried, dates), items, nlp)
        topic = _topic(actors) if where == TITLE else topic
    return (*_without_repeats(found), *tag_tables(agreement, parties))


def _row_dates(agreement: Agreement, where: str, period: tuple[int | None, int | None]) -> RowDates:
    """The years around a text: the planning cell dates title and text, no other column."""
    if where in (TITLE, TEXT):
        return make_row_dates(agreement, agreement.horizon, period)
    return make_row_dates(replace(agreement, planning=None), where, period)


def _topic(actors: tuple[Actor, ...]) -> tuple[bool, str | None]:
    actors = tuple(actor for actor in actors if actor.acts)
    if not actors:
        return False, None
    return True, None if actors[-1].joint else actors[-1].party_id


def _passages(agreement: Agreement) -> Iterator[tuple[str, Passage]]:
    if agreement.title:
        yield TITLE, agreement.title
    yield TEXT, agreement.text
    if agreement.planning:
        yield PLANNING, agreement.planning
    for role, passage in agreement.context.items():
        yield f"{CONTEXT_PREFIX}{role}", passage


def _without_repeats(targets: list[Target]) -> Iterator[Target]:
    """All but the planning cell's "Jaarlijks" where the text says the same."""
    said = {t.value for t in targets if t.unit == PER_YEAR and t.where != PLANNING}
    for target in targets:
        if not (target.where == PLANNING and target.unit == PER_YEAR and target.value in said):
            yield target


def _tag_text(text: _Text, items: list[str], nlp: Language) -> Iterator[Target]:
    words, previous, lead, unit = text.passage.text, None, "", None
    told: dict[str, str] = {}
    seen: set[tuple[float, str]] = set()
    spans = find_sentences(words, items, nlp)
    for (start, end), behind in zip_longest(spans, spans[1:]):
        sentence = words[start:end]
        if ANNOUNCES.search(sentence):
            lead = sentence
        elif not any(item.startswith(sentence.strip()) for item in items):
            lead = ""
        dated = find_dated_words(sentence)
        if may_count(sentence):
            announced = find_announced_period(words[slice(*behind)]) if behind else None
            here = _Sentence(start, sentence, dated, previous, lead, announced)
            parties = [
                (a.start - start, a.end - start)
                for a in text.actors
                if a.party_id and start <= a.start < end
            ]
            found = find_quantities(sentence, parties, lead, unit)
            quantities = [_unless_repeated(q, sentence, seen) for q in found]
            for quantity, subject in zip(
                quantities, _subjects(quantities, here, text, told), strict=True
            ):
                unit = unit if quantity.unit == PER_YEAR else quantity.unit
                told |= {quantity.unit: subject} if subject else {}
                yield replace(_target(quantity, here, text), subject=subject)
        previous = dated[-1].period if dated else None


def _unless_repeated(quantity: Quantity, sentence: str, seen: set[tuple[float, str]]) -> Quantity:
    """The quantity, as context where the text gave the figure before: "binnen die 15%"."""
    key = (quantity.value, quantity.unit)
    is_repeat = (
        key in seen
        and quantity.qualifier == EXACT
        and sentence[quantity.start].isdigit()
        and quantity.unit != PER_YEAR
        and REPEATED.search(sentence[: quantity.start]) is not None
    )
    seen.add(key)
    return replace(quantity, usual_role=CONTEXT, is_fixed=True) if is_repeat else quantity


def _subjects(
    quantities: list[Quantity], sentence: _Sentence, text: _Text, told: dict[str, str]
) -> list[str | None]:
    """What each quantity of the sentence counts; `told` holds what was counted before it."""
    start, end = sentence.start, sentence.start + len(sentence.text)
    actors = [(a.start - start, a.end - start) for a in text.actors if start <= a.start < end]
    times = [(dated.start, dated.end) for dated in sentence.dated]
    lead = "" if sentence.lead == sentence.text else sentence.lead
    return find_subjects(
        sentence.text, quantities, parties=actors, times=times, lead=lead, carried=told
    )


def _target(quantity: Quantity, sentence: _Sentence, text: _Text) -> Target:
    start, end = sentence.start + quantity.start, sentence.start + quantity.end
    told = _role(quantity, sentence)
    role, source = told or TARGET, RULE if told else DEFAULT
    period = _period(quantity, sentence, role)
    if role == TARGET and is_history(sentence.text, period, text.dates.first_year):
        role, source = CONTEXT, RULE
    elif role == TARGET and period is None and not _is_timeless(quantity):
        span = (quantity.start, quantity.end)
        period = sentence.announced or find_row_period(
            sentence.text, span, quantity.unit, text.dates
        )
    return Target(
        raw=text.passage.text[start:end],
        where=text.where,
        start=start,
        end=end,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        subject=None,
        party_id=None if role == CONDITION else _party(quantity, sentence, text),
        period=period,
        role=role,
        regions=text.passage.locate(start, end),
        role_source=source,
    )


def _role(quantity: Quantity, sentence: _Sentence) -> str | None:
    """The role that a cue or the noun tells; None where nothing does."""
    if quantity.is_fixed:
        return quantity.usual_role
    found = find_role(
        sentence.text,
        (quantity.start, quantity.end),
        unit=quantity.unit,
        qualifier=quantity.qualifier,
    )
    return found or quantity.usual_role or None


def _period(quantity: Quantity, sentence: _Sentence, role: str) -> str | None:
    """None for how often, how long, a condition and an old value: those hold without a year."""
    if quantity.unit in (PER_YEAR, YEARS) or role == CONDITION or quantity.is_fixed:
        return None
    span = (quantity.start, quantity.end)
    led = find_dated_words(sentence.lead)
    return find_period(
        sentence.text,
        span,
        sentence.dated,
        previous=sentence.previous,
        lead=led[-1].period if led else None,
    )


def _is_timeless(quantity: Quantity) -> bool:
    """Whether the number tells how often or how long: no year makes it truer."""
    return (
        quantity.is_fixed or quantity.unit == PER_YEAR or DURATION.match(quantity.unit) is not None
    )


def _party(quantity: Quantity, sentence: _Sentence, text: _Text) -> str | None:
    """The party the text gives the number to, else the one the title spoke of, else the leader."""
    start, end = sentence.start + quantity.start, sentence.start + quantity.end
    limits = (sentence.start, sentence.start + len(sentence.text))
    is_known, owner = find_owner(
        text.passage.text, (start, end), limits, list(text.actors), quantity.unit
    )
    if is_known:
        return owner
    has_topic, topic = text.topic
    return topic if has_topic else text.parties.leader
