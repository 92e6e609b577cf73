"""Puts the bytes of a PDF together: header, objects, streams, pages, xref tables, trailer."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

MIB = 1 << 20
DEEP = 100_000  # levels of nesting
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
A4 = b"[0 0 595 842]"
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
FIRST_EXTRA = 6  # number of the first object that a builder adds to a one-page document
MODULUS = 65521  # of Adler-32

LINES = (
    b"Prestatieafspraken Lindermark 2026-2029",
    b"Partijen: gemeente Lindermark, Woonstichting De Linde en Huurdersbelang De Linde",
    b"1. Nieuwbouw",
    b"A1. De Linde bouwt 100 sociale huurwoningen voor 31 december 2026.",
    b"A2. De gemeente wijst voor 1 juli 2026 drie locaties aan.",
    b"A3. De Linde verduurzaamt jaarlijks 50 woningen, zie afspraak A1.",
)
"""A document of three agreements, by which the stages behind the reader get their share."""


def assemble(
    bodies: Sequence[bytes], trailer: bytes = b"", *, root: bytes = b"/Root 1 0 R"
) -> bytes:
    """A file of objects 1, 2, … with a sound xref table; `@xref@` becomes the table's offset."""
    out, rows = bytearray(HEADER), b"0000000000 65535 f \n"
    for number, body in enumerate(bodies, 1):
        rows += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = b"%d" % len(out)
    size, more = len(bodies) + 1, root + trailer.replace(b"@xref@", start)
    out += b"xref\n0 %d\n%btrailer\n<</Size %d%b>>\n" % (size, rows, size, more)
    return bytes(out + b"startxref\n%b\n%%%%EOF\n" % start)


def assemble_packed(
    bodies: Sequence[bytes],
    *,
    padding: int = 0,
    row_filler: bytes = b"",
    rows_more: int = 0,
    keys: bytes = b"",
) -> bytes:
    """A file whose objects stand in one object stream, found by an xref stream.

    Args:
        bodies: objects 1, 2, …
        padding: zero bytes behind them in the object stream.
        row_filler: seven bytes, a further row of the xref stream.
        rows_more: how often that row is repeated.
        keys: more for the dictionary of the object stream.
    """
    count, data, places = len(bodies), b"", b""
    for number, body in enumerate(bodies, 1):
        places += b"%d %d " % (number, len(data))
        data += body + b"\n"
    keys = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode%b" % (count, len(places), keys)
    pack = stream_object(zlib_bomb(padding, places + data), keys)
    table_at = len(HEADER) + len(out := b"%d 0 obj\n%b\nendobj\n" % (count + 1, pack))
    rows = [b"\0" * 7, *(xref_row(2, count + 1, i) for i in range(count))]
    rows += [xref_row(1, len(HEADER), 0), xref_row(1, table_at, 0)]
    keys = b"/Type/XRef/W[1 4 2]/Root 1 0 R/Filter/FlateDecode/Size %d" % (count + 3 + rows_more)
    table = stream_object(zlib_bomb(7 * rows_more, b"".join(rows), row_filler or b"\0"), keys)
    out += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (count + 2, table, table_at)
    return HEADER + out


def xref_row(kind: int, where: int, index: int) -> bytes:
    """A row of an xref stream with fields of 1, 4 and 2 bytes."""
    return bytes([kind]) + where.to_bytes(4, "big") + index.to_bytes(2, "big")


def stream_object(data: bytes, keys: bytes = b"", *, length: bytes | None = None) -> bytes:
    """A stream object; `length` is what its dictionary says where that is not the truth."""
    told = b"%d" % len(data) if length is None else length
    return b"<</Length %b%b>>\nstream\n%b\nendstream" % (told, keys, data)


def packed_stream(data: bytes, keys: bytes = b"") -> bytes:
    """A stream object of `data` below a Flate filter."""
    return stream_object(zlib.compress(data), b"/Filter/FlateDecode" + keys)


