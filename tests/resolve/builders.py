"""Documents of a few parties in one line each."""

from __future__ import annotations

from prestatie_extract.resolve import NamedParty, PartyDocument, PartyLink, Resolution
from prestatie_extract.tagging.names import slug_of

TYPES = {
    "g": "gemeente",
    "c": "corporatie",
    "h": "huurdersorganisatie",
    "z": "zorg",
    "o": "overig",
}


def party(told: str) -> NamedParty:
    """A party in a line: "h: Huurdersraad Talis = HRT"; no signatory with " named" behind."""
    told, named, _ = told.partition(" named")
    kind, _, names = told.partition(": ")
    first, *others = names.split(" = ")
    name = f"Gemeente {first}" if kind == "g" else first
    aliases = (name, *(f"Gemeente {other}" if kind == "g" else other for other in others))
    return NamedParty(slug_of(name), name, TYPES[kind], aliases, signatory=not named)


def document(document_id: str, *told: str) -> PartyDocument:
    """A document with these parties; its municipality is the first that signs."""
    parties = tuple(party(line) for line in told)
    towns = [p.name.removeprefix("Gemeente ") for p in parties if p.type == "gemeente"]
    return PartyDocument(document_id, towns[0] if towns else None, None, parties)


def links_of(resolution: Resolution, name: str) -> list[PartyLink]:
    """The links of the parties of that name, in order of the documents."""
    found = resolution.links.items()
    return [link for (_, party_id), link in sorted(found) if party_id == slug_of(name)]
