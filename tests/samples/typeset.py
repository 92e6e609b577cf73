"""Typesets the sample agreements and writes their annotations.

    python -m tests.samples.typeset

Writes `data/raw/<slug>.pdf`, or `tests/samples/pdf/<slug>.pdf` for samples that only tests use, and
`tests/samples/gold/<slug>.json`; the same content gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.samples import (
    brinkerade,
    elsvenne,
    heuvelrode,
    kloosterwaard,
    lindermark,
    merendaal,
    sparrenhove,
    typeset_fpdf2,
    typeset_fpdf2_frame,
    typeset_fpdf2_groups,
    typeset_reportlab,
    typeset_reportlab_columns,
    typeset_reportlab_open,
    typeset_typst_articles,
    typeset_typst_boxes,
    typeset_typst_matrix,
    vaartmeer,
    zuidergouw,
)
from tests.samples.content import Document, gold

HERE = Path(__file__).resolve().parent
RAW = HERE.parents[1] / "data" / "raw"
PDF = HERE / "pdf"

Typesetter = Callable[[Document, Path], None]
SAMPLES: tuple[tuple[Document, Typesetter, Path], ...] = (
    (merendaal.DOCUMENT, typeset_fpdf2.write_pdf, RAW),
    (sparrenhove.DOCUMENT, typeset_reportlab.write_pdf, RAW),
    (elsvenne.DOCUMENT, typeset_typst_boxes.write_pdf, RAW),
    (zuidergouw.DOCUMENT, typeset_fpdf2_groups.write_pdf, RAW),
    (kloosterwaard.DOCUMENT, typeset_typst_articles.write_pdf, PDF),
    (lindermark.DOCUMENT, typeset_reportlab_open.write_pdf, PDF),
    (heuvelrode.DOCUMENT, typeset_reportlab_columns.write_pdf, PDF),
    (brinkerade.DOCUMENT, typeset_typst_matrix.write_pdf, PDF),
    (vaartmeer.DOCUMENT, typeset_fpdf2_frame.write_pdf, PDF),
)


def write_gold(document: Document) -> None:
    text = json.dumps(gold(document), ensure_ascii=False, indent=1) + "\n"
    (HERE / "gold" / f"{document.slug}.json").write_text(text, encoding="utf-8")


def main() -> None:
    PDF.mkdir(exist_ok=True)
    for document, write_pdf, folder in SAMPLES:
        write_pdf(document, folder / f"{document.slug}.pdf")
        write_gold(document)


if __name__ == "__main__":
    main()
