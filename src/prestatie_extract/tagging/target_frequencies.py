"""How often something is done: twee keer per jaar, halfjaarlijks, elk kwartaal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from prestatie_extract.notation import find_word_number
from prestatie_extract.tagging.target_cues import cues_pattern
from prestatie_extract.tagging.target_numbers import MONTH
from prestatie_extract.vocabulary import load_column, load_rows

UNIT = "keer_per_jaar"
DECIMALS = 4  # 0.3333 for once in three years

NUMBER = r"(?P<{0}>\d+(?:,\d+)?|(?:[eé][eé]n|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf))"
LOW = rf"(?:{NUMBER.format('low')}-?\s*(?:tot|à|á|a|-|–|of)\s*)?"
TIMES = (
    rf"(?:{LOW}(?:{NUMBER.format('times')}\s*(?:keer|maal|x)"
    r"|(?P<glued>[eé][eé]n|twee|drie|vier|vijf|zes)maal)|(?P<once>eens))"
)
"""Twee keer, 4 maal, tweemaal, eens."""
EVERY = r"(?:elke?|iedere?)"
PER = rf"(?:per|in\s+(?:de|het|een)|in|{EVERY}|om\s+de)"
"""Twee keer per jaar, eens in de vier jaar."""

ACT_BEFORE = re.compile(r"(?:^|[.;:!?]\s+)$")
VERB_BEHIND = re.compile(
    r"\s+(?!\d|ca|circa|max|min|ten|ruim|onge|gemid|bij|€)[a-zé]+", re.IGNORECASE
)
"""Per jaar maken we afspraken: how often; not "per jaar maximaal 15%"."""


BIENNIAL, TWO_DAYS = 0.5, 2
DAY_OF_ANY_YEAR = re.compile(rf"(?<!\d)\d{{1,2}}\s+{MONTH}(?!\w)(?!\s+\d{{4}})", re.IGNORECASE)
"""Rond 1 april en rond 1 oktober: days of every year."""


@dataclass(frozen=True, slots=True)
class Frequency:
    """`sentence[start:end]` says how many times a year."""

    start: int
    end: int
    value: float
    value_max: float | None = None
    """High end of "twee tot drie keer per jaar"."""


def find_frequencies(sentence: str) -> list[Frequency]:
    """Every frequency of the sentence in reading order, none overlapping.

    A yearly amount is none: "jaarlijks 40 woningen", "de jaarlijkse bijdrage".
    """
    found: list[Frequency] = []
    for pattern, value in _patterns():
        for match in pattern.finditer(sentence):
            span = match.span()
            if not any(f.start < span[1] and span[0] < f.end for f in found):
                times = value(match)
                if times is not None and not _is_amount(sentence, match):
                    found.append(_frequency(match, round(times, DECIMALS)))
    found += _loose(sentence, found)
    return sorted(found, key=lambda f: f.start)


def _frequency(match: re.Match[str], times: float) -> Frequency:
    """The frequency, from its low to its high end: "2 à 3 keer per jaar"."""
    low = match.groupdict().get("low")
    high = match["times"] or match["glued"] if low is not None else None
    if low is None or high is None or _value(low) >= _value(high):
        return Frequency(*match.span(), times)
    per_time = times / _value(high)
    return Frequency(*match.span(), round(_value(low) * per_time, DECIMALS), times)


def _patterns() -> list[tuple[re.Pattern[str], Callable[[re.Match[str]], float | None]]]:
    return [
        (_times_per(), _times_per_value),
        (_every_other(), lambda m: _calendar()[_fold(m["unit"])] / 2),
        (_every(), _every_value),
        (_adverb(), _adverb_value),
        (_per_year(), lambda _: 1.0),
    ]


@cache
def _calendar() -> dict[str, float]:
    return {row["word"]: float(row["per_year"]) for row in load_rows("target_calendar")}


@cache
def _units() -> str:
    words = sorted(_calendar(), key=lambda word: (-len(word), word))
    plural = {"maand": "maand(?:en)?", "week": "we(?:ek|ken)", "jaar": "ja(?:ar|ren)"}
    return "(?P<unit>" + "|".join(plural.get(w, w.replace(" ", r"\s+")) for w in words) + r")(?!\w)"


@cache
def _times_per() -> re.Pattern[str]:
    """Twee keer per jaar, eenmaal in de twee jaar, eens per 5 jaar."""
    return re.compile(
        rf"(?<!\w){TIMES}\s+{PER}\s+(?:{NUMBER.format('count')}\s+)?{_units()}", re.IGNORECASE
    )


@cache
def _every() -> re.Pattern[str]:
    """Elk kwartaal, iedere 5 jaar, per kwartaal, om de twee jaar, een keer om de drie jaar."""
    counted = rf"(?:{EVERY}|om\s+de|per)\s+{NUMBER.format('count')}\s+{_units()}"
    single = rf"(?:{EVERY}|per(?!\s+(?:jaar|kalenderjaar)))\s+{_units().replace('unit', 'one')}"
    return re.compile(rf"(?<!\w)(?:{counted}|{single})", re.IGNORECASE)


@cache
def _every_other() -> re.Pattern[str]:
    """Om het jaar, om de week: every second one."""
    return re.compile(rf"(?<!\w)om\s+(?:het|de)\s+{_units()}", re.IGNORECASE)


@cache
def _adverb() -> re.Pattern[str]:
    words = sorted(_adverbs(), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?P<adverb>{'|'.join(words)})e?s?(?!\w)", re.IGNORECASE)


@cache
def _adverbs() -> dict[str, float]:
    return {row["word"]: float(row["times_per_year"]) for row in load_rows("frequencies")}


@cache
def _per_year() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)per\s+(?:kalender)?jaar(?!\w)", re.IGNORECASE)


def _adverb_value(match: re.Match[str]) -> float:
    """Times a year; "tweejaarlijks" with two days without a year beside it is twice a year."""
    times = _adverbs()[match["adverb"].casefold()]
    is_twice = times == BIENNIAL and len(DAY_OF_ANY_YEAR.findall(match.string)) == TWO_DAYS
    return 2.0 if is_twice else times


def _times_per_value(match: re.Match[str]) -> float | None:
    times = 1.0 if match["once"] else _value(match["times"] or match["glued"])
    count = _value(match["count"] or "1")
    return times * _calendar()[_fold(match["unit"])] / count if count else None


def _every_value(match: re.Match[str]) -> float | None:
    count = _value(match["count"] or "1")
    return _calendar()[_fold(match["unit"] or match["one"])] / count if count else None


def _value(text: str) -> float:
    words = find_word_number(text)
    return float(words) if words is not None else float(text.replace(",", "."))


def _fold(unit: str) -> str:
    """The calendar's own word: "jaren" is jaar, "half  jaar" half jaar."""
    folded = " ".join(unit.casefold().split())
    return {"jaren": "jaar", "maanden": "maand", "weken": "week"}.get(folded, folded)


