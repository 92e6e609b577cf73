"""Quantities in a sentence: numbers together with what they count and how they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from prestatie_extract.notation import fold_word
from prestatie_extract.tagging.target_cues import cues_pattern
from prestatie_extract.tagging.target_frequencies import UNIT as PER_YEAR
from prestatie_extract.tagging.target_frequencies import Frequency, find_frequencies
from prestatie_extract.tagging.target_numbers import PERCENT, Number, find_numbers
from prestatie_extract.tagging.target_qualifiers import EXACT, RANGE, find_qualifier
from prestatie_extract.tagging.target_units import (
    DWELLINGS,
    NOT_COUNTED,
    OTHER,
    UnitWord,
    find_singular,
    find_unit,
    is_housing,
    known_unit,
)
from prestatie_extract.vocabulary import load_column

CONTEXT = "context"
PITCHES = "standplaatsen"

ONE_OR_MORE = re.compile(
    r"(?<!\w)[eé][eé]n\s+of\s+meer(?:dere)?\s+(?:(?:van\s+)?(?:de|het)\s+)?"
    r"(?:[^\W\d_]+e\s+){0,2}?(?P<noun>[^\W\d_]{4,})",
    re.IGNORECASE,
)
"""Een of meerdere bijeenkomsten, één of meer van de partijen."""
OBLIQUE = re.compile(
    r"\b(?:in|van|uit|met|binnen|tot|op|per|aan|naar|bij|onder|tussen)\s+$", re.IGNORECASE
)
"""In één buurt, behoefte aan één loket: all together, not a number of them."""
OF_SET = re.compile(
    r"\s+van\s+(?:de|onze|hun)\s+(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf)(?=\s)",
    re.IGNORECASE,
)
"""Twee van de vijf locaties: the two are promised, the five are there."""
DIFFERENCE = re.compile(
    r"(?<!\w)[eé][eé]n\s+(?P<noun>jaar|maand)(?=\s+(?:eerder|later|langer|korter)\b)", re.IGNORECASE
)
"""Een jaar eerder dan."""
ONE = frozenset({"één"})
WORD_NEEDS_NOUN = frozenset({"acht", "vier", "elf"})
"""Number words that are other words too: "de gemeente acht dit nodig"."""

ANNOUNCED_COUNTS = re.compile(
    r"\b(?:aantal(?:len)?|\w*woningen|projecten|productie|nieuwbouw\w*)\b[^.;]*:", re.IGNORECASE
)
"""Before a list of names with a number each: "de volgende aantallen toe: Lindehof – 8"."""
IN_A_LIST = re.compile(r"(?:[–:+(=]|\s-)\s*$")
NAME_IN_FRONT = re.compile(r"(?:^|[:;,(+]|\ben\b)\s*[A-Z][\w'’-]*(?:\s+[\w'’-]+){0,3}?\s+$")
"""Lindehof 12 en Dorpsplein Noord 8: a place in a list with its number."""
PARTY_IN_FRONT = re.compile(r"\s*(?:[:=–-]|\(|,)?\s*$")
ENDS_AN_ENTRY = re.compile(r"\s*(?:[,;+).(]|$|[–-]\s|en\b|[A-Z])")

A_YEAR = re.compile(r"\s+per\s+(?:kalender)?jaar\b", re.IGNORECASE)
"""De verkoop blijft beperkt tot hoogstens 8 per jaar."""
IN_A_YEAR = re.compile(r"\s+(?:in|t/m|eind)\s+(?:19|20)\d\d")
"""40 woningen in 2025, 50 in 2026."""
EXISTING = re.compile(r"\b(?:in|uit|van|tussen|binnen)\s+$", re.IGNORECASE)
"""Inschrijven in twee systemen: things that are there."""
PART_OF = re.compile(r"\b(?:waarvan|van wie|daarvan)\s+(?:er\s+|zijn\s+|komen\s+)?$", re.IGNORECASE)
"""90 woningen, waarvan 30 in het middensegment."""
COUNT_OF = re.compile(r"\baantal\s+(?:[^\W\d_]+e\s+)?(?P<noun>[^\W\d_]{4,})", re.IGNORECASE)
"""Het aantal huisuitzettingen is maximaal 5."""
CHANGE_BY = re.compile(r"\bmet\s+$")
"""Het aantal huurwoningen neemt toe met 60."""
COUNTED_BACK = re.compile(r"\ber\s+(?:(?:dan|ook|nog|al)\s+)?$", re.IGNORECASE)
"""Daarvan bouwt Woonrijk er 40: what "er" stands for was named before."""
PERCENTAGE = re.compile(r"\bpercentages?\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
"""Een percentage van 30."""
ROUND = 4  # decimals of a value

LIMIT_WORD = r"(?:minimaal|minstens|minimum|maximaal|ten\s?minste|ten\s+hoogste|hooguit|circa)"
COUNTING = (
    r"(?<![\d\w])(?!(?:19|20)\d\d(?!\d|\s+[^\W\d_]+[ens]\b))\d|[€%]"
    r"|\béén\b|\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien)"
    r"|(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig\b|honderd|duizend|anderhal|\beenmaal\b"
    rf"|\been\s+(?:of\s+meer|keer)|{LIMIT_WORD}\s+een\b|\bnul\s+(?!op\b)"
)
"""Digits that are no year, unless a noun follows, and number words."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """`sentence[start:end]` is a number with its qualifier and noun."""

    start: int
    end: int
    value: float
    value_max: float | None
    unit: str
    qualifier: str
    count_end: int
    """Where the number ends and its noun may start."""
    has_noun: bool = False
    usual_role: str = ""
    """The role it has where nothing else tells; "" is target."""
    is_fixed: bool = False
    """Whether `usual_role` is certain."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence with the numbers in it and what announces it."""

    sentence: str
    lead: str
    parties: list[tuple[int, int]]
    counted: list[tuple[Number, UnitWord | None]]
    carried: str | None


