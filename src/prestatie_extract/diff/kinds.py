"""Whether all that changed about an agreement is of a kind that a reader may pass over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from prestatie_extract.diff.outcome import FieldChange, Only, TargetChange, TextChange
from prestatie_extract.diff.words import Piece, fold
from prestatie_extract.diff.years import is_rolled

JUDGED = frozenset({"commitment_type", "concreteness"})
"""What a model says of the text; where that changed these follow from it."""
SAME, ADDED = "same", "added"

Change = tuple[str, str]
"""Old and new, folded; empty for nothing."""


def find_only(
    words: Sequence[TextChange],
    targets: Sequence[TargetChange],
    fields: Sequence[FieldChange],
    *,
    steps: frozenset[int] | None,
    renumbered: Mapping[str, str],
) -> Only | None:
    """years, references or tags where nothing else changed; None where anything did, or nothing.

    Args:
        words: the texts that changed.
        targets: the numbers that changed.
        fields: the tags that changed.
        steps: years that the period moved on; None where that is unknown.
        renumbered: numbers that name the same agreement, folded, new by old.
    """
    if not words:
        is_year = [is_rolled(*change, steps) for change in _list_tags(targets, fields)]
        return "years" if is_year and all(is_year) else "tags" if is_year else None
    told = [field for field in fields if field.field not in JUDGED]
    changes = [*_list_words(words), *_list_tags(targets, told)]
    rest = [change for change in changes if not is_rolled(*change, steps)]
    if not rest:
        return "years"
    return "references" if all(renumbered.get(old) == new for old, new in rest) else None


def _list_words(words: Sequence[TextChange]) -> Iterator[Change]:
    for change in words:
        yield from _list_pieces(change.pieces)


def _list_pieces(pieces: Sequence[Piece]) -> Iterator[Change]:
    """Each run of changed words, what was added with what was removed in its place."""
    nothing = Piece(SAME, "")
    for piece, following in pairwise((*pieces, nothing)):
        if piece.op == "removed":
            yield fold(piece.text), fold(following.text) if following.op == ADDED else ""
    for before, piece in pairwise((nothing, *pieces)):
        if piece.op == ADDED and before.op == SAME:
            yield "", fold(piece.text)


def _list_tags(targets: Sequence[TargetChange], fields: Sequence[FieldChange]) -> Iterator[Change]:
    for field in fields:
        yield fold(field.old), fold(field.new)
    for target in targets:
        if target.old is None or target.new is None:
            yield "", fold(target.says)
            continue
        for key in target.changed:
            yield fold(str(getattr(target.old, key))), fold(str(getattr(target.new, key)))
