"""Lists of organisations as agreements print them: "de gemeente A, de woningcorporaties B en C"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from prestatie_extract.tagging.mentions import is_generic
from prestatie_extract.tagging.names import (
    QUOTES,
    Name,
    key_of,
    known_organisations,
    municipality_names,
    not_organisations,
    parse_name,
)
from prestatie_extract.vocabulary import load_rows

MAX_ASIDE_CHARS = 40  # between two lists that are one: " en, namens de huurders, de "
STRANGERS = re.compile(r"[.;:]|\b(?:met|voor|bij|in|binnen|tussen|door|uit)\b", re.IGNORECASE)
"""Between two lists of which the second only has to do with the first: "in overleg met"."""

CAPITAL_WORD = (
    r"(?:(?:['’][st]-?\s?)?[A-ZÀ-Ý0-9][\w&'’.+\x1f-]*|(?-i:[a-z]+(?:[A-Z]|\d)\w*(?=[\s,.;)]|$)))"
)
"""Woonwaarts, 's-Hertogenbosch, V&O, deltaWonen, ieder1"""
LINK = r"(?:van|de|het|der|den|te|in|voor|aan|op|&|en\s+(?=[Oo]mstreken|[Oo]mgeving|[Oo]mstr))"
PRINTED_NAME = (
    rf"(?:(?:[Dd]e|[Hh]et)\s+)?{CAPITAL_WORD}"
    rf"(?:\s+(?:{LINK}\s+){{0,2}}(?:{CAPITAL_WORD}|omstreken|omgeving|wonen\b))*"
)
"""De Kernen, Vecht & Omstreken, Huurdersraad van Portaal, Aa en Hunze (see `glue`)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party as one place of the document tells it."""

    name: Name
    aliases: tuple[str, ...] = ()
    """Other names the same place gives it, generic ones ("de gemeente") included."""
    raw: str = ""
    """The name with legal form and kind word, as printed."""
    is_sure: bool = True
    """False: counts only where another place confirms it."""


def longest_run(text: str) -> list[Candidate]:
    """The longest list of names in `text` that starts with a kind word and a name.

    It may also start with the text itself, if with a name of known type. A few words between two
    lists make them one: "de gemeente A en, namens de huurders, huurdersraad B".
    """
    first, end = _read_list(text, 0)
    runs = [first if first and first[0].name.is_sure else []]
    end = end if runs[0] else 0
    for match in kind_and_name().finditer(text):
        if match.start() < end:
            continue
        gap = text[end : match.start()]
        run, end = _read_list(text, match.start())
        if runs[-1] and len(gap) <= MAX_ASIDE_CHARS and not STRANGERS.search(gap):
            runs[-1] = [*runs[-1], *run]
        else:
            runs.append(run)
    return max(runs, key=len)


def _read_list(text: str, start: int) -> tuple[list[Candidate], int]:
    """The names listed from `start` on, and where the list ends.

    A plural kind word ("de woningcorporaties A, B") holds for the names up to the next kind word.
    """
    found: list[Candidate] = []
    plural_type: str | None = None
    match = list_element().match(text, start)
    while match is not None:
        if match["kind"]:
            plural_type = _plural_type(match["kind"])
        raw = raw_name(match)
        name = parse_name(raw)
        if not is_name(name.printed):
            break
        if plural_type and not name.kind:
            name = replace(name, type=plural_type, is_sure=True)
        found.append(Candidate(name, _bracketed(match), raw=raw))
        start = match.end()
        match = _nextlist_element().match(text, start)
    return found, max(start, 1)


def _bracketed(match: re.Match[str]) -> tuple[str, ...]:
    """What stands in brackets behind the name: an abbreviation, or the name it abbreviates."""
    if match["short"]:
        return (match["short"],)
    is_name_too = match["long"] is not None and parse_name(match["long"]).is_sure
    return (match["long"],) if is_name_too else ()


def raw_name(match: re.Match[str]) -> str:
    """Kind word and name of a list element: "huurdersorganisaties van de corporaties X" is X."""
    kind = re.sub(r"(?i)\bvan\s+(?:de|deze|beide)\s+(?:woning)?corporaties\s+", "", match["kind"])
    return f"{kind}{match['name']}".strip(" .")


def _plural_type(kind: str) -> str | None:
    """The type of a kind word in the plural, None in the singular: only plurals head a list."""
    words = [w for w in re.findall(r"[^\W\d_]+", kind.casefold()) if len(w) > 3]
    plural = [w for w in words if w.endswith(("en", "s"))]
    types = {
        r["term"]: r["type"] for r in load_rows("organisation_types") if r["where"] == "prefix"
    }
    return next((types[w] for w in plural if types.get(w)), None)


def is_name(words: str) -> bool:
    """Whether `words` can be a party's name: a capital, no generic word, no heading word."""
    folded = key_of(words)
    return (
        any(c.isupper() for c in words)
        and len(words) >= 2
        and not is_generic(words)
        and folded not in not_organisations()
    )


@cache
def _kind_words() -> str:
    terms = {r["term"] for r in load_rows("organisation_types") if r["where"] in ("prefix", "head")}
    ordered = sorted(terms, key=lambda term: (-len(term), term))
    return "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in ordered)


@cache
def kind_and_name() -> re.Pattern[str]:
    """Where a list of parties may start: "de gemeente X", "woningcorporaties Y"."""
    return re.compile(
        rf"(?<![\w-])(?i:(?:{_kind_words()})\s+(?:van\s+)?(?:de\s+|het\s+|deze\s+)?"
        rf"(?:(?:woning)?corporaties?\s+|stichting\s+)?){CAPITAL_WORD}"
    )


