from __future__ import annotations

from typing import Any

import pytest
from tests.analysis.builders import ANKER, HAVEN, agreement, entries, record, target

from prestatie_extract.analysis import analyse
from prestatie_extract.schema.agreement import Reference

PLANNING = {"raw": "2026: 30 won. 2027: 60 won.", "start": None, "end": None}


def placed(raw: str, value: float, where: str, start: int = 0, **changes: Any) -> dict[str, Any]:
    """A target that stands beside the agreement."""
    place = {"where": where, "start": start, "end": start + len(raw)}
    return target(raw, value, subject="woningen", **changes) | place


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        pytest.param(
            [placed("30 won.", 30, "planning", 6), placed("60 won.", 60, "planning", 20)],
            ["total", "part>1", "part>1"],
            id="planning-gives-its-years",
        ),
        pytest.param(
            [placed("30 won.", 90, "planning", 6)], ["single", "repeat>1"], id="planning-repeats"
        ),
        pytest.param(
            [placed("30 won.", 30, "planning", 6, party_id=HAVEN)],
            ["single", "single"],
            id="planning-of-another-party",
        ),
        pytest.param(
            [placed("500 woningen", 500, "context:kaderafspraak")],
            ["single", "beside"],
            id="framework-is-larger",
        ),
        pytest.param(
            [placed("2 ton", 200_000, "context:budget", unit="EUR")],
            ["single", "single"],
            id="another-unit",
        ),
        pytest.param(
            [placed("3 ton", 300_000, "context:jaarafspraak_2023", unit="EUR")],
            ["single", "beside"],
            id="column-of-a-year-before",
        ),
    ],
)
def test_numbers_beside_an_agreement(beside: list[dict[str, Any]], expected: list[str]) -> None:
    """Planning and other columns add nothing to the number of the agreement itself."""
    context = {"kaderafspraak": "500 woningen", "budget": "2 ton", "jaarafspraak_2023": "3 ton"}
    own = target("90 woningen", 90, party_id=ANKER)
    text = "Het Anker bouwt 90 woningen."
    assert entries(own, *beside, text=text, planning=PLANNING, context=context) == expected


def second(text: str, *targets: dict[str, Any], section: str = "s", **changes: Any) -> list[str]:
    """What the targets of an agreement are that follows one with 90 homes, 1/1."""
    first_text = "Wij voegen tot en met 2030 90 woningen toe."
    ninety = target("90 woningen", 90, subject="toevoegen", period="t/m 2030")
    made = record(agreement(1, ninety, text=first_text), agreement(2, *targets, text=text))
    one, other = made.agreements
    agreements = (
        one.model_copy(update={"section_id": "s"}),
        other.model_copy(update={"section_id": section} | changes),
    )
    made = made.model_copy(update={"agreements": agreements})
    rows = [row for row in analyse(made, {})["target_ledger"] if "/1/2/" in row["target_id"]]
    return [f"{row['entry']} {row['reason']}" for row in rows]


@pytest.mark.parametrize(
    ("text", "section", "expected"),
    [
        ("Zo halen wij de beoogde opgave van 90 woningen.", "s", "repeat taken_up"),
        ("Zo halen wij de genoemde 90 woningen.", "s", "repeat taken_up"),
        ("Zo halen wij de genoemde 90 woningen.", "t", "single None"),
        ("Elders komen er 90 woningen.", "s", "single None"),
        ("De opgave groeit, en daarom bouwen wij ook 90 woningen.", "s", "single None"),
    ],
)
def test_number_that_is_taken_up(text: str, section: str, expected: str) -> None:
    """In one section, with a word before it that says that it was told."""
    again = target("90 woningen", 90, subject="nieuwbouw")
    assert second(text, again, section=section) == [expected]


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("Er komen 40 hofjes. Deze maken onderdeel uit van 1.", None, "part named_whole"),
        ("Er komen 40 hofjes. Dit maakt deel uit van de opgave in 1.", "2027", "part named_whole"),
        ("Er komen 40 hofjes. Deze maken geen onderdeel uit van 1.", None, "single None"),
        ("Er komen 40 hofjes. Deze maken onderdeel uit van 7.3.", None, "single None"),
        ("Er komen 40 hofjes. Deze maken onderdeel uit van 1.", "2031-2032", "single None"),
    ],
)
def test_part_of_what_it_names(text: str, period: str | None, expected: str) -> None:
    """Of the section or agreement named, where it has a number that may hold this one."""
    assert second(text, target("40 hofjes", 40, period=period)) == [expected]


def test_agreement_that_works_out_another() -> None:
    """Numbers under the label "Bij 1" are a part of agreement 1."""
    reference = Reference(raw="Bij 1", number="1", agreement_id="0123456789ab/1/1")
    told = second("Het Anker bouwt 40.", target("40", 40), number="Bij 1", refs=(reference,))
    assert told == ["part named_whole"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["single", "repeat"]),
        ({"party_id": HAVEN}, ["single", "single"]),
        ({"subject": "sloop"}, ["single", "single"]),
        ({"period": "2031"}, ["single", "single"]),
    ],
    ids=["said-again", "of-another-party", "of-another-measure", "of-another-year"],
)
def test_row_of_a_balance_said_again(changes: dict[str, Any], expected: list[str]) -> None:
    """A sentence says without the minus what the table of another agreement has with it."""
    row = target("-20", -20, subject="Verkoop", party_id=ANKER, period="2025-2028")
    again = target("20 woningen", 20, subject="verkoop", party_id=ANKER) | changes
    made = record(agreement(1, row), agreement(2, again, text="Wij verkopen er 20 woningen."))
    assert [r["entry"] for r in analyse(made, {})["target_ledger"]] == expected
