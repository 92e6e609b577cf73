"""Texts with a form of their own: amounts of memory, identifiers of licences."""

from __future__ import annotations

import re

UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}
SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)i?B?", re.IGNORECASE)
SMALLEST_BYTES = 500 * 10**6  # what the libraries take before a page is read
LICENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")


def parse_size(text: str) -> int:
    """The number of bytes: "2GB", "1.5 g", "800M".

    Raises:
        ValueError: it is no size, or too small to start.
    """
    match = SIZE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no size: write for example 2GB or 800MB")
    size = int(float(match[1]) * UNITS[match[2].upper()])
    if size < SMALLEST_BYTES:
        raise ValueError(f"{text} is too little to start: give at least 500MB")
    return size


def parse_licence(identifier: str) -> str:
    """An identifier such as CC-BY-4.0, or "" for none.

    Raises:
        ValueError: it is something else.
    """
    if identifier and not LICENCE.fullmatch(identifier):
        raise ValueError(f"{identifier!r} is no licence's identifier, as CC-BY-4.0")
    return identifier
