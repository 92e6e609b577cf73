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
LOSS_MAX = 3.5  # of 255, mean difference; typed pages 0.2 to 2.2, photographs from 5, 5 documents
LOSS_REDUCTION = 4  # the difference is measured on a picture so many times smaller each way
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
        picture = page.render(scale=_scale(width, height)).to_pil().convert("RGB")
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
    if _loss(picture, few) <= LOSS_MAX:
        content = _save(few, "PNG", bits=4)
        if len(content) <= IMAGE_BYTES_MAX:
            return ".png", content, picture.size
    while True:
        for quality in QUALITIES:
            content = _save(picture, "WEBP", quality=quality, method=WEBP_METHOD)
            if len(content) <= IMAGE_BYTES_MAX:
                return ".webp", content, picture.size
        picture = picture.resize([max(1, round(s * SHRINK_RATIO)) for s in picture.size])


def _few_colours(picture: Image.Image) -> Image.Image:
    """The picture in sixteen colours; paper stays white, which the method makes a shade grey."""
    few = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    channels = few.getpalette() or []
    colours = [channels[start : start + 3] for start in range(0, len(channels), 3)]
    white = [[255, 255, 255] if min(colour) >= PAPER_MIN else colour for colour in colours]
    few.putpalette([channel for colour in white for channel in colour])
    return few


def _loss(picture: Image.Image, few: Image.Image) -> float:
    """The mean difference that is seen from some way off, 0 to 255."""
    one, other = (image.convert("RGB").reduce(LOSS_REDUCTION) for image in (picture, few))
    means = ImageStat.Stat(ImageChops.difference(one, other)).mean
    return sum(means) / len(means)


def _save(picture: Image.Image, kind: str, **options: int) -> bytes:
    stream = BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()
