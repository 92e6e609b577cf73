"""What the document says about itself."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from prestatie_extract.document import Block, DocumentInfo, Label, Match, Party, Passage, Section
from prestatie_extract.tagging.info import tag_info


def _party(name: str, signatory: bool = True) -> Party:
    return Party(name, f"Gemeente {name}", "gemeente", (), signatory, Match("exact", 100.0))


def _info(
    title: str, *lines: str, parties: Sequence[Party] = (), stem: str = "document"
) -> DocumentInfo:
    blocks = [Block(Label.TITLE, Passage(title))] if title else []
    for line in lines:
        label = Label.PAGE_HEADER if line.startswith("^") else Label.TEXT
        blocks.append(Block(label, Passage(line.removeprefix("^"))))
    sections = [Section("s1", "1", "Inleiding", 1, None, 1)]
    return tag_info(blocks, sections, parties, stem)


@pytest.mark.parametrize(
    ("title", "lines", "term", "kind"),
    [
        ("Prestatieafspraken Elst 2022-2023", (), (2022, 2023), "kader"),
        ("Meerjarige Prestatieafspraken Elst 2025 - 2028", (), (2025, 2028), "kader"),
        ("Prestatieafspraken 2025 t/m 2028", (), (2025, 2028), "kader"),
        ("Prestatieafspraken 2025 tot en met 2028", (), (2025, 2028), "kader"),
        ("Prestatieafspraken 2025-'28", (), (2025, 2028), "kader"),
        ("Prestatieafspraken 2021 – 2025: Jaarschijf 2024", (), (2024, 2024), "jaarschijf"),
        ("Jaarschijf 2025 prestatieafspraken 2023-2027", (), (2025, 2025), "jaarschijf"),
        ("Prestatieafspraken 2025", (), (2025, 2025), "jaarafspraken"),
        ("Raamovereenkomst wonen 2022-2026", (), (2022, 2026), "raamovereenkomst"),
        (
            "Prestatieafspraken Elst",
            ("Dit pakket heeft een looptijd van 2024 tot en met 2027.",),
            (2024, 2027),
            "kader",
        ),
        (
            "Prestatieafspraken Elst",
            ("Zij gelden voor de periode 1 maart 2023 tot en met 28 februari 2026.",),
            (2023, 2026),
            "kader",
        ),
        ("Prestatieafspraken Elst", ("^Prestatieafspraken 2024-2026",), (2024, 2026), "kader"),
        ("Prestatieafspraken Elst", (), (None, None), "overig"),
        ("Jaarafspraken wonen", (), (None, None), "jaarafspraken"),
    ],
)
def test_term_and_kind(
    title: str, lines: tuple[str, ...], term: tuple[int | None, int | None], kind: str
) -> None:
    """Years from title, introduction or running header; a year slice has its own year."""
    info = _info(title, *lines)
    assert ((info.period_start, info.period_end), info.kind) == (term, kind)


def test_a_name_inside_another_is_found_beside_it() -> None:
    """A title with both names no single municipality, though one name holds the other's letters."""
    assert _info("Prestatieafspraken Ede en Enschede 2025").municipality is None
    assert _info("Prestatieafspraken Bergen op Zoom 2025").municipality == "Bergen op Zoom"


def test_the_file_name_is_the_last_source() -> None:
    """Where the document says nothing, its name may."""
    info = _info("Prestatieafspraken", stem="prestatieafspraken_zeist_2024-2027")
    assert (info.municipality, info.municipality_code) == ("Zeist", "GM0355")
    assert (info.period_start, info.period_end) == (2024, 2027)


