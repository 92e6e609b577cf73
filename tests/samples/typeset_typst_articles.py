"""Typesets articles with Typst: a deed in serif type, its paragraphs numbered in the margin."""

from __future__ import annotations

from pathlib import Path

from tests.samples.content import Document
from tests.samples.typeset_typst import TypstTypesetter, compile_pdf

ARTICLES = """
#let ink = rgb("#5a1f2b")
#let running(header, footer, body) = {
  set page(
    paper: "a4",
    margin: (left: 3.1cm, right: 2.6cm, top: 2.7cm, bottom: 2.6cm),
    header: context if counter(page).get().first() > 1 {
      set text(8.5pt, fill: luma(90))
      header
      v(-0.6em)
      line(length: 100%, stroke: 0.4pt + luma(140))
    },
    footer: context if counter(page).get().first() > 1 {
      set text(8.5pt, fill: luma(90))
      footer
      h(1fr)
      [pagina #counter(page).get().first() van #counter(page).final().first()]
    },
  )
  set text(font: "Libertinus Serif", size: 11pt, lang: "nl", hyphenate: true)
  set par(justify: true, leading: 0.72em, spacing: 1.0em)
  set list(marker: [–], indent: 0.4em, spacing: 0.75em)
  set footnote.entry(gap: 0.4em)
  show heading: set block(sticky: true)
  show heading: set text(hyphenate: false)
  show heading.where(level: 1): it => block(above: 2.2em, below: 1.1em, sticky: true, {
    set text(12.5pt, fill: ink, tracking: 0.04em)
    it.body
    v(-0.75em)
    line(length: 100%, stroke: 0.8pt + ink)
  })
  show heading.where(level: 2): it => block(
    above: 1.5em, below: 0.9em, sticky: true, text(11.5pt, it.body),
  )
  show heading.where(level: 3): it => block(above: 1.2em, below: 0.8em, sticky: true, {
    text(11pt, weight: "regular", style: "italic", it.body)
  })
  show outline.entry.where(level: 1): set block(above: 0.9em)
  body
}
#let title-page(lines) = page({
  v(5.5cm)
  line(length: 100%, stroke: 1.6pt + ink)
  v(0.4cm)
  set par(justify: false)
  text(27pt, weight: "bold", fill: ink, hyphenate: false, lines.first())
  for item in lines.slice(1) { v(0.1cm); text(12.5pt, hyphenate: false, item); linebreak() }
  v(0.4cm)
  line(length: 100%, stroke: 1.6pt + ink)
})
#let agreement(number, title, parts, figures) = {
  grid(
    columns: (3.4em, 1fr),
    number,
    {
      if title != none { par(emph(title)) }
      for body in parts { part(body) }
      figures
    },
  )
  v(0.15em)
}
#let numbered(labels, items) = for (label, item) in labels.zip(items) {
  grid(columns: (3.4em, 1fr), label, item)
  v(0.1em)
}
#let data-table(caption, header, rows) = block(breakable: false, above: 1.1em, below: 1.3em, {
  set text(9.5pt)
  set par(justify: false)
  if caption != none { block(below: 0.6em, strong(caption)) }
  table(
    columns: header.len(),
    align: (x, _) => if x == 0 or header.len() > 4 { left } else { right },
    stroke: (_, y) => (bottom: if y == 0 { 0.8pt } else { 0.3pt + luma(150) }),
    inset: (x: 0.55em, y: 0.5em),
    table.header(..header.map(strong)),
    ..rows.flatten(),
  )
})
#let signatures(roles) = {
  set par(justify: false)
  v(0.6cm)
  grid(
    columns: (1fr, 1fr), column-gutter: 1.2cm, row-gutter: 1.9cm,
    ..roles.map(role => { line(length: 100%, stroke: 0.5pt); v(-0.4em); role }),
  )
}
"""


class ArticleTypesetter(TypstTypesetter):
    preamble = ARTICLES

    def _label(self, index: int) -> str:
        """The paragraphs of an article bear its number, those of an appendix their own."""
        if self.chapter and self.chapter.number:
            return f"{self.chapter.number}.{index}"
        return f"{index}."


def write_pdf(document: Document, path: Path) -> None:
    compile_pdf(ArticleTypesetter(document), path)
