"""Quantities in a sentence: numbers together with what they count and how they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prestatie_extract.tagging.target_frequencies import UNIT as PER_YEAR
from prestatie_extract.tagging.target_frequencies import Frequency, find_frequencies
from prestatie_extract.tagging.target_numbers import Number, find_numbers
from prestatie_extract.tagging.target_qualifiers import EXACT, find_qualifier
from prestatie_extract.tagging.target_units import (
    DWELLINGS,
    OTHER,
    UnitWord,
    find_unit,
    is_housing,
    known_unit,
)

CONDITION, CONTEXT = "condition", "context"

ONE_OR_MORE = re.compile(
    r"(?<!\w)(?:een|één)\s+of\s+meer(?:dere)?\s+(?:(?:van\s+)?(?:de|het)\s+)?"
    r"(?:[^\W\d_]+e\s+){0,2}?(?P<noun>[^\W\d_]{4,})",
    re.IGNORECASE,
)
"""Een of meerdere bijeenkomsten, één of meer van de partijen."""
DIFFERENCE = re.compile(
    r"(?<!\w)(?:een|één)\s+(?P<noun>jaar|maand)(?=\s+(?:eerder|later|langer|korter)\b)", re.IGNORECASE
)
"""Een jaar eerder dan."""
WORD_NEEDS_NOUN = frozenset({"acht", "vier", "elf", "een", "één", "nul"})
"""Number words that are other words too: "de gemeente acht dit nodig"."""

ANNOUNCED_COUNTS = re.compile(
    r"\b(?:aantal(?:len)?|\w*woningen|projecten|productie|nieuwbouw\w*)\b[^.;]*:", re.IGNORECASE
)
"""Before a list of names with a number each: "de volgende aantallen toe: Lindehof – 8"."""
IN_A_LIST = re.compile(r"(?:[–:+(=]|\s-)\s*$")
PARTY_IN_FRONT = re.compile(r"\s*(?:[:=–-]|\(|,)?\s*$")
ENDS_AN_ENTRY = re.compile(r"\s*(?:[,;+).(]|$|[–-]\s|en\b|[A-Z])")

SUBJECT_WORDS = 7  # longest subject
SUBJECT_END = re.compile(
    r"[.,;:()]|\s(?:die|dat|waar\w*|om|zodat|te|wordt|worden|is|zijn|en)(?=\s)", re.IGNORECASE
)
ROUND = 4  # decimals of a value


@dataclass(frozen=True, slots=True)
class Quantity:
    """`sentence[start:end]` is a number with its qualifier and noun."""

    start: int
    end: int
    value: float
    value_max: float | None
    unit: str
    qualifier: str
    subject: str | None = None
    usual_role: str = ""
    """The role it has where nothing else tells; "" is target."""
    is_fixed: bool = False
    """Whether `usual_role` is certain."""


def find_quantities(sentence: str, party_ends: list[int]) -> list[Quantity]:
    """Every quantity of the sentence, in reading order.

    Args:
        sentence: the text.
        party_ends: where the parties named in it end: "Portaal: 114" needs no noun.
    """
    frequencies = find_frequencies(sentence)
    special = list(_specials(sentence))
    spans = [(f.start, f.end) for f in frequencies] + [(q.start, q.end) for q in special]
    numbers = find_numbers(sentence, spans)
    found = [_frequency(sentence, f) for f in frequencies] + special
    counted = [(n, _noun(sentence, n)) for n in numbers]
    for number, noun in counted:
        quantity = _quantity(sentence, number, noun, party_ends, counted)
        if quantity is not None:
            found.append(quantity)
    return sorted(found, key=lambda q: (q.start, q.end))


def _specials(sentence: str) -> Iterator[Quantity]:
    for match in ONE_OR_MORE.finditer(sentence):
        noun = known_unit(match["noun"])
        unit = noun.unit if noun else f"{OTHER}:{match['noun'].casefold()}"
        yield Quantity(*match.span(), 1.0, None, unit, "min", match["noun"])
    for match in DIFFERENCE.finditer(sentence):
        unit = "jaar" if match["noun"].casefold() == "jaar" else f"{OTHER}:maanden"
        yield Quantity(
            *match.span(), 1.0, None, unit, EXACT, usual_role=CONTEXT, is_fixed=True
        )


def _frequency(sentence: str, found: Frequency) -> Quantity:
    as_number = Number(found.start, found.end, found.value)
    qualifier, start, end = find_qualifier(sentence, as_number, found.end)
    if qualifier not in ("min", "max", "ca"):
        qualifier, start = EXACT, found.start
    return Quantity(
        start, end, found.value, None, PER_YEAR, qualifier, _subject(sentence, found.end)
    )


def _noun(sentence: str, number: Number) -> UnitWord | None:
    return find_unit(sentence, number.end) if number.unit is None else None


def _quantity(
    sentence: str,
    number: Number,
    noun: UnitWord | None,
    party_ends: list[int],
    counted: list[tuple[Number, UnitWord | None]],
) -> Quantity | None:
    unit = number.unit or (noun.unit if noun else None)
    qualifier, start, end = find_qualifier(sentence, number, noun.end if noun else number.end)
    word = sentence[number.start : number.end].casefold()
    if number.in_words and number.unit is None:
        if not _counts(word, noun, qualifier):
            return None
    if unit is None:
        unit = _bare_unit(sentence, number, start, party_ends, counted)
        if unit is None:
            return None
    is_guess = noun is not None and not noun.is_known
    role = CONTEXT if number.from_value else noun.role if noun else ""
    if is_guess and number.in_words and qualifier == EXACT:
        role = CONTEXT
    return Quantity(
        start, end, round(number.value, ROUND), number.value_max, unit, qualifier,
        _subject(sentence, number.end), role, is_fixed=number.from_value,
    )  # fmt: skip


def _counts(word: str, noun: UnitWord | None, qualifier: str) -> bool:
    """Whether a number in words counts something: "twee wijken", "ten minste één slaapkamer"."""
    if noun is None:
        return False
    if word in ("een", "één", "nul"):
        return noun.is_known and qualifier != EXACT
    return noun.is_known or word not in WORD_NEEDS_NOUN


def _bare_unit(
    sentence: str,
    number: Number,
    start: int,
    party_ends: list[int],
    counted: list[tuple[Number, UnitWord | None]],
) -> str | None:
    """The unit of a number without a noun, from its neighbours; None where it counts nothing.

    It counts behind a party ("Portaal: 114"), with a sign ("netto +29"), in a list of names
    announced with a colon, and with a qualifier in a sentence about dwellings ("maximaal 40").
    """
    before, behind = sentence[:start], sentence[number.end :]
    is_partys = any(
        e <= start and PARTY_IN_FRONT.fullmatch(sentence[e:start]) for e in party_ends
    ) and ENDS_AN_ENTRY.match(behind)
    is_listed = (
        IN_A_LIST.search(before) and ANNOUNCED_COUNTS.search(before) and ENDS_AN_ENTRY.match(behind)
    )
    is_qualified = start < number.start and ENDS_AN_ENTRY.match(behind)
    if not (is_partys or is_listed or number.sign or is_qualified):
        return None
    shared = _neighbours_unit(number, counted)
    if shared is None and (is_partys or is_listed or is_housing(sentence)):
        noun = known_unit(sentence)
        shared = noun.unit if noun and noun.unit in (DWELLINGS, "standplaatsen") else DWELLINGS
    return shared


def _neighbours_unit(
    number: Number, counted: list[tuple[Number, UnitWord | None]]
) -> str | None:
    """The unit of the nearest number with a noun or sign, the one before first."""
    units = [(n, n.unit or (u.unit if u else None)) for n, u in counted]
    before = [unit for n, unit in units if n.end <= number.start and unit]
    after = [unit for n, unit in units if n.start >= number.end and unit]
    return before[-1] if before else next(iter(after), None)


def _subject(sentence: str, end: int) -> str | None:
    """The words behind a number or frequency, as far as its phrase goes."""
    behind = sentence[end:]
    stop = SUBJECT_END.search(behind)
    words = (behind[: stop.start()] if stop else behind).split()[:SUBJECT_WORDS]
    return " ".join(words).strip(" -–") or None
