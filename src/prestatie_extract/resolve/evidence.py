"""What the names of one party tell: the name to know it by, its words, and how far that reaches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from prestatie_extract.resolve.entities import NamedParty
from prestatie_extract.tagging.mentions import is_generic
from prestatie_extract.tagging.municipalities import find_municipalities
from prestatie_extract.tagging.names import (
    ARTICLE,
    CORPORATION,
    MUNICIPALITY,
    TENANTS,
    Name,
    key_of,
    known_organisation,
    parse_name,
    tokens_of,
)
from prestatie_extract.vocabulary import load_column

CACHED_NAMES = 1 << 14  # names as printed; they recur in the documents of a run
SHORT_CHARS = 6  # longest abbreviation in capitals: HBVA, SHDH; a longer one is a name in capitals
MIN_WORDS_OF_OTHERS = 2  # "Harderwieker Huse" tells itself from others, "Cascade" need not

PLACE_NAME = r"['’]?\w[\w'’-]*(?:\s+(?:(?:aan|den|de|op|van)\s+)*[A-Z][\w'’-]*)*"
SEAT = re.compile(rf"\b(?:te|zetel\s+in|gevestigd\s+in)\s+(?=['’]?[A-Z’'])(?P<place>{PLACE_NAME})")
"""Woningstichting De Eikenstee te Overlinde; met zetel in Kloosterwaard"""
BEHIND_NAME = re.compile(r",.*$|\s+(?:te|gevestigd\s+(?:te|in))\s+(?=['’]?[A-Z]).*$", re.DOTALL)
"""What is printed behind a name: ", die opkomt voor de huurders van X", " te Overlinde"."""


class Bond(Enum):
    """What two documents must have in common for one name to be one organisation."""

    FREE = "nothing: no two organisations bear that name"
    GROUND = "a municipality, or a corporation that works in few towns"
    PLACES = "exactly their municipalities: the name is an abbreviation or a kind word alone"
    ALONE = "nothing helps: two municipalities bear the name"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the names of a party tell; all names as keys (`key_of`), articles kept."""

    key: str
    """The name that it is known by."""
    names: frozenset[str]
    """All full names: with a kind word and a core of their own."""
    shorts: frozenset[str]
    """Abbreviations that the document uses for it."""
    cores: frozenset[frozenset[str]]
    """The words of each full name without kind words and legal forms."""
    seats: frozenset[str]
    """Where it says to have its seat."""
    bond: Bond
    """Of the name that it is known by."""
    free: frozenset[str]
    """The full names that no two organisations bear."""


@lru_cache(CACHED_NAMES)
def find_evidence(party: NamedParty) -> Evidence:
    """What the names of a party tell, whatever the document.

    A tenants' organisation is known by its fullest name, so that those of two regions
    ("Huurdersraad Portaal Regio Utrecht") are not one by what both are called in short.
    """
    printed = [n for n in (party.name, *party.aliases) if not is_generic(n)]
    parsed = [_parse(name, party.type) for name in printed]
    full = {_full_key(n): tokens_of(n.core) for n in parsed if n.core and not _is_short(n.core)}
    shorts = {key_of(n.core) for n in parsed if n.core and _is_short(n.core)}
    own = _full_key(_parse(party.name, party.type))
    if full and (own not in full or party.type == TENANTS):
        own = min(full, key=lambda key: (-len(full[key]), -len(key), key))
    return Evidence(
        own,
        frozenset(full),
        frozenset(shorts),
        frozenset(full.values()),
        frozenset(place_of(m["place"]) for n in printed if (m := SEAT.search(n)) is not None),
        _bond_of(party.type, full.get(own), own),
        frozenset(n for n, core in full.items() if _bond_of(party.type, core, n) is Bond.FREE),
    )


def place_of(name: str) -> str:
    """The CBS code of the municipality of that name, else the name as key."""
    found = find_municipalities([name])
    return found[0].code if len(found) == 1 else key_of(name)


def without_article(key: str) -> str:
    """The same for "de woonplaats" and "woonplaats"."""
    return ARTICLE.sub("", key)


def do_types_fit(one: str, other: str) -> bool:
    """Whether two documents may mean one organisation; `overig` is one that nothing told."""
    return one == other or ("overig" in (one, other) and MUNICIPALITY not in (one, other))


@lru_cache(CACHED_NAMES)
def _parse(name: str, kind: str) -> Name:
    if kind == MUNICIPALITY:
        bare = re.sub(r"^gemeente\s+", "", name, flags=re.IGNORECASE)
        return Name(bare, bare, MUNICIPALITY)
    return parse_name(BEHIND_NAME.sub("", name))


def _full_key(name: Name) -> str:
    """Kind word, article and core: "HBV De Drempel" -> "huurdersbelangenvereniging de drempel"."""
    article = ARTICLE.match(name.core)
    words = (name.kind, article[0].casefold() if article else None, key_of(name.core))
    return " ".join(word.strip() for word in words if word)


def _is_short(core: str) -> bool:
    letters = re.sub(r"[^\w]", "", core)
    return " " not in core and letters.isupper() and len(letters) <= SHORT_CHARS


def _bond_of(kind: str, core: frozenset[str] | None, key: str) -> Bond:
    if kind == MUNICIPALITY:
        return Bond.ALONE if len(find_municipalities([key])) > 1 else Bond.FREE
    if core is None:
        return Bond.PLACES
    if kind == TENANTS:  # "De Schakel", "Samen Sterk": each town may have its own
        return Bond.GROUND
    known = known_organisation(key)
    telling = core - frozenset(load_column("shared_name_words", "word"))
    is_told = kind == CORPORATION or len(telling) >= MIN_WORDS_OF_OTHERS
    is_common = known is not None and known.needs_context
    return Bond.FREE if telling and is_told and not is_common else Bond.GROUND
