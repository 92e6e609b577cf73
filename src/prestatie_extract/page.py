"""A PDF page as read: words with their type, rules, boxes and the grids of tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from prestatie_extract.geometry import BBox


@dataclass(frozen=True, slots=True)
class Font:
    """The type a word is set in."""

    fontname: str
    size: float
    """Points, scaling included."""
    bold: bool = False
    italic: bool = False
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word with its type, as pdfplumber's `extract_words` finds it."""

    text: str
    bbox: BBox
    font: Font
    stream_start: int
    """Place of its first character in the page's content stream, from 0."""
    stream_end: int
    """Place behind its last character."""


DRAWN_BULLET = "⦁"
"""The text of a bullet that is drawn and no character of the text layer: it counts for none."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on one page: its cells and whether the page break cut its first or last row."""

    bbox: BBox
    cells: tuple[BBox, ...]
    is_open_top: bool = False
    is_open_bottom: bool = False
    is_aligned: bool = False
    """Found by the alignment of its text, not by rules."""
    is_labels: bool = False
    """A list of labels with their values, as it stands below a paragraph in its column."""


class TextLayer(StrEnum):
    """What a page's text layer is worth."""

    GOOD = "good"
    BLANK = "blank"
    """Nothing is on the page."""
    UNMAPPED = "unmapped"
    """Its fonts do not say which letters they print; what was guessed reads well."""
    JUNK = "junk"
    """Its letters are not those that are printed."""
    MISSING = "missing"
    """There is a picture and no text."""
    OCR = "ocr"
    """Read from the picture, now or when the PDF was made."""


NEEDS_OCR = frozenset({TextLayer.JUNK, TextLayer.MISSING})


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a PDF as read: words in stream order, grids of ruled tables."""

    page_number: int
    width: float
    height: float
    words: tuple[Word, ...]
    grids: tuple[Grid, ...]
    characters: int
    """Printed characters of the text layer, white space not counted."""
    is_fallback: bool = False
    """Read with pdfminer because pdfium gave less."""
    has_images: bool = False
    text_layer: TextLayer = TextLayer.GOOD
    unmapped: int = 0
    """Characters whose font does not say which letter they are."""
    annotated: int = 0
    """Characters in form fields and notes, which are no part of the text layer."""
    rules: tuple[BBox, ...] = ()
    """Level rules, top down."""
    areas: tuple[BBox, ...] = ()
    """Shaded or outlined rectangles, top down."""
