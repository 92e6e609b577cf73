"""Pages without a usable text layer, read from their picture by Tesseract through OCRmyPDF.

Both are optional: `find_engine` says whether they are there, `INSTALL` how to get them.
"""

from __future__ import annotations

import importlib.util
import logging
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium

LANGUAGE = "nld"
INSTALL = (
    "install it with pip install 'prestatie-extract[ocr]' "
    "and apt-get install tesseract-ocr tesseract-ocr-nld, then run the same command again"
)
ANSWER_SECONDS = 30.0  # for Tesseract to tell its version


class OcrError(Exception):
    """The pages could not be read by OCR; the message says why."""


@cache
def find_engine() -> str | None:
    """Names and versions of what does the OCR; None where a part of it is missing."""
    command = shutil.which("tesseract")
    if command is None or importlib.util.find_spec("ocrmypdf") is None:
        return None
    languages = _ask(command, "--list-langs").split()
    if LANGUAGE not in languages:
        return None
    tesseract = _ask(command, "--version").split("\n", 1)[0].strip()
    return f"{tesseract}, ocrmypdf {version('ocrmypdf')}"


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


def _ask(command: str, question: str) -> str:
    """What Tesseract says, on whichever stream; empty where it says nothing."""
    try:
        done = subprocess.run(
            [command, question], capture_output=True, text=True, timeout=ANSWER_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout + done.stderr
