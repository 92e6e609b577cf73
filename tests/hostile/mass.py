"""More of everything than a page should have."""

from __future__ import annotations

from tests.hostile.assembly import (
    A4,
    DEEP,
    FIRST_EXTRA,
    HELVETICA,
    LINES,
    MIB,
    one_page,
    packed_stream,
    page_object,
    show_lines,
    stream_object,
    tree,
    zlib_bomb,
)
from tests.hostile.registry import Register

BUILDERS = Register()


@BUILDERS.add
def many_text_objects() -> bytes:
    """Time: one page of 200,000 text objects of one letter."""
    places = ((i % 500 + 40, i // 500 * 2 + 20) for i in range(200_000))
    text = b"".join(b"BT /F1 1 Tf %d %d Td (a) Tj ET\n" % place for place in places)
    return one_page(stream=packed_stream(text))


@BUILDERS.add
def many_rules() -> bytes:
    """Time: 100,000 rules, level and upright, that cross each other."""
    level = (b"40 %.3f m 555 %.3f l\n" % ((20 + i * 0.016,) * 2) for i in range(50_000))
    upright = (b"%.3f 20 m %.3f 820 l\n" % ((40 + i * 0.0103,) * 2) for i in range(50_000))
    strokes = b"S\n".join([*level, *upright])
    return one_page(stream=packed_stream(show_lines(*LINES) + strokes + b"S"))


@BUILDERS.add
def many_rules_apart() -> bytes:
    """Time: a grid of 200 by 250 cells, its rules too far apart to become one."""
    level = (b"40 %d m 640 %d l\n" % ((20 + i * 4,) * 2) for i in range(200))
    upright = (b"%d 20 m %d 820 l\n" % ((40 + i * 4,) * 2) for i in range(250))
    strokes = b"S\n".join([*level, *upright])
    stream = packed_stream(show_lines(*LINES) + strokes + b"S")
    return one_page(stream=stream, box=b"/MediaBox[0 0 1100 842]")


@BUILDERS.add
def many_rectangles() -> bytes:
    """Time: 20,000 shaded rectangles of the size of a cell."""
    boxes = (b"%d %d 45 12 re f\n" % (i % 100 * 5, i // 100 * 4) for i in range(20_000))
    return one_page(
        stream=packed_stream(b"0.9 g " + b"".join(boxes) + b"0 g " + show_lines(*LINES))
    )


@BUILDERS.add
def many_dots() -> bytes:
    """Time: 20,000 drawn dots beside 5,000 words: each might be the bullet of each."""
    dots = (b"%d %d 3 3 re f\n" % (i % 100 * 5, i // 100 * 4) for i in range(20_000))
    words = (b"1 0 0 1 %d %d Tm (woord) Tj\n" % (i % 10 * 55, i // 10 * 2) for i in range(5_000))
    text = b"BT /F1 2 Tf %bET\n" % b"".join(words)
    return one_page(stream=packed_stream(b"".join(dots) + text))


@BUILDERS.add
def many_pages() -> bytes:
    """Time: 2,000 entries of the page tree point at one page with agreements."""
    return tree(b"<</Type/Pages/Kids[%b]/Count 2000>>" % (b"3 0 R " * 2000))


@BUILDERS.add
def many_fonts() -> bytes:
    """Time: 5,000 fonts of 50 sizes, one for each word."""
    count, first = 5_000, FIRST_EXTRA + 2
    fonts = b"".join(b"/G%d %d 0 R" % (n, first + n) for n in range(count))
    words = (b"/G%d %d Tf (woord ) Tj T*\n" % (n, n % 50 + 1) for n in range(count))
    page = b"<</Type/Page/Parent 2 0 R/Resources<</Font<<%b>>>>/MediaBox%b/Contents 7 0 R>>"
    return tree(
        b"<</Type/Pages/Kids[6 0 R]/Count 1>>",
        page % (fonts, A4),
        packed_stream(b"BT 2 TL 60 800 Td %bET" % b"".join(words)),
        *[HELVETICA] * count,
    )


@BUILDERS.add
def many_content_streams() -> bytes:
    """Time: the content of the page is the same stream 100,000 times."""
    return tree(
        b"<</Type/Pages/Kids[6 0 R]/Count 1>>",
        page_object(b"/MediaBox%b/Contents[%b]" % (A4, b"7 0 R " * DEEP)),
        stream_object(b"BT /F1 9 Tf 60 700 Td (a) Tj ET"),
    )


@BUILDERS.add
def string_of_50_mb() -> bytes:
    """Memory: a text operator shows one string of 50 MB."""
    bomb = zlib_bomb(50 * MIB, b"BT /F1 11 Tf 60 780 Td (", b"a", suffix=b") Tj ET")
    return one_page(stream=stream_object(bomb, b"/Filter/FlateDecode"))


@BUILDERS.add
def literal_of_50_mb() -> bytes:
    """Memory: a string of 50 MB in the page; this file is as large."""
    return one_page(page=b"/Deep(%b)" % (b"a" * (50 * MIB)))


@BUILDERS.add
def many_annotations() -> bytes:
    """Time: 100,000 entries for one annotation."""
    note = b"<</Type/Annot/Subtype/Text/Rect[10 10 20 20]/Contents(noot)>>"
    return one_page(page=b"/Annots[%b]" % (b"6 0 R " * DEEP), more=[note])
