"""Parties that are taken for one organisation, and how groups of them are joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from operator import attrgetter

from prestatie_extract.resolve.evidence import do_types_fit
from prestatie_extract.tagging.names import OTHER, SAME_WORD_SCORE, TENANTS, likeness

Anchor = tuple[str, str]
"""What a group is told by while groups are joined: "" and the id of a listed organisation, else
document_id and party_id of its first member."""

MAX_BUCKET = 50  # groups that share a piece of evidence; what more share tells nothing of any


@dataclass(frozen=True, slots=True)
class Group:
    """Parties that are taken for one organisation, with all that their names tell."""

    type: str
    listed: str | None = None
    """The id of the organisation of a list that they are; a listed group may have no members."""
    members: tuple[tuple[str, str], ...] = ()
    """document_id and party_id, in order."""
    documents: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    shorts: frozenset[str] = frozenset()
    cores: frozenset[frozenset[str]] = frozenset()
    seats: frozenset[str] = frozenset()
    grounds: frozenset[Hashable] = frozenset()
    """What other documents may have in common with theirs."""
    free: frozenset[str] = frozenset()
    """The names that no two organisations bear."""

    @property
    def anchor(self) -> Anchor:
        return ("", self.listed) if self.listed else self.members[0]

    @property
    def words(self) -> frozenset[str]:
        return frozenset().union(*self.cores)


@dataclass(slots=True)
class Grouping:
    """The groups so far, and those that several fit, which stay as they are."""

    groups: list[Group]
    rivals: dict[Anchor, set[Anchor]] = field(default_factory=dict)
    """For each group that was left alone because several fit, those."""


Tokens = Callable[[Group], Iterable[Hashable]]
"""The pieces of evidence by which a group is found: those with a common one are compared."""
Fits = Callable[[Group, Group], bool]


def contradict(one: Group, other: Group) -> bool:
    """Whether something says that they are two organisations, however alike the names."""
    return bool(
        (one.listed and other.listed)
        or not do_types_fit(one.type, other.type)
        or (one.seats and other.seats and not one.seats & other.seats)
        or (TENANTS in (one.type, other.type) and have_own_words(one, other))
        or not one.documents.isdisjoint(other.documents)
    )


def have_own_words(one: Group, other: Group) -> bool:
    """Whether each has a word that the other lacks: "Huurdersraad A" and "Huurdersraad B"."""
    mine, theirs = one.words - other.words, other.words - one.words
    alike = [(a, b) for a in mine for b in theirs if likeness(a, b) >= SAME_WORD_SCORE]
    return bool(mine - {a for a, _ in alike}) and bool(theirs - {b for _, b in alike})


def join_groups(
    grouping: Grouping, tokens: Tokens, fits: Fits, takes_one: Callable[[Group], bool]
) -> Grouping:
    """The groups with those joined that evidence links and nothing holds apart.

    One candidate or none: a group whose candidates contradict each other, or that has several
    where it `takes_one`, is left alone from here on. The order of the groups does not matter.
    """
    groups = sorted(grouping.groups, key=attrgetter("anchor"))
    links = _link(groups, tokens, fits, frozenset(grouping.rivals))
    rivals = {
        group: near
        for group, near in links.items()
        if (len(near) > 1 and takes_one(groups[group])) or _contradict([groups[i] for i in near])
    }
    clear = {i: near - rivals.keys() for i, near in links.items() if i not in rivals}
    joined: list[Group] = []
    for component in _components(len(groups), clear):
        parts = [groups[i] for i in component]
        if _contradict(parts):
            rivals |= {i: links[i] for i in component}
            joined += parts
        else:
            joined.append(join(parts))
    told = {groups[i].anchor: {groups[j].anchor for j in near} for i, near in rivals.items()}
    return Grouping(joined, grouping.rivals | told)


def join(parts: Sequence[Group]) -> Group:
    """One group of several."""
    if len(parts) == 1:
        return parts[0]
    listed = next((part for part in parts if part.listed), None)
    told = sorted(part.type for part in parts if part.type != OTHER)
    return Group(
        type=listed.type if listed else (told[0] if told else OTHER),
        listed=listed.listed if listed else None,
        members=tuple(sorted(member for part in parts for member in part.members)),
        documents=frozenset().union(*(part.documents for part in parts)),
        keys=frozenset().union(*(part.keys for part in parts)),
        names=frozenset().union(*(part.names for part in parts)),
        shorts=frozenset().union(*(part.shorts for part in parts)),
        cores=frozenset().union(*(part.cores for part in parts)),
        seats=frozenset().union(*(part.seats for part in parts)),
        grounds=frozenset().union(*(part.grounds for part in parts)),
        free=frozenset().union(*(part.free for part in parts)),
    )


def gather(groups: Iterable[Group], tokens: Tokens) -> list[Group]:
    """The groups with those joined that share a token, without asking what speaks against it."""
    ordered = sorted(groups, key=attrgetter("anchor"))
    links: dict[int, set[int]] = defaultdict(set)
    for bucket in _buckets(ordered, tokens).values():
        for i in bucket[1:]:
            links[bucket[0]].add(i)
            links[i].add(bucket[0])
    return [join([ordered[i] for i in part]) for part in _components(len(ordered), links)]


def _buckets(groups: Sequence[Group], tokens: Tokens) -> dict[Hashable, list[int]]:
    buckets: dict[Hashable, list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        for token in set(tokens(group)):
            buckets[token].append(i)
    return buckets


def _link(
    groups: Sequence[Group], tokens: Tokens, fits: Fits, settled: frozenset[Anchor]
) -> dict[int, set[int]]:
    """For each group the groups that the evidence links to it."""
    links: dict[int, set[int]] = defaultdict(set)
    for bucket in _buckets(groups, tokens).values():
        if len(bucket) > MAX_BUCKET:
            continue
        for i, j in combinations(bucket, 2):
            one, other = groups[i], groups[j]
            is_open = settled.isdisjoint((one.anchor, other.anchor))
            if j not in links[i] and is_open and fits(one, other) and not contradict(one, other):
                links[i].add(j)
                links[j].add(i)
    return {i: near for i, near in links.items() if near}


def _contradict(groups: Sequence[Group]) -> bool:
    return any(contradict(one, other) for one, other in combinations(groups, 2))


def _components(count: int, links: Mapping[int, Iterable[int]]) -> Iterator[list[int]]:
    """The sets of groups that links connect, each in order, by their first."""
    seen: set[int] = set()
    for start in range(count):
        if start in seen:
            continue
        seen.add(start)
        component = [start]
        for i in component:  # grows while it is gone through
            new = [j for j in links.get(i, ()) if j not in seen]
            seen.update(new)
            component += new
        yield sorted(component)
