"""Which folder of corrections, and which of words to add, a command takes."""

from __future__ import annotations

from pathlib import Path

from prestatie_extract.cli.printable import say
from prestatie_extract.cli.shorten import shorten

NONE = "none"
USUAL = "corrections"
"""Taken where it is in the current folder and no other is named."""


def choose_corrections(named: str, *, is_quiet: bool = False) -> str | None:
    """The folder of corrections, None for none; tells where it is another than named,
    and what in it is not read.
    """
    folder = named or (USUAL if Path(USUAL).is_dir() else NONE)
    if folder == NONE:
        return None
    if not is_quiet:
        if not named:
            say(f"with the corrections in {USUAL}/; --corrections none leaves them out")
        _tell_unread(folder)
    return folder


def choose_vocabulary(named: str) -> str | None:
    """The folder of tables to add, None for none."""
    return None if named in {"", NONE} else named


def _tell_unread(folder: str) -> None:
    from prestatie_extract.corrections import find_unread

    for line in shorten(find_unread(folder), "more that are not read"):
        say(f"warning: {line}")
