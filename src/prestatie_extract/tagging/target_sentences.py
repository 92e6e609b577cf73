"""Where the sentences of an agreement start and end: spaCy's, mended for its abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

SENTENCIZER = "sentencizer"
NOT_AN_END = re.compile(
    r"(?:\b(?:ca|max|min|won|nr|nrs|art|par|blz|bijv|bv|o\.a|m\.b\.t|t\.o\.v|i\.s\.m|e\.a|excl|incl|"
    r"resp|mln|mld|jr|gem|gemid|mnd|st|dhr|mevr|plm|t\.b\.v|n\.a\.v|i\.v\.m|d\.d|dec|jan|feb|apr|aug|"
    r"sept|okt|nov)\.?|[(:,/])\s*$",
    re.IGNORECASE,
)
"""Behind these a full stop ends no sentence: "ca. 30 won."."""
ABBREVIATED_NOUN = re.compile(r"\b(?:won|jr|mln|mld|mnd)\.\s*$", re.IGNORECASE)
"""These may end one all the same: "2025: 8 won. 2026: 12 won."."""
LONGEST_ABBREVIATION_CHARS = 12  # with the space behind it
NEW_HEAD = re.compile(r"(?:[A-Z]|\d{4}\b)")
SEMICOLON = re.compile(r";\s")


def find_sentences(text: str, items: Iterable[str], nlp: Language) -> list[tuple[int, int]]:
    """The span of each sentence of `text` in order; together they cover it.

    A semicolon and the start of a list item start one too. Of `nlp` only the tokenizer and the
    sentencizer work, so that a trained pipeline costs nothing here.
    """
    doc = nlp.make_doc(text)
    if SENTENCIZER in nlp.pipe_names:
        doc = nlp.get_pipe(SENTENCIZER)(doc)
    starts = {0} | {m.end() for m in SEMICOLON.finditer(text) if not _is_bracketed(text, m.start())}
    if doc.has_annotation("SENT_START"):
        starts |= {s.start_char for s in doc.sents if _is_start(text, s.start_char)}
    for item in items:
        place = text.find(item) if item else -1
        starts |= {place, place + len(item)} if place >= 0 else set()
    ordered = sorted(s for s in starts if s < len(text))
    return list(zip(ordered, [*ordered[1:], len(text)], strict=True))


def _is_bracketed(text: str, place: int) -> bool:
    """Whether a bracket is open there: "(Woonrijk: 50; Veste: 86)"."""
    return text.rfind("(", 0, place) > text.rfind(")", 0, place)


def _is_start(text: str, start: int) -> bool:
    before = text[max(0, start - LONGEST_ABBREVIATION_CHARS) : start]
    if ABBREVIATED_NOUN.search(before):
        return NEW_HEAD.match(text, start) is not None
    return NOT_AN_END.search(before) is None and not text[start : start + 1].islower()
