from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.builders import PARTIES, agreement, record, target

from prestatie_extract.analysis import analyse
from prestatie_extract.analysis.subjects import Years, is_additive, parse_years
from prestatie_extract.schema import Record
from prestatie_extract.schema.agreement import Reference

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
