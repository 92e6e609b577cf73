"""The role of a table column, from the words of its header: `columns.csv`."""

from __future__ import annotations

import re
from functools import cache

from prestatie_extract.vocabulary import load_rows

YEARS = re.compile(r"\b(20\d{2})(?:\s*(?:[-–/]|t/m|tot en met)\s*['’]?((?:20)?\d{2}))?\b")
LEFT_OVER = re.compile(r"(?:\s+(?:in|voor|over|per|van|de|het|jaar|periode|t/m|tot|en|met))+$")
"""What is left of a header when its years are taken out: "Acties in 2026"."""


def find_column_role(text: str) -> str | None:
    """The role that `columns.csv` gives a header; `None` for one it does not know."""
    plain = plain_header(text)
    for words, is_whole, role in _vocabulary():
        if plain == words or (not is_whole and re.search(rf"\b{re.escape(words)}\b", plain)):
            return role
    return None


def plain_header(text: str) -> str:
    """Lower case without years, brackets and punctuation: "Afspraken 2022-2023:" -> "afspraken"."""
    text = YEARS.sub(" ", text.casefold())
    text = re.sub(r"\([^)]*\)", " ", text)
    text = re.sub(r"[^\w#°/]+", " ", text).strip()
    return LEFT_OVER.sub("", text)


@cache
def _vocabulary() -> tuple[tuple[str, bool, str], ...]:
    """Words, whether they must be all, role; the longest first."""
    rows = [
        (plain_header(row["words"]), row["match"] == "whole", row["role"])
        for row in load_rows("columns")
    ]
    return tuple(sorted(rows, key=lambda r: (-len(r[0]), r[0])))
