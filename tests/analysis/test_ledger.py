from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.builders import (
    ANKER,
    HAVEN,
    PARTIES,
    agreement,
    entries,
    ledger,
    record,
    target,
)

from prestatie_extract.analysis import analyse
from prestatie_extract.analysis.subjects import Years, is_additive, parse_years

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
        "text-says-a-total-that-the-table-has-beside-others",
        [target("netto 70 woningen", 70, subject="netto groei"),
         target("50", 50, subject="Netto groei, klein", party_id=ANKER),
         target("20", 20, subject="Netto groei, klein", party_id=HAVEN),
         target("+70", 70, subject="Netto groei, klein"), target("9", 9, subject="Sloop")],
        "Samen netto 70 woningen.",
        ["total", "part>4", "part>4", "repeat>1", "single"],
    ),
    (
        "longer-and-shorter-are-two-subjects",
        [target("40", 40, subject="flex >5 jr"), target("7", 7, subject="flex <5 jr"),
         target("30", 30, subject="flex >5 jr", party_id=ANKER),
         target("10", 10, subject="flex >5 jr", party_id=HAVEN)],
        "",
        ["total", "single", "part>1", "part>1"],
    ),
    (
        "list-after-a-colon",
        [target("90 woningen", 90), target("50", 50, subject="Noord"),
         target("40", 40, subject="Zuid")],
        "Er komen 90 woningen bij in de wijken: Noord 50; Zuid 40. Dat is veel.",
        ["total", "part>1", "part>1"],
    ),
    (
        "list-of-one-party-in-brackets",
        [target("60 woningen", 60, party_id=ANKER), target("20", 20, party_id=ANKER),
         target("40", 40, party_id=ANKER)],
        "Het Anker bouwt 60 woningen (2026: 20 en 2027: 40).",
        ["total", "part>1", "part>1"],
    ),
    (
        "list-that-does-not-add-up",
        [target("90 woningen", 90), target("50", 50, subject="Noord"),
         target("41", 41, subject="Zuid")],
        "Er komen 90 woningen bij: Noord 50; Zuid 41.",
        ["single", "single", "single"],
    ),
    (
        "list-of-the-next-sentence",
        [target("90 woningen", 90), target("50", 50, subject="Noord"),
         target("40", 40, subject="Zuid")],
        "Er komen 90 woningen bij: dat helpt. Verder Noord 50; Zuid 40.",
        ["single", "single", "single"],
    ),
    (
        "two-make-the-third",
        [target("30", 30, subject="isolatie flats"), target("80", 80, subject="isolatie huizen"),
         target("110", 110, subject="isolatie flats en huizen")],
        "Wij nemen 30 en 80 samen, dus 110.",
        ["part>3", "part>3", "total"],
    ),
    (
        "two-of-another-measure-are-chance",
        [target("30", 30, subject="sloop flats"), target("80", 80, subject="isolatie flats"),
         target("110", 110, subject="isolatie flats en huizen")],
        "Wij nemen 30 en 80 samen, dus 110.",
        ["single", "single", "single"],
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


def test_rates_are_no_stock() -> None:
    """8 homes per jaar are neither added to homes nor a part of them."""
    rows = ledger(
        record(
            agreement(
                1,
                target("90", 90, period="2025-2028"),
                target("8", 8, period="per jaar", party_id=ANKER),
                target("9", 9, period="2022-2030, per jaar"),
                target("7", 7, period="jaarlijks"),
            )
        )
    )
    assert [row["is_rate"] for row in rows] == [False, True, True, True]
    assert [row["value"] for row in rows if row["counts"] or row["counts_by_party"]] == [90]


def test_balance_counts_by_measure() -> None:
    """Demolition in a balance counts as demolition, its end as growth."""
    rows = ledger(
        record(
            agreement(
                1,
                target("100", 100, subject="Nieuwbouw"),
                target("-30", -30, subject="Sloop"),
                target("70", 70, subject="Netto"),
            )
        )
    )
    assert {row["measure"]: row["value"] for row in rows if row["counts"]} == {
        "toevoegen": 100,
        "sloop": -30,
        "saldo": 70,
    }


def test_balance_of_a_party_counts_by_measure() -> None:
    """What a party adds is in what the text says of it, what it demolishes is not."""
    mine = {"party_id": ANKER}
    rows = ledger(
        record(
            agreement(
                1,
                target("zeventig", 70, subject="toevoegen", **mine),
                target("100", 100, subject="Nieuwbouw", **mine),
                target("-30", -30, subject="Sloop", **mine),
                target("+70", 70, subject="Netto", **mine),
                text="Het Anker voegt er zeventig toe.",
            )
        )
    )
    by_party = {row["measure"]: row["value"] for row in rows if row["counts_by_party"]}
    assert by_party == {"toevoegen": 70, "sloop": -30, "saldo": 70}


def test_part_has_the_measure_of_its_whole() -> None:
    """Where its own words tell none."""
    made = record(
        agreement(
            1,
            target("80", 80, subject="sloop"),
            target("30 woningen", 30, subject="Noord"),
            text="Sloop en nieuwbouw en verkoop van 80, waarvan 30 woningen in Noord.",
        )
    )
    assert [row["measure"] for row in ledger(made)] == ["sloop", "sloop"]


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
