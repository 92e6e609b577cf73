"""The municipalities that a document is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prestatie_extract.resolve.entities import MunicipalityLink, NamedParty, PartyDocument
from prestatie_extract.resolve.lists import municipalities_of, names_of
from prestatie_extract.schema.columns import JOINER
from prestatie_extract.tagging.municipalities import (
    KIND_BEFORE,
    Municipality,
    find_municipalities,
    follow_mergers,
    municipalities,
)
from prestatie_extract.tagging.names import MUNICIPALITY, key_of

WHOLE = 100.0


def find_document_municipalities(document: PartyDocument) -> tuple[MunicipalityLink, ...]:
    """The municipalities that sign the document, in order of their codes; a region has several.

    Where none signs, the one that the document gives itself. One that the list does not know, or
    a name that two bear, is left out: it is among the unresolved organisations.
    """
    links = {}
    if document.municipality_code and document.municipality:
        row = municipalities().get(document.municipality_code)
        links = {row.code: _link(row, [document.municipality])} if row else {}
    for party in document.parties:
        found = municipalities_of(party) if party.type == MUNICIPALITY else ()
        if party.signatory and len(found) == 1:
            links[found[0].code] = _link_party(found[0], party)
    return tuple(links[code] for code in sorted(links))


def _link_party(row: Municipality, party: NamedParty) -> MunicipalityLink:
    """The link of a signatory, whose name is the list's and whose aliases are as printed."""
    names = [name.removeprefix(KIND_BEFORE) for name in names_of(party)]
    printed = [name for name in names if key_of(name) != key_of(names[0])]
    if party.misspelling_score is not None:
        misspelled = _link(row, printed or names)
        return replace(misspelled, method="fuzzy", score=round(party.misspelling_score, 2))
    is_listed = any(find_municipalities([name]) for name in printed)
    return _link(row, printed if is_listed else names)


def _link(row: Municipality, names: Sequence[str]) -> MunicipalityLink:
    own = {key_of(row.name), key_of(row.everyday)}
    is_exact = any(key_of(name) in own for name in names)
    today = follow_mergers(row)
    return MunicipalityLink(
        municipality_code=row.code,
        name=JOINER.join(names),
        method="exact" if is_exact else "alias",
        score=WHOLE,
        current_code=today.code,
        current_name=today.everyday,
    )