def may_count(text: str) -> bool:
    """Whether `text` can hold a quantity at all; most texts can not, and this is cheap to tell."""
    return _counting().search(text) is not None


@cache
def _counting() -> re.Pattern[str]:
    """Numbers, and the words of the tables that tell how often and which part."""
    often = "|".join(re.escape(word) for word in load_column("frequencies", "word"))
    shares = cues_pattern(load_column("target_shares", "words"))
    lengths = "|".join([*load_column("target_calendar", "word"), "jaren", "maanden", "weken"])
    every = rf"\b(?:elke?|iedere?|per|om|eens?)\s+(?:[^\W\d_]+\s+){{0,2}}?(?:{lengths})\b"
    return re.compile(f"{COUNTING}|{often}|{shares}|{every}", re.IGNORECASE)


def find_quantities(
    sentence: str,
    parties: list[tuple[int, int]],
    lead: str = "",
    carried: str | None = None,
) -> list[Quantity]:
    """Every quantity of the sentence, in reading order.

    Args:
        sentence: the text.
        parties: spans of the parties named in it: "Veste: 20" needs no noun, Vier Hoven is none.
        lead: the words with a colon that announce the list the sentence stands in.
        carried: the unit counted last before this sentence, for "daarvan bouwt Veste er 20".
    """
    frequencies = find_frequencies(sentence)
    special = list(_specials(sentence))
    spans = [(f.start, f.end) for f in frequencies] + [(q.start, q.end) for q in special]
    numbers = find_numbers(sentence, spans + parties)
    found = [_frequency(sentence, f) for f in frequencies] + special
    sets = _sets(sentence, numbers)
    counted = [(n, _noun(sentence, n, parties)) for n in numbers if n.end not in sets]
    for number, noun in counted:
        quantity = _quantity(_Place(sentence, lead, parties, counted, carried), number, noun)
        if quantity is not None:
            found.append(quantity)
    return sorted(found, key=lambda q: (q.start, q.end))


def _specials(sentence: str) -> Iterator[Quantity]:
    for match in ONE_OR_MORE.finditer(sentence):
        noun = known_unit(match["noun"])
        unit = noun.unit if noun else f"{OTHER}:{match['noun'].casefold()}"
        yield Quantity(*match.span(), 1.0, None, unit, "min", match.start("noun"), True)
    for match in DIFFERENCE.finditer(sentence):
        unit = "jaar" if match["noun"].casefold() == "jaar" else f"{OTHER}:maanden"
        start, end = match.span()
        yield Quantity(start, end, 1.0, None, unit, EXACT, end, usual_role=CONTEXT, is_fixed=True)


def _frequency(sentence: str, found: Frequency) -> Quantity:
    as_number = Number(found.start, found.end, found.value)
    qualifier, start, end = find_qualifier(sentence, as_number, found.end)
    if qualifier not in ("min", "max", "ca"):
        qualifier, start = EXACT, found.start
    if found.value_max is not None:
        qualifier = RANGE
    return Quantity(start, end, found.value, found.value_max, PER_YEAR, qualifier, end)


def _sets(sentence: str, numbers: list[Number]) -> set[int]:
    """Where numbers end that only say out of how many: "twee van de 5 wijken"."""
    found = (OF_SET.match(sentence, n.end) for n in numbers if n.unit is None)
    return {match.end() for match in found if match}


