"""Tables in converter text."""

from __future__ import annotations

import pytest

from prestatie_extract.document import Block
from prestatie_extract.read.text import read_blocks
from prestatie_extract.read.text_tables import cell_blocks, is_table_line, lines_to_table


def _texts(block: Block) -> list[list[str]]:
    assert block.table is not None
    return [[cell.text for cell in row] for row in block.table.rows]


def _blocks(raw: str) -> list[tuple[str, str, str]]:
    return [(str(b.label), b.marker, b.text) for b in cell_blocks(raw)]


@pytest.mark.parametrize(
    ("line", "is_table"),
    [
        ("Nr\tAfspraak", True),
        ("1\t", True),
        ("\tvervolg", True),
        ("| 1 | Wij bouwen |", True),
        ("|---|---|", True),
        ("Wij bouwen | slopen", False),
        ("\t", False),
        ("Wij bouwen", False),
    ],
)
def test_is_table_line(line: str, is_table: bool) -> None:
    """Tabs between cells or pipes around them make a row."""
    assert is_table_line(line) is is_table


def test_tabs() -> None:
    """A tab ends a cell; short rows are filled up."""
    block = lines_to_table(["Nr\tAfspraak\tTrekker", "1\tWij bouwen\tAllen", "\tverder"])
    assert _texts(block) == [
        ["Nr", "Afspraak", "Trekker"],
        ["1", "Wij bouwen", "Allen"],
        ["", "verder", ""],
    ]


def test_pipes() -> None:
    """The rule below a markdown header is no row."""
    block = lines_to_table(["| Nr | Afspraak |", "|:--|---|", "| 1 | Wij bouwen |"])
    assert _texts(block) == [["Nr", "Afspraak"], ["1", "Wij bouwen"]]


def test_empty_first_cell_between_pipes() -> None:
    """A row without a number keeps its columns."""
    block = lines_to_table(["| Nr | Afspraak |", "|---|---|", "|| verder |"])
    assert _texts(block)[1] == ["", "verder"]


def test_text_around_a_table() -> None:
    """A table ends where a line without tabs follows."""
    blocks = read_blocks("Zie de tabel:\nNr\tAfspraak\n1\tWij bouwen\nEn dat is alles.")
    assert [str(b.label) for b in blocks] == ["text", "table", "text"]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param("Wij bouwen", [("text", "", "Wij bouwen")], id="plain"),
        pytest.param(
            "<p>Wij bouwen</p><p>Zij slopen</p>",
            [("text", "", "Wij bouwen"), ("text", "", "Zij slopen")],
            id="paragraphs",
        ),
        pytest.param(
            "Wij:<ul><li>bouwen</li><li>slopen</li></ul>en meer",
            [
                ("text", "", "Wij:"),
                ("list_item", "•", "bouwen"),
                ("list_item", "•", "slopen"),
                ("text", "", "en meer"),
            ],
            id="list with text around it",
        ),
        pytest.param(
            "<ul><li>Wij: - bouwen - slopen</li></ul>",
            [
                ("list_item", "-", "Wij:"),
                ("list_item", "-", "bouwen"),
                ("list_item", "-", "slopen"),
            ],
            id="dashes inside a list part its items",
        ),
        pytest.param(
            "Wij bouwen<br>en slopen",
            [("text", "", "Wij bouwen"), ("text", "", "en slopen")],
            id="line break",
        ),
        pytest.param("2024 - 2026", [("text", "", "2024 - 2026")], id="dash outside a list"),
        pytest.param("", [], id="empty"),
        pytest.param("<p></p>", [], id="empty paragraph"),
    ],
)
def test_html_in_cells(raw: str, found: list[tuple[str, str, str]]) -> None:
    """HTML parts a cell into paragraphs and list items."""
    assert _blocks(raw) == found


def test_bold_paragraph_in_a_cell() -> None:
    """A bold paragraph opens a cell as its title."""
    first, second = cell_blocks("<p><b>Wij bouwen.</b></p><p>Dat doen we samen.</p>")
    assert (first.bold, second.bold) == (True, False)


def test_nested_table() -> None:
    """Rows of figures below an empty header cell are a table inside their row."""
    block = lines_to_table(
        [
            "Nr\tAfspraak\t\tTrekker",
            "1\tWij bouwen\t\tAllen",
            "\t40\t20\t",
            "\t50\t30\t",
            "2\tWij slopen\t\tAllen",
        ]
    )
    assert block.table is not None
    assert [row[0].text for row in block.table.rows] == ["Nr", "1", "", "2"]
    (nested,) = block.table.rows[2][1].blocks
    assert _texts(nested) == [["40", "20"], ["50", "30"]]


def test_every_character_once() -> None:
    """The characters of the cells are those of the table."""
    block = lines_to_table(["Nr\tAfspraak", "1\t<ul><li>a: - b - c</li></ul>"])
    assert block.table is not None
    assert block.characters == sum(c.characters for row in block.table.rows for c in row)
