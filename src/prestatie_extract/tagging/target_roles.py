"""What a number is in its sentence: a target, a condition or context, from the table of cues."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from prestatie_extract.tagging.target_clauses import verb_forms
from prestatie_extract.tagging.target_cues import cue_pattern
from prestatie_extract.vocabulary import load_rows

TARGET, CONDITION, CONTEXT = "target", "condition", "context"
CLAUSE_START = re.compile(
    r"[.;:!?]\s|,\s+(?:en|maar|waarbij|waarvan|dan|mits)\s|\)\s|\s[–]\s|"
    r"\ben\s+(?!met\b|niet\b|het\b|dat\b|uit\b|tot\b|wat\b)[a-z]{3,}t\s(?=hiervoor|daarvoor|daartoe|hiertoe)"
)
"""Where another statement starts: a cue before it says nothing about the number."""
SECOND_VERB = re.compile(r"\ben\s+(?P<verb>[a-z]{3,})\s+(?=(?P<subject>(?:wij|we|zij|de)\s)?)")
"""… en bouwt 40 woningen, … en bouwen wij er 40: another statement if it is a verb."""
PHRASE_REACH_CHARS = 40  # before the number: "woningbouwinitiatieven van derden met "
MAIN_CLAUSE = re.compile(r",|\bdan\b")
"""Behind a condition that opens a sentence; "Als partijen bouwen wij …" is none."""
IF_NEEDED = re.compile(
    r"\b(?:indien|waar|zo|wanneer)\s+(?:nodig|gewenst|mogelijk|noodzakelijk|relevant|van\s+toepassing)\b",
    re.IGNORECASE,
)
"""Indien nodig switches no rule on."""
DEFINED = re.compile(r"\d[^()]*\(\s*$")
"""30 clusterwoningen (minimaal 10 woningen …): the bracket defines what is counted."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of the table: `pattern` beside a number tells its role."""

    role: str
    place: str
    pattern: re.Pattern[str]
    unit: str
    qualifier: str


def find_role(sentence: str, span: tuple[int, int], *, unit: str, qualifier: str) -> str | None:
    """The role of the number at `span`, which holds qualifier, number and noun.

    None where no cue tells one.

    Args:
        sentence: the text.
        span: half-open in `sentence`.
        unit: its unit in the contract.
        qualifier: its qualifier in the contract.
    """
    start, end = span
    before = IF_NEEDED.sub(" ", sentence[:start])
    clause = before[_clause_start(before) :]
    places = {"before": clause, "clause": clause, "within": clause, "object": clause}
    places["opening"] = clause if MAIN_CLAUSE.search(sentence, end) else ""
    places |= {"after": sentence[end:], "sentence": sentence}
    close = clause[-PHRASE_REACH_CHARS:]
    for cue in _cues():
        if cue.unit not in ("", unit) or cue.qualifier not in ("", qualifier):
            continue
        if cue.place == "phrase":
            match = cue.pattern.search(close + sentence[start:end])
            if match and match.end() > len(close):
                return cue.role
        elif (match := cue.pattern.search(places[cue.place])) and not (
            cue.place == "object" and _has_verb(match[0])
        ):
            return cue.role
    if qualifier in ("min", "max") and DEFINED.search(before) and unit != "%":
        return CONDITION
    return None


def _clause_start(before: str) -> int:
    starts = [m.end() for m in CLAUSE_START.finditer(before)]
    starts += [m.start("verb") for m in SECOND_VERB.finditer(before) if _is_finite(m)]
    return max(starts, default=0)


def _is_finite(match: re.Match[str]) -> bool:
    """Whether a verb of the vocabulary has a subject of its own: "bouwt", "bouwen wij"."""
    verb = match["verb"].casefold()
    is_plural = verb.endswith("en")
    return verb in verb_forms() and (match["subject"] is not None if is_plural else True)


def _has_verb(words: str) -> bool:
    return any(word in verb_forms() for word in words.casefold().split())


@cache
def _cues() -> tuple[Cue, ...]:
    return tuple(
        Cue(r["role"], r["place"], _pattern(r["cue"], r["place"]), r["unit"], r["qualifier"])
        for r in load_rows("target_roles")
    )


def _pattern(cue: str, place: str) -> re.Pattern[str]:
    body = cue_pattern(cue)
    if place in ("within", "object"):
        body = rf"{body}[^,;:(]*$"
    elif place == "opening":
        body = rf"^\W*{body}[^,;:(]*$"
    elif place == "before":
        body = rf"{body}\s*\(?$"
    elif place == "after":
        body = rf"^\s*{body}"
    return re.compile(body, re.IGNORECASE)
