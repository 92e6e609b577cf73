"""Targets in tables of figures: one for each cell that holds a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prestatie_extract.document import Agreement, Cell, Party, Table, Target
from prestatie_extract.notation import YEAR, parse_number
from prestatie_extract.tagging.mentions import find_mentions
from prestatie_extract.tagging.target_numbers import EUROS, PERCENT, Number, find_numbers
from prestatie_extract.tagging.target_periods import period_of_header
from prestatie_extract.tagging.target_qualifiers import find_qualifier
from prestatie_extract.tagging.target_units import DWELLINGS, OTHER, find_unit, known_unit

WHERE = "table"
TOTAL = re.compile(r"^\s*(?:sub)?tota(?:al|len)\b|^\s*(?:som|gezamenlijk)\s*$", re.IGNORECASE)
STOCK = re.compile(
    r"\bstand\b|huidig|\bvoorraad\s+(?:per|op|ultimo|\d)|bestaande\s+voorraad|peildatum|nulmeting|"
    r"\bbezit\b|\bultimo\b|gerealiseerd|realisatie\s+(?:t/m|tot)\b|\bbegin(?:stand|voorraad)",
    re.IGNORECASE,
)
"""Headers of figures that are, not that will be: "Stand 01-01-2023", "huidige voorraad"."""
PLANNED = re.compile(
    r"verwacht|prognose|gepland|doel|opgave|toevoeg|netto|plan|ambitie", re.IGNORECASE
)
NUMBERING = re.compile(
    r"^\s*(?:nr|nrs|no|nummer|#|volgnr|jaar|bladzijde|pagina|fase)\.?\s*$", re.IGNORECASE
)
"""Columns whose numbers count nothing."""
PERCENT_HEADER = re.compile(r"%|\bpercentage|\baandeel\b|\bprocent", re.IGNORECASE)
EUROS_HEADER = re.compile(
    r"€|\beuro|\bbedrag|\bkosten\b|\bbudget|\bsubsidie|\bbijdrage\b", re.IGNORECASE
)
BARE = re.compile(r"^(?P<number>[+−–-]?\s?\d[\d.,]*)$")
ONLY_YEAR = re.compile(rf"^{YEAR}$")
COUNTED = re.compile(r"\baantal(?:len)?\s+[^(),.;]+", re.IGNORECASE)
"""Nieuwbouwprojecten (aantal huurwoningen): the dwellings are counted."""
NAMES_ROWS = re.compile(
    r"\s*(?:project|plan|complex|locatie|wijk|buurt|kern|dorp|gemeente|corporatie|partij|straat)\w*\s*$",
    re.IGNORECASE,
)
"""A corner that says what the rows are, not what is counted: "Project"."""
ASIDE = re.compile(r"\([^()]*\)")
BROKEN_DOWN = re.compile(r"\b(?:naar|per)\s+\w+(?:\s+en\s+(?:naar\s+)?\w+)*", re.IGNORECASE)
"""What a caption says of rows and columns: "op te leveren woningen naar jaar"."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a table says around its numbers."""

    caption: str
    corner: str
    columns: tuple[str, ...]
    """Header of each column, all header rows joined."""
    rows: tuple[str, ...]
    """Header of each row, "" in the header."""
    parties: tuple[Party, ...]
    dates: frozenset[int]
    """Columns of years: "Gereed", "Oplevering"."""


def tag_tables(agreement: Agreement, parties: Sequence[Party]) -> Iterator[Target]:
    """A target for each numeric body cell of the agreement's tables, row by row."""
    for place, table in enumerate(agreement.tables):
        caption = agreement.captions[place] if place < len(agreement.captions) else ""
        yield from _tag_table(table, caption, tuple(parties))


def _tag_table(table: Table, caption: str, parties: tuple[Party, ...]) -> Iterator[Target]:
    if not table.rows:
        return
    first = max(1, table.header_rows) if _has_header(table, parties) else 0
    frame = _frame(table, first, caption, parties)
    seen: set[tuple[int, int]] = set()
    for r, row in enumerate(table.rows[first:], start=first):
        for c, cell in enumerate(row):
            place = (cell.row, cell.column)
            if (c == 0 and frame.rows[r]) or place in seen:
                continue
            seen.add(place)
            target = _cell_target(cell, frame, r, c)
            if target is not None:
                yield target


def _has_header(table: Table, parties: tuple[Party, ...]) -> bool:
    """Whether the first row is a header: marked so, or words or years beside the corner."""
    if table.header_rows:
        return True
    texts = [cell.text.strip() for cell in table.rows[0][1:]]
    return bool(texts) and not any(_is_numeric(text, parties) for text in texts)


def _is_numeric(text: str, parties: tuple[Party, ...]) -> bool:
    return _cell_number(text, parties) is not None and not ONLY_YEAR.match(text)


