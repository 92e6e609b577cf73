"""Characters of a page from pdfium, as the dicts that pdfplumber's functions eat."""

from __future__ import annotations

import ctypes
import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from prestatie_extract.page import Font
from prestatie_extract.read.fonts import find_bold, is_italic_name
from prestatie_extract.read.frame import PageFrame, read_frame

PlumberObject = dict[str, Any]
"""A character, line or rect as pdfplumber writes it: text, x0, top, x1, bottom, …"""

FONT_NAME_BYTES = 128
ASCENT_RATIO = (
    0.9  # of the font size; Latin text fonts: 0.89 Times to 0.95 Carlito, accents included
)
DESCENT_RATIO = 0.22  # of the font size; 0.21 Arial to 0.25 Carlito
DIGITS = frozenset(map(ord, "0123456789⁰¹²³⁴⁵⁶⁷⁸⁹"))
RAISED_RATIO = 0.2  # of the font size; superscript figures stand 0.3 up, old-style figures below 0
SUPERSCRIPT_RATIO = 0.6  # of the font size, in which a superscript figure is as high as it is drawn
UPRIGHT_ANGLE_DEGREES = 3.0  # a scanned-in page is skewed less; a diagonal watermark more
BOLD_WEIGHT = 600  # CSS: semi-bold and up; pdfium guesses it, so a font's name goes before it
ITALIC_FLAG = 1 << 6  # PDF 32000-1, table 123
FORCE_BOLD_FLAG = 1 << 18


def _plain(function: Any, result: Any, *arguments: Any) -> Any:
    """A pdfium function that takes and gives addresses as integers: a fifth faster to call.

    Those of pypdfium2 make an object of each pointer, four times for every character.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None
    return ctypes.CFUNCTYPE(result, *arguments)(address)


GET_UNICODE = _plain(c.FPDFText_GetUnicode, ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
GET_OBJECT = _plain(c.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
GET_BOX = _plain(
    c.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)


def read_chars(page: pdfium.PdfPage) -> list[PlumberObject]:
    """The page's printed characters and spaces in content-stream order.

    A box runs from the font's ascent to its descent and over the advance width, as pdfminer's do.
    White space and hyphens that pdfium itself makes up are left out.
    """
    textpage = page.get_textpage()
    try:
        return list(_iter_chars(page, textpage))
    finally:
        textpage.close()


@dataclass(frozen=True, slots=True)
class _Run:
    """What all characters of one text object share."""

    font: Font
    baseline: float
    """From the top of the page as shown, points."""
    is_unmapped: bool = False
    """Its font does not say which letter its first character is."""


def _iter_chars(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> Iterator[PlumberObject]:
    raw, frame = textpage.raw, read_frame(page)
    rect = c.FS_RECTF()
    handle, rect_address = ctypes.cast(raw, ctypes.c_void_p).value, ctypes.addressof(rect)
    runs: dict[int, _Run] = {}
    fonts: dict[Font, Font] = {}
    for index, code in _iter_codes(raw):
        if not GET_BOX(handle, index, rect_address):
            continue
        key = GET_OBJECT(handle, index) or 0
        run = runs.get(key)
        if run is None:
            run = runs[key] = _read_run(raw, index, frame, fonts)
        if code in DIGITS and run.font.upright and _is_raised(raw, index, frame, run):
            run = _raise_run(run, fonts)
        x0, top, x1, bottom = _shown_box(rect, frame, run)
        if not math.isfinite(x0 + top + x1 + bottom + run.font.size):
            continue  # a damaged matrix: no viewer draws it
        yield {
            "text": _character(code),
            "x0": x0,
            "x1": x1,
            "top": top,
            "bottom": bottom,
            "doctop": top,
            "upright": run.font.upright,
            "font": run.font,
            "size": run.font.size,
            "stream_index": index,
            "unmapped": run.is_unmapped,
        }


def _shown_box(rect: c.FS_RECTF, frame: PageFrame, run: _Run) -> tuple[float, float, float, float]:
    """x0, top, x1, bottom; a font without metrics has boxes as tight as each letter."""
    font = run.font
    if font.upright and not frame.rotation:
        x0, x1 = rect.left - frame.left, rect.right - frame.left
    else:
        xa, ya = frame.to_shown(rect.left, rect.top)
        xb, yb = frame.to_shown(rect.right, rect.bottom)
        x0, x1 = min(xa, xb), max(xa, xb)
        if not font.upright:
            return x0, min(ya, yb), x1, max(ya, yb)
    size = font.size
    return x0, run.baseline - ASCENT_RATIO * size, x1, run.baseline + DESCENT_RATIO * size


def _is_raised(raw: Any, index: int, frame: PageFrame, run: _Run) -> bool:
    """Whether the glyph is drawn above the baseline: a superscript of the font's own."""
    edges = [ctypes.c_double() for _ in range(4)]
    c.FPDFText_GetCharBox(raw, index, *map(ctypes.byref, edges))
    left, right, bottom, top = (edge.value for edge in edges)
    foot = max(frame.to_shown(left, bottom)[1], frame.to_shown(right, top)[1])
    return run.baseline - foot >= RAISED_RATIO * run.font.size