AMOUNT_BEHIND = re.compile(
    r"\s+(?:(?:ca|max|min)\.|circa|maximaal|minimaal|ten\s?minste|ongeveer|gemiddeld|ruim|zo'n|tot|"
    r"een\s+bedrag\s+van|bijna|tussen(?:\s+de)?|minstens|hooguit|ten\s+hoogste|in\s+totaal|netto|"
    r"\s)*(?:€|[+]?\d)",
    re.IGNORECASE,
)
"""Jaarlijks maximaal 10 woningen: an amount a year. With euros it is a yearly payment as well."""
CLAUSE = re.compile(r"[.,;:!?]\s")


def _is_amount(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words tell a yearly amount instead of how often something is done."""
    word = match[0].casefold()
    if word.startswith("per ") and not re.fullmatch(r"per\s+(?:kalender)?jaar", word):
        clause = CLAUSE.split(sentence[: match.start()])[-1]
        return _has_number(clause) or AMOUNT_BEHIND.match(sentence, match.end()) is not None
    if word.startswith("per "):
        return not (
            ACT_BEFORE.search(sentence[: match.start()])
            and VERB_BEHIND.match(sentence, match.end())
            and not re.search(r"\d", sentence[match.end() :])
        )
    if " " in word and not word.startswith(("elk", "ieder")):
        return False
    behind = sentence[match.end() :]
    amount = AMOUNT_BEHIND.match(behind)
    if amount is not None:
        return not (amount[0].endswith("€") and word.endswith("lijks"))
    return _amount_noun().match(behind) is not None


def _has_number(words: str) -> bool:
    """Whether a number in digits or words stands in `words`: "€ 25", "twee avonden"."""
    numbers = (find_word_number(word) for word in re.findall(r"[^\W\d_]+", words))
    return re.search(r"\d", words) is not None or any(n is not None and n > 1 for n in numbers)


@cache
def _amount_noun() -> re.Pattern[str]:
    nouns = cues_pattern(load_column("target_amount_words", "word"))
    return re.compile(rf"\s+(?:\w+e\s+)?{nouns}", re.IGNORECASE)


def _loose(sentence: str, found: list[Frequency]) -> Iterator[Frequency]:
    """Twee keer, tweemaal, where the sentence says jaarlijks: they make one frequency."""
    yearly = [f for f in found if f.value == 1]
    if len(yearly) != 1 or len(found) != 1:
        return
    for match in re.finditer(rf"(?<!\w){TIMES}(?!\w)", sentence, re.IGNORECASE):
        times = match["times"] or match["glued"]
        is_apart = match.end() <= yearly[0].start or yearly[0].end <= match.start()
        if times is not None and is_apart and _value(times) != 1:
            found.remove(yearly[0])
            yield Frequency(*match.span(), _value(times))
            return
