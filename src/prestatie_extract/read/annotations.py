"""Text in form fields and notes: it is printed with the page but is no part of its text layer."""

from __future__ import annotations

import pypdfium2 as pdfium
import pypdfium2.raw as c

KEYS = (b"Contents", b"V")
"""The text of a note, the value of a form field."""
SILENT_TYPES = frozenset({c.FPDF_ANNOT_LINK, c.FPDF_ANNOT_POPUP})
"""Their contents are no text on the page."""
ANNOTATIONS_MAX = 10_000  # looked at on a page; a filled-in form has hundreds


def count_annotated(page: pdfium.PdfPage) -> int:
    """Characters in form fields and notes, white space not counted."""
    count = min(c.FPDFPage_GetAnnotCount(page.raw), ANNOTATIONS_MAX)
    return sum(_count_one(page, index) for index in range(count))


def _count_one(page: pdfium.PdfPage, index: int) -> int:
    annotation = c.FPDFPage_GetAnnot(page.raw, index)
    if not annotation:
        return 0
    try:
        if c.FPDFAnnot_GetSubtype(annotation) in SILENT_TYPES:
            return 0
        return sum(len("".join(_read(annotation, key).split())) for key in KEYS)
    finally:
        c.FPDFPage_CloseAnnot(annotation)


def _read(annotation: c.FPDF_ANNOTATION, key: bytes) -> str:
    size = c.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (c.FPDF_WCHAR * (size // 2))()
    c.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
