"""Matrix form: rows are numbered topics, columns are parties, each filled cell is an agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from prestatie_extract.document import Agreement, Block, Cell, Passage, Table, regions_of
from prestatie_extract.structure.forms.rows import cell_words
from prestatie_extract.structure.parts import blocks_to_body, parse_row_number, take_leading_number
from prestatie_extract.vocabulary.column_words import WHO_AND_WHEN, find_column_role
from prestatie_extract.vocabulary.party_words import is_party_heading, may_name_party

PARTY_COLUMNS_MIN = 2
CELL_WORDS_MIN = 4  # on average; cells of figures have one or two
TOPIC_ROLES = frozenset({"nummer", "onderwerp", "onderdeel", "afspraak"})
BARE_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)\s+(?=[^\Wa-z\d_])")
EMPTY = frozenset({"", "-", "–", "—", "n.v.t.", "nvt", "n.v.t", "x"})


@dataclass(frozen=True)
class MatrixForm:
    """Where a matrix has its number, topic and parties."""

    number: int | None
    topic: int | None
    parties: tuple[int, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_sure: bool
    """Whether one of the headers is a party by its words alone."""
    is_numbered: bool
    """Whether rows have numbers, of their own or before their topic."""
    extras: tuple[tuple[int, str], ...] = ()
    """Columns that say something of the whole row, with their role: "Wanneer"."""


def read_matrix(table: Table, before: MatrixForm | None) -> MatrixForm | None:
    """The table as a matrix, by its header or that of the one before; `None` where it is none."""
    rows = tuple(table.rows)
    if not rows:
        return None
    parties = _party_columns(rows[0])
    if len(parties) < PARTY_COLUMNS_MIN:
        return _go_on(rows, before)
    others = [i for i in range(len(rows[0])) if i not in parties]
    body = tuple(row for row in rows[1:] if [c.text for c in row] != [c.text for c in rows[0]])
    number = next((i for i in others if _is_numbered(body, i)), None)
    roles = {i: find_column_role(rows[0][i].text) for i in others}
    extras = tuple((i, r) for i, r in roles.items() if r and r not in TOPIC_ROLES)
    extra_places = {i for i, _ in extras}
    topics = [
        i for i in others if i not in {number, *extra_places} and any(row[i].text for row in body)
    ]
    form = MatrixForm(
        number,
        topics[0] if topics else None,
        tuple(parties),
        rows[0],
        body,
        any(is_party_heading(rows[0][i].text) for i in parties),
        number is not None or any(_leads_with_number(body, i) for i in topics),
        extras,
    )
    has_heads = number is not None or len(topics) == 1
    is_matrix = form.is_sure and has_heads and len(topics) <= 1
    return form if is_matrix and _has_sentences(form) else None


def _leads_with_number(rows: Sequence[tuple[Cell, ...]], column: int) -> bool:
    """Whether the topics of the rows start with numbers: "3. Doorstroming"."""
    numbers = [_take_number(row[column].blocks)[0] for row in rows]
    return sum(n is not None for n in numbers) * 2 >= len(numbers) > 0


def _take_number(blocks: tuple[Block, ...]) -> tuple[str | None, tuple[Block, ...]]:
    """The number before a topic, with a dot or bare ("3 Doorstroming"), and the rest."""
    number, rest = take_leading_number(blocks)
    match = BARE_NUMBER.match(blocks[0].text) if number is None and blocks else None
    if match is None:
        return number, rest
    return match[1], (replace(blocks[0], passage=blocks[0].passage.cut(match.end())), *blocks[1:])


def _go_on(rows: Sequence[tuple[Cell, ...]], before: MatrixForm | None) -> MatrixForm | None:
    if before is None or len(rows[0]) != len(before.header):
        return None
    form = replace(before, rows=tuple(rows))
    return form if _has_sentences(form) else None


def _party_columns(header: Sequence[Cell]) -> list[int]:
    """The columns headed by a party: generic words, or a name that is no column word."""
    found = []
    for index, cell in enumerate(header):
        text = cell.text
        is_name = may_name_party(text) and find_column_role(text) is None and index > 0
        if text and (is_party_heading(text) or is_name):
            found.append(index)
    return found


def _is_numbered(rows: Sequence[tuple[Cell, ...]], column: int) -> bool:
    keys = [_number(row[column]) for row in rows]
    return sum(key is not None for key in keys) * 2 >= len(keys) > 0


def _number(cell: Cell) -> str | None:
    marker = cell.blocks[0].marker if cell.blocks else ""
    return parse_row_number(f"{marker} {cell.text}".strip())


def _has_sentences(form: MatrixForm) -> bool:
    texts = [row[i].text for row in form.rows for i in form.parties if not _is_empty(row[i])]
    return sum(len(t.split()) for t in texts) >= CELL_WORDS_MIN * max(1, len(texts)) > 0


def _is_empty(cell: Cell) -> bool:
    return cell.text.strip().casefold() in EMPTY and not any(b.table for b in cell.blocks)


def matrix_agreements(
    form: MatrixForm, *, section_id: str | None, kind: str
) -> Iterator[Agreement]:
    """The filled cells, row by row, each with its row's number and its column's party."""
    number: str | None = None
    topic: Passage | None = None
    for row in form.rows:
        found, topic = _row_head(form, row, topic)
        number = found or number
        about = {role: row[i].passage for i, role in form.extras if row[i].text}
        rest = {role: passage for role, passage in about.items() if role not in WHO_AND_WHEN}
        for index in form.parties:
            if not _is_empty(row[index]):
                agreement = _to_agreement(row[index], number, topic)
                yield replace(
                    agreement,
                    trekker=form.header[index].passage,
                    planning=about.get("planning"),
                    involved=about.get("betrokkenen"),
                    context={**agreement.context, **rest},
                    section_id=section_id,
                    kind=kind,
                )


def _row_head(
    form: MatrixForm, row: Sequence[Cell], before: Passage | None
) -> tuple[str | None, Passage | None]:
    """Number and topic of a row; they may share a cell ("3. Doorstroming")."""
    number = _number(row[form.number]) if form.number is not None else None
    if form.topic is None:
        return number, before if number is None else None
    blocks = row[form.topic].blocks
    if number is None:
        number, blocks = _take_number(blocks)
    topic = Cell(tuple(blocks), 0, 0).passage
    return number, topic or before


def _to_agreement(cell: Cell, number: str | None, topic: Passage | None) -> Agreement:
    body = blocks_to_body(cell.blocks)
    return Agreement(
        number=number,
        kind="",
        section_id=None,
        text=body.text,
        title=body.title,
        items=body.items,
        context={"onderwerp": topic} if topic else {},
        tables=body.tables,
        captions=body.captions,
        form="matrix",
        signs=frozenset({"party_column", "header"}),
        regions=regions_of(cell_words(cell)),
        characters=cell.characters,
    )
