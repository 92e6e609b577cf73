"""Pages, text and rules of impossible size, place and direction."""

from __future__ import annotations

from tests.hostile.assembly import LINES, one_page, show_lines
from tests.hostile.registry import Register

BUILDERS = Register()


@BUILDERS.add
def page_enormous() -> bytes:
    """Memory: a page of a million points square."""
    return one_page(box=b"/MediaBox[0 0 1000000 1000000]")


@BUILDERS.add
def page_beyond_floats() -> bytes:
    """Overflow: a page of 1e38 points square, written out, and text at its far corner."""
    far = b"1" + b"0" * 38
    text = show_lines(*LINES) + b"BT /F1 11 Tf 1 0 0 1 %b %b Tm (ver) Tj ET" % (far, far)
    return one_page(text, box=b"/MediaBox[-%b -%b %b %b]" % (far, far, far, far))


@BUILDERS.add
def page_exponent() -> bytes:
    """A number that PDF does not know: 1e38 in the size of the page."""
    return one_page(box=b"/MediaBox[0 0 1e38 1e38]")


@BUILDERS.add
def page_zero_size() -> bytes:
    """Division: a page without width and height."""
    return one_page(box=b"/MediaBox[0 0 0 0]")


@BUILDERS.add
def page_negative_size() -> bytes:
    """Order: a page whose corners are exchanged."""
    return one_page(box=b"/MediaBox[595 842 0 0]")


@BUILDERS.add
def page_size_nan() -> bytes:
    """A number that is none: NaN and infinity as the size of the page."""
    return one_page(box=b"/MediaBox[nan NaN inf -Infinity]")


@BUILDERS.add
def page_size_missing() -> bytes:
    """Nothing there: neither the page nor the tree says how large it is."""
    return one_page(box=b"")


@BUILDERS.add
def page_size_of_strings() -> bytes:
    """Types: the size of the page is a string, a name, null and an array."""
    return one_page(box=b"/MediaBox[(0)/Zero null[595]]")


@BUILDERS.add
def page_size_too_short() -> bytes:
    """Types: the size of the page has two numbers."""
    return one_page(box=b"/MediaBox[595 842]")


@BUILDERS.add
def page_unit_enormous() -> bytes:
    """Overflow: a unit of 1e30 points."""
    return one_page(page=b"/UserUnit 1%b" % (b"0" * 30))


@BUILDERS.add
def page_rotation_odd() -> bytes:
    """Order: a page turned by 37 degrees."""
    return one_page(page=b"/Rotate 37")


@BUILDERS.add
def page_rotation_huge() -> bytes:
    """Overflow: a page turned by far more than a number holds, backwards."""
    return one_page(page=b"/Rotate -90000000000000000000")


@BUILDERS.add
def page_crop_outside() -> bytes:
    """Order: the visible part of the page lies outside the page."""
    return one_page(page=b"/CropBox[5000 5000 6000 6000]")


@BUILDERS.add
def text_size_extreme() -> bytes:
    """Overflow: text of 1e30 points, of nothing, and of less than nothing."""
    sizes = (b"1" + b"0" * 30, b"0", b"-11", b"0.0000000001", b"3" + b"0" * 38)
    return one_page(b"".join(show_lines(*LINES, font=b"/F1 %b Tf" % size) for size in sizes))


@BUILDERS.add
def text_matrix_extreme() -> bytes:
    """Overflow: text matrices of zeros, of huge numbers and of those that cancel to NaN."""
    huge = b"3" + b"0" * 38
    matrices = (
        b"0 0 0 0 0 0",
        b"%b %b %b %b 0 0" % (huge, huge, huge, huge),
        b"%b -%b %b -%b %b -%b" % (huge, huge, huge, huge, huge, huge),
        b"1 0 0 1 %b -%b" % (huge, huge),
        b"0.00000001 0 0 0.00000001 60 780",
    )
    shows = (b"%b cm BT /F1 11 Tf %b Tm (1.1 De Linde bouwt) Tj ET" % (m, m) for m in matrices)
    return one_page(b"".join(b"q %b Q\n" % show for show in shows) + show_lines(*LINES))


@BUILDERS.add
def rules_extreme() -> bytes:
    """Overflow: rules and boxes that reach from one end of the numbers to the other."""
    huge = b"3" + b"0" * 38
    lines = b"".join(b"-%b %d m %b %d l S\n" % (huge, y, huge, y) for y in range(100, 800, 50))
    down = b"".join(b"%d -%b m %d %b l S\n" % (x, huge, x, huge) for x in range(50, 550, 50))
    boxes = b"-%b -%b %b %b re S %b %b -%b -%b re f\n" % ((huge,) * 8)
    return one_page(lines + down + boxes + show_lines(*LINES))


@BUILDERS.add
def rules_by_nan_matrix() -> bytes:
    """Overflow: rules under a matrix that makes infinity minus infinity of each place."""
    huge = b"3" + b"0" * 38
    matrix = b"%b -%b -%b %b %b -%b cm\n" % ((huge,) * 6)
    rules = b"".join(b"10 %d m 500 %d l S %d 10 m %d 500 l S\n" % ((y,) * 4) for y in range(9))
    return one_page(b"q %b%b0 0 400 400 re S Q\n" % (matrix, rules) + show_lines(*LINES))
