"""The organisations of a cell or a sentence: parties, generic words, other names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from prestatie_extract.document import Party
from prestatie_extract.tagging.mentions import find_mentions
from prestatie_extract.tagging.names import TYPE_OF_ROLE
from prestatie_extract.vocabulary import load_rows

OTHER = "overig"

BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
"""An aside: "Huurdersorganisaties (in een later stadium)"."""
SEPARATOR = re.compile(
    r"\s*(?:[,;/+&|•\n]|\s[-–]\s|(?<!\w)(?:en/of|en|of|alsmede|evenals|i\.s\.m\.?|ism|m\.m\.v\.?|"
    r"in\s+samenwerking\s+met|in\s+overleg\s+met|samen\s+met|met|plus|e\.?a\.?|evt\.?|eventueel|"
    r"mogelijk)(?!\w))\s*",
    re.IGNORECASE,
)
"""Between two names in a cell: "Gemeente/ Corporaties", "Gemeente i.s.m. corporaties"."""
BROKEN_WORD = re.compile(r"(?P<head>\b[^\W\d_]{3,})[-\u00ad\u2010]?\s?(?P<tail>[^\W\d_]{4,}\b)")
"""Huurders-organisaties, huurders- organisaties, zorg partijen."""
ARTICLE = re.compile(r"^(?:de|het|een|alle|beide)(?:\s+|$)", re.IGNORECASE)
FOLLOWING_NAME = re.compile(r"\s+(?!(?:En|Of|Met|En/of)\b)(?-i:[^\W\d_a-z])[\w’'-]+")
LEADING_NAME = re.compile(r"(?<![\w-])[^\W\d_a-z][\w’'-]+(?=\s$)")
"""Wetterhaven Zorg: before the generic word."""
PROPER_NAME = re.compile(
    r"[^\W\d_a-z][\w’'&.-]*(?:\s+(?:de|het|van|der|den|en|&))*(?:\s+[^\W\d_a-z][\w’'&.-]*)+"
)
"""An organisation that the document does not introduce: "Waterschap De Lage Waal"."""
LEGAL_FORM = re.compile(r"(?:stichting|vereniging|coöperatie)", re.IGNORECASE)
EDGE_MARKS = " \t\n.,;:/&+-–•*"


@dataclass(frozen=True, slots=True)
class Named:
    """One name in a cell or sentence: a role name, a party's everyday name or `overig:<words>`."""

    start: int
    end: int
    name: str
    party_id: str | None = None


def find_cell_names(cell: str, parties: Sequence[Party]) -> list[Named]:
    """The names of a cell in printed order; other words between them are `overig:<words>`."""
    text = _without_brackets(cell, parties)
    party = _party_by_part(text.strip(EDGE_MARKS), parties)
    if party is not None:
        return [Named(0, len(text), _everyday_name(party.party_id, parties), party.party_id)]
    found, end = find_known_names(text, parties, in_cell=True), 0
    names: list[Named] = []
    for named in found:
        names += _others(text[end : named.start], end, parties)
        names += [named] if named.name else []
        end = named.end
    return [*names, *_others(text[end:], end, parties)]


def find_whole_name(words: str, parties: Sequence[Party]) -> Named:
    """What the words as a whole stand for: one party, a generic word, else themselves."""
    party = _party_in_other_case(ARTICLE.sub("", words), parties)
    if party is not None:
        return Named(0, len(words), _everyday_name(party.party_id, parties), party.party_id)
    return Named(0, len(words), _roles().get(_fold(words)) or words)


def _without_brackets(cell: str, parties: Sequence[Party]) -> str:
    """The cell without asides, except where they make a name: "Bewonersraad (De Kernen)"."""

    def kept(match: re.Match[str]) -> str:
        joined = f"{cell[: match.start()]} {match[0].strip(' ()[]')}"
        last = find_mentions(joined, parties)[-1:]
        spans = last and last[0].start < match.start() and last[0].end == len(joined)
        return f" {match[0].strip(' ()[]')}" if spans else ""

    text = BROKEN_WORD.sub(_mended, BRACKETS.sub(kept, cell))
    return text if text.strip(EDGE_MARKS) else cell.strip(" ()[]")


def _mended(match: re.Match[str]) -> str:
    """A generic word that the cell's width broke, made whole: "Huurders-organisaties"."""
    whole = match["head"] + match["tail"]
    return whole if _fold(whole) in _roles() else match[0]


def find_known_names(text: str, parties: Sequence[Party], *, in_cell: bool = False) -> list[Named]:
    """Parties and generic words in printed order; a party wins from a generic word in it."""
    named = [
        Named(m.start, m.end, _everyday_name(m.party_id, parties), m.party_id)
        for m in find_mentions(text, parties)
    ]
    for match in _generic_pattern(in_cell=in_cell).finditer(text):
        if any(n.start < match.end() and match.start() < n.end for n in named):
            continue
        role = _roles()[_fold(match["words"])]
        if not _introduces(match, role, named, text, parties):
            named.append(Named(match.start(), match.end(), role))
    if in_cell:
        named = [_as_party(n, text, parties) for n in named if not _is_in_name(n, text)]
    return sorted(named, key=lambda n: n.start)


