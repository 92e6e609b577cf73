"""Parties and the pipeline's own spaCy object, for tests of targets."""

from __future__ import annotations

from prestatie_extract.document import Match, Party, Role
from prestatie_extract.tagging.contents import NO_MODEL, load_nlp

NLP = load_nlp(NO_MODEL)
NOBODY = Role(None, (), ())
EXACT = Match("exact", 100.0)


def party(name: str, kind: str = "corporatie", *aliases: str) -> Party:
    """A contracting party, its id the name in lower case with hyphens."""
    return Party(name.lower().replace(" ", "-"), name, kind, (name, *aliases), True, EXACT)


MERENDAAL = party("Gemeente Merendaal", "gemeente")
WOONRIJK, LINDE, VESTE = party("Woonrijk"), party("De Linde"), party("Veste")
PARTIES = (MERENDAAL, WOONRIJK, LINDE, VESTE)
