"""Typesets numbered lists and tables with horizontal rules only with fpdf2."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.samples.content import (
    Agreement,
    AgreementTable,
    Block,
    Bullets,
    Column,
    Document,
    Title,
)
from tests.samples.typeset_fpdf2_groups import BLACK, GREY, GroupTypesetter, Look, Style

LOOK = Look(
    family="times",
    size=11.8,
    leading=1.42,
    margin=76,
    top=86,
    bottom=80,
    colour=(60, 60, 60),
    justified=True,
    headings=(17.0, 13.0, 12.0),
)
CELL, PADDING = 10.0, 4.0  # points: type size in tables, room above and below a row
GAP = 10.0  # points between the columns of a table
LIST_INDENT = 26.0


class FrameTypesetter(GroupTypesetter):
    """Numbers hang in the margin of a list; a row of a table may run over a page end."""

    def setters(self) -> dict[type[Block], Callable[..., None]]:
        return {
            **super().setters(),
            Title: self._cover,
            Agreement: self._agreement,
            AgreementTable: self._table,
        }

    def _cover(self, title: Title) -> None:
        first, *rest = title.lines
        self.y = 250
        self.lines(first, Style(26, "B"))
        self.y += 14
        self._rule(self.look.margin, self.pdf.w - 2 * self.look.margin)
        self.y += 14
        for line in rest:
            self.lines(line, Style(14, "I", GREY))
            self.y += 8

    def _agreement(self, agreement: Agreement) -> None:
        number = agreement.number or ""
        label: str | None = f"{number})" if number.isdecimal() else f"{number}."
        for part in agreement.parts:
            if isinstance(part, Bullets):
                self.bullets(part.items, indent=LIST_INDENT - 4, mark="–")
                self.y -= 2
            else:
                self.lines(part, Style(self.look.size, indent=LIST_INDENT, label=label))
                label = None
        self.y += self.look.size * 0.5

    def _table(self, table: AgreementTable) -> None:
        self.need(6 * CELL * self.look.leading)
        self._header(table)
        for row in table.rows:
            cells = [self._cell(row, column) for column in table.columns]
            self.y += PADDING
            for index in range(max(len(lines) for lines in cells)):
                self._row_line(table, [lines[index : index + 1] for lines in cells])
            self.y += PADDING
            self._rule(*self.span())
        self.y += self.look.size

    def _header(self, table: AgreementTable) -> None:
        x, width = self.span()
        self._rule(x, width)
        for column in table.columns:
            self.draw(column.header, x, self.y + CELL * 1.35, Style(CELL, "B"))
            x += column.width * width
        self.y += CELL * 1.9
        self._rule(*self.span())

    def _row_line(self, table: AgreementTable, cells: list[list[str]]) -> None:
        """A line of each cell that has one left, on the next page if this one is full."""
        step = CELL * self.look.leading
        if self.y + step > self.floor():
            self._rule(*self.span())
            self.new_page(1)
            self._header(table)
            self.y += PADDING
        x, width = self.span()
        for column, lines in zip(table.columns, cells, strict=True):
            for line in lines:
                self.draw(line, x, self.y + CELL, Style(CELL, "", BLACK))
            x += column.width * width
        self.y += step

    def _cell(self, row: Agreement, column: Column) -> list[str]:
        width = column.width * self.span()[1] - GAP
        if column.role == "text":
            return self._text_lines(row, width)
        single = {
            "number": row.number,
            "trekker": row.trekker,
            "planning": row.planning,
        }.get(column.role, row.context.get(column.role))
        return self.broken(single, width, CELL) if single else []

    def _text_lines(self, row: Agreement, width: float) -> list[str]:
        lines: list[str] = []
        for part in row.parts:
            if isinstance(part, Bullets):
                for item in part.items:
                    first, *rest = self.broken(item, width - 10, CELL)
                    lines += [f"-  {first}", *(f"    {line}" for line in rest)]
            else:
                lines += self.broken(part, width, CELL)
        return lines


def write_pdf(document: Document, path: Path) -> None:
    """The document as PDF, set twice: the first time to learn the page numbers of the contents."""
    draft = FrameTypesetter(document, LOOK, {})
    draft.typeset()
    final = FrameTypesetter(document, LOOK, draft.found)
    final.typeset()
    path.write_bytes(final.pdf.output())
