"""Typesets agreements in tables without vertical rules with reportlab.

The rows of odd chapters are shaded in turn; those of even chapters have no rules and no shading,
so that only alignment and the words of the header tell the columns apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus.tableofcontents import TableOfContents
from tests.samples.content import (
    BOLD,
    FOOTNOTE_MARK,
    Agreement,
    AgreementTable,
    Block,
    Bullets,
    Column,
    Contents,
    Document,
    Grid,
    Heading,
    PageBreak,
    Signatures,
    Text,
    Title,
    shown,
)

WIDTH, HEIGHT = A4
LEAST_PART = 36  # points: no part of a row cut by a page end is less high
VERA = {"Vera": "Vera.ttf", "Vera-Bold": "VeraBd.ttf", "Vera-Italic": "VeraIt.ttf"}
"""Bitstream Vera comes with reportlab and may be embedded."""


@dataclass(frozen=True)
class Look:
    """Faces, sizes and colours of a document."""

    regular: str
    bold: str
    size: float
    """Of the text, in points; the other sizes follow from it."""
    colour: colors.Color
    shade: colors.Color
    margin: float
    justified: bool = False

    def style(self, name: str, **changes: Any) -> ParagraphStyle:
        """A paragraph style: that of the text with changes."""
        size = changes.get("fontSize", self.size)
        given = {"fontName": self.regular, "fontSize": size, "leading": size * 1.4, "spaceAfter": 6}
        if self.justified:
            given["alignment"] = TA_JUSTIFY
        return ParagraphStyle(name, **{**given, **changes})

    @property
    def heading_sizes(self) -> dict[int, float]:
        return {1: self.size * 1.7, 2: self.size * 1.2, 3: self.size * 1.05}


LOOK = Look(
    regular="Vera",
    bold="Vera-Bold",
    size=9.5,
    colour=colors.HexColor("#00616b"),
    shade=colors.HexColor("#e3f0f0"),
    margin=60,
)


class CentredTable(Table):  # type: ignore[misc]  # reportlab is published without types
    """A table of centred cells; a row cut by a page end hangs from its first line instead."""

    def split(self, width: float, height: float) -> list[Flowable]:
        self._calc(width, height)
        cut = self._getFirstPossibleSplitRowPosition(height, ignoreSpans=1)
        if 0 < cut < len(self._cellStyles):
            for style in self._cellStyles[cut]:
                style.valign = "TOP"
        parts: list[Flowable] = super().split(width, height)
        return parts


class OpenTypesetter:
    """Turns the blocks of a document into what reportlab sets."""

    def __init__(self, document: Document, look: Look) -> None:
        self.document, self.look = document, look
        self.soft = {w.replace("-", ""): w.replace("-", "\u00ad") for w in document.hyphenation}
        self.words = re.compile(rf"\b({'|'.join(sorted(self.soft, key=len, reverse=True))})\b")
        self.chapter = ""
        self.body = look.style("body")
        self.item = look.style("item", leftIndent=16, bulletIndent=3, spaceAfter=3)
        self.cell = look.style(
            "cell", fontSize=look.size * 0.92, leading=look.size * 1.28, spaceAfter=0, alignment=0
        )
        self.head = look.style("head", parent=self.cell, fontName=look.bold, spaceAfter=0)
        self.cell_item = ParagraphStyle("cell item", self.cell, leftIndent=9, bulletIndent=1)

    def story(self) -> list[Flowable]:
        return [flowable for block in self.document.blocks for flowable in self.flowables(block)]

    def flowables(self, block: Block) -> list[Flowable]:
        return self.setters()[type(block)](block)

    def setters(self) -> dict[type, Callable[..., list[Flowable]]]:
        return {
            Title: self._title,
            Contents: self._contents,
            Heading: self.heading,
            Text: lambda b: [self.paragraph(b.text, self.body)],
            Bullets: lambda b: [self.paragraph(i, self.item, "•") for i in b.items],
            AgreementTable: self._table,
            Grid: self.grid,
            Signatures: self.signatures,
            PageBreak: lambda _: [NextPageTemplate("text"), NewPage()],
        }

    def markup(self, text: str) -> str:
        """The text with soft hyphens, as reportlab's paragraphs want it."""
        soft = self.words.sub(lambda m: self.soft[m.group()], escape(shown(text)))
        return FOOTNOTE_MARK.sub(r"<super size=6>\1</super>", BOLD.sub(r"<b>\1</b>", soft))

    def paragraph(self, text: str, style: ParagraphStyle, bullet: str | None = None) -> Paragraph:
        return Paragraph(self.markup(text), style, bulletText=bullet)

    def _title(self, title: Title) -> list[Flowable]:
        large = self.look.style(
            "large", fontName=self.look.bold, fontSize=27, leading=34, textColor=self.look.colour
        )
        small = self.look.style("small", fontSize=13, leading=20, spaceAfter=14, alignment=0)
        first, *rest = title.lines
        return [
            Spacer(1, HEIGHT * 0.3),
            self.paragraph(first, large),
            Spacer(1, 10),
            *(self.paragraph(line, small) for line in rest),
        ]

    def _contents(self, contents: Contents) -> list[Flowable]:
        lines = TableOfContents(dotsMinLevel=0)
        lines.levelStyles = [self.look.style("contents", leading=self.look.size * 1.5)]
        size = self.look.heading_sizes[1]
        style = self.look.style(
            "contents heading", fontName=self.look.bold, fontSize=size, textColor=self.look.colour
        )
        return [self.paragraph(contents.heading, style), lines, NewPage()]

    def heading(self, heading: Heading) -> list[Flowable]:
        if heading.level == 1:
            self.chapter = heading.number or ""
        size = self.look.heading_sizes[heading.level]
        style = self.look.style(
            f"heading {heading.level}",
            fontName=self.look.bold,
            fontSize=size,
            leading=size * 1.25,
            textColor=self.look.colour,
            spaceBefore=size,
            spaceAfter=size * 0.45,
            alignment=0,
        )
        paragraph = self.paragraph(heading.printed, style)
        if heading.level == 1:
            paragraph.contents_line = heading.printed
        return [CondPageBreak(95), paragraph]

    def _table(self, table: AgreementTable) -> list[Flowable]:
        rows = [[self.paragraph(c.header, self.head) for c in table.columns]]
        rows += [[self._cell(row, c) for c in table.columns] for row in table.rows]
        shaded = self.chapter.isdecimal() and int(self.chapter) % 2 == 1
        width = WIDTH - 2 * self.look.margin
        flowable = CentredTable(
            rows,
            colWidths=[c.width * width for c in table.columns],
            repeatRows=int(table.repeat_header),
            splitByRow=0,
            splitInRow=LEAST_PART,
            spaceBefore=6,
            spaceAfter=12,
        )
        flowable.setStyle(TableStyle(self._shaded() if shaded else self._bare()))
        return [flowable]

    def _shaded(self) -> list[tuple[Any, ...]]:
        return [
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.white, self.look.shade]),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
            ("LEFTPADDING", (0, 0), (-1, -1), 5),
        ]

    def _bare(self) -> list[tuple[Any, ...]]:
        return [
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 12),
        ]

    def _cell(self, row: Agreement, column: Column) -> list[Flowable] | str:
        if column.role == "text":
            return self._parts(row)
        single = {
            "number": row.number,
            "trekker": row.trekker,
            "betrokkenen": row.betrokkenen,
            "planning": row.planning,
        }.get(column.role, row.context.get(column.role))
        return [self.paragraph(single, self.cell)] if single else ""

    def _parts(self, agreement: Agreement) -> list[Flowable]:
        out: list[Flowable] = (
            [self.paragraph(agreement.title, self.head)] if agreement.title else []
        )
        for part in agreement.parts:
            if isinstance(part, Bullets):
                out += [self.paragraph(item, self.cell_item, "-") for item in part.items]
            else:
                out.append(self.paragraph(part, self.cell))
        return out

    def grid(self, grid: Grid) -> list[Flowable]:
        rows = [[self.paragraph(c, self.head) for c in grid.header]]
        rows += [[self.paragraph(c, self.cell) for c in row] for row in grid.rows]
        table = Table(rows, hAlign="LEFT", spaceAfter=12, repeatRows=1)
        table.setStyle(TableStyle(self._shaded()))
        caption = [self.paragraph(grid.caption, self.head)] if grid.caption else []
        return [*caption, Spacer(1, 4), table]

    def signatures(self, signatures: Signatures) -> list[Flowable]:
        cells = [self.paragraph(role, self.cell) for role in signatures.roles]
        cells += [""] * (len(cells) % 2)
        pairs = [cells[i : i + 2] for i in range(0, len(cells), 2)]
        table = Table(pairs, colWidths=[235, 235], rowHeights=[62] * len(pairs), hAlign="LEFT")
        table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "BOTTOM")]))
        return [table]


