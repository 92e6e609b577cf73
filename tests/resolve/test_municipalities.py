from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.resolve.builders import document

from prestatie_extract.resolve import NamedParty, PartyDocument, find_document_municipalities
from prestatie_extract.tagging.municipalities import (
    find_municipalities,
    follow_mergers,
    municipalities,
)
from prestatie_extract.vocabulary import load_rows

REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference" / "gemeenten.csv"
LAST_LIST = 2025  # the newest list that is in municipalities.csv


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        pytest.param(["Druten"], ["GM0225"], id="official"),
        pytest.param(["DRUTEN"], ["GM0225"], id="capitals"),
        pytest.param(["Den Haag"], ["GM0518"], id="everyday"),
        pytest.param(["'s-Gravenhage"], ["GM0518"], id="straight-quote"),
        pytest.param(["’s-Hertogenbosch"], ["GM0796"], id="curly-quote"),
        pytest.param(["Den Bosch"], ["GM0796"], id="den-bosch"),
        pytest.param(["Nuenen"], ["GM0820"], id="first-of-three"),
        pytest.param(["Nuenen c.a."], ["GM0820"], id="cum-annexis"),
        pytest.param(["Nuenen, Gerwen en Nederwetten"], ["GM0820"], id="commas"),
        pytest.param(["Súdwest-Fryslân"], ["GM1900"], id="accents"),
        pytest.param(["Sudwest Fryslan"], ["GM1900"], id="no-accents"),
        pytest.param(["De Fryske Marren"], ["GM1940"], id="article"),
        pytest.param(["Fryske Marren"], ["GM1940"], id="no-article"),
        pytest.param(["De Friese Meren"], ["GM1940"], id="in-dutch"),
        pytest.param(["Noardeast-Fryslân"], ["GM1970"], id="noardeast"),
        pytest.param(["Dantumadeel"], ["GM1891"], id="dantumadiel-in-dutch"),
        pytest.param(["Alphen a/d Rijn"], ["GM0484"], id="abbreviated"),
        pytest.param(["Hengelo"], ["GM0164"], id="without-province"),
        pytest.param(["Bergen (L)"], ["GM0893"], id="province-without-dot"),
        pytest.param(["Bergen (NH)"], ["GM0373"], id="two-letters-of-province"),
        pytest.param(["Bergen"], ["GM0373", "GM0893"], id="two-of-one-name"),
        pytest.param(["Bergen", "Bergen NH"], ["GM0373"], id="both-names-fit-one"),
        pytest.param(["Druten", "Drutten"], ["GM0225"], id="unknown-name-says-nothing"),
        pytest.param(["Druten", "Wijchen"], [], id="names-of-two"),
        pytest.param(["Langedijk"], ["GM0416"], id="merged"),
        pytest.param(["Merendaal"], [], id="unknown"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_municipality_by_its_names(names: list[str], codes: list[str]) -> None:
    assert [found.code for found in find_municipalities(names)] == codes


@pytest.mark.parametrize(
    ("name", "today"),
    [
        ("Langedijk", "GM1980"),
        ("Weesp", "GM0363"),
        ("Grave", "GM1982"),
        ("Druten", "GM0225"),
    ],
)
def test_merged_municipality_is_followed(name: str, today: str) -> None:
    [found] = find_municipalities([name])
    assert follow_mergers(found).code == today


def test_mergers_end() -> None:
    """No municipality was merged into itself by way of others."""
    assert all(follow_mergers(row).merged_into is None for row in municipalities().values())


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference list is not part of this project")
def test_list_is_that_of_the_reference() -> None:
    """Every code with its official name, its merger and the date of that; none more, none less."""
    with REFERENCE.open(encoding="utf-8", newline="") as file:
        reference = {
            (row["cbs_code"], row["gemeente"], row["opgegaan_in"], row["per"])
            for row in csv.DictReader(file)
        }
    rows = load_rows("municipalities")
    assert {(r["code"], r["name"], r["merged_into"], r["since"]) for r in rows} == reference
    assert len(rows) == len(reference)


def test_code_year_is_the_last_list() -> None:
    """A merged municipality is on the list of the last 1 January before, the others on the last."""
    for row in load_rows("municipalities"):
        year, is_new_year = int(row["since"][:4] or 0), row["since"].endswith("-01-01")
        assert int(row["code_year"]) == (year - is_new_year if year else LAST_LIST), row["name"]


def test_regional_document_has_all_its_municipalities() -> None:
    """Those that sign, merged ones with what they are part of today; one only named is left out."""
    region = document("a", "g: Langedijk", "g: Den Haag = 's-Gravenhage", "g: Druten named")
    found = find_document_municipalities(region)
    told = [(f.municipality_code, f.name, f.method, f.current_code, f.current_name) for f in found]
    assert told == [
        ("GM0416", "Langedijk", "exact", "GM1980", "Dijk en Waard"),
        ("GM0518", "'s-Gravenhage", "exact", "GM0518", "Den Haag"),
    ]


def test_municipality_that_does_not_sign_is_that_of_the_document() -> None:
    """Where no party is a gemeente, the document's own municipality counts."""
    titled = PartyDocument("a", "Druten", "GM0225", ())
    [found] = find_document_municipalities(titled)
    assert (found.municipality_code, found.name, found.score) == ("GM0225", "Druten", 100.0)


@pytest.mark.parametrize(
    ("name", "alias", "score", "expected"),
    [
        pytest.param("Hoogeveen", "Hogeveen", None, ("Hoogeveen | Hogeveen", "exact", 100.0)),
        pytest.param("Hoogeveen", "Hogeveen", 94.12, ("Hogeveen", "fuzzy", 94.12)),
        pytest.param("Nuenen", "Nuenen c.a.", None, ("Nuenen c.a.", "alias", 100.0)),
    ],
    ids=["both-printed", "misspelled-throughout", "another-spelling"],
)
def test_link_says_how_the_document_names_it(
    name: str, alias: str, score: float | None, expected: tuple[str, str, float]
) -> None:
    gemeente = NamedParty(
        "x", f"Gemeente {name}", "gemeente", (f"Gemeente {alias}",), misspelling_score=score
    )
    [found] = find_document_municipalities(PartyDocument("a", None, None, (gemeente,)))
    assert (found.name, found.method, found.score) == expected


@pytest.mark.parametrize(
    "name", ["Bergen", "Merendaal"], ids=["two-of-one-name", "not-on-the-list"]
)
def test_municipality_without_code_has_no_link(name: str) -> None:
    assert find_document_municipalities(document("a", f"g: {name}")) == ()
