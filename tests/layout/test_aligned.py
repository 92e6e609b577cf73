"""Tables without rules, set by hand: columns by alignment, rows by numbers or white space."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.layout.builders import BODY, BOLD, PITCH, make_page, make_words

from prestatie_extract.geometry import BBox
from prestatie_extract.layout.aligned import add_aligned_grids
from prestatie_extract.layout.parts import grids_to_parts
from prestatie_extract.layout.table_headers import is_header_row
from prestatie_extract.page import Page, Word

XS = (70.0, 110.0, 330.0, 430.0)
HEADER = ("Nr", "Wat spreken we af", "Aan zet", "Deadline")
ROWS = (
    ("1", "De gemeente wijst ieder\njaar twee plekken aan.", "Gemeente", "2027"),
    ("2", "De corporaties bouwen er\nhonderd huizen op.", "Corporaties", "eind 2028"),
)
FULL_LINE = "Deze alinea loopt over de volle breedte van de bladspiegel en hoort bij geen tabel."


def set_cell(text: str, x0: float, top: float, *, bold: bool = False) -> list[Word]:
    font = BOLD if bold else BODY
    lines = enumerate(text.split("\n"))
    return [w for i, t in lines if t for w in make_words(t, x0, top + i * PITCH, font=font)]


def set_row(cells: Sequence[str], top: float, *, bold: bool = False) -> list[Word]:
    pairs = zip(cells, XS, strict=True)
    return [w for text, x0 in pairs for w in set_cell(text, x0, top, bold=bold)]


def set_table(rows: Sequence[Sequence[str]], top: float, *, gap: float = 8.0) -> list[Word]:
    words = []
    for cells in rows:
        words += set_row(cells, top)
        top += max(c.count("\n") for c in cells) * PITCH + PITCH + gap
    return words


def texts_of(page: Page, place: int = 0) -> list[list[str]]:
    """The text of each cell of one of the page's tables."""
    parts, _ = grids_to_parts(page.grids, page.words, page.page_number)
    part = parts[place]
    return [
        [" ".join(line.text for line in cell.lines) for cell in part.cells_of_row(row)]
        for row in range(part.row_count)
    ]


def test_columns_below_a_header() -> None:
    """Header words tell the columns; numbers in the first tell the rows."""
    words = [*set_row(HEADER, 100, bold=True), *set_table(ROWS, 120)]
    (page,) = add_aligned_grids([make_page(words)])
    assert texts_of(page) == [
        list(HEADER),
        ["1", "De gemeente wijst ieder jaar twee plekken aan.", "Gemeente", "2027"],
        ["2", "De corporaties bouwen er honderd huizen op.", "Corporaties", "eind 2028"],
    ]
    assert page.grids[0].is_aligned


def test_running_text_ends_the_table() -> None:
    """A line across the columns is not the table's."""
    words = [*set_row(HEADER, 100, bold=True), *set_table(ROWS, 120)]
    words += make_words(FULL_LINE, top=200)
    (page,) = add_aligned_grids([make_page(words)])
    assert page.grids[0].bbox.bottom < 200


def test_numbers_in_the_middle_of_their_rows() -> None:
    """Vertically centred cells: the largest white space between two numbers parts the rows."""
    words = set_row(HEADER, 100, bold=True)
    for top, row in ((120, ROWS[0]), (160, ROWS[1])):
        words += set_cell(f"{row[1]}\nEn dat is alles.", XS[1], top)
        for place in (0, 2, 3):
            words += set_cell(row[place], XS[place], top + PITCH)
    (page,) = add_aligned_grids([make_page(words)])
    assert [row[0] for row in texts_of(page)] == ["Nr", "1", "2"]
    assert texts_of(page)[1][1] == "De gemeente wijst ieder jaar twee plekken aan. En dat is alles."


def test_rules_part_rows_without_numbers() -> None:
    """Level rules between the rows tell them where nothing is numbered."""
    header = ("Actie", "Toelichting", "Wie", "Termijn")
    rows = [("Bouwen", r[1], r[2], r[3]) for r in ROWS]
    words = [*set_row(header, 100, bold=True), *set_table(rows, 120, gap=3.0)]
    page = make_page(words)
    rules = tuple(BBox(70.0, y, 500.0, y) for y in (117.0, 146.0, 172.0))
    page = Page(1, page.width, page.height, page.words, (), page.characters, rules=rules)
    assert len(texts_of(add_aligned_grids([page])[0])) == 3


