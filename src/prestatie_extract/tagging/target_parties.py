"""Whose number it is: the party it is listed under, the subject of its clause, or the trekker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from prestatie_extract.document import Party, Role
from prestatie_extract.tagging.mentions import find_mentions
from prestatie_extract.tagging.names import MUNICIPALITY, OTHER, TYPE_OF_ROLE
from prestatie_extract.tagging.target_cues import cues_pattern
from prestatie_extract.tagging.target_frequencies import UNIT as PER_YEAR
from prestatie_extract.tagging.target_numbers import EUROS, PERCENT
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

OWN_MONEY = r"(?:bijdrage|subsidie|budget|begroting|middelen|fonds|investering|cofinanciering)"
"""De gemeentelijke bijdrage is € 40.000."""
PRONOUN_START = re.compile(r"\W*(?:zij|ze|hij|deze|die)\b", re.IGNORECASE)
"""A sentence that goes on about who acted in the one before."""
ADJECTIVE = re.compile(r"lijkse$", re.IGNORECASE)
"""De jaarlijkse schouw: how often the thing is, not what somebody promises."""

OBLIQUE = re.compile(
    r"\b(?:van|met|aan|bij|uit|tussen|namens|in|binnen|over|naar|onder|tegen|per|"
    r"voor\s+rekening\s+van|door\s+of\s+namens|inclusief|exclusief)\s+"
    r"(?:(?:de|het|alle|beide|andere|elke|haar|hun|onze|een)\s+)*(?:\w+e\s+)?$",
    re.IGNORECASE,
)
"""Before an organisation that does not act: "in overleg met Woonrijk"."""
BENEFICIARY = re.compile(r"\bvoor\s+(?:(?:de|het|alle|beide|een)\s+)*(?:\w+e\s+)?$", re.IGNORECASE)
"""Voor Woonrijk is dit 35%; but "voor huurders" tells nobody."""
AND = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:,|&|/|\+|;|\ben\b|\bof\b|\balsmede\b|\bsamen met\b|,\s*en\b|\bén\b)"
    r"\s*(?:(?:de|het|alle|beide)\s+)?",
    re.IGNORECASE,
)
TOGETHER = re.compile(r"\b(?:samen|gezamenlijk)\b", re.IGNORECASE)
IN_ALL = re.compile(r"\b(?:in\s+totaal|totaal|totale)\b", re.IGNORECASE)
"""The sum of several parties, or of what one party does in several places."""
ATTACHED = re.compile(r"(?:'?s)?\s*(?:\)?\s*[:=–-]\s*|\(\s*)?$|\s*,\s*$")
"""Between a party and its own number: "Woonrijk: 40", "Veste (6)", "Veste 65%"."""
BEHIND = re.compile(
    r"\s*(?:\(|(?:,\s*)?(?:door|voor\s+rekening\s+van|voor|van)\s+)\s*(?:de\s+)?$", re.IGNORECASE
)
"""Between a number and its party behind it: "70 woningen (Veste)", "15 woningen van Veste"."""


UNKNOWN_BEHIND = re.compile(r"\s+voor\s+[A-Z][\w&]+")
"""3% voor Zonnewijk, where Zonnewijk is no party of the document."""
OPENS_WITH_REASON = re.compile(
    r"\W*(?:omdat|doordat|aangezien|hoewel|ondanks|als|indien|wanneer|zodra)\b", re.IGNORECASE
)
"""Omdat 30% te veel is zoekt de gemeente …: who acts behind it does so in the main clause."""
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
    acts: bool = True
    """Whether it does something there; "in overleg met Veste" only speaks of it."""
    payer: str | None = None
    """Whose money it is where it pays: the document's one municipality for "de gemeente"."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of a document and who leads the agreement at hand."""

    parties: tuple[Party, ...]
    leader: str | None
    """The party that alone leads, by name."""
    stand_ins: tuple[tuple[str, str], ...] = ()
    """Role names that stand for one party here, with it: ("gemeente", "gemeente-merendaal")."""
    municipality: str | None = None
    """The only municipality that signs."""


