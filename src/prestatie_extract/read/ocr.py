"""Pages without a usable text layer, read from their picture by Tesseract through OCRmyPDF."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium

from prestatie_extract.read.ocr_engine import LANGUAGE


class OcrError(Exception):
    """The pages could not be read by OCR; the message says why."""


def add_text_layer(content: bytes, page_numbers: Sequence[int]) -> bytes:
    """A PDF of these pages of `content` alone, in this order, with what OCR reads on them.

    Neither encryption, signatures nor forms of the original come along.

    Raises:
        OcrError: a part of it fails on this file.
    """
    from ocrmypdf import ocr
    from ocrmypdf.exceptions import ExitCodeException

    logging.getLogger("ocrmypdf").setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory(prefix="ocr-") as folder:
        before, after = Path(folder) / "before.pdf", Path(folder) / "after.pdf"
        try:
            before.write_bytes(_pick_pages(content, page_numbers))
            code = ocr(
                before, after, language=[LANGUAGE], mode="force", output_type="pdf", optimize=0,
                jobs=1, use_threads=True, progress_bar=False,
            )  # fmt: skip
        except (ExitCodeException, pdfium.PdfiumError, OSError, ValueError) as error:
            raise OcrError(f"{type(error).__name__}: {error}".strip(": ")) from error
        if code:
            raise OcrError(f"OCRmyPDF ended with {code!r}")
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
