"""Notes in the margin: small type beside the running text."""

from __future__ import annotations

from dataclasses import replace

from tests.layout.builders import PITCH, SMALL, make_page, make_words

from prestatie_extract.document import Source
from prestatie_extract.geometry import BBox
from prestatie_extract.layout import find_blocks
from prestatie_extract.layout.margins import MarginNote, find_margin_notes, without_notes
from prestatie_extract.page import Page, Word

TEXT = "De gemeente wijst ieder jaar in alle dorpen samen plekken aan."
MARGIN_X, TEXT_X = 40.0, 150.0


def set_text(rows: int = 12, top: float = 100.0) -> list[Word]:
    return [w for i in range(rows) for w in make_words(TEXT, TEXT_X, top + i * PITCH)]


def set_note(*lines: str, top: float, x0: float = MARGIN_X) -> list[Word]:
    pairs = enumerate(lines)
    return [w for i, t in pairs for w in make_words(t, x0, top + i * 9.5, font=SMALL)]


def texts_of(notes: tuple[MarginNote, ...]) -> list[str]:
    return [" ".join(w.text for w in note.words) for note in notes]


def notes_of(*words: Word, areas: tuple[BBox, ...] = ()) -> list[str]:
    return texts_of(find_margin_notes(replace(make_page(words), areas=areas)))


def test_notes_beside_the_text() -> None:
    """Small type in either margin, a note for each run of lines; the text is left without."""
    notes = [
        *set_note("Trekker", "Gemeente", top=100),
        *set_note("Trekker", "Allen", top=150),
        *set_note("Zie kaart 1", top=120, x0=480),
    ]
    page = make_page([*set_text(), *notes])
    found = find_margin_notes(page)
    assert texts_of(found) == ["Trekker Gemeente", "Zie kaart 1", "Trekker Allen"]
    assert {w.font.size for w in without_notes(page, found).words} == {10.0}


def test_small_type_that_is_no_note() -> None:
    """Footnotes below the text, boxes, columns of a table in small type."""
    assert notes_of(*set_text(), *make_words("1 Een voetnoot.", TEXT_X, 300, font=SMALL)) == []
    boxed = set_note("In het kort", top=120)
    assert notes_of(*set_text(), *boxed, areas=(BBox(36, 110, 120, 140),)) == []
    row = make_words("Het aantal", TEXT_X + 80, 300, font=SMALL)
    assert notes_of(*set_text(), *set_note("Sloop", top=300), *row) == []


def test_note_is_read_behind_what_it_stands_beside() -> None:
    """A note is a block of its own, behind the paragraph that starts beside it."""
    words = [
        *make_words("Een eerste zin.", TEXT_X, 100),
        *make_words("Een tweede zin.", TEXT_X, 140),
        *set_note("Trekker", "Gemeente", top=100),
        *set_text(top=200),
    ]
    page: Page = make_page(words)
    blocks, _ = find_blocks(
        Source("a.pdf", "0" * 64, "application/pdf", 1, "digital", pages=(page,))
    )
    assert [(b.text, b.box > 0) for b in blocks[:3]] == [
        ("Een eerste zin.", False), ("Trekker Gemeente", True), ("Een tweede zin.", False),
    ]  # fmt: skip
