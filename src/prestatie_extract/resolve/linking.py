"""Which parties of different documents are one organisation: evidence from strict to loose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from prestatie_extract.resolve.entities import NamedParty, PartyDocument
from prestatie_extract.resolve.evidence import (
    Bond,
    Evidence,
    do_types_fit,
    find_evidence,
    place_of,
    without_article,
)
from prestatie_extract.resolve.groups import Group, Grouping, gather, join_groups
from prestatie_extract.resolve.lists import (
    common_names,
    find_listed,
    listed_groups,
    municipalities_of,
)
from prestatie_extract.tagging.names import (
    CORPORATION,
    MUNICIPALITY,
    OTHER,
    SAME_WORD_CHARS,
    SAME_WORD_SCORE,
    TENANTS,
    known_organisation,
    likeness,
    slug_of,
)

TOWN, LANDLORD = "town", "landlord"
LISTED_WHOLE = (MUNICIPALITY, CORPORATION)
"""Types of which the lists hold nearly all: a name one letter off is more likely misspelled than
another's."""


def group_parties(documents: Sequence[PartyDocument]) -> Grouping:
    """The parties of all documents in groups that are one organisation each, listed ones included.

    Equal names come first, then names that another document uses for the same party, then
    abbreviations, then misspellings; what one step leaves in doubt no later step decides.
    """
    named = _equal_names(documents)
    grouping = Grouping(gather([*_near_in_lists(named), *named], _listed_token))
    grouping = join_groups(grouping, _name_tokens, _always, _never)
    grouping = join_groups(grouping, _core_tokens, _always, _never)
    grouping = join_groups(grouping, _short_tokens, _is_one_short, _is_short)
    grouping = join_groups(grouping, typo_tokens, _are_misspelled, _is_unlisted)
    return Grouping(_with_common_names(grouping.groups), grouping.rivals)


def _near_in_lists(named: Sequence[Group]) -> list[Group]:
    """The organisations of the lists that share anything with a name of the documents."""
    tokens = {token for group in named for token in _likely_tokens(group)}
    near = {group.listed for group in named}
    near |= {listed for token in tokens for listed in _lists_by_token().get(token, ())}
    return [group for listed, group in listed_groups().items() if listed in near]


@cache
def _lists_by_token() -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = defaultdict(list)
    for listed, group in listed_groups().items():
        for token in set(_likely_tokens(group)):
            found[token].append(listed)
    return found


def _likely_tokens(group: Group) -> Iterator[Hashable]:
    """A name, a misspelled name or a word: all that links and runners-up are found by."""
    yield from _name_tokens(group)
    yield from typo_tokens(group)
    yield from (word for key in group.keys | group.names for word in key.split())


def _equal_names(documents: Sequence[PartyDocument]) -> list[Group]:
    """A group for each name, and for each place where one name may be of several."""
    parties: dict[tuple[str, str], tuple[NamedParty, Evidence, frozenset[Hashable]]] = {}
    for document in documents:
        evidence = {party.party_id: find_evidence(party) for party in document.parties}
        grounds = frozenset(_grounds(document, evidence))
        for party in document.parties:
            known = (party, evidence[party.party_id], grounds)
            parties[document.document_id, party.party_id] = known
    seats: dict[tuple[str, str], set[str]] = defaultdict(set)
    for party, told, _ in parties.values():
        seats[party.type, told.key] |= told.seats
    tokens: dict[tuple[str, str], list[Hashable]] = {}
    groups = []
    for member, (party, told, grounds) in parties.items():
        groups.append(_group(member, party, told, grounds))
        is_seated = len(seats[party.type, told.key]) > 1
        tokens[member] = list(_equality_tokens(party, told, grounds, is_seated=is_seated))
    return gather(groups, lambda group: tokens[group.anchor] if not group.listed else ())


def _grounds(document: PartyDocument, evidence: Mapping[str, Evidence]) -> Iterator[Hashable]:
    """What the document may have in common with others: its municipalities and corporations."""
    signing = [party for party in document.parties if party.signatory]
    towns = [party for party in signing if party.type == MUNICIPALITY]
    for party in towns:
        found = municipalities_of(party)
        if len(found) < 2:  # which Bergen?
            yield TOWN, found[0].code if found else evidence[party.party_id].key
    if not towns and document.municipality:
        yield TOWN, document.municipality_code or place_of(document.municipality)
    for party in signing:
        known = known_organisation(party.name)
        is_telling = evidence[party.party_id].bond is Bond.FREE
        if party.type == CORPORATION and is_telling and not (known and known.many_regions):
            yield LANDLORD, evidence[party.party_id].key


