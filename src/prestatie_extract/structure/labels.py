"""Inline labels of an agreement, on lines of their own or run in: "Trekker: …", "Planning: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from prestatie_extract.document import Block, Cell, Label, Passage, join_passages
from prestatie_extract.vocabulary import load_rows
from prestatie_extract.vocabulary.column_words import WHO_AND_WHEN, find_column_role

BODY_ROLES = frozenset({"afspraak", "kaderafspraak", "jaarafspraak", "nummer", "onderdeel"})
"""What these label is the agreement itself."""
OPENS = r"(?:^|(?<=[.;|!?)\]•·])\s*|(?<=\s[–—-])\s*|[(\[]\s*)"
"""Where a first label may stand: at the start, behind a sentence or sign, in brackets."""
BARE_LABELS_MIN = 2  # one word alone may open a sentence
BARE_WORDS_MAX = 12  # of a value; what is longer is a sentence that starts with such a word
LABEL_LINES = 2  # rows or columns: labels, and their values
VALUE_EDGES = " \t;|·•–—,()[]"
ROLE_WORDS_MAX = 3  # "Trekkers en betrokkenen" is no label of one role


@dataclass(frozen=True)
class Labelled:
    """The blocks of an agreement without its labels, and what they say by role."""

    blocks: tuple[Block, ...]
    values: dict[str, Passage] = field(default_factory=dict)


def split_labels(blocks: Sequence[Block]) -> Labelled:
    """The running text, and the value of each label; the label of the text itself is dropped."""
    kept: list[Block] = []
    values: dict[str, list[Passage]] = {}
    waiting: str | None = None
    for block in blocks:
        if grid := (_label_grid(block) or list(_boxed_labels(block).items())):
            for role, value in grid:
                values.setdefault(role, []).append(_trim(value, role))
            waiting = None
            continue
        bare = _bare_label(block) if block.table is None else None
        if bare is not None:
            waiting = bare
            continue
        if waiting is not None and block.table is None:
            value = block.passage
            if waiting in BODY_ROLES:
                kept.append(block)
            else:
                values.setdefault(waiting, []).append(_trim(value, waiting))
            waiting = None
            continue
        rest, found = _split_block(block)
        for role, value in found:
            values.setdefault(role, []).append(value)
        if rest is not None:
            kept.append(rest)
    return Labelled(tuple(kept), {role: join_passages(v) for role, v in values.items()})


def _label_grid(block: Block) -> list[tuple[str, Passage]]:
    """The values of a small table of labels below a text.

    Its labels stand in one row with the values in the next, or in one column.
    """
    rows = block.table.rows if block.table is not None else ()
    is_row = len(rows) == LABEL_LINES and len(rows[0]) == len(rows[1])
    if is_row and (found := _label_values(rows[0], rows[1])):
        return [part for role, value in found for part in _split_cell(role, value)]
    if rows and all(len(row) == LABEL_LINES for row in rows):
        return _label_values([row[0] for row in rows], [row[1] for row in rows])
    return []


def _label_values(labels: Sequence[Cell], values: Sequence[Cell]) -> list[tuple[str, Passage]]:
    """Role and value of each label; empty where one of them is none."""
    pairs = [(a, b) for a, b in zip(labels, values, strict=True) if a.text or b.text]
    roles = [_role_of(label.text.strip(" :")) for label, _ in pairs]
    if None in roles or BODY_ROLES & set(roles) or not WHO_AND_WHEN & set(roles):
        return []
    cells = zip(roles, pairs, strict=True)
    return [(role, value.passage) for role, (_, value) in cells if role is not None]


def _split_cell(role: str, passage: Passage) -> Iterator[tuple[str, Passage]]:
    """The value of a cell, and those of further labels that stand below it in the same cell."""
    start = 0
    for match in _bare_pattern().finditer(passage.text):
        other = find_column_role(match["words"]) if match["words"][0].isupper() else None
        if other is not None and match.start() > 0:
            yield role, passage.cut(start, match.start())
            role, start = other, match.end()
    if passage.text[start:].strip():
        yield role, passage.cut(start)


def has_labels(block: Block) -> bool:
    """Whether the block holds a label of who or when."""
    if block.table is not None:
        return False
    return bool(_boxed_labels(block)) or any(True for _ in _find_labels(block.text))


def is_label_block(block: Block) -> bool:
    """Whether the block is labels from its start, or a small table of them."""
    if block.table is not None:
        return bool(_label_grid(block))
    if _boxed_labels(block):
        return True
    first = next(_find_labels(block.text), None)
    return first is not None and not block.text[: first[1]].strip(VALUE_EDGES)


def _boxed_labels(block: Block) -> dict[str, Passage]:
    """The values of labels without colons that are all of a box or a note in the margin."""
    if not block.box or block.marker:
        return {}
    found = split_bare_labels(block.passage)
    is_brief = all(len(value.text.split()) <= BARE_WORDS_MAX for value in found.values())
    is_apart = WHO_AND_WHEN & found.keys() and not BODY_ROLES & found.keys()
    return found if is_brief and is_apart else {}


def _bare_label(block: Block) -> str | None:
    """The role of a label whose value stands in the next block: "Trekker:" on its own line."""
    text = block.text.strip()
    return (
        _role_of(text[:-1]) if text.endswith(":") and block.label is not Label.LIST_ITEM else None
    )


def _split_block(block: Block) -> tuple[Block | None, list[tuple[str, Passage]]]:
    labels = list(_find_labels(block.text)) if block.table is None else []
    if not labels:
        return block, []
    values = []
    ends = [start for _, start, _ in labels[1:]] + [len(block.text)]
    body = [block.passage.cut(0, labels[0][1])]
    for (role, _, value_start), end in zip(labels, ends, strict=True):
        if role in BODY_ROLES:
            body.append(block.passage.cut(value_start, end))
        else:
            values.append((role, _trim(block.passage.cut(value_start, end), role)))
    rest = _trim_open(join_passages(body))
    return (replace(block, passage=rest) if rest else None), [v for v in values if v[1]]


def _find_labels(text: str) -> Iterator[tuple[str, int, int]]:
    """Role, start of the label and start of its value, left to right."""
    at = 0
    first = True
    while match := (_first_pattern() if first else _next_pattern()).search(text, at):
        role = _role_of(match["words"])
        is_marked = match["words"][0].isupper() or text[: match.start("words")].endswith(("(", "["))
        if role is not None and is_marked:
            yield role, match.start(), match.end()
            first = False
        at = match.end()


def _role_of(words: str) -> str | None:
    if len(words.split()) > ROLE_WORDS_MAX + 1:
        return None
    return find_column_role(words)


def split_bare_labels(passage: Passage) -> dict[str, Passage]:
    """The values of labels without colons in a cell of labels: "Wie Gemeente Wanneer 2027".

    Empty where the cell does not start with one, or has fewer than two.
    """
    found: list[tuple[str, int, int]] = []
    for match in _bare_pattern().finditer(passage.text):
        role = find_column_role(match["words"]) if match["words"][0].isupper() else None
        if role is not None and role not in {r for r, _, _ in found}:
            found.append((role, match.start(), match.end()))
    if len(found) < BARE_LABELS_MIN or found[0][1] != 0:
        return {}
    ends = [start for _, start, _ in found[1:]] + [len(passage.text)]
    return {
        role: _trim(passage.cut(value, end), role)
        for (role, _, value), end in zip(found, ends, strict=True)
    }


def _trim(passage: Passage, role: str) -> Passage:
    """The value without the signs around it; of names and dates without a full stop."""
    text = passage.text
    start = len(text) - len(text.lstrip(VALUE_EDGES))
    end = len(text.rstrip(VALUE_EDGES))
    if text[:end].count("(") > text[:end].count(")") and text[end : end + 1] == ")":
        end += 1
    piece = passage.cut(start, end)
    if (
        role in WHO_AND_WHEN
        and piece.text.endswith(".")
        and not re.search(r"\b(?:[a-z]\.){2,}$|\b(?:etc|evt|nvt)\.$", piece.text)
    ):
        piece = piece.cut(0, len(piece.text) - 1)
    return piece


def _trim_open(passage: Passage) -> Passage:
    """The text before the labels without the sign that led to them: "… 2027. |", "… ("."""
    return passage.cut(0, len(passage.text.rstrip(" |·•–—([")))


@cache
def _label_words() -> str:
    """The words of `columns.csv`, the longest first."""
    words = sorted({row["words"] for row in load_rows("columns")}, key=lambda w: (-len(w), w))
    parts = "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in words if w[0].isalpha())
    return rf"(?:{parts})"


@cache
def _first_pattern() -> re.Pattern[str]:
    return re.compile(rf"{OPENS}(?P<words>{_label_words()})(?:\(s\))?\s*:\s*", re.IGNORECASE)


@cache
def _next_pattern() -> re.Pattern[str]:
    """Behind a first label another may stand anywhere."""
    return re.compile(rf"(?<![\w-])(?P<words>{_label_words()})(?:\(s\))?\s*:\s*", re.IGNORECASE)


@cache
def _bare_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<words>{_label_words()})\s*:?(?=\s)", re.IGNORECASE)
