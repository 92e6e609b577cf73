"""Texts as words that can be compared: typography makes no difference, what is printed is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode categories that are shown nowhere: control, format, surrogate, private, unassigned."""
SOFT_HYPHEN = "\u00ad"
NOT_COMPARED = ".,;:!?()[]{}\"'`´«»„“”‘’‚‹›…•▪◦·*_|/\\-‐‑‒–—"
"""Around a word: says nothing about what is agreed."""
SIGN = re.compile(r"(?:^|(?<=[^\w.,]))[-+‐‑‒–—](?=\d)")
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("‘’´`", "'"))
HYPHEN = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")
RANGE = re.compile(r"(?<=\d)-(?=\d)")
CACHED_WORDS = 1 << 16
CACHED_TEXTS = 1 << 14  # tags and headings recur in all agreements of a document
WORDS_MAX = 3000  # a side; beyond it the middle counts as replaced, so that one text costs < 1 s
ISLAND_CHARS = 3  # longest word ("de", "van") that is told as part of the changes on both its sides


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two spaces."""

    printed: str
    key: str
    """What is compared: no case, no punctuation around it, no hyphen within."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that both texts have, or that one of them has."""

    op: str
    """same, removed (in the old text only) or added (in the new text only)."""
    text: str
    """As printed; of `same` as the new text prints it."""


def to_legible(text: str | None) -> str:
    """The text on one line without characters that cannot be seen; empty for None."""
    kept = " ".join((text or "").replace(SOFT_HYPHEN, "").split())
    if kept.isprintable():
        return kept
    return "".join("�" if unicodedata.category(c) in UNPRINTABLE else c for c in kept)


def to_words(text: str | None) -> tuple[Word, ...]:
    """The words of a text; what is punctuation alone stands with the word before it."""
    words: list[Word] = []
    for chunk in to_legible(text).split():
        key = _to_key(chunk)
        if key or not words:
            words.append(Word(chunk, key))
        else:
            words[-1] = Word(f"{words[-1].printed} {chunk}", words[-1].key)
    return tuple(words)


def join_keys(words: Sequence[Word]) -> str:
    """The text as one string in which a space or hyphen within a word makes no difference."""
    joined = ""
    parts: list[str] = []
    for word in words:
        if joined[-1:].isdigit() and word.key[:1].isdigit():
            parts.append("|")  # "1 50" is not 150
        parts.append(word.key)
        joined = word.key or joined
    return RANGE.sub("|", "".join(parts))


@lru_cache(CACHED_TEXTS)
def fold(text: str | None) -> str:
    """The text as one string to compare with others."""
    return join_keys(to_words(text))


def diff_words(old: Sequence[Word], new: Sequence[Word]) -> tuple[Piece, ...]:
    """What is the same, removed and added, in the order in which it is read."""
    pieces: list[Piece] = []
    for is_same, a, b in _bridge(_match(old, new), new):
        olds, news = old[a[0] : a[1]], new[b[0] : b[1]]
        if is_same or join_keys(olds) == join_keys(news):
            _add(pieces, "same", news)
        else:
            for before, after in _split(olds, news):
                _add(pieces, "removed", before)
                _add(pieces, "added", after)
    return tuple(pieces)


def _split(
    old: Sequence[Word], new: Sequence[Word]
) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """Numbers one by one, so that "2023 20" and "2024 25" are a year and an amount."""
    is_numbers = len(old) == len(new) and all(w.key[-1:].isdigit() for w in (*old, *new))
    if is_numbers:
        yield from (((a,), (b,)) for a, b in zip(old, new, strict=True))
    else:
        yield old, new


Run = tuple[bool, tuple[int, int], tuple[int, int]]
"""Whether both have it, and where it stands in the old and in the new text, half-open."""


def _match(old: Sequence[Word], new: Sequence[Word]) -> list[Run]:
    head, tail = _shared_ends(old, new)
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    runs: list[Run] = [(True, (0, head), (0, head))] if head else []
    if max(len(middle_old), len(middle_new)) > WORDS_MAX:
        runs.append((False, (head, len(old) - tail), (head, len(new) - tail)))
    else:
        keys = [word.key for word in middle_old], [word.key for word in middle_new]
        for op, a0, a1, b0, b1 in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
            runs.append((op == "equal", (head + a0, head + a1), (head + b0, head + b1)))
    if tail:
        runs.append((True, (len(old) - tail, len(old)), (len(new) - tail, len(new))))
    return runs


def _shared_ends(old: Sequence[Word], new: Sequence[Word]) -> tuple[int, int]:
    shortest = min(len(old), len(new))
    head = next((i for i in range(shortest) if old[i].key != new[i].key), shortest)
    rest = shortest - head
    tail = next((i for i in range(rest) if old[-1 - i].key != new[-1 - i].key), rest)
    return head, tail


def _bridge(runs: list[Run], new: Sequence[Word]) -> list[Run]:
    """The runs, small words between two changes taken as part of one change."""
    bridged: list[Run] = []
    for place, run in enumerate(runs):
        is_between = bool(bridged) and not bridged[-1][0] and place + 1 < len(runs)
        is_same = run[0] and not (is_between and _is_island(run, new))
        if not is_same and bridged and not bridged[-1][0]:
            _, a, b = bridged.pop()
            bridged.append((False, (a[0], run[1][1]), (b[0], run[2][1])))
        else:
            bridged.append((is_same, run[1], run[2]))
    return bridged


def _is_island(run: Run, new: Sequence[Word]) -> bool:
    start, end = run[2]
    return end - start == 1 and len(new[start].key) <= ISLAND_CHARS


def _add(pieces: list[Piece], op: str, words: Sequence[Word]) -> None:
    text = " ".join(word.printed for word in words)
    if not text:
        return
    if pieces and pieces[-1].op == op:
        text = f"{pieces.pop().text} {text}"
    pieces.append(Piece(op, text))


@lru_cache(CACHED_WORDS)
def _to_key(chunk: str) -> str:
    folded = unicodedata.normalize("NFKC", chunk).translate(DASHES).casefold()
    bare = folded.strip(NOT_COMPARED)
    sign = SIGN.search(folded)
    if sign and folded[sign.end() :].startswith(bare):
        return sign[0] + bare
    return HYPHEN.sub("", bare)
