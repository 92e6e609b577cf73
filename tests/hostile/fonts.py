"""Fonts that are based on themselves, or whose widths, files and names lie."""

from __future__ import annotations

from tests.hostile.assembly import HELVETICA, font_descriptor, one_page, show_lines, stream_object
from tests.hostile.registry import Register
from tests.hostile.text_maps import to_unicode_map

BUILDERS = Register()


@BUILDERS.add
def font_descends_from_itself() -> bytes:
    """Endless walk: a composite font that is its own descendant."""
    return one_page(
        font=b"<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/DescendantFonts[5 0 R]>>"
    )


@BUILDERS.add
def font_map_uses_itself() -> bytes:
    """Endless walk: the encoding and the map to text of a font are based on themselves."""
    cmap = stream_object(to_unicode_map([]), b"/Type/CMap/CMapName/Odd/UseCMap 6 0 R")
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding 6 0 R/ToUnicode 6 0 R"
        b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Odd>>]>>"
    )
    return one_page(font=font, more=[cmap])


@BUILDERS.add
def font_encoding_cycle() -> bytes:
    """Endless walk: an encoding based on itself."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Odd/Encoding 6 0 R/FontDescriptor 5 0 R>>"
    encoding = b"<</Type/Encoding/BaseEncoding 6 0 R/Differences 6 0 R>>"
    return one_page(font=font, more=[encoding])


@BUILDERS.add
def font_glyph_draws_itself() -> bytes:
    """Endless walk: a Type 3 font whose glyph shows that glyph, twice."""
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]"
        b"/CharProcs<</a 6 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97"
        b"/Widths[500]/Resources<</Font<</F1 5 0 R>>>>>>"
    )
    glyph = stream_object(b"500 0 d0 BT /F1 1000 Tf (aa) Tj ET")
    return one_page(show_lines(b"aaaa"), font=font, more=[glyph])


@BUILDERS.add
def font_widths_lie() -> bytes:
    """Types: widths that are too many, strings and huge numbers, for codes below zero."""
    font = (
        b"<</Type/Font/Subtype/TrueType/BaseFont/Odd/FirstChar -2147483648/LastChar 2147483647"
        b"/Widths[(a) null 1%b -9999999999 /x]/FontDescriptor 6 0 R>>" % (b"0" * 40)
    )
    return one_page(font=font, more=[font_descriptor()])


@BUILDERS.add
def font_file_bogus() -> bytes:
    """Damage: an embedded font whose tables claim to lie far outside it."""
    table = b"glyf" + b"\xff" * 12
    data = b"\0\1\0\0\xff\xff\0\0\0\0\0\0" + table * 300
    descriptor = font_descriptor().replace(b">>", b"/FontFile2 7 0 R>>")
    font = b"<</Type/Font/Subtype/TrueType/BaseFont/Odd/FontDescriptor 6 0 R>>"
    return one_page(font=font, more=[descriptor, stream_object(data)])


@BUILDERS.add
def font_name_hostile() -> bytes:
    """Payload: a font whose name has NUL, an escape sequence and ten thousand letters."""
    name = b"#00#1b[2J#ff#fe../../etc/passwd" + b"a" * 10_000
    return one_page(font=HELVETICA.replace(b"Helvetica", name))