def _element_pattern() -> str:
    """One name of a list: lead words, kind words, name, bracket."""
    of_them = r"van\s+(?:de|deze|beide)\s+(?:woning)?corporaties\s+"
    legal = r"(?:van\s+)?(?:de|het)\s+(?=stichting|vereniging)"
    kind = rf"(?:{_kind_words()})\b\s*(?:{of_them})?(?:{legal})?"
    return (
        r"(?:(?:[Ww]ij|zijn|alsmede|evenals|,)\s+)*"
        rf"(?P<kind>(?i:(?:de\s+|het\s+)?(?:{kind})+)?)"
        rf"[{QUOTES}]?(?P<name>{PRINTED_NAME}|(?<=\s)van\s+{PRINTED_NAME})[{QUOTES}]?"
        r"(?:\s*\((?:(?P<short>[A-Z][\w&.-]{1,19})|(?P<long>[A-Z][^()]{3,60})|"
        r"[^()]*)\))?"
    )


@cache
def list_element() -> re.Pattern[str]:
    """The first name of a list; groups: kind, name, short and long (in brackets)."""
    return re.compile(_element_pattern())


@cache
def _nextlist_element() -> re.Pattern[str]:
    conjunction = r"(?:en|alsmede|evenals|alsook|én|met)\s+"
    join = rf"(?:\s*[,;/•|]\s*(?:{conjunction})?|\s+{conjunction})"
    return re.compile(join + _element_pattern())


@cache
def _names_with_and() -> re.Pattern[str]:
    """Names that hold "en": Aa en Hunze, Lek en Waard Wonen, Hart en Haard (H&H)."""
    names = {name for known in known_organisations() for name in (known.name, *known.aliases)}
    names |= set(municipality_names().values())
    holding = sorted((n for n in names if " en " in n), key=lambda n: (-len(n), n))
    return re.compile(
        rf"(?<!\w)(?=[A-Z'’])(?:{'|'.join(map(re.escape, holding))}|"
        r"[A-Z]\w+\s+en\s+(?:[Oo]mstreken|[Oo]mgeving)|"
        r"(?P<a>[A-Z])\w+\s+en\s+(?P<b>[A-Z])\w+(?=\s*\((?P=a)\s?&\s?(?P=b)\)))"
    )


AMPERSAND_NAME = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)* & [A-Z]\w+")
QUOTED_NAME = re.compile(r"[“”\"‘'„]([A-Z]\w+ en [A-Z]\w+)[“”\"’']")
NAMES_AND = re.compile(r"(?<![\w-])([A-Z]\w+) en ([A-Z]\w+)")
ALWAYS_MIN = 3  # times that two words stand together and never apart: one name
JOINED_NAMES_MIN = 3  # names without a sign between them that are lines of a title page
GLUE = "\x1f"
"""Stands for the white space of a name that holds "en"; counts as part of a word."""


def glue(lines: Sequence[str]) -> list[str]:
    """The lines with each name that holds "en" as one word.

    Such names are known ones, those that the document prints with "&" or in quotes too, and two
    words that it never prints apart.
    """
    printed = {m[0] for line in lines if "&" in line for m in AMPERSAND_NAME.finditer(line)}
    printed |= {m[1] for line in lines if " en " in line for m in QUOTED_NAME.finditer(line)}
    printed |= _never_apart(lines)
    own = "|".join(re.escape(name.replace("&", "en")) for name in sorted(printed))
    patterns = [_names_with_and(), *([re.compile(rf"(?<!\w)(?:{own})(?!\w)")] if own else [])]
    return [_glue(line, patterns) if " en " in line else line for line in lines]


def _never_apart(lines: Sequence[str]) -> set[str]:
    """The names "A en B" whose words stand together wherever they stand."""
    text = "\n".join(lines)
    pairs = Counter(NAMES_AND.findall(text))
    often = {(a, b): n for (a, b), n in pairs.items() if n >= ALWAYS_MIN}
    words = Counter(re.findall(r"[A-Z]\w+", text)) if often else Counter()
    return {
        f"{a} en {b}"
        for (a, b), n in often.items()
        if words[a] == words[b] == n and not (is_generic(a) or is_generic(b))
    }


def split_joined(line: str) -> list[str]:
    """The names of a title page whose lines came out as one: "Gemeente A Stichting B HBV C"."""
    starts = [m.start() for m in _joined_kind().finditer(line)]
    if len(starts) < JOINED_NAMES_MIN or starts[0] > 0:
        return [line]
    parts = [line[a:b].strip() for a, b in zip(starts, [*starts[1:], len(line)], strict=True)]
    return parts if all(parse_name(part).core for part in parts) else [line]


@cache
def _joined_kind() -> re.Pattern[str]:
    """A kind word and a name, at the start or, with a capital, right behind another name."""
    kind = rf"(?i:(?:{_kind_words()}))\s(?=[A-Z])"
    return re.compile(rf"^{kind}|(?<=[\w)])(?<!\b(?:en|de|of)) (?=[A-Z]){kind}")


def _glue(line: str, patterns: Sequence[re.Pattern[str]]) -> str:
    for pattern in patterns:
        line = pattern.sub(lambda m: GLUE.join(m[0].split()), line)
    return line


def unglue(candidate: Candidate) -> Candidate:
    """The candidate with its white space back."""
    name = candidate.name
    clean = replace(
        name, printed=name.printed.replace(GLUE, " "), core=name.core.replace(GLUE, " ")
    )
    return replace(
        candidate, name=clean, aliases=tuple(a.replace(GLUE, " ") for a in candidate.aliases)
    )
