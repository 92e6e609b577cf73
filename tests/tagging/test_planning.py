"""Planning cells."""

from __future__ import annotations

import pytest

from prestatie_extract.document import Agreement, Passage
from prestatie_extract.tagging.planning import tag_planning


def _tag(raw: str, horizon: str | None = None) -> tuple[str | None, str | None]:
    planning = tag_planning(
        Agreement("1", "afspraak", None, Passage("x"), horizon=horizon, planning=Passage(raw))
    )
    assert planning.raw == raw
    return planning.start, planning.end


@pytest.mark.parametrize(
    ("raw", "start", "end"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025 - 2028", "2025-01-01", "2028-12-31"),
        ("2025/2026", "2025-01-01", "2026-12-31"),
        ("2025 t/m 2027", "2025-01-01", "2027-12-31"),
        ("2025 en verder", "2025-01-01", None),
        ("2026 e.v.", "2026-01-01", None),
        ("Vanaf 2025", "2025-01-01", None),
        ("vanaf Q3 2025 t/m 2027", "2025-07-01", "2027-12-31"),
        ("per 1 januari 2026", "2026-01-01", None),
        ("na 2026", "2027-01-01", None),
        ("Q1 2024", "2024-01-01", "2024-03-31"),
        ("2024 Q3", "2024-07-01", "2024-09-30"),
        ("K2 2025", "2025-04-01", "2025-06-30"),
        ("Q1 en Q2 2025", "2025-01-01", "2025-06-30"),
        ("Q1/Q2 2025", "2025-01-01", "2025-06-30"),
        ("1e kwartaal 2025", "2025-01-01", "2025-03-31"),
        ("derde kwartaal van 2025", "2025-07-01", "2025-09-30"),
        ("tweede helft van 2025", "2025-07-01", "2025-12-31"),
        ("vóór 1 april 2025", None, "2025-03-31"),
        ("voor 1 juli 2025", None, "2025-06-30"),
        ("uiterlijk 15 dec. 2025", None, "2025-12-15"),
        ("uiterlijk eind 2026", None, "2026-12-31"),
        ("Voor de zomer van 2025", None, "2025-05-31"),
        ("eind 2026", "2026-10-01", "2026-12-31"),
        ("eind maart 2026", "2026-03-01", "2026-03-31"),
        ("medio 2025", "2025-06-01", "2025-07-31"),
        ("voorjaar 2027", "2027-03-01", "2027-05-31"),
        ("winter 2025", "2025-12-01", "2026-02-28"),
        ("31-12-2025", "2025-12-31", "2025-12-31"),
        ("1-1-2025 t/m 31-12-2026", "2025-01-01", "2026-12-31"),
        ("Januari - Juni (2027)", "2027-01-01", "2027-06-30"),
        ("December - Februari 2026", "2025-12-01", "2026-02-28"),
        ("2025: 8 won. 2026: 31 won.", "2025-01-01", "2026-12-31"),
        ("voor 2025: 12 woningen", "2025-01-01", "2025-12-31"),
        ("2025 - 2028 (voor het plan Noord: 2028 t/m 2032)", "2025-01-01", "2028-12-31"),
        ("1e en 2e kwartaal 2026", "2026-01-01", "2026-06-30"),
        ("eerste t/m derde kwartaal 2026", "2026-01-01", "2026-09-30"),
        ("kwartaal 1 en 2 2026", "2026-01-01", "2026-06-30"),
        ("Q1-2 2026", "2026-01-01", "2026-06-30"),
        ("Q4 2025, Q1 2026", "2025-10-01", "2026-03-31"),
        ("3e kw 2026", "2026-07-01", "2026-09-30"),
        ("2026 (Q2)", "2026-04-01", "2026-06-30"),
        ("Eind Q2 2026", "2026-04-01", "2026-06-30"),
        ("half 2026", "2026-06-01", "2026-07-31"),
        ("week 12 2026", "2026-03-16", "2026-03-22"),
        ("week 12 t/m 14 2026", "2026-03-16", "2026-04-05"),
        ("week 60 2026", None, None),
        ("2025-'28", "2025-01-01", "2028-12-31"),
        ("12-12-24", "2024-12-12", "2024-12-12"),
        ("Gereed 1 juli '26", "2026-07-01", "2026-07-01"),
        ("Voor 2027", None, None),
        ("vóór 2027", None, "2026-12-31"),
        ("Gereed voor 2027", None, "2026-12-31"),
        ("Doorlopend", None, None),
        ("Jaarlijks", None, None),
        ("Januari - Maart", None, None),
        ("1250 woningen", None, None),
        ("31-2-2025", None, None),
        ("Bij oplevering", None, None),
    ],
)
def test_tag_planning(raw: str, start: str | None, end: str | None) -> None:
    """A cell gives the first and last day it stands for."""
    assert _tag(raw) == (start, end)


def test_a_quarter_without_a_year_takes_that_of_the_horizon() -> None:
    """A one-year horizon gives the year that the cell leaves out; a longer one does not."""
    assert _tag("Q2", horizon="2024") == ("2024-04-01", "2024-06-30")
    assert _tag("Q2", horizon="2022-2026") == (None, None)


def test_without_a_cell_there_is_no_planning() -> None:
    """No cell, no dates."""
    planning = tag_planning(Agreement("1", "afspraak", None, Passage("In 2025 bouwen we.")))
    assert (planning.raw, planning.start, planning.end) == (None, None, None)
