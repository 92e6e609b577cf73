"""The role of a column from the words of its header."""

from __future__ import annotations

import pytest

from prestatie_extract.structure.columns import find_horizon, is_certain_header, parse_columns


@pytest.mark.parametrize(
    ("headers", "roles"),
    [
        (["Nr", "Afspraak", "Trekker"], ["nummer", "afspraak", "trekker"]),
        (["", "Afspraak", "Trekker"], ["nummer", "afspraak", "trekker"]),
        (["Nr.", "Prestatieafspraak", "Wie"], ["nummer", "afspraak", "trekker"]),
        (["#", "Wat gaan we doen?", "Wanneer"], ["nummer", "afspraak", "planning"]),
        (
            ["Afspraak", "Trekker(s)", "Betrokken partijen", "Uitvoering"],
            ["afspraak", "trekker", "betrokkenen", "planning"],
        ),
        (["Nr", "Actie", "Met wie?", "Gereed"], ["nummer", "afspraak", "betrokkenen", "planning"]),
        (["Onderdeel", "Periode", "Afspraak"], ["onderdeel", "planning", "afspraak"]),
        (
            ["Doelstelling", "Kaderafspraken 2024-2027", "Jaarafspraken 2026"],
            ["doelstelling", "kaderafspraak", "jaarafspraak"],
        ),
        (["Meerjarige afspraken", "Concrete stappen"], ["afspraak", "concrete_stappen"]),
        (["Nr", "Afspraak", "Toelichting"], ["nummer", "afspraak", "toelichting"]),
        (["Nr", "Afspraak", "Prestatie-indicator"], ["nummer", "afspraak", "prestatie_indicator"]),
        (["Nr", "Afspraak", "Beoogd resultaat"], ["nummer", "afspraak", "resultaat"]),
        (["Nr", "Afspraak", "Wijk"], ["nummer", "afspraak", "wijk"]),
    ],
    ids=lambda v: "|".join(v) if isinstance(v[0], str) else None,
)
def test_roles(headers: list[str], roles: list[str]) -> None:
    """The longest known words of a header decide; an unknown header is its own role."""
    columns = parse_columns(headers)
    assert columns is not None
    assert [c.role for c in columns] == roles
    assert [c.header for c in columns] == headers


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param(["Kern", "Woonwijs", "Totaal"], id="table of figures"),
        pytest.param(["Jaar", "Aantal"], id="figures a year"),
        pytest.param(["Begrip", "Betekenis"], id="definitions"),
        pytest.param(["Nr", "Trekker", "Planning"], id="no column of agreements"),
        pytest.param(
            ["1", "Wij leggen de afspraken over verkoop, sloop en nieuwbouw vast in een plan."],
            id="a row that speaks of agreements",
        ),
    ],
)
def test_no_agreements(headers: list[str]) -> None:
    """Other tables have none."""
    assert parse_columns(headers) is None


def test_unknown_column_is_marked() -> None:
    """A header that the vocabulary lacks is kept and known as unknown."""
    columns = parse_columns(["Nr", "Afspraak", "Wijk of kern"])
    assert columns is not None
    assert [(c.role, c.is_known) for c in columns][-1] == ("wijk_of_kern", False)


@pytest.mark.parametrize(
    ("header", "horizon"),
    [
        ("Afspraken 2026", "2026"),
        ("Afspraken 2026-2027", "2026-2027"),
        ("Afspraken 2026 - 2027", "2026-2027"),
        ("Afspraken 2026/2027", "2026-2027"),
        ("Afspraken 2026 t/m 2029", "2026-2029"),
        ("Meerjarige afspraken", "meerjarig"),
        ("Meerjarenafspraken", "meerjarig"),
        ("Afspraak", None),
    ],
)
def test_horizon(header: str, horizon: str | None) -> None:
    """The years of a header, or "meerjarig"."""
    assert find_horizon(header) == horizon


@pytest.mark.parametrize(
    ("headers", "is_certain"),
    [
        pytest.param(["Afspraak", "Trekker"], True, id="two known words"),
        pytest.param(["Nr", "Afspraak", "Wijk"], True, id="numbers"),
        pytest.param(["Afspraak"], True, id="the only column"),
        pytest.param(["Naam", "Afspraak"], False, id="one known word alone"),
    ],
)
def test_certain_headers(headers: list[str], is_certain: bool) -> None:
    """One known word among others is a header only if the rows below it are numbered."""
    columns = parse_columns(headers)
    assert columns is not None
    assert is_certain_header(columns) is is_certain


def test_steps_beside_agreements() -> None:
    """Actions are the agreements, unless another column says it has those."""
    assert [c.role for c in parse_columns(["Nr", "Acties", "Wie"]) or ()][1] == "afspraak"
    columns = parse_columns(["Afspraken 2026-2029", "Acties in 2026"]) or ()
    assert [(c.role, c.horizon) for c in columns] == [
        ("afspraak", "2026-2029"),
        ("concrete_stappen", "2026"),
    ]
