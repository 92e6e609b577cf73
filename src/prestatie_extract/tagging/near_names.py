"""A name that a person wrote and nobody bears: the one that may be meant."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from prestatie_extract.document import Party
from prestatie_extract.tagging.names import TYPE_OF_ROLE, key_of
from prestatie_extract.tagging.role_names import find_whole_name
from prestatie_extract.tagging.roles import EVERYONE

NEAR_SCORE = 80.0  # rapidfuzz ratio: "Woonwaart"/"Woonwaarts" 95; "Woonwaarts"/"Woonborg" 56


def is_known(name: str, parties: Sequence[Party]) -> bool:
    """Whether it is a party of the document or a code such as corporaties."""
    found = find_whole_name(name, parties)
    return found.party_id is not None or found.name in {*TYPE_OF_ROLE, EVERYONE}


def find_near_name(name: str, parties: Sequence[Party]) -> str | None:
    """The most alike name, alias or code; None where none is nearly the same."""
    aliases = (alias for party in parties for alias in (party.name, *party.aliases))
    printed = {key_of(known): known for known in (*TYPE_OF_ROLE, EVERYONE, *aliases)}
    hit = process.extractOne(
        key_of(name), list(printed), scorer=fuzz.ratio, score_cutoff=NEAR_SCORE
    )
    return printed[hit[0]] if hit else None
