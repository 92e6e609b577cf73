"""What resolving takes and what it gives; the keys of the links are the columns of the tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamedParty:
    """An organisation as one document names it."""

    party_id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    signatory: bool = True
    misspelling_score: float | None = None
    """Of a municipality whose name is misspelled all over the document: how alike it is, 0-100."""


@dataclass(frozen=True, slots=True)
class PartyDocument:
    """The parties of a document, and the municipality it gives itself."""

    document_id: str
    municipality: str | None
    municipality_code: str | None
    parties: tuple[NamedParty, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that one or several documents name."""

    organisation_id: str
    name: str
    type: str
    municipality_code: str | None
    """Of a gemeente on the list."""
    status: str
    """known, linked or unresolved."""
    document_count: int
    names: tuple[str, ...]
    """Every name printed for it, in alphabetical order."""


@dataclass(frozen=True, slots=True)
class PartyLink:
    """Which organisation a document's party is, and which it came nearest to beside that."""

    organisation_id: str
    organisation_method: str
    """exact, alias, initials, fuzzy or new."""
    organisation_score: float | None
    """How alike the names are, 0-100; None for new, where nothing was matched."""
    runner_up: str | None = None
    """The next best organisation's id; all of them, JOINER between, where several fit alike."""
    runner_up_score: float | None = None


@dataclass(frozen=True, slots=True)
class MunicipalityLink:
    """A municipality that a document is about."""

    municipality_code: str
    name: str
    """Every name the document gives it."""
    method: str
    """exact (the official or the everyday name), alias (another spelling) or fuzzy."""
    score: float
    current_code: str
    current_name: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """The organisations of all documents in order of their ids, and the link of each party."""

    organisations: tuple[Organisation, ...]
    links: Mapping[tuple[str, str], PartyLink]
    """By document_id and party_id."""