def _noun(sentence: str, number: Number, parties: list[tuple[int, int]]) -> UnitWord | None:
    """The noun behind a number; what is a party's name is none."""
    if number.unit is not None:
        return None
    whole = OF_SET.match(sentence, number.end)
    if whole is not None:
        return find_unit(sentence, whole.end())
    stop = min((start for start, _ in parties if start >= number.end), default=len(sentence))
    found = find_unit(sentence[:stop], number.end)
    is_one = sentence[number.start : number.end].casefold() in ONE
    return find_singular(sentence[:stop], number.end) if found is None and is_one else found


def _quantity(place: _Place, number: Number, noun: UnitWord | None) -> Quantity | None:
    sentence = place.sentence
    unit = number.unit or (noun.unit if noun else None)
    if unit == NOT_COUNTED:
        return None
    qualifier, start, end = find_qualifier(
        sentence, number, noun.end if noun else number.end, place.lead
    )
    word = sentence[number.start : number.end]
    is_limited = (start, end) != (number.start, noun.end if noun else number.end)
    is_loose_word = number.in_words and number.unit is None
    if is_loose_word and not _counts(word, noun, sentence[:start], is_limited=is_limited):
        return None
    unit = unit or _bare_unit(place, number, start)
    if unit is None:
        return None
    role = CONTEXT if number.from_value else noun.role if noun else ""
    if noun and not noun.is_known and number.in_words and EXISTING.search(sentence[:start]):
        role = CONTEXT
    whole = OF_SET.match(sentence, number.end) if number.unit is None else None
    return Quantity(
        start, end, round(number.value, ROUND), number.value_max, unit, qualifier,
        whole.end() if whole else number.end, noun is not None, role, is_fixed=number.from_value,
    )  # fmt: skip


def _counts(word: str, noun: UnitWord | None, before: str, *, is_limited: bool) -> bool:
    """Whether a number in words counts something: "twee wijken", "ten minste één slaapkamer"."""
    if noun is None:
        return False
    folded = fold_word(word)
    if folded == "een":
        is_numeral = folded != word.casefold() and not OBLIQUE.search(before)
        return is_numeral or (noun.is_known and is_limited)
    return noun.is_known or word not in WORD_NEEDS_NOUN


def _bare_unit(place: _Place, number: Number, start: int) -> str | None:
    """The unit of a number without a noun, from its neighbours; None where it counts nothing.

    It counts behind a party ("Veste: 20"), with a sign ("netto +29"), in a list of names
    announced with a colon, and with a qualifier in a sentence about dwellings ("maximaal 40").
    """
    before = place.sentence[:start]
    ends = ENDS_AN_ENTRY.match(place.sentence, number.end) is not None
    is_partys = ends and any(
        e <= start and PARTY_IN_FRONT.fullmatch(before[e:]) for _, e in place.parties
    )
    announced = ANNOUNCED_COUNTS.search(f"{place.lead} {before}")
    counts = announced is not None or any(n.end <= start and u for n, u in place.counted)
    is_named = announced is not None and NAME_IN_FRONT.search(before) is not None
    is_listed = ends and ((counts and IN_A_LIST.search(before) is not None) or is_named)
    is_qualified = ends and start < number.start
    is_back = COUNTED_BACK.search(before) is not None
    shared = _neighbours_unit(number, place.counted) or (place.carried if is_back else None)
    is_dated = shared is not None and IN_A_YEAR.match(place.sentence, number.end) is not None
    is_part = shared is not None and PART_OF.search(before) is not None
    named = COUNT_OF.search(before)
    is_change = ends and named is not None and CHANGE_BY.search(before) is not None
    is_rate = start < number.start and A_YEAR.match(place.sentence, number.end) is not None
    known = is_partys or is_listed or number.sign or is_qualified or is_dated or is_part or is_rate
    if not (known or is_back or is_change):
        return None
    if shared is None and named is not None:
        noun = known_unit(named["noun"])
        return noun.unit if noun else f"{OTHER}:{named['noun'].casefold()}"
    if shared is None and PERCENTAGE.search(before):
        return PERCENT
    if shared is None and is_rate:
        noun = known_unit(before)
        shared = noun.unit if noun else None
    if shared is None and (is_partys or is_listed or is_housing(place.sentence)):
        noun = known_unit(f"{place.lead} {place.sentence}")
        shared = noun.unit if noun and noun.unit in (DWELLINGS, PITCHES) else DWELLINGS
    return shared


def _neighbours_unit(number: Number, counted: list[tuple[Number, UnitWord | None]]) -> str | None:
    """The unit of the nearest number with a noun or sign, the one before first."""
    units = [(n, n.unit or (u.unit if u and u.unit != NOT_COUNTED else None)) for n, u in counted]
    before = [unit for n, unit in units if n.end <= number.start and unit]
    after = [unit for n, unit in units if n.start >= number.end and unit]
    return before[-1] if before else next(iter(after), None)
