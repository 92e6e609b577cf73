"""What speaks for and against an agreement, and how sure it makes us.

Each sign has a weight in log-odds; together they decide between forms and give the confidence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from functools import cache

from prestatie_extract.vocabulary import load_column, load_rows

WEIGHTS = {
    "announced": 3.0,  # by the heading or the sentence before: "Afspraken", "spreken af:"
    "header": 3.0,  # the table's header names agreements and who or when
    "named": 3.0,  # "Afspraak 12"
    "labelled": 2.5,  # "Trekker: …", "Planning: …" beside the text
    "party_heading": 2.5,  # "De gemeente:" above it
    "party_column": 2.5,  # the column of a party
    "name_heading": 1.0,  # a name above it that no list of parties confirms
    "coded": 1.5,  # B2, D-3
    "continues_section": 1.5,  # 3.1.2 in section 3.1
    "promises": 1.5,  # whole sentences, most of which name a party that acts
    "theme": 1.0,  # in a chapter on one of the themes
    "recurs": 1.0,  # the same in other sections
    "like_others": 1.5,  # other chapters on a theme have such a list, also without announcement
    "alone": 1.0,  # the document has no other agreements
    "regulates": -4.0,  # definitions, duration, disputes, law
    "left_out": -6.0,  # below a heading such as Bijlage, Begrippen, Looptijd
    "subjects": -4.0,  # short items without a full stop: a list of themes
    "short": -1.5,  # a few words
    "unclear_number": -1.5,  # another in its section has the same
    "open_end": -1.5,  # ends in no sign though the document's agreements do: cut off?
    "open_start": -2.0,  # starts with a small letter though they do not: the rest of another?
    "letters": -0.5,  # a., b.: lists of all kinds have them
    "no_text_column": -1.5,  # its text is from the row's only filled cell
    "scanned": 0.0,  # read by OCR: no less an agreement, but see SCANNED_RIGHT_RATIO
}
BIAS = -1.0
SCANNED_RIGHT_RATIO = 0.87  # of agreements beyond doubt on 9 scanned samples, text included
ACCEPTED = 1.5  # sum of weights from which a series of items is taken for agreements
LOW_CONFIDENCE = 0.75  # below it a finding says why
CLOSE = 0.0  # sum from which a series that is left out gets a finding

DOUBTS = {
    "regulates": "it reads like a clause on the contract itself",
    "left_out": "its heading announces something else",
    "subjects": "it is no sentence",
    "short": "it is a few words only",
    "unclear_number": "its number occurs twice in its section",
    "open_end": "its text ends in the middle of a sentence",
    "open_start": "its text starts in the middle of a sentence",
    "no_text_column": "its text is not from a column of agreements",
    "name_heading": "the heading above it may be no party",
    "scanned": "it was read by OCR",
}
"""What the signs against an agreement say to a reader."""
ACTOR = re.compile(
    r"\b(?:gemeente|corporaties?|woningcorporaties?|woningstichting|huurdersorganisaties?"
    r"|huurdersvereniging|huurders|bewoners|partijen|wij|we)\b",
    re.IGNORECASE,
)
ACTOR_SHARE = 0.6  # of the items; 0.8 and up in lists of agreements of 12 documents
PROMISE_WORDS_MIN = 9  # on average; agreements have 25 words, steps of a plan 6
RULES_SHARE = 0.34  # of the items: a third of them regulate the contract itself
NOUN_PHRASE_WORDS_MAX = 6  # items such as "2. Betaalbaar wonen" are a list of subjects
SHORT_WORDS_MAX = 3


def weigh(signs: Iterable[str]) -> float:
    """The log-odds of signs together."""
    return BIAS + sum(WEIGHTS[sign] for sign in set(signs))


def to_confidence(signs: Iterable[str]) -> float:
    """From 0 to 1, in two decimals; that OCR read its text right is another question."""
    found = set(signs)
    read = SCANNED_RIGHT_RATIO if "scanned" in found else 1.0
    return round(read / (1 + math.exp(-weigh(found))), 2)


def explain(signs: Iterable[str]) -> str:
    """What speaks against, in words; what is missing where nothing does."""
    against = [DOUBTS[sign] for sign in DOUBTS if sign in set(signs)]
    return ", ".join(against) or "nothing on the page says that it is an agreement"


def reads_like_promises(texts: Sequence[str]) -> bool:
    """Whole sentences, most of which name a party that acts."""
    named = sum(ACTOR.search(text) is not None for text in texts)
    words = sum(len(text.split()) for text in texts)
    return named >= ACTOR_SHARE * len(texts) and words >= PROMISE_WORDS_MIN * len(texts)


def regulates(texts: Sequence[str]) -> bool:
    """Whether the texts define words or settle the contract itself: duration, disputes, law."""
    rules = sum(_rule_pattern().search(text) is not None for text in texts)
    return rules >= RULES_SHARE * max(1, len(texts)) and rules > 0


def is_list_of_subjects(texts: Sequence[str]) -> bool:
    """Short items without a full stop: the list of themes or of questions a chapter answers."""
    return all(
        len(text.split()) <= NOUN_PHRASE_WORDS_MAX and text[-1:] not in ".;" for text in texts
    )


def signs_of_texts(texts: Sequence[str]) -> set[str]:
    """What the wording of a series of items says."""
    found = set()
    if reads_like_promises(texts):
        found.add("promises")
    if regulates(texts):
        found.add("regulates")
    if is_list_of_subjects(texts):
        found.add("subjects")
    return found


def names_theme(title: str) -> bool:
    """Whether a heading has a word of `themes.csv` that stands for one subject of housing."""
    return _theme_pattern().search(title) is not None


@cache
def _rule_pattern() -> re.Pattern[str]:
    words = (
        re.escape(w).replace(r"\*", r"[^.;]{0,60}") for w in load_column("rule_words", "words")
    )
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)


@cache
def _theme_pattern() -> re.Pattern[str]:
    rows = (r for r in load_rows("themes") if r["theme"] not in {"samenwerking", "overig"})
    words = (re.escape(r["keyword"].removeprefix("=")) for r in rows)
    return re.compile(rf"\b(?:{'|'.join(words)})", re.IGNORECASE)
