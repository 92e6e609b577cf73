"""How a number is meant: minimaal, maximaal, circa, a range, a change."""

from __future__ import annotations

import re
from functools import cache

from prestatie_extract.tagging.target_cues import cues_pattern
from prestatie_extract.tagging.target_numbers import Number
from prestatie_extract.vocabulary import load_rows

EXACT, RANGE, DELTA, NET = "exact", "range", "delta", "net"
LIMITS = ("min", "max")

AMOUNT = r"(?:aantal|bedrag|inkomen|huur|huurprijs|hoogte|som|totaal)"
FILLER = rf"(?:(?:de|het|een|{AMOUNT}|van|met|komende|afgelopen|eerste|nog|in\s+totaal)\s+)*"
"""Minstens de afgelopen drie jaar, maximaal een aantal van 40, tot een bedrag van, circa met."""
NOUN_AND_VAN = r"(?:\s+[^\W\d_][\w-]*){0,4}?\s+(?:van|is|zijn|bedraagt|bedragen|op)\s+(?:de\s+)?"
"""Een maximum van, minimaal aandeel van, een gemiddelde looptijd van."""
LEAD_IN = r"(?:\s+[^\W\d_][\w-]*){0,4}?\s*:"
"""De minimale aandelen zijn: 20% …, 50% …: holds for every number that follows."""
REACH_CHARS = 80  # longest qualifier phrase before a number that is looked at

EXCEEDED_BEFORE = re.compile(
    r"\b(?P<under>onder)?(?:over)?(?:schrijding|schrijden|schrijdt)\s+van\s+(?:de\s+|het\s+)?$",
    re.IGNORECASE,
)
EXCEEDED_BEHIND = re.compile(
    r"\s*(?:(?:grens|norm|wordt|worden|is|van)\s+)*(?P<under>onder)?(?:over)?schreden\b",
    re.IGNORECASE,
)
"""Bij overschrijding van 12%, als de 12% wordt overschreden: the rule starts above it."""
MAY_NOT = re.compile(
    r"\s*(?:mag|mogen)\s+niet\s+(?:worden\s+)?(?:overschreden|overschrijden)", re.IGNORECASE
)
"""De norm van 30% mag niet worden overschreden."""
MARGIN_SIGN = re.compile(r"(?:\+\s?/\s?[-–]|±)\s*$")
MARGIN = re.compile(
    r"\b(?:marge|bandbreedte|tolerantie|speelruimte|spreiding|afwijk\w*|wijk(?:t|en)\b[^.;]*\baf|"
    r"(?:ge)?stuur[dt]?\s+op|sturen\s+op)\b",
    re.IGNORECASE,
)
"""Een marge van +/- 5%: so much more or less is allowed, the 5 itself is exact."""
GROWTH_TO = re.compile(
    r"\b(?:verho|groei|uitbrei|uit\s?te\s?brei|toe(?:name|nemen)|stijg|ophog|vergro|terugbre|terug\s|daal|"
    r"verla|omhoog|doorgroei|af\s?te\s?bouwen|verbouw|om\s?(?:ge)?bouw|transform|herontwikkel|"
    r"splits|omvorm)[^.;]*$",
    re.IGNORECASE,
)
"""Verhogen tot 30%, verbouwen tot 12 woningen: there tot is where it ends, not a limit."""


def find_qualifier(
    sentence: str, number: Number, unit_end: int, lead: str = ""
) -> tuple[str, int, int]:
    """The qualifier of `number` and the span of qualifier, number and unit.

    Args:
        sentence: the text.
        number: in `sentence`.
        unit_end: where the noun that it counts ends, else where the number ends.
        lead: the words with a colon that announce the list the sentence stands in.
    """
    behind = _after().match(sentence, unit_end) or _after().match(sentence, number.end)
    start, cue = _cue_before(sentence, number)
    end = max(unit_end, behind.end() if behind else 0)
    if number.value_max is not None:
        return RANGE, start, end
    if behind:
        return _qualifier_of("after")[_fold(behind["cue"])], number.start, end
    if number.sign or cue == NET:
        return (DELTA if number.sign else EXACT), start, end
    if cue is not None:
        return (EXACT if cue == "ca" and _is_margin(sentence, number) else cue), start, end
    exceeded = _exceeded(sentence, number, end)
    if exceeded is not None:
        return exceeded, number.start, end
    return _lead_in(f"{lead} {sentence[: number.start]}") or EXACT, number.start, end


def _exceeded(sentence: str, number: Number, end: int) -> str | None:
    """On which side of the number a rule starts: above it "min", below it "max"."""
    if MAY_NOT.match(sentence, end):
        return "max"
    before = sentence[max(0, number.start - REACH_CHARS) : number.start]
    match = EXCEEDED_BEFORE.search(before) or EXCEEDED_BEHIND.match(sentence, end)
    if match is None:
        return None
    return "max" if match["under"] else "min"


def _is_margin(sentence: str, number: Number) -> bool:
    """Whether "+/-" tells how far something may differ, not that the number is about right."""
    sign = MARGIN_SIGN.search(sentence[: number.start])
    return sign is not None and number.unit is not None and MARGIN.search(sentence) is not None


def _cue_before(sentence: str, number: Number) -> tuple[int, str | None]:
    """The cue right before the number and where it starts; a limit wins from "circa"."""
    left = max(0, number.start - REACH_CHARS)
    before = sentence[left : number.start]
    chain = _before().search(before)
    if chain is not None:
        cues = [_qualifier_of("before")[_fold(c)] for c in _one_before().findall(chain[0])]
        last_cue = cues[-1] if cues else None
        if _fold(chain[0]) == "tot" and GROWTH_TO.search(before[: chain.start()]):
            return number.start, None
        return left + chain.start(), next((c for c in cues if c in LIMITS), last_cue)
    noun = _noun().search(before)
    if noun is not None:
        return left + noun.start(), _qualifier_of("noun")[_fold(noun["cue"])]
    return number.start, None


def _lead_in(before: str) -> str | None:
    found = None
    for match in _lead_in_pattern().finditer(before):
        found = _qualifier_of("noun")[_fold(match["cue"])]
    return found


def _fold(cue: str) -> str:
    folded = " ".join(cue.casefold().split())
    dotted = f"{folded}."
    return dotted if dotted in _dotted() else folded


@cache
def _dotted() -> frozenset[str]:
    return frozenset(row["cue"] for row in load_rows("qualifiers") if row["cue"].endswith("."))


@cache
def _qualifier_of(place: str) -> dict[str, str]:
    rows = (row for row in load_rows("qualifiers") if row["place"] == place)
    return {row["cue"].casefold(): row["qualifier"] for row in rows}


@cache
def _one_before() -> re.Pattern[str]:
    return re.compile(cues_pattern(_qualifier_of("before")), re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    cues = cues_pattern(_qualifier_of("before"))
    return re.compile(rf"(?:{cues}\s*)+{FILLER}$", re.IGNORECASE)


@cache
def _noun() -> re.Pattern[str]:
    cues = cues_pattern(_qualifier_of("noun"))
    return re.compile(rf"(?P<cue>{cues}){NOUN_AND_VAN}$", re.IGNORECASE)


@cache
def _lead_in_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<cue>{cues_pattern(_qualifier_of('noun'))}){LEAD_IN}", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<cue>{cues_pattern(_qualifier_of('after'))})", re.IGNORECASE)
