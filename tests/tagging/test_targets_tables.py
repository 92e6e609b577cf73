"""Targets in tables of figures."""

from __future__ import annotations

import pytest
from tests.tagging.builders import LINDE, WOONRIJK, party

from prestatie_extract.document import (
    Agreement,
    Block,
    Cell,
    Label,
    Passage,
    PlacedWord,
    Region,
    Table,
    Target,
)
from prestatie_extract.geometry import BBox
from prestatie_extract.tagging.target_tables import tag_tables

PARTIES = (WOONRIJK, LINDE)
BOX = BBox(0, 0, 10, 10)


def _table(text: str, header_rows: int = 1) -> Table:
    rows = [line.strip().split("|") for line in text.strip().splitlines()]
    return Table(
        tuple(
            tuple(_cell(words.strip(), r, c) for c, words in enumerate(row))
            for r, row in enumerate(rows)
        ),
        header_rows,
    )


def _cell(words: str, row: int, column: int) -> Cell:
    passage = Passage(words, (PlacedWord(0, len(words), 5, BOX),) if words else ())
    return Cell((Block(Label.TEXT, passage),), row, column)


def _targets(table: Table, caption: str = "") -> list[Target]:
    agreement = Agreement(
        "1", "afspraak", None, Passage("Zie tabel."), tables=(table,), captions=(caption,)
    )
    return list(tag_tables(agreement, PARTIES))


def test_parties_in_columns() -> None:
    """The row header is the subject, the column header the party; a total has none."""
    table = _table(
        """2024 t/m 2028 | Woonrijk | De Linde | Totaal
        Nieuwbouw | 120 | 80 | 200
        Sloop | -20 | 0 | -20"""
    )
    found = [
        (t.raw, t.value, t.subject, t.party_id, t.qualifier, t.period) for t in _targets(table)
    ]
    assert found == [
        ("120", 120, "Nieuwbouw", "woonrijk", "exact", "2024-2028"),
        ("80", 80, "Nieuwbouw", "de-linde", "exact", "2024-2028"),
        ("200", 200, "Nieuwbouw", None, "exact", "2024-2028"),
        ("-20", -20, "Sloop", "woonrijk", "delta", "2024-2028"),
        ("0", 0, "Sloop", "de-linde", "exact", "2024-2028"),
        ("-20", -20, "Sloop", None, "delta", "2024-2028"),
    ]


def test_parties_in_rows_and_years_in_columns() -> None:
    """A year above a column is the period, a party before a row its owner."""
    table = _table("""Oplevering | 2025 | 2026\nWoonrijk | 10 | 15\nDe Linde | 5 | n.v.t.""")
    found = [(t.value, t.party_id, t.period) for t in _targets(table)]
    assert found == [(10, "woonrijk", "2025"), (15, "woonrijk", "2026"), (5, "de-linde", "2025")]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1.250", (1250, None, "woningen", "exact")),
        ("+35", (35, None, "woningen", "delta")),
        ("ca. 40", (40, None, "woningen", "ca")),
        ("30%", (30, None, "%", "exact")),
        ("€ 5.000", (5000, None, "EUR", "exact")),
        ("10-15", (10, 15, "woningen", "range")),
        ("max. 20", (20, None, "woningen", "max")),
        ("12 woningen", (12, None, "woningen", "exact")),
    ],
)
def test_cell(cell: str, expected: tuple[object, ...]) -> None:
    """A cell may hold a sign, a qualifier, a unit or a range."""
    (target,) = _targets(_table(f"Soort | Woonrijk\nNieuwbouw | {cell}"))
    assert (target.value, target.value_max, target.unit, target.qualifier) == expected
    assert (target.where, target.start, target.end) == ("table", None, None)


@pytest.mark.parametrize("cell", ["", "-", "n.v.t.", "zie bijlage 2", "2026", "1 april 2025", "Q3"])
def test_cell_without_number(cell: str) -> None:
    """Dates, dashes and words are no figures."""
    assert not _targets(_table(f"Project | Gereed\nLindehof | {cell}"))


@pytest.mark.parametrize(
    ("row", "unit"),
    [
        ("Aandeel sociale huur", "%"),
        ("Bedrag per jaar", "EUR"),
        ("Standplaatsen", "standplaatsen"),
        ("Toevoeging tijdelijk (> 5 jr)", "woningen"),
        ("Sloop", "woningen"),
    ],
)
def test_unit_from_header(row: str, unit: str) -> None:
    """The header tells the unit; without a word of it dwellings are counted."""
    assert [t.unit for t in _targets(_table(f"Soort | Woonrijk\n{row} | 12"))] == [unit]


@pytest.mark.parametrize(
    ("corner", "role"),
    [
        ("Stand 01-01-2024", "context"),
        ("Huidige voorraad", "context"),
        ("Prognose 2024-2028", "target"),
        ("Soort", "target"),
    ],
)
def test_present_stock(corner: str, role: str) -> None:
    """Figures of the present stock are context."""
    assert [t.role for t in _targets(_table(f"{corner} | Woonrijk\nEengezins | 300"))] == [role]


def test_period_from_caption_and_numbered_rows() -> None:
    """The caption dates a table; a column of row numbers counts nothing."""
    table = _table("Nr. | Project | Aantal\n1 | Lindehof | 20\n2 | Parkzicht | 30")
    found = [(t.value, t.period) for t in _targets(table, "Tabel 2: Planning in 2025-2026")]
    assert found == [(20, "2025-2026"), (30, "2025-2026")]


def test_header_not_marked() -> None:
    """A first row of words is a header although the layout did not say so."""
    table = _table("Soort | Woonrijk\nNieuwbouw | 12", header_rows=0)
    assert [(t.value, t.party_id) for t in _targets(table)] == [(12, "woonrijk")]


def test_spanning_cell_counts_once() -> None:
    """A cell that covers two columns is one figure, with its box."""
    table = _table("Soort | Woonrijk | De Linde\nNieuwbouw | 12 | 12")
    head, row = table.rows
    (target,) = _targets(Table((head, (row[0], row[1], row[1])), 1))
    assert target.regions == (Region(5, BOX),)


def test_party_whose_name_is_a_number() -> None:
    """A party named Vier Hoven is a header, and counts no farmyards."""
    parties = (
        *PARTIES,
        party("Vier Hoven"),
    )
    table = _table("Soort | Vier Hoven | Woonrijk\nNieuwbouw | 12 | 8", header_rows=0)
    agreement = Agreement("1", "afspraak", None, Passage("Zie tabel."), tables=(table,))
    found = [(t.value, t.unit, t.party_id) for t in tag_tables(agreement, parties)]
    assert found == [(12, "woningen", "vier-hoven"), (8, "woningen", "woonrijk")]


def test_total_of_a_party() -> None:
    """The last row adds up each party's own figures; the last column those of all."""
    table = _table("Kern | Woonrijk | De Linde | Totaal\nNoord | 8 | 4 | 12\nTotaal | 8 | 4 | 12")
    assert [t.party_id for t in _targets(table)] == ["woonrijk", "de-linde", None] * 2
