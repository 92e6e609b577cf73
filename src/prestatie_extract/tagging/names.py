"""An organisation's name taken apart: kind word, legal form, core and type."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from prestatie_extract.vocabulary import load_column, load_rows

MUNICIPALITY, CORPORATION, TENANTS, CARE, OTHER = (
    "gemeente",
    "corporatie",
    "huurdersorganisatie",
    "zorg",
    "overig",
)
"""The types of a party."""
TYPE_OF_ROLE = {
    "gemeente": MUNICIPALITY,
    "corporaties": CORPORATION,
    "huurdersorganisaties": TENANTS,
    "zorgpartijen": CARE,
}
"""The type of the contracting parties that a role name stands for; `allen` is all of them."""

ARTICLE = re.compile(r"^(?:de|het|['’]t)\s+(?=\S)", re.IGNORECASE)
QUOTES = "\"'“”‘’„«»"
EDGES = QUOTES + " \t\n.,;:-–—•*|"
LINK_WORDS = frozenset(("van", "de", "het", "der", "den", "te", "in", "voor", "regio", "en", "e.o"))
"""Words inside a name that tell nothing when two names are compared."""

SAME_WORD_SCORE = 88.0  # rapidfuzz ratio of the one word in which two spellings of a name differ:
# "Hogeveen"/"Hoogeveen" 94, "Woonwaart"/"Woonwaarts" 95; "Zuid"/"Limburg" 18, "Noord"/"Oord" 89
SAME_WORD_CHARS = 6  # shortest word that may be misspelled: "Noord" and "Oord" are two names

DENOMINATION = re.compile(
    r"^(?:(?:protestants[-\s])?christelijke|katholieke|protestantse|algemene|interconfessionele|"
    r"r\.?k\.?)\s+(?=(?:woning|woon|stichting|vereniging))",
    re.IGNORECASE,
)
"""Christelijke woonstichting De Hoekstee."""


REACH = re.compile(
    r"(?:stedelijke?|regionaal|regionale|gemeentelijke?|centraal|centrale|gezamenlijke?|"
    r"lokaal|lokale|overkoepelende?)\s+(?=huurders|bewoners)",
    re.IGNORECASE,
)
"""Stedelijk Huurdersplatform Rijnmark."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed and what its words tell."""

    printed: str
    """Without quotes, article and legal form: "Omnia Wonen", "Huurdersraad van Portaal"."""
    core: str
    """Without the kind word too: "Portaal"; "" where the name is a kind word alone."""
    type: str | None
    """What the words tell; None where they tell nothing."""
    kind: str | None = None
    """The kind word of a tenants' organisation, abbreviations written out."""
    is_sure: bool = False
    """The type comes from a kind word, not from a likely part such as "wonen"."""


@dataclass(frozen=True, slots=True)
class Known:
    """A row of known_organisations.csv."""

    name: str
    type: str
    aliases: tuple[str, ...]
    needs_context: bool
    many_regions: bool
    """It has homes in towns far apart: who both work with it need not be neighbours."""


def parse_name(text: str) -> Name:
    """`text` as a name; the kind words before it are read and left out.

    "De stichting 'Stichting Omnia Wonen'" gives "Omnia Wonen", "HBO van Vecht & Omstreken" the
    tenants' organisation "Huurdersbelangenorganisatie" with core "Vecht & Omstreken".
    """
    words, found_type, is_sure = _strip_prefixes(" ".join(text.split()).strip(EDGES))
    head = _head_of(words)
    if head is not None:
        term, full = head
        core = re.sub(r"^(?:van|voor|bij)\s+", "", words[len(term) :].strip(EDGES))
        return Name(words, core.strip(EDGES), TENANTS, full, is_sure=True)
    if found_type is None:
        found_type = _type_of_parts(words)
    known = known_organisation(words)
    if known is not None and not is_sure:
        found_type, is_sure = known.type, True
    return Name(words, words, found_type, is_sure=is_sure)


