"""Pages as pictures, in the frame of the boxes: turned and cropped as they are shown.

Typed pages have few colours: sixteen of them, without loss, are smaller than a lossy picture, take
less time and keep letters sharp. Only what loses by that, photographs, is made lossy.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageStat

from prestatie_extract.errors import BrokenPdf

RENDER_VERSION = 1
"""Raised when the same page would give another picture."""

PAGE_PIXELS = 1_100 * 1_556  # an A4 page 1100 wide, either way up: 133 pixels an inch, readable
SCALE_MAX = 4.0  # pixels a point; a label of 50 points wide needs no more
SIDE_PIXELS_MAX = 4_000  # of a page that is a ribbon
IMAGE_BYTES_MAX = 150_000
COLOURS = 16
PAPER_MIN = 250  # of 255 in each channel, what counts as white
LOSS_MAX = 5.0  # of 255, mean difference; typed pages 0.5 to 4, photographs from 9, 9 documents
SAMPLE_STEP = 4  # one pixel in so many each way
PNG_LEVEL = 4  # zlib's; 6 takes half as long again for 3 % less
QUALITIES = (60, 45, 30)  # WebP's, until the picture is small enough; then it is made smaller
SHRINK_RATIO = 0.8  # of each side, a step
WEBP_METHOD = 2  # of 0-6: a tenth larger than 4 in half of its time


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a picture."""

    page_number: int
    """From 1."""
    width: float
    """Of the page as shown, points."""
    height: float
    pixel_width: int
    pixel_height: int
    suffix: str
    """.png or .webp."""
    content: bytes


def render_pages(content: bytes) -> Iterator[PageImage]:
    """Each page of a PDF that can be drawn, in order; one that cannot is left out.

    Raises:
        BrokenPdf: pdfium cannot open it.
    """
    try:
        source = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise BrokenPdf from error
    try:
        for index in range(len(source)):
            image = _render(source, index)
            if image is not None:
                yield image
    finally:
        source.close()


def _render(source: pdfium.PdfDocument, index: int) -> PageImage | None:
    try:
        page = source[index]
    except pdfium.PdfiumError:
        return None
    try:
        width, height = page.get_size()
        if min(width, height) <= 0:
            return None
        picture = page.render(scale=_scale(width, height), rev_byteorder=True).to_pil()
    except pdfium.PdfiumError:
        return None
    finally:
        page.close()
    suffix, content, size = _encode(picture)
    return PageImage(index + 1, width, height, *size, suffix, content)


def _scale(width: float, height: float) -> float:
    """Pixels a point, so that all pages take about the same room."""
    wanted = math.sqrt(PAGE_PIXELS / (width * height))
    return min(wanted, SCALE_MAX, SIDE_PIXELS_MAX / max(width, height))


def _encode(picture: Image.Image) -> tuple[str, bytes, tuple[int, int]]:
    """Suffix, bytes and size in pixels of the first form that is small and good enough."""
    few = _few_colours(picture)
    content = _save(few, "PNG", bits=4, compress_level=PNG_LEVEL) if few else b""
    if few and len(content) <= IMAGE_BYTES_MAX:
        return ".png", content, picture.size
    while True:
        for quality in QUALITIES:
            content = _save(picture, "WEBP", quality=quality, method=WEBP_METHOD)
            if len(content) <= IMAGE_BYTES_MAX:
                return ".webp", content, picture.size
        width, height = picture.size
        picture = picture.resize((_shrink(width), _shrink(height)))


def _shrink(side: int) -> int:
    return max(1, round(side * SHRINK_RATIO))


def _few_colours(picture: Image.Image) -> Image.Image | None:
    """The picture in sixteen colours; None where it loses by that.

    The colours are chosen on a sample of the pixels, first by a method for print, then for tints.
    """
    width, height = picture.size
    size = max(1, width // SAMPLE_STEP), max(1, height // SAMPLE_STEP)
    sample = picture.resize(size, Image.Resampling.NEAREST)
    for method in (Image.Quantize.FASTOCTREE, Image.Quantize.MEDIANCUT):
        palette = sample.quantize(COLOURS, method=method, dither=Image.Dither.NONE)
        _whiten(palette)
        few = picture.quantize(palette=palette, dither=Image.Dither.NONE)
        seen = few.resize(size, Image.Resampling.NEAREST).convert("RGB")
        if max(ImageStat.Stat(ImageChops.difference(sample, seen)).mean) <= LOSS_MAX:
            return few
    return None


def _whiten(palette: Image.Image) -> None:
    """Make what is nearly white white: the methods make paper a shade grey."""
    channels = palette.getpalette() or []
    colours = [channels[start : start + 3] for start in range(0, len(channels), 3)]
    white = [[255, 255, 255] if min(colour) >= PAPER_MIN else colour for colour in colours]
    palette.putpalette([channel for colour in white for channel in colour])


def _save(picture: Image.Image, kind: str, **options: int) -> bytes:
    stream = BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()
