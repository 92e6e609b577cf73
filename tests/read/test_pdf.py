"""Pages of a PDF: words, fonts and grids, checked against pdfplumber itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from fpdf import FPDF
from pdfplumber.page import Page as PlumberPage
from tests.golden.stages import SLUGS, sample_path, sample_source
from tests.read.pdfs import draw_text, raw_pdf, write_pdf

from prestatie_extract.page import Page
from prestatie_extract.read.pdf import read_pages
from prestatie_extract.read.words import WORD_GAP_RATIO

CELL_TOLERANCE = 1.0  # points between pdfium's and pdfminer's place of one rule


def _page_pairs(slug: str) -> Iterator[tuple[Page, PlumberPage]]:
    """Each page as we read it and as pdfplumber does."""
    with pdfplumber.open(sample_path(slug)) as pdf:
        for page, other in zip(sample_source(slug).pages, pdf.pages, strict=True):
            yield page, other
            other.close()


@pytest.mark.parametrize("slug", SLUGS)
def test_same_as_pdfplumber(slug: str) -> None:
    """Pages have the characters, words and table cells that pdfplumber finds."""
    for page, other in _page_pairs(slug):
        assert page.characters == sum(not c["text"].isspace() for c in other.chars)
        assert _our_words(page) == _their_words(other)
        _check_cells(page, other)


def _our_words(page: Page) -> Counter[str]:
    return Counter(w.text.casefold() for w in page.words)


def _their_words(other: PlumberPage) -> Counter[str]:
    found = other.extract_words(
        use_text_flow=True, x_tolerance_ratio=WORD_GAP_RATIO, extra_attrs=["fontname", "size"]
    )
    return Counter(w["text"].casefold() for w in found)


def _check_cells(page: Page, other: PlumberPage) -> None:
    """As many tables; all of pdfplumber's cells, and more only where a page break cut the table."""
    tables = other.find_tables()
    assert len(page.grids) == len(tables)
    for grid, table in zip(page.grids, sorted(tables, key=lambda t: t.bbox[1]), strict=True):
        ours = [(b.x0, b.top, b.x1, b.bottom) for b in grid.cells]
        for cell in table.cells:
            near = [c for c in ours if all(map(_is_near, c, cell))]
            assert len(near) == 1, cell
        if not (grid.is_open_top or grid.is_open_bottom):
            assert len(ours) == len(table.cells)


def _is_near(a: float, b: float) -> bool:
    return abs(a - b) <= CELL_TOLERANCE


@pytest.mark.parametrize("slug", SLUGS)
def test_words_lie_on_their_page(slug: str) -> None:
    """Boxes are inside the page and places in the stream follow each other."""
    for page in sample_source(slug).pages:
        for word in page.words:
            assert 0 <= word.bbox.x0 < word.bbox.x1 <= page.width
            assert 0 <= word.bbox.top < word.bbox.bottom <= page.height
            assert word.text == word.text.strip() != ""
        for before, word in pairwise(page.words):
            assert before.stream_end <= word.stream_start


@pytest.mark.parametrize("slug", SLUGS)
def test_every_character_is_in_a_word(slug: str) -> None:
    """No printed character is lost between characters and words."""
    for page in sample_source(slug).pages:
        assert page.characters == sum(len(w.text) for w in page.words)


def test_fonts(tmp_path: Path) -> None:
    """A word knows its size, weight and slant; the type ends a word."""

    def draw(pdf: FPDF) -> None:
        for index, style in enumerate(["", "B", "I"]):
            pdf.set_font("Helvetica", style, 9 + index)
            pdf.text(70 + 60 * index, 100, "woord")

    (page,) = read_pages(write_pdf(tmp_path / "a.pdf", draw).read_bytes())
    fonts = [w.font for w in page.words]
    assert [(f.size, f.bold, f.italic, f.upright) for f in fonts] == [
        (9.0, False, False, True),
        (10.0, True, False, True),
        (11.0, False, True, True),
    ]


def test_tilted_text(tmp_path: Path) -> None:
    """Words set across the page are not upright; their characters count all the same."""

    def draw(pdf: FPDF) -> None:
        pdf.text(70, 100, "Gewoon")
        with pdf.rotation(45, 300, 400):
            pdf.text(300, 400, "CONCEPT")

    (page,) = read_pages(write_pdf(tmp_path / "a.pdf", draw).read_bytes())
    upright = {w.text for w in page.words if w.font.upright}
    assert upright == {"Gewoon"}
    assert page.characters == len("GewoonCONCEPT")


def test_scaled_text(tmp_path: Path) -> None:
    """The size of a word is the size it is printed in, scaling of the page's matrix included."""
    path = tmp_path / "a.pdf"
    path.write_bytes(raw_pdf(b"0.5 0 0 0.5 0 0 cm BT /F1 24 Tf 40 200 Td (Wij) Tj ET"))
    (page,) = read_pages(path.read_bytes())
    assert [w.font.size for w in page.words] == [12.0]
    assert page.words[0].bbox.x0 == pytest.approx(20.0, abs=1)


