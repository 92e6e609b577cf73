"""What a number counts: the noun behind it, as a unit of the contract."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from prestatie_extract.notation import find_word_number
from prestatie_extract.vocabulary import load_rows

DWELLINGS = "woningen"
OTHER = "overig"
NOT_COUNTED = "-"
"""De drie corporaties, vijf thema's."""
MAX_MODIFIERS = (
    6  # words between number and noun: "12 slecht geïsoleerde kleine huurwoningen" has four
)

TOKEN = re.compile(r"\s*(?P<aside>\([^()]{1,40}\))?\s*(?P<word>[^\W\d_][\w²'’/+-]*\.?)?")
STOP = frozenset(
    [
        "van",
        "in",
        "op",
        "voor",
        "aan",
        "per",
        "met",
        "door",
        "tot",
        "bij",
        "uit",
        "naar",
        "over",
        "om",
        "als",
        "dan",
        "dat",
        "die",
        "dit",
        "deze",
        "is",
        "zijn",
        "was",
        "waren",
        "wordt",
        "worden",
        "werd",
        "werden",
        "zal",
        "zullen",
        "kan",
        "kunnen",
        "moet",
        "moeten",
        "mag",
        "mogen",
        "heeft",
        "hebben",
        "te",
        "ten",
        "tegen",
        "onder",
        "boven",
        "tussen",
        "binnen",
        "na",
        "sinds",
        "of",
        "maar",
        "waarbij",
        "waarvan",
        "waar",
        "het",
        "de",
        "een",
        "onder",
        "wil",
        "willen",
        "gaat",
        "gaan",
        "blijft",
        "blijven",
        "doet",
        "doen",
        "neemt",
        "nemen",
        "komt",
        "komen",
        "volgt",
        "volgen",
    ]
)
"""Words at which the noun phrase behind a number ends."""
LINKS = frozenset({"en", "of", "en/of"})
"""12 sociale en middeldure huurwoningen."""
PLURAL = re.compile(r"[^\W\d_-]{3,}(?:en|s|eren)$")
"""A noun no table knows still counts if it is a plural: "drie verdeelsystemen"."""


SINGULAR = re.compile(r"\s+(?:[a-zà-ÿ]{3,}e\s+){0,2}(?P<noun>[a-zà-ÿ-]{3,}[a-df-zà-ÿ])(?![\w])")
"""Behind "één": its adjectives end in e, which few nouns do."""


@dataclass(frozen=True, slots=True)
class UnitWord:
    """The noun that a number counts: `sentence[start:end]` is the phrase from behind the number."""

    end: int
    unit: str
    role: str
    """The usual role of a number with this noun; "" is target."""
    is_known: bool = True


def find_unit(sentence: str, start: int) -> UnitWord | None:
    """The unit noun of the number that ends at `start`, None where no noun follows."""
    place, words, guess = start, 0, None
    while words <= MAX_MODIFIERS:
        match = TOKEN.match(sentence, place)
        if match is None or match["word"] is None:
            break
        pair = TOKEN.match(sentence, match.end("word"))
        known = _known(match["word"], pair["word"] if pair and not pair["aside"] else None)
        if known is not None:
            row, is_pair = known
            end = pair.end("word") if is_pair and pair else _word_end(match, row["word"])
            return UnitWord(end, row["unit"], row["role"])
        word = match["word"].casefold()
        if word in STOP or find_word_number(word) is not None or (word in LINKS and words == 0):
            break
        bare = word.rstrip(".")
        is_name = match["word"][0].isupper()
        if guess is None and PLURAL.search(bare) and not is_name and word not in LINKS:
            end = match.start("word") + len(bare)
            guess = UnitWord(end, f"{OTHER}:{bare}", "", is_known=False)
        if word.endswith("."):
            break
        place, words = match.end("word"), words + 1
    return guess


def find_singular(sentence: str, start: int) -> UnitWord | None:
    """The noun of a "één" that ends at `start`, whatever it is: "één nieuwe locatie"."""
    match = SINGULAR.match(sentence, start)
    if match is None or match["noun"].casefold() in STOP:
        return None
    return UnitWord(match.end("noun"), f"{OTHER}:{match['noun'].casefold()}", "", is_known=False)


def known_unit(words: str) -> UnitWord | None:
    """The unit that `words` speak of, a table header or sentence: the last known one.

    A unit of the contract goes before the others: "plannen voor woningen" is about woningen.
    """
    found: UnitWord | None = None
    for match in re.finditer(r"(?<![\w-])(?<!\d )[^\W\d_][\w²'’-]*", words):
        known = _known(match[0], None)
        if known is None:
            continue
        row = known[0]
        if row["unit"] == NOT_COUNTED:
            continue
        if found is None or found.unit.startswith(OTHER) or not row["unit"].startswith(OTHER):
            found = UnitWord(match.end(), row["unit"], row["role"])
    return found


def is_housing(words: str) -> bool:
    """Whether `words` speak of dwellings: "nieuwbouw", "voorraad", "sloop"."""
    return HOUSING.search(words) is not None


HOUSING = re.compile(
    r"woning|nieuwbouw|sloop|verkoop|oplevering|voorraad|toevoeg|huur|wooneen|transformatie|aankoop|"
    r"realisatie|appartement|uitbreiding|groei",
    re.IGNORECASE,
)


def _word_end(match: re.Match[str], word: str) -> int:
    """Behind the noun; a full stop belongs to it only in an abbreviation."""
    end = match.end("word")
    slash = match["word"].find("/")
    if slash > 0 and "/" not in word:
        return match.start("word") + slash
    return end - 1 if match["word"].endswith(".") and not word.endswith(".") else end


def _known(word: str, following: str | None) -> tuple[dict[str, str], bool] | None:
    """The table's row for `word`, or for it and the word behind it, and whether it was both."""
    whole, ends = _tables()
    folded = word.casefold().replace("’", "'")
    if following is not None:
        row = whole.get(f"{folded} {following.casefold().rstrip('.')}")
        if row is not None:
            return row, True
    for form in (folded, folded.rstrip("."), folded.split("/")[0]):
        if form in whole:
            return whole[form], False
        if form.endswith(_endings()):
            return next(row for ending, row in ends if form.endswith(ending)), False
    return None


@cache
def _endings() -> tuple[str, ...]:
    return tuple(ending for ending, _ in _tables()[1])


@cache
def _tables() -> tuple[dict[str, dict[str, str]], tuple[tuple[str, dict[str, str]], ...]]:
    rows = load_rows("units")
    whole = {row["word"]: row for row in rows if row["match"] == "whole"}
    ends = sorted(
        ((row["word"], row) for row in rows if row["match"] == "end"),
        key=lambda e: (-len(e[0]), e[0]),
    )
    return whole, tuple(ends)
