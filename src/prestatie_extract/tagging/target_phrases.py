"""Noun phrases beside a number: what stands behind it, what stands before it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from prestatie_extract.tagging.target_clauses import (
    ADVERB,
    AMOUNT,
    AND,
    ARTICLE,
    AUXILIARY,
    EMPTY_NOUN,
    MARK,
    NOUN,
    NUMBER,
    PARTICLE,
    PARTY,
    PREPOSITION,
    PREPOSITIONS,
    TIME,
    VERB,
    Word,
    is_particle,
)
from prestatie_extract.vocabulary import load_rows

LEFT_OUT = (ARTICLE, ADVERB, AMOUNT)
"""De, ook, aantal."""
BETWEEN = (*PREPOSITIONS, *LEFT_OUT, AUXILIARY, VERB, PARTICLE, TIME, PARTY)
"""Between a noun phrase and the number behind it: "de huurprijs bedraagt in 2026 maximaal"."""
LIST_MARKS = frozenset("(:=–-")
PURPOSES = frozenset({"voor", "aan", "naar", "door", "via", "onder", "boven"})
"""Prepositions that go on behind the verb: "toegewezen aan starters"."""
CHAINS = frozenset({"van", "voor", "onder"})
"""Prepositions inside one noun phrase before a number: "groei van de voorraad"."""
PLACES = frozenset({"in", "aan", "op", "te"})
"""Prepositions before the name of a place."""
MAX_BEFORE_WORDS = 6  # longest noun phrase before a number


@cache
def linking_words() -> frozenset[str]:
    """What joins words of a phrase and starts or ends none."""
    rows = load_rows("target_subject_words")
    return frozenset(
        row["word"] for row in rows if row["kind"] in PREPOSITIONS and row["word"] != "t/m"
    )


def phrase_behind(words: Sequence[Word], i: int) -> tuple[list[str], int]:
    """The noun phrase that starts at word `i`, with its complements, and where it stops."""
    taken: list[str] = []
    has_noun = False
    while i < len(words):
        word = words[i]
        if word.kind == NOUN and not (has_noun and _names_an_entry(words, i)):
            taken.append(word.text)
            has_noun = True
        elif word.kind in PREPOSITIONS:
            step = _complement(words, i)
            if step == 0 or (step > 1 and has_noun):
                break
            taken += [word.folded] if step == 1 else []
            i += step - 1
        elif word.kind == AND and has_noun and _goes_on(words, i):
            taken.append(word.folded)
        elif word.text == "(" and not has_noun:
            i = next((j for j in range(i, len(words)) if words[j].text == ")"), len(words))
        elif word.kind not in ((ARTICLE, AMOUNT) if has_noun else (*LEFT_OUT, TIME)):
            break
        i += 1
    return without_loose_ends(taken), i


def _names_an_entry(words: Sequence[Word], i: int) -> bool:
    """Whether a name stands there with a number of its own: "18 koop Dorpsplein – 43"."""
    if not words[i].text[0].isupper() or i + 1 >= len(words):
        return False
    return words[i + 1].kind == NUMBER or words[i + 1].text in LIST_MARKS - {"("}


def _complement(words: Sequence[Word], i: int) -> int:
    """1 where a noun follows the preposition, more where that is empty ("in kaart"), else 0."""
    if words[i].kind != PREPOSITION or is_particle(words, i):
        return 0
    place = i + 1
    while place < len(words) and words[place].kind in LEFT_OUT:
        place += 1
    if place > i + 1 and place < len(words) and words[place].kind == PREPOSITION:
        return place - i
    head = place
    while head < len(words) and words[head].kind == NOUN and words[head].folded.endswith("e"):
        head += 1
    if head < len(words) and words[head].kind == EMPTY_NOUN:
        return head + 1 - i
    return 1 if place < len(words) and words[place].kind == NOUN else 0


def _goes_on(words: Sequence[Word], i: int) -> bool:
    """Whether the phrase goes on behind "en": "wonen en zorg", not "en let daarbij"."""
    if i + 1 >= len(words) or words[i + 1].kind != NOUN:
        return False
    return i + 2 >= len(words) or words[i + 2].kind not in (NUMBER, ADVERB, ARTICLE, PARTY)


def phrase_before(words: Sequence[Word], i: int) -> list[str]:
    """The noun phrase that governs what starts at word `i`: "groei van de voorraad met"."""
    i = _skip_between(words, i - 1)
    out: list[str] = []
    is_closed = False
    while i >= 0 and len(out) < MAX_BEFORE_WORDS:
        word = words[i]
        if word.kind == NOUN and not is_closed:
            out.insert(0, word.text)
        elif word.kind == PREPOSITION and out and _chains(word, out[0]):
            out.insert(0, word.folded)
            is_closed = False
        elif word.kind == PARTY and _is_oblique(words, i):
            out, i = [], _skip_between(words, i) + 1
        elif word.kind == ARTICLE and out:
            is_closed = True
        elif word.kind != AMOUNT:
            break
        i -= 1
    return without_loose_ends(out)


def _is_oblique(words: Sequence[Word], i: int) -> bool:
    """Whether the party stands behind a preposition: "de voorraad in de gemeente"."""
    i -= 1
    while i >= 0 and words[i].kind == ARTICLE:
        i -= 1
    return i >= 0 and words[i].kind == PREPOSITION


def _chains(word: Word, behind: str) -> bool:
    """Whether the phrase goes on before the preposition: "groei van", "een hof in Oosterwijk"."""
    return word.folded in CHAINS or (word.folded in PLACES and behind[0].isupper())


def _skip_between(words: Sequence[Word], i: int) -> int:
    while i >= 0:
        word = words[i]
        if word.kind == EMPTY_NOUN:
            while i > 0 and words[i - 1].kind == NOUN and words[i - 1].folded.endswith("e"):
                i -= 1
        elif word.kind not in BETWEEN and not (word.kind == MARK and word.text in LIST_MARKS):
            break
        i -= 1
    return i


def purpose_behind(words: Sequence[Word], i: int) -> list[str]:
    """The words behind the verb that say for whom: "… beschikbaar te stellen voor starters"."""
    skipped = (VERB, AUXILIARY, PARTICLE, ARTICLE, ADVERB)
    while i < len(words) and (words[i].kind in skipped or is_particle(words, i)):
        i += 1
    if i >= len(words) or words[i].folded not in PURPOSES:
        return []
    found, _ = phrase_behind(words, i)
    return found if len(found) > 1 and found[0] in PURPOSES else []


def without_loose_ends(words: list[str]) -> list[str]:
    """The words without prepositions at the end."""
    while words and words[-1] in linking_words() | {"en"}:
        words = words[:-1]
    while words and words[0] in ("van", "en"):
        words = words[1:]
    return words
