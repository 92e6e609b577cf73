"""Converter text and markdown to blocks."""

from __future__ import annotations

import pytest

from prestatie_extract.document import Block
from prestatie_extract.read.markup import clean_inline, count_printed, is_bold, is_italic
from prestatie_extract.read.text import count_characters, read_blocks

PARAGRAPH = "De gemeente en de corporaties werken samen aan genoeg woningen voor iedereen."


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(str(b.label), b.marker, b.text) for b in read_blocks(text)]


def _depths(text: str) -> list[tuple[str, int]]:
    return [(b.marker or str(b.label), b.indent) for b in read_blocks(text)]


class TestHeadings:
    @pytest.mark.parametrize(
        ("line", "text", "rank"),
        [
            pytest.param("# Prestatieafspraken", "Prestatieafspraken", 1, id="one mark"),
            pytest.param("### 1.1 Wonen ###", "1.1 Wonen", 3, id="closed marks"),
            pytest.param("## **Wonen**", "Wonen", 2, id="bold inside"),
            pytest.param("**Wonen en zorg**", "Wonen en zorg", 7, id="bold line alone"),
        ],
    )
    def test_with_marks(self, line: str, text: str, rank: int) -> None:
        """Marks tell a heading's rank; a bold line ranks behind them."""
        first, _ = read_blocks(f"{line}\n\n{PARAGRAPH}")
        assert (str(first.label), first.text, first.rank) == ("section_header", text, rank)

    @pytest.mark.parametrize(
        ("line", "is_heading"),
        [
            pytest.param("Betaalbaarheid", True, id="short line alone"),
            pytest.param("3. Betaalbaarheid", True, id="lone numbered line"),
            pytest.param("3.2 Betaalbaarheid", True, id="decimal number"),
            pytest.param("Hoofdstuk 3: Betaalbaarheid", True, id="chapter word"),
            pytest.param("betaalbaarheid van huren", False, id="small letter"),
            pytest.param("De huren blijven laag.", False, id="full stop"),
            pytest.param("Wij spreken af:", False, id="colon"),
            pytest.param("En", False, id="too few letters"),
            pytest.param("J.P. Heidestein", False, id="initials of a person"),
            pytest.param("Heidal, 12 december 2025", False, id="date"),
        ],
    )
    def test_without_marks(self, line: str, is_heading: bool) -> None:
        """Without marks a line on its own that reads like a heading is one."""
        text = f"{PARAGRAPH}\n\n{line}\n\n{PARAGRAPH}"
        assert (read_blocks(text)[1].label == "section_header") is is_heading

    def test_marks_in_the_text_end_the_guessing(self) -> None:
        """Where headings have marks, a short line without is text."""
        found = _found(f"# Wonen\n\nBetaalbaarheid\n\n{PARAGRAPH}")
        assert [label for label, _, _ in found] == ["section_header", "text", "text"]

    def test_numbered_list_or_lone_number(self) -> None:
        """A numbered line followed by another is a list, also without full stops."""
        text = f"1. Genoeg woningen\n\n2. Betaalbare huren\n\n{PARAGRAPH}"
        assert [m for _, m, _ in _found(text)][:1] == ["1."]
        lone = f"{PARAGRAPH}\n\n1. Genoeg woningen\n\n{PARAGRAPH}"
        assert _found(lone)[1] == ("section_header", "", "1. Genoeg woningen")

    def test_heading_glued_to_its_paragraph(self) -> None:
        """A marked heading needs no blank line behind it."""
        assert [f[0] for f in _found(f"## Wonen\n{PARAGRAPH}")] == ["section_header", "text"]


class TestParagraphs:
    def test_lines_are_joined(self) -> None:
        """Lines without a blank line between them are one paragraph."""
        assert _found("De gemeente bouwt\nvoor iedereen\ndie hier wil wonen.") == [
            ("text", "", "De gemeente bouwt voor iedereen die hier wil wonen.")
        ]

    def test_sentence_end_parts(self) -> None:
        """A line behind a full stop that opens with a capital is a paragraph of its own."""
        assert len(_found("De gemeente bouwt.\nDe corporaties helpen.")) == 2
        assert len(_found("Dit kost ca.\nvier ton.")) == 1

    def test_windows_line_ends(self) -> None:
        """Line ends of any system part lines."""
        assert _found("Wij bouwen\r\nhuizen.") == [("text", "", "Wij bouwen huizen.")]


