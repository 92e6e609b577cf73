"""Organisations that are named without contracting: known ones, and names in their company."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from prestatie_extract.document import Agreement, Match, Party
from prestatie_extract.tagging.mentions import is_generic, is_territory
from prestatie_extract.tagging.names import (
    CARE,
    MUNICIPALITY,
    OTHER,
    Known,
    key_of,
    known_organisation,
    known_organisations,
    municipality_names,
    not_organisations,
    parse_name,
    slug_of,
    tokens_of,
)
from prestatie_extract.vocabulary import load_column, load_rows

CAPITALS = r"[A-Z][A-Z&]{2,7}"
"""TEO, HBD"""
CAMEL = r"[a-zA-Z]*[a-z][A-Z]\w+|[a-z]{1,2}[A-Z]{2,}"
"""WoningNet, oGGZ"""
WITH_DIGITS = r"[A-Za-z][a-z]{4,}\d{1,3}"
"""indebuurt033"""
TITLED = r"[A-Z][a-z][\w-]*(?:\s+[A-Z][\w-]+)*"
"""Stedin, Groene Huisvesters"""
SHAPED = rf"(?:{CAMEL}|{WITH_DIGITS}|{CAPITALS})"
ANY_NAME = rf"(?:{SHAPED}|{TITLED})"
READ_NAME = re.compile(
    rf"(?:(?:[Dd]e|[Hh]et|[Ss]tichting|[Vv]ereniging|\w*(?:stichting|vereniging|corporatie|raad|bond)|wbv|wbc)\s+)*"
    rf"(?:{SHAPED}|\d*[A-Z][\w'’.-]*)(?:(?:\s+(?:van|voor|en|&|aan|de|der|den|het|op|in|te|'t|bij|over))*"
    rf"\s+(?:{SHAPED}|[A-Z\d][\w'’.-]*))*"
)
"""What may be a name where the trained pipeline reads one: capitals at both ends."""
PLAIN_WORD = re.compile(r"[A-Z][^\W\dA-Z_]+(?:-[A-Z][^\W\dA-Z_]+)*")
"""Stedin, but also a street, a project or a quarter: Harderweide, Schothorst-Zuid."""
MIN_PLAIN_COUNT = 2  # times that it is read as one, before it counts
MIN_NAME_CHARS = 3  # COA, GGD; two letters are too often BO, AO, MO
LISTED_NAME = re.compile(ANY_NAME)
CLAUSE_SPLIT = re.compile(r"[.;:!?()]+(?:\s|$)|\s?[()]|\n")
LIST_SPLIT = re.compile(r",\s+(?:en\s+|of\s+)?|\s+(?:en|of)\s+|/")
LIST_LEAD = re.compile(r"^(?:(?:met|de|het|alle|andere|overige|lokale|relevante|betrokken)\s+)+")
LIST_TAIL = re.compile(r"\s+(?:e\.?a\.?|etc\.?|enz\.?)$")
MIN_KINDS = 2  # words for organisations that make a list one of organisations
MAX_PART_WORDS = 4  # of one name or kind in a list: "zorg- en welzijnsorganisaties" is two parts
NO_COMPOUND = r"(?![\w&]|-\w)"
TOPIC_END = re.compile(
    r"(?:wet|visie|plan|plannen|akkoord|programma|agenda|beleid|fonds|norm|tool|wijzer|convenant|"
    r"regeling|overleg|project|monitor|onderzoek|deal|kaart|loket|campagne|markt|straat|weg|laan|"
    r"leidraad|verordening|nota|plein|buurt|wijk|hof|dorp|aanpak|advies|lijst|jaar|kwartaal|aal|traject|systeem|website|contract|contracten)$",
    re.IGNORECASE,
)
"""How names of plans, laws and places end: Omgevingswet, Woonvisie, Paladijnenweg."""


def find_organisations(
    text: str,
    agreements: Sequence[Agreement],
    signatories: Sequence[Party],
    read: Iterable[str] = (),
) -> list[Party]:
    """The organisations that `text` names and that are no contracting party, by name.

    Known ones count anywhere. Others only in the agreements and only in the company of
    organisations: behind a cue ("onder leiding van X") or in a list of them ("gemeente, X en Y"),
    or where the trained pipeline reads one.

    Args:
        text: of the whole document.
        agreements: as structured.
        signatories: the contracting parties.
        read: names that the trained pipeline reads in the agreements.
    """
    taken = {key_of(name) for p in signatories for name in (p.name, *p.aliases)}
    taken |= {key_of(p.name).partition(" ")[2] for p in signatories if p.type == MUNICIPALITY}
    parties = [_known_party(known, printed) for known, printed in _find_known(text)]
    parties += _municipalities(text)
    for agreement in agreements:
        for passage in (agreement.title, agreement.text, *agreement.items):
            if passage is not None:
                parties += [_new_party(name) for name in _find_new(passage.text)]
    parties += _read_parties(read, [*signatories, *parties])
    found: dict[str, Party] = {}
    for party in parties:
        if not taken & {key_of(name) for name in (party.name, *party.aliases)}:
            found.setdefault(party.party_id, party)
    return sorted(found.values(), key=lambda p: p.party_id)


def _find_known(text: str) -> Iterator[tuple[Known, list[str]]]:
    """The organisations of known_organisations.csv in `text` with the names printed there."""
    printed: dict[str, list[str]] = {}
    starts = _known_by_first_word()
    for word in re.finditer(r"(?<![\w&-])['’]?\w[\w&]*", text):
        for name, known in starts.get(word[0], ()):
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and re.match(NO_COMPOUND, text[end : end + 2]):
                printed.setdefault(known.name, []).append(name)
                break
    for known in known_organisations():
        if known.name in printed:
            yield known, sorted(set(printed[known.name]))


@cache
def _known_by_first_word() -> dict[str, tuple[tuple[str, Known], ...]]:
    """The names that count without context by their first word, longest first."""
    found: dict[str, list[tuple[str, Known]]] = {}
    for known in known_organisations():
        for name in () if known.needs_context else (known.name, *known.aliases):
            first = re.match(r"['’]?\w[\w&]*", name)
            if first:
                found.setdefault(first[0], []).append((name, known))
    return {w: tuple(sorted(rows, key=lambda r: (-len(r[0]), r[0]))) for w, rows in found.items()}


def _known_party(known: Known, printed: Sequence[str]) -> Party:
    is_exact = known.name in printed
    aliases = tuple(sorted(set(printed), key=lambda a: (-len(a), a)))
    match = Match("exact" if is_exact else "alias", 100.0)
    return Party(slug_of(known.name), known.name, known.type, aliases, False, match)


def _municipalities(text: str) -> Iterator[Party]:
    """Other municipalities that act: "gemeente Beuningen", not "in de gemeente Beuningen"."""
    names = municipality_names()
    word = r"(?:['’][st]-)?[A-Z][\w'’-]*"
    pattern = (
        rf"[Gg]emeente\s+({word}(?:\s+(?:(?:aan|den|de|der|op|van|en|bij|a/d)\s+)*{word}){{0,2}})"
    )
    for match in re.finditer(pattern, text):
        words = match[1].split()
        sizes = range(len(words), 0, -1)
        name = next(
            (n for size in sizes if (n := " ".join(words[:size])) and key_of(n) in names), None
        )
        if name is None or is_territory(text[: match.start()]):
            continue
        full = f"Gemeente {names[key_of(name)]}"
        aliases = tuple(sorted({full, f"Gemeente {name}"}))
        yield Party(slug_of(full), full, MUNICIPALITY, aliases, False, Match("exact", 100.0))


def _find_new(text: str) -> Iterator[str]:
    """Names in `text` that only their company shows to be organisations."""
    for match in _cue_pattern().finditer(text):
        names = [name for name in (match["first"], match["second"]) if name]
        yield from (name for name in names if _is_organisation(name))
    for listed in _lists(text):
        yield from listed


def _lists(text: str) -> Iterator[list[str]]:
    """The names in lists that hold two or more words for organisations."""
    for clause in CLAUSE_SPLIT.split(text):
        for parts in _runs(LIST_SPLIT.split(clause)):
            if sum(map(_is_kind, parts)) >= MIN_KINDS:
                yield [p for part in parts if (p := _bare(part)) and _is_listed_name(p)]


def _runs(parts: Sequence[str]) -> Iterator[list[str]]:
    """Neighbouring list parts; of a longer part only the words beside the list belong to it."""
    run: list[str] = []
    for i, part in enumerate(parts):
        words = part.split()
        if len(words) <= MAX_PART_WORDS:
            run.append(part)
            continue
        yield [*run, *_starts(words)]
        run = _ends(words) if i + 1 < len(parts) else []
    yield run


def _starts(words: Sequence[str]) -> list[str]:
    """The longest kind that a part starts with, behind the last comma: "wijkteams aan een plan"."""
    starts = (" ".join(words[:size]) for size in range(MAX_PART_WORDS, 0, -1))
    return [s for s in starts if _is_kind(s)][:1]


def _ends(words: Sequence[str]) -> list[str]:
    """What a part ends with, before the first comma: "de keten bestaat uit gemeente"."""
    ends = [" ".join(words[-size:]) for size in range(MAX_PART_WORDS, 0, -1)]
    return [e for e in ends if _is_kind(e)][:1] or [e for e in ends if _is_listed_name(e)][:1]


def _read_parties(read: Iterable[str], known: Sequence[Party]) -> list[Party]:
    """The names that the trained pipeline reads and that look like names of none of `known`."""
    taken = [tokens_of(name) for party in known for name in (party.name, *party.aliases)]
    found = []
    for name, count in Counter(read).items():
        if PLAIN_WORD.fullmatch(name) and count < MIN_PLAIN_COUNT:
            continue
        words = tokens_of(name)
        lead = name.partition(" ")[0]  # "Waarbij Woonrijk", not "Zorggroep Woonrijk"
        is_led = parse_name(lead).type is None and words - tokens_of(lead) in taken
        if (
            not is_led
            and not any(words <= other for other in taken)
            and READ_NAME.fullmatch(name)
            and _is_organisation(name)
        ):
            found.append(_new_party(name))
    return found


def _is_kind(part: str) -> bool:
    return _bare(part.casefold()) in _kind_words()


def _bare(part: str) -> str:
    return LIST_TAIL.sub("", LIST_LEAD.sub("", part.strip()))


def _is_listed_name(part: str) -> bool:
    return LISTED_NAME.fullmatch(part) is not None and _is_organisation(part)


def _is_organisation(name: str) -> bool:
    """Whether a name of the right shape is not a plan, a place, a person or an ordinary word."""
    folded = key_of(name)
    words = folded.split()
    return (
        bool(words)
        and not TOPIC_END.search(words[0])
        and folded not in not_organisations()
        and key_of(name.split(maxsplit=1)[0]) not in not_organisations()
        and folded not in municipality_names()
        and not TOPIC_END.search(words[-1])
        and not is_generic(name)
        and len(name) >= MIN_NAME_CHARS
    )


def _new_party(name: str) -> Party:
    known = known_organisation(name)
    if known is not None:
        return _known_party(known, [name])
    parsed = parse_name(name)
    kind = parsed.type if parsed.is_sure or parsed.type == CARE else None
    return Party(slug_of(name), name, kind or OTHER, (name,), False, Match("new", 100.0))


@cache
def _cue_pattern() -> re.Pattern[str]:
    cues = sorted(load_column("organisation_cues", "cue"), key=lambda c: (-len(c), c))
    any_cue = "|".join(re.escape(c).replace(r"\ ", r"\s+") for c in cues)
    article = r"(?:(?:de|het)\s+)?"
    return re.compile(
        rf"(?<!\w)(?i:{any_cue})\s+\(?{article}(?P<first>{ANY_NAME}){NO_COMPOUND}"
        rf"(?:\s+en\s+{article}(?P<second>{ANY_NAME}){NO_COMPOUND})?"
    )


@cache
def _kind_words() -> frozenset[str]:
    rows = load_rows("generic_roles")
    return frozenset(row["words"] for row in rows if row["role"]) | frozenset(
        load_column("list_words", "word")
    )