def _introduces(
    match: re.Match[str], role: str, named: Sequence[Named], text: str, parties: Sequence[Party]
) -> bool:
    """Whether a generic word is only the kind of the party behind it: "Woningstichting X"."""
    types = {p.party_id: p.type for p in parties}
    return any(
        n.party_id is not None
        and types[n.party_id] == TYPE_OF_ROLE.get(role)
        and not text[match.end() : n.start].strip()
        for n in named
    )


def _is_in_name(named: Named, text: str) -> bool:
    """Whether a generic word is part of an unknown organisation's name: "Welzijn Noord"."""
    if named.party_id or named.name == "gemeente" or not text[named.start].isupper():
        return False
    after = FOLLOWING_NAME.match(text, named.end)
    before = LEADING_NAME.search(text, 0, named.start)
    beside = [_fold(match[0]) for match in (after, before) if match is not None]
    return any(words not in _roles() for words in beside)


def _as_party(named: Named, text: str, parties: Sequence[Party]) -> Named:
    """A generic word with a capital that only one party's name begins with: "Huurdersraad"."""
    words = text[named.start : named.end]
    if named.party_id or not words[:1].isupper() or _fold(words) not in _names_of_one():
        return named
    party = _party_by_part(words, parties)
    if party is None:
        return named
    return replace(named, name=_everyday_name(party.party_id, parties), party_id=party.party_id)


def _party_by_part(words: str, parties: Sequence[Party]) -> Party | None:
    """The only party whose name begins or ends with the words: "Zwaluw" is Zwaluw Wonen."""
    part = _fold(words).split()
    if not part or not words[:1].isupper() or not ARTICLE.sub("", words):
        return None
    size = len(part)
    names = [
        (p, _fold(name).split())
        for p in parties
        if p.type != "gemeente"
        for name in (p.name, *p.aliases)
    ]
    begin = {p.party_id: p for p, name in names if name[:size] == part}
    end = {p.party_id: p for p, name in names if name[-size:] == part}
    found = begin or end
    return next(iter(found.values())) if len(found) == 1 else None


def _everyday_name(party_id: str, parties: Sequence[Party]) -> str:
    """The party's name; the one contracting municipality is simply "gemeente"."""
    party = next(p for p in parties if p.party_id == party_id)
    municipalities = [p for p in parties if p.signatory and p.type == "gemeente"]
    return "gemeente" if municipalities == [party] else party.name


def _others(text: str, offset: int, parties: Sequence[Party]) -> Iterator[Named]:
    """The words of `text` that are neither separator nor qualifier of the name beside them.

    "Corporaties projectleider" is the corporaties, "Regionale corporaties" too.
    """
    pieces = SEPARATOR.split(text)
    for i, piece in enumerate(pieces):
        words = ARTICLE.sub("", piece.strip(EDGE_MARKS)).strip(EDGE_MARKS)
        follows_name = i == 0 and offset > 0
        precedes_name = i == len(pieces) - 1 and text.endswith(" ")
        is_qualifier = (follows_name and words[:1].islower()) or (
            precedes_name and (words[:1].islower() or words.endswith("e"))
        )
        party = _party_in_other_case(words, parties) or _party_by_part(words, parties)
        if party is not None:
            name = _everyday_name(party.party_id, parties)
            yield Named(offset, offset, name, party.party_id)
        elif precedes_name and LEGAL_FORM.fullmatch(words):
            continue
        elif PROPER_NAME.fullmatch(words) and not is_qualifier:
            yield Named(offset, offset, words)
        elif re.search(r"[^\W\d_]", words) and not is_qualifier:
            yield Named(offset, offset, f"{OTHER}:{_lower_first(words)}")


def _party_in_other_case(words: str, parties: Sequence[Party]) -> Party | None:
    """The only party that `words` name when capitals do not count, as in a cell "De kernen"."""
    folded = _fold(words)
    found = [
        p
        for p in parties
        if folded in {_fold(ARTICLE.sub("", alias)) for alias in (p.name, *p.aliases)}
    ]
    return found[0] if len(found) == 1 else None


def _lower_first(words: str) -> str:
    """The words without a capital that only starts them: "Marktpartijen", but "GGD"."""
    return words if re.search(r"\w[A-Z0-9]", words) else words[0].lower() + words[1:]


@cache
def _roles() -> dict[str, str]:
    """Folded generic words to role name; "" for words that only say who exactly within a party."""
    return {_fold(row["words"]): row["role"] for row in load_rows("generic_roles")}


@cache
def _names_of_one() -> frozenset[str]:
    """Folded generic words that a document may use as the name of one party."""
    return frozenset(
        _fold(row["words"]) for row in load_rows("generic_roles") if row["may_be_name"] == "yes"
    )


@cache
def _generic_pattern(*, in_cell: bool) -> re.Pattern[str]:
    """Any generic word; in a sentence without those that are ordinary words there."""
    rows = load_rows("generic_roles")
    words = {row["words"] for row in rows if in_cell or row["cell_only"] != "yes"}
    forms = sorted(words, key=lambda w: (-len(w), w))
    alternatives = "|".join(r"\s+".join(map(re.escape, w.split())) for w in forms)
    return re.compile(rf"(?<![\w-])(?P<words>{alternatives})(?![\w-])", re.IGNORECASE)


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())