def make_parties(parties: Sequence[Party], trekker: Role) -> Parties:
    """The parties with the trekker's part in them.

    A trekker cell that names one organisation, or one kind of which there is one, lets the generic
    word stand for it: with "Gemeente" as trekker "de gemeente draagt € 5.000 bij" is its number.
    """
    single = (
        trekker.party_ids[0] if len(trekker.party_ids) == 1 and len(trekker.names) == 1 else None
    )
    signed = [p.party_id for p in parties if p.type == MUNICIPALITY and p.signatory]
    municipality = signed[0] if len(signed) == 1 else None
    if single is None or trekker.source == "text":
        return Parties(tuple(parties), None, municipality=municipality)
    party = next((p for p in parties if p.party_id == single), None)
    is_generic = trekker.names[0] in TYPE_OF_ROLE
    roles = [r for r, kind in TYPE_OF_ROLE.items() if party is not None and party.type == kind]
    leader = None if is_generic else single
    stand_ins = tuple((role, single) for role in roles)
    return Parties(tuple(parties), leader, stand_ins, municipality)


def find_actors(text: str, parties: Parties) -> list[Actor]:
    """Who is named in `text`, in reading order, and whether it acts or is only spoken of.

    A name of which nothing tells what it is promises nothing: it may be a project or a quarter.
    """
    known = [party for party in parties.parties if not _is_unknown(party)]
    named = [Actor(m.start, m.end, m.party_id) for m in find_mentions(text, known)]
    for match in _generic_pattern().finditer(text):
        if not any(a.start < match.end() and match.start() < a.end for a in named):
            named.append(_generic_actor(match, parties))
    named.sort(key=lambda a: a.start)
    named = [a for i, a in enumerate(named) if not (i and _is_abbreviation(text, named[i - 1], a))]
    spoken_of = [replace(a, acts=False) for a in named if _is_spoken_of(text, a)]
    acting = _joined(text, [a for a in named if not _is_spoken_of(text, a)])
    return sorted([*acting, *spoken_of], key=lambda a: a.start)


def _is_unknown(party: Party) -> bool:
    return party.type == OTHER and not party.signatory and party.match.method == "new"


def _is_abbreviation(text: str, name: Actor, short: Actor) -> bool:
    """Whether `short` only repeats the name before it: "Waarborgfonds X (WX)"."""
    return text[name.end : short.start] == " (" and name.party_id == short.party_id


def _generic_actor(match: re.Match[str], parties: Parties) -> Actor:
    """The party that a generic word stands for, and who pays where it pays."""
    if match["own"]:
        return Actor(*match.span(), None, payer=parties.municipality)
    role = _roles().get(" ".join(match[0].casefold().split()))
    is_one = not match[0].casefold().endswith(("s", "ën", "n"))
    if not is_one:
        return Actor(*match.span(), None)
    payer = parties.municipality if role == MUNICIPALITY else None
    return Actor(*match.span(), dict(parties.stand_ins).get(role or ""), payer=payer)


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
    """The actors, those that are named together marked: "Woonrijk en Veste verkopen"."""
    joint: set[int] = set()
    for i, (one, other) in enumerate(pairwise(actors)):
        if AND.fullmatch(text[one.end : other.start]):
            joint |= {i, i + 1}
    return [replace(a, joint=True) if i in joint else a for i, a in enumerate(actors)]


def find_owner(
    text: str, span: tuple[int, int], sentence: tuple[int, int], actors: list[Actor], unit: str
) -> tuple[bool, str | None]:
    """Whether the text tells whose number `span` is, and whose it is (None: of several parties).

    Args:
        text: the whole text.
        span: of the number with qualifier and noun, in `text`.
        sentence: where the sentence of the number starts and ends.
        actors: of the whole text, from `find_actors`.
        unit: of the number.
    """
    if unit == PER_YEAR and ADJECTIVE.search(text, *span):
        return True, None
    is_listed, owner = _listed_owner(text, span, sentence, actors, unit)
    if is_listed:
        return True, owner
    subject = _subject(text, span, sentence, [a for a in actors if a.acts])
    if subject is None:
        return False, None
    between = text[subject.end : span[0]] if subject.end <= span[0] else ""
    others = {a.party_id for a in actors if sentence[0] <= a.start < span[0] and a.acts}
    is_sum = IN_ALL.search(between) and (len(others) > 1 or subject.party_id is None)
    is_elsewhere = not sentence[0] <= subject.start < sentence[1]
    goes_on = PRONOUN_START.match(text, sentence[0]) is not None
    if (
        subject.joint
        or TOGETHER.search(between)
        or (is_elsewhere and unit == PER_YEAR and not goes_on)
    ):
        return True, None
    payer = subject.payer if _is_paid(text[slice(*sentence)], unit) else None
    if is_elsewhere and not goes_on and subject.payer:
        return True, payer
    return True, None if is_sum and subject.party_id else subject.party_id or payer


