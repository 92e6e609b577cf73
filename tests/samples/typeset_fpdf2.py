"""Typesets a list-style document with fpdf2: base fonts, footnotes, contents, header, footer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF
from tests.samples.content import (
    FOOTNOTE_MARK,
    Agreement,
    Block,
    Bullets,
    Contents,
    Document,
    Figures,
    Heading,
    PageBreak,
    Signatures,
    Text,
    Title,
    plain,
)

MARGIN, TOP, BOTTOM = 68.0, 84.0, 94.0  # points
BODY, NOTE, SMALL = 11.0, 8.5, 8.5  # type sizes in points
LEADING = 1.44  # line height over type size
INDENT = 22.0  # points: hanging indent of a list item
HEADING_SIZES = {1: 16.0, 2: 13.0, 3: 11.0}
BLUE, GREY, BLACK = (28, 69, 110), (110, 110, 110), (0, 0, 0)


class ListTypesetter:
    """Sets line by line: a paragraph may run over a page end, a note stands where its mark is."""

    def __init__(self, document: Document, pages: dict[str, int]) -> None:
        self.document, self.pages = document, pages
        self.found: dict[str, int] = {}
        self.pdf = FPDF(unit="pt", format="A4")
        self.pdf.core_fonts_encoding = "windows-1252"
        self.pdf.set_creation_date(datetime(2025, 1, 6, 9, 0, tzinfo=UTC))
        self.pdf.set_title(document.title)
        self.pdf.set_producer("fpdf2")
        self.pdf.set_auto_page_break(False)
        self.notes: list[str] = []
        self.y = TOP
        self._open_page()

    def typeset(self) -> None:
        for block in self.document.blocks:
            self._block(block)
        self._close_page()

    def _block(self, block: Block) -> None:
        setters: dict[type, Callable[..., None]] = {
            Title: self._title,
            Contents: self._contents,
            Heading: self._heading,
            Text: lambda b: self._paragraph(b.text),
            Bullets: lambda b: self._bullets(b.items),
            Agreement: self._agreement,
            Figures: self._figures,
            Signatures: self._signatures,
            PageBreak: lambda _: self._new_page(),
        }
        setters[type(block)](block)

    def _title(self, title: Title) -> None:
        self.y += 120
        self._lines(title.lines[0], size=24, style="B", colour=BLUE, family="helvetica")
        self.y += 10
        for line in title.lines[1:]:
            self._lines(line, size=13, family="helvetica")
        self.y += 50

    def _contents(self, contents: Contents) -> None:
        self._lines(
            contents.heading, size=HEADING_SIZES[1], style="B", colour=BLUE, family="helvetica"
        )
        self.y += 6
        for heading in self.document.blocks:
            if isinstance(heading, Heading) and (heading.number or heading.level == 1):
                self._contents_line(heading)

    def _contents_line(self, heading: Heading) -> None:
        self.pdf.set_font("times", size=BODY)
        left, page = MARGIN + 14 * (heading.level - 1), str(self.pages.get(heading.printed, 0))
        room = self.pdf.w - MARGIN - left - self.pdf.get_string_width(heading.printed + " " + page)
        dots = "." * int(room / self.pdf.get_string_width("."))
        self.pdf.text(left, self.y + BODY, f"{heading.printed} {dots}")
        self.pdf.text(self.pdf.w - MARGIN - self.pdf.get_string_width(page), self.y + BODY, page)
        self.y += BODY * 1.5

    def _heading(self, heading: Heading) -> None:
        size = HEADING_SIZES[heading.level]
        self.y += size * 0.9
        if self.y + size + 4 * BODY * LEADING > self._floor():
            self._new_page()
        self.found.setdefault(heading.printed, self.pdf.page_no())
        style = "BI" if heading.number is None and heading.level > 1 else "B"
        self._lines(heading.printed, size=size, style=style, colour=BLUE, family="helvetica")
        self.y += 3

    def _paragraph(self, text: str) -> None:
        self._lines(text)
        self.y += 6

    def _bullets(self, items: tuple[str, ...], left: float = MARGIN) -> None:
        for item in items:
            self._lines(item, left=left + INDENT, label="•", label_left=left + 8)
        self.y += 6

    def _agreement(self, agreement: Agreement) -> None:
        label: str | None = f"{agreement.number}."
        for part in agreement.parts:
            if isinstance(part, Bullets):
                self._bullets(part.items, left=MARGIN + INDENT)
                self.y -= 4
            else:
                self._lines(part, left=MARGIN + INDENT, label=label, label_left=MARGIN)
                label = None
        self.y += 5

    def _figures(self, figures: Figures) -> None:
        height = 16.0
        if self.y + height * (len(figures.rows) + 3) > self._floor():
            self._new_page()
        self._lines(figures.caption or "", style="B", size=10)
        for row, style in ((figures.header, "B"), *((r, "") for r in figures.rows)):
            self._figures_row(row, style=style, height=height)
        self.y += 10

    def _figures_row(self, cells: tuple[str, ...], *, style: str, height: float) -> None:
        widths = [150.0, *([100.0] * (len(cells) - 1))]
        x = MARGIN
        self.pdf.set_draw_color(*GREY)
        for cell, width in zip(cells, widths, strict=True):
            self.pdf.rect(x, self.y, width, height)
            self._line(cell, x + 4, self.y + 11.5, size=10, style=style)
            x += width
        for mark in FOOTNOTE_MARK.findall(" ".join(cells)):
            self.notes.append(mark)
        self.y += height

    def _signatures(self, signatures: Signatures) -> None:
        for index, role in enumerate(signatures.roles):
            x = MARGIN + (index % 2) * 240
            self.pdf.line(x, self.y + 52, x + 190, self.y + 52)
            self._line(role, x, self.y + 65, size=10)
            self.y += 80 * (index % 2)

    def _lines(
        self,
        text: str,
        *,
        left: float = MARGIN,
        size: float = BODY,
        style: str = "",
        colour: tuple[int, int, int] = BLACK,
        family: str = "times",
        label: str | None = None,
        label_left: float = MARGIN,
    ) -> None:
        """Text broken into lines from `left` to the right margin, the label beside the first."""
        self.pdf.set_font(family, style, size)
        for line in self._broken(text, self.pdf.w - MARGIN - left):
            marks = FOOTNOTE_MARK.findall(line)
            if self.y + size * LEADING > self._floor(marks):
                self._new_page()
            self.notes.extend(marks)
            self.pdf.set_text_color(*colour)
            if label:
                self._line(label, label_left, self.y + size, size=size, style=style, family=family)
                label = None
            self._line(line, left, self.y + size, size=size, style=style, family=family)
            self.y += size * LEADING

    def _broken(self, text: str, width: float) -> list[str]:
        """Greedy lines no wider than `width` in the current font."""
        lines, line = [], ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and self.pdf.get_string_width(plain(longer)) > width:
                lines.append(line)
                longer = word
            line = longer
        return [*lines, line]

    def _line(
        self, line: str, x: float, y: float, *, size: float, style: str = "", family: str = "times"
    ) -> None:
        """One line, its footnote marks small and raised."""
        for index, piece in enumerate(FOOTNOTE_MARK.split(line)):
            raised = index % 2 == 1
            self.pdf.set_font(family, style, size * 0.6 if raised else size)
            self.pdf.text(x, y - size * 0.35 if raised else y, piece)
            x += self.pdf.get_string_width(piece)

    def _floor(self, extra: list[str] | None = None) -> float:
        """Where the text ends on this page: above its footnotes and those about to come."""
        notes = [*self.notes, *(extra or [])]
        return self.pdf.h - BOTTOM - (len(notes) * NOTE * 1.4 + 8 if notes else 0)

    def _open_page(self) -> None:
        self.pdf.add_page()
        self.notes, self.y = [], TOP
        if self.pdf.page_no() > 1:
            self.pdf.set_text_color(*GREY)
            self._line(self.document.header, MARGIN, 48, size=SMALL, family="helvetica")
            self.pdf.set_text_color(*BLACK)

    def _close_page(self) -> None:
        """The footnotes and the footer of the page."""
        y = self._floor() + 8
        if self.notes:
            self.pdf.set_draw_color(*BLACK)
            self.pdf.line(MARGIN, y - 4, MARGIN + 130, y - 4)
        self.pdf.set_text_color(*BLACK)
        for mark in self.notes:
            self._line(f"[^{mark}] {self.document.footnotes[mark]}", MARGIN, y + NOTE, size=NOTE)
            y += NOTE * 1.4
        if self.pdf.page_no() > 1:
            self.pdf.set_text_color(*GREY)
            self._line(
                self.document.footer, MARGIN, self.pdf.h - 38, size=SMALL, family="helvetica"
            )
            page = f"Pagina {self.pdf.page_no()}"
            self._line(
                page, self.pdf.w - MARGIN - 40, self.pdf.h - 38, size=SMALL, family="helvetica"
            )
            self.pdf.set_text_color(*BLACK)

    def _new_page(self) -> None:
        self._close_page()
        self._open_page()


def write_pdf(document: Document, path: Path) -> None:
    """The document as PDF, set twice: the first time to learn the page numbers of the contents."""
    draft = ListTypesetter(document, {})
    draft.typeset()
    final = ListTypesetter(document, draft.found)
    final.typeset()
    path.write_bytes(final.pdf.output())
