"""An agreement's number, title, items and text."""

from __future__ import annotations

import pytest
from tests.structure.builders import item, other, table, text

from prestatie_extract.document import Block, Label
from prestatie_extract.structure.parts import blocks_to_body, parse_number, take_leading_number


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("7", "7"),
        ("7.", "7"),
        ("7)", "7"),
        ("1.4.1", "1.4.1"),
        ("1.4.1.", "1.4.1"),
        ("4a", "4a"),
        ("B2", "B2"),
        ("D-3", "D-3"),
        ("L1a:", "L1a"),
        ("Bij 4.", "Bij 4"),
        ("bij  B2", "bij B2"),
        ("Afspraak 12", "12"),
        (" 7 ", "7"),
        ("2026", None),
        ("7 woningen", None),
        ("Wonen", None),
        ("", None),
        ("•", None),
    ],
)
def test_parse_number(cell: str, number: str | None) -> None:
    """A number is all of its cell, without its dot."""
    assert parse_number(cell) == number


@pytest.mark.parametrize(
    ("printed", "number", "rest"),
    [
        ("1. Wij bouwen", "1", "Wij bouwen"),
        ("1.4.1. Wij bouwen", "1.4.1", "Wij bouwen"),
        ("Bij 4. Wij bouwen", "Bij 4", "Wij bouwen"),
        ("Bij 4 Wij bouwen", "Bij 4", "Wij bouwen"),
        ("B2 Wij bouwen", "B2", "Wij bouwen"),
        ("B2. wij bouwen", "B2", "wij bouwen"),
        ("CO2 neutraal bouwen", None, "CO2 neutraal bouwen"),
        ("Q1 2026 is er een plan", None, "Q1 2026 is er een plan"),
        ("30 woningen", None, "30 woningen"),
        ("2026. Dan is het klaar", None, "2026. Dan is het klaar"),
        ("Wij bouwen 3. huizen", None, "Wij bouwen 3. huizen"),
    ],
)
def test_take_leading_number(printed: str, number: str | None, rest: str) -> None:
    """A number that opens the text is taken off, the words behind it keep their place."""
    found, blocks = take_leading_number([text(printed)])
    assert (found, blocks[0].text) == (number, rest)
    passage = blocks[0].passage
    assert [passage.text[w.start : w.end] for w in passage.words] == rest.split()


def test_leading_number_as_list_marker() -> None:
    """A number that layout took for a list marker is the number too."""
    number, (first, *_) = take_leading_number([item("2.", "Wij bouwen")])
    assert (number, first.label, first.marker) == ("2", Label.TEXT, "")


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([], id="empty cell"),
        pytest.param([table(["1. a"])], id="nested table"),
        pytest.param([item("•", "Wij")], id="bullet"),
    ],
)
def test_no_leading_number(blocks: list[Block]) -> None:
    """A cell without a number is left as it is."""
    assert take_leading_number(blocks) == (None, tuple(blocks))


BELOW = text("Dat gaat zo.")


@pytest.mark.parametrize(
    ("blocks", "title"),
    [
        pytest.param([text("Wij bouwen.", bold=True), BELOW], "Wij bouwen.", id="bold"),
        pytest.param([text("Meer woningen"), BELOW], "Meer woningen", id="short line"),
        pytest.param([text("Wij bouwen.", bold=True)], None, id="a statement alone is the text"),
        pytest.param([text("Wij bouwen."), BELOW], None, id="full stop"),
        pytest.param([text("Wij bouwen"), text("en slopen.")], None, id="sentence goes on"),
        pytest.param([text("Wij:"), item("•", "bouwen")], None, id="lead of a list"),
        pytest.param([text("Wij bouwen"), item("•", "hoog")], None, id="list follows"),
        pytest.param([text("Wij " * 40), BELOW], None, id="too long"),
        pytest.param([text("A", bold=True), text("B", bold=True)], None, id="all bold"),
    ],
)
def test_title(blocks: list[Block], title: str | None) -> None:
    """A bold or short first line with the agreement below it is its title."""
    body = blocks_to_body(blocks)
    assert (body.title.text if body.title else None) == title


def test_text_and_items() -> None:
    """The text is all of it in reading order; the items stand in it too."""
    nested = table(["Kern", "40"])
    body = blocks_to_body(
        [
            text("Wij:"),
            item("•", "bouwen;"),
            item("•", "slopen."),
            nested,
            other(Label.FOOTNOTE, "Stand nu."),
            text("Tot slot."),
        ]
    )
    assert body.text.text == "Wij: bouwen; slopen. Tot slot."
    assert [i.text for i in body.items] == ["bouwen;", "slopen."]
    assert body.tables == (nested.table,)
