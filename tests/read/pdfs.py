"""Small PDFs made for one test each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fpdf import FPDF

Draw = Callable[[FPDF], None]


def write_pdf(path: Path, *pages: Draw) -> Path:
    """A PDF of A4 pages in points; each of `pages` draws one."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_font("Helvetica", size=11)
    for draw in pages:
        pdf.add_page()
        draw(pdf)
    pdf.output(str(path))
    return path


def write_locked_pdf(path: Path, *, is_open: bool = False) -> Path:
    """An encrypted PDF that asks for a password, or (`is_open`) locks only its changing."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_encryption("eigenaar", "" if is_open else "geheim")
    pdf.set_font("Helvetica", size=11)
    pdf.add_page()
    pdf.text(70, 100, "Wij bouwen")
    pdf.output(str(path))
    return path


def draw_text(*lines: str) -> Draw:
    """Lines of text below each other."""

    def draw(pdf: FPDF) -> None:
        for index, line in enumerate(lines):
            pdf.text(70, 100 + 14 * index, line)

    return draw


def raw_pdf(content: bytes, *, font: bytes = b"/Helvetica", extra: bytes = b"") -> bytes:
    """A PDF of one page written by hand, with a sound cross-reference table.

    Args:
        content: the page's drawing operators.
        font: the name of /F1.
        extra: more entries of the page, such as `/Rotate 90`.
    """
    page = extra + b" /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >>"
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] %s >>" % page,
        b"<< /Type /Font /Subtype /Type1 /BaseFont %s >>" % font,
        stream,
    ]
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(bodies) + 1,
        start,
    )
