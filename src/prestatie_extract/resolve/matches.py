"""How a party came to its organisation: the strictest evidence that it shares with the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import chain

from prestatie_extract.resolve.entities import NamedParty
from prestatie_extract.resolve.evidence import Evidence, find_evidence, without_article
from prestatie_extract.resolve.groups import Group
from prestatie_extract.resolve.lists import listed_groups
from prestatie_extract.resolve.runners_up import Candidate
from prestatie_extract.tagging.names import SAME_WORD_SCORE, key_of, likeness

SHORT = "short"
WHOLE = 100.0
"""The score of names that are equal, not merely alike."""


@dataclass(frozen=True, slots=True)
class OrganisationMatch:
    """By what a party was taken for an organisation, and how alike the names are, 0-100."""

    method: str
    """exact, alias, initials, fuzzy or new."""
    score: float | None


NEW = OrganisationMatch("new", None)


@dataclass(frozen=True, slots=True)
class _Company:
    """What the parties that are one organisation tell together, its row in a list included."""

    name: str
    bearers: Counter[Hashable]
    """How many of them tell a name, a core or an abbreviation."""
    keys: frozenset[str]


def match_members(
    candidate: Candidate, members: Mapping[tuple[str, str], NamedParty]
) -> dict[tuple[str, str], OrganisationMatch]:
    """The match of each party that is this organisation."""
    told = {member: find_evidence(party) for member, party in members.items()}
    if len(candidate.group.documents) == 1 and candidate.group.listed is None:
        return dict.fromkeys(told, NEW)
    row = listed_groups().get(candidate.group.listed or "")
    rows = [row] if row else []
    pieces = [*map(_pieces, told.values()), *map(_pieces, rows)]
    keys = frozenset(evidence.key for evidence in told.values()).union(*(r.keys for r in rows))
    company = _Company(candidate.name, Counter(chain.from_iterable(pieces)), keys)
    return {
        member: _match(members[member].name, evidence, company) for member, evidence in told.items()
    }


def _match(name: str, evidence: Evidence, company: _Company) -> OrganisationMatch:
    if key_of(name) == key_of(company.name):
        return OrganisationMatch("exact", WHOLE)
    shared = {piece for piece in _pieces(evidence) if company.bearers[piece] > 1}
    score = max((likeness(evidence.key, key) for key in company.keys - {evidence.key}), default=0.0)
    if shared and all(kind == SHORT for kind, _ in shared):
        return OrganisationMatch("initials", WHOLE)
    if shared or score < SAME_WORD_SCORE:  # "Bergen" and "NH", which only together are a name
        return OrganisationMatch("alias", WHOLE)
    return OrganisationMatch("fuzzy", round(score, 2))


def _pieces(told: Evidence | Group) -> set[tuple[str, Hashable]]:
    """The names, cores and abbreviations of a party or of a row, each once."""
    names = {("name", without_article(name)) for name in told.names}
    cores = {("core", core) for core in told.cores}
    return names | cores | {(SHORT, short) for short in told.shorts}