def _frame(table: Table, first: int, caption: str, parties: tuple[Party, ...]) -> _Frame:
    header = table.rows[:first]
    width = max(len(row) for row in table.rows)
    columns = tuple(
        " ".join(dict.fromkeys(row[c].text.strip() for row in header if c < len(row)))
        for c in range(width)
    )
    heads = [row[0].text.strip() for row in table.rows[first:] if row]
    has_row_headers = not all(_is_numeric(head, parties) for head in heads)
    rows = tuple(
        row[0].text.strip() if has_row_headers and row and r >= first else ""
        for r, row in enumerate(table.rows)
    )
    corner = columns[0] if has_row_headers and columns else ""
    dates = frozenset(
        c
        for c in range(width)
        if _is_dates([row[c].text for row in table.rows[first:] if c < len(row)])
    )
    return _Frame(caption, corner, columns, rows, parties, dates)


def _is_dates(cells: list[str]) -> bool:
    """Whether the figures of a column are years throughout."""
    figures = [text.strip() for text in cells if BARE.match(text.strip())]
    return bool(figures) and all(ONLY_YEAR.match(text) for text in figures)


def _cell_target(cell: Cell, frame: _Frame, r: int, c: int) -> Target | None:
    text = cell.text.strip()
    found = _cell_number(text, frame.parties)
    column, row = frame.columns[c], frame.rows[r]
    if found is None or NUMBERING.match(column) or (c in frame.dates and ONLY_YEAR.match(text)):
        return None
    number, unit, qualifier = found
    party = _party(column, frame.parties) or _party(row, frame.parties)
    return Target(
        raw=text, where=WHERE, start=None, end=None,
        value=number.value, value_max=number.value_max,
        unit=unit or number.unit or _header_unit(row, column, frame),
        qualifier=qualifier,
        subject=_subject(row, column, frame.parties),
        party_id=party,
        period=_period(row, column, frame),
        role=_role(row, column, frame),
        regions=cell.passage.regions,
    )  # fmt: skip


def _cell_number(text: str, parties: tuple[Party, ...]) -> tuple[Number, str | None, str] | None:
    """The number that a cell is, with its own unit and qualifier; None if it is something else."""
    bare = BARE.match(text)
    if bare:
        try:
            value = parse_number(bare["number"])
        except ValueError:
            return None
        sign = bare["number"][0] if bare["number"][0] in "+−–-" and value else ""
        return Number(0, len(text), value), None, "delta" if sign else "exact"
    numbers = find_numbers(text, [])
    if len(numbers) != 1 or find_mentions(text, parties):
        return None
    noun = find_unit(text, numbers[0].end)
    end = noun.end if noun else numbers[0].end
    qualifier, start, end = find_qualifier(text, numbers[0], end)
    if text[:start].strip(" (") or text[end:].strip(" .)*"):
        return None
    return numbers[0], noun.unit if noun else None, qualifier


def _header_unit(row: str, column: str, frame: _Frame) -> str:
    """The unit that row, column, corner or caption tells; dwellings where none does."""
    corner = "" if NAMES_ROWS.match(frame.corner) else frame.corner
    for header in (row, column, corner, BROKEN_DOWN.sub(" ", frame.caption)):
        words = _without_names(header, frame.parties)
        if PERCENT_HEADER.search(words):
            return PERCENT
        if EUROS_HEADER.search(words):
            return EUROS
        counted = COUNTED.search(words)
        noun = known_unit(counted[0] if counted else ASIDE.sub(" ", words))
        if noun is not None and (header in (row, column) or not noun.unit.startswith(OTHER)):
            return noun.unit
    return DWELLINGS


def _without_names(words: str, parties: tuple[Party, ...]) -> str:
    """The header without the parties it names: Vier Dorpen counts no villages."""
    for mention in reversed(find_mentions(words, parties)):
        words = f"{words[: mention.start]} {words[mention.end :]}"
    return words


def _party(words: str, parties: tuple[Party, ...]) -> str | None:
    """The party that a header names, None unless it is exactly one."""
    found = {mention.party_id for mention in find_mentions(words, parties)}
    return found.pop() if len(found) == 1 else None


def _subject(row: str, column: str, parties: tuple[Party, ...]) -> str | None:
    """The row header, with the column's where that is neither party, total nor year."""
    says_what = not (TOTAL.search(column) or period_of_header(column) or _party(column, parties))
    if _party(row, parties) or TOTAL.search(row):
        return column or row or None
    words = [row] + ([column] if says_what and column else [])
    return ", ".join(word for word in words if word) or None


def _period(row: str, column: str, frame: _Frame) -> str | None:
    sources = (column, row, frame.corner, frame.caption)
    return next((p for p in map(period_of_header, sources) if p), None)


def _role(row: str, column: str, frame: _Frame) -> str:
    """Context for figures of the present stock; the nearest header decides."""
    for words in (column, row, frame.corner, frame.caption):
        if PLANNED.search(words):
            return "target"
        if STOCK.search(words):
            return "context"
    return "target"