def key_of(name: str) -> str:
    """The same for every way to print a name: no case, accents, article or marks, "&" as "en"."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("&", " en "))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", ARTICLE.sub("", plain.strip(EDGES))))


def tokens_of(name: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(key_of(name).split()) - LINK_WORDS


def likeness(one: str, other: str) -> float:
    """0-100: how alike the only words are in which two names differ; 0 where more words differ."""
    mine, theirs = key_of(one).split(), key_of(other).split()
    if len(mine) != len(theirs):
        return 0.0
    unlike = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    if len(unlike) != 1 or min(map(len, unlike[0])) < SAME_WORD_CHARS:
        return 0.0
    a, b = unlike[0]
    return fuzz.ratio(a, b) if a[0] == b[0] else 0.0


def initials_of(name: str) -> frozenset[str]:
    """The abbreviations a name may have: "Huurdersbelangen Beuningen Druten" HBD, V&O, VO."""
    words = [w for w in re.findall(r"[\w&]+", name) if w.casefold() not in {"de", "het", "van"}]
    kept = [w for w in words if w not in ("&", "en")]
    with_and = "".join("&" if w in ("&", "en") else w[0].upper() for w in words)
    without = "".join(w[0].upper() for w in kept)
    return frozenset(x for x in (with_and, without) if len(x) >= 2)


def slug_of(name: str) -> str:
    """The party id: "Gemeente Súdwest-Fryslân" -> "gemeente-sudwest-fryslan"."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("&", " en "))
    return "-".join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if c.isascii())))


@cache
def known_organisation(name: str) -> Known | None:
    """The organisation of known_organisations.csv that bears this name, however it is printed."""
    return _known_by_key().get(key_of(name))


@cache
def known_organisations() -> tuple[Known, ...]:
    """All rows of known_organisations.csv."""
    return tuple(
        Known(
            row["name"],
            row["type"],
            tuple(alias for alias in row["aliases"].split("|") if alias),
            row["needs_context"] == "yes",
            row["many_regions"] == "yes",
        )
        for row in load_rows("known_organisations")
    )


@cache
def not_organisations() -> frozenset[str]:
    """Keys of what has a capital and is no organisation's name."""
    return frozenset(key_of(word) for word in load_column("not_organisations", "word"))


@cache
def municipality_names() -> dict[str, str]:
    """Every printed name of a municipality, as key, to its everyday name."""
    names: dict[str, str] = {}
    for row in load_rows("municipalities"):
        everyday = row["everyday"] or row["name"]
        for name in (row["name"], everyday, *row["also"].split("|")):
            if name:
                names.setdefault(key_of(name), everyday)
    return names


def _strip_prefixes(words: str) -> tuple[str, str | None, bool]:
    """The name without article, kind words and legal forms, and the type the kind words tell."""
    found: str | None = None
    while True:
        rest = words.strip(EDGES)
        bare = DENOMINATION.sub("", ARTICLE.sub("", rest))
        prefix = next((p for p in _prefixes() if _starts_with(bare, p[0])), None)
        if prefix is None or not bare[len(prefix[0]) :].strip(EDGES):
            is_kind = bare != rest and _head_of(bare) is not None
            return (bare if is_kind else rest), found, found is not None
        words = bare[len(prefix[0]) :]
        found = found or prefix[1] or None


def _head_of(words: str) -> tuple[str, str] | None:
    """The kind word a tenants' organisation's name starts with, as printed and written out."""
    reach = REACH.match(words)
    start = reach.end() if reach else 0
    for term, full in _heads():
        if _starts_with(words[start:], term):
            return words[: start + len(term)], full
    return None


def _starts_with(words: str, term: str) -> bool:
    return words.casefold().startswith(term) and not words[len(term) : len(term) + 1].isalnum()


def _type_of_parts(words: str) -> str | None:
    folded = words.casefold()
    return next((kind for term, kind in _parts() if term in folded), None)


@cache
def _prefixes() -> tuple[tuple[str, str], ...]:
    rows = [
        (r["term"], r["type"]) for r in load_rows("organisation_types") if r["where"] == "prefix"
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


@cache
def _heads() -> tuple[tuple[str, str], ...]:
    rows = [
        (r["term"], r["abbreviates"] or r["term"])
        for r in load_rows("organisation_types")
        if r["where"] == "head" and r["type"] == TENANTS
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


@cache
def _parts() -> tuple[tuple[str, str], ...]:
    return tuple(
        (r["term"], r["type"]) for r in load_rows("organisation_types") if r["where"] == "part"
    )


@cache
def _known_by_key() -> dict[str, Known]:
    found: dict[str, Known] = {}
    for known in known_organisations():
        for name in (known.name, *known.aliases):
            found.setdefault(key_of(name), known)
    return found
