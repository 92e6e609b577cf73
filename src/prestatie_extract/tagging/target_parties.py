"""Whose number it is: the party it is listed under, the subject of its clause, or the trekker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from prestatie_extract.document import Party, Role
from prestatie_extract.tagging.mentions import find_mentions
from prestatie_extract.vocabulary import load_rows

PRONOUNS = (
    "we",
    "wij",
    "partijen",
    "allen",
    "beide partijen",
    "iedereen",
    "beiden",
    "alle partijen",
)
"""Subjects that are more than one party."""
TYPE_OF_ROLE = {
    "gemeente": "gemeente",
    "corporaties": "corporatie",
    "huurdersorganisaties": "huurdersorganisatie",
    "zorgpartijen": "zorg",
}

OBLIQUE = re.compile(
    r"\b(?:van|met|aan|bij|uit|tussen|namens|in|binnen|over|naar|onder|tegen|per|"
    r"voor\s+rekening\s+van|door\s+of\s+namens|inclusief|exclusief)\s+"
    r"(?:(?:de|het|alle|beide|andere|elke|haar|hun|onze|een)\s+)*(?:\w+e\s+)?$",
    re.IGNORECASE,
)
"""Before an organisation that does not act: "in overleg met Portaal"."""
BENEFICIARY = re.compile(r"\bvoor\s+(?:(?:de|het|alle|beide|een)\s+)*(?:\w+e\s+)?$", re.IGNORECASE)
"""Voor Woonrijk is dit 35%; but "voor huurders" tells nobody."""
AND = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:,|&|/|\+|;|\ben\b|\bof\b|\balsmede\b|\bsamen met\b|,\s*en\b|\bén\b)"
    r"\s*(?:(?:de|het|alle|beide)\s+)?",
    re.IGNORECASE,
)
TOGETHER = re.compile(r"\b(?:samen|gezamenlijk|in\s+totaal|totaal|totale)\b", re.IGNORECASE)
ATTACHED = re.compile(r"(?:'?s)?\s*(?:\)?\s*[:=–-]\s*|\(\s*)?$|\s*,\s*$")
"""Between a party and its own number: "Woonrijk: 40", "Veste (6)", "Veste 65%"."""
BEHIND = re.compile(
    r"\s*(?:\(|(?:,\s*)?(?:door|voor\s+rekening\s+van|voor)\s+)\s*(?:de\s+)?$", re.IGNORECASE
)
"""Between a number and its party behind it: "70 woningen (Veste)", "15 woningen door Veste"."""


UNKNOWN_BEHIND = re.compile(r"\s+voor\s+[A-Z][\w&]+")
"""3% voor Wonion, where Wonion is no party of the document."""
ITS_OWN_NUMBER = re.compile(r"\s*[:(]?\s*(?:\w+\s+)?[\d€]")
"""Behind a party that is the subject of the next number: "… en door Veste 12 woningen"."""


@dataclass(frozen=True, slots=True)
class Actor:
    """`text[start:end]` names who acts: a party, or None for a group ("partijen", "wij")."""

    start: int
    end: int
    party_id: str | None
    joint: bool = False
    """One of several that are named together."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of a document and who leads the agreement at hand."""

    parties: tuple[Party, ...]
    leader: str | None
    """The party that alone leads, by name."""
    stand_ins: tuple[tuple[str, str], ...] = ()
    """Role names that stand for one party here, and that party: ("gemeente", "gemeente-druten")."""


def make_parties(parties: Sequence[Party], trekker: Role) -> Parties:
    """The parties with the trekker's part in them.

    A trekker cell that names one organisation, or one kind of which there is one, lets the generic
    word stand for it: with "Gemeente" as trekker "de gemeente draagt € 5.000 bij" is its number.
    """
    single = (
        trekker.party_ids[0] if len(trekker.party_ids) == 1 and len(trekker.names) == 1 else None
    )
    if single is None or trekker.source == "text":
        return Parties(tuple(parties), None)
    party = next((p for p in parties if p.party_id == single), None)
    is_generic = trekker.names[0] in TYPE_OF_ROLE
    roles = [r for r, kind in TYPE_OF_ROLE.items() if party is not None and party.type == kind]
    return Parties(
        tuple(parties), None if is_generic else single, tuple((role, single) for role in roles)
    )


