"""Headings and column headers that name a party: "De gemeente:", "Woningstichting X", "Samen"."""

from __future__ import annotations

import re
from functools import cache

from prestatie_extract.vocabulary import load_column, load_rows

HEADING_WORDS_MAX = 9
NAME = re.compile(
    r"^(?:(?:de|het|en|van|der|den|voor|te|aan|op|in|bij|&|'t|’t)\s+|[^\W\d_a-z][\w’'&.-]*\s*)+$"
)
"""Words with a capital, small ones between them: "Stichting Goed Wonen", "De Veste"."""
QUESTION = re.compile(
    r"^(?:wat\s+(?:doet|doen|gaat|gaan)|(?:dit|daarom)\s+(?:doet|doen)|inzet(?:\s+van)?"
    r"|bijdrage(?:\s+van)?|afspraken\s+(?:van|met)|rol\s+van)\s+",
    re.IGNORECASE,
)
SPLIT = re.compile(r"\s*(?:,|/|&|\+|\ben\b)\s*", re.IGNORECASE)


def is_party_heading(text: str) -> bool:
    """Whether a heading says nothing but who: generic words, or a kind of organisation."""
    plain = _strip(text)
    parts = [part for part in SPLIT.split(plain) if part]
    return bool(parts) and all(_is_party(part) for part in parts)


def may_name_party(text: str) -> bool:
    """Whether a heading could be an organisation's name: a few words with capitals.

    The words of a question around it do not count: "Wat doet De Vuurbaak?".
    """
    plain = bare_party(text)
    words = plain.split()
    return 0 < len(words) <= HEADING_WORDS_MAX and NAME.match(plain) is not None


def bare_party(text: str) -> str:
    """The heading without colon and question: "Wat doet De Vuurbaak?" -> "De Vuurbaak"."""
    return QUESTION.sub("", text.strip().rstrip(":?.").strip())


def _is_party(part: str) -> bool:
    words = part.casefold().split()
    if " ".join(words) in _roles():
        return True
    if not words or len(words) > HEADING_WORDS_MAX:
        return False
    return words[0] in _kinds() and may_name_party(part[len(words[0]) :].strip() or "X")


def _strip(text: str) -> str:
    """Without the words around a party: "Wat doet de gemeente?" -> "gemeente"."""
    plain = text.strip().rstrip(":?.").strip()
    if len(plain.split()) > HEADING_WORDS_MAX:
        return ""
    kept = [w for w in plain.split() if w.casefold().strip(",") not in _fillers()]
    return " ".join(kept)


@cache
def _fillers() -> frozenset[str]:
    return frozenset(load_column("party_heading_words", "word"))


@cache
def _roles() -> frozenset[str]:
    return frozenset(row["words"] for row in load_rows("generic_roles") if row["role"])


@cache
def _kinds() -> frozenset[str]:
    rows = load_rows("organisation_types")
    return frozenset(row["term"] for row in rows if row["where"] in {"prefix", "head"})
