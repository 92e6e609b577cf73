"""Read: a file to a `Source` of pages (PDF) or ready-made blocks (text, markdown)."""

from __future__ import annotations

import hashlib
from pathlib import Path

from prestatie_extract.document import Source
from prestatie_extract.errors import EmptyFile, NotAPdf, UnreadableFile, UnsupportedFile

PDF_MARK = b"%PDF-"
PDF_MARK_WITHIN = 1024  # bytes; readers accept junk before the mark up to here
TEXT_MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}
SUFFIXES = frozenset({".pdf", *TEXT_MEDIA_TYPES})


def read_source(path: Path, *, name: str | None = None) -> Source:
    """The file at `path`, published as `name`, which is the file's own where it is not given.

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
        return _pdf_source(content, name, sha256)
    return _text_source(content, name, sha256, TEXT_MEDIA_TYPES[suffix])


def _read_bytes(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path) from error
    if not content.strip():
        raise EmptyFile(path)
    return content


def _pdf_source(content: bytes, name: str, sha256: str) -> Source:
    from prestatie_extract.read.pdf import read_pages

    pages = read_pages(content)
    scanned = [p for p in pages if not p.characters and p.has_images]
    return Source(
        path=name,
        sha256=sha256,
        media_type="application/pdf",
        page_count=len(pages),
        text_status="mixed" if scanned else "digital",
        pages=pages,
        characters=sum(p.characters for p in pages),
    )


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
    """UTF-8, else Windows-1252, which older converters write."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
