"""Characters and drawn paths of a page from pdfium, as the dicts that pdfplumber's functions eat."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from prestatie_extract.document import Font

PlumberObject = dict[str, Any]
"""A character, line or rect as pdfplumber writes it: text, x0, top, x1, bottom, …"""

FONT_NAME_BYTES = 128
UPRIGHT_ANGLE_DEGREES = 3.0  # a scanned-in page is skewed less; a diagonal watermark more
BOLD_WEIGHT = 600  # CSS: semi-bold and up
ITALIC_FLAG = 1 << 6  # PDF 32000-1, table 123
FORCE_BOLD_FLAG = 1 << 18


def read_chars(page: pdfium.PdfPage) -> list[PlumberObject]:
    """The page's printed characters and spaces in content-stream order.

    Boxes are pdfium's loose boxes (font ascent to descent, advance width), as pdfminer's are.
    White space and hyphens that pdfium itself makes up are left out.
    """
    textpage = page.get_textpage()
    try:
        return list(_iter_chars(page, textpage))
    finally:
        textpage.close()


def _iter_chars(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> Iterator[PlumberObject]:
    raw, height = textpage.raw, page.get_height()
    left_edge, bottom_edge, _, _ = page.get_cropbox()
    rect = c.FS_RECTF()
    rect_ref = ctypes.byref(rect)
    fonts: dict[int, Font] = {}
    get_box, get_unicode = c.FPDFText_GetLooseCharBox, c.FPDFText_GetUnicode
    get_object, is_generated = c.FPDFText_GetTextObject, c.FPDFText_IsGenerated
    address = ctypes.addressof
    high = 0
    for index in range(c.FPDFText_CountChars(raw)):
        code = get_unicode(raw, index)
        if is_generated(raw, index) == 1 or not get_box(raw, index, rect_ref):
            continue
        if 0xD800 <= code < 0xDC00:  # first half of a surrogate pair
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code, high = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), 0
        owner = get_object(raw, index)
        key = address(owner.contents) if owner else 0
        font = fonts.get(key)
        if font is None:
            font = fonts[key] = _read_font(raw, index)
        top, bottom = height - (rect.top - bottom_edge), height - (rect.bottom - bottom_edge)
        x0, x1 = rect.left - left_edge, rect.right - left_edge
        yield {
            "object_type": "char",
            "text": _character(code),
            "x0": x0,
            "x1": x1,
            "top": top,
            "bottom": bottom,
            "doctop": top,
            "width": x1 - x0,
            "height": bottom - top,
            "upright": font.upright,
            "font": font,
            "size": font.size,
            "stream_index": index,
        }


SOFT_HYPHENS = {0x02, 0xAD, 0xFFFE}  # pdfium reports a hyphen at a line end as U+0002 or U+FFFE


def _character(code: int) -> str:
    if code in SOFT_HYPHENS:
        return "-"
    return chr(code) if code else "\ufffd"


def _read_font(raw: Any, index: int) -> Font:
    buffer = ctypes.create_string_buffer(FONT_NAME_BYTES)
    flags = ctypes.c_int(0)
    c.FPDFText_GetFontInfo(raw, index, buffer, FONT_NAME_BYTES, ctypes.byref(flags))
    name = buffer.value.decode("utf-8", "replace")
    weight = c.FPDFText_GetFontWeight(raw, index)
    matrix = c.FS_MATRIX()
    c.FPDFText_GetMatrix(raw, index, ctypes.byref(matrix))
    scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
    angle = math.degrees(c.FPDFText_GetCharAngle(raw, index))
    lowered = name.lower()
    return Font(
        fontname=name,
        size=round(c.FPDFText_GetFontSize(raw, index) * scale, 2),
        bold="bold" in lowered or "black" in lowered or weight >= BOLD_WEIGHT
        or bool(flags.value & FORCE_BOLD_FLAG),
        italic="italic" in lowered or "oblique" in lowered or bool(flags.value & ITALIC_FLAG),
        upright=min(angle, 360 - angle) <= UPRIGHT_ANGLE_DEGREES if angle >= 0 else True,
    )
