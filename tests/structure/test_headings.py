"""Headings: number, title, and what they say of what follows."""

from __future__ import annotations

import pytest

from prestatie_extract.structure.headings import find_cues, find_heading_cues, parse_heading


@pytest.mark.parametrize(
    ("printed", "number", "title", "depth"),
    [
        pytest.param("Betaalbaarheid", None, "Betaalbaarheid", 0, id="no number"),
        pytest.param("3 Betaalbaarheid", "3", "Betaalbaarheid", 1, id="bare number"),
        pytest.param("3. Betaalbaarheid", "3", "Betaalbaarheid", 1, id="dot"),
        pytest.param("3.2 Betaalbaarheid", "3.2", "Betaalbaarheid", 2, id="two parts"),
        pytest.param("3.2.1. Huur", "3.2.1", "Huur", 3, id="three parts and a dot"),
        pytest.param("Hoofdstuk 3: Huur", "3", "Huur", 1, id="chapter word with colon"),
        pytest.param("Hoofdstuk 3 – Huur", "3", "Huur", 1, id="chapter word with dash"),
        pytest.param("HOOFDSTUK 3 HUUR", "3", "HUUR", 1, id="capitals"),
        pytest.param("Thema 2 Huur", "2", "Huur", 1, id="theme"),
        pytest.param("Artikel 4. Geschillen", "4", "Geschillen", 1, id="article"),
        pytest.param("Hoofdstuk II. Huur", "II", "Huur", 1, id="roman chapter"),
        pytest.param("III. Duurzaamheid", "III", "Duurzaamheid", 1, id="roman number"),
        pytest.param("B. Huur", "B", "Huur", 1, id="letter"),
        pytest.param("4 | Huur", "4", "Huur", 1, id="number set apart by a bar"),
        pytest.param("3 Thema Huur", "3", "Thema Huur", 1, id="theme word after the number stays"),
        pytest.param("Thema Huur", None, "Thema Huur", 0, id="theme without a number"),
        pytest.param("2026 en verder", None, "2026 en verder", 0, id="a year is no number"),
        pytest.param("Ik en de buurt", None, "Ik en de buurt", 0, id="I of a word"),
        pytest.param("10 jaar samen", None, "10 jaar samen", 0, id="an amount"),
        pytest.param("Thema Vitaal wonen", None, "Thema Vitaal wonen", 0, id="no roman number"),
        pytest.param("24 woningen erbij", None, "24 woningen erbij", 0, id="dwellings"),
        pytest.param(
            "1. jaarlijks overleg", "1", "jaarlijks overleg", 1, id="lower case with a mark"
        ),
    ],
)
def test_parse_heading(printed: str, number: str | None, title: str, depth: int) -> None:
    """A heading is its number, without dot or chapter word, and its title."""
    heading = parse_heading(printed)
    assert (heading.number, heading.title, heading.depth) == (number, title, depth)
    assert not heading.is_appendix


@pytest.mark.parametrize(
    ("printed", "number", "title"),
    [
        ("Bijlage 1 Begrippen", None, "Bijlage 1 Begrippen"),
        ("Bijlage 2: Begrippen", None, "Bijlage 2: Begrippen"),
        ("BIJLAGE A", None, "BIJLAGE A"),
        ("Bijlage III. Kaart", None, "Bijlage III. Kaart"),
        ("Bijlage 2 - Kaart", "Bijlage 2", "Kaart"),
    ],
)
def test_appendix(printed: str, number: str | None, title: str) -> None:
    """An appendix keeps its words as its title unless a dash parts them; it has no depth."""
    heading = parse_heading(printed)
    assert (heading.number, heading.title, heading.is_appendix) == (number, title, True)
    assert heading.depth == 0
    assert "leaves_out" in {cue.role for cue in find_heading_cues(number, title)}


def test_appendix_without_a_number() -> None:
    """The word behind "Bijlage" is no letter and the rest of a title."""
    heading = parse_heading("Bijlage Begrippen")
    assert (heading.number, heading.title) == (None, "Bijlage Begrippen")


@pytest.mark.parametrize(
    ("title", "role", "kind"),
    [
        ("De afspraken", "announces", ""),
        ("Afspraken 2026-2027", "announces", ""),
        ("Wat spreken we hierover af?", "announces", ""),
        ("Inzet: wat spreken we met elkaar af?", "announces", "inzet"),
        ("Doelstellingen: hoe werken we dat uit?", "names", "doelstelling"),
        ("Procesafspraken", "announces", "procesafspraak"),
        ("Onze ambities", "leaves_out", ""),
        ("Bijlage 1 Begrippen", "leaves_out", ""),
    ],
)
def test_heading_cues(title: str, role: str, kind: str) -> None:
    """The most specific words of a heading tell what follows."""
    cues = find_cues(title, "heading")
    assert (cues[0].role, next((c.kind for c in cues if c.kind), "")) == (role, kind)


@pytest.mark.parametrize("title", ["Betaalbaarheid", "Nieuwbouw", "Afspraak is afspraak niet"])
def test_plain_headings(title: str) -> None:
    """Other headings tell nothing."""
    assert [c.role for c in find_cues(title, "heading") if c.role == "leaves_out"] == []


@pytest.mark.parametrize(
    ("sentence", "is_lead"),
    [
        ("Partijen spreken het volgende af", True),
        ("Wij spreken daarom af", True),
        ("Partijen komen overeen", True),
        ("Daarvoor gelden de volgende afspraken", True),
        ("Wij maken hierover afspraken", True),
        ("In dit hoofdstuk leest u over", False),
    ],
)
def test_lead_cues(sentence: str, is_lead: bool) -> None:
    """The sentence before a list may announce it."""
    assert bool(find_cues(sentence, "lead")) is is_lead
