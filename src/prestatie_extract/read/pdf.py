"""PDF to pages of words and grids: pdfium first, pdfplumber page by page where that gives less."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as c
from pdfplumber.utils.exceptions import PdfminerException

from prestatie_extract.errors import BrokenPdf, EncryptedPdf
from prestatie_extract.geometry import BBox
from prestatie_extract.page import Font, Page, TextLayer, Word
from prestatie_extract.read.annotations import count_annotated
from prestatie_extract.read.drawings import add_bullets, find_areas, find_rules
from prestatie_extract.read.fonts import find_bold, is_italic_name
from prestatie_extract.read.grids import find_grids
from prestatie_extract.read.paths import read_paths
from prestatie_extract.read.pdfium import read_chars
from prestatie_extract.read.text_layer import UNMAPPED_RATIO, count_readable, judge
from prestatie_extract.read.words import chars_to_words, drop_markup

PlumberObject = dict[str, Any]

NOT_PRINTED = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\uffff]")


class _Fallback:
    """The same file opened by pdfplumber, when a page first needs it."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._source: pdfplumber.pdf.PDF | None = None

    def read(self, index: int) -> Page | None:
        """The page as pdfplumber reads it on pdfminer, `None` where that fails too."""
        try:
            if self._source is None:
                self._source = pdfplumber.open(BytesIO(self._content))
            return _page_from_pdfplumber(self._source.pages[index])
        except MemoryError:
            raise
        except Exception:  # pdfminer raises whatever a malformed page makes it stumble on
            return None


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
    fallback = _Fallback(content)
    try:
        pages = tuple(_read_page(source, index, fallback) for index in range(len(source)))
    finally:
        source.close()
    return pages or _read_pages_by_pdfplumber(content)


def _read_page(source: pdfium.PdfDocument, index: int, fallback: _Fallback) -> Page:
    try:
        page = source[index]
    except pdfium.PdfiumError:
        return fallback.read(index) or _blank_page(index)
    try:
        found = _page_from_pdfium(page, index)
    finally:
        page.close()
    if _is_doubtful(found):
        other = fallback.read(index)
        if other is not None and count_readable(other) > count_readable(found):
            return other
    return found


def _page_from_pdfium(page: pdfium.PdfPage, index: int) -> Page:
    width, height = page.get_size()
    chars = read_chars(page)
    words = chars_to_words(chars)
    images = page.get_objects(filter=[c.FPDF_PAGEOBJ_IMAGE], max_depth=2)
    paths, box = read_paths(page), BBox(0, 0, width, height)
    found = Page(
        page_number=index + 1,
        width=width,
        height=height,
        words=add_bullets(drop_markup(words), paths),
        grids=find_grids([p for p in paths if p["object_type"] != "curve"], box),
        rules=find_rules(paths),
        areas=find_areas(paths, box),
        characters=_count(chars) - _count_markup(words),
        has_images=next(iter(images), None) is not None,
        unmapped=sum(1 for char in chars if char["unmapped"] and not char["text"].isspace()),
        annotated=count_annotated(page),
    )
    curves = sum(path["object_type"] == "curve" for path in paths)
    return replace(found, text_layer=judge(found, curves=curves))


def _count(chars: list[PlumberObject]) -> int:
    return sum(1 for char in chars if not char["text"].isspace())


def _count_markup(words: tuple[Word, ...]) -> int:
    return sum(len(w.text) for w in words) - sum(len(w.text) for w in drop_markup(words))


def _blank_page(index: int) -> Page:
    return Page(index + 1, 0.0, 0.0, (), (), 0, text_layer=TextLayer.BLANK)


def _is_doubtful(page: Page) -> bool:
    """No characters at all, or many that stand for nothing: `�`, `(cid:n)`, private use."""
    return count_readable(page) <= (1 - UNMAPPED_RATIO) * page.characters


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
    except MemoryError:
        raise
    except Exception as error:  # see _Fallback
        raise BrokenPdf from error
    if not pages:
        raise BrokenPdf
    return pages


def _page_from_pdfplumber(page: pdfplumber.page.Page) -> Page:
    try:
        fonts: dict[tuple[str, float, bool], Font] = {}
        chars = [
            {
                **char,
                "text": _printed(char["text"]),
                "stream_index": i,
                "font": _font_of(char, fonts),
            }
            for i, char in enumerate(page.chars)
        ]
        words = chars_to_words(chars)
        box = BBox(0, 0, float(page.width), float(page.height))
        paths = [{**p, "is_white": False} for p in (*page.lines, *page.rects)]
        found = Page(
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
        return replace(found, text_layer=judge(found, curves=len(page.curves)))
    finally:
        page.close()


def _printed(text: str) -> str:
    """The text with `�` for what is no character or a control; pdfminer gives several at once."""
    return NOT_PRINTED.sub("\ufffd", text)


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
