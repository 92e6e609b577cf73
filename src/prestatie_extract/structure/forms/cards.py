"""Card form: a table for each agreement, with labels in its first column: Afspraak, Trekker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prestatie_extract.document import (
    Agreement,
    Block,
    Cell,
    Passage,
    Table,
    join_passages,
    regions_of,
)
from prestatie_extract.structure.forms.rows import cell_words
from prestatie_extract.structure.labels import split_bare_labels
from prestatie_extract.structure.parts import blocks_to_body, take_leading_number
from prestatie_extract.vocabulary.column_words import WHO_AND_WHEN, find_column_role

LABEL_ROWS_MIN = 2
LABEL_WORDS_MAX = 5
TEXT_ROLES = frozenset({"afspraak", "kaderafspraak", "jaarafspraak"})
OWN_ROLES = TEXT_ROLES | WHO_AND_WHEN | {"nummer", "onderdeel"}


@dataclass(frozen=True)
class Card:
    """The rows of one agreement by role, and its number and title from the row across."""

    head: tuple[Block, ...]
    values: dict[str, Cell]
    cells: tuple[Cell, ...]


def read_cards(table: Table) -> list[Card]:
    """The agreements of a table of labels and values; several may stand below each other."""
    if not table.rows or len({id(c) for c in table.rows[-1]}) != 2:
        return []
    cards: list[Card] = []
    for row in table.rows:
        cells = tuple({id(c): c for c in row}.values())
        role = _label_role(cells)
        if len(cells) == 1 or (role is None and not cards) or role == "nummer":
            cards.append(Card(_head(cells), {}, cells))
        elif role is not None and cards:
            cards[-1].values[role] = cells[1]
            cards[-1] = Card(cards[-1].head, cards[-1].values, (*cards[-1].cells, *cells))
        elif role is not None:
            cards.append(Card((), {role: cells[1]}, cells))
        else:
            return []
    return cards if cards and all(_is_card(card) for card in cards) else []


def _label_role(cells: Sequence[Cell]) -> str | None:
    text = cells[0].text.strip().rstrip(":")
    if len(cells) != 2 or not text or len(text.split()) > LABEL_WORDS_MAX:
        return None
    return find_column_role(text)


def _head(cells: Sequence[Cell]) -> tuple[Block, ...]:
    return tuple(b for cell in cells for b in cell.blocks)


def _is_card(card: Card) -> bool:
    """Who or when, and a text: in a row of its own or in the head."""
    has_role = bool(WHO_AND_WHEN & set(card.values))
    has_text = bool(TEXT_ROLES & set(card.values)) or bool(card.head)
    return has_role and has_text and len(card.values) >= LABEL_ROWS_MIN


@dataclass(frozen=True)
class SideCard:
    """A row of two cells: the agreement with its number, and its labels without colons."""

    number: str
    blocks: tuple[Block, ...]
    values: dict[str, Passage]
    cells: tuple[Cell, ...]


def read_side_cards(table: Table) -> list[SideCard]:
    """The agreements of boxes with a column of labels: "Wie", "Wanneer"; none for other tables."""
    found = [_to_side_card(tuple({id(c): c for c in row}.values())) for row in table.rows]
    cards = [card for card in found if card is not None]
    return cards if len(cards) == len(found) > 0 else []


def _to_side_card(cells: Sequence[Cell]) -> SideCard | None:
    if len(cells) != 2:
        return None
    number, blocks = take_leading_number(cells[0].blocks)
    values = split_bare_labels(cells[1].passage)
    if number is None or not {"trekker", "planning"} & values.keys():
        return None
    return SideCard(number, tuple(blocks), values, tuple(cells))


def side_card_agreement(card: SideCard, *, section_id: str | None, kind: str) -> Agreement:
    """The agreement of one box with a column of labels."""
    body = blocks_to_body(card.blocks)
    return Agreement(
        number=card.number,
        kind=kind,
        section_id=section_id,
        text=body.text,
        title=body.title,
        items=body.items,
        trekker=card.values.get("trekker"),
        trekker_source="label",
        involved=card.values.get("betrokkenen"),
        planning=card.values.get("planning"),
        context={role: value for role, value in card.values.items() if role not in WHO_AND_WHEN},
        tables=body.tables,
        captions=body.captions,
        form="card",
        signs=frozenset({"labelled", "coded"}),
        regions=regions_of(w for cell in card.cells for w in cell_words(cell)),
        characters=sum(cell.characters for cell in card.cells),
    )


def card_agreement(card: Card, *, section_id: str | None, kind: str) -> Agreement:
    """The agreement of one card: its text row, or its head where it has none."""
    number, head = take_leading_number(card.head)
    text = next((card.values[r] for r in card.values if r in TEXT_ROLES), None)
    body = blocks_to_body(text.blocks if text else head)
    title = join_passages(b.passage for b in head) if text else None
    return Agreement(
        number=number,
        kind=kind,
        section_id=section_id,
        text=body.text,
        title=title or body.title,
        items=body.items,
        trekker=_passage(card, "trekker"),
        involved=_passage(card, "betrokkenen"),
        planning=_passage(card, "planning"),
        context={r: c.passage for r, c in card.values.items() if r not in OWN_ROLES and c.text},
        tables=body.tables,
        captions=body.captions,
        form="card",
        signs=frozenset({"labelled", "header"}),
        regions=regions_of(w for cell in card.cells for w in cell_words(cell)),
        characters=sum(cell.characters for cell in card.cells),
    )


def _passage(card: Card, role: str) -> Passage | None:
    return (card.values[role].passage or None) if role in card.values else None
