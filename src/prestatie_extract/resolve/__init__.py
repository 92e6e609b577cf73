"""Resolve: the parties of all documents -> organisations, municipalities and the links to them.

Pure functions on what the records say; nothing is read or written here. docs/entities.md tells
what counts as evidence.

entities         what comes in and what goes out
evidence         what the names of one party tell
lists            the organisations and municipalities that are known beforehand
groups           groups of parties and how they are joined: one candidate or none
linking          the evidence, from strict to loose
matches          by what a party came to its organisation
runners_up       what comes next to each organisation
"""

from __future__ import annotations

from prestatie_extract.resolve.entities import (
    MunicipalityLink,
    NamedParty,
    Organisation,
    PartyDocument,
    PartyLink,
    Resolution,
)
from prestatie_extract.resolve.municipalities import find_document_municipalities
from prestatie_extract.resolve.organisations import resolve_organisations

__all__ = [
    "MunicipalityLink",
    "NamedParty",
    "Organisation",
    "PartyDocument",
    "PartyLink",
    "Resolution",
    "find_document_municipalities",
    "resolve_organisations",
]
