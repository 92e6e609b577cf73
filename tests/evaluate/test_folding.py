from __future__ import annotations

import pytest

from prestatie_extract.evaluate.content import Party
from prestatie_extract.evaluate.folding import (
    Naming,
    fold,
    fold_name,
    fold_number,
    fold_period,
    fold_unit,
    similarity,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\n b\u00a0 c ", "a b c", id="space"),
        pytest.param("woning\u00adbouw", "woningbouw", id="soft hyphen"),
        pytest.param("‘t ’t “x” 1–2—3", "'t 't \"x\" 1-2-3", id="quotes and dashes"),
        pytest.param("• een\n- twee\no drie", "een twee drie", id="bullets"),
        pytest.param("co-creatie o.a. 2-3", "co-creatie o.a. 2-3", id="no bullets"),
        pytest.param("e\u0301e\u0301n", "één", id="composed"),
        pytest.param("slot -", "slot -", id="a mark at the end opens nothing"),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("", "", 1.0, id="nothing twice"),
        pytest.param("Het Anker", "het  anker", 1.0, id="case and space"),
        pytest.param("woning bouw", "woningbouw", 1.0, id="lost space"),
        pytest.param("abcd", "abcx", 0.75, id="one letter of four"),
        pytest.param("abcd", "", 0.0, id="nothing of it"),
    ],
)
def test_similarity(one: str, other: str, expected: float) -> None:
    assert similarity(one, other) == expected
    assert similarity(other, one) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [("7.", "7"), ("Bij  4", "bij 4"), (" B2 ", "b2"), ("", ""), ("1.4.1..", "1.4.1")],
)
def test_fold_number(number: str, expected: str) -> None:
    assert fold_number(number) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("De Stichting Het Anker.", "anker", id="article and legal form, twice"),
        pytest.param("gemeente Merendaal", "merendaal", id="municipality"),
        pytest.param("gemeente", "gemeente", id="nothing but the form"),
        pytest.param("Wonen & Co-op", "wonen & co op", id="signs"),
        pytest.param("Het Anker, Merendaal", "anker merendaal", id="comma"),
        pytest.param("Deltawonen", "deltawonen", id="no article"),
    ],
)
def test_fold_name(name: str, expected: str) -> None:
    assert fold_name(name) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("woningen", "woningen"), ("EUR", "eur"), ("overig:bomen", "overig"), ("", "overig"),
     ("huizen", "overig")],
)  # fmt: skip
def test_fold_unit(unit: str, expected: str) -> None:
    assert fold_unit(unit) == expected


def test_periods_are_their_figures() -> None:
    """The words around the years do not count, which years do."""
    assert fold_period("t/m 2030") == fold_period("2030") == "2030"
    assert fold_period("2025–2030") == fold_period("2025 tot 2030")
    assert fold_period("per jaar") == fold_period("")


def test_alias_is_the_party() -> None:
    """A name of the document stands for the party that its annotation gives it to."""
    naming = Naming([Party("Het Anker", ("HA", "Stichting Anker Wonen"))])
    assert naming.all(["HA", "Anker Wonen", "de stichting het Anker"]) == {"anker"}
    assert naming("De Haven") == "haven"
