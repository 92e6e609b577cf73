"""The organisations that the documents of a folder name, and the link of each party to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from prestatie_extract.resolve.entities import (
    NamedParty,
    Organisation,
    PartyDocument,
    PartyLink,
    Resolution,
)
from prestatie_extract.resolve.groups import Group, Grouping
from prestatie_extract.resolve.linking import TOWN, group_parties
from prestatie_extract.resolve.lists import (
    listed_names,
    municipalities_of,
    municipality_id,
    names_of,
)
from prestatie_extract.resolve.matches import match_members
from prestatie_extract.resolve.runners_up import Candidate, RunnerUp, find_runners_up, score_of
from prestatie_extract.schema.columns import JOINER
from prestatie_extract.slugs import take_free
from prestatie_extract.tagging.mentions import is_generic
from prestatie_extract.tagging.municipalities import municipalities
from prestatie_extract.tagging.names import MUNICIPALITY, parse_name, slug_of

Parties = Mapping[tuple[str, str], NamedParty]
"""By document_id and party_id."""


def resolve_organisations(documents: Iterable[PartyDocument]) -> Resolution:
    """Which parties of different documents are one organisation.

    The same for any order of the documents. One candidate or none: where several fit, the party
    is an organisation of its own and they are all named as its runners-up.

    Args:
        documents: all of them, each once.
    """
    ordered = sorted(documents, key=lambda document: document.document_id)
    parties = {(d.document_id, p.party_id): p for d in ordered for p in d.parties}
    grouping = group_parties(ordered)
    found = _name_groups(grouping.groups, parties)
    runners_up = find_runners_up(found) | _rivals(grouping, found, parties)
    told = [candidate for candidate in found if candidate.group.members]
    organisations = (_organisation(candidate, parties) for candidate in told)
    links = {
        member: link
        for candidate in told
        for member, link in _links(candidate, parties, runners_up.get(candidate.organisation_id))
    }
    return Resolution(tuple(sorted(organisations, key=lambda o: o.organisation_id)), links)


def _name_groups(groups: Sequence[Group], parties: Parties) -> list[Candidate]:
    """Every group with an id and a name: those of the list, else what most documents call it.

    The id is the name's; where several organisations bear it, with the town behind it.
    """
    listed = listed_names()
    names = {
        group.anchor: listed[group.listed][0] if group.listed else _printed_most(group, parties)
        for group in groups
    }
    slugs = {anchor: slug_of(name) for anchor, name in names.items()}
    taken = set(listed)
    shared = Counter(slugs[group.anchor] for group in groups if not group.listed)
    found = []
    for group in sorted(groups, key=lambda group: group.anchor):
        slug = group.listed or slugs[group.anchor]
        if not group.listed:
            is_free = shared[slug] == 1 and slug not in taken
            slug = take_free(slug if is_free else f"{slug}-{_place_of(group)}", taken)
        found.append(Candidate.of(slug, names[group.anchor], group))
    return found


def _printed_most(group: Group, parties: Parties) -> str:
    """What most documents call it; of two the one without legal form, of those the longest."""
    counts = Counter(parties[member].name for member in group.members)
    return min(
        counts, key=lambda name: (-counts[name], parse_name(name).printed != name, -len(name), name)
    )


def _place_of(group: Group) -> str:
    """The first of its municipalities, as in an id; its first document where there is none.

    Which municipality one with a namesake is, others that sign do not tell.
    """
    if group.type == MUNICIPALITY:
        return group.members[0][0]
    towns = [str(g[1]) for g in group.grounds if isinstance(g, tuple) and g[0] == TOWN]
    rows = municipalities()
    names = (slug_of(rows[town].everyday if town in rows else town) for town in towns)
    return min(names, default=group.members[0][0])


def _rivals(
    grouping: Grouping, found: Sequence[Candidate], parties: Parties
) -> dict[str, RunnerUp]:
    """All that fit, for each organisation that several fit alike."""
    by_anchor = {candidate.group.anchor: candidate for candidate in found}
    by_anchor |= {member: candidate for candidate in found for member in candidate.group.members}
    by_id = {candidate.organisation_id: candidate for candidate in found}
    near: dict[str, set[str]] = {}
    for anchor, others in grouping.rivals.items():
        ids = {by_anchor[other].organisation_id for other in others}
        near.setdefault(by_anchor[anchor].organisation_id, set()).update(ids)
    for candidate in found:
        alike = _namesakes(candidate, parties)
        near |= {candidate.organisation_id: alike} if len(alike) > 1 else {}
    return {key: _tie(by_id[key], [by_id[i] for i in sorted(ids)]) for key, ids in near.items()}


def _namesakes(candidate: Candidate, parties: Parties) -> set[str]:
    """The ids of the municipalities that bear the name of one that is not resolved: Bergen."""
    group = candidate.group
    if group.listed or group.type != MUNICIPALITY:
        return set()
    return {municipality_id(row) for row in municipalities_of(parties[group.members[0]])}


def _tie(candidate: Candidate, others: Sequence[Candidate]) -> RunnerUp:
    score = max(score_of(candidate, other) for other in others)
    return RunnerUp(JOINER.join(other.organisation_id for other in others), round(score, 2))


def _organisation(candidate: Candidate, parties: Parties) -> Organisation:
    group = candidate.group
    count = len(group.documents)
    unlisted = "linked" if count > 1 else "unresolved"
    printed = {name for member in group.members for name in names_of(parties[member])}
    return Organisation(
        organisation_id=candidate.organisation_id,
        name=candidate.name,
        type=group.type,
        municipality_code=listed_names()[group.listed][1] if group.listed else None,
        status="known" if group.listed else unlisted,
        document_count=count,
        names=tuple(sorted(name for name in printed if not is_generic(name))),
    )


def _links(
    candidate: Candidate, parties: Parties, runner_up: RunnerUp | None
) -> Iterator[tuple[tuple[str, str], PartyLink]]:
    members = {member: parties[member] for member in candidate.group.members}
    for member, match in match_members(candidate, members).items():
        yield (
            member,
            PartyLink(
                organisation_id=candidate.organisation_id,
                organisation_method=match.method,
                organisation_score=match.score,
                runner_up=runner_up.organisation_id if runner_up else None,
                runner_up_score=runner_up.score if runner_up else None,
            ),
        )
