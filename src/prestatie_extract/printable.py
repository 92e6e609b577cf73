"""Text that is safe to print: names and messages may come from files one should not trust."""

from __future__ import annotations

import re
import unicodedata

UNPRINTABLE = frozenset({"Cc", "Cf", "Cs"})
"""Unicode categories that a terminal must not be sent: control, format, surrogate."""
BREAKS = "\n\r\t\u2028\u2029"
"""What becomes a space: an editor or a browser may begin a line there."""

MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$!^=]|(?<=:)//|(?<=www)\.", re.IGNORECASE)
"""What formats, quotes, links or opens HTML in Markdown, wherever it stands in a line."""
CALLS = re.compile(r"(?:@|\\#|(?<=\bGH)-|(?<=www)\\\.)(?=\w)|:(?=\\/\\/)", re.IGNORECASE)
"""Before a name, a number or an address: platforms notify and link in what is shown as well."""
BREAK = "&#8203;"
"""A space without width; a platform sees no name behind it."""


def to_printable(text: str) -> str:
    """The text without control characters and direction marks; a line break becomes a space.

    A text from a PDF may hold escape sequences that move the cursor or retitle the window.
    """
    return "".join(map(_to_printable_character, text))


def _to_printable_character(character: str) -> str:
    if character in BREAKS:
        return " "
    return "�" if unicodedata.category(character) in UNPRINTABLE else character


def escape_markdown(text: str) -> str:
    """The text so that Markdown shows it and does nothing else: no markup, mention or link.

    For texts on one line that something stands before.
    """
    escaped = MARKUP.sub(lambda match: "".join(f"\\{c}" for c in match[0]), text)
    return CALLS.sub(lambda match: match[0] + BREAK, escaped)
