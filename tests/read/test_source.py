"""Any file to a source: media types, names, and what cannot be read."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from tests.read.pdfs import draw_text, raw_pdf, write_locked_pdf, write_pdf

from prestatie_extract.errors import (
    BrokenPdf,
    DocumentError,
    EmptyFile,
    EncryptedPdf,
    NotAPdf,
    UnreadableFile,
    UnsupportedFile,
)
from prestatie_extract.read import read_source

SOUND = raw_pdf(b"BT /F1 12 Tf 20 100 Td (Wij bouwen huizen) Tj ET")


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        pytest.param("a.pdf", b"", EmptyFile, id="no bytes"),
        pytest.param("a.pdf", b" \n\t", EmptyFile, id="white space"),
        pytest.param("a.txt", b"\n", EmptyFile, id="text file of white space"),
        pytest.param("a.pdf", b"<html>Niet gevonden</html>", NotAPdf, id="error page saved as pdf"),
        pytest.param("a.pdf", b"%PDF-1.7\nrommel", BrokenPdf, id="nothing behind the mark"),
        pytest.param("a.pdf", SOUND[:300], BrokenPdf, id="download broken off"),
        pytest.param("a.docx", b"PK\x03\x04", UnsupportedFile, id="word file"),
    ],
)
def test_unfit_files(tmp_path: Path, name: str, content: bytes, error: type[DocumentError]) -> None:
    """Each kind of unfit file has its own error."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(error):
        read_source(path)


@pytest.mark.parametrize("name", ["weg.pdf", "weg.txt"])
def test_missing_file(tmp_path: Path, name: str) -> None:
    """A file that is not there cannot be read."""
    with pytest.raises(UnreadableFile):
        read_source(tmp_path / name)


def test_locked_pdf(tmp_path: Path) -> None:
    """A PDF that asks for a password says so."""
    with pytest.raises(EncryptedPdf):
        read_source(write_locked_pdf(tmp_path / "a.pdf"))


def test_pdf_locked_for_changes_only(tmp_path: Path) -> None:
    """A PDF that everybody may open is read, though it is encrypted."""
    source = read_source(write_locked_pdf(tmp_path / "a.pdf", is_open=True))
    assert [w.text for w in source.pages[0].words] == ["Wij", "bouwen"]


def test_pdf(tmp_path: Path) -> None:
    """A PDF has pages and knows what it is."""
    path = write_pdf(tmp_path / "a.pdf", draw_text("Wij bouwen"), draw_text("Zij slopen"))
    source = read_source(path)
    assert (source.media_type, source.page_count, source.text_status) == (
        "application/pdf",
        2,
        "digital",
    )
    assert source.characters == len("WijbouwenZijslopen")
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert source.blocks == ()


def test_junk_before_the_mark(tmp_path: Path) -> None:
    """A mail program's lines before the PDF do no harm, nor does the file's extension."""
    path = tmp_path / "a.dat"
    path.write_bytes(b"X-Junk: 1\n\n" + SOUND)
    assert read_source(path).characters == len("Wijbouwenhuizen")


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("a.txt", "text/plain"), ("a.md", "text/markdown"), ("A.MD", "text/markdown")],
)
def test_text(tmp_path: Path, name: str, media_type: str) -> None:
    """A text has blocks and no pages."""
    (tmp_path / name).write_text("# Wonen\n\nWij bouwen.", encoding="utf-8")
    source = read_source(tmp_path / name)
    assert (source.media_type, source.page_count, source.text_status) == (media_type, None, "text")
    assert [b.text for b in source.blocks] == ["Wonen", "Wij bouwen."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    """UTF-8 with or without its mark, and what older converters write."""
    (tmp_path / "a.txt").write_bytes("Eén café, € 5".encode(encoding))
    assert read_source(tmp_path / "a.txt").blocks[0].text == "Eén café, € 5"


def test_published_name(tmp_path: Path) -> None:
    """The name is the one given, or bare; never an absolute path."""
    path = tmp_path / "a.txt"
    path.write_text("Wij bouwen.", encoding="utf-8")
    assert read_source(path).path == "a.txt"
    assert read_source(path, name="heidal/a.txt").path == "heidal/a.txt"


def _read_quietly(path: Path) -> None:
    with pytest.raises(DocumentError):
        read_source(path)


class TestFallback:
    """What pdfium cannot read is read by pdfplumber."""

    def test_one_page(self, tmp_path: Path) -> None:
        """A page that is not where the page tree says is found by scanning the file."""
        path = tmp_path / "a.pdf"
        path.write_bytes(SOUND.replace(b"/Kids [3 0 R]", b"/Kids [9 0 R]"))
        (page,) = read_source(path).pages
        assert page.is_fallback
        assert [w.text for w in page.words] == ["Wij", "bouwen", "huizen"]

    @pytest.mark.parametrize("is_locked_before", [False, True])
    def test_whole_document(self, tmp_path: Path, *, is_locked_before: bool) -> None:
        """A document with an empty page tree is scanned too, whatever was read before it."""
        before = tmp_path / "before.pdf"
        if is_locked_before:
            write_locked_pdf(before)
        else:
            before.write_bytes(b"%PDF-1.7\nrommel")
        _read_quietly(before)
        path = tmp_path / "a.pdf"
        path.write_bytes(SOUND.replace(b"/Kids [3 0 R] /Count 1", b"/Kids [     ] /Count 0"))
        (page,) = read_source(path).pages
        assert page.is_fallback
        assert page.characters == len("Wijbouwenhuizen")

    def test_pages_that_nobody_reads(self, tmp_path: Path) -> None:
        """Pages that the page tree promises in vain are blank; the others are read."""
        path = tmp_path / "a.pdf"
        path.write_bytes(SOUND.replace(b"/Count 1", b"/Count 2"))
        assert [p.characters for p in read_source(path).pages] == [15, 0]

    def test_page_without_text(self, tmp_path: Path) -> None:
        """An empty page stays pdfium's: pdfplumber finds no more in it."""
        path = write_pdf(tmp_path / "a.pdf", draw_text())
        (page,) = read_source(path).pages
        assert (page.is_fallback, page.characters, page.words) == (False, 0, ())
