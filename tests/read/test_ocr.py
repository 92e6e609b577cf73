"""Pages without a usable text layer: judged one by one, read by OCR where it is there."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from fpdf import FPDF

from prestatie_extract.document import Source
from prestatie_extract.geometry import BBox
from prestatie_extract.page import Font, Page, TextLayer, Word
from prestatie_extract.read import OcrMode, read_source
from prestatie_extract.read.ocr_engine import INSTALL, find_engine
from prestatie_extract.read.ocr_words import restore_bullets
from prestatie_extract.read.text_layer import Reading, judge, read_as

SENTENCE = (
    "De gemeente en de corporaties spreken af dat zij in de komende jaren samen werken aan een "
    "voorraad van goede en betaalbare woningen voor iedereen die daar op is aangewezen in onze kern"
)
TEXT = SENTENCE.split()
ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "raw" / "merendaal-2025-2028.pdf"


def shifted(words: list[str], by: int) -> list[str]:
    """The words as a font shows them that maps each letter to another."""
    return ["".join(chr((ord(c) - 97 + by) % 26 + 97) for c in word.lower()) for word in words]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(TEXT, Reading.DUTCH, id="text"),
        pytest.param(shifted(TEXT, 3), Reading.JUNK, id="every-letter-three-on"),
        pytest.param(shifted(TEXT, 13), Reading.JUNK, id="thirteen-on"),
        pytest.param(["Zuiderdam", "Westkreek", "Molendijk"] * 12, Reading.UNKNOWN, id="names"),
        pytest.param(["1.250", "€", "12,5", "%"] * 20, Reading.UNKNOWN, id="figures"),
        pytest.param(shifted(TEXT, 3)[:10], Reading.UNKNOWN, id="too-few-to-tell"),
        pytest.param([], Reading.UNKNOWN, id="nothing"),
    ],
)
def test_words_read_as_a_language_or_not(words: list[str], expected: Reading) -> None:
    assert read_as(words) is expected


def page(words: list[str], *, unmapped: int = 0, has_images: bool = False) -> Page:
    font, box = Font("Arial", 10.0), BBox(0, 0, 10, 10)
    placed = tuple(Word(text, box, font, i, i + 1) for i, text in enumerate(words))
    count = sum(map(len, words))
    return Page(1, 595, 842, placed, (), count, unmapped=unmapped, has_images=has_images)


@pytest.mark.parametrize(
    ("found", "curves", "expected"),
    [
        pytest.param(page(TEXT), 0, TextLayer.GOOD, id="text"),
        pytest.param(page([]), 0, TextLayer.BLANK, id="nothing"),
        pytest.param(page([], has_images=True), 0, TextLayer.MISSING, id="picture"),
        pytest.param(page([]), 500, TextLayer.MISSING, id="letters-as-outlines"),
        pytest.param(page(TEXT, has_images=True), 500, TextLayer.GOOD, id="text-with-pictures"),
        pytest.param(page(shifted(TEXT, 3)), 0, TextLayer.JUNK, id="shifted"),
        pytest.param(page(["(cid:3)(cid:12)"] * 9), 0, TextLayer.JUNK, id="cid"),
        pytest.param(page(["\ue001\ue002"] * 9), 0, TextLayer.JUNK, id="private-use"),
        pytest.param(page(TEXT, unmapped=150), 0, TextLayer.UNMAPPED, id="guessed-well"),
        pytest.param(page(["3UHV", "WDW"], unmapped=7), 0, TextLayer.JUNK, id="guessed-badly"),
    ],
)
def test_text_layer_is_judged(found: Page, curves: int, expected: TextLayer) -> None:
    assert judge(found, curves=curves) is expected


# --------------------------------------------------------------------------------- the words


def word(text: str, x0: float, top: float, size: float) -> Word:
    return Word(text, BBox(x0, top, x0 + 5 * len(text), top + size), Font("x", size), 0, 1)


def test_bullets_are_bullets() -> None:
    """What starts a line and is no word was a dot; elsewhere it stays."""
    words = [word("e", 0, 0, 10), word("bouwt", 20, 0, 10), word("e", 50, 0, 10)]
    words += [word("«", 0, 20, 10), word("sloopt", 20, 20, 10), word("e", 0, 40, 10)]
    assert [w.text for w in restore_bullets(words)] == ["•", "bouwt", "e", "•", "sloopt", "e"]


# ------------------------------------------------------------------------------ whole files


def scan(path: Path, *, pages: int, digital: int = 0) -> Path:
    """A PDF of pictures of the sample's pages, behind so many pages of text."""
    import pypdfium2 as pdfium

    made = FPDF(unit="pt", format="A4")
    for _ in range(digital):
        made.add_page()
        made.set_font("Helvetica", size=11)
        made.multi_cell(0, 14, " ".join(TEXT))
    source = pdfium.PdfDocument(SAMPLE)
    for index in range(1, 1 + pages):
        picture = BytesIO()
        source[index].render(scale=200 / 72, grayscale=True).to_pil().save(picture, "JPEG")
        made.add_page()
        made.image(picture, 0, 0, *source[index].get_size())
    source.close()
    made.output(str(path))
    return path


