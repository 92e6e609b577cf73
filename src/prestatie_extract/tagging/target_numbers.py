"""Numbers in a sentence: digits, words, percentages, money, shares; not dates and names."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from prestatie_extract.notation import (
    DIGITS,
    POINT_DECIMAL,
    SCALE,
    YEAR,
    find_word_number,
    parse_number,
    parse_scale,
)
from prestatie_extract.tagging.target_clauses import verb_forms
from prestatie_extract.tagging.target_cues import cues_pattern
from prestatie_extract.tagging.target_units import find_unit
from prestatie_extract.vocabulary import load_column, load_rows

PERCENT, EUROS = "%", "EUR"
PERCENT_POINT = "overig:procentpunt"

MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|"
    r"sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
LIST_OF_NUMBERS = (
    r"\d+(?:\.\d+)*[a-z]?(?:\s*(?:,|-|–|t/m|tot en met|en/of|en|of|/)\s*\d+(?:\.\d+)*)*"
)

ONE_IN = re.compile(
    r"(?<![\w.,])(?P<part>\d{1,2}|[^\W\d_]+)\s+op\s+(?:de|elke|iedere)\s+"
    r"(?P<whole>\d{1,3}|[^\W\d_]+)\b(?!\s+(?:jaar|jaren|maand|dag|week))",
    re.IGNORECASE,
)
"""1 op de 3 woningen, één op de vijf."""

NOT_NUMBERS = (
    r"\b\w+\s+op\s+(?:de|elke|iedere)\s+\w+\s+(?:jaar|jaren|maanden|dagen)\b",  # 1 op de 3 jaar
    rf"\b\d{{1,2}}(?:e|ste|de)?\s+{MONTH}\b\.?(?:\s+{YEAR})?",  # 1 april 2025
    rf"\b\d{{1,2}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*(?:{YEAR}|\d\d)\b",  # 1-1-2023, 31/12/22
    rf"\b{YEAR}\s*[-–/]\s*(?:{YEAR}|\d\d)\b",  # 2025-2028, 2024/25
    r"\b\d{1,2}[:.]\d\d\s+uur\b",  # 9.30 uur
    r"\b\d+\s*-\s*(?:,|en|of|tot)\s+\d+\s*-?\s*(?:persoon|persoons|kamer|gezins)\w*(?:\s+huish\w+)?",
    r"\b\d+\s*-\s*(?:,|en|of|tot|t/m|à)\s+\d+-\w+",  # 1- en 2-persoonshuishoudens
    r"\b\d+\s*-?\s*(?:en|of)\s+\d+\s+(?:persoons|gezins)\w*",  # 1- en 2 gezinswoningen
    r"\b\d+\s*(?:persoons|gezins)\w*|\b\d+\s*kamer(?!s\b)\w+",  # 2 persoonshuishouden
    r"\b\d+-(?=[A-Za-z])[\w-]+",  # 3-kamerwoningen, 2-onder-1-kap
    r"(?<=[A-Za-z])-?\d[\w-]*",  # CO2, Q4, U10
    r"\b\d+[\W_]?\^?(?:e|de|ste|ᵉ)\b",  # 1ste, 2e, 3de, 2^e
    r"\b\d+\s+\^e\b",  # 2 ^e, as a converter writes a raised e
    r"\b\d+\s*\+(?!\s*\d)(?:-?\w+)?",  # 65+, 55+-woningen
    r"\b\d+-?plus\w*",  # 55-plussers
    r"\b\d+(?:-\d+){2,}\b",  # 3-30-300, phone numbers
    r"(?<!\d)0\d{1,3}[-\s]\d{5,8}\b",  # 0341-123456
    r"\b\d+\.\d+\.\d+(?!\d)(?!\.\d)(?<!\.\d{3})",  # 1.4.1
    r"^\s*\(?[a-z]?\d{1,2}\)|^\s*\d{1,2}\.(?=\s)",  # 1) or 1. as a list mark
    r"\b\d{2,}\s?/\s?\d+\b",  # 60/40, 24/7
    r"\bwww\.\S+|\bhttps?://\S+|@\S+",
)
"""What is printed with digits and counts nothing."""

DECIMAL = rf"(?:{POINT_DECIMAL}|{DIGITS})"
SIGN = r"(?:(?<![\w)\d/])[+−-](?=\d))?"
EURO_SIGN = r"(?:€|EUR(?!\w)|euro(?!\w))"
CORE = re.compile(
    rf"(?P<sign>{SIGN})(?:"
    rf"(?P<money>{EURO_SIGN}\s*-?\s*(?P<amount>{DECIMAL})(?:,(?:-{{1,2}}|–|—|=))?(?:\s*(?P<scale>{SCALE}|k\b))?)"
    rf"|(?P<euros>(?P<amount2>{DECIMAL})(?:,-)?\s*(?P<scale2>{SCALE})?\s*(?:euro(?!\w)|EUR(?!\w)))"
    rf"|(?P<percent>(?P<rate>{DECIMAL})\s?(?:(?P<points>(?:%-?|procent)punt(?:en)?(?!\w))|%|(?:procent|percent)(?!\w)))"
    rf"|(?P<fraction>(?<![\d/])(?P<part>[1-9])/(?P<whole>[2-9]|1[02])(?:e|de)?(?![\d/]))"
    rf"|(?P<plain>(?<![\w,.]){DIGITS}(?![\w%])(?!,\d)(?!\.\d)(?:\s+(?P<scale3>{SCALE}))?)"
    rf")",
    re.IGNORECASE,
)
BARE_YEAR = re.compile(rf"(?<![\w.,€]){YEAR}(?![\w%])(?![.,]\d)")
COUNTED = re.compile(
    r"(?:\bcirca|\bca\.?|\bminimaal|\bmaximaal|\bruim|\bongeveer|\bbijna|\bten\s?minste|€)\s+$",
    re.IGNORECASE,
)
"""Before a quantity, never before a year."""
MAY_BE_COUNTED = re.compile(
    r"\b(?P<word>samen|gezamenlijk|totaal|nog|extra|netto|nieuwe|(?P<verb>[^\W\d_]+))\s+$",
    re.IGNORECASE,
)
"""Before a quantity where a noun that is counted follows: "bouwen samen 2000 woningen"."""
WORD = re.compile(r"[^\W\d_]+")
SCALE_K = 1000.0
"""€ 50k."""

DEFINITE = re.compile(
    r"\b(?:de|deze|die|alle|beide|onze|hun|haar|genoemde|overige|andere|eerste|laatste)\s+$",
    re.IGNORECASE,
)
"""Before a number word that takes up known things: "de drie corporaties" counts nothing new."""
RELATIVE = re.compile(r"\b(?:een|de|het|[^\W\d_]+e)\s+[^\W\d_]{3,}\s+die\s+$", re.IGNORECASE)
"""Een vaste beheerder die twee dagen komt: there "die" takes up the person, not the days."""
NO_ORDINAL = re.compile(r"helft|kwart|^(?!een\b|één\b)")
"""Words of a share that cannot be the first of an ordinal: "een derde partij"."""
HALF = re.compile(
    r"\b(?:(?P<half>(?:een|één)\s+half)(?=\s+(?:jaar|uur)\b)|anderhal(?:f|ve))(?!\w)", re.IGNORECASE
)
"""Een half jaar, anderhalf jaar."""
LIMIT = re.compile(
    r"\b(?:minimaal|maximaal|minstens|hooguit|circa|ten\s?minste|ten\s+hoogste)\s+$", re.IGNORECASE
)
"""Ten minste een derde sociale huur."""
DIVISIBLE = re.compile(r"\s+(?:van|deel)\b")
PART_OF_YEAR = re.compile(
    r"\s+(?:van\s+)?(?:het\s+jaar|het\s+kalenderjaar|\d{4}|\w*jaar\b)", re.IGNORECASE
)
ORDINAL = re.compile(r"\b(?:eerste|tweede|laatste)\s+$", re.IGNORECASE)
"""The tweede helft van 2025 is a time."""


@dataclass(frozen=True, slots=True)
class Number:
    """`sentence[start:end]` is a number with its sign, scale and per cent or euro sign."""

    start: int
    end: int
    value: float
    unit: str | None = None
    """Per cent or euros where the notation says so, else None."""
    value_max: float | None = None
    """High end of a range."""
    sign: str = ""
    in_words: bool = False
    scale: float = 1.0
    """What a word behind it multiplied: 1e6 in "34 miljoen"."""
    from_value: bool = False
    """The old value in "van 7,5% naar 15%"."""


def find_numbers(sentence: str, blocked: list[tuple[int, int]]) -> list[Number]:
    """Every number of the sentence in reading order; ranges as one.

    Args:
        sentence: the text.
        blocked: spans whose digits and words are something else (frequencies, named things).
    """
    taken = [*blocked, *_blocked(sentence)]
    found = list(_ratios(sentence, taken))
    taken += [(n.start, n.end) for n in found]
    found += _digit_numbers(sentence, taken)
    taken += [(n.start, n.end) for n in found]
    found += _shares(sentence, taken)
    taken += [(n.start, n.end) for n in found]
    found += _halves(sentence, taken)
    taken += [(n.start, n.end) for n in found]
    found += _word_numbers(sentence, taken)
    found.sort(key=lambda n: n.start)
    return _ranges(sentence, found)


def overlaps(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    """Whether `span` shares a character with one of `spans`."""
    return any(start < span[1] and span[0] < end for start, end in spans)


@cache
def _blocker() -> re.Pattern[str]:
    names = cues_pattern(load_column("target_names", "word"))
    named = rf"{names}\s*{LIST_OF_NUMBERS}"
    return re.compile("|".join([*NOT_NUMBERS, named]), re.IGNORECASE)


def _blocked(sentence: str) -> list[tuple[int, int]]:
    spans = [m.span() for m in _blocker().finditer(sentence)]
    years = (m for m in BARE_YEAR.finditer(sentence) if not _is_count(sentence, m))
    return spans + [m.span() for m in years]


def _is_count(sentence: str, year: re.Match[str]) -> bool:
    """Whether digits that look like a year are a quantity: "bouwen samen 1950 woningen"."""
    before = sentence[: year.start()]
    if COUNTED.search(before):
        return year.end() < len(sentence)
    match, unit = MAY_BE_COUNTED.search(before), find_unit(sentence, year.end())
    if match is None or unit is None or not unit.is_known:
        return False
    return match["verb"] is None or match["verb"].casefold() in verb_forms()


def _ratios(sentence: str, taken: list[tuple[int, int]]) -> Iterator[Number]:
    for match in ONE_IN.finditer(sentence):
        part, whole = (_small(match[name]) for name in ("part", "whole"))
        if part and whole and part < whole and not overlaps(match.span(), taken):
            yield Number(*match.span(), round(100 * part / whole, 2), PERCENT)


def _small(digits_or_word: str) -> int | None:
    return int(digits_or_word) if digits_or_word.isdigit() else find_word_number(digits_or_word)


def _digit_numbers(sentence: str, taken: list[tuple[int, int]]) -> Iterator[Number]:
    for match in CORE.finditer(sentence):
        if overlaps(match.span(), taken):
            continue
        sign = match["sign"].strip()
        number = _number(match)
        if not math.isfinite(number.value):
            continue
        yield replace(number, value=-number.value) if sign in {"-", "−"} else number


def _number(match: re.Match[str]) -> Number:
    start, end = match.span()
    sign = match["sign"].strip()
    if match["money"] or match["euros"]:
        scale = _scale(match["scale"] or match["scale2"])
        value = _scaled(match["amount"] or match["amount2"], scale)
        return Number(start, end, value, EUROS, sign=sign, scale=scale)
    if match["percent"]:
        rate_unit = PERCENT_POINT if match["points"] else PERCENT
        return Number(start, end, parse_number(match["rate"]), rate_unit, sign=sign)
    if match["fraction"]:
        part, whole = int(match["part"]), int(re.sub(r"\D", "", match["whole"]))
        unit = PERCENT if part < whole else None
        return Number(start, end, round(100 * part / whole, 2), unit)
    digits = match["plain"].split()[0] if match["scale3"] else match["plain"]
    scale = _scale(match["scale3"])
    return Number(start, end, _scaled(digits, scale), sign=sign, scale=scale)


def _scale(word: str | None) -> float:
    return SCALE_K if (word or "").casefold() == "k" else parse_scale(word or "")


def _scaled(digits: str, scale: float) -> float:
    return round(parse_number(digits) * scale, 4)


def _shares(sentence: str, taken: list[tuple[int, int]]) -> Iterator[Number]:
    """De helft, twee derde, driekwart; not "de tweede helft van het jaar", "een derde partij"."""
    pattern, percents = _share_pattern()
    for match in pattern.finditer(sentence):
        words = " ".join(match[0].casefold().split())
        is_time = ORDINAL.search(sentence[: match.start()]) or PART_OF_YEAR.match(
            sentence, match.end()
        )
        is_limit = LIMIT.search(sentence[: match.start()]) is not None
        is_part = NO_ORDINAL.search(words) or is_limit or DIVISIBLE.match(sentence, match.end())
        if is_part and not is_time and not overlaps(match.span(), taken):
            yield Number(*match.span(), percents[words], PERCENT, in_words=True)


@cache
def _share_pattern() -> tuple[re.Pattern[str], dict[str, float]]:
    rows = load_rows("target_shares")
    pattern = cues_pattern(row["words"] for row in rows).replace("een", "[eé][eé]n")
    percents = {row["words"]: float(row["percent"]) for row in rows}
    percents |= {w.replace("een", "één", 1): p for w, p in percents.items() if w.startswith("een")}
    return re.compile(pattern, re.IGNORECASE), percents


def _halves(sentence: str, taken: list[tuple[int, int]]) -> Iterator[Number]:
    for match in HALF.finditer(sentence):
        if not overlaps(match.span(), taken):
            yield Number(*match.span(), 0.5 if match["half"] else 1.5, in_words=True)


def _word_numbers(sentence: str, taken: list[tuple[int, int]]) -> Iterator[Number]:
    for match in WORD.finditer(sentence):
        value = find_word_number(match[0])
        if value is None or overlaps(match.span(), taken):
            continue
        before = sentence[: match.start()]
        if RELATIVE.search(before) or not DEFINITE.search(before):
            scale = re.compile(rf"\s+({SCALE})", re.IGNORECASE).match(sentence, match.end())
            factor = parse_scale(scale[1]) if scale else 1.0
            end = scale.end() if scale else match.end()
            yield Number(match.start(), end, value * factor, in_words=True)


BETWEEN = re.compile(
    r"\s*(?P<link>tot en met|t/m|tot|à|á|a|-|–|of|en)\s+(?:de\s+)?$|\s*[-–]\s*$|\s*[àá]\s*$",
    re.IGNORECASE,
)
BEFORE_PAIR = re.compile(r"\b(?:tussen|variërend van|bandbreedte van)\s+(?:de\s+)?$", re.IGNORECASE)
FROM_TO = re.compile(r"\s+(?:\w+\s+){0,3}?naar\s+(?:[\w.]+\s+){0,3}$", re.IGNORECASE)
FROM = re.compile(r"\bvan\s+(?:de\s+|het\s+)?(?:[\w.]+\s+){0,2}$", re.IGNORECASE)


def _ranges(sentence: str, numbers: list[Number]) -> list[Number]:
    """Two numbers that are the ends of a range as one; the old value of a change marked."""
    out: list[Number] = []
    for number in numbers:
        last = out[-1] if out else None
        if last is not None and _is_range(sentence, last, number):
            out[-1] = _joined(last, number)
            continue
        if last is not None and _is_change(sentence, last, number):
            out[-1] = replace(last, from_value=True)
        out.append(number)
    return out


def _is_change(sentence: str, old: Number, new: Number) -> bool:
    """Van 7,5% naar maximaal 15%."""
    link = FROM_TO.fullmatch(sentence[old.end : new.start])
    return link is not None and FROM.search(sentence[: old.start]) is not None


def _is_range(sentence: str, low: Number, high: Number) -> bool:
    link = BETWEEN.fullmatch(sentence[low.end : high.start])
    if link is None or low.value_max is not None or low.value >= high.value:
        return False
    if low.unit != high.unit and low.unit is not None and high.unit is not None:
        return False
    if low.in_words and low.value == 1:
        return False
    word = (link["link"] or "").casefold()
    if word == "en":
        return BEFORE_PAIR.search(sentence[: low.start]) is not None
    if word == "of":
        return high.value - low.value == 1
    return True


def _joined(low: Number, high: Number) -> Number:
    """One number; "31 tot 34 miljoen" says the scale of both at its end."""
    is_short = low.scale == 1 and low.value * high.scale < high.value
    value = round(low.value * high.scale, 4) if is_short else low.value
    unit = low.unit or high.unit
    return replace(low, end=high.end, value=value, unit=unit, value_max=high.value)
