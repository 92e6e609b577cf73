"""Turns a document's blocks into Typst: what the Typst styles have in common.

A style is a preamble in Typst that defines one function for each kind of block (`paragraph`,
`agreement`, `matrix`, …); this module writes the calls and compiles them. Only the fonts that come
with Typst and with reportlab are used, so that the same content gives the same bytes everywhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import reportlab
import typst
from tests.samples.content import (
    Agreement,
    Aside,
    Block,
    Bullets,
    Contents,
    Document,
    Figures,
    Grid,
    Heading,
    Matrix,
    Numbered,
    PageBreak,
    Signatures,
    Text,
    Title,
    shown,
)

FONTS = Path(reportlab.__file__).parent / "fonts"  # Bitstream Vera, free to embed
MARKUP = re.compile(r"(\*\*.+?\*\*|\[\^\d+\])")

PREAMBLE = """
#set document(date: none)
#let paragraph(body) = par(body)
#let bullets(items) = list(..items)
#let title-page(lines) = lines.join(linebreak())
#let contents(title) = {
  heading(level: 1, outlined: false, title)
  outline(title: none, depth: 2)
}
#let numbered(labels, items) = grid(
  columns: (2.6em, 1fr), row-gutter: 0.8em, ..labels.zip(items).flatten(),
)
#let part(body) = if type(body) == array { bullets(body) } else { par(body) }
"""


class TypstTypesetter:
    """Writes the calls; a style sets `preamble` and changes what it sets differently."""

    preamble = ""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.chapter: Heading | None = None

    def source(self) -> str:
        blocks = [f"#{self._block(block)}" for block in self.document.blocks]
        running = f"#show: running.with({literal(self.document.header)}, "
        running += f"{literal(self.document.footer)})"
        title = f"#set document(title: {literal(self.document.title)})"
        return "\n".join([PREAMBLE, self.preamble, title, running, *blocks])

    def _block(self, block: Block) -> str:
        setters: dict[type, Callable[..., str]] = {
            Title: lambda b: call("title-page", array(self.inline(line) for line in b.lines)),
            Contents: lambda b: call("contents", self.inline(b.heading)),
            Heading: self._heading,
            Text: self._text,
            Bullets: lambda b: call("bullets", array(map(self.inline, b.items))),
            Numbered: self._numbered,
            Figures: self._figures,
            Grid: self._grid,
            Matrix: self._matrix,
            Aside: self._aside,
            Signatures: lambda b: call("signatures", array(map(self.inline, b.roles))),
            PageBreak: lambda _: "pagebreak(weak: true)",
        }
        if isinstance(block, Agreement):
            return self._agreement(block)
        return setters[type(block)](block)

    def inline(self, text: str) -> str:
        """A content block: the words as strings, footnotes and bold as calls."""
        pieces = []
        for piece in MARKUP.split(shown(text)):
            if piece.startswith("[^"):
                pieces.append(f"#footnote({self.inline(self.document.footnotes[piece[2:-1]])})")
            elif piece.startswith("**"):
                pieces.append(f"#strong({literal(piece[2:-2])})")
            elif piece:
                pieces.append(f"#{literal(piece)}")
        return "[" + ";".join(pieces) + "]"

    def _heading(self, heading: Heading) -> str:
        if heading.level == 1:
            self.chapter = heading
        return f"heading(level: {heading.level}, {self.inline(heading.printed)})"

    def _text(self, text: Text) -> str:
        return call("paragraph", self.inline(text.text))

    def _numbered(self, numbered: Numbered) -> str:
        labels = [self._label(index) for index in range(1, len(numbered.items) + 1)]
        return call(
            "numbered", array(map(self.inline, labels)), array(map(self.inline, numbered.items))
        )

    def _label(self, index: int) -> str:
        return f"{index}."

    def _agreement(self, agreement: Agreement) -> str:
        return call(
            "agreement",
            self.inline(agreement.number or ""),
            self.inline(agreement.title) if agreement.title else "none",
            array(map(self._part, agreement.parts)),
            self._figures(agreement.figures) if agreement.figures else "none",
        )

    def _part(self, part: str | Bullets) -> str:
        return (
            array(map(self.inline, part.items)) if isinstance(part, Bullets) else self.inline(part)
        )

    def _figures(self, figures: Figures) -> str:
        return self._grid(Grid(figures.header, figures.rows, figures.caption))

    def _grid(self, grid: Grid) -> str:
        return call(
            "data-table",
            self.inline(grid.caption) if grid.caption else "none",
            array(map(self.inline, grid.header)),
            array(array(map(self.inline, row)) for row in grid.rows),
        )

    def _matrix(self, matrix: Matrix) -> str:
        rows = []
        for row in matrix.rows:
            cells = [array(map(self._part, c.parts)) if c else "()" for c in row.cells]
            rows.append(array([self.inline(row.number), self.inline(row.topic), *cells]))
        return call("matrix", array(map(self.inline, matrix.header)), array(rows))

    def _aside(self, aside: Aside) -> str:
        heading = self.inline(aside.heading) if aside.heading else "none"
        return call("aside", heading, self.inline(aside.text))


def literal(text: str) -> str:
    """A Typst string."""
    return json.dumps(text, ensure_ascii=False)


def array(expressions: Iterable[str]) -> str:
    return "(" + "".join(f"{expression}, " for expression in expressions) + ")"


def call(function: str, *arguments: str) -> str:
    return f"{function}({', '.join(arguments)})"


def compile_pdf(typesetter: TypstTypesetter, path: Path) -> None:
    """The document as PDF, without clock time or system fonts."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
    path.write_bytes(typst.compile(typesetter.source().encode(), font_paths=fonts))
