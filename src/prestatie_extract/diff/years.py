"""Years that roll on: a jaarschijf 2024 says of 2024 what that of 2023 said of 2023."""

from __future__ import annotations

import re

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
MASK = "¤"


def mask_years(text: str) -> str:
    """The text with every year replaced by one sign."""
    return YEAR.sub(MASK, text)


def is_rolled(old: str, new: str, steps: frozenset[int] | None) -> bool:
    """Whether the texts differ, and only in years that all moved by one of `steps`.

    Args:
        old: a folded text.
        new: the same.
        steps: years between the periods of the documents; None where they are unknown: then one
            step, whatever it is. A year that moves otherwise is another promise.
    """
    if old == new or mask_years(old) != mask_years(new):
        return False
    pairs = zip(YEAR.findall(old), YEAR.findall(new), strict=True)
    moved = {int(b) - int(a) for a, b in pairs} - {0}
    return len(moved) == 1 and (steps is None or moved <= steps)
