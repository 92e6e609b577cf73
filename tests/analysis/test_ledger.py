from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.builders import PARTIES, agreement, record, target

from prestatie_extract.analysis import analyse
from prestatie_extract.analysis.subjects import Years, is_additive, parse_years
from prestatie_extract.schema import Record

ANKER, HAVEN = "het-anker", "de-haven"


def ledger(made: Record) -> list[dict[str, Any]]:
    rows = analyse(made, {})["target_ledger"]
    return sorted(rows, key=lambda row: int(row["target_id"].rpartition("/t")[2]))


def entries(*targets: dict[str, Any], text: str = "", **changes: Any) -> list[str]:
    """What each target of one agreement is, and in which it counts: "part>1"."""
    rows = ledger(record(agreement(1, *targets, text=text, **changes)))
    places = [(row["counted_in"] or "").rpartition("/t")[2] for row in rows]
    return [
        row["entry"] + (f">{place}" if place else "")
        for row, place in zip(rows, places, strict=True)
    ]


TOTAL_40 = target("40 woningen", 40)
CASES: list[tuple[str, list[dict[str, Any]], str, list[str]]] = [
    ("alone", [TOTAL_40], "Er komen 40 woningen.", ["single"]),
    (
        "sum-of-parties",
        [target("80", 80), target("50", 50, party_id=ANKER), target("30", 30, party_id=HAVEN)],
        "",
        ["total", "part>1", "part>1"],
    ),
    (
        "no-sum",
        [target("90", 90), target("50", 50, party_id=ANKER), target("30", 30, party_id=HAVEN)],
        "",
        ["single", "single", "single"],
    ),
    (
        "printed-total-off-by-one",
        [target("391", 391), target("250", 250, party_id=ANKER), target("1", 140, party_id=HAVEN)],
        "",
        ["total", "part>1", "part>1"],
    ),
    (
        "sum-of-rows",
        [target("30", 30, subject="Noord"), target("50", 50, subject="Zuid"),
         target("80", 80, subject="Totaal")],
        "",
        ["part>3", "part>3", "total"],
    ),
    (
        "balance",
        [target("100", 100, subject="Nieuwbouw"), target("-30", -30, subject="Sloop"),
         target("70", 70, subject="Netto")],
        "",
        ["part>3", "part>3", "total"],
    ),
    (
        "sum-in-the-middle-is-chance",
        [target("30", 30, subject="Sloop"), target("70", 70, subject="Bouw"),
         target("40", 40, subject="Netto")],
        "",
        ["single", "single", "single"],
    ),
    (
        "text-says-the-total-again",
        [target("tachtig woningen", 80), target("30", 30, subject="Noord"),
         target("50", 50, subject="Zuid"), target("80", 80, subject="Totaal")],
        "Samen tachtig woningen.",
        ["total", "part>4", "part>4", "part>1"],
    ),
    (
        "waarvan",
        [target("120 woningen", 120), target("40", 40, subject="starters")],
        "Er komen 120 woningen, waarvan 40 voor starters.",
        ["total", "part>1"],
    ),
    (
        "waarvan-two",
        [target("120 woningen", 120), target("40", 40, subject="starters"),
         target("30", 30, subject="senioren")],
        "Er komen 120 woningen, waarvan 40 voor starters en 30 voor senioren.",
        ["total", "part>1", "part>1"],
    ),
    (
        "hiervan-next-sentence",
        [target("120 woningen", 120), target("40", 40, subject="starters")],
        "Er komen 120 woningen bij. Hiervan zijn 40 voor starters.",
        ["total", "part>1"],
    ),
    (
        "waarvan-of-another-sentence",
        [target("120 woningen", 120), target("40", 40, subject="starters")],
        "Er komen 120 woningen, waarvan de helft klein. Later komen er 40 voor starters.",
        ["single", "single"],
    ),
    (
        "part-larger-than-the-whole",
        [target("20 woningen", 20), target("40", 40, subject="starters")],
        "Er komen 20 woningen, waaronder niet de 40 voor starters.",
        ["single", "single"],
    ),
    (
        "fewer-years",
        [target("270", 270, period="2022-2030"), target("180", 180, period="t/m 2028")],
        "",
        ["total", "part>1"],
    ),
    (
        "other-years",
        [target("270", 270, period="2022-2025"), target("180", 180, period="2026-2028")],
        "",
        ["single", "single"],
    ),
    (
        "shares-have-no-sum",
        [target("100%", 100, unit="%"), target("60%", 60, unit="%", party_id=ANKER),
         target("40%", 40, unit="%", party_id=HAVEN)],
        "",
        ["single", "single", "single"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("targets", "text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_what_a_target_is(targets: list[dict[str, Any]], text: str, expected: list[str]) -> None:
    assert entries(*targets, text=text) == expected


def test_column_of_a_year_repeats_the_text() -> None:
    """The same number in the agreement and in its column for a year is one number."""
    text = "Het Anker bouwt 40 woningen."
    again = target("40 woningen", 40) | {
        "where": "context:jaarafspraak_2025",
        "start": 0,
        "end": 11,
    }
    context = {"jaarafspraak_2025": "40 woningen"}
    assert entries(TOTAL_40, again, text=text, context=context) == ["single", "repeat>1"]


def test_reference_repeats_what_it_names() -> None:
    """An agreement that names another and gives its number again does not add to it."""
    reference = {"raw": "Bij 1", "number": "1", "agreement_id": "0123456789ab/1/1"}
    made = record(agreement(1, TOTAL_40), agreement(2, TOTAL_40, refs=[reference]))
    rows = analyse(made, {})["target_ledger"]
    assert [(row["entry"], row["reason"]) for row in rows] == [
        ("single", None),
        ("repeat", "reference"),
    ]


def test_context_and_conditions_are_left_out() -> None:
    """The ledger holds what is promised."""
    made = record(agreement(1, TOTAL_40, target("16", 16, role="condition")))
    assert [row["value"] for row in ledger(made)] == [40]


def test_sums_count_once() -> None:
    """Over all parties the total counts, by party its parts; no share is added."""
    made = record(
        agreement(
            1,
            target("80", 80),
            target("50", 50, party_id=ANKER),
            target("30", 30, party_id=HAVEN),
            target("60%", 60, unit="%", party_id=ANKER),
        )
    )
    rows = ledger(made)
    assert sum(row["value"] for row in rows if row["counts"]) == 80
    by_party = {row["party_id"]: row["value"] for row in rows if row["counts_by_party"]}
    assert by_party == {ANKER: 50, HAVEN: 30}


def test_party_counts_its_own_total_once() -> None:
    """What a party's total holds is not added to that party again."""
    rows = ledger(
        record(
            agreement(
                1,
                target("270", 270, period="2022-2030", party_id=ANKER),
                target("180", 180, period="t/m 2028", party_id=ANKER),
            )
        )
    )
    assert [row["value"] for row in rows if row["counts_by_party"]] == [270]


numbers = st.builds(
    target,
    st.just("x"),
    st.integers(-3, 6).map(float),
    party_id=st.sampled_from([None, *PARTIES]),
    subject=st.sampled_from([None, "bouw", "sloop"]),
    period=st.sampled_from([None, "2026", "2025-2028", "t/m 2027"]),
    unit=st.sampled_from(["woningen", "%"]),
    where=st.sampled_from(["table"]),
)


@given(st.lists(numbers, max_size=8))
def test_nothing_counts_in_itself(targets: list[dict[str, Any]]) -> None:
    """Following `counted_in` ends at a target that is neither part nor repeat."""
    rows = {row["target_id"]: row for row in ledger(record(agreement(1, *targets)))}
    for row in rows.values():
        last = row
        for _ in rows:
            last = rows[last["counted_in"]] if last["counted_in"] else last
        assert last["entry"] in {"single", "total"}


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2026", Years(2026, 2026)),
        ("2022-2030", Years(2022, 2030)),
        ("t/m 2028", Years(None, 2028)),
        ("eind 2027", Years(None, 2027)),
        ("per jaar", None),
        (None, None),
    ],
)
def test_years_of_a_period(period: str | None, expected: Years | None) -> None:
    assert parse_years(period) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("woningen", True), ("%", False), ("overig:bankjes", True), ("overig:maanden", False)],
)
def test_what_may_be_added(unit: str, expected: bool) -> None:
    assert is_additive(unit) is expected
