from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image
from tests.read.pdfs import draw_text, raw_pdf, write_pdf

from prestatie_extract.errors import BrokenPdf
from prestatie_extract.geometry import union_bbox
from prestatie_extract.read.pdf import read_pages
from prestatie_extract.read.rendering import (
    IMAGE_BYTES_MAX,
    PAGE_PIXELS,
    PageImage,
    render_pages,
)

DARK = 128  # of 255
TEXT = b"BT /F1 20 Tf 60 120 Td (Woningen) Tj ET"


def open_picture(image: PageImage) -> Image.Image:
    return Image.open(BytesIO(image.content)).convert("L")


def count_dark(picture: Image.Image) -> int:
    return sum(picture.histogram()[:DARK])


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "crop",
    [
        pytest.param(b"", id="whole"),
        pytest.param(b"/CropBox [40 30 280 180]", id="cropped"),
        pytest.param(b"/CropBox [-20 -10 250 160]", id="crop-beyond-the-page"),
    ],
)
def test_picture_is_in_the_frame_of_the_boxes(rotation: int, crop: bytes) -> None:
    """All ink of a turned or cropped page lies in the box of its letters."""
    content = raw_pdf(TEXT, extra=b"/Rotate %d %s" % (rotation, crop))
    [page], [image] = read_pages(content), list(render_pages(content))
    assert (page.width, page.height) == (image.width, image.height)
    picture = open_picture(image)
    scale = image.pixel_width / image.width
    box = union_bbox(word.bbox for word in page.words)
    inside = picture.crop(
        (round(box.x0 * scale), round(box.top * scale),
         round(box.x1 * scale), round(box.bottom * scale))
    )  # fmt: skip
    assert count_dark(inside) > 500
    assert count_dark(inside) >= 0.99 * count_dark(picture)


def test_pages_are_small_and_readable(samples: Path) -> None:
    """Each picture has its size in pixels, and weighs no more than is promised."""
    for path in sorted(samples.glob("*.pdf")):
        for image in render_pages(path.read_bytes()):
            assert len(image.content) <= IMAGE_BYTES_MAX
            assert open_picture(image).size == (image.pixel_width, image.pixel_height)
            assert image.pixel_width * image.pixel_height == pytest.approx(PAGE_PIXELS, rel=0.01)


def test_noise_is_made_lossy_and_smaller(tmp_path: Path) -> None:
    """A photograph of nothing but noise still fits."""
    noise = Image.frombytes("RGB", (1200, 1600), random.Random(1).randbytes(1200 * 1600 * 3))  # noqa: S311
    noise.save(tmp_path / "noise.png")
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.image(str(tmp_path / "noise.png"), 0, 0, 595, 842)
    [image] = render_pages(bytes(pdf.output()))
    assert image.suffix == ".webp"
    assert len(image.content) <= IMAGE_BYTES_MAX
    assert open_picture(image).size == (image.pixel_width, image.pixel_height)


@pytest.mark.parametrize(
    ("width", "height"),
    [
        pytest.param(14_000, 20, id="ribbon"),
        pytest.param(3, 3, id="stamp"),
        pytest.param(14_400, 14_400, id="largest"),
    ],
)
def test_odd_sizes_stay_within_bounds(width: int, height: int) -> None:
    """No page takes more room than another, however it is cut."""
    pdf = FPDF(unit="pt", format=(width, height))
    pdf.add_page()
    [image] = render_pages(bytes(pdf.output()))
    assert 0 < image.pixel_width * image.pixel_height <= PAGE_PIXELS * 1.01
    assert max(image.pixel_width, image.pixel_height) <= 4_001


def test_same_page_gives_the_same_bytes(tmp_path: Path) -> None:
    content = write_pdf(tmp_path / "a.pdf", draw_text("Wij bouwen 80 woningen.")).read_bytes()
    assert list(render_pages(content)) == list(render_pages(content))


def test_paper_is_white(tmp_path: Path) -> None:
    """Though only sixteen colours are left."""
    content = write_pdf(tmp_path / "a.pdf", draw_text("Wij bouwen 80 woningen.")).read_bytes()
    [image] = render_pages(content)
    assert open_picture(image).getpixel((2, 2)) == 255


def test_what_is_no_pdf_is_told() -> None:
    with pytest.raises(BrokenPdf):
        list(render_pages(b"%PDF-1.4 nothing more"))