def _list_chapter(template: BaseDocTemplate, flowable: Flowable) -> None:
    """Tells the table of contents on which page a chapter stands."""
    line = getattr(flowable, "contents_line", None)
    if line:
        template.notify("TOCEntry", (0, line, template.page))


def _cover(canvas: Canvas, _: BaseDocTemplate, *, look: Look) -> None:
    """A band of colour down the left side and a bar at the foot."""
    canvas.saveState()
    canvas.setFillColor(look.colour)
    canvas.rect(0, 0, 26, HEIGHT, stroke=0, fill=1)
    canvas.setFillColor(look.shade)
    canvas.rect(26, 0, WIDTH - 26, 90, stroke=0, fill=1)
    canvas.restoreState()


def _furniture(
    canvas: Canvas, template: BaseDocTemplate, *, document: Document, look: Look
) -> None:
    """The running header and footer."""
    canvas.saveState()
    canvas.setFont(look.regular, 7.5)
    canvas.setFillColor(look.colour)
    canvas.drawString(look.margin, HEIGHT - 38, document.header)
    canvas.drawString(look.margin, 34, document.footer)
    canvas.drawRightString(WIDTH - look.margin, 34, f"pagina {template.page}")
    canvas.restoreState()


def register_vera() -> None:
    for face, file in VERA.items():
        pdfmetrics.registerFont(TTFont(face, file))
    pdfmetrics.registerFontFamily(
        "Vera", normal="Vera", bold="Vera-Bold", italic="Vera-Italic", boldItalic="Vera-Bold"
    )


def write_pdf(document: Document, path: Path) -> None:
    register_vera()
    template = BaseDocTemplate(
        str(path), pagesize=A4, title=document.title, author=document.municipality, invariant=1
    )
    template.afterFlowable = partial(_list_chapter, template)
    margin = LOOK.margin
    frame = partial(Frame, margin, 52, WIDTH - 2 * margin, HEIGHT - 52 - 58, 0, 0, 0, 0)
    furniture = partial(_furniture, document=document, look=LOOK)
    template.addPageTemplates(
        [
            PageTemplate("cover", [frame()], onPage=partial(_cover, look=LOOK), pagesize=A4),
            PageTemplate("text", [frame()], onPage=furniture, pagesize=A4),
        ]
    )
    template.multiBuild(OpenTypesetter(document, LOOK).story())
