"""Images: scans without text, and data that lies about its size."""

from __future__ import annotations

import zlib

from tests.hostile.assembly import LINES, one_page, show_lines, stream_object, zlib_bomb
from tests.hostile.registry import Register

BUILDERS = Register()


def _image(keys: bytes, data: bytes) -> bytes:
    """A page with one image and nothing else."""
    image = stream_object(data, b"/Type/XObject/Subtype/Image" + keys)
    content = b"q 595 0 0 842 0 0 cm /I Do Q"
    return one_page(content, resources=b"/XObject<</I 6 0 R>>", more=[image])


@BUILDERS.add
def image_only() -> bytes:
    """Elsewhere: a scan, with nothing of text."""
    keys = b"/Width 600/Height 800/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/FlateDecode"
    return _image(keys, zlib.compress(b"\x5a" * (600 * 800 // 8)))


@BUILDERS.add
def image_enormous() -> bytes:
    """Memory: an image of 100,000 by 100,000 points, of little data."""
    keys = b"/Width 100000/Height 100000/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
    return _image(keys, zlib_bomb(1 << 30))


@BUILDERS.add
def image_jbig2_bogus() -> bytes:
    """Memory: JBIG2 data that is none, of two billion points each way."""
    keys = b"/Width 2147483647/Height 2147483647/ColorSpace/DeviceGray/BitsPerComponent 1"
    return _image(keys + b"/Filter/JBIG2Decode", b"\0\0\0\0\x30\0\1\0\0\0\x13" + b"\xff" * 500)


@BUILDERS.add
def image_jpx_bogus() -> bytes:
    """Memory: JPEG 2000 data that claims four billion points each way and breaks off."""
    size = b"\xff\x51\0\x29\0\0" + b"\xff" * 8 + b"\0" * 8 + b"\xff" * 8 + b"\0" * 8 + b"\0\1\7\1\1"
    box = b"\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 \0\0\0\0jp2 \0\0\0\0jp2c\xff\x4f"
    return _image(b"/Width 4000000/Height 4000000/Filter/JPXDecode", box + size)


@BUILDERS.add
def image_inline_enormous() -> bytes:
    """Memory: an image in the content that claims two billion points each way and has no end."""
    image = b"BI /W 2147483647 /H 2147483647 /BPC 8 /CS /RGB /F /Fl ID \x78\xda\xff\xff"
    return one_page(show_lines(*LINES) + b"q 10 0 0 10 0 0 cm " + image)


@BUILDERS.add
def image_masks_itself() -> bytes:
    """Endless walk: an image that is its own soft mask."""
    keys = b"/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8/SMask 6 0 R/Mask 6 0 R"
    return _image(keys, b"\x80" * 64)
