"""The role of a table column, from the words of its header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from prestatie_extract.slugs import make_slug
from prestatie_extract.vocabulary.column_words import YEARS, find_column_role, plain_header

MULTI_YEAR = re.compile(r"\bmeerjar(?:ig|en)", re.IGNORECASE)
AGREEMENT_WORD = re.compile(r"afsp?raa?k", re.IGNORECASE)
AGREEMENT_ROLES = frozenset({"afspraak", "kaderafspraak", "jaarafspraak"})
ROLE_COLUMNS_MIN = 2  # one known word alone is no header: "Gemeente" heads many tables

HEADER_CHARS_MAX = 70  # an agreement that speaks of agreements is no header; headers reach 45


@dataclass(frozen=True)
class Column:
    """What a column holds."""

    role: str
    """nummer, afspraak, onderdeel, trekker, betrokkenen, planning, kaderafspraak, jaarafspraak, or
    the name of a context column."""
    header: str
    """As printed."""
    horizon: str | None = None
    """What the header says it holds for: "meerjarig", "2022-2023"."""
    is_known: bool = True


def parse_columns(headers: Sequence[str]) -> tuple[Column, ...] | None:
    """The columns of a header row; `None` where it heads no agreements."""
    columns = describe_columns(headers)
    if columns is None or not any(column.role in AGREEMENT_ROLES for column in columns):
        return None
    return _settle_steps(columns)


def describe_columns(headers: Sequence[str]) -> tuple[Column, ...] | None:
    """What each header says; `None` where one is too long to be a header."""
    if any(len(text) > HEADER_CHARS_MAX for text in headers):
        return None
    return tuple(_parse_column(text, index) for index, text in enumerate(headers))


def is_certain_header(columns: Sequence[Column]) -> bool:
    """Whether the header alone shows a table of agreements; a single known word does not.

    "Afspraak | Trekker" does; "Gemeente | Activiteiten" needs numbered rows below it.
    """
    known = [c for c in columns if c.is_known and c.header]
    return len(known) >= ROLE_COLUMNS_MIN or len(columns) == 1 or columns[0].role == "nummer"


def _settle_steps(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Beside a column that says "afspraken", one with actions or measures holds its steps."""
    named = [c for c in columns if c.role == "afspraak" and AGREEMENT_WORD.search(c.header)]
    if not named:
        return columns
    return tuple(
        replace(c, role="concrete_stappen") if c.role == "afspraak" and c not in named else c
        for c in columns
    )


def _parse_column(text: str, index: int) -> Column:
    plain = plain_header(text)
    if not plain:
        return Column("nummer" if index == 0 else f"kolom_{index + 1}", text)
    role = find_column_role(text)
    if role is None:
        slug = re.sub(r"[^a-z0-9]+", "_", make_slug(plain)).strip("_")
        return Column(slug if slug[:1].isalpha() else f"kolom_{index + 1}", text, is_known=False)
    return Column(role, text, find_horizon(text))


def find_horizon(text: str) -> str | None:
    """The years a header names, in four digits, else "meerjarig" where it says so, else `None`."""
    if match := YEARS.search(text):
        start, end = match[1], match[2]
        return f"{start}-{start[: 4 - len(end)]}{end}" if end else start
    return "meerjarig" if MULTI_YEAR.search(text) else None
