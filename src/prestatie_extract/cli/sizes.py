"""Amounts of memory as people write them."""

from __future__ import annotations

import re

import typer

UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}
SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)i?B?", re.IGNORECASE)
SMALLEST_BYTES = 500 * 10**6  # what the libraries take before a page is read


def parse_size(text: str) -> int:
    """The number of bytes: "2GB", "1.5 g", "800M".

    Raises:
        typer.BadParameter: it is no size, or too small to start.
    """
    match = SIZE.fullmatch(text.strip())
    if match is None:
        raise typer.BadParameter(f"{text!r} is no size: write for example 2GB or 800MB")
    size = int(float(match[1]) * UNITS[match[2].upper()])
    if size < SMALLEST_BYTES:
        raise typer.BadParameter(f"{text} is too little to start: give at least 500MB")
    return size
