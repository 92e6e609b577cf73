"""A text with its items set apart and its targets marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from prestatie_extract.report.views import Paragraph, Piece
from prestatie_extract.schema.agreement import Agreement, Target

Span = tuple[int, int]
Mark = tuple[int, int, str]
"""Start, end and anchor of a target."""


def find_paragraphs(agreement: Agreement, anchors: Mapping[str, str]) -> tuple[Paragraph, ...]:
    """The agreement's text; its items are paragraphs of their own where they stand in it."""
    items = _find_items(agreement.text, agreement.items)
    marks = _without_overlap(_text_marks(agreement, items, anchors))
    spans = _fill_gaps(items, len(agreement.text))
    paragraphs = (
        Paragraph(_cut(agreement.text, span, marks), is_item=span in items) for span in spans
    )
    return tuple(p for p in paragraphs if any(piece.text.strip() for piece in p.pieces))


def mark_context(agreement: Agreement, role: str, anchors: Mapping[str, str]) -> tuple[Piece, ...]:
    """The text of another column with its targets marked."""
    where, text = f"context:{role}", agreement.context[role]
    marks = _without_overlap(_marks(agreement.targets, where, anchors))
    return _cut(text, (0, len(text)), marks)


def _find_items(text: str, items: Sequence[str]) -> list[Span]:
    """Where the items stand in the text, in order; none if one of them is not found."""
    spans: list[Span] = []
    for item in items:
        start = text.find(item, spans[-1][1] if spans else 0)
        if start < 0:
            return []
        spans.append((start, start + len(item)))
    return spans


def _fill_gaps(spans: Iterable[Span], length: int) -> Iterator[Span]:
    """The spans and what stands between them."""
    cursor = 0
    for start, end in spans:
        if start > cursor:
            yield cursor, start
        yield start, end
        cursor = end
    if cursor < length:
        yield cursor, length


def _text_marks(
    agreement: Agreement, items: Sequence[Span], anchors: Mapping[str, str]
) -> Iterator[Mark]:
    """The targets of the text, and those of items where one item can be meant."""
    yield from _marks(agreement.targets, "text", anchors)
    for start, end, anchor in _marks(agreement.targets, "item", anchors):
        raw = next(t.raw for t in agreement.targets if anchors[t.target_id] == anchor)
        places = [at + start for at, stop in items if agreement.text[at:stop][start:end] == raw]
        if len(places) == 1:
            yield places[0], places[0] + end - start, anchor


def _marks(targets: Iterable[Target], where: str, anchors: Mapping[str, str]) -> Iterator[Mark]:
    for target in targets:
        if target.where == where and target.start is not None and target.end is not None:
            yield target.start, target.end, anchors[target.target_id]


def _without_overlap(marks: Iterable[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(marks):
        if not kept or mark[0] >= kept[-1][1]:
            kept.append(mark)
    return kept


def _cut(text: str, span: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The part of the text in `span`, cut at the marks that lie in it."""
    cursor, end = span
    pieces = []
    for start, stop, anchor in marks:
        if start >= cursor and stop <= end:
            pieces += [Piece(text[cursor:start]), Piece(text[start:stop], anchor)]
            cursor = stop
    pieces.append(Piece(text[cursor:end]))
    return tuple(piece for piece in pieces if piece.text)