def _equality_tokens(
    party: NamedParty, told: Evidence, grounds: frozenset[Hashable], *, is_seated: bool
) -> Iterator[Hashable]:
    """What parties of the same name must share to be one; `is_seated` where seats tell them."""
    name = (party.type, told.key)
    towns = frozenset(_towns(grounds))
    if is_seated:
        yield from ((*name, "seat", seat) for seat in told.seats or towns)
    elif told.bond is Bond.FREE:
        yield name
    elif told.bond is Bond.GROUND:
        yield from ((*name, ground) for ground in grounds)
    elif told.bond is Bond.PLACES and towns:
        yield (*name, towns)


def _towns(grounds: frozenset[Hashable]) -> Iterator[str]:
    yield from (ground[1] for ground in grounds if isinstance(ground, tuple) and ground[0] == TOWN)


def _group(
    member: tuple[str, str], party: NamedParty, told: Evidence, grounds: frozenset[Hashable]
) -> Group:
    return Group(
        type=party.type,
        listed=find_listed(party),
        members=(member,),
        documents=frozenset(member[:1]),
        keys=frozenset((told.key,)),
        names=told.names,
        shorts=told.shorts,
        cores=told.cores,
        seats=told.seats,
        grounds=grounds,
        free=told.free,
    )


def _listed_token(group: Group) -> tuple[str, ...]:
    return (group.listed,) if group.listed else ()


def _name_tokens(group: Group) -> Iterator[Hashable]:
    """A name in full that another document uses too; without article only on common ground."""
    yield from ((group.type, name) for name in group.free)
    if group.type != MUNICIPALITY:
        for name in group.names:
            yield from ((without_article(name), ground) for ground in group.grounds)


def _core_tokens(group: Group) -> Iterator[Hashable]:
    """A tenants' organisation's name under another kind word: Huurdersraad X, Bewonersraad X.

    In one municipality, or with one abbreviation: a corporation may have several of them.
    """
    if group.type == TENANTS:
        for core in group.cores:
            yield from ((core, TOWN, town) for town in _towns(group.grounds))
            for short in group.shorts:
                yield from ((core, short, ground) for ground in group.grounds)


def _short_tokens(group: Group) -> Iterator[Hashable]:
    """An abbreviation that a document uses for a name, on common ground."""
    for short in group.shorts:
        yield from ((short, ground) for ground in group.grounds)


def typo_tokens(group: Group) -> Iterator[Hashable]:
    """Its names with a letter of a long word left out: two with one misspelled share one.

    They are the same for a letter too many, too few, another, or two that changed places; so
    misspellings are found without comparing each name with all others.
    """
    for key in group.keys:
        words = without_article(key).split()
        for place, word in enumerate(words):
            if len(word) >= SAME_WORD_CHARS - 1:
                for cut in (word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))):
                    yield group.type, place, " ".join([*words[:place], cut, *words[place + 1 :]])


def likeness_of(one: Group, other: Group) -> float:
    """0-100: how alike their most alike names are, where one is a misspelling; else 0."""
    pairs = ((a, b) for a in one.keys for b in other.keys)
    return max((likeness(a, b) for a, b in pairs), default=0.0)


def _are_misspelled(one: Group, other: Group) -> bool:
    is_listed = (one.listed or other.listed) and one.type in LISTED_WHOLE
    if not is_listed and one.grounds.isdisjoint(other.grounds):
        return False
    return likeness_of(one, other) >= SAME_WORD_SCORE


def _is_one_short(one: Group, other: Group) -> bool:
    """Whether one document has the abbreviation alone and the other says what it stands for."""
    return bool(one.names) != bool(other.names)


def _is_short(group: Group) -> bool:
    return not group.names


def _is_unlisted(group: Group) -> bool:
    return not group.listed


def _always(_one: Group, _other: Group) -> bool:
    return True


def _never(_group: Group) -> bool:
    return False


def _with_common_names(groups: Sequence[Group]) -> list[Group]:
    """The groups; one that is the only one with a common name of the list is that of the list."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        found = {common_names().get(without_article(key)) for key in group.keys} - {None}
        for known in () if group.listed else found:
            if known is not None and do_types_fit(group.type, known.type):
                bearers[known.name].append(i)
    only = {places[0]: name for name, places in bearers.items() if len(places) == 1}
    return [
        replace(group, listed=slug_of(only[i]), type=_type_of(only[i])) if i in only else group
        for i, group in enumerate(groups)
    ]


def _type_of(name: str) -> str:
    known = known_organisation(name)
    return known.type if known else OTHER
