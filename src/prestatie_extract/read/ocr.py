"""Pages without a usable text layer, read from their picture by Tesseract through OCRmyPDF.

OCRmyPDF is run as a command: imported, it changes how pdfminer reads in this process.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium

from prestatie_extract.read.ocr_engine import LANGUAGE

COMMAND = (
    sys.executable, "-m", "ocrmypdf", "--quiet", "--force-ocr", "--language", LANGUAGE,
    "--output-type", "pdf", "--optimize", "0", "--jobs", "1",
)  # fmt: skip


class OcrError(Exception):
    """The pages could not be read by OCR; the message says why."""


def add_text_layer(content: bytes, page_numbers: Sequence[int]) -> bytes:
    """A PDF of these pages of `content` alone, in this order, with what OCR reads on them.

    Neither encryption, signatures nor forms of the original come along.

    Raises:
        OcrError: a part of it fails on this file.
    """
    with tempfile.TemporaryDirectory(prefix="ocr-") as folder:
        before, after = Path(folder) / "before.pdf", Path(folder) / "after.pdf"
        try:
            before.write_bytes(_pick_pages(content, page_numbers))
            done = subprocess.run([*COMMAND, before, after], capture_output=True, check=False)
        except (pdfium.PdfiumError, OSError) as error:
            raise OcrError(f"{type(error).__name__}: {error}") from error
        if done.returncode or not after.exists():
            said = done.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
            raise OcrError(f"OCRmyPDF ended with {done.returncode}: {said[-1]}")
        return after.read_bytes()


def _pick_pages(content: bytes, page_numbers: Sequence[int]) -> bytes:
    source, picked = pdfium.PdfDocument(content), pdfium.PdfDocument.new()
    try:
        picked.import_pages(source, [number - 1 for number in page_numbers])
        buffer = BytesIO()
        picked.save(buffer)
        return buffer.getvalue()
    finally:
        picked.close()
        source.close()
