"""Typesets matrix tables with Typst: landscape, a column for each party, no vertical rules."""

from __future__ import annotations

from pathlib import Path

from tests.samples.content import Document
from tests.samples.typeset_typst import TypstTypesetter, compile_pdf

MATRIX = """
#let plum = rgb("#4b2e63")
#let mist = rgb("#efeaf4")
#let sans(size, body) = text(font: "Bitstream Vera Sans", size: size, fill: plum, body)
#let running(header, footer, body) = {
  set page(
    paper: "a4",
    flipped: true,
    margin: (x: 2.1cm, top: 2.2cm, bottom: 2.0cm),
    header: context if counter(page).get().first() > 1 { sans(7.5pt, header) },
    footer: context if counter(page).get().first() > 1 {
      sans(7.5pt, footer + h(1fr) + [Pagina #counter(page).get().first()])
    },
  )
  set text(font: "New Computer Modern", size: 11pt, lang: "nl", hyphenate: true)
  set par(justify: true, leading: 0.65em, spacing: 0.95em)
  set list(marker: [•], indent: 0.1em, body-indent: 0.45em, spacing: 0.6em)
  show heading: set text(font: "Bitstream Vera Sans", fill: plum, hyphenate: false)
  show heading: set block(sticky: true)
  show heading.where(level: 1): it => block(above: 2.0em, below: 1.1em, text(14pt, it.body))
  show heading.where(level: 2): it => block(above: 1.5em, below: 0.9em, text(10.5pt, it.body))
  body
}
#let title-page(lines) = page({
  set align(center + horizon)
  set par(justify: false)
  sans(26pt, strong(lines.first()))
  v(0.3cm)
  for item in lines.slice(1) { par(sans(12pt, item)) }
})
#let paragraph(body) = block(width: 82%, par(body))
#let agreement(number, title, parts, figures) = block(width: 82%, grid(
  columns: (1.8em, 1fr),
  number + ".",
  for body in parts { part(body) },
))
#let numbered(labels, items) = block(width: 82%, grid(
  columns: (1.8em, 1fr), row-gutter: 0.8em, ..labels.zip(items).flatten(),
))
#let matrix(header, rows) = {
  set text(9pt)
  set par(justify: false, leading: 0.55em, spacing: 0.7em)
  table(
    columns: (0.9cm, 3.1cm) + (header.len() - 2) * (1fr,),
    stroke: (_, y) => (bottom: 0.5pt + plum.lighten(50%)),
    inset: (x: 0.6em, y: 0.75em),
    fill: (x, y) => if y == 0 { plum } else if x < 2 { mist },
    table.header(..header.map(cell => text(
      font: "Bitstream Vera Sans", size: 8pt, fill: white, hyphenate: false, strong(cell),
    ))),
    ..rows.map(row => {
      let (number, topic, ..cells) = row
      (number, strong(topic), ..cells.map(parts => parts.map(part).join()))
    }).flatten(),
  )
}
#let aside(heading, body) = block(fill: mist, inset: 1em, width: 82%, breakable: false, {
  if heading != none { block(below: 0.7em, sans(9pt, strong(heading))) }
  body
})
#let data-table(caption, header, rows) = {
  set text(9.5pt)
  set par(justify: false)
  if caption != none { block(below: 0.6em, sticky: true, strong(caption)) }
  table(
    columns: header.len(),
    stroke: none,
    inset: (x: 0.8em, y: 0.5em),
    table.header(..header.map(strong)),
    table.hline(stroke: 0.8pt + plum),
    ..rows.flatten(),
  )
}
#let signatures(roles) = block(breakable: false, above: 1.6em, grid(
  columns: (1fr, 1fr, 1fr), column-gutter: 1cm, row-gutter: 1.6cm,
  ..roles.map(role => { v(1.2cm); line(length: 90%, stroke: 0.5pt); v(-0.5em); role }),
))
"""


class MatrixTypesetter(TypstTypesetter):
    preamble = MATRIX


def write_pdf(document: Document, path: Path) -> None:
    compile_pdf(MatrixTypesetter(document), path)