def _listed_owner(
    text: str, span: tuple[int, int], sentence: tuple[int, int], actors: list[Actor], unit: str
) -> tuple[bool, str | None]:
    """The party right beside the number: "Woonrijk: 40", "40 woningen (Woonrijk)"."""
    start, end = span
    near = [a for a in actors if sentence[0] <= a.start < sentence[1]]
    before = next((a for a in reversed(near) if a.end <= start), None)
    behind = next((a for a in near if a.start >= end), None)
    if behind and _is_behind(text, end, behind):
        owner = behind.party_id or (behind.payer if unit == EUROS else None)
        if owner:
            return True, owner
    if UNKNOWN_BEHIND.match(text, end) and not (behind and behind.start - end < len(" voor de ")):
        return True, None
    gap = text[before.end : start] if before else ""
    if before and ATTACHED.fullmatch(gap):
        is_money = unit == EUROS or re.search(r"[:=(]", gap)
        owner = before.party_id or (before.payer if is_money else None)
        return owner is not None, owner
    return False, None


def _subject(
    text: str, span: tuple[int, int], sentence: tuple[int, int], acting: list[Actor]
) -> Actor | None:
    """Who acts before the number in its sentence, else behind it, else in a sentence before."""
    near = [a for a in acting if sentence[0] <= a.start < sentence[1]]
    before = [a for a in near if a.end <= span[0]]
    if before:
        return before[-1]
    behind = next((a for a in near if a.start >= span[1]), None)
    is_reason = OPENS_WITH_REASON.match(text, sentence[0]) is not None
    if behind and not is_reason and not ITS_OWN_NUMBER.match(text, behind.end):
        return behind
    return next((a for a in reversed(acting) if a.end <= sentence[0]), None)


def _is_paid(sentence: str, unit: str) -> bool:
    """Whether the sentence tells of an amount, or a share of it, that somebody pays."""
    return unit in (EUROS, PERCENT) and _payment(unit).search(sentence) is not None


@cache
def _payment(unit: str) -> re.Pattern[str]:
    rows = load_rows("target_payment_words")
    cues = (row["cue"] for row in rows if row["unit"] in ("", unit))
    return re.compile(cues_pattern(cues), re.IGNORECASE)


def _is_behind(text: str, end: int, actor: Actor) -> bool:
    """Whether the number that ends at `end` is the actor's: "70 woningen (Veste)"."""
    link = text[end : actor.start]
    is_closed = "(" not in link or text[actor.end : actor.end + 1] == ")"
    return is_closed and BEHIND.fullmatch(link) is not None


@cache
def _roles() -> dict[str, str]:
    """Words that stand for a kind of party in a sentence too, and their role."""
    rows = load_rows("generic_roles")
    return {r["words"]: r["role"] for r in rows if r["role"] and r["cell_only"] != "yes"}


@cache
def _generic_pattern() -> re.Pattern[str]:
    words = sorted({*_roles(), *PRONOUNS}, key=lambda word: (-len(word), word))
    wanted = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in words if w not in _not_actors())
    own = rf"(?P<own>gemeentelijke?\s+(?:\w+e\s+)?{OWN_MONEY})"
    return re.compile(rf"(?<![\w-])(?:{own}|{wanted})(?![\w-])", re.IGNORECASE)


@cache
def _not_actors() -> frozenset[str]:
    """People a number is about, not who promises it."""
    return frozenset(
        {"huurders", "huurder", "bewoners", "bewoner", "inwoners", "zorg", "welzijn", "allen"}
    )