class TestLists:
    @pytest.mark.parametrize(
        ("line", "marker"),
        [
            ("1. Wij bouwen veel.", "1."),
            ("12) Wij bouwen veel.", "12)"),
            ("a) Wij bouwen veel.", "a)"),
            ("(a) Wij bouwen veel.", "(a)"),
            ("iv. Wij bouwen veel.", "iv."),
            ("- Wij bouwen veel.", "-"),
            ("* Wij bouwen veel.", "*"),
            ("• Wij bouwen veel.", "•"),
        ],
    )
    def test_markers(self, line: str, marker: str) -> None:
        """A list item is its marker and its text."""
        assert _found(line) == [("list_item", marker, "Wij bouwen veel.")]

    def test_depths_and_closing_line(self) -> None:
        """Deeper markers are deeper; running text belongs to the item whose indent it has."""
        text = (
            "1. Wij bouwen:\n"
            "    - hoog;\n"
            "    - laag.\n"
            "\n"
            "    Dat begint dit jaar.\n"
            "\n"
            "2. Wij slopen.\n"
            "\n"
            "Tot zover de afspraken van dit jaar."
        )
        assert _depths(text) == [
            ("1.", 0),
            ("-", 1),
            ("-", 1),
            ("text", 1),
            ("2.", 0),
            ("text", 0),
        ]

    def test_item_over_several_lines(self) -> None:
        """A wrapped item goes on until the next marker."""
        assert _found("- Wij bouwen\n  hoog en laag;\n- Wij slopen.") == [
            ("list_item", "-", "Wij bouwen hoog en laag;"),
            ("list_item", "-", "Wij slopen."),
        ]

    def test_heading_closes_the_list(self) -> None:
        """Indented text below a heading belongs to no item."""
        text = f"# A\n\n1. Wij bouwen.\n\n# Wonen\n\n    {PARAGRAPH}"
        assert _depths(text)[-1] == ("text", 0)


class TestFootnotes:
    @pytest.mark.parametrize(
        ("line", "marker"),
        [
            ("¹ Stand op 1 januari.", "¹"),
            ("^[12] Stand op 1 januari.", "12"),
            ("[^3]: Stand op 1 januari.", "3"),
            ("<sup>4</sup> Stand op 1 januari.", "4"),
        ],
    )
    def test_line_of_a_footnote(self, line: str, marker: str) -> None:
        """A line that opens with a raised mark is a footnote."""
        assert _found(f"{PARAGRAPH}\n\n{line}")[1] == ("footnote", marker, "Stand op 1 januari.")

    def test_characters_of_a_footnote(self) -> None:
        """The mark is printed too and counts."""
        assert read_blocks("¹ Stand nu.")[0].characters == len("¹Standnu.")


class TestContentsAndFurniture:
    def test_contents_entries(self) -> None:
        """Lines with a page number below the contents heading are no text."""
        text = f"Inhoud\n\n1 Inleiding\t3\n2 Wonen ..... 5\n\n# 1 Inleiding\n\n{PARAGRAPH}"
        assert [f[0] for f in _found(text)] == [
            "text",
            "document_index",
            "document_index",
            "section_header",
            "text",
        ]

    def test_logos_are_furniture(self) -> None:
        """A group of short lines that comes back on each page stands behind the text."""
        logos = "Heidal\n\nWOONWIJS\n\nHuurdersbelang"
        text = f"\n\n{PARAGRAPH}\n\n".join([logos] * 4)
        labels = [f[0] for f in _found(text)]
        assert labels == ["text"] * 3 + ["page_footer"] * 12

    def test_recurring_heading_is_no_furniture(self) -> None:
        """One short line that recurs alone is a heading."""
        text = f"\n\n{PARAGRAPH}\n\n".join(["De afspraken"] * 5)
        assert "page_footer" not in {f[0] for f in _found(text)}


