"""How Dutch texts write numbers: 1.250, 2,5, 1,2 miljoen, vijfentwintig. Pure functions on text."""

from __future__ import annotations

import re
from functools import cache

DIGITS = r"(?:\d{1,3}(?:[.\u00a0\u2009]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?)"
"""1.250; 12.500,75; 2,5; 300. A dot stands only before three digits: "1.1" is two numbers."""

POINT_DECIMAL = r"\d+\.\d{1,2}(?!\d)"
"""2.5: the English way, told from "paragraaf 2.5" only by the per cent or euro sign beside it."""

SCALES = {
    "miljoen": 1e6,
    "mln": 1e6,
    "miljard": 1e9,
    "mld": 1e9,
    "duizend": 1e3,
}
"""Words behind a number that multiply it: "€ 1,2 miljoen", "15 mln."."""
SCALE = r"(?:miljoen|mln\.?|miljard|mld\.?|duizend)(?!\w)"

EUROS_TAIL = re.compile(r",(?:-{1,2}|–|—|=)$")
"""€ 20.000,- and € 20.000,--: no cents."""

ONES = {
    "nul": 0,
    "een": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
}
TEENS = {
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
    "dertien": 13,
    "veertien": 14,
    "vijftien": 15,
    "zestien": 16,
    "zeventien": 17,
    "achttien": 18,
    "negentien": 19,
}
TENS = {
    "twintig": 20,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
}
YEAR = r"(?:19[5-9]|20[0-9])\d"
"""1950-2099, so that "1250 woningen" is no year; the caller's edges keep "20255" out."""

HUNDRED, THOUSAND = "honderd", "duizend"
ACCENTS = str.maketrans("éëè", "eee")


def parse_number(text: str) -> float:
    """The value of digits in Dutch notation: "1.250" 1250.0, "2,5" 2.5, "-27" -27.0, "20.000,-".

    Raises:
        ValueError: if `text` is no number.
    """
    bare = EUROS_TAIL.sub("", re.sub(r"\s", "", text)).replace("−", "-").replace("–", "-")
    sign, digits = (bare[0], bare[1:]) if bare[:1] in {"-", "+"} else ("", bare)
    if re.fullmatch(POINT_DECIMAL, digits):
        value = float(digits)
    elif re.fullmatch(DIGITS.replace(r"\u00a0\u2009", ""), digits):
        value = float(digits.replace(".", "").replace(",", "."))
    else:
        raise ValueError(f"{text!r} is not a number in Dutch notation")
    return -value if sign == "-" else value


def parse_scale(word: str) -> float:
    """What a word behind a number multiplies it with: "mln." 1e6, "" 1.0."""
    return SCALES.get(word.strip().rstrip(".").casefold(), 1.0)


def find_word_number(word: str) -> int | None:
    """The value of a number in words, None if `word` is none: "één" 1, "vijfentwintig" 25."""
    folded = fold_word(word)
    value = _word_values().get(folded)
    return _thousands(folded) if value is None else value


def _thousands(word: str) -> int | None:
    """Thousands with what follows them in one word: "tweeduizend", "duizendvijfhonderd"."""
    head, thousand, tail = word.partition(THOUSAND)
    count = _word_values().get(head) if head else 1
    rest = _word_values().get(tail.removeprefix("en")) if tail else 0
    if not thousand or not count or rest is None or count >= 1000 or rest >= 1000:
        return None
    return 1000 * count + rest


def fold_word(word: str) -> str:
    """Lower case and without accents: "Één" is "een"."""
    return word.casefold().translate(ACCENTS)


@cache
def _word_values() -> dict[str, int]:
    """Numbers in words from 0 to 9.999 without "duizend", as they are printed in one word."""
    small = _below_hundred()
    hundreds = {HUNDRED: 100} | {f"{w}{HUNDRED}": n * 100 for w, n in small.items() if 2 <= n < 100}
    values = dict(small) | hundreds
    for head, count in hundreds.items():
        for word, rest in small.items():
            if rest:
                values[f"{head}{word}"] = values[f"{head}en{word}"] = count + rest
    return values


def _below_hundred() -> dict[str, int]:
    values = ONES | TEENS | TENS
    for tens, ten in TENS.items():
        for ones, one in ONES.items():
            if one:
                values[f"{ones}en{tens}"] = ten + one
    return values
