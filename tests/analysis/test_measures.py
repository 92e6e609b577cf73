from __future__ import annotations

from typing import get_args

import pytest
from tests.analysis.builders import agreement, record, target

from prestatie_extract.analysis.measures import find_measure
from prestatie_extract.schema.codes import Measure
from prestatie_extract.vocabulary import load_column


def measure(
    subject: str | None, text: str = "", raw: str = "40 woningen", value: float = 40
) -> str:
    """The measure of a number of homes."""
    made = record(agreement(1, target(raw, value, subject=subject), text=text)).agreements[0]
    return find_measure(made, made.targets[0])


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("toevoeging sociale huurwoningen", "toevoegen"),
        ("Verwachte nieuwbouw", "toevoegen"),
        ("uitbreiding woonwagencentrum", "toevoegen"),
        ("Netto toevoeging", "saldo"),
        ("uitbreiding sociale huurwoningvoorraad", "saldo"),
        ("netto groei inclusief sloop", "saldo"),
        ("netto groei exclusief sloop", "anders"),
        ("Saldo liberalisatie", "onttrekken"),
        ("Sloop/Verkoop", "onttrekken"),
        ("sloop-nieuwbouw", "vervangen"),
        ("sloop flats", "sloop"),
        ("verkoop huurwoningen", "verkoop"),
        ("isolatie woningen", "verduurzamen"),
        ("realisatie woningen met label A", "verduurzamen"),
        ("toewijzing aan starters", "toewijzen"),
        ("gebouw met bouwjaar 1960", "anders"),
    ],
)
def test_subject_tells(subject: str, expected: str) -> None:
    assert measure(subject) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij voegen 40 woningen toe. Elders slopen wij.", "toevoegen"),
        ("Wij slopen 40 woningen. Elders bouwen wij.", "sloop"),
        ("Wij bouwen en verkopen 40 woningen.", "anders"),
        ("Verkopen mag. Het gaat om 40 woningen.", "verkoop"),
        ("Verkopen en slopen mag. Het gaat om 40 woningen.", "anders"),
        ("Het gaat om 40 woningen.", "anders"),
    ],
)
def test_sentence_tells_where_the_subject_does_not(text: str, expected: str) -> None:
    """Then the agreement; where several are told, none is taken."""
    assert measure("woningen", text) == expected


def test_number_itself_goes_first() -> None:
    """In "33 woningen (netto +29)" the second is another thing."""
    assert measure("bouw", "Wij bouwen 33 (netto +29).", "netto +29", 29) == "saldo"


def test_what_is_taken_away() -> None:
    """A minus without words leaves the stock."""
    assert measure(None, raw="-12", value=-12) == "onttrekken"


@pytest.mark.parametrize(
    ("unit", "subject", "expected"),
    [
        ("EUR", "bouw", "geld"),
        ("EUR", "huurprijs nieuwbouw", "huren"),
        ("%", "huurverhoging", "huren"),
        ("keer_per_jaar", "inzicht in sloop", "anders"),
        ("bijeenkomsten", None, "overleg"),
        ("keer_per_jaar", "bestuurlijk overleg", "overleg"),
        ("woningen", "overleg", "anders"),
    ],
)
def test_unit_tells(unit: str, subject: str | None, expected: str) -> None:
    """Money is never a home, and homes are never a meeting."""
    made = record(agreement(1, target("2", 2, unit=unit, subject=subject))).agreements[0]
    assert find_measure(made, made.targets[0]) == expected


def test_vocabulary_has_the_codes() -> None:
    """No word stands for a measure that the tables do not know, and every code has one."""
    assert set(load_column("measure_words", "measure")) == set(get_args(Measure))
