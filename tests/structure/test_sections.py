"""The section tree."""

from __future__ import annotations

import pytest
from tests.structure.builders import heading, item, other, text

from prestatie_extract.document import Block, Label
from prestatie_extract.structure import find_sections, mark_blocks

LONG = "Het aantal huishoudens groeit en de wachttijd voor een woning loopt op: er is meer nodig."


def _tree(*blocks: Block) -> list[tuple[str | None, str, int]]:
    return [(s.number, s.title, s.level) for s in find_sections(blocks)]


def test_numbers_tell_the_level() -> None:
    """A number's parts are its depth, whatever its type."""
    assert _tree(
        heading("1 Wonen", 1), heading("1.1 Bouwen", 1), heading("1.1.1 Kern", 3), heading("2 Zorg")
    ) == [("1", "Wonen", 1), ("1.1", "Bouwen", 2), ("1.1.1", "Kern", 3), ("2", "Zorg", 1)]


def test_roman_chapters_with_decimals() -> None:
    """II.1 stands below II."""
    blocks = [heading("II. Wonen"), heading("II.1 Kader", 2), heading("III. Zorg")]
    assert _tree(*blocks) == [("II", "Wonen", 1), ("II.1", "Kader", 2), ("III", "Zorg", 1)]


def test_chapter_mark_above_the_title() -> None:
    """A mark "HOOFDSTUK II", a line of its own, is the number of the heading below it."""
    blocks = mark_blocks([text("HOOFDSTUK II"), heading("Wonen"), text("HOOFDSTUK II is lang.")])
    assert _tree(*blocks) == [("II", "Wonen", 1)]
    assert [b.is_aside for b in blocks] == [True, False, False]


def test_a_missing_level_is_no_hole() -> None:
    """A level is how deep a section stands, not how long its number is."""
    assert [level for _, _, level in _tree(heading("1 Wonen"), heading("1.1.1 Kern"))] == [1, 2]


def test_unnumbered_heading_by_its_type() -> None:
    """A heading without a number stands where its type stands on numbered headings."""
    tree = _tree(
        heading("Inleiding", 1),
        heading("1 Wonen", 1),
        heading("1.1 Bouwen", 2),
        heading("Onze ambities", 3),
        heading("Huren", 2),
    )
    assert [level for _, _, level in tree] == [1, 1, 2, 3, 2]


def test_recurring_title() -> None:
    """A title that comes back in each section stands below it, whatever its type."""
    tree = _tree(
        heading("1 Wonen", 1),
        heading("1.1 Bouwen", 2),
        heading("De afspraken", 1),
        heading("2 Zorg", 1),
        heading("De afspraken", 1),
    )
    assert [level for _, _, level in tree] == [1, 2, 3, 1, 2]


def test_numbered_section_behind_a_recurring_title() -> None:
    """1.1 stands below 1, also where the chapter's ambitions stand between them."""
    sections = find_sections(
        [
            heading("1 Wonen", 1),
            heading("Onze ambities", 3),
            heading("1.1 Bouwen", 2),
            heading("2 Zorg", 1),
            heading("Onze ambities", 3),
        ]
    )
    assert {s.number: s.parent_id for s in sections}["1.1"] == "1"


def test_document_without_numbers() -> None:
    """Types alone make a tree too."""
    tree = _tree(heading("Wonen", 1), heading("Bouwen", 2), heading("Huren", 2), heading("Zorg", 1))
    assert [level for _, _, level in tree] == [1, 2, 2, 1]


def test_appendix_and_what_it_holds() -> None:
    """An appendix is a chapter; headings of its rank or above behind it stand in it."""
    tree = _tree(
        heading("1 Wonen", 1),
        heading("1.1 Bouwen", 2),
        heading("Bijlage 1 Begrippen", 1),
        heading("Huurwoning", 1),
        heading("Bijlage 2 Kaart", 1),
    )
    assert tree == [
        ("1", "Wonen", 1),
        ("1.1", "Bouwen", 2),
        (None, "Bijlage 1 Begrippen", 1),
        (None, "Huurwoning", 2),
        (None, "Bijlage 2 Kaart", 1),
    ]


def test_chapters_of_a_part() -> None:
    """Numbered chapters stand in the part that they follow; articles there are no deeper for it."""
    tree = _tree(
        heading("Deel A: Meerjarig kader", 1), heading("1 Wonen", 2), heading("2 Zorg", 2),
        heading("Deel B: Jaarschijf", 1), heading("Artikel 1 Looptijd", 2),
    )  # fmt: skip
    assert tree == [
        ("A", "Meerjarig kader", 1), ("1", "Wonen", 2), ("2", "Zorg", 2),
        ("B", "Jaarschijf", 1), ("1", "Looptijd", 2),
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["Ondertekening", "Slotbepalingen", "Begrippenlijst"])
def test_back_matter_without_rank(title: str) -> None:
    """In text without heading marks the closing part does not end up below the last chapter."""
    tree = _tree(
        heading("1 Wonen", 0), heading("1.1 Bouwen", 0), heading("2 Zorg", 0), heading(title, 0)
    )
    assert tree[-1][2] == 1


def test_bullet_title() -> None:
    """A lone bulleted line right below a heading, with running text behind it, is a title."""
    tree = _tree(heading("1 Wonen"), item("•", "Woningbouw in de kernen"), text(LONG))
    assert tree == [("1", "Wonen", 1), (None, "Woningbouw in de kernen", 2)]


@pytest.mark.parametrize(
    ("blocks"),
    [
        pytest.param([item("•", "Meer woningen."), text(LONG)], id="a sentence is an item"),
        pytest.param([item("•", "Bouwen"), item("•", "Huren")], id="two bullets are a list"),
        pytest.param([item("1.", "Bouwen"), text(LONG)], id="a number is no bullet"),
        pytest.param([item("•", "Bouwen"), text("Kort.")], id="no running text behind it"),
    ],
)
def test_no_bullet_title(blocks: list[Block]) -> None:
    """Lists below a heading are lists."""
    assert len(_tree(heading("1 Wonen"), *blocks)) == 1


def test_title_and_contents_are_no_sections() -> None:
    """The title and the entries of the contents give none."""
    assert (
        _tree(other(Label.TITLE, "Prestatieafspraken"), other(Label.DOCUMENT_INDEX, "1 Wonen 3"))
        == []
    )


def test_ids_and_parents() -> None:
    """Ids are short, stable and unique; a section knows its parent and its heading's place."""
    blocks = [
        text("Vooraf."),
        heading("1 Wonen"),
        heading("De afspraken", 2),
        heading("2 Zorg"),
        heading("De afspraken", 2),
    ]
    sections = find_sections(blocks)
    assert [s.section_id for s in sections] == ["1", "de-afspraken", "2", "de-afspraken-2"]
    assert [s.parent_id for s in sections] == [None, "1", None, "2"]
    assert [s.block_index for s in sections] == [1, 2, 3, 4]
    assert {s.page_number for s in sections} == {1}
