"""Short stable names for ids."""

from __future__ import annotations

import re
import unicodedata

SLUG_CHARS = 40


def make_slug(text: str) -> str:
    """Lower case ASCII with hyphens, dots kept: "Wonen & zorg" -> "wonen-zorg", "1.1" -> "1.1"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9.]+", "-", plain)[:SLUG_CHARS].strip("-.")


def take_free(wanted: str, taken: set[str]) -> str:
    """`wanted`, or the first of `wanted-2`, `wanted-3` … that is not taken; it is taken then."""
    free, count = wanted, 1
    while free in taken:
        count += 1
        free = f"{wanted}-{count}"
    taken.add(free)
    return free