@pytest.mark.parametrize(
    ("parties", "lines", "municipality", "code"),
    [
        ([_party("Druten")], (), "Druten", "GM0225"),
        ([_party("Den Haag")], (), "Den Haag", "GM0518"),
        ([_party("Den Bosch")], (), "Den Bosch", "GM0796"),
        ([_party("Elzerwoude")], (), "Elzerwoude", None),
        ([_party("Roermond"), _party("Roerdalen")], (), "Roermond, Roerdalen", None),
        ([_party("Zeist", signatory=False)], ("De gemeente Druten bouwt.",), "Druten", "GM0225"),
        ([], ("De gemeente Bergen op Zoom bouwt.",), "Bergen op Zoom", "GM0748"),
        ([_party("Bergen")], (), "Bergen", None),
        (
            [],
            ("De gemeente Druten. De gemeente Bergen op Zoom. De gemeente Druten.",),
            "Druten",
            "GM0225",
        ),
        ([], (), None, None),
    ],
)
def test_municipality(
    parties: list[Party], lines: tuple[str, ...], municipality: str | None, code: str | None
) -> None:
    """The contracting municipality, else the one named most; its CBS code where it is known."""
    info = _info("Prestatieafspraken", *lines, parties=parties)
    assert (info.municipality, info.municipality_code) == (municipality, code)


@pytest.mark.parametrize(
    ("lines", "signed_on"),
    [
        (("Aldus overeengekomen op 4 februari 2025 te Zeist:",), "2025-02-04"),
        (("Aldus opgemaakt en in viervoud ondertekend te Zeist, d.d. 3-5-2023",), "2023-05-03"),
        (("Getekend te Zeist, d.d. 1 juli 2025",), "2025-07-01"),
        (("Datum ondertekening: 14/12/2020",), "2020-12-14"),
        (("Ondertekend op 9 november 2021",), "2021-11-09"),
        (("Zeist, 12 december 2023", "De gemeente en X zijn overeengekomen:"), "2023-12-12"),
        (("Namens Lindewonen:", "Zeist, 12 december 2023"), "2023-12-12"),
        (("Zeist, 12 december 2023",), None),
        (("Alphen aan den Rijn, 3 mei 2025", "Namens Lindewonen:"), "2025-05-03"),
        (
            (
                "Van de woningen had op 1 januari 2023 nog 14% een label E.",
                "Ondertekening",
                "Aldus getekend te Zeist op 18 december 2023.",
            ),
            "2023-12-18",
        ),
        (("Het convenant is ondertekend op 3 mei 2022.",), None),
        (("De samenwerkingsovereenkomst d.d. 18 november 2024 geldt.",), None),
        (("Ondertekend op 1 mei 2024", "Ondertekend op 3 mei 2024"), None),
        (("Aldus overeengekomen op … december 2024",), None),
    ],
)
def test_signed_on(lines: tuple[str, ...], signed_on: str | None) -> None:
    """Only a stated date of signing counts, and only one."""
    assert _info("Prestatieafspraken", *lines).signed_on == signed_on


def test_the_title_is_joined_without_the_parties() -> None:
    """Title lines and the years below them; a list of parties is no title."""
    blocks = [
        Block(Label.TITLE, Passage("Meerjarige prestatieafspraken")),
        Block(Label.TITLE, Passage("Zeist")),
        Block(Label.TEXT, Passage("2025 - 2030")),
        Block(Label.TEXT, Passage("met A, B en C")),
    ]
    info = tag_info(blocks, [], [], "x")
    assert info.title == "Meerjarige prestatieafspraken Zeist 2025 - 2030"


def test_without_a_labelled_title_the_cover_gives_it() -> None:
    """The first lines are looked through for the words of a title."""
    blocks = [
        Block(Label.TEXT, Passage("Versie 3")),
        Block(Label.TEXT, Passage("Woonakkoord Zeist")),
    ]
    assert tag_info(blocks, [], [], "x").title == "Woonakkoord Zeist"


def test_an_empty_document_says_nothing() -> None:
    """Nothing is invented."""
    assert tag_info([], [], [], "x") == DocumentInfo(None, None, None, "overig", None, None, None)


def test_province_in_brackets_tells_which_municipality() -> None:
    """Two municipalities are called Bergen; "Bergen (NH)" has a code."""
    match = Match("exact", 100.0)
    party = Party("b", "Gemeente Bergen", "gemeente", ("Gemeente Bergen", "NH"), True, match)
    info = _info("Prestatieafspraken", parties=[party])
    assert (info.municipality, info.municipality_code) == ("Bergen", "GM0373")
