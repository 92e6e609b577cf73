"""The role of a table column, from the words of its header: `columns.csv`."""

from __future__ import annotations

import re
from functools import cache

from prestatie_extract.vocabulary import load_rows

WHO_AND_WHEN = frozenset({"trekker", "betrokkenen", "planning"})
"""The roles of what stands beside an agreement: who leads, who takes part, by when."""
YEARS = re.compile(r"\b(20\d{2})(?:\s*(?:[-–/]|t/m|tot en met)\s*['’]?((?:20)?\d{2}))?\b")
LEFT_OVER = re.compile(r"(?:\s+(?:in|voor|over|per|van|de|het|jaar|periode|t/m|tot|en|met))+$")
"""What is left of a header when its years are taken out: "Acties in 2026"."""


def find_column_role(text: str) -> str | None:
    """The role that `columns.csv` gives a header; `None` for one it does not know."""
    plain = plain_header(text)
    return next((role for pattern, role in _vocabulary() if pattern.search(plain)), None)


def plain_header(text: str) -> str:
    """Lower case without years, brackets and punctuation: "Afspraken 2022-2023:" -> "afspraken"."""
    text = YEARS.sub(" ", text.casefold())
    text = re.sub(r"\([^)]*\)", " ", text)
    text = re.sub(r"[^\w#°/]+", " ", text).strip()
    return LEFT_OVER.sub("", text)


@cache
def _vocabulary() -> tuple[tuple[re.Pattern[str], str], ...]:
    """A pattern for a plain header and its role; the longest words first."""
    rows = sorted(load_rows("columns"), key=lambda row: (-len(row["words"]), row["words"]))
    return tuple((_to_pattern(row["words"], row["match"]), row["role"]) for row in rows)


def _to_pattern(words: str, match: str) -> re.Pattern[str]:
    """The words as all of a header or a part of it; `*` stands for any words between them."""
    parts = (re.escape(plain_header(part)) for part in words.split("*"))
    edge = ("^", "$") if match == "whole" else (r"\b", r"\b")
    return re.compile(edge[0] + r"\b.*?\b".join(parts) + edge[1])