def _raise_run(run: _Run, fonts: dict[Font, Font]) -> _Run:
    """The run as if the raised glyph were set small, as other producers set it."""
    font = replace(run.font, size=round(SUPERSCRIPT_RATIO * run.font.size, 2))
    baseline = run.baseline - RAISED_RATIO * run.font.size
    return _Run(fonts.setdefault(font, font), baseline, run.is_unmapped)


def _iter_codes(raw: Any) -> Iterator[tuple[int, int]]:
    """Index and code point of each printed character; surrogate pairs are put together."""
    handle, is_generated = ctypes.cast(raw, ctypes.c_void_p).value, c.FPDFText_IsGenerated
    high = 0
    for index in range(c.FPDFText_CountChars(raw)):
        code = GET_UNICODE(handle, index)
        if code in MADE_UP and is_generated(raw, index) == 1:
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0
        high = 0
        yield index, code


MADE_UP = frozenset(map(ord, "\n\r -"))
"""What pdfium may make up: white space between words and lines, a hyphen. Asking takes a call."""
C1_CODES = range(0x80, 0xA0)  # as Unicode they are controls; who writes them means Windows-1252
UNPRINTED = frozenset({*range(9), *range(14, 32), 0x7F, 0xFFFF})
"""Control characters, but for white space, and what is no character."""
SOFT_HYPHENS = {0x02, 0xAD, 0xFFFE}  # pdfium reports a hyphen at a line end as U+0002 or U+FFFE


def _character(code: int) -> str:
    if code in SOFT_HYPHENS:
        return "-"
    if code in C1_CODES:
        return bytes([code]).decode("cp1252", "replace")
    return "\ufffd" if code in UNPRINTED or code > sys.maxunicode else chr(code)


def _read_run(raw: Any, index: int, frame: PageFrame, fonts: dict[Font, Font]) -> _Run:
    buffer = ctypes.create_string_buffer(FONT_NAME_BYTES)
    flags = ctypes.c_int(0)
    c.FPDFText_GetFontInfo(raw, index, buffer, FONT_NAME_BYTES, ctypes.byref(flags))
    name = buffer.value.decode("utf-8", "replace")
    weight = c.FPDFText_GetFontWeight(raw, index)
    matrix = c.FS_MATRIX()
    c.FPDFText_GetMatrix(raw, index, ctypes.byref(matrix))
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    angle = (math.degrees(math.atan2(matrix.b, matrix.a)) - frame.rotation) % 360
    named = find_bold(name)
    is_marked_bold = weight >= BOLD_WEIGHT or bool(flags.value & FORCE_BOLD_FLAG)
    font = Font(
        fontname=name,
        size=round(abs(c.FPDFText_GetFontSize(raw, index) * scale), 2),
        bold=is_marked_bold if named is None else named,
        italic=is_italic_name(name) or bool(flags.value & ITALIC_FLAG),
        upright=min(angle, 360 - angle) <= UPRIGHT_ANGLE_DEGREES,
    )
    baseline = frame.to_shown(matrix.e, matrix.f)[1]
    is_unmapped = c.FPDFText_HasUnicodeMapError(raw, index) == 1
    return _Run(fonts.setdefault(font, font), baseline, is_unmapped)
