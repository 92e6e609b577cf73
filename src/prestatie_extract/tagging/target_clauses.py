"""The words of a sentence with what they do in it: parties, times, verbs, little words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from prestatie_extract.vocabulary import load_rows

PARTY, TIME, NUMBER, MARK, AND, VERB, NOUN = (
    "party",
    "time",
    "number",
    "mark",
    "and",
    "verb",
    "word",
)
ARTICLE, PREPOSITION, TIME_PREPOSITION = "article", "preposition", "time_preposition"
PARTICLE, AUXILIARY, ADVERB, CONJUNCTION = "particle", "auxiliary", "adverb", "conjunction"
AMOUNT, EMPTY_NOUN = "amount", "empty_noun"
PREPOSITIONS = (PREPOSITION, TIME_PREPOSITION)
TE = "te"

WORD = re.compile(
    r"\d+(?:e|de|ste)(?!\w)|\d[\w.,/%-]*|[^\W\d_](?:[\w'’&²/-]*\w|\.\w\.)?\+*-?|\S", re.UNICODE
)
"""2e; 40; sociale; zorg- en; label A++."""
QUARTER = re.compile(r"[QK][1-4]")
SHAPED_LIKE_VERB = re.compile(
    r"[a-zé]{2,}(?:eert|(?<!kind)(?<!and)(?<!jong)(?<!oud)(?<!goed)eren)"
    r"|(?!gebied|gezicht|gewicht|gerecht|geluid|gezond|gebed)ge[a-zëï]{3,}[dt]"
    r"|(?!be(?:leid|stand|richt|sluit|perkt|nut|lang)|ver(?:band|bod|lies)|ont(?:werp))"
    r"(?:be|ver|ont|her)[a-zëï]{3,}[dt]"
    r"|(?:toe|aan|op|af|uit|in|bij|weg|voor|vast|door|over|na|terug|mee|om)ge[a-zëï]{3,}(?:[dt]|en)"
)
"""Rapporteert, gesloopt, verduurzaamd, toegewezen: an uninflected participle or a foreign verb."""
FOLLOWS_ITS_SUBJECT = re.compile(r"[a-zé]{3,}(?:t|en)")
"""Partijen richten, Veste topt: the word behind a party."""


@dataclass(frozen=True, slots=True)
class Word:
    """`sentence[start:end]` and what it does."""

    start: int
    end: int
    text: str
    kind: str

    @property
    def folded(self) -> str:
        """In lower case."""
        return self.text.casefold()


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the vocabulary."""

    particle: str
    noun: str
    action: str
    is_joined: bool
    """Whether this form has its particle in it: "toegevoegd"."""


def read_words(
    sentence: str, parties: Sequence[tuple[int, int]], times: Sequence[tuple[int, int]]
) -> list[Word]:
    """The words and marks of the sentence in reading order.

    Args:
        sentence: the text.
        parties: spans of who acts or is spoken of.
        times: spans that tell when or how often.
    """
    out: list[Word] = []
    for match in WORD.finditer(sentence):
        kind = _span_kind(match.span(), parties, times) or _kind(match[0], out)
        out.append(Word(*match.span(), match[0], kind))
    return out


def _span_kind(
    span: tuple[int, int], parties: Sequence[tuple[int, int]], times: Sequence[tuple[int, int]]
) -> str | None:
    for kind, spans in ((TIME, times), (PARTY, parties)):
        if any(start < span[1] and span[0] < end for start, end in spans):
            return kind
    return None


def _kind(text: str, before: list[Word]) -> str:
    folded = text.casefold()
    if QUARTER.fullmatch(text):
        return TIME
    if text[0].isdigit():
        return NOUN if re.fullmatch(r"\d+(?:e|de|ste)", folded) else NUMBER
    if not text[0].isalpha():
        return NUMBER if text in "€%" else MARK
    if folded in ("en", "én", "&", "alsmede"):
        return AND
    little = _little_words().get(folded)
    if little is not None:
        return little
    return VERB if _is_verb(text, folded, before[-1] if before else None) else NOUN


