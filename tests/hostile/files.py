"""Damage and lies in the frame of a file: header, xref, trailer, object streams, lengths."""

from __future__ import annotations

from tests.hostile.assembly import (
    HEADER,
    LINES,
    assemble,
    assemble_packed,
    one_page,
    show_lines,
    small_bodies,
    stream_object,
    xref_row,
)
from tests.hostile.registry import Register

BUILDERS = Register()


@BUILDERS.add
def missing_root() -> bytes:
    """Damage: a trailer without a catalog."""
    return assemble([b"<</Type/Pages/Kids[]/Count 0>>"], root=b"")


@BUILDERS.add
def missing_trailer() -> bytes:
    """Damage: the file ends behind its objects, without xref table and trailer."""
    return one_page().split(b"xref\n0 ")[0]


@BUILDERS.add
def truncated() -> bytes:
    """Damage: the file breaks off in the middle of its content stream."""
    whole = one_page()
    return whole[: whole.index(b"endstream") - 100]


@BUILDERS.add
def header_only() -> bytes:
    """Damage: nothing but the first line."""
    return b"%PDF-1.7\n"


@BUILDERS.add
def junk_before_500() -> bytes:
    """Damage: 500 bytes before the header, so that every offset is wrong."""
    return b"#" * 499 + b"\n" + one_page()


@BUILDERS.add
def junk_before_2000() -> bytes:
    """Damage: 2,000 bytes before the header, further in than readers look for it."""
    return b"#" * 1999 + b"\n" + one_page()


@BUILDERS.add
def xref_offsets_wrong() -> bytes:
    """Damage: each entry of the xref table points seven bytes too far."""
    whole = one_page()
    start = whole.index(b"xref\n0 ")
    table = whole[start:].replace(b" 00000 n ", b"7 0000 n ")
    return whole[:start] + table


@BUILDERS.add
def xref_start_far_off() -> bytes:
    """Damage: startxref points behind the largest file there is."""
    return one_page().replace(b"startxref\n", b"startxref\n99999999999999999999")


@BUILDERS.add
def xref_size_lie() -> bytes:
    """Memory: the xref table claims two billion entries and has six."""
    return one_page().replace(b"xref\n0 6\n", b"xref\n0 2000000000\n")


@BUILDERS.add
def xref_two_million_objects() -> bytes:
    """Memory: two million objects in the xref stream, all at the same place in the file."""
    row = xref_row(1, len(HEADER), 0)
    return assemble_packed(small_bodies(), row_filler=row, rows_more=2_000_000)


@BUILDERS.add
def xref_prev_loop() -> bytes:
    """Endless walk: the xref table names itself as the one before it."""
    return one_page(trailer=b"/Prev @xref@")


@BUILDERS.add
def xref_hybrid_loop() -> bytes:
    """Endless walk: the xref table names itself as its own xref stream."""
    return one_page(trailer=b"/XRefStm @xref@/Prev @xref@")


@BUILDERS.add
def object_stream_holds_itself() -> bytes:
    """Endless walk: the xref stream says that the object stream lies in itself."""
    whole = assemble_packed(small_bodies())
    head, table = whole[: (cut := whole.rindex(b"5 0 obj"))], whole[cut:]
    rows = [b"\0" * 7, *(xref_row(2, 4, i) for i in range(4)), xref_row(1, len(head), 0)]
    keys = b"/Type/XRef/W[1 4 2]/Root 1 0 R/Size 6"
    stream = stream_object(b"".join(rows), keys)
    return head + b"5 0 obj\n%b\nendobj\n%b" % (stream, table[table.rindex(b"startxref") :])


@BUILDERS.add
def object_stream_extends_itself() -> bytes:
    """Endless walk: an object stream that extends itself."""
    return assemble_packed(small_bodies(), keys=b"/Extends 4 0 R")


@BUILDERS.add
def object_stream_count_lie() -> bytes:
    """Memory: an object stream that claims two billion objects."""
    return assemble_packed(small_bodies(), keys=b"/N 2147483647/First 2147483647")


@BUILDERS.add
def reference_cycle() -> bytes:
    """Endless walk: the page's size is a reference to an object that is a reference to itself."""
    return one_page(box=b"/MediaBox 6 0 R", more=[b"7 0 R", b"6 0 R"])


def _told_length(length: bytes) -> bytes:
    return one_page(stream=stream_object(show_lines(*LINES), length=length))


@BUILDERS.add
def stream_length_too_small() -> bytes:
    """A lie: the content stream claims 10 bytes."""
    return _told_length(b"10")


@BUILDERS.add
def stream_length_huge() -> bytes:
    """A lie: the content stream claims more bytes than the file has."""
    return _told_length(b"9999999999")


@BUILDERS.add
def stream_length_negative() -> bytes:
    """A lie: the content stream claims -1 bytes."""
    return _told_length(b"-1")


@BUILDERS.add
def stream_length_itself() -> bytes:
    """Endless walk: the length of the content stream is the content stream."""
    return _told_length(b"4 0 R")
