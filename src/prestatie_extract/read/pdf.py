"""PDF to pages of words and grids: pdfium first, pdfplumber page by page where that gives less."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as c
from pdfplumber.utils.exceptions import PdfminerException

from prestatie_extract.errors import BrokenPdf, EncryptedPdf
from prestatie_extract.geometry import BBox
from prestatie_extract.page import Font, Page, Word
from prestatie_extract.read.drawings import add_bullets, find_areas, find_rules
from prestatie_extract.read.fonts import find_bold, is_italic_name
from prestatie_extract.read.grids import find_grids
from prestatie_extract.read.paths import read_paths
from prestatie_extract.read.pdfium import read_chars
from prestatie_extract.read.words import chars_to_words, drop_markup

PlumberObject = dict[str, Any]

UNMAPPED_RATIO = 0.1  # of a page's characters without a Unicode value; sound pages have none


def read_pages(content: bytes) -> tuple[Page, ...]:
    """All pages of the PDF in order; each is freed when its words are taken.

    Raises:
        EncryptedPdf: it asks for a password.
        BrokenPdf: neither pdfium nor pdfplumber finds a page in it.
    """
    try:
        source = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        return _read_pages_by_pdfplumber(content)
    try:
        pages = tuple(_read_page(source, index, content) for index in range(len(source)))
    finally:
        source.close()
    return pages or _read_pages_by_pdfplumber(content)


def _read_page(source: pdfium.PdfDocument, index: int, content: bytes) -> Page:
    try:
        page = source[index]
    except pdfium.PdfiumError:
        return _fall_back(content, index) or _blank_page(index)
    try:
        found = _page_from_pdfium(page, index)
    finally:
        page.close()
    if _is_doubtful(found):
        other = _fall_back(content, index)
        if other is not None and _readable(other) > _readable(found):
            return other
    return found


def _page_from_pdfium(page: pdfium.PdfPage, index: int) -> Page:
    width, height = page.get_size()
    chars = read_chars(page)
    words = chars_to_words(chars)
    images = page.get_objects(filter=[c.FPDF_PAGEOBJ_IMAGE], max_depth=2)
    paths, box = read_paths(page), BBox(0, 0, width, height)
    return Page(
        page_number=index + 1,
        width=width,
        height=height,
        words=add_bullets(drop_markup(words), paths),
        grids=find_grids([p for p in paths if p["object_type"] != "curve"], box),
        rules=find_rules(paths),
        areas=find_areas(paths, box),
        characters=_count(chars) - _count_markup(words),
        has_images=next(iter(images), None) is not None,
    )


def _count(chars: list[PlumberObject]) -> int:
    return sum(1 for char in chars if not char["text"].isspace())


def _count_markup(words: tuple[Word, ...]) -> int:
    return sum(len(w.text) for w in words) - sum(len(w.text) for w in drop_markup(words))


def _blank_page(index: int) -> Page:
    return Page(index + 1, 0.0, 0.0, (), (), 0)


def _is_doubtful(page: Page) -> bool:
    """No characters at all, or many that stand for nothing: `�`, `(cid:n)`, private use."""
    return _readable(page) <= (1 - UNMAPPED_RATIO) * page.characters


def _readable(page: Page) -> int:
    """How many characters have a meaning."""
    texts = (word.text for word in page.words if "(cid:" not in word.text)
    return sum(1 for text in texts for char in text if _has_meaning(char))


def _has_meaning(char: str) -> bool:
    return char != "\ufffd" and not "\ue000" <= char <= "\uf8ff"


def _fall_back(content: bytes, index: int) -> Page | None:
    """The page as pdfplumber reads it on pdfminer, `None` where that fails too."""
    try:
        with pdfplumber.open(BytesIO(content), pages=[index + 1]) as source:
            return _page_from_pdfplumber(source.pages[0])
    except Exception:  # pdfminer raises whatever a malformed page makes it stumble on
        return None


def _read_pages_by_pdfplumber(content: bytes) -> tuple[Page, ...]:
    """All pages as pdfplumber reads them.

    Its errors tell a password from damage; pdfium's own code for that outlives the file it is
    about. What pdfminer cannot decrypt counts as locked too.
    """
    try:
        with pdfplumber.open(BytesIO(content)) as source:
            pages = tuple(_page_from_pdfplumber(page) for page in source.pages)
    except PdfminerException as error:
        cause = type(error.args[0]).__name__ if error.args else ""
        is_locked = "Password" in cause or "Encryption" in cause
        raise (EncryptedPdf if is_locked else BrokenPdf) from error
    except Exception as error:  # see _fall_back
        raise BrokenPdf from error
    if not pages:
        raise BrokenPdf
    return pages


def _page_from_pdfplumber(page: pdfplumber.page.Page) -> Page:
    try:
        fonts: dict[tuple[str, float, bool], Font] = {}
        chars = [
            {**char, "stream_index": i, "font": _font_of(char, fonts)}
            for i, char in enumerate(page.chars)
        ]
        words = chars_to_words(chars)
        box = BBox(0, 0, float(page.width), float(page.height))
        paths = [{**p, "is_white": False} for p in (*page.lines, *page.rects)]
        return Page(
            page_number=page.page_number,
            width=box.x1,
            height=box.bottom,
            words=drop_markup(words),
            grids=find_grids(paths, box),
            rules=find_rules(paths),
            areas=find_areas(paths, box),
            characters=_count(chars) - _count_markup(words),
            is_fallback=True,
            has_images=bool(page.images),
        )
    finally:
        page.close()


def _font_of(char: PlumberObject, fonts: dict[tuple[str, float, bool], Font]) -> Font:
    key = (char["fontname"], round(char["size"], 2), bool(char["upright"]))
    if key not in fonts:
        fonts[key] = Font(
            key[0],
            key[1],
            bold=find_bold(key[0]) or False,
            italic=is_italic_name(key[0]),
            upright=key[2],
        )
    return fonts[key]