def test_table_goes_on_without_its_header() -> None:
    """On the next page the columns are those of the page before."""
    first = make_page([*set_row(HEADER, 100, bold=True), *set_table(ROWS[:1], 120)])
    second = make_page(set_table(ROWS[1:], 60), page_number=2)
    pages = add_aligned_grids([first, second])
    assert texts_of(pages[1]) == [
        ["2", "De corporaties bouwen er honderd huizen op.", "Corporaties", "eind 2028"]
    ]


def test_row_cut_by_the_page_end() -> None:
    """Lines above the first number of a page that goes on are the rest of the row before."""
    first = make_page([*set_row(HEADER, 100, bold=True), *set_table(ROWS, 120)])
    rest = set_cell("Ook in de dorpen.", XS[1], 60)
    second = make_page([*rest, *set_table([("3", *ROWS[0][1:])], 84)], page_number=2)
    grid = add_aligned_grids([first, second])[1].grids[0]
    assert grid.is_open_top


def test_figures_below_names() -> None:
    """Names over columns of figures open a table without any known word."""
    words = set_row(("", "", "Het Anker", "De Veste"), 100, bold=True)
    words += set_table([("Sloop", "", "12", "40"), ("Nieuwbouw", "", "180", "95")], 116)
    (page,) = add_aligned_grids([make_page(words)])
    assert texts_of(page)[1:] == [["Sloop", "12", "40"], ["Nieuwbouw", "180", "95"]]


def test_no_number_column_in_the_header() -> None:
    """A column of numbers left of the first header is a column all the same."""
    words = [*set_row(("", *HEADER[1:]), 100, bold=True), *set_table(ROWS, 120)]
    (page,) = add_aligned_grids([make_page(words)])
    assert [row[0] for row in texts_of(page)] == ["", "1", "2"]


def test_rules_below_a_header() -> None:
    """A bold line in columns with rules of one width below it opens a table of any words."""
    words = [*set_row(("", "Overleg", "Hoe vaak", "Waar"), 100, bold=True)]
    words += set_table([("", "Stuurgroep", "drie keer", "Stadhuis")], 120)
    page = make_page(words)
    rules = tuple(BBox(104, y, 480, y + 0.5) for y in (115.0, 140.0))
    assert add_aligned_grids([page]) == [page]
    (found,) = add_aligned_grids([replace(page, rules=rules)])
    assert texts_of(found) == [
        ["Overleg", "Hoe vaak", "Waar"],
        ["Stuurgroep", "drie keer", "Stadhuis"],
    ]


def test_heading_above_a_rule() -> None:
    """A number and a title above the first rule of a table are a heading."""
    words = [*make_words("3.2", 70, 100, font=BOLD), *make_words("Huur", 110, 100, font=BOLD)]
    rules = tuple(BBox(68, y, 480, y + 0.5) for y in (115.0, 140.0))
    page = replace(make_page([*words, *make_words("Gewone tekst.", 70, 120)]), rules=rules)
    assert add_aligned_grids([page]) == [page]


def test_table_ends_with_its_box() -> None:
    """What stands below the box that holds a table's header is none of its rows."""
    words = [*set_row(HEADER, 100, bold=True), *set_table(ROWS[:1], 120)]
    words += set_cell("“Een mooi huis.”", XS[1], 165)
    page = replace(make_page(words), areas=(BBox(60, 90, 540, 155),))
    assert len(texts_of(add_aligned_grids([page])[0])) == 2


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param(("Nr", "Actie", "Wie"), True, id="column words"),
        pytest.param(("Onderwerp", "Gemeente", "De Veste"), True, id="a matrix"),
        pytest.param(("Trekker:", "gemeente"), False, id="a label"),
        pytest.param(("Afspraak", "11", "Huurdersplatform", "en"), False, id="running text"),
        pytest.param(("Gemeente Dalem", "Woonstichting Het Anker"), False, id="signatures"),
    ],
)
def test_header_words(parts: tuple[str, ...], expected: bool) -> None:
    words = [w for i, text in enumerate(parts) for w in make_words(text, 70.0 + 130 * i)]
    assert is_header_row(words) is expected
