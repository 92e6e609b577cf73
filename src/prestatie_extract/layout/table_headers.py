"""What opens a table without rules: a line of column words, or one above columns of figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from prestatie_extract.geometry import BBox, overlap_length, union_bbox
from prestatie_extract.page import Word
from prestatie_extract.vocabulary.column_words import find_column_role
from prestatie_extract.vocabulary.party_words import is_party_heading

HEADER_GAP_RATIO = 0.6  # of the font size between two headers; a space is 0.3
HEADER_PART_CHARS_MAX = 45
HEADER_PART_WORDS_MAX = 7
MATRIX_PARTS_MIN = 3  # "Onderwerp · Gemeente · De Hoekstee": a topic and two parties at least
HEADER_LINES_PITCH_RATIO = 1.45  # of the font size between the lines of one header row
KNOWN_PARTS_MIN = 2  # known column words in a header row
KNOWN_SHARE = 0.4  # of the header's parts
NAME = re.compile(r"^[^\W\d_a-z][^\d]*$|^#$")
"""A header of a matrix: a word with a capital, no figure."""
SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?")
"""2.3.2 before a heading."""
HEADING_NUMBER = re.compile(r"(?:[A-Z]\.?)?\d{0,2}(?:\.\d{1,2})*[.)]?")
"""The same, or 3, 3. and A.1, before a gap."""
SENTENCE_SIGN = re.compile(r"[:;]|\w{3,}\.")
"""What no header has: the colon of a label, the end of a sentence; "Nr." may be."""
FIGURE = re.compile(r"(?:€\s?)?[+-−–]?\d[\d.,]*(?:%|,-)?|[–—-]|n\.?v\.?t\.?")
FIGURE_COLUMNS_MIN = 2  # columns of figures side by side; one is a list with page numbers
FIGURE_ROWS_MIN = 2

RULES_MIN = 2  # below the header and at the end
RULE_GAP_RATIO = 1.0  # of the type size, between a header and the rule below it
RULE_REACH = 6.0  # points that rules may start or end aside of the header, or of each other

Row = list[Word]
"""Words that share a baseline, left to right."""


def may_hold_table(rows: Sequence[Row], rules: Sequence[BBox]) -> bool:
    """Whether a row reads like the header of a table, figures stand in columns or rules below."""
    return any(
        is_header_row(row)
        or heads_rules(row, rules)
        or heads_figures(row, rows[i + 1 : i + 1 + FIGURE_ROWS_MIN])
        for i, row in enumerate(rows)
    )


def heads_rules(row: Row, rules: Sequence[BBox]) -> bool:
    """Whether a bold line in columns has a rule right below it, and another of the same width."""
    parts = find_parts(row)
    is_heading = len(parts) == KNOWN_PARTS_MIN and HEADING_NUMBER.fullmatch(row[0].text) is not None
    if not is_bold(row) or len(parts) < KNOWN_PARTS_MIN or is_heading:
        return False
    box, size = union_bbox(w.bbox for w in row), row[0].font.size
    below = [r for r in _whole_rules(rules) if r.top >= box.bottom - size / 2]
    below = [r for r in below if r.x0 <= box.x0 + RULE_REACH and r.x1 >= box.x1 - RULE_REACH]
    first = min(below, key=lambda r: r.top, default=None)
    if first is None or first.top - box.bottom > RULE_GAP_RATIO * size:
        return False
    same = [r for r in below if abs(r.x0 - first.x0) + abs(r.x1 - first.x1) <= RULE_REACH]
    return len(same) >= RULES_MIN


def _whole_rules(rules: Sequence[BBox]) -> list[BBox]:
    """The rules, those that are drawn cell by cell put together."""
    at: dict[int, list[BBox]] = {}
    for rule in rules:
        at.setdefault(round(rule.top), []).append(rule)
    return [union_bbox(group) for group in at.values()]


def is_header_row(row: Sequence[Word]) -> bool:
    """Whether the words on one line are column words set apart: the header of a table."""
    parts = find_parts(row)
    if len(parts) < KNOWN_PARTS_MIN:
        return False
    texts = [" ".join(w.text for w in part) for part in parts]
    if any(_is_no_header(text) for text in texts):
        return False
    known = sum(find_column_role(text) is not None for text in texts)
    parties = sum(is_party_heading(text) for text in texts)
    if known and parties and len(parts) >= MATRIX_PARTS_MIN and all(map(NAME.match, texts)):
        return True
    return known >= KNOWN_PARTS_MIN and known >= KNOWN_SHARE * len(parts)


def _is_no_header(text: str) -> bool:
    """Whether a part of the line is too long for a header or reads like a sentence."""
    is_long = len(text) > HEADER_PART_CHARS_MAX or len(text.split()) > HEADER_PART_WORDS_MAX
    return is_long or SENTENCE_SIGN.search(text) is not None


def heads_figures(row: Row, below: Sequence[Row]) -> bool:
    """Whether the rows right below have a figure under each header but the first."""
    heads = [union_bbox(w.bbox for w in part) for part in find_parts(row)]
    if len(heads) < FIGURE_COLUMNS_MIN or len(below) < FIGURE_ROWS_MIN:
        return False
    return all(_has_figures(under, heads) for under in below)


def _has_figures(row: Row, heads: Sequence[BBox]) -> bool:
    parts = find_parts(row)
    boxes = [union_bbox(w.bbox for w in part) for part in parts]
    figures = [
        box
        for part, box in zip(parts, boxes, strict=True)
        if FIGURE.fullmatch("".join(w.text for w in part))
    ]
    under = sum(
        any(overlap_length(f.x0, f.x1, head.x0, head.x1) > 0 for f in figures) for head in heads
    )
    starts_with_words = boxes[0] not in figures
    return starts_with_words and under >= FIGURE_COLUMNS_MIN and under >= len(heads) - 1


def find_parts(row: Iterable[Word]) -> list[list[Word]]:
    """The words of a row, or of the rows of one header, in columns: gaps no word covers."""
    ordered = sorted(row, key=lambda w: w.bbox.x0)
    parts = [[ordered[0]]]
    right = ordered[0].bbox.x1
    for word in ordered[1:]:
        if word.bbox.x0 - right > HEADER_GAP_RATIO * word.font.size:
            parts.append([])
        parts[-1].append(word)
        right = max(right, word.bbox.x1)
    return parts


def find_header_span(rows: Sequence[Row], index: int) -> tuple[int, int]:
    """The rows of one header, half-open: those in the same bold type right above and below."""
    start, end = index, index + 1
    if not is_bold(rows[index]):
        return start, end
    while start > 0 and _is_one_header(rows[start - 1], rows[start]):
        start -= 1
    while end < len(rows) and _is_one_header(rows[end - 1], rows[end]):
        end += 1
    return start, end


def is_bold(row: Row) -> bool:
    """Whether all words of the line are bold."""
    return all(w.font.bold for w in row)


def _is_one_header(upper: Row, lower: Row) -> bool:
    distance = find_foot(lower) - find_foot(upper)
    sizes = {round(w.font.size, 1) for w in (*upper, *lower)}
    is_close = distance <= HEADER_LINES_PITCH_RATIO * max(sizes)
    is_heading = SECTION_NUMBER.fullmatch(upper[0].text) is not None and len(upper) > 1
    is_alike = len(sizes) == 1 and is_bold(upper) and is_bold(lower)
    return is_close and is_alike and not is_heading


def find_foot(row: Row) -> float:
    """The lowest bottom of its words, points."""
    return max(w.bbox.bottom for w in row)
