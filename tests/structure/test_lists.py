"""Agreements from numbered lists."""

from __future__ import annotations

import pytest
from tests.structure.builders import (
    agreements_of,
    findings_of,
    heading,
    item,
    numbers_of,
    other,
    text,
)

from prestatie_extract.document import Block, Label

AFSPRAKEN = heading("De afspraken", 2)
ITEMS = [item("1.", "Wij bouwen 40 woningen."), item("2.", "Wij slopen er 10.")]


def test_announced_by_the_heading() -> None:
    """Each numbered item below a heading that announces agreements is one."""
    found = agreements_of(heading("1 Wonen"), AFSPRAKEN, text("Inleiding."), *ITEMS)
    assert [(a.number, a.text.text, a.section_id, a.kind) for a in found] == [
        ("1", "Wij bouwen 40 woningen.", "de-afspraken", "afspraak"),
        ("2", "Wij slopen er 10.", "de-afspraken", "afspraak"),
    ]


def test_announced_by_the_heading_above() -> None:
    """A sub-heading below the one that announces keeps the promise."""
    assert numbers_of(AFSPRAKEN, heading("Nieuwbouw", 3), *ITEMS) == ["1", "2"]


@pytest.mark.parametrize(
    ("lead", "numbers"),
    [
        pytest.param("Partijen spreken het volgende af:", ["1", "2"], id="announces"),
        pytest.param("Veel is nodig. Wij spreken daarom af:", ["1", "2"], id="last sentence"),
        pytest.param("Partijen spreken het volgende af.", ["1", "2"], id="points on"),
        pytest.param("Partijen spreken ieder jaar iets af.", [], id="no colon"),
        pytest.param("Wij zien deze trends:", [], id="another list"),
    ],
)
def test_lead_sentence(lead: str, numbers: list[str]) -> None:
    """Below another heading the sentence before the list must announce it."""
    assert numbers_of(heading("1 Wonen"), text(lead), *ITEMS) == numbers


@pytest.mark.parametrize(
    "title", ["Onze ambities", "Begrippenlijst", "Leeswijzer", "Bijlage 1 Begrippen"]
)
def test_heading_that_leaves_out(title: str) -> None:
    """Ambitions, definitions and appendices hold no agreements, whatever the lead says."""
    blocks = [heading(title), text("Partijen spreken het volgende af:"), *ITEMS]
    assert numbers_of(*blocks) == []


def test_list_of_subjects() -> None:
    """Short items without a full stop are the themes of the chapter."""
    subjects = [item("1.", "Genoeg woningen"), item("2.", "Betaalbare huren")]
    assert numbers_of(AFSPRAKEN, *subjects) == []


def test_parts_of_an_item() -> None:
    """Sub-bullets and closing lines belong to their item; footnotes and captions do not."""
    (found,) = agreements_of(
        AFSPRAKEN,
        item("1.", "Wij:"),
        item("•", "bouwen;", 1),
        other(Label.FOOTNOTE, "Stand nu."),
        item("•", "slopen.", 1),
        text("Dat begint nu.", 1),
    )
    assert found.text.text == "Wij: bouwen; slopen. Dat begint nu."
    assert [i.text for i in found.items] == ["bouwen;", "slopen."]
    assert found.characters == len("1.Wij:•bouwen;•slopen.Datbegintnu.")
    assert len(found.regions) == 1


def test_text_at_the_margin_ends_the_list() -> None:
    """A paragraph between two items belongs to neither; the list must be announced again."""
    blocks = [AFSPRAKEN, ITEMS[0], text("Over sloop zeggen wij het volgende."), ITEMS[1]]
    found = agreements_of(*blocks)
    assert [a.text.text for a in found] == ["Wij bouwen 40 woningen.", "Wij slopen er 10."]


def test_bullets_alone() -> None:
    """Bullets outside numbered items are no agreements."""
    assert numbers_of(AFSPRAKEN, item("•", "Wij bouwen."), item("•", "Wij slopen.")) == []


@pytest.mark.parametrize(
    ("markers", "numbers"),
    [
        (["1.1", "1.2"], ["1.1", "1.2"]),
        (["B1.", "B2."], ["B1", "B2"]),
        (["1)", "2)"], ["1", "2"]),
    ],
)
def test_numbers(markers: list[str], numbers: list[str]) -> None:
    """A number is as printed, without its dot."""
    blocks: list[Block] = [item(m, "Wij bouwen veel woningen in de stad.") for m in markers]
    assert numbers_of(AFSPRAKEN, *blocks) == numbers


def test_promises_that_nothing_announces() -> None:
    """Lists of promises below one recurring heading are agreements, with a finding each."""
    blocks = [
        heading("1 Wonen"),
        heading("Onze weg", rank=2),
        item("1.", "De gemeente bouwt met de corporaties honderd huizen aan de rand van de stad."),
        item("2.", "De corporaties verkopen in deze jaren geen enkel huis aan een belegger."),
        heading("2 Zorg"),
        heading("Onze weg", rank=2),
        item(
            "3.", "Partijen helpen ouderen die willen verhuizen naar een kleiner huis in de wijk."
        ),
    ]
    assert numbers_of(*blocks) == ["1", "2", "3"]
    assert [f.code for f in findings_of(*blocks)] == ["list_not_announced"] * 2


PROMISES = (
    item(
        "1.", "De gemeente wijst met de corporaties drie plekken aan voor een warmtenet in de wijk."
    ),
    item("2.", "De corporaties brengen in deze jaren honderd woningen van label E naar label B."),
)
NAMED = (
    item("1.", "Het Anker verhoogt de huren met de inflatie."),
    item("2.", "De Haven kent maatwerk toe."),
)


def test_list_like_those_of_other_chapters() -> None:
    """Where chapters on themes hold their agreements unannounced, one that names no kind of
    party does too; a finding says so.
    """
    blocks = [heading("1 Betaalbaarheid"), *NAMED, heading("2 Duurzaamheid"), *PROMISES]
    assert [(a.number, a.section_id) for a in agreements_of(*blocks)] == [
        ("1", "1"), ("2", "1"), ("1", "2"), ("2", "2"),
    ]  # fmt: skip
    assert [f.code for f in findings_of(*blocks)] == ["list_not_announced"] * 2


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param(
            [heading("1 Betaalbaarheid"), *NAMED, heading("2 Duurzaamheid"), AFSPRAKEN, *PROMISES],
            id="others are announced",
        ),
        pytest.param(
            [heading("1 Opbouw"), *NAMED, heading("2 Duurzaamheid"), *PROMISES], id="on no theme"
        ),
        pytest.param(
            [heading("1 Wonen"), heading("Betaalbaarheid", 2), *NAMED,
             heading("2 Duurzaamheid"), *PROMISES],
            id="deeper than the others",
        ),
        pytest.param(
            [heading("1 Betaalbaarheid"), item("•", "Het Anker verhoogt de huren niet."),
             heading("2 Duurzaamheid"), *PROMISES],
            id="bullets beside numbers",
        ),
    ],
)  # fmt: skip
def test_list_unlike_those_of_other_chapters(blocks: list[Block]) -> None:
    """Is left out, as it would be alone."""
    assert numbers_of(*blocks) == ["1", "2"]


def test_questions_are_no_promises() -> None:
    """A list that names no party stays a list."""
    blocks = [heading("1 Opbouw"), item("1.", "Wat is het probleem?"), item("2.", "Wat nu?")]
    assert numbers_of(*blocks) == []
