"""Cue phrases from the vocabulary as patterns: one way of writing them for all tables."""

from __future__ import annotations

import re
from collections.abc import Iterable

LEFT_EDGE, RIGHT_EDGE = r"(?<![\w-])", r"(?![\w-])"
GAP = r"\b(?:[^.;!?]|(?<=\d)\.(?=\d))*?\b"
"""What "…" in a cue stands for: words of the same sentence, amounts of € 1.000 too."""


def cue_pattern(cue: str) -> str:
    """A pattern for one cue: "…" is any words of a sentence, "*" any letters, "ca." also "ca"."""
    return GAP.join(_phrase(part.strip()) for part in cue.split("…"))


def cues_pattern(cues: Iterable[str]) -> str:
    """A pattern for any of `cues`, longest first; one that never matches where there are none."""
    ordered = sorted(set(cues), key=lambda cue: (-len(cue), cue))
    return f"(?:{'|'.join(map(cue_pattern, ordered))})" if ordered else r"(?!)"


def _phrase(words: str) -> str:
    if not words:
        return ""
    body = r"\s+".join(_word(word) for word in words.split())
    left = LEFT_EDGE if words[0].isalnum() else ""
    right = RIGHT_EDGE if words[-1].isalnum() else ""
    return f"{left}{body}{right}"


def _word(word: str) -> str:
    if word.endswith(".") and len(word) > 1:
        return re.escape(word[:-1]) + r"(?:\.|(?!\w))"
    return re.escape(word).replace(r"\*", r"\w*")
