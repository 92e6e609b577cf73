"""Who leads according to a text: "neemt het voortouw", "onder regie van"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from prestatie_extract.document import Party
from prestatie_extract.tagging.role_names import PROPER_NAME, Named, find_known_names
from prestatie_extract.vocabulary import load_rows

GAP = r"(?:(?!niet\b|geen\b|noch\b)[^\s.;:!?]+\s+){0,7}?"
"""Words between verb and noun: "nemen op aandringen van de raad het voortouw"; no "niet" there."""
DETERMINER = (
    r"(?:(?:de|het|een|haar|zijn|hun|deze|dit)\s+)?(?:(?:actieve|gezamenlijke|volledige)\s+)?"
)
DIRECTLY = "".join(
    rf"(?<!\b{word}\s)"
    for word in (
        *("over", "van", "aan", "uit", "voor", "onder", "in", "met", "bij", "naar", "tot", "op"),
        *("de", "het", "een", "haar", "hun", "deze", "dit"),
    )
)
"""Before determiner and noun: not "spreken over de regie", "zijn in gesprek met de trekker"."""
BEFORE_VERB = re.compile(
    r"\s*(?:\([^()]*\)\s*)?,?\s*(?:(?:ook|hierin|hierbij|hiervoor|hiertoe|daarbij|daarin|daarvoor|"
    r"daartoe|hierop|zelf|samen|gezamenlijk|beiden?|ieder|actief|dan|wel|jaarlijks|in\s+20\d\d|"
    r"zal|zullen|gaat|gaan|wil|willen|moet|moeten)\s+){0,3}",
    re.IGNORECASE,
)
"""Between the leader and the verb: "De gemeente zal hierin ook de regie voeren"; not "kan"."""
AND = re.compile(
    r"\s*(?:,|/|\ben/of\b|\ben\b|\bof\b|\bén\b)+\s*(?:(?:de|het|alle)\s+)?", re.IGNORECASE
)
"""Between two leaders: "de gemeente en de corporaties voeren de regie"."""
AFTER_VERB = re.compile(r"\s*:?\s*(?:(?:de|het|alle|beide)\s+)?", re.IGNORECASE)
"""Between the cue and the leader: "neemt de gemeente het voortouw", "trekker: Portaal"."""
NOT_THE_SUBJECT = re.compile(
    r"\b(?:met|door|van|voor|aan|bij|namens|naar|tussen|uit|in|richting|over|welke?|wie)\s+"
    r"(?:(?:de|het|alle|beide)\s+)?$",
    re.IGNORECASE,
)
"""Before a name that does not lead: "in overleg met de gemeente nemen corporaties het voortouw"."""
PRONOUN_BEFORE = re.compile(rf"\b(?:zij|ze)\b{BEFORE_VERB.pattern}$", re.IGNORECASE)
PRONOUN_AFTER = re.compile(r"\s*(?:zij|ze)\b")
GOES_ON = re.compile(rf"\b(?:en|maar)\b{BEFORE_VERB.pattern}$", re.IGNORECASE)
STRANGER = re.compile(
    r"\s*(?:De\s+|Het\s+|(?!(?:In|Op|Bij|Voor|Met|Door|Vanaf|Na|Per|Aan|Uit|Binnen|Tijdens|Onder)\s))"
    rf"(?P<name>{PROPER_NAME.pattern})(?i:{BEFORE_VERB.pattern})"
)
"""Het Sociaal Team neemt hiervoor het voortouw."""
CLAUSE_END = re.compile(r"[.;:!?]\s")


def find_leaders(text: str, parties: Sequence[Party]) -> list[Named]:
    """Who leads, according to the sentences of `text`, in the order of the sentences."""
    if _lead_words().search(text) is None:
        return []
    cues = [(m, who) for pattern, who in _lead_patterns() for m in pattern.finditer(text)]
    found = []
    for match, who in sorted(cues, key=lambda cue: cue[0].start()):
        start, end = match.span("cue")
        is_open = match["is_open"] != ""
        names = _names_before(text, start, parties) if who == "before" else []
        names = names or (_names_after(text, end, parties) if is_open else [])
        if who == "before":
            names = names or _meant(match, text, parties) or _stranger(text, start)
        found += names
    return found


def _meant(match: re.Match[str], text: str, parties: Sequence[Party]) -> list[Named]:
    """Whom "zij" means at the verb, or who goes on with it: "… en neemt het initiatief".

    The names that its sentence starts with, for "zij" those of the sentence before too.
    """
    start, end = match.span("cue")
    is_pronoun = PRONOUN_BEFORE.search(text[:start]) or PRONOUN_AFTER.match(text, end)
    if not (is_pronoun or GOES_ON.search(text[:start])):
        return []
    begins = _clause_starts(text, start)
    for begin in reversed(begins[-2:] if is_pronoun else begins[-1:]):
        names = _names_after(text, begin, parties)
        if names:
            is_plural = match["verb"].endswith(("en", "zijn"))
            return names if is_plural == _are_several(names, text[begin:]) else []
    return []


def _are_several(names: Sequence[Named], clause: str) -> bool:
    only = names[0]
    word = clause[only.start : only.end]
    return len(names) > 1 or (only.party_id is None and word.endswith(("s", "en")))


def _stranger(text: str, position: int) -> list[Named]:
    """An organisation that no list names, where its name is all that stands before the verb."""
    begin = _clause_starts(text, position)[-1]
    match = STRANGER.fullmatch(text, begin, position)
    return [Named(begin, position, match["name"])] if match else []


def _clause_starts(text: str, position: int) -> list[int]:
    """Where the clauses up to `position` start, in order."""
    return [0, *(m.end() for m in CLAUSE_END.finditer(text, 0, position))]


def _names_before(text: str, position: int, parties: Sequence[Party]) -> list[Named]:
    """The list of names that ends at `position`, as subject of the verb there."""
    begin = _clause_starts(text, position)[-1]
    clause = text[begin:position]
    listed: list[Named] = []
    end, gap = len(clause), BEFORE_VERB
    for named in reversed(find_known_names(clause, parties)):
        if not named.name or not gap.fullmatch(clause[named.end : end]):
            break
        listed.insert(0, named)
        end, gap = named.start, AND
    is_subject = listed and not NOT_THE_SUBJECT.search(clause[: listed[0].start])
    return listed if is_subject else []


def _names_after(text: str, position: int, parties: Sequence[Party]) -> list[Named]:
    """The list of names that starts at `position`."""
    clause = text[position:]
    listed: list[Named] = []
    end, gap = 0, AFTER_VERB
    for named in find_known_names(clause, parties):
        if not named.name or not gap.fullmatch(clause[end : named.start]):
            break
        listed.append(named)
        end, gap = named.end, AND
    return listed


@cache
def _lead_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rows of lead_cues.csv as patterns, each with the side on which its leader stands.

    The group `cue` is what the leader stands beside; `is_open` is empty where he cannot follow it.
    """
    patterns = []
    for row in load_rows("lead_cues"):
        verbs, nouns = _any_of(row["verbs"]), _any_of(row["noun"])
        if row["who"] == "after" and row["verbs"]:
            forms = [rf"\b{nouns}\s+{GAP}(?P<cue>{verbs})(?P<is_open>\s)"]
        elif row["who"] == "after":
            forms = [rf"\b(?P<cue>{nouns})(?P<is_open>\s)"]
        elif not row["noun"]:
            forms = [rf"\b(?P<cue>(?P<verb>{verbs}))(?P<is_open>\s)"]
        else:
            forms = [
                # voert (de gemeente) de regie
                rf"\b(?P<cue>(?P<verb>{verbs}))(?P<is_open>\s+){GAP}{DIRECTLY}{DETERMINER}{nouns}(?!\w)",
                # (waarbij de gemeente) de regie op de planning voert
                rf"\b(?P<cue>{DETERMINER}{nouns})(?P<is_open>)\s+{GAP}(?P<verb>{verbs})(?!\w)",
            ]
        patterns += [(re.compile(form, re.IGNORECASE), row["who"]) for form in forms]
    return tuple(patterns)


@cache
def _lead_words() -> re.Pattern[str]:
    """One word of any cue: most agreements hold none and need not be read for each."""
    rows = load_rows("lead_cues")
    return re.compile(_any_of("|".join(r["noun"] or r["verbs"] for r in rows)), re.IGNORECASE)


def _any_of(forms: str) -> str:
    ordered = sorted((f for f in forms.split("|") if f), key=lambda f: (-len(f), f))
    return f"(?:{'|'.join(re.escape(f).replace(chr(92) + ' ', chr(92) + 's+') for f in ordered)})"