@pytest.fixture
def without_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A machine on which Tesseract is not to be found."""
    monkeypatch.setenv("PATH", str(tmp_path))
    find_engine.cache_clear()
    yield
    find_engine.cache_clear()


def layers(source: Source) -> list[TextLayer]:
    return [page.text_layer for page in source.pages]


@pytest.mark.usefixtures("without_engine")
def test_scan_without_ocr_says_what_to_install(tmp_path: Path) -> None:
    """The pages are flagged one by one, the text beside them is read."""
    source = read_source(scan(tmp_path / "a.pdf", pages=1, digital=1))
    assert layers(source) == [TextLayer.GOOD, TextLayer.MISSING]
    assert (source.ocr, source.ocr_obstacle, source.text_status) == (None, INSTALL, "mixed")
    assert "apt-get install tesseract-ocr tesseract-ocr-nld" in INSTALL


def test_ocr_that_is_not_wanted_is_not_done(tmp_path: Path) -> None:
    source = read_source(scan(tmp_path / "a.pdf", pages=1), ocr=OcrMode.NEVER)
    assert layers(source) == [TextLayer.MISSING]
    assert "--ocr never" in source.ocr_obstacle


needs_engine = pytest.mark.skipif(
    find_engine() is None, reason="no OCR on this machine: apt-get install tesseract-ocr-nld"
)


@needs_engine
def test_scan_is_read(tmp_path: Path) -> None:
    """Only the pages that need it; words stand where they are printed."""
    source = read_source(scan(tmp_path / "a.pdf", pages=1, digital=1))
    assert layers(source) == [TextLayer.GOOD, TextLayer.OCR]
    assert source.text_status == "mixed"
    assert "tesseract" in str(source.ocr)
    printed = {w.text: w.bbox for w in read_source(SAMPLE).pages[1].words if len(w.text) > 8}
    read = {w.text: w.bbox for w in source.pages[1].words if w.text in printed}
    assert len(read) >= 0.8 * len(printed)
    assert all(abs(read[t].x0 - printed[t].x0) < 5 for t in read)
    assert all(abs(read[t].bottom - printed[t].bottom) < 8 for t in read)


@needs_engine
def test_junk_is_read_from_the_picture() -> None:
    """A page that shows good text over a bad text layer gives the good one."""
    from tests.hostile.builders import HOSTILE

    from prestatie_extract.read.pdf import read_pages
    from prestatie_extract.read.scans import read_scans

    content = HOSTILE["text_shifted"]()
    scans = read_scans(content, read_pages(content), OcrMode.AUTO)
    assert [page.text_layer for page in scans.pages] == [TextLayer.OCR]
    assert "Prestatieafspraken" in {w.text for w in scans.pages[0].words}


@needs_engine
def test_picture_without_text_needs_nothing_more(tmp_path: Path) -> None:
    """A photograph that OCR finds nothing on is blank, and no longer flagged."""
    from PIL import Image

    made, picture = FPDF(unit="pt"), BytesIO()
    Image.new("L", (300, 300), 200).save(picture, "PNG")
    made.add_page()
    made.image(picture, 0, 0, 200, 200)
    made.output(str(tmp_path / "a.pdf"))
    assert layers(read_source(tmp_path / "a.pdf")) == [TextLayer.BLANK]


@needs_engine
def test_forced_ocr_reads_all(tmp_path: Path) -> None:
    """Also pages whose text layer is good."""
    source = read_source(scan(tmp_path / "a.pdf", pages=0, digital=1), ocr=OcrMode.FORCE)
    assert (layers(source), source.text_status) == ([TextLayer.OCR], "ocr")


@needs_engine
def test_agreements_of_a_scan_are_less_sure(tmp_path: Path) -> None:
    """And a finding names each page that was read so."""
    from prestatie_extract import extract

    record = extract(scan(tmp_path / "a.pdf", pages=4))
    assert record.document.text_status == "ocr"
    assert record.document.extractor.ocr
    assert record.agreements
    whole = {a.number: a.confidence for a in extract(SAMPLE).agreements}
    assert all(a.confidence < whole.get(a.number, 1.0) for a in record.agreements)
    read = [f.page_number for f in record.findings if f.code == "page_read_by_ocr"]
    assert read == [1, 2, 3, 4]
