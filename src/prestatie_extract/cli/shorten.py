"""A list that is told in part."""

from __future__ import annotations

from collections.abc import Sequence

NAMED = 10  # lines before "and so many more"


def shorten(lines: Sequence[str], rest: str, *, count: int | None = None) -> list[str]:
    """The first ten lines, then how many are left.

    Args:
        lines: what is told.
        rest: what the others are called, as in "and 3 more that are not read".
        count: how many there are where not all are in `lines`.
    """
    told = lines[:NAMED]
    more = (len(lines) if count is None else count) - len(told)
    return [*told, *([f"and {more} {rest}"] if more > 0 else [])]
