"""Labels set apart from their values without colons or rules."""

from __future__ import annotations

from tests.layout.builders import BOLD, PITCH, make_page, make_words

from prestatie_extract.layout.aligned import add_aligned_grids
from prestatie_extract.layout.label_lists import LabelList, find_label_lists
from prestatie_extract.layout.lines import words_to_rows
from prestatie_extract.layout.parts import grids_to_parts
from prestatie_extract.layout.tables import is_continuation
from prestatie_extract.page import Word

PAIRS = (("Trekker", "De gemeente"), ("Planning", "Gereed eind 2027"))


def set_list(
    *pairs: tuple[str, str], x0: float = 70.0, value_x0: float = 130.0, top: float = 200.0
) -> list[Word]:
    words: list[Word] = []
    for row, (label, value) in enumerate(pairs):
        words += make_words(label, x0, top + row * PITCH, font=BOLD) if label else ()
        words += make_words(value, value_x0, top + row * PITCH)
    return words


def lists_of(words: list[Word]) -> list[LabelList]:
    rows = sorted(words_to_rows(words), key=lambda row: row[0].bbox.top)
    return find_label_lists(rows)


def pairs_of(found: LabelList) -> list[tuple[str, str]]:
    texts = [[" ".join(w.text for w in words) for words in c] for c in (found.labels, found.values)]
    return list(zip(*texts, strict=True))


def test_list_of_labels() -> None:
    """Labels below each other with a gap behind them; a value may run over two lines."""
    (found,) = lists_of(set_list(PAIRS[0], ("", "en de corporaties"), PAIRS[1]))
    assert pairs_of(found) == [("Trekker", "De gemeente en de corporaties"), PAIRS[1]]


def test_two_columns_side_by_side() -> None:
    """A line of the page may hold labels of two lists."""
    other = (("Trekker", "Het Anker"), ("Planning", "Mei"))
    words = [*set_list(*PAIRS), *set_list(*other, x0=330.0, value_x0=390.0)]
    assert [pairs_of(found) for found in lists_of(words)] == [list(PAIRS), list(other)]


def test_no_lists() -> None:
    """One label alone, labels with colons, the header of a table, words that are no labels."""
    assert lists_of(set_list(PAIRS[0])) == []
    assert lists_of(set_list(("Trekker:", "De gemeente"), ("Planning:", "Mei"))) == []
    assert lists_of(set_list(("Wie", "Wanneer"), ("Gemeente", "Mei"))) == []
    assert lists_of(set_list(("Januari", "Overleg"), ("Maart", "Bezoek"))) == []


def test_list_is_a_table_of_its_own() -> None:
    """A list is a table of two columns, and never the rest of another."""
    words = [*set_list(*PAIRS), *set_list(*PAIRS, top=400.0)]
    (page,) = add_aligned_grids([make_page(words)])
    parts, free = grids_to_parts(page.grids, page.words, 1)
    assert [(part.row_count, part.row_words(0)[0]) for part in parts] == [(2, "Trekker")] * 2
    assert free == []
    assert not is_continuation(parts[1], parts[:1])
