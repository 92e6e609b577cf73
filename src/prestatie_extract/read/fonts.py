"""What a font's name says: bold, italic."""

from __future__ import annotations

import re

BOLD = re.compile(r"bold|black|heavy|ultra(?!light)|demi(?!light)|-[ms]?b$", re.IGNORECASE)
"""Lato-Bold, OpenSans-SemiBold, Lato-Heavy, Avenir-Black."""
PLAIN = re.compile(r"regular|roman|book|light|medium|normal|thin", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
SUBSET = re.compile(r"^[A-Z]{6}\+")


def find_bold(fontname: str) -> bool | None:
    """Whether the name says bold or says that it is not; `None` where it says neither."""
    name = SUBSET.sub("", fontname)
    if BOLD.search(name):
        return True
    return False if PLAIN.search(name) else None


def is_italic_name(fontname: str) -> bool:
    """Whether the name says italic or oblique."""
    return ITALIC.search(SUBSET.sub("", fontname)) is not None
