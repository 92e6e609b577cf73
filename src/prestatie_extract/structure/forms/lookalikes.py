"""Tables with the header of agreements that hold none: results in figures, a calendar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from prestatie_extract.document import Cell
from prestatie_extract.structure.columns import AGREEMENT_ROLES, Column
from prestatie_extract.vocabulary import load_column

FIGURE = re.compile(r"[€\d.,%\s–-]+")
MOST = 0.5  # of the filled cells
PHRASE_WORDS_MAX = 9  # on average: the entries of a calendar have 4 words, agreements 25


def holds_figures(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the columns of agreements hold a number each: last year's results."""
    texts = _agreement_texts(columns, rows)
    figures = [text for text in texts if FIGURE.fullmatch(text.strip())]
    return len(figures) > MOST * len(texts)


def is_calendar(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether months, quarters or years lead the rows, with a few words on each."""
    if columns[0].role in AGREEMENT_ROLES:
        return False
    leads = [row[0].text for row in rows if row and row[0].text]
    times = [text for text in leads if _time().match(text.strip())]
    texts = _agreement_texts(columns, rows)
    is_brief = sum(len(text.split()) for text in texts) < PHRASE_WORDS_MAX * len(texts)
    return len(times) > MOST * len(leads) and is_brief


def _agreement_texts(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> list[str]:
    places = [i for i, column in enumerate(columns) if column.role in AGREEMENT_ROLES]
    return [row[i].text for row in rows for i in places if i < len(row) and row[i].text]


@cache
def _time() -> re.Pattern[str]:
    """What starts with a month, a quarter or a year: "Maart", "1 maart", "Q2 2026", "2026"."""
    months = "|".join(map(re.escape, sorted(load_column("months", "word"), key=len, reverse=True)))
    return re.compile(
        rf"(?:(?:begin|medio|eind|\d{{1,2}})\s+)?(?:{months})\b|(?:Q|[1-4]e?\s+kw)|20\d\d\b",
        re.IGNORECASE,
    )