def _is_verb(text: str, folded: str, last: Word | None) -> bool:
    if last is not None and last.folded == TE:
        return True
    if last is not None and (last.kind == ARTICLE or last.text.endswith("lijkse")):
        return False
    if last is not None and last.kind in PREPOSITIONS and folded.endswith("en"):
        return False
    if folded in verb_forms():
        is_plural = folded.endswith("en") and last is not None and last.kind == NOUN
        return not (is_plural and last is not None and last.folded.endswith("e"))
    if last is not None and last.kind == PARTY and FOLLOWS_ITS_SUBJECT.fullmatch(text):
        return True
    return SHAPED_LIKE_VERB.fullmatch(text) is not None


@cache
def _little_words() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in load_rows("target_subject_words")}


@cache
def verb_forms() -> dict[str, tuple[Verb, ...]]:
    """Each form of a verb in the vocabulary, lower case, with the verbs it may be of."""
    found: dict[str, list[Verb]] = {}
    for row in load_rows("target_verbs"):
        particle, base = row["particle"], row["verb"].removeprefix(row["particle"])
        apart = Verb(particle, row["noun"], row["action"], is_joined=not particle)
        joined = Verb(particle, row["noun"], row["action"], is_joined=True)
        for form in (base, row["singular"]):
            found.setdefault(form, []).append(apart)
        whole = (row["verb"], f"{particle}{row['singular']}", row["participle"])
        for form in whole if row["verb"].startswith(particle) else ():
            found.setdefault(form, []).append(joined)
    return {form: tuple(dict.fromkeys(verbs)) for form, verbs in found.items()}


def clause_of(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """First and last (excluded) index of the clause around the characters `start` to `end`."""
    first = next((i for i, w in enumerate(words) if w.end > start), len(words))
    last = next((i for i, w in enumerate(words) if w.start >= end), len(words))
    low, high = first, last
    while low > 0 and not _opens_clause(words, low - 1):
        low -= 1
    while high < len(words) and not _opens_clause(words, high):
        high += 1
    return low, high


def _opens_clause(words: Sequence[Word], i: int) -> bool:
    """Whether another clause starts at or behind word `i`."""
    word = words[i]
    if word.kind == AND:
        behind = words[i + 1].kind if i + 1 < len(words) else MARK
        before = words[i - 1].kind if i else MARK
        return behind in (VERB, AUXILIARY) or (behind == PARTY != before)
    return word.kind == CONJUNCTION or (word.kind == MARK and word.text in ".,;:()")


def find_verb(words: Sequence[Word], sentence: Sequence[Word] = ()) -> Verb | None:
    """What is done in a clause: its last verb that means something, else None.

    The particle may stand elsewhere in the sentence: "voegen 40 woningen (zie tabel 2) toe".
    """
    far = {w.folded for j, w in enumerate(sentence) if is_particle(sentence, j)}
    found = [_verb(words, i, far) for i, word in enumerate(words) if word.kind == VERB]
    meaning = [verb for verb in found if verb is not None and (verb.noun or verb.action)]
    return meaning[-1] if meaning else None


def _verb(words: Sequence[Word], i: int, far: set[str]) -> Verb | None:
    """The verb that word `i` is, with the particle that stands apart in its clause."""
    verbs = verb_forms().get(words[i].folded, ())
    apart = {w.folded for j, w in enumerate(words) if is_particle(words, j)}
    split = next((v for v in verbs if v.particle in apart and not v.is_joined), None)
    whole = next((v for v in verbs if v.is_joined), None)
    return split or whole or next((v for v in verbs if v.particle in far), None)


def is_particle(words: Sequence[Word], i: int) -> bool:
    """Whether word `i` belongs to a verb: "bieden … aan", "toe te voegen"."""
    word = words[i]
    if word.kind == PARTICLE:
        return True
    if word.kind != PREPOSITION:
        return False
    behind = words[i + 1] if i + 1 < len(words) else None
    return behind is None or behind.kind in (
        MARK, AND, CONJUNCTION, AUXILIARY, VERB, *PREPOSITIONS
    )  # fmt: skip
