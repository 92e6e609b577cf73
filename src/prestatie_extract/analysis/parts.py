"""Numbers that are a part of the one before them: "120 woningen, waarvan 40 voor starters"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from prestatie_extract.schema.agreement import Agreement, Target
from prestatie_extract.vocabulary import load_column

SENTENCE_END = re.compile(r"[.!?;](?:\s|$)")
NEXT_SENTENCE = re.compile(r"[^.!?;]*[.!?;]\s+(?:\w+\s+){0,2}")
"""Between a number and the "hiervan" of the sentence behind it."""


def find_parts(agreement: Agreement, targets: Sequence[Target]) -> Iterator[tuple[Target, Target]]:
    """Pairs of a part and its whole, as words between them tell.

    Args:
        agreement: that the targets stand in.
        targets: in reading order.
    """
    whole: Target | None = None
    for before, target in pairwise(targets):
        whole = whole if whole and _is_part(target, whole, agreement) else before
        if _is_part(target, whole, agreement) and _may_be_part(target, whole):
            yield target, whole
        else:
            whole = None


def _is_part(target: Target, whole: Target, agreement: Agreement) -> bool:
    """Whether the words from `whole` to `target` say that it is a part of it."""
    text = next(
        (t for t in agreement.texts(target) if _holds(t, target) and _holds(t, whole)), None
    )
    if text is None or target.where != whole.where or whole.end is None or target.start is None:
        return False
    between = text[whole.end : target.start]
    match = _part_words().search(between)
    if match is None or SENTENCE_END.search(between[match.end() :]):
        return False
    lead = between[: match.start()]
    return SENTENCE_END.search(lead) is None or NEXT_SENTENCE.fullmatch(lead) is not None


def _holds(text: str, target: Target) -> bool:
    return target.start is not None and text[target.start : target.end] == target.raw


def _may_be_part(part: Target, whole: Target) -> bool:
    """A part is no larger than its whole; a share may be any."""
    return part.unit != whole.unit or part.value <= whole.value


@cache
def _part_words() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load_column("part_words", "word")))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
