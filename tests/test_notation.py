"""Dutch number notation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_extract.notation import find_word_number, parse_number, parse_scale


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.250", 1250.0),
        ("2,5", 2.5),
        ("12.500,75", 12500.75),
        ("20.000,-", 20000.0),
        ("20.000,--", 20000.0),
        ("300", 300.0),
        ("-27", -27.0),
        ("−27", -27.0),
        ("+29", 29.0),
        ("6.80", 6.8),
        ("1.250.000", 1250000.0),
        ("0", 0.0),
    ],
)
def test_parse_number(text: str, value: float) -> None:
    """A dot parts thousands, a comma decimals."""
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "-", "n.v.t.", "1.1.1", "1,2,3", "abc", "12a"])
def test_parse_number_refuses(text: str) -> None:
    """What is no number raises."""
    with pytest.raises(ValueError, match="not a number"):
        parse_number(text)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("een", 1),
        ("Één", 1),
        ("twee", 2),
        ("twaalf", 12),
        ("vijfentwintig", 25),
        ("tweeëndertig", 32),
        ("honderd", 100),
        ("honderdvijftig", 150),
        ("driehonderd", 300),
        ("tweehonderdvijfentwintig", 225),
        ("duizend", 1000),
        ("vijfduizend", 5000),
        ("duizendeen", 1001),
        ("tweeduizendvijfhonderd", 2500),
        ("twaalfhonderdvijftig", 1250),
        ("vijfentwintigduizend", 25000),
        ("duizendwoning", None),
        ("duizendduizend", None),
        ("en", None),
        ("eens", None),
        ("woning", None),
    ],
)
def test_find_word_number(word: str, value: int | None) -> None:
    """Numbers in words have a value, other words none."""
    assert find_word_number(word) == value


@pytest.mark.parametrize(
    ("word", "factor"), [("miljoen", 1e6), ("mln.", 1e6), ("duizend", 1e3), ("", 1.0)]
)
def test_parse_scale(word: str, factor: float) -> None:
    """A word behind a number multiplies it."""
    assert parse_scale(word) == factor


@given(st.integers(min_value=0, max_value=10**9))
def test_dots_round_trip(value: int) -> None:
    """A number printed with dots is read back."""
    assert parse_number(f"{value:,}".replace(",", ".")) == value
