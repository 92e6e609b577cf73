"""Text that is safe to print: names and messages may come from files one should not trust."""

from __future__ import annotations

import sys
import unicodedata

import typer

UNPRINTABLE = frozenset({"Cc", "Cf", "Cs"})
"""Unicode categories that a terminal must not be sent: control, format, surrogate."""


def to_printable(text: str) -> str:
    """The text without control characters and direction marks; a line break becomes a space.

    A text from a PDF may hold escape sequences that move the cursor or retitle the window.
    """
    return "".join(map(_to_printable_character, text))


def complain(message: str) -> None:
    """One line on standard error that begins with "error: "."""
    say(f"error: {message}")


def say(message: str) -> None:
    """One line on standard error."""
    typer.echo(to_printable(message), err=True)
    sys.stderr.flush()


def _to_printable_character(character: str) -> str:
    if character in "\n\r\t":
        return " "
    return "�" if unicodedata.category(character) in UNPRINTABLE else character