class TestMarkup:
    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            pytest.param("in 2023¹ en", "in 2023 en", id="raised digit"),
            pytest.param("in 2023^[1] en", "in 2023 en", id="caret and brackets"),
            pytest.param("in 2023 ^[1] en", "in 2023 en", id="space before the mark"),
            pytest.param("in 2023[^1] en", "in 2023 en", id="markdown footnote"),
            pytest.param("in 2023<sup>1</sup> en", "in 2023 en", id="sup"),
            pytest.param("van 70 m² groot", "van 70 m² groot", id="m² is a unit"),
            pytest.param("op 2 km² grond", "op 2 km² grond", id="km² is one too"),
            pytest.param("de 2 ^e fase", "de 2e fase", id="raised ordinal"),
            pytest.param("1<sup>ste</sup> fase", "1ste fase", id="ordinal in sup"),
            pytest.param("**vet** en *schuin* en _ook_", "vet en schuin en ook", id="emphasis"),
            pytest.param("***beide*** samen", "beide samen", id="bold and italic"),
            pytest.param("toegankelijk* wonen", "toegankelijk* wonen", id="lone star stays"),
            pytest.param("snake_case_naam", "snake_case_naam", id="underscores in a word stay"),
            pytest.param("<p>een <b>twee</b></p>", "een twee", id="tags"),
            pytest.param("huur&nbsp;&amp; koop", "huur & koop", id="entities"),
            pytest.param("zie [de site](https://x.nl/a)", "zie de site", id="link"),
            pytest.param("![logo](a.png) tekst", "tekst", id="image"),
            pytest.param("a\u00a0 b", "a b", id="hard spaces fold"),
        ],
    )
    def test_clean_inline(self, raw: str, text: str) -> None:
        """Markup and footnote marks go, the words stay."""
        assert clean_inline(raw) == text

    @pytest.mark.parametrize(
        ("raw", "bold", "italic"),
        [
            ("**vet**", True, False),
            ("__vet__", True, False),
            ("<b>vet</b>", True, False),
            ("<p><strong>vet</strong></p>", True, False),
            ("**vet** en meer", False, False),
            ("**vet** en **vet**", False, False),
            ("*schuin*", False, True),
            ("<i>schuin</i>", False, True),
            ("gewoon", False, False),
        ],
    )
    def test_emphasis_of_the_whole(self, raw: str, bold: bool, italic: bool) -> None:
        """Only a text that is bold from end to end is bold."""
        assert (is_bold(raw), is_italic(raw)) == (bold, italic)

    @pytest.mark.parametrize(
        ("raw", "count"),
        [
            pytest.param("a b\tc\n", 3, id="white space is not printed"),
            pytest.param("# Wonen", 5, id="heading marks"),
            pytest.param("**a** <b>b</b>", 2, id="emphasis and tags"),
            pytest.param("2023¹", 5, id="footnote marks are printed"),
            pytest.param("|---|---|", 0, id="rule of a pipe table"),
        ],
    )
    def test_count_printed(self, raw: str, count: int) -> None:
        """What a reader sees is counted, what a converter added is not."""
        assert count_printed(raw) == count


TEXTS = [
    f"# Wonen\n\n{PARAGRAPH}\n\n1. Wij bouwen¹:\n   - hoog;\n   - laag.\n\n¹ Stand nu.",
    f"Nr\tAfspraak\n1\t<p>Wij bouwen</p><ul><li>hoog</li></ul>\n\n{PARAGRAPH}",
    f"| Nr | Afspraak |\n|---|---|\n| 1 | **Wij** bouwen |\n\n{PARAGRAPH}",
    f"Inhoud\n\nWonen ... 3\n\n{PARAGRAPH}\n\n> Citaat van iemand.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_character_once(text: str) -> None:
    """The blocks account for every printed character of the text."""
    assert _characters(read_blocks(text)) == count_characters(text)


def _characters(blocks: tuple[Block, ...]) -> int:
    return sum(b.characters for b in blocks)


def test_items_with_a_tab() -> None:
    """A number, a tab and one text are a list item; with more cells they are a row of a table."""
    blocks = read_blocks("1.\tWij bouwen huizen.\n2.\tWij planten bomen.\n\n3.\tWij meten.\tAllen")
    assert [(str(b.label), b.marker) for b in blocks] == [
        ("list_item", "1."),
        ("list_item", "2."),
        ("table", ""),
    ]
