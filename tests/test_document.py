from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prestatie_extract.document import (
    Block,
    Cell,
    Label,
    Passage,
    PlacedWord,
    Region,
    Section,
    join_passages,
    regions_of,
    section_path,
)
from prestatie_extract.geometry import BBox

words = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=8)


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """Words a space apart, each in a box of its own, on up to three pages."""
    text, placed = "", []
    for index, word in enumerate(draw(st.lists(words, max_size=8))):
        text += " " * bool(text)
        box = BBox(float(index), 0.0, index + 1.0, 10.0)
        page_number = draw(st.integers(1, 3))
        placed.append(PlacedWord(len(text), len(text) + len(word), page_number, box))
        text += word
    return Passage(text, tuple(placed))


def _printed(passage: Passage) -> str:
    return "".join(passage.text[w.start : w.end] for w in passage.words)


def _bare(text: str) -> str:
    return text.replace(" ", "")


@settings(deadline=None)
@given(passages(), st.data())
def test_cut_keeps_the_words(passage: Passage, data: st.DataObject) -> None:
    """A cut piece is stripped, and its words are its text and keep their boxes."""
    start = data.draw(st.integers(0, len(passage.text)))
    end = data.draw(st.integers(start + 1, len(passage.text) + 1))
    piece = passage.cut(start, end)
    assert piece.text == passage.text[start:end].strip()
    assert _printed(piece) == _bare(piece.text)
    assert {w.bbox for w in piece.words} <= {w.bbox for w in passage.words}
    assert all(0 <= w.start < w.end <= len(piece.text) for w in piece.words)


def test_cut_of_nothing() -> None:
    """An empty piece has no words and stands nowhere."""
    word = PlacedWord(0, 3, 1, BBox(0.0, 0.0, 30.0, 10.0))
    assert Passage("Wij", (word,)).cut(1, 1) == Passage()


@settings(deadline=None)
@given(passages())
def test_cut_of_everything(passage: Passage) -> None:
    """Cutting nothing off changes nothing."""
    assert passage.cut(0) == passage


@settings(deadline=None)
@given(passages(), st.data())
def test_cut_and_join(passage: Passage, data: st.DataObject) -> None:
    """A passage cut between two words and joined again is the same."""
    gaps = [i for i, ch in enumerate(passage.text) if ch == " "]
    place = data.draw(st.sampled_from([0, *gaps]))
    assert join_passages([passage.cut(0, place), passage.cut(place)]) == passage


@settings(deadline=None)
@given(st.lists(passages()), st.sampled_from([" ", "\n", ""]))
def test_join_keeps_the_words(parts: list[Passage], separator: str) -> None:
    """Joined words move along with their text; empty passages leave no trace."""
    joined = join_passages(parts, separator)
    assert joined.text == separator.join(p.text for p in parts if p)
    assert _printed(joined) == "".join(map(_printed, parts))


@settings(deadline=None)
@given(passages(), st.data())
def test_locate(passage: Passage, data: st.DataObject) -> None:
    """The regions of a span hold the boxes of its words, one a page, in page order."""
    start = data.draw(st.integers(0, len(passage.text)))
    end = data.draw(st.integers(start, len(passage.text)))
    regions = passage.locate(start, end)
    pages = [r.page_number for r in regions]
    assert pages == sorted(set(pages))
    touched = [w for w in passage.words if w.start < end and start < w.end]
    boxes = {r.page_number: r.bbox for r in regions}
    assert set(boxes) == {w.page_number for w in touched}
    assert all(boxes[w.page_number].contains(w.bbox) for w in touched)


def test_text_input_has_no_places() -> None:
    """A passage without placed words has no regions."""
    passage = Passage("Wij bouwen")
    assert passage.regions == ()
    assert passage.locate(0, 3) == ()
    assert passage.cut(4) == Passage("bouwen")


@pytest.mark.parametrize(("text", "is_something"), [("", False), ("a", True)])
def test_truth(text: str, is_something: bool) -> None:
    """An empty passage is nothing."""
    assert bool(Passage(text)) is is_something


def test_text_of_a_cell() -> None:
    """A cell reads its blocks one behind another, without nested tables and markers."""
    blocks = (
        Block(Label.TEXT, Passage("Wij:")),
        Block(Label.LIST_ITEM, Passage("bouwen"), marker="•"),
        Block(Label.TABLE, Passage()),
    )
    assert Cell(blocks, 0, 0).text == "Wij: bouwen"


def test_regions_of_words_and_regions() -> None:
    """One box a page, in page order, around whatever has a place."""
    word = PlacedWord(0, 3, 2, BBox(10.0, 10.0, 20.0, 20.0))
    regions = [Region(2, BBox(0.0, 15.0, 12.0, 30.0)), Region(1, BBox(0.0, 0.0, 1.0, 1.0))]
    assert regions_of([word, *regions]) == (
        Region(1, BBox(0.0, 0.0, 1.0, 1.0)),
        Region(2, BBox(0.0, 10.0, 20.0, 30.0)),
    )


def _section(section_id: str, parent_id: str | None) -> Section:
    return Section(section_id, None, "", 1, parent_id, None)


def test_section_path() -> None:
    """The path runs from the chapter down; unknown sections have none, a ring ends."""
    by_id = {s.section_id: s for s in (_section("1", None), _section("1.1", "1"))}
    assert [s.section_id for s in section_path("1.1", by_id)] == ["1", "1.1"]
    assert section_path(None, by_id) == section_path("x", by_id) == ()
    ring = {s.section_id: s for s in (_section("a", "b"), _section("b", "a"))}
    assert [s.section_id for s in section_path("a", ring)] == ["b", "a"]