def zlib_bomb(
    size: int, prefix: bytes = b"", filler: bytes = b"\0", *, suffix: bytes = b""
) -> bytes:
    """A zlib stream of `prefix`, about `size` bytes of `filler` and `suffix`.

    It is never unfolded here: a block that stands for a megabyte is repeated.
    """
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    chunk = filler * (min(MIB, size) // len(filler))
    times = -(-size // len(chunk)) if chunk else 0
    head = packer.compress(prefix) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(chunk) + packer.flush(zlib.Z_FULL_FLUSH)
    tail = packer.compress(suffix) + packer.flush()
    check = zlib.adler32(suffix, _repeated_adler(zlib.adler32(prefix), chunk, times))
    return b"\x78\xda" + head + block * times + tail + check.to_bytes(4, "big")


def _repeated_adler(start: int, chunk: bytes, times: int) -> int:
    """Adler-32 after `chunk` has come `times` times, from that of one."""
    low, high = start & 0xFFFF, start >> 16
    one = zlib.adler32(chunk, 0)
    total, weighted = one & 0xFFFF, one >> 16
    pairs = times * (times - 1) // 2
    high += times * weighted + len(chunk) * (times * low + pairs * total)
    return (high % MODULUS) << 16 | (low + times * total) % MODULUS


def one_page(
    content: bytes | None = None,
    *,
    stream: bytes | None = None,
    box: bytes = b"/MediaBox" + A4,
    page: bytes = b"",
    resources: bytes = b"",
    font: bytes = HELVETICA,
    catalog: bytes = b"",
    more: Sequence[bytes] = (),
    trailer: bytes = b"",
) -> bytes:
    """A document of one page: catalog 1, pages 2, page 3, content 4, font 5, `more` from 6.

    Args:
        content: the operators; `LINES` where there are none.
        stream: object 4 where it is not simply `content`.
        box: how the page says its size.
        page: more entries of the page.
        resources: more entries of its resources.
        font: object 5.
        catalog: more entries of the catalog.
        more: further objects.
        trailer: more entries of the trailer.
    """
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page_object(box + b"/Contents 4 0 R" + page, resources),
        stream or stream_object(show_lines(*LINES) if content is None else content),
        font,
        *more,
    ]
    return assemble(bodies, trailer)


def page_object(entries: bytes, resources: bytes = b"") -> bytes:
    """A page with font 5 and further `entries` and `resources`."""
    fonts = b"/Resources<</Font<</F1 5 0 R>>%b>>" % resources
    return b"<</Type/Page/Parent 2 0 R%b%b>>" % (fonts, entries)


def tree(pages: bytes, *more: bytes) -> bytes:
    """A document whose object 2 is `pages`, with a sound page 3 and `more` from 6."""
    leaf = page_object(b"/MediaBox" + A4 + b"/Contents 4 0 R")
    catalog = b"<</Type/Catalog/Pages 2 0 R>>"
    return assemble([catalog, pages, leaf, stream_object(show_lines(*LINES)), HELVETICA, *more])


def show_lines(*lines: bytes, font: bytes = b"/F1 11 Tf") -> bytes:
    """Operators that show the lines down the page."""
    shown = b"".join(b"<%b> Tj T* " % line.hex().encode() for line in lines)
    return b"BT %b 16 TL 60 780 Td %bET\n" % (font, shown)


def form_object(content: bytes, resources: bytes = b"") -> bytes:
    """A form XObject."""
    keys = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<%b>>" % resources
    return stream_object(content, keys)


def nested(levels: int, left: bytes, right: bytes, core: bytes = b"0") -> bytes:
    """`core` between `levels` of `left` and `right`."""
    return left * levels + core + right * levels


def small_bodies() -> list[bytes]:
    """The objects of a document whose one page has no content: nothing in it is a stream."""
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    ]


def font_descriptor() -> bytes:
    """The descriptor of a font that is not embedded."""
    box = b"/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700"
    return b"<</Type/FontDescriptor/FontName/Odd/Flags 4/StemV 80%b>>" % box
