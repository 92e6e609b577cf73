"""What the names of fonts say."""

from __future__ import annotations

import pytest

from prestatie_extract.read.fonts import find_bold, is_italic_name


@pytest.mark.parametrize(
    ("fontname", "expected"),
    [
        ("BAAAAA+Caladea-Regular", False),
        ("ABCDEF+Lato-Bold", True),
        ("Lato-Heavy", True),
        ("OpenSans-SemiBold", True),
        ("Lato-Light", False),
        ("Lato-UltraLight", False),
        ("CharterBT-Roman", False),
        ("Carlito", None),
        ("F1", None),
    ],
)
def test_bold(fontname: str, expected: bool | None) -> None:
    """A name says bold, says that it is not, or neither."""
    assert find_bold(fontname) is expected


def test_italic() -> None:
    assert is_italic_name("ABCDEF+Carlito-BoldItalic")
    assert is_italic_name("DejaVu-Sans-Oblique")
    assert not is_italic_name("Carlito")
