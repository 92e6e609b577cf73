"""Typesets the sample agreements and writes their annotations.

    python -m tests.samples.typeset

Writes `data/raw/<slug>.pdf` and `tests/samples/gold/<slug>.json`; the same content gives the same
bytes.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.samples import merendaal, sparrenhove, typeset_fpdf2, typeset_reportlab
from tests.samples.content import Document, gold

HERE = Path(__file__).resolve().parent
RAW = HERE.parents[1] / "data" / "raw"


def write_gold(document: Document) -> None:
    text = json.dumps(gold(document), ensure_ascii=False, indent=1) + "\n"
    (HERE / "gold" / f"{document.slug}.json").write_text(text, encoding="utf-8")


def main() -> None:
    for document, write_pdf in (
        (merendaal.DOCUMENT, typeset_fpdf2.write_pdf),
        (sparrenhove.DOCUMENT, typeset_reportlab.write_pdf),
    ):
        write_pdf(document, RAW / f"{document.slug}.pdf")
        write_gold(document)


if __name__ == "__main__":
    main()
