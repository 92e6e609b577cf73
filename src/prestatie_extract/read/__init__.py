"""Read: a file to a `Source` of pages (PDF) or ready-made blocks (text, markdown)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from prestatie_extract.document import Source
from prestatie_extract.errors import EmptyFile, NotAPdf, UnreadableFile, UnsupportedFile
from prestatie_extract.page import Page, TextLayer
from prestatie_extract.read.ocr_engine import OcrMode

__all__ = ["SUFFIXES", "OcrMode", "read_source"]

PDF_MARK = b"%PDF-"
PDF_MARK_WITHIN = 1024  # bytes; readers accept junk before the mark up to here
CONTROLS = re.compile(r"[\0-\x08\x0e-\x1f\x7f-\x9f]")  # but for white space
TEXT_MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}
SUFFIXES = frozenset({".pdf", *TEXT_MEDIA_TYPES})


def read_source(path: Path, *, name: str | None = None, ocr: OcrMode = OcrMode.AUTO) -> Source:
    """The file at `path`, published as `name`, which is the file's own where it is not given.

    Pages that need it are read by OCR, where that is installed and `ocr` is not `never`.

    Raises:
        DocumentError: the file cannot be read, is empty, is no PDF or text, is broken or locked.
    """
    content = _read_bytes(path)
    suffix = path.suffix.lower()
    is_pdf = PDF_MARK in content[:PDF_MARK_WITHIN]
    if suffix == ".pdf" and not is_pdf:
        raise NotAPdf(path)
    if not is_pdf and suffix not in TEXT_MEDIA_TYPES:
        raise UnsupportedFile(path)
    name = name or path.name
    sha256 = hashlib.sha256(content).hexdigest()
    if is_pdf:
        return _pdf_source(content, name, sha256, ocr)
    return _text_source(content, name, sha256, TEXT_MEDIA_TYPES[suffix])


def _read_bytes(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path) from error
    if not content.strip():
        raise EmptyFile(path)
    return content


def _pdf_source(content: bytes, name: str, sha256: str, ocr: OcrMode) -> Source:
    from prestatie_extract.read.pdf import read_pages
    from prestatie_extract.read.scans import read_scans

    scans = read_scans(content, read_pages(content), ocr)
    pages = scans.pages
    return Source(
        path=name,
        sha256=sha256,
        media_type="application/pdf",
        page_count=len(pages),
        text_status=_text_status(pages),
        pages=pages,
        characters=sum(p.characters for p in pages),
        ocr=scans.engine,
        ocr_obstacle=scans.obstacle,
    )


def _text_status(pages: Sequence[Page]) -> str:
    """Where the text comes from: digital, ocr, or mixed; unread pictures beside text are mixed."""
    layers = {page.text_layer for page in pages} - {TextLayer.BLANK}
    if TextLayer.OCR not in layers:
        has_text = any(page.characters for page in pages)
        return "mixed" if TextLayer.MISSING in layers and has_text else "digital"
    return "ocr" if layers == {TextLayer.OCR} else "mixed"


def _text_source(content: bytes, name: str, sha256: str, media_type: str) -> Source:
    from prestatie_extract.read.text import count_characters, read_blocks

    text = _decode(content)
    return Source(
        path=name,
        sha256=sha256,
        media_type=media_type,
        page_count=None,
        text_status="text",
        blocks=read_blocks(text),
        characters=count_characters(text),
    )


def _decode(content: bytes) -> str:
    """UTF-8, else Windows-1252, which older converters write; `�` for control characters."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return CONTROLS.sub("\ufffd", text)
