"""Typesets bullets grouped by party with fpdf2: side boxes, two-column pages, footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import reportlab
from fpdf import FPDF
from tests.samples.content import (
    FOOTNOTE_MARK,
    Aside,
    Block,
    Bullets,
    Contents,
    Document,
    Grid,
    Heading,
    PageBreak,
    PartyGroup,
    Signatures,
    Text,
    Title,
    plain,
    shown,
)

Colour = tuple[int, int, int]
FONTS = Path(reportlab.__file__).parent / "fonts"
"""Bitstream Vera comes with reportlab and may be embedded."""
VERA = {"": "Vera.ttf", "B": "VeraBd.ttf", "I": "VeraIt.ttf", "BI": "VeraBI.ttf"}
WORD = re.compile(r"^(\W*)([\w]+)(.*)$")
BLACK, GREY = (0, 0, 0), (105, 105, 105)
BOX_WIDTH, BOX_GAP = 158.0, 16.0  # points: a side box, and the room around it
GUTTER = 24.0  # points between columns


@dataclass(frozen=True)
class Look:
    """Faces, sizes in points and colours of a document."""

    family: str = "vera"
    size: float = 10.5
    leading: float = 1.53
    """Line height over type size."""
    margin: float = 66.0
    top: float = 80.0
    bottom: float = 74.0
    colour: Colour = (34, 87, 122)
    shade: Colour = (232, 240, 245)
    justified: bool = False
    headings: tuple[float, float, float] = (18.0, 13.0, 11.0)


@dataclass(frozen=True)
class Word:
    text: str
    style: str


@dataclass(frozen=True)
class Style:
    """How a paragraph is set."""

    size: float
    style: str = ""
    colour: Colour = BLACK
    indent: float = 0.0
    label: str | None = None
    """Beside the first line, in the indent."""
    label_indent: float = 0.0


class GroupTypesetter:
    """Sets line by line: the width of a line follows from where on the page it stands."""

    def __init__(self, document: Document, look: Look, pages: dict[str, int]) -> None:
        self.document, self.look, self.pages = document, look, pages
        self.found: dict[str, int] = {}
        self.soft = {w.replace("-", ""): w.split("-") for w in document.hyphenation}
        self.pdf = FPDF(unit="pt", format="A4")
        self.pdf.core_fonts_encoding = "windows-1252"
        if look.family == "vera":
            for style, file in VERA.items():
                self.pdf.add_font("vera", style, FONTS / file)
        self.pdf.set_creation_date(datetime(2025, 9, 1, 9, 0, tzinfo=UTC))
        self.pdf.set_title(document.title)
        self.pdf.set_producer("fpdf2")
        self.pdf.set_auto_page_break(False)
        self.columns, self.column = 1, 0
        self.y = look.top
        self.box = (0.0, 0.0)
        self.notes: list[str] = []
        self.body = Style(look.size)
        self._open_page()

    def typeset(self) -> None:
        for block in self.document.blocks:
            self.setters()[type(block)](block)
        self._close_page()

    def setters(self) -> dict[type[Block], Callable[..., None]]:
        return {
            Title: self._title,
            Contents: self._contents,
            Heading: self._heading,
            Text: lambda b: self.paragraph(b.text),
            Bullets: lambda b: self.bullets(b.items),
            PartyGroup: self._group,
            Aside: self._aside,
            Grid: self._grid,
            Signatures: self._signatures,
            PageBreak: lambda b: self.new_page(b.columns),
        }

    def _title(self, title: Title) -> None:
        self.pdf.set_fill_color(*self.look.colour)
        self.pdf.rect(0, 0, self.pdf.w, 210, style="F")
        self.y = 120
        self.lines(title.lines[0], Style(26, "B", (255, 255, 255)))
        self.y = 250
        for line in title.lines[1:]:
            self.lines(line, Style(13, "", self.look.colour))
            self.y += 6

    def _contents(self, contents: Contents) -> None:
        self.lines(contents.heading, Style(self.look.headings[0], "B", self.look.colour))
        self.y += 8
        for heading in self.document.blocks:
            if isinstance(heading, Heading) and (heading.number or heading.level == 1):
                self._contents_line(heading)

    def _contents_line(self, heading: Heading) -> None:
        page = str(self.pages.get(heading.printed, 0))
        (x, width), indent = self.span(), 16.0 * (heading.level - 1)
        right = x + width - self._width(page, self.body)
        dot = self._width(".", self.body)
        room = right - x - indent - self._width(heading.printed + "   ", self.body)
        self.draw(page, right, self.y + self.look.size, self.body)
        line = f"{heading.printed} {'.' * int(room / dot)}"
        self.lines(line, Style(self.look.size, indent=indent))
        self.y += 3

    def _heading(self, heading: Heading) -> None:
        size = self.look.headings[heading.level - 1]
        self.y += size * (0.9 if self.y > self.look.top else 0)
        self.need(size * 1.4 + 4 * self.look.size * self.look.leading)
        self.found.setdefault(heading.printed, self.pdf.page_no())
        self.lines(heading.printed, Style(size, "B", self.look.colour))
        self.y += size * 0.25

    def paragraph(self, text: str) -> None:
        self.lines(text, self.body)
        self.y += self.look.size * 0.6

    def bullets(self, items: tuple[str, ...], indent: float = 0.0, mark: str = "•") -> None:
        for item in items:
            self.lines(item, self._labelled(mark, indent))
        self.y += self.look.size * 0.5

    def _labelled(self, mark: str, indent: float) -> Style:
        return Style(self.look.size, indent=indent + 15, label=mark, label_indent=indent + 4)

    def _group(self, group: PartyGroup) -> None:
        self.need(3 * self.look.size * self.look.leading)
        self.lines(group.heading, Style(self.look.size, "B"))
        for agreement in group.agreements:
            mark: str | None = "•"
            for part in agreement.parts:
                if isinstance(part, Bullets):
                    self.bullets(part.items, indent=15, mark="–")
                else:
                    style = self._labelled(mark or "", 0)
                    self.lines(part, style)
                    mark = None
            self.y += self.look.size * 0.3
        self.y += self.look.size * 0.5

    def _aside(self, aside: Aside) -> None:
        if aside.heading and self.columns == 1:
            self._side_box(aside)
        else:
            x, _ = self.span()
            self.need(5 * self.look.size * self.look.leading)
            top = self.y
            for text, style in ((aside.heading, "B"), (aside.text, "I")):
                if text:
                    self.lines(text, Style(self.look.size, style, self.look.colour, indent=14))
            self.pdf.set_fill_color(*self.look.colour)
            self.pdf.rect(x, top + 1, 3, self.y - top - 2, style="F")
            self.y += self.look.size

    def _side_box(self, aside: Aside) -> None:
        """A shaded box at the right margin; what follows runs along its left side."""
        size, inner = self.look.size * 0.88, BOX_WIDTH - 20
        lines = [(line, "B") for line in self.broken(aside.heading or "", inner, size, "B")]
        lines += [(line, "") for line in self.broken(aside.text, inner, size)]
        height = len(lines) * size * 1.4 + 20
        self.need(height + 20)
        left, y = self.pdf.w - self.look.margin - BOX_WIDTH, self.y + 12
        self.pdf.set_fill_color(*self.look.shade)
        self.pdf.rect(left, self.y, BOX_WIDTH, height, style="F")
        for line, style in lines:
            self.draw(line, left + 10, y + size * 0.8, Style(size, style))
            y += size * 1.4
        self.box = (self.y, self.y + height + BOX_GAP)

    def _grid(self, grid: Grid) -> None:
        height, size = self.look.size * 2, self.look.size * 0.92
        self.need(height * (len(grid.rows) + 2))
        x, width = self.span()
        if grid.caption:
            self.lines(grid.caption, Style(size, "I"))
        for row, style in ((grid.header, "B"), *((r, "") for r in grid.rows)):
            for index, cell in enumerate(row):
                left = x + index * width / len(row)
                self.draw(cell, left, self.y + height * 0.66, Style(size, style))
            self.y += height
            self._rule(x, width)
        self.y += self.look.size

    def _rule(self, x: float, width: float) -> None:
        self.pdf.set_draw_color(*GREY)
        self.pdf.set_line_width(0.5)
        self.pdf.line(x, self.y, x + width, self.y)

    def _signatures(self, signatures: Signatures) -> None:
        x, width = self.span()
        self.need(70)
        for index, role in enumerate(signatures.roles):
            left = x + (index % 2) * (width / 2 + 8)
            if index % 2 == 0:
                self.need(70)
                self.y += 66
            self.pdf.line(left, self.y - 14, left + width / 2 - 16, self.y - 14)
            self.draw(role, left, self.y, Style(self.look.size * 0.9))
        self.y += 20

    def lines(self, text: str, style: Style) -> None:
        """A paragraph from the current height, over the end of a column or page if need be."""
        words, step = self._words(text, style.style), style.size * self.look.leading
        label = style.label
        while words:
            line, rest = self._line_of(words, style)
            marks = FOOTNOTE_MARK.findall(" ".join(w.text for w in line))
            if self.y + step > self.floor(marks):
                self._advance()
                line, rest = self._line_of(words, style)
            self.notes.extend(marks)
            x, width = self.span()
            base = self.y + style.size
            if label:
                self.draw(label, x + style.label_indent, base, Style(style.size, style.style))
                label = None
            justified = self.look.justified and style.size == self.look.size and rest
            spread = width - style.indent if justified else None
            self._draw_words(line, x + style.indent, base, (style, spread))
            words = rest
            self.y += step

    def broken(self, text: str, width: float, size: float, style: str = "") -> list[str]:
        """The lines of a text set in a fixed width."""
        words, lines = self._words(text, style), []
        while words:
            line, words = self._fill(words, width, size)
            lines.append(" ".join(w.text for w in line))
        return lines

    def _words(self, text: str, style: str) -> list[Word]:
        """The words with their styles; bold runs begin and end with a word."""
        words, bold = [], False
        for raw in shown(text).split():
            bold = bold or raw.startswith("**")
            words.append(Word(raw.replace("**", ""), "B" if bold else style))
            bold = bold and not raw.endswith("**")
        return words

    def _line_of(self, words: list[Word], style: Style) -> tuple[list[Word], list[Word]]:
        return self._fill(words, self.span()[1] - style.indent, style.size)

    def _fill(self, words: list[Word], width: float, size: float) -> tuple[list[Word], list[Word]]:
        """As many words as fit, the last perhaps in part, and those left."""
        line: list[Word] = []
        used = 0.0
        for index, word in enumerate(words):
            wide = self._width(word.text, Style(size, word.style))
            if used + wide > width:
                for head, tail in self._parts(word):
                    if used + self._width(head.text, Style(size, word.style)) <= width:
                        return [*line, head], [tail, *words[index + 1 :]]
                if line:
                    return line, words[index:]
            line.append(word)
            used += wide + self._width(" ", Style(size, word.style))
        return line, []

    def _parts(self, word: Word) -> Iterator[tuple[Word, Word]]:
        """The word cut at each place where a line may end, the longest first part first."""
        match = WORD.match(word.text)
        syllables = self.soft.get(match[2], []) if match else []
        for cut in range(len(syllables) - 1, 0, -1):
            assert match
            head, tail = "".join(syllables[:cut]), "".join(syllables[cut:])
            yield Word(f"{match[1]}{head}-", word.style), Word(f"{tail}{match[3]}", word.style)

    def _draw_words(
        self, words: list[Word], x: float, y: float, setting: tuple[Style, float | None]
    ) -> None:
        """Words on one line, spread over a width if one is given."""
        style, spread = setting
        extra = 0.0
        if spread and len(words) > 1:
            used = sum(self._width(w.text + " ", Style(style.size, w.style)) for w in words)
            used -= self._width(" ", style)
            extra = min((spread - used) / (len(words) - 1), style.size)
        for word in words:
            face = Style(style.size, word.style, style.colour)
            self.draw(word.text + " ", x, y, face)
            x += self._width(word.text + " ", face) + extra

    def _width(self, text: str, style: Style) -> float:
        self.pdf.set_font(self.look.family, style.style, style.size)
        marks = "".join(FOOTNOTE_MARK.findall(text))
        width = self.pdf.get_string_width(FOOTNOTE_MARK.sub("", text))
        return float(width + self.pdf.get_string_width(marks) * 0.6)

    def draw(self, text: str, x: float, y: float, style: Style) -> None:
        """A piece of text at a place, its footnote marks small and raised."""
        self.pdf.set_text_color(*style.colour)
        for index, piece in enumerate(FOOTNOTE_MARK.split(text)):
            raised = index % 2 == 1
            size = style.size * 0.6 if raised else style.size
            self.pdf.set_font(self.look.family, style.style, size)
            if piece:
                self.pdf.text(x, y - style.size * 0.35 if raised else y, piece)
            x += self.pdf.get_string_width(piece)

    def span(self) -> tuple[float, float]:
        """Where a line at the current height begins and how wide it may be."""
        whole = self.pdf.w - 2 * self.look.margin
        width = (whole - GUTTER * (self.columns - 1)) / self.columns
        x = self.look.margin + self.column * (width + GUTTER)
        beside = self.box[0] - self.look.size <= self.y < self.box[1]
        return x, width - (BOX_WIDTH + BOX_GAP if beside else 0)

    def need(self, height: float) -> None:
        if self.y + height > self.floor():
            self._advance()

    def floor(self, extra: list[str] | None = None) -> float:
        """Where the text ends on this page: above its footnotes and those about to come."""
        notes = len(self.notes) + len(extra or [])
        return float(self.pdf.h - self.look.bottom - (notes * 11.5 + 10 if notes else 0))

    def _advance(self) -> None:
        """To the next column, or the next page after the last."""
        if self.column + 1 < self.columns:
            self.column += 1
            self.y = self.look.top
        else:
            self.new_page(self.columns)

    def new_page(self, columns: int) -> None:
        self._close_page()
        self.columns = columns
        self._open_page()

    def _open_page(self) -> None:
        self.pdf.add_page()
        self.notes, self.column, self.y, self.box = [], 0, self.look.top, (0.0, 0.0)
        if self.pdf.page_no() > 1:
            self.draw(self.document.header, self.look.margin, 44, Style(8, "", GREY))

    def _close_page(self) -> None:
        """The footnotes and the footer of the page."""
        x, y = self.look.margin, self.floor() + 8
        if self.notes:
            self.pdf.set_draw_color(*GREY)
            self.pdf.line(x, y - 3, x + 110, y - 3)
        for mark in self.notes:
            y += 11.5
            self.draw(f"[^{mark}] {plain(self.document.footnotes[mark])}", x, y, Style(7.8))
        if self.pdf.page_no() > 1:
            page = str(self.pdf.page_no())
            self.draw(self.document.footer, x, self.pdf.h - 36, Style(8, "", GREY))
            self.draw(page, self.pdf.w - x - 12, self.pdf.h - 36, Style(8, "B", self.look.colour))


def write_pdf(document: Document, path: Path) -> None:
    """The document as PDF, set twice: the first time to learn the page numbers of the contents."""
    draft = GroupTypesetter(document, Look(), {})
    draft.typeset()
    final = GroupTypesetter(document, Look(), draft.found)
    final.typeset()
    path.write_bytes(final.pdf.output())
