"""Where a text names a party, and which: how names are printed in running text.

A name counts in its own capitals only, so that "de kernen" is never De Kernen and "samen" never
Samen Sterk. Free are the capital of an article or a legal form before it ("stichting Omnia Wonen"),
a name in capitals throughout ("UWOON"), "&" for "en", and a genitive s behind it ("Actiums").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from prestatie_extract.document import Party
from prestatie_extract.vocabulary import load_rows

CACHED_PARTY_SETS = 64  # one a document; a worker seldom has more at hand
MIN_CAPITALS_CHARS = 4  # shortest name also known in capitals: "Uwoon", "UWOON"; not "Pre"

ARTICLE = re.compile(r"^(?:de|het|['’]t)\s+", re.IGNORECASE)
"""De Kernen, Het Anker."""

LEGAL_FORM = re.compile(
    r"^(?:stichting|vereniging|(?:woning|woon)stichting|(?:woning|woningbouw)vereniging|"
    r"(?:woning|woningbouw|woon)?corporatie|wbc|wbv|ws)\s+",
    re.IGNORECASE,
)
"""Stichting X, Woningstichting X, woningcorporatie X; not "gemeente": "Druten" is no party."""

MUNICIPALITY = re.compile(r"gemeente\s+(?=\S)", re.IGNORECASE)
"""Gemeente Druten, gemeente Stichtse Vecht."""

SENTENCE_START = re.compile(r"(?:^|[.:;!?•])\s*$")
"""Before the first word of a sentence, where every word has a capital."""

LEFT_EDGE = r"(?<![\w&-])"
RIGHT_EDGE = r"(?=(?:['’]?s)?(?![\w&]|-\w))"
"""After the name: a genitive s at most. Not "WSW-borging", not "Portaalgebied"."""

TERRITORY = re.compile(
    r"(?:\b(?:in|binnen|buiten|uit|over|rond(?:om)?|elders\s+in)|"
    r"\b(?:inwoners|bewoners|inwonertal|woningzoekenden|kernen|dorpen|wijken|buurten|delen?|gebied|"
    r"grondgebied|grens|grenzen|rest)\s+(?:van|in|uit|binnen))\s+(?:heel\s+)?de\s+$",
    re.IGNORECASE,
)
"""Before "gemeente X" where the area is meant: "in de gemeente X", "inwoners van de gemeente X"."""
TENANTS = "huurdersorganisatie"
TENANTS_REACH_CHARS = 60  # longest phrase, "huurdersbelangenorganisaties van de "
TERRITORY_REACH_CHARS = 40  # longest of the phrases above, "woningzoekenden binnen heel de "


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names the party."""

    start: int
    end: int
    party_id: str


@dataclass(frozen=True, slots=True)
class _Finder:
    """A document's names as one pattern; `owners` maps a folded name to the party it stands for."""

    pattern: re.Pattern[str]
    owners: dict[str, Party]
    tenants_of: dict[str, str]
    """Folded corporation name to the id of its only tenants' organisation."""


def find_mentions(text: str, parties: Sequence[Party]) -> list[Mention]:
    """Every place where `text` names one of `parties`, in reading order, never overlapping.

    The longest name wins: "Huurdersraad van Portaal" is the tenants' organisation, not Portaal. A
    tenants' organisation that the document knows under another name ("de huurdersvereniging van
    Portaal") is given to the only one that belongs to that corporation, else to nobody. Generic
    words never count, nor a municipality that is meant as an area ("in de gemeente Druten").
    """
    finder = _finder(tuple(parties))
    if finder is None:
        return []
    found: list[Mention] = []
    for match in finder.pattern.finditer(text):
        tenants = _tenants_before().search(
            text, max(0, match.start() - TENANTS_REACH_CHARS), match.start()
        )
        if tenants is not None and not _names_tenants(match[0], finder):
            found = [m for m in found if m.end <= tenants.start()]
            party_id = finder.tenants_of.get(_fold(match[0]))
            found += [Mention(tenants.start(), match.end(), party_id)] if party_id else []
        elif _counts(text, match, finder):
            party = finder.owners[_fold(match[0])]
            found.append(Mention(match.start(), match.end(), party.party_id))
    return found


def is_generic(words: str) -> bool:
    """Whether `words` stand for a kind of party and can never be a party's name: "de gemeente"."""
    return _fold(ARTICLE.sub("", words.strip(), count=1)) in _generic_words()


def _names_tenants(name: str, finder: _Finder) -> bool:
    """Whether the name is itself a tenants' organisation's: "huurdersorganisatie HBV Zeist"."""
    return finder.owners[_fold(name)].type == TENANTS


