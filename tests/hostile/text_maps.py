"""Maps from character codes to text: missing, wrong or enormous."""

from __future__ import annotations

from collections.abc import Sequence

from tests.hostile.assembly import (
    HELVETICA,
    LINES,
    font_descriptor,
    one_page,
    packed_stream,
    show_lines,
    stream_object,
)
from tests.hostile.registry import Register

FIRST_ODD = 0x80  # character code of the first odd target in a map

BUILDERS = Register()


def to_unicode_map(odd: Sequence[bytes], first: bytes = b"0020") -> bytes:
    """A ToUnicode map: codes 20 to 7E from `first` on, 80 and up to each of `odd` in UTF-16."""
    chars = b"".join(
        b"<%02X> <%b>\n" % (FIRST_ODD + i, text.hex().encode()) for i, text in enumerate(odd)
    )
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CMapName /Odd def /CMapType 2 def\n"
        b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        b"1 beginbfrange\n<20> <7E> <%b>\nendbfrange\n"
        b"%d beginbfchar\n%bendbfchar\nendcmap end end\n"
    ) % (first, len(odd), chars)


def mapped_font() -> bytes:
    """A font whose ToUnicode map is object 6."""
    return HELVETICA.replace(b">>", b"/ToUnicode 6 0 R>>")


@BUILDERS.add
def text_without_to_unicode() -> bytes:
    """Fonts: glyph numbers alone, an Identity-H font without a map to text."""
    font = b"<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    info = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    cid = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Odd%b/FontDescriptor 7 0 R>>" % info
    glyphs = [b"".join(bytes([0, char - 29]) for char in line) for line in LINES]
    return one_page(show_lines(*glyphs), font=font, more=[cid, font_descriptor()])


@BUILDERS.add
def text_made_up_glyph_names() -> bytes:
    """Fonts: glyphs by names that mean nothing, without a map to text."""
    names = b"".join(b"/glyph_%d.odd" % code for code in range(32, 127))
    font = (
        b"<</Type/Font/Subtype/Type1/BaseFont/Odd/FontDescriptor 6 0 R/FirstChar 32/LastChar 126"
        b"/Widths[%b]/Encoding<</Type/Encoding/Differences[32%b]>>>>" % (b"500 " * 95, names)
    )
    return one_page(font=font, more=[font_descriptor()])


@BUILDERS.add
def text_shifted() -> bytes:
    """Fonts: a map to text that is three letters off, so that what is read is not what is seen."""
    return one_page(font=mapped_font(), more=[stream_object(to_unicode_map([], b"0023"))])


@BUILDERS.add
def text_private_use() -> bytes:
    """Fonts: a map to characters of the private use area."""
    return one_page(font=mapped_font(), more=[stream_object(to_unicode_map([], b"E020"))])


@BUILDERS.add
def text_one_code_long() -> bytes:
    """Memory: each character code stands for 50,000 letters."""
    cmap = to_unicode_map(["a".encode("utf-16-be") * 50_000])
    text = show_lines(*LINES, bytes([FIRST_ODD]) * 2_000)
    return one_page(text, font=mapped_font(), more=[packed_stream(cmap)])


@BUILDERS.add
def text_map_range_huge() -> bytes:
    """Time: a map to text whose range has four billion codes."""
    cmap = to_unicode_map([]).replace(b"<20> <7E>", b"<00000000> <FFFFFFFF>")
    return one_page(font=mapped_font(), more=[stream_object(cmap)])