def test_spaces_without_a_space_character(tmp_path: Path) -> None:
    """Words set apart by a gap alone are words."""
    path = tmp_path / "a.pdf"
    path.write_bytes(raw_pdf(b"BT /F1 12 Tf 20 100 Td [(Wij) -300 (bouwen)] TJ ET"))
    (page,) = read_pages(path.read_bytes())
    assert [w.text for w in page.words] == ["Wij", "bouwen"]


def test_kerning_is_no_space(tmp_path: Path) -> None:
    """Letters drawn a little apart stay one word."""
    path = tmp_path / "a.pdf"
    path.write_bytes(raw_pdf(b"BT /F1 12 Tf 20 100 Td [(W) -60 (i) 40 (j)] TJ ET"))
    (page,) = read_pages(path.read_bytes())
    assert [w.text for w in page.words] == ["Wij"]


def test_hyphen_at_a_line_end(tmp_path: Path) -> None:
    """Pdfium's sign for a hyphen that ends a line is a hyphen."""
    (page,) = read_pages(
        write_pdf(tmp_path / "a.pdf", draw_text("de woning-", "markt is")).read_bytes()
    )
    assert [w.text for w in page.words] == ["de", "woning-", "markt", "is"]


def test_table_and_frame(tmp_path: Path) -> None:
    """Rules that cross make a grid, a single frame does not."""

    def draw(pdf: FPDF) -> None:
        for x in (70, 170, 270):
            pdf.line(x, 100, x, 140)
        for y in (100, 120, 140):
            pdf.line(70, y, 270, y)
        pdf.rect(70, 300, 200, 50)

    (page,) = read_pages(write_pdf(tmp_path / "a.pdf", draw).read_bytes())
    (grid,) = page.grids
    assert len(grid.cells) == 4
    assert (round(grid.bbox.x0), round(grid.bbox.top)) == (70, 100)


@pytest.mark.parametrize(
    ("angle", "matrix"),
    [
        (90, b"0 1 -1 0 100 20"),
        (180, b"-1 0 0 -1 200 100"),
        (270, b"0 -1 1 0 100 180"),
    ],
)
def test_turned_page(tmp_path: Path, angle: int, matrix: bytes) -> None:
    """Many landscape pages are portrait pages turned for reading: /Rotate 90."""
    path = tmp_path / "a.pdf"
    path.write_bytes(
        raw_pdf(b"BT %s Tm /F1 12 Tf (Wij bouwen) Tj ET" % matrix).replace(
            b"/Type /Page /Parent", b"/Type /Page /Rotate %d /Parent" % angle
        )
    )
    (page,) = read_pages(path.read_bytes())
    with pdfplumber.open(path) as pdf:
        (other,) = pdf.pages
        words = other.extract_words()
    assert (page.width, page.height) == (other.width, other.height)
    assert all(w.font.upright for w in page.words)
    assert [(w.text, round(w.bbox.x0)) for w in page.words] == [
        (w["text"], round(w["x0"])) for w in words
    ]


def test_table_on_a_turned_page(tmp_path: Path) -> None:
    """Rules are turned along with the words between them."""
    rules = [b"%d 20 m %d 180 l S" % (x, x) for x in (20, 60, 100)]
    rules += [b"20 %d m 100 %d l S" % (y, y) for y in (20, 180)]
    word = b"BT 0 1 -1 0 50 30 Tm /F1 12 Tf (Wij) Tj ET "
    path = tmp_path / "a.pdf"
    path.write_bytes(
        raw_pdf(word + b" ".join(rules)).replace(
            b"/Type /Page /Parent", b"/Type /Page /Rotate 90 /Parent"
        )
    )
    (page,) = read_pages(path.read_bytes())
    (grid,) = page.grids
    assert [(round(c.width), round(c.height)) for c in grid.cells] == [(160, 40)] * 2
    box = page.words[0].bbox
    assert [c.contains_point(box.x_mid, box.y_mid) for c in grid.cells] == [True, False]


def test_cropped_page(tmp_path: Path) -> None:
    """Places are counted from the corner of what the reader sees."""
    path = tmp_path / "a.pdf"
    content = raw_pdf(b"BT /F1 12 Tf 120 100 Td (Wij) Tj ET")
    path.write_bytes(content.replace(b"/MediaBox [0 0 300 200]", b"/MediaBox [100 50 300 200]"))
    (page,) = read_pages(path.read_bytes())
    assert (page.width, page.height) == (200.0, 150.0)
    assert page.words[0].bbox.x0 == pytest.approx(20.0, abs=1)
    assert page.words[0].bbox.top == pytest.approx(150 - 50 - 11, abs=2)
