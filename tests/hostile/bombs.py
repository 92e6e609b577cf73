"""Streams that unfold to far more than the file holds."""

from __future__ import annotations

import zlib

from tests.hostile.assembly import (
    DEEP,
    LINES,
    MIB,
    assemble_packed,
    one_page,
    packed_stream,
    show_lines,
    small_bodies,
    stream_object,
    zlib_bomb,
)
from tests.hostile.registry import Register
from tests.hostile.text_maps import mapped_font, to_unicode_map

BOMB = 4 << 30  # bytes that a bomb unfolds to

BUILDERS = Register()


@BUILDERS.add
def flate_bomb_content() -> bytes:
    """Memory: 4 MB of content stream unfold to 4 GB of white space."""
    return one_page(
        stream=stream_object(zlib_bomb(BOMB, show_lines(*LINES)), b"/Filter/FlateDecode")
    )


@BUILDERS.add
def flate_bomb_nested() -> bytes:
    """Memory: two Flate filters unfold a few kilobytes to 4 GB."""
    twice = zlib.compress(zlib_bomb(BOMB, show_lines(*LINES)), 9)
    return one_page(stream=stream_object(twice, b"/Filter[/FlateDecode/FlateDecode]"))


@BUILDERS.add
def flate_bomb_operators() -> bytes:
    """Time and memory: 256 MB of text operators, nothing of it white space to skip."""
    bomb = zlib_bomb(256 * MIB, b"BT /F1 1 Tf ", b"(a)Tj\n1 0 Td\n   ")
    return one_page(stream=stream_object(bomb, b"/Filter/FlateDecode"))


@BUILDERS.add
def flate_bomb_object_stream() -> bytes:
    """Memory: the object stream that holds the page tree ends in 4 GB of zeros."""
    return assemble_packed(small_bodies(), padding=BOMB)


@BUILDERS.add
def flate_bomb_xref_stream() -> bytes:
    """Memory: the xref stream has 4 GB of rows, all of free objects."""
    return assemble_packed(small_bodies(), row_filler=b"\0" * 7, rows_more=BOMB // 7)


@BUILDERS.add
def flate_bomb_to_unicode() -> bytes:
    """Memory: the character map of the font unfolds to 4 GB."""
    bomb = stream_object(zlib_bomb(BOMB, to_unicode_map([]), b" "), b"/Filter/FlateDecode")
    return one_page(font=mapped_font(), more=[bomb])


@BUILDERS.add
def flate_bomb_font_file() -> bytes:
    """Memory: the embedded font unfolds to 4 GB."""
    bomb = stream_object(zlib_bomb(BOMB, b"\0\1\0\0"), b"/Filter/FlateDecode/Length1 4294967295")
    descriptor = b"<</Type/FontDescriptor/FontName/Odd/Flags 4/FontFile2 7 0 R>>"
    font = b"<</Type/Font/Subtype/TrueType/BaseFont/Odd/FontDescriptor 6 0 R>>"
    return one_page(font=font, more=[descriptor, bomb])


@BUILDERS.add
def predictor_columns_huge() -> bytes:
    """Memory: a PNG predictor with rows of two billion columns."""
    keys = b"/DecodeParms<</Predictor 12/Columns 2147483647/Colors 32/BitsPerComponent 16>>"
    return one_page(stream=packed_stream(show_lines(*LINES), keys))


@BUILDERS.add
def many_filters() -> bytes:
    """Time and stack: one stream with 100,000 filters."""
    keys = b"/Filter[%b]" % (b"/ASCIIHexDecode" * DEEP)
    return one_page(stream=stream_object(show_lines(*LINES).hex().encode() + b">", keys))


@BUILDERS.add
def run_length_bomb() -> bytes:
    """Memory: run lengths below a Flate filter, 64 times as much again."""
    bomb = zlib_bomb(32 * MIB, b"", b"\x81 ")
    return one_page(stream=stream_object(bomb, b"/Filter[/FlateDecode/RunLengthDecode]"))
