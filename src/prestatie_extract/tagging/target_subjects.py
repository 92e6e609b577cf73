"""What is counted, in a few words: "verkoop woningen", "vrijkomende woningen voor jongeren"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from prestatie_extract.tagging.target_clauses import (
    ADVERB,
    ARTICLE,
    AUXILIARY,
    MARK,
    PARTY,
    PREPOSITION,
    TIME,
    VERB,
    Verb,
    Word,
    clause_of,
    find_verb,
    read_words,
    verb_forms,
)
from prestatie_extract.tagging.target_frequencies import UNIT as PER_YEAR
from prestatie_extract.tagging.target_numbers import EUROS, PERCENT
from prestatie_extract.tagging.target_phrases import (
    LINKS,
    LIST_MARKS,
    phrase_before,
    phrase_behind,
    purpose_behind,
)
from prestatie_extract.tagging.target_quantities import Quantity

MAX_WORDS = 8  # longest subject
AGE, YEARS = "leeftijd", "jaar"
LIMITS = ("min", "max", "range")
MEASURE = re.compile(r"jaar$|overig:(?:maand|week|weken|dag|werkdag|uur|meter|m2|km|kWh)")
"""Units whose noun says nothing: what lasts or is so large stands before the number."""
ACTION = re.compile(r"\w+(?:ing|atie|bouw|koop|sloop|groei|name|aandeel|afdracht)")
"""Nouns that tell what is done with the things behind them: "realisatie van 40 woningen"."""
KEPT = frozenset({"onder", "boven", "per"})
"""Prepositions that a subject may start with: they tell which of two."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of a subject while it is made."""

    action: str = ""
    core: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    is_own: bool = False
    """Whether the words beside the number tell it: "Veste 40" tells nothing."""

    def __str__(self) -> str:
        words = [*self.core, *self.purpose]
        if words and words[0] in LINKS - KEPT and not self.action:
            words = words[1:]
        said = " ".join(words).casefold()
        action = [] if self.action.casefold() in said else self.action.split()
        return " ".join(_shortened([*action, *words]))


@dataclass(frozen=True, slots=True)
class _Place:
    """A quantity among the words of its sentence."""

    words: Sequence[Word]
    quantity: Quantity
    first: int
    """Index of the first word of the quantity."""
    behind: int
    """Index of the first word behind the number, its noun where it has one."""

    @property
    def verb(self) -> Verb | None:
        """What is done, in the number's clause or else in the one before."""
        low, high = clause_of(self.words, self.quantity.start, self.quantity.end)
        here = self.words[low:high]
        if any(word.kind in (VERB, AUXILIARY) for word in here):
            return find_verb(here)
        return find_verb(self.words[:low]) or find_verb(self.words[high:])


def find_subjects(
    sentence: str,
    quantities: Sequence[Quantity],
    *,
    parties: Sequence[tuple[int, int]] = (),
    times: Sequence[tuple[int, int]] = (),
    lead: str = "",
    carried: Mapping[str, str] | None = None,
) -> list[str | None]:
    """What each quantity of the sentence counts, None where nothing tells.

    Args:
        sentence: the text.
        quantities: in it, in reading order.
        parties: spans of parties, groups of them and pronouns.
        times: spans that tell when.
        lead: the words with a colon that announce the list the sentence stands in.
        carried: unit to subject in sentences before, for "daarvan bouwt Veste er 20".
    """
    often = [(q.start, q.end) for q in quantities if q.unit == PER_YEAR]
    words = read_words(sentence, parties, [*times, *often])
    made = [_subject(_place(words, q)) for q in quantities]
    led = _lead_subject(lead)
    told = [_told(made, quantities, i, led, carried or {}) for i in range(len(made))]
    return [subject or None for subject in told]


def _place(words: Sequence[Word], quantity: Quantity) -> _Place:
    first = next((i for i, w in enumerate(words) if w.end > quantity.start), len(words))
    behind = next((i for i, w in enumerate(words) if w.start >= quantity.count_end), len(words))
    return _Place(words, quantity, first, behind)