def _counts(text: str, match: re.Match[str], finder: _Finder) -> bool:
    """Whether the name names its party there: not an area, not an ordinary word."""
    before = text[: match.start()]
    if finder.owners[_fold(match[0])].type == "gemeente" and is_territory(before):
        return False
    is_ordinary = match[0].casefold() in _ordinary_words()
    return not (is_ordinary and SENTENCE_START.search(before))


def is_territory(before: str) -> bool:
    """Whether a municipality named behind `before` is the area: "woningen in de gemeente X"."""
    return TERRITORY.search(before[-TERRITORY_REACH_CHARS:]) is not None


@lru_cache(maxsize=CACHED_PARTY_SETS)
def _finder(parties: tuple[Party, ...]) -> _Finder | None:
    owners = {_fold(name): party for party in reversed(parties) for name in _names(party)}
    if not owners:
        return None
    names = {name for party in parties for name in _names(party)}
    pattern = f"{LEFT_EDGE}{_alternation(names)}{RIGHT_EDGE}"
    return _Finder(re.compile(pattern), owners, _tenants_of(parties))


def _names(party: Party) -> list[str]:
    """The names of `party` that count in running text, without legal form."""
    names = []
    for alias in (party.name, *party.aliases):
        name = " ".join(alias.split())
        core = LEGAL_FORM.sub("", ARTICLE.sub("", name, count=1), count=1)
        if core != ARTICLE.sub("", name, count=1) and not is_generic(core):
            name = core
        is_name = MUNICIPALITY.match(name) if party.type == "gemeente" else not is_generic(name)
        if name and is_name:
            names.append(name)
    return names


def _alternation(names: Iterable[str]) -> str:
    """A pattern for any of `names`, longest first; one that never matches where there are none."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return f"(?:{'|'.join(map(_name_pattern, ordered))})" if ordered else r"(?!)"


def _name_pattern(name: str) -> str:
    """The ways one name is printed: "De Kernen" -> de Kernen, De Kernen, DE KERNEN."""
    article = ARTICLE.match(name)
    rest = name[article.end() :] if article else name
    start = f"{_either_case(article.group().strip())}\\s+" if article else ""
    if MUNICIPALITY.match(rest):
        return f"{start}[Gg]emeente\\s+{_words_pattern(rest.split(maxsplit=1)[1])}"
    if len(rest) < MIN_CAPITALS_CHARS or rest.upper() == rest:
        return start + _words_pattern(rest)
    return f"{start}(?:{_words_pattern(rest)}|{_words_pattern(rest.upper())})"


def _either_case(word: str) -> str:
    return f"(?:{re.escape(word.lower())}|{re.escape(word.capitalize())})"


def _words_pattern(words: str) -> str:
    """`words` with any white space between them, "&" and "en" alike."""
    return r"\s+".join(
        r"(?:&|en|EN)" if word in ("&", "en", "EN") else re.escape(word) for word in words.split()
    )


def _tenants_of(parties: Sequence[Party]) -> dict[str, str]:
    """Each folded name that stands in the name of one tenants' organisation only, and its id."""
    tenants = [p for p in parties if p.type == TENANTS]
    found = {}
    for party in parties:
        if party.type == TENANTS:
            continue
        for name in _names(party):
            core = _fold(ARTICLE.sub("", name, count=1)).split()
            theirs = {
                tenant.party_id
                for tenant in tenants
                if any(_contains(_fold(n).split(), core) for n in _names(tenant))
            }
            if len(theirs) == 1:
                found[_fold(name)] = theirs.pop()
    return found


def _contains(words: list[str], part: list[str]) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))


@cache
def _tenants_before() -> re.Pattern[str]:
    """A kind of tenants' organisation right before a name: "huurdersvereniging van "."""
    heads = sorted(
        (r["term"] for r in load_rows("organisation_types") if _is_tenant_head(r)),
        key=lambda term: (-len(term), term),
    )
    kinds = "|".join(f"{_either_case(h)}|{h.upper()}" for h in heads)
    return re.compile(rf"{LEFT_EDGE}(?:{kinds})\s+(?:(?:van|bij)\s+)?(?:de\s+)?$")


def _is_tenant_head(row: dict[str, str]) -> bool:
    return row["type"] == TENANTS and row["where"] != "part"


@cache
def _generic_words() -> frozenset[str]:
    rows = load_rows("generic_roles")
    return frozenset(_fold(row["words"]) for row in rows if row["may_be_name"] != "yes")


@cache
def _ordinary_words() -> frozenset[str]:
    return frozenset(row["word"] for row in load_rows("ordinary_names"))


def _fold(words: str) -> str:
    return " ".join(words.casefold().replace("&", " en ").split())
