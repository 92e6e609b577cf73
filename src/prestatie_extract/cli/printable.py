"""Text that is safe to print: names and messages may come from files one should not trust."""

from __future__ import annotations

import sys

import typer

from prestatie_extract.printable import to_printable

__all__ = ["complain", "say", "to_printable"]


def complain(message: str) -> None:
    """One line on standard error that begins with "error: "."""
    say(f"error: {message}")


def say(message: str) -> None:
    """One line on standard error."""
    typer.echo(to_printable(message), err=True)
    sys.stderr.flush()