def _told(
    made: list[Subject],
    quantities: Sequence[Quantity],
    i: int,
    led: Subject | None,
    carried: Mapping[str, str],
) -> str:
    """The subject of quantity `i`; a bare number takes its neighbour's, the list's, the last."""
    one, unit = made[i], quantities[i].unit
    if one.is_own:
        return str(replace(one, action=one.action or (led.action if led else "")))
    same = [j for j, q in enumerate(quantities) if q.unit == unit and made[j].is_own]
    near = [made[j] for j in reversed(same) if j < i] + [made[j] for j in same if j > i]
    if near and unit != PER_YEAR:
        return str(near[0])
    if led is not None:
        return str(led)
    if unit in carried and unit != PER_YEAR:
        return " ".join(_shortened([*carried[unit].split(), *one.purpose]))
    return str(one) if one.core or one.purpose or one.action else ""


def _lead_subject(lead: str) -> Subject | None:
    """What the words announce that open a list: "In 2026 bouwen wij de volgende woningen:"."""
    words = read_words(lead, (), ())
    verb, core = find_verb(words), phrase_before(words, len(words))
    if verb is None and not core:
        return None
    return Subject(verb.noun if verb else "", tuple(core), is_own=True)


def _subject(place: _Place) -> Subject:
    unit = place.quantity.unit
    if unit == PER_YEAR:
        return _often(place)
    if MEASURE.match(unit):
        return _measured(place)
    return _counted(place)


def _often(place: _Place) -> Subject:
    """What is done so often: "bespreken voortgang", or the thing that is yearly."""
    words = place.words
    core, _ = phrase_behind(words, place.behind)
    if words[place.behind - 1].text.endswith("lijkse"):
        return Subject(core=tuple(core), is_own=bool(core))
    verb = place.verb
    start = _object(words, place.behind)
    core, _ = phrase_behind(words, start)
    core = core or phrase_before(words, place.first)
    return Subject(verb.action if verb else "", tuple(core), is_own=bool(core or verb))


BEFORE_OBJECT = (VERB, AUXILIARY, PARTY, TIME, ADVERB, ARTICLE)


def _object(words: Sequence[Word], i: int) -> int:
    """Where the object starts behind the verb and whoever acts: "bespreken partijen de …"."""
    while i < len(words) and words[i].kind in BEFORE_OBJECT:
        i += 1
    return i


def _measured(place: _Place) -> Subject:
    """What lasts so long or is so old or large."""
    quantity, before = place.quantity, phrase_before(place.words, place.first)
    is_age = quantity.unit == YEARS and quantity.qualifier in LIMITS and len(before) == 1
    is_people = is_age and re.search(r"(?:en|rs|nten)$", before[0]) is not None
    return Subject(AGE if is_people else "", tuple(before), is_own=bool(before))


def _counted(place: _Place) -> Subject:
    quantity, words = place.quantity, place.words
    before = phrase_before(words, place.first)
    core, stop = phrase_behind(words, place.behind)
    purpose = purpose_behind(words, stop)
    verb = place.verb
    action = verb.noun if verb else ""
    link = words[place.first - 1] if place.first else None
    is_linked = link is not None and link.kind in (PREPOSITION, AUXILIARY, VERB)
    if link is not None and link.folded == "van" and before and _is_action(place, before):
        action = before[-1]
    elif is_linked and before and (not core or (len(core) == 1 and quantity.has_noun)):
        core = before
    if not core and quantity.unit in (PERCENT, EUROS) and purpose:
        return Subject(action, (), tuple(purpose), is_own=True)
    if core:
        return Subject(action, tuple(core), tuple(purpose), is_own=True)
    is_paid = quantity.unit == EUROS and bool(action) and not _is_listed(place)
    return Subject(action, tuple(before), tuple(purpose), is_own=is_paid)


def _is_action(place: _Place, before: list[str]) -> bool:
    """Whether the noun before "van 40 woningen" tells what is done with them."""
    if place.quantity.unit in (PERCENT, EUROS):
        return len(before) == 1
    return ACTION.fullmatch(before[-1]) is not None or before[-1].casefold() in verb_forms()


def _is_listed(place: _Place) -> bool:
    """Whether a party stands right before the number: "Veste: € 5.000"."""
    i = place.first - 1
    while i >= 0 and place.words[i].kind == MARK and place.words[i].text in LIST_MARKS:
        i -= 1
    return i >= 0 and place.words[i].kind == PARTY


def _shortened(words: list[str]) -> list[str]:
    """At most so many words, cut before a preposition where that leaves something."""
    while len(words) > MAX_WORDS:
        links = [i for i, word in enumerate(words) if word in LINKS or word == "en"]
        words = words[: links[-1]] if links and links[-1] > 0 else words[:MAX_WORDS]
    while words and (words[-1] in LINKS or words[-1] == "en"):
        words = words[:-1]
    return words