def find_actors(text: str, parties: Parties) -> list[Actor]:
    """Who acts in `text`, in reading order; parties that are only spoken of are left out."""
    named = [Actor(m.start, m.end, m.party_id) for m in find_mentions(text, parties.parties)]
    for match in _generic_pattern().finditer(text):
        if not any(a.start < match.end() and match.start() < a.end for a in named):
            named.append(Actor(*match.span(), _stand_in(match[0], parties)))
    named.sort(key=lambda a: a.start)
    named = [a for i, a in enumerate(named) if not (i and _is_abbreviation(text, named[i - 1], a))]
    return _joined(text, [a for a in named if not _is_spoken_of(text, a)])


def _is_abbreviation(text: str, name: Actor, short: Actor) -> bool:
    """Whether `short` only repeats the name before it: "Waarborgfonds X (WX)"."""
    return text[name.end : short.start] == " (" and name.party_id == short.party_id


def _stand_in(word: str, parties: Parties) -> str | None:
    role = _roles().get(" ".join(word.casefold().split()))
    is_one = not word.casefold().endswith(("s", "ën", "n"))
    return dict(parties.stand_ins).get(role or "") if is_one else None


def _is_spoken_of(text: str, actor: Actor) -> bool:
    before = text[max(0, actor.start - 60) : actor.start]
    if re.search(r"\bsamen\s+met\s+(?:de\s+)?$", before, re.IGNORECASE):
        return False
    if re.search(r"(?:\b(?:per|elke|iedere)\s+|[-/])$", before):
        return True
    return bool(OBLIQUE.search(before)) or (
        actor.party_id is None and bool(BENEFICIARY.search(before))
    )


def _joined(text: str, actors: list[Actor]) -> list[Actor]:
    """The actors, those that are named together marked: "Portaal en V&O verkopen"."""
    joint: set[int] = set()
    for i, (one, other) in enumerate(pairwise(actors)):
        if AND.fullmatch(text[one.end : other.start]):
            joint |= {i, i + 1}
    return [
        Actor(a.start, a.end, a.party_id, joint=True) if i in joint else a
        for i, a in enumerate(actors)
    ]


def find_owner(
    text: str, span: tuple[int, int], sentence: tuple[int, int], actors: list[Actor]
) -> tuple[bool, str | None]:
    """Whether the text tells whose number `span` is, and whose it is (None: of several parties).

    Args:
        text: the whole text.
        span: of the number with qualifier and noun, in `text`.
        sentence: where the sentence of the number starts and ends.
        actors: of the whole text, from `find_actors`.
    """
    start, end = span
    near = [a for a in actors if sentence[0] <= a.start < sentence[1]]
    before = [a for a in near if a.end <= start]
    behind = next((a for a in near if a.start >= end), None)
    if behind and behind.party_id and _is_behind(text, end, behind):
        return True, behind.party_id
    if UNKNOWN_BEHIND.match(text, end) and not (behind and behind.start - end < len(" voor de ")):
        return True, None
    if before and before[-1].party_id and ATTACHED.fullmatch(text[before[-1].end : start]):
        return True, before[-1].party_id
    if behind and ITS_OWN_NUMBER.match(text, behind.end):
        behind = None
    subject = before[-1] if before else behind
    if subject is None:
        subject = next((a for a in reversed(actors) if a.end <= sentence[0]), None)
        if subject is None:
            return False, None
    together = TOGETHER.search(text[subject.end : start]) if subject.end <= start else None
    return True, None if subject.joint or together else subject.party_id


def _is_behind(text: str, end: int, actor: Actor) -> bool:
    """Whether the number that ends at `end` is the actor's: "70 woningen (Veste)"."""
    link = text[end : actor.start]
    is_closed = "(" not in link or text[actor.end : actor.end + 1] == ")"
    return is_closed and BEHIND.fullmatch(link) is not None


@cache
def _roles() -> dict[str, str]:
    return {row["words"]: row["role"] for row in load_rows("generic_roles")}


@cache
def _generic_pattern() -> re.Pattern[str]:
    words = sorted({*_roles(), *PRONOUNS}, key=lambda word: (-len(word), word))
    wanted = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words if w not in _not_actors())
    return re.compile(rf"(?<![\w-])(?:{wanted})(?![\w-])", re.IGNORECASE)


@cache
def _not_actors() -> frozenset[str]:
    """People a number is about, not who promises it."""
    return frozenset(
        {"huurders", "huurder", "bewoners", "bewoner", "inwoners", "zorg", "welzijn", "allen"}
    )
