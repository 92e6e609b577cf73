"""Pages that need OCR: read them if it is there and wanted, else say what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from prestatie_extract.page import NEEDS_OCR, Page, TextLayer
from prestatie_extract.read.ocr import OcrError, add_text_layer
from prestatie_extract.read.ocr_engine import INSTALL, OcrMode, find_engine
from prestatie_extract.read.ocr_words import restore_bullets
from prestatie_extract.read.pdf import read_pages
from prestatie_extract.read.text_layer import Reading, read_as


@dataclass(frozen=True, slots=True)
class Scans:
    """All pages of a document after OCR."""

    pages: tuple[Page, ...]
    engine: str | None = None
    """What read some of them by OCR; None where none was."""
    obstacle: str = ""
    """Why pages that need OCR were not read, and what to do about it."""


def read_scans(content: bytes, pages: tuple[Page, ...], mode: OcrMode) -> Scans:
    """The pages, those that need it read by OCR; with `force` all that are not blank."""
    needy = [page for page in pages if _is_wanted(page, mode)]
    if not needy:
        return Scans(pages)
    if mode is OcrMode.NEVER:
        return Scans(pages, obstacle="run again without --ocr never")
    engine = find_engine()
    if engine is None:
        return Scans(pages, obstacle=INSTALL)
    try:
        read = read_pages(add_text_layer(content, [page.page_number for page in needy]))
    except OcrError as error:
        return Scans(pages, obstacle=f"OCR failed on this file ({error}); print it to a new PDF")
    better = {old.page_number: _choose(old, new) for old, new in zip(needy, read, strict=False)}
    return Scans(tuple(better.get(page.page_number, page) for page in pages), engine)


def _is_wanted(page: Page, mode: OcrMode) -> bool:
    if mode is OcrMode.FORCE:
        return page.text_layer is not TextLayer.BLANK
    return page.text_layer in NEEDS_OCR


def _choose(old: Page, new: Page) -> Page:
    """The page as OCR reads it, unless that is nothing or no better."""
    if not new.characters:
        is_picture = old.text_layer is TextLayer.MISSING
        return replace(old, text_layer=TextLayer.BLANK) if is_picture else old
    if old.characters and _is_junk(new):
        return old
    words = restore_bullets(new.words)
    return replace(new, page_number=old.page_number, text_layer=TextLayer.OCR, words=words)


def _is_junk(page: Page) -> bool:
    words: Sequence[str] = [word.text for word in page.words]
    return read_as(words) is Reading.JUNK
