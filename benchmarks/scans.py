"""What is left of agreements that come as scans: the samples as pictures, read by OCR.

    make bench
    python -m benchmarks.scans

Each page of the samples is drawn in grey at 200 dots an inch, turned a little and packed as JPEG,
as a scanner does. Scored as in `quality.py`; writes `benchmarks/scans.md`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from benchmarks.confidence import judge, to_report
from benchmarks.quality import Scores, to_scores
from fpdf import FPDF
from PIL import Image

from prestatie_extract.batch import convert
from prestatie_extract.evaluate import evaluate
from prestatie_extract.read.ocr_engine import find_engine

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "samples" / "gold"
SAMPLES = sorted([*ROOT.glob("data/raw/*.pdf"), *ROOT.glob("tests/samples/pdf/*.pdf")])
REPORT = Path(__file__).with_suffix(".md")
DOTS_PER_INCH = 200
SKEW_DEGREES = 0.3
JPEG_QUALITY = 60
MEASURES = ("agreements", "text98", "trekker", "targets", "sections")
HEAD = """\
# Scans

Made by `make bench` (`python -m benchmarks.scans`): the samples as pictures, read by OCR; 1 is
perfect. A scan tells no weight of type, so that headings that are only bold are lost, and with them
the agreements that they announce.
"""


def scan(pdf: Path, folder: Path) -> None:
    """A PDF of the same name that holds pictures only."""
    source, made = pdfium.PdfDocument(pdf), FPDF(unit="pt")
    for page in source:
        width, height = page.get_size()
        drawn = page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil().convert("L")
        turned = drawn.rotate(SKEW_DEGREES, resample=Image.Resampling.BICUBIC, fillcolor=255)
        picture = BytesIO()
        turned.save(picture, "JPEG", quality=JPEG_QUALITY)
        made.add_page(format=(width, height))
        made.image(picture, 0, 0, width, height)
    source.close()
    made.output(str(folder / pdf.name))


def to_table(scores: Scores) -> list[str]:
    """A row a document, and their mean."""
    head = [f"| document | {' | '.join(MEASURES)} |", f"|---|{'--:|' * len(MEASURES)}"]
    rows = [_row(name, [found.get(m, 0.0) for m in MEASURES]) for name, found in scores.items()]
    means = [sum(s.get(m, 0.0) for s in scores.values()) / len(scores) for m in MEASURES]
    return [*head, *rows, _row("mean", means)]


def _row(name: str, figures: Sequence[float]) -> str:
    return f"| {name} | {' | '.join(f'{figure:.3f}' for figure in figures)} |"


def main() -> None:
    """Scan, convert, score, write."""
    if find_engine() is None:
        sys.exit("OCR is needed: nothing measured")
    with tempfile.TemporaryDirectory() as scratch:
        folder, out = Path(scratch, "scans"), Path(scratch, "out")
        folder.mkdir()
        for sample in SAMPLES:
            scan(sample, folder)
        convert([folder], out)
        scores = to_scores(evaluate(out, GOLD))
        judged = list(judge(GOLD, out))
    lines = [HEAD, *to_table(scores), "", *to_report(judged)]
    REPORT.write_text("\n".join([*lines, ""]), encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
