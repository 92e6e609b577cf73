"""Typesets coded agreements with Typst: shaded boxes with labels, side boxes, two columns."""

from __future__ import annotations

from pathlib import Path

from tests.samples.content import Agreement, Document, Heading
from tests.samples.typeset_typst import (
    TypstTypesetter,
    array,
    call,
    compile_pdf,
    literal,
)

LABELS = {"resultaat": "Resultaat", "budget": "Budget"}
TWO_COLUMNS = ("1", "6")  # chapters
RUN_IN = {"3": "row", "5": "run-on", "6": "row", "7": "row"}  # chapters; else a line for each

BOXES = """
#let teal = rgb("#0b5d66")
#let pale = rgb("#e3f0f0")
#let sand = rgb("#f6ecd9")
#let narrow = (left: 2.0cm, right: 6.6cm, top: 2.6cm, bottom: 2.3cm)
#let wide = (left: 2.0cm, right: 2.0cm, top: 2.6cm, bottom: 2.3cm)
#let running(header, footer, body) = {
  set page(
    paper: "a4",
    margin: wide,
    background: rotate(-52deg, text(105pt, weight: "bold", fill: luma(240), "CONCEPT")),
    header: context if counter(page).get().first() > 1 {
      set text(7.5pt, fill: teal)
      h(1fr)
      header
    },
    footer: context if counter(page).get().first() > 1 {
      set text(7.5pt, fill: teal)
      strong(counter(page).display("1"))
      h(1em)
      footer
    },
  )
  set columns(gutter: 0.9cm)
  set text(font: "Bitstream Vera Sans", size: 9pt, lang: "nl", hyphenate: true)
  set par(justify: false, leading: 0.68em, spacing: 0.95em)
  set list(marker: text(fill: teal, "•"), indent: 0.2em, spacing: 0.7em)
  show heading: set text(fill: teal, hyphenate: false)
  show heading: set block(sticky: true)
  show heading.where(level: 1): it => block(above: 2.4em, below: 1.3em, text(17pt, it.body))
  show heading.where(level: 2): it => block(above: 1.5em, below: 0.8em, text(10.5pt, it.body))
  body
}
#let title-page(lines) = page(background: none, {
  set par(justify: false)
  place(top + left, dx: -2cm, dy: -2.6cm, rect(width: 21cm, height: 12cm, fill: teal))
  v(5cm)
  text(28pt, weight: "bold", fill: white, hyphenate: false, lines.first())
  v(0.1cm)
  text(13pt, fill: white, lines.at(1))
  v(4.5cm)
  for item in lines.slice(2) { par(text(11pt, item)) }
})
#let label(name, value) = [#text(weight: "bold", hyphenate: false, name + ":") #value]
#let agreement(number, title, parts, labels, mode) = block(
  width: 100%, fill: pale, inset: 0.9em, radius: 3pt, above: 1.0em, below: 1.0em, {
    let run-on = if mode == "run-on" { labels.map(l => label(..l) + ".").join[ ] }
    let last = parts.len() - 1
    if title != none {
      block(sticky: true, below: 0.75em, text(fill: teal, strong(number + h(0.8em) + title)))
    } else {
      parts.first() = text(fill: teal, strong(number)) + h(0.8em) + parts.first()
    }
    for (i, body) in parts.enumerate() {
      if i == last and run-on != none { par(body + [ ] + run-on) } else { part(body) }
    }
    if mode == "lines" {
      for l in labels { block(above: 0.65em, below: 0.65em, label(..l)) }
    } else if mode == "row" {
      par(labels.map(l => label(..l)).join[ | ])
    }
  },
)
#let aside(heading, body) = if heading == none {
  block(above: 1.6em, below: 1.6em, inset: (left: 1em), stroke: (left: 2.5pt + teal), {
    set text(12pt, fill: teal, hyphenate: false)
    "“" + body + "”"
  })
} else {
  place(dx: 100% + 0.7cm, block(width: 4.5cm, fill: sand, inset: 0.9em, {
    set text(8pt)
    block(below: 0.7em, strong(heading))
    par(body)
  }))
}
#let data-table(caption, header, rows) = block(breakable: false, above: 1.2em, below: 1.4em, {
  set text(8pt)
  if caption != none { block(below: 0.7em, strong(caption)) }
  table(
    columns: header.len(),
    stroke: none,
    inset: (x: 0.7em, y: 0.5em),
    fill: (_, y) => if y == 0 { teal } else if calc.even(y) { luma(238) },
    table.header(..header.map(cell => text(fill: white, strong(cell)))),
    ..rows.flatten(),
  )
})
#let signatures(roles) = block(breakable: false, grid(
  columns: (1fr, 1fr), column-gutter: 0.8cm, row-gutter: 0.8cm,
  ..roles.map(role => block(height: 2.1cm, width: 100%, stroke: 0.5pt + teal, inset: 0.6em, role)),
))
"""


class BoxTypesetter(TypstTypesetter):
    preamble = BOXES

    def _heading(self, heading: Heading) -> str:
        """A chapter has one column and a side margin, or two columns; a change opens a page."""
        before = self.chapter and self.chapter.number in TWO_COLUMNS
        printed = super()._heading(heading)
        after = self.chapter and self.chapter.number in TWO_COLUMNS
        if before == after:
            return printed
        margin, columns = ("wide", 2) if after else ("narrow", 1)
        return f"set page(margin: {margin}, columns: {columns})\n#{printed}"

    def _agreement(self, agreement: Agreement) -> str:
        chapter = self.chapter.number if self.chapter else None
        return call(
            "agreement",
            self.inline(agreement.number or ""),
            self.inline(agreement.title) if agreement.title else "none",
            array(map(self._part, agreement.parts)),
            array(array([literal(name), self.inline(value)]) for name, value in _labels(agreement)),
            literal(RUN_IN.get(chapter or "", "lines")),
        )


def _labels(agreement: Agreement) -> list[tuple[str, str]]:
    """What stands behind the labels, in the order of the box."""
    cells = [
        ("Trekker", agreement.trekker),
        ("Betrokken", agreement.betrokkenen),
        ("Planning", agreement.planning),
        *((LABELS[role], text) for role, text in agreement.context.items()),
    ]
    return [(name, text) for name, text in cells if text]


def write_pdf(document: Document, path: Path) -> None:
    compile_pdf(BoxTypesetter(document), path)
