"""References to other agreements."""

from __future__ import annotations

import pytest

from prestatie_extract.document import Agreement, Passage
from prestatie_extract.tagging.references import tag_references


def _agreement(number: str | None, text: str = "", section: str = "s1") -> Agreement:
    return Agreement(number, "afspraak", section, Passage(text))


def _tag(agreements: list[Agreement]) -> list[list[tuple[str, str | None]]]:
    ids = [f"d/{a.section_id}/{a.number}" for a in agreements]
    return [[(r.number, r.agreement_id) for r in refs] for refs in tag_references(agreements, ids)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Dit volgt uit de lijst (zie afspraak 2 en 8).", ["2", "8"]),
        ("de plannen van afspraak 2, 7 en 8", ["2", "7", "8"]),
        ("Als afspraak 2 en/of 7 niet lukt", ["2", "7"]),
        ("zie de afspraken 3 t/m 5", ["3", "4", "5"]),
        ("afspraken nr. 3 tot en met 5 en 8", ["3", "4", "5", "8"]),
        ("conform prestatieafspraak 3.1.4", ["3.1.4"]),
        ("zie 3.1.4", ["3.1.4"]),
        ("zie B2 en afspraak B3", ["B2", "B3"]),
        ("Dit raakt wat bij punt 8 staat", ["8"]),
        ("op dit punt 2 keer per jaar", []),
        ("zie 5.2", []),
        ("zie tabel 2", []),
        ("volgens artikel 8", []),
        ("als bedoeld in artikel 3.1.4", ["3.1.4"]),
        ("als bedoeld in artikel 44.1 van de wet", []),
        ("de huizen uit prestatie 3", ["3"]),
        ("de afspraken 2022-2023", []),
        ("in de prestatieafspraken 2024", []),
        ("afspraak 2, 40 woningen", ["2"]),
        ("afspraak 2 en 30% sociale huur", ["2"]),
        ("de afspraken 1 januari 2025", []),
        ("afspraak 1 zelf", []),
    ],
)
def test_numbers_in_a_text(text: str, numbers: list[str]) -> None:
    """Numbers count behind the word for an agreement, and bare ones that an agreement bears."""
    others = [_agreement(n) for n in ("2", "3", "4", "5", "7", "8", "B2", "B3", "3.1.4")]
    assert [number for number, _ in _tag([_agreement("1", text), *others])[0]] == numbers


def test_the_same_section_comes_first() -> None:
    """A number that each section has is the one of the same section."""
    found = _tag([
        _agreement("1", section="a"),
        _agreement("1", section="b"),
        _agreement("2", "zie afspraak 1", section="b"),
    ])  # fmt: skip
    assert found[2] == [("1", "d/b/1")]


def test_of_several_candidates_none_is_taken() -> None:
    """Where the section has none and the document several, the id stays empty."""
    found = _tag([
        _agreement("1", section="a"),
        _agreement("1", section="b"),
        _agreement("2", "zie afspraak 1", section="c"),
    ])  # fmt: skip
    assert found[2] == [("1", None)]


def test_a_number_of_another_chapter_is_not_taken_from_this_one() -> None:
    """Behind "uit hoofdstuk 2" this section does not count."""
    found = _tag([
        _agreement("1", section="a"),
        _agreement("2", "zie afspraak 1 uit hoofdstuk 2", section="a"),
        _agreement("1", section="b"),
    ])  # fmt: skip
    assert found[1] == [("1", "d/b/1")]


def test_a_row_that_works_out_a_number_refers_to_the_last_one_before_it() -> None:
    """A row "Bij 2 en 3" stands below the list it works out, whatever later lists are numbered."""
    found = _tag([
        _agreement("2", section="a"),
        _agreement("3", section="a"),
        _agreement("Bij 2 en 3", section="b"),
        _agreement("2", section="c"),
    ])  # fmt: skip
    assert found[2] == [("2", "d/a/2"), ("3", "d/a/3")]


def test_the_printed_words_are_kept() -> None:
    """`raw` is the phrase that names the numbers."""
    agreements = [_agreement("1", "Zie afspraak 2 en 3."), _agreement("2"), _agreement("3")]
    refs = tag_references(agreements, ["d/1", "d/2", "d/3"])[0]
    assert [r.raw for r in refs] == ["afspraak 2 en 3", "afspraak 2 en 3"]
