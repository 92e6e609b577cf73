"""Typesets a draft in two columns with reportlab: run-in agreements, quotes, a watermark."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)
from tests.samples.content import Agreement, Aside, Bullets, Document, Signatures, plain
from tests.samples.typeset_reportlab_open import HEIGHT, WIDTH, Look, OpenTypesetter

GUTTER = 22.0  # points between the columns
TOP, BOTTOM = 62.0, 60.0
WATERMARK, WATERMARK_GREY = "CONCEPT", colors.HexColor("#ececec")

LOOK = Look(
    regular="Times-Roman",
    bold="Times-Bold",
    size=11.2,
    colour=colors.HexColor("#7a2e1d"),
    shade=colors.HexColor("#f4e9e2"),
    margin=54,
    justified=True,
)


class ColumnTypesetter(OpenTypesetter):
    """Agreements of a paragraph: "Afspraak 12" in bold at the start, its labels at the end."""

    def setters(self) -> dict[type, Callable[..., list[Flowable]]]:
        return {**super().setters(), Agreement: self._agreement, Aside: self._aside}

    def _agreement(self, agreement: Agreement) -> list[Flowable]:
        out: list[Flowable] = []
        lead = f"<b>Afspraak {agreement.number}</b> "
        for index, part in enumerate(agreement.parts):
            if isinstance(part, Bullets):
                out += [self.paragraph(item, self.item, "–") for item in part.items]
            elif index == len(agreement.parts) - 1:
                out.append(self._run(lead + self.markup(part) + self._labels(agreement)))
            else:
                out.append(self._run(lead + self.markup(part)))
            lead = ""
        if isinstance(agreement.parts[-1], Bullets):
            out.append(self._run(self._labels(agreement)))
        return [*out, Spacer(1, 3)]

    def _run(self, markup: str) -> Paragraph:
        return Paragraph(markup, self.body)

    def _labels(self, agreement: Agreement) -> str:
        labels = {
            "Trekker": agreement.trekker,
            "Betrokken": agreement.betrokkenen,
            "Planning": agreement.planning,
            **{role.capitalize(): text for role, text in agreement.context.items()},
        }
        printed = "; ".join(f"{label}: {plain(text)}" for label, text in labels.items() if text)
        return f"<i> {self.markup(printed)}</i>"

    def _aside(self, aside: Aside) -> list[Flowable]:
        return [self._box(aside)] if aside.heading else [self._quote(aside)]

    def _quote(self, aside: Aside) -> Flowable:
        style = self.look.style(
            "quote",
            fontName="Times-Italic",
            fontSize=14,
            leading=18,
            textColor=self.look.colour,
            leftIndent=10,
            rightIndent=10,
            alignment=0,
        )
        rule = partial(HRFlowable, width="100%", thickness=1.2, color=self.look.colour)
        quote = self.paragraph(f"“{aside.text}”", style)
        return KeepTogether([rule(spaceBefore=8, spaceAfter=5), quote, rule(spaceAfter=11)])

    def _box(self, aside: Aside) -> Flowable:
        words = [
            self.paragraph(aside.heading or "", self.head),
            self.paragraph(aside.text, self.cell),
        ]
        box = Table([[words]], spaceBefore=8, spaceAfter=10)
        box.setStyle(
            TableStyle(
                [
                    ("BACKGROUND", (0, 0), (-1, -1), self.look.shade),
                    *((f"{side}PADDING", (0, 0), (-1, -1), 9) for side in ("LEFT", "RIGHT")),
                    *((f"{side}PADDING", (0, 0), (-1, -1), 8) for side in ("TOP", "BOTTOM")),
                ]
            )
        )
        return box

    def signatures(self, signatures: Signatures) -> list[Flowable]:
        out: list[Flowable] = []
        for role in signatures.roles:
            line = HRFlowable(width="85%", thickness=0.5, hAlign="LEFT", spaceBefore=30)
            out.append(KeepTogether([line, self.paragraph(role, self.cell)]))
        return out


def _watermark(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.setFillColor(WATERMARK_GREY)
    canvas.setFont("Helvetica-Bold", 110)
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(52)
    canvas.drawCentredString(0, -38, WATERMARK)
    canvas.restoreState()


def _cover(canvas: Canvas, _: BaseDocTemplate) -> None:
    _watermark(canvas)
    canvas.saveState()
    canvas.setFillColor(LOOK.colour)
    canvas.rect(0, HEIGHT - 150, WIDTH, 150, stroke=0, fill=1)
    canvas.restoreState()


def _furniture(canvas: Canvas, template: BaseDocTemplate, *, document: Document) -> None:
    """The watermark, the running header with its rule and the footer."""
    _watermark(canvas)
    canvas.saveState()
    canvas.setFont(LOOK.regular, 8.5)
    canvas.setStrokeColor(LOOK.colour)
    canvas.drawString(LOOK.margin, HEIGHT - 40, document.header)
    canvas.line(LOOK.margin, HEIGHT - 46, WIDTH - LOOK.margin, HEIGHT - 46)
    canvas.drawString(LOOK.margin, 34, document.footer)
    canvas.drawRightString(WIDTH - LOOK.margin, 34, str(template.page))
    canvas.restoreState()


def _columns() -> list[Frame]:
    width = (WIDTH - 2 * LOOK.margin - GUTTER) / 2
    height = HEIGHT - TOP - BOTTOM
    return [
        Frame(LOOK.margin + n * (width + GUTTER), BOTTOM, width, height, 0, 0, 0, 0) for n in (0, 1)
    ]


def write_pdf(document: Document, path: Path) -> None:
    template = BaseDocTemplate(
        str(path), pagesize=A4, title=document.title, author=document.municipality, invariant=1
    )
    whole = Frame(LOOK.margin, BOTTOM, WIDTH - 2 * LOOK.margin, HEIGHT - TOP - BOTTOM, 0, 0, 0, 0)
    furniture = partial(_furniture, document=document)
    template.addPageTemplates(
        [
            PageTemplate("cover", [whole], onPage=_cover, pagesize=A4),
            PageTemplate("text", _columns(), onPage=furniture, pagesize=A4),
        ]
    )
    template.build(ColumnTypesetter(document, LOOK).story())
