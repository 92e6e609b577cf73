"""Typesets a table-style document with reportlab: ruled tables, merged cells, hyphenated lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
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
from tests.samples.content import (
    BOLD,
    FOOTNOTE_MARK,
    Agreement,
    AgreementTable,
    Block,
    Bullets,
    Column,
    Document,
    Figures,
    Heading,
    Numbered,
    PageBreak,
    Signatures,
    Text,
    Title,
)

MARGIN, TOP, BOTTOM = 56.0, 70.0, 62.0  # points
REGULAR, BOLD_FACE = "Vera", "Vera-Bold"  # Bitstream Vera comes with reportlab, free to embed
FACES = {REGULAR: "Vera.ttf", BOLD_FACE: "VeraBd.ttf"}
GREEN, PALE, RULE = (
    colors.HexColor("#2f6b3c"),
    colors.HexColor("#dfeadf"),
    colors.HexColor("#8a8a8a"),
)
HEADING_SIZES = {1: 14.0, 2: 11.5, 3: 9.5}

BODY = ParagraphStyle("body", fontName=REGULAR, fontSize=9.5, leading=13.5, spaceAfter=6)
CELL = ParagraphStyle("cell", fontName=REGULAR, fontSize=8.5, leading=11)
HEAD_CELL = ParagraphStyle("head", parent=CELL, fontName=BOLD_FACE)
CELL_ITEM = ParagraphStyle("item", parent=CELL, leftIndent=10, bulletIndent=2)
BODY_ITEM = ParagraphStyle("list", parent=BODY, leftIndent=18, bulletIndent=0, spaceAfter=3)
TITLE = ParagraphStyle(
    "title", fontName=BOLD_FACE, fontSize=19, leading=25, textColor=GREEN, spaceAfter=4
)
SUBTITLE = ParagraphStyle("subtitle", parent=BODY, fontSize=10.5, leading=15, spaceAfter=18)
CAPTION = ParagraphStyle("caption", parent=CELL, fontName=BOLD_FACE, spaceBefore=10, spaceAfter=4)


class TableTypesetter:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.soft = {w.replace("-", ""): w.replace("-", "\u00ad") for w in document.hyphenation}
        self.words = re.compile(rf"\b({'|'.join(sorted(self.soft, key=len, reverse=True))})\b")

    def story(self) -> list[Flowable]:
        return [flowable for block in self.document.blocks for flowable in self._flowables(block)]

    def _flowables(self, block: Block) -> list[Flowable]:
        setters: dict[type, Callable[..., list[Flowable]]] = {
            Title: self._title,
            Heading: self._heading,
            Text: lambda b: [self._paragraph(b.text, BODY)],
            Bullets: lambda b: [self._paragraph(i, BODY_ITEM, "•") for i in b.items],
            Numbered: lambda b: [
                self._paragraph(i, BODY_ITEM, f"{n}.") for n, i in enumerate(b.items, 1)
            ],
            Agreement: lambda b: self._parts(b, BODY_ITEM, f"{b.number}."),
            AgreementTable: self._table,
            Figures: self._figures,
            Signatures: self._signatures,
            PageBreak: lambda b: [
                NextPageTemplate("landscape" if b.landscape else "portrait"),
                NewPage(),
            ],
        }
        return setters[type(block)](block)

    def _paragraph(self, text: str, style: ParagraphStyle, bullet: str | None = None) -> Paragraph:
        markup = self.words.sub(lambda m: self.soft[m.group()], escape(text))
        markup = FOOTNOTE_MARK.sub(r"<super size=6>\1</super>", BOLD.sub(r"<b>\1</b>", markup))
        return Paragraph(markup, style, bulletText=bullet)

    def _title(self, title: Title) -> list[Flowable]:
        first, *rest = title.lines
        return [self._paragraph(first, TITLE), *(self._paragraph(line, SUBTITLE) for line in rest)]

    def _heading(self, heading: Heading) -> list[Flowable]:
        size = HEADING_SIZES[heading.level]
        style = ParagraphStyle(
            f"heading{heading.level}",
            fontName=BOLD_FACE,
            fontSize=size,
            leading=size * 1.25,
            textColor=GREEN if heading.level < 3 else colors.black,
            spaceBefore=size,
            spaceAfter=size * 0.5,
        )
        return [CondPageBreak(80), self._paragraph(heading.printed, style)]

    def _parts(
        self, agreement: Agreement, style: ParagraphStyle, label: str | None
    ) -> list[Flowable]:
        out: list[Flowable] = []
        for part in agreement.parts:
            if isinstance(part, Bullets):
                out += [self._paragraph(item, CELL_ITEM, "-") for item in part.items]
            else:
                out.append(self._paragraph(part, style, label))
                label = None
        return out

    def _table(self, table: AgreementTable) -> list[Flowable]:
        rows = [[self._paragraph(c.header, HEAD_CELL) for c in table.columns]]
        rows += [[self._cell(row, c) for c in table.columns] for row in table.rows]
        spans = [
            ("SPAN", (x, y), (x, y + 1))
            for y, row in enumerate(table.rows)
            for x, column in enumerate(table.columns)
            if column.role in row.merged
        ]
        width = (A4[1] if spans else A4[0]) - 2 * MARGIN
        flowable = Table(
            rows,
            colWidths=[c.width * width for c in table.columns],
            repeatRows=int(table.repeat_header),
            splitInRow=0 if spans else 1,
            spaceBefore=4,
            spaceAfter=10,
        )
        flowable.setStyle(
            TableStyle(
                [
                    ("GRID", (0, 0), (-1, -1), 0.6, RULE),
                    ("BACKGROUND", (0, 0), (-1, 0), PALE),
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("TOPPADDING", (0, 0), (-1, -1), 3),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
                    *spans,
                ]
            )
        )
        return [flowable]

    def _cell(self, row: Agreement, column: Column) -> list[Flowable] | str:
        if column.role in row.merged:
            return ""
        if column.role == "text":
            return self._parts(row, CELL, None)
        single = {
            "number": row.number,
            "numbered": f"{row.number}. {row.text}",
            "titled": f"{row.number}. {row.title}",
            "trekker": row.trekker,
            "betrokkenen": row.betrokkenen,
            "planning": row.planning,
        }.get(column.role, row.context.get(column.role))
        return [self._paragraph(single, CELL)] if single else ""

    def _figures(self, figures: Figures) -> list[Flowable]:
        rows = [[self._paragraph(c, HEAD_CELL) for c in figures.header]]
        rows += [[self._paragraph(c, CELL) for c in row] for row in figures.rows]
        table = Table(
            rows, colWidths=[140, *[85] * (len(figures.header) - 1)], hAlign="LEFT", spaceAfter=10
        )
        table.setStyle(
            TableStyle(
                [("GRID", (0, 0), (-1, -1), 0.4, RULE), ("BACKGROUND", (0, 0), (-1, 0), PALE)]
            )
        )
        return [CondPageBreak(110), self._paragraph(figures.caption or "", CAPTION), table]

    def _signatures(self, signatures: Signatures) -> list[Flowable]:
        cells = [self._paragraph(role, BODY) for role in signatures.roles]
        pairs = [cells[i : i + 2] for i in range(0, len(cells), 2)]
        return [
            Spacer(1, 20),
            Table(pairs, colWidths=[230, 230], rowHeights=[48] * len(pairs), hAlign="LEFT"),
        ]


def _decorate(canvas: Canvas, template: BaseDocTemplate, *, document: Document) -> None:
    """Header, footer and, on the first page, the footnotes."""
    width, height = canvas._pagesize
    canvas.saveState()
    canvas.setFont(REGULAR, 7.5)
    canvas.setFillColor(RULE)
    canvas.drawString(MARGIN, height - 40, document.header)
    canvas.drawString(MARGIN, 32, document.footer)
    canvas.drawRightString(width - MARGIN, 32, f"{template.page}")
    if template.page == 1:
        canvas.setFillColor(colors.black)
        canvas.line(MARGIN, 72, MARGIN + 120, 72)
        for number, note in document.footnotes.items():
            canvas.setFont(REGULAR, 5)
            canvas.drawString(MARGIN, 64, number)
            canvas.setFont(REGULAR, 7.5)
            canvas.drawString(MARGIN + 6, 61, note)
    canvas.restoreState()


def _template(name: str, size: tuple[float, float], document: Document) -> PageTemplate:
    width, height = size
    frame = Frame(MARGIN, BOTTOM + 18, width - 2 * MARGIN, height - TOP - BOTTOM - 18, 0, 0, 0, 0)
    return PageTemplate(name, [frame], onPage=partial(_decorate, document=document), pagesize=size)


def write_pdf(document: Document, path: Path) -> None:
    for face, file in FACES.items():
        pdfmetrics.registerFont(TTFont(face, file))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD_FACE, italic=REGULAR, boldItalic=BOLD_FACE
    )
    template = BaseDocTemplate(
        str(path), pagesize=A4, title=document.title, author=document.municipality, invariant=1
    )
    template.addPageTemplates(
        [_template("portrait", A4, document), _template("landscape", landscape(A4), document)]
    )
    template.build(TableTypesetter(document).story())
