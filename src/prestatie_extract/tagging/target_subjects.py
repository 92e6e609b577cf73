"""What is counted, in a few words: "verkoop woningen", "vrijkomende woningen voor jongeren"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from prestatie_extract.tagging.target_clauses import (
    ADVERB,
    ARTICLE,
    AUXILIARY,
    EMPTY_NOUN,
    MARK,
    NOUN,
    NUMBER,
    PARTY,
    PREPOSITION,
    PREPOSITIONS,
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
    LIST_MARKS,
    linking_words,
    phrase_before,
    phrase_behind,
    purpose_behind,
)
from prestatie_extract.tagging.target_quantities import Quantity

MAX_WORDS = 8  # longest subject
AGE, YEARS = "leeftijd", "jaar"
LIMITS = ("min", "max", "range")
MEASURE = re.compile(
    r"(?:jaar|overig:(?:maand|week|wek|dag|werkdag|uur|meter|m2|km|kWh(?:/m2)?)(?:en)?)$"
)
"""Units whose noun says nothing: what lasts or is so large stands before the number."""
PEOPLE = re.compile(
    r"(?:bewoner|inwoner|huurder|huishouden|woningzoekende|jongere|oudere|senior|student|starter|"
    r"persoon|person|mens|kind|kandidat|kandidaat|leeftijd)(?:en|s|n|eren)?$",
    re.IGNORECASE,
)
LINKING = (PREPOSITION, AUXILIARY, VERB)
"""What joins a noun phrase with the number behind it: "de voorraad groeit met", "de norm is"."""
DASHES = frozenset("–-")
"""Dorpshart – 12: the name of a place is what its number is of."""
ABBREVIATION_CHARS = 3  # "won.", "vhe": the unit's own name says it better
ACTION = re.compile(r"\w*(?:ing|atie|bouw|koop|sloop|groei|name|aandeel|afdracht)")
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
        said = " ".join(words).casefold()
        action = [] if self.action.casefold() in said else self.action.split()
        while words and words[0] in linking_words() - KEPT and not action:
            words = words[1:]
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
            return find_verb(here, self.words)
        return find_verb(self.words[:low], self.words)


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
    words = [_as_counted(w, quantities) for w in read_words(sentence, parties, [*times, *often])]
    made = [_subject(_place(words, q)) for q in quantities]
    led = _lead_subject(lead)
    told = [_told(made, quantities, i, led, carried or {}) for i in range(len(made))]
    return [subject or None for subject in told]


def _as_counted(word: Word, quantities: Sequence[Quantity]) -> Word:
    """The word as a noun where it is what a number counts: "7 tot 8 verkopen"."""
    is_noun = any(q.has_noun and q.count_end <= word.start < q.end for q in quantities)
    return replace(word, kind=NOUN) if is_noun and word.kind == VERB else word


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
    if one.core and one.core[0][0].isupper() and led is not None:
        return str(replace(one, action=led.action))
    if near and unit != PER_YEAR:
        return str(near[0])
    if led is not None:
        return str(led)
    if unit in carried and unit != PER_YEAR:
        return " ".join(_shortened([*carried[unit].split(), *one.purpose]))
    bare = [made[j] for j, q in enumerate(quantities[: i + 1]) if q.unit == unit and made[j].core]
    return str(one if one.core or one.purpose or not bare else bare[-1])


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
    if words[place.behind - 1].text.endswith("lijkse"):
        core, _ = phrase_behind(words, place.behind)
        return Subject(core=tuple(core), is_own=bool(core))
    verb = place.verb
    action = verb.action if verb else ""
    core, _ = phrase_behind(words, _object(words, place.behind, opens=place.first == 0))
    if not core or core[0] in linking_words():
        before = _object_before(place)
        core = before if before and not (core and before[0] in linking_words()) else core
    if len(core) == 1 and core[0].endswith("lijk") and action:
        return Subject(core=(*core, action), is_own=True)
    return Subject(action, tuple(core), is_own=bool(core or action))


BEFORE_OBJECT = (VERB, AUXILIARY, PARTY, TIME, ADVERB, ARTICLE, NUMBER, EMPTY_NOUN)
"""What stands between how often and the object: "bespreken partijen in mei de …"."""


def _object(words: Sequence[Word], i: int, *, opens: bool = False) -> int:
    """Where the object starts behind verb, actor and time."""
    while i < len(words):
        word = words[i]
        behind = words[i + 1].kind if i + 1 < len(words) else MARK
        is_time = word.kind in PREPOSITIONS and behind in (TIME, NUMBER, EMPTY_NOUN)
        if not (word.kind in BEFORE_OBJECT or is_time or (opens and word.text in (",", "en"))):
            break
        i += 1
    return i


def _object_before(place: _Place) -> list[str]:
    """The first noun phrase of the clause before: "De monitor wordt … bijgewerkt"."""
    last = place.first - 1
    if last >= 0 and place.words[last].text in LIST_MARKS | {","}:
        last -= 1
    if last < 0:
        return []
    end = place.words[last].end
    low, _ = clause_of(place.words, end - 1, end)
    before = place.words[low : last + 1]
    core, _ = phrase_behind(before, _object(before, 0))
    return core


def _measured(place: _Place) -> Subject:
    """What lasts so long or is so old or large."""
    quantity, before = place.quantity, phrase_before(place.words, place.first)
    may_age = quantity.unit == YEARS and quantity.qualifier in LIMITS and bool(before)
    if may_age and PEOPLE.search(before[-1]):
        return Subject(AGE, (before[-1],), is_own=True)
    return Subject("", tuple(before), is_own=bool(before))


def _counted(place: _Place) -> Subject:
    """What there is so much of: before the number where its noun says little."""
    quantity, words, verb = place.quantity, place.words, place.verb
    before = phrase_before(words, place.first)
    core, stop = phrase_behind(words, place.behind)
    purpose = tuple(purpose_behind(words, stop))
    action = verb.noun if verb else ""
    link = words[place.first - 1] if place.first else None
    if quantity.has_noun and len(core) == 1 and len(core[0]) <= ABBREVIATION_CHARS:
        core = [quantity.unit.removeprefix("overig:")]
    if link is not None and link.folded == "van" and before and core and _is_action(place, before):
        action = " ".join(_head(before))
    elif link is not None and link.kind in LINKING and before:
        core = _governed(core, before, link, has_noun=quantity.has_noun)
    if not core and quantity.unit in (PERCENT, EUROS) and purpose:
        return Subject(action, (), purpose, is_own=True)
    if not core and link is not None and link.text in DASHES:
        core = _name(before)
    if core:
        return Subject(action, tuple(core), purpose, is_own=True)
    is_paid = quantity.unit == EUROS and bool(action) and not _is_listed(place)
    return Subject(action, tuple(before), purpose, is_own=is_paid)


def _name(phrase: list[str]) -> list[str]:
    """The name that ends a phrase: of "koop Dorpshart" the last word."""
    first = next((i for i, word in enumerate(phrase) if word[0].isupper()), len(phrase))
    return phrase[first:]


def _governed(core: list[str], before: list[str], link: Word, *, has_noun: bool) -> list[str]:
    """The phrase before the number where that says more: "groei van de voorraad met 40"."""
    if core and not (has_noun and len(core) == 1):
        return core
    if link.folded == "voor" and core:
        return [*_head(before), "voor", *core]
    return before


def _is_action(place: _Place, before: list[str]) -> bool:
    """Whether the noun before "van 40 woningen" tells what is done with them."""
    if place.first < 2 or place.words[place.first - 2].text != before[-1]:
        return False
    if place.quantity.unit in (PERCENT, EUROS):
        return True
    return ACTION.fullmatch(before[-1]) is not None or before[-1].casefold() in verb_forms()


def _head(phrase: list[str]) -> list[str]:
    """The last noun of a phrase with its adjectives: "een vaste prijs" of "huur voor een …"."""
    links = [i for i, word in enumerate(phrase) if word in linking_words()]
    return phrase[links[-1] + 1 :] if links else phrase


def _is_listed(place: _Place) -> bool:
    """Whether a party stands right before the number: "Veste: € 5.000"."""
    i = place.first - 1
    while i >= 0 and place.words[i].kind == MARK and place.words[i].text in LIST_MARKS:
        i -= 1
    return i >= 0 and place.words[i].kind == PARTY


def _shortened(words: list[str]) -> list[str]:
    """At most so many words, cut before a preposition where that leaves something."""
    while len(words) > MAX_WORDS:
        links = [i for i, word in enumerate(words) if word in linking_words() or word == "en"]
        words = words[: links[-1]] if links and links[-1] > 0 else words[:MAX_WORDS]
    while words and (words[-1] in linking_words() or words[-1] == "en"):
        words = words[:-1]
    return words
