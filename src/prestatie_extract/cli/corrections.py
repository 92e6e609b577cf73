"""Which folder of corrections a command takes."""

from __future__ import annotations

from pathlib import Path

from prestatie_extract.cli.printable import say

NONE = "none"
USUAL = "corrections"
"""Taken where it is in the current folder and no other is named."""


def choose_corrections(named: str, *, is_quiet: bool = False) -> str | None:
    """The folder of corrections, None for none; tells where it is not the one that was named."""
    if named == NONE:
        return None
    if named:
        return named
    if not Path(USUAL).is_dir():
        return None
    if not is_quiet:
        say(f"with the corrections in {USUAL}/; --corrections none leaves them out")
    return USUAL
