"""Numbers without a year of their own: dated by column, planning cell and other sentences."""

from __future__ import annotations

import pytest
from tests.tagging.builders import NLP, NOBODY, VESTE

from prestatie_extract.document import Agreement, Passage, Target
from prestatie_extract.tagging.targets import tag_targets

DOCUMENT = (2025, 2028)


def _targets(
    text: str, horizon: str | None = None, planning: str = "", **context: str
) -> tuple[Target, ...]:
    agreement = Agreement(
        "1",
        "afspraak",
        None,
        Passage(text),
        horizon=horizon,
        planning=Passage(planning) if planning else None,
        context={role: Passage(words) for role, words in context.items()},
    )
    return tag_targets(agreement, (VESTE,), NOBODY, NLP, period=DOCUMENT)


COLUMNS = [
    ("Veste bouwt 40 woningen.", "2026", ["2026"]),
    ("Veste bouwt 40 woningen.", "2025-2028", [None]),
    ("Veste bouwt 40 woningen.", "meerjarig", [None]),
    ("Veste bouwt in 2027 40 woningen.", "2026", ["2027"]),
    ("De huur stijgt met 3%.", "2026", ["2026"]),
    ("Hoogstens 15% gaat naar spoedzoekers.", "2026", [None]),
    ("Veste betaalt € 1.200 per verhuizing.", "2026", [None]),
    ("Veste besteedt € 12.000 aan groen.", "2026", ["2026"]),
    ("Jaarlijks is er overleg, dat twee uur duurt.", "2026", [None, None]),
    ("Bij plannen van 20 woningen of meer volgt overleg.", "2026", [None]),
    ("Veste verkoopt in deze twee jaren 11 woningen.", "2025-2026", ["2025-2026"]),
]


@pytest.mark.parametrize(("text", "horizon", "periods"), COLUMNS)
def test_year_column(text: str, horizon: str, periods: list[str | None]) -> None:
    """A column of one year dates its sums and changes, no shares, rates and frequencies."""
    assert [t.period for t in _targets(text, horizon)] == periods


def test_context_column() -> None:
    """An older year's column dates its own numbers."""
    found = _targets(
        "Veste bouwt 40 woningen.", "2026", jaarafspraak_2025="Veste sloopt 9 woningen."
    )
    assert [(t.period, t.role) for t in found] == [("2026", "target"), ("2025", "target")]


PLANNING = [
    ("2026-2027", "2026-2027"),
    ("2026 t/m 2027", "2026-2027"),
    ("2027", "2027"),
    ("Periode 2027 - 2030", "2027-2030"),
    ("2025-2028", None),
    ("Q3 2026", None),
    ("Uiterlijk eind 2027", None),
    ("2026 en verder", None),
    ("Doorlopend", None),
    ("2025 - 2028 (Oosterwijk: 2028 t/m 2031)", "2028-2031"),
    ("2025 - 2028 (Westeinde: 2028 t/m 2031)", None),
]


@pytest.mark.parametrize(("planning", "period"), PLANNING)
def test_planning_cell(planning: str, period: str | None) -> None:
    """Years other than the document's date the row; deadlines only say when it is done."""
    assert _targets("In Oosterwijk komen 30 woningen.", planning=planning)[0].period == period


def test_planning_cell_with_numbers() -> None:
    """A cell that deals numbers out over years dates those alone."""
    found = _targets("Veste bouwt 40 woningen.", planning="2026: 10 won. 2027 t/m 2028: 30 won.")
    assert [(t.value, t.period) for t in found] == [(40, None), (10, "2026"), (30, "2027-2028")]


SENTENCES = [
    ("In 2027 is alles klaar. Dit betekent dat Veste 60 woningen isoleert.", ["2027"]),
    ("In 2026 bouwen wij 50 woningen. Veste neemt er 20 voor haar rekening.", ["2026", "2026"]),
    ("In 2026 starten wij. Er komen 20 woningen.", [None]),
    ("De prijs is € 20.000. Deze prijs geldt tot en met 2027.", ["t/m 2027"]),
    ("De prijs is € 20.000. Deze prijs geldt niet in 2027.", [None]),
    ("De coach komt drie ochtenden per week.", ["per week"]),
]


@pytest.mark.parametrize(("text", "periods"), SENTENCES)
def test_neighbouring_sentence(text: str, periods: list[str | None]) -> None:
    """A sentence that goes on about another shares its year."""
    assert [t.period for t in _targets(text)] == periods


HISTORY = [
    ("In 2024 zijn 40 woningen opgeleverd.", "context"),
    ("Veste heeft in 2023 12 woningen verkocht.", "context"),
    ("In 2021 kwamen er 30 woningen bij.", "context"),
    ("In 2024 begint Veste met 20 woningen.", "target"),
    ("In 2025 zijn 20 woningen geïsoleerd.", "target"),
    ("Vanaf 2020 geldt 30% sociale huur.", "target"),
    ("Tussen 2022 en 2030 komen er 200 woningen bij.", "target"),
]


@pytest.mark.parametrize(("text", "role"), HISTORY)
def test_history(text: str, role: str) -> None:
    """What was done before the document's first year is context."""
    assert [t.role for t in _targets(text)] == [role]
