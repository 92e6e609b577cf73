"""Text that is safe to print: names and messages may come from files one should not trust."""

from __future__ import annotations

import unicodedata

UNPRINTABLE = frozenset({"Cc", "Cf", "Cs"})
"""Unicode categories that a terminal must not be sent: control, format, surrogate."""
BREAKS = "\n\r\t\u2028\u2029"
"""What becomes a space: an editor or a browser may begin a line there."""


def to_printable(text: str) -> str:
    """The text without control characters and direction marks; a line break becomes a space.

    A text from a PDF may hold escape sequences that move the cursor or retitle the window.
    """
    return "".join(map(_to_printable_character, text))


def _to_printable_character(character: str) -> str:
    if character in BREAKS:
        return " "
    return "�" if unicodedata.category(character) in UNPRINTABLE else character
