"""The organisations of the lists as groups that parties can be joined to."""

from __future__ import annotations

from functools import cache

from prestatie_extract.resolve.entities import NamedParty
from prestatie_extract.resolve.evidence import Evidence, do_types_fit, find_evidence
from prestatie_extract.resolve.groups import Group
from prestatie_extract.tagging.municipalities import (
    KIND_BEFORE,
    Municipality,
    find_municipalities,
    municipalities,
    printed_names,
)
from prestatie_extract.tagging.names import (
    MUNICIPALITY,
    Known,
    key_of,
    known_organisation,
    known_organisations,
    slug_of,
)


def municipalities_of(party: NamedParty) -> tuple[Municipality, ...]:
    """The municipalities of the list that bear all names of a party of that type."""
    return find_municipalities(printed_names(party.name, party.aliases))


def names_of(party: NamedParty) -> tuple[str, ...]:
    """All names of a party, each once, the one it is known by first."""
    return tuple(dict.fromkeys((party.name, *party.aliases)))


def find_listed(party: NamedParty) -> str | None:
    """The id of the organisation of a list whose name, not only an alias, the party bears.

    None for a name that several organisations may bear, as Eigen Haard or Bergen.
    """
    if party.type == MUNICIPALITY:
        found = municipalities_of(party)
        return municipality_id(found[0]) if len(found) == 1 else None
    known = known_organisation(party.name)
    if known is None or known.needs_context or not do_types_fit(party.type, known.type):
        return None
    return slug_of(known.name)


def municipality_id(municipality: Municipality) -> str:
    """The id of its organisation: "gemeente-druten", "gemeente-bergen-nh"."""
    return slug_of(_full_name(municipality))


@cache
def listed_groups() -> dict[str, Group]:
    """The organisations of the lists by id, without members; not those with a common name."""
    towns = [_municipality_group(row) for row in municipalities().values()]
    others = [_known_group(known) for known in known_organisations() if not known.needs_context]
    return {group.listed: group for group in reversed([*towns, *others]) if group.listed}


@cache
def listed_names() -> dict[str, tuple[str, str | None]]:
    """Name and CBS code of every organisation of the lists by its id, common names included."""
    names: dict[str, tuple[str, str | None]] = {
        slug_of(known.name): (known.name, None) for known in known_organisations()
    }
    for row in municipalities().values():
        names[municipality_id(row)] = (_full_name(row), row.code)
    return names


@cache
def common_names() -> dict[str, Known]:
    """The organisations whose name is an ordinary or a common one, by the keys of their names."""
    common = [known for known in known_organisations() if known.needs_context]
    return {key_of(name): known for known in common for name in (known.name, *known.aliases)}


def _full_name(row: Municipality) -> str:
    """With the everyday name; with the official one where two bear the everyday one."""
    is_only = len(find_municipalities([row.everyday])) == 1
    return KIND_BEFORE + (row.everyday if is_only else row.name)


def _municipality_group(row: Municipality) -> Group:
    names = [row.name, row.everyday, *row.other_names]
    own = [name for name in names if find_municipalities([name]) == (row,)]
    listed = municipality_id(row)
    return _group(listed, NamedParty(listed, own[0], MUNICIPALITY, tuple(own[1:])))


def _known_group(known: Known) -> Group:
    listed = slug_of(known.name)
    return _group(listed, NamedParty(listed, known.name, known.type, known.aliases))


def _group(listed: str, party: NamedParty) -> Group:
    evidence: Evidence = find_evidence(party)
    return Group(
        type=party.type,
        listed=listed,
        keys=frozenset((evidence.key,)),
        names=evidence.names,
        shorts=evidence.shorts,
        cores=evidence.cores,
        free=evidence.names,
    )
