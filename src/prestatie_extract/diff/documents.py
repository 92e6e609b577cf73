"""Which documents of two folders belong together: one candidate or none."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from prestatie_extract.diff.words import fold
from prestatie_extract.schema import Record
from prestatie_extract.schema.record import Document

Key = Callable[[Document], Hashable]
"""What documents that belong together have alike; None for one that cannot be told by it."""


@dataclass(frozen=True, slots=True)
class PairedDocuments:
    """Two documents, or one without counterpart."""

    old: Record | None
    new: Record | None
    by: str | None = None
    """What tells that they belong together; None for one alone."""


def pair_documents(
    olds: Sequence[Record], news: Sequence[Record], *, is_given: bool
) -> tuple[PairedDocuments, ...]:
    """The documents side by side, in order of municipality, period and path.

    Args:
        olds: the earlier records.
        news: the later ones.
        is_given: whether one on each side was named by the user.
    """
    if is_given and len(olds) == len(news) == 1:
        return (PairedDocuments(olds[0], news[0], "given"),)
    pairs = list(_find_pairs(olds, news))
    paired = {id(record) for pair in pairs for record in (pair.old, pair.new)}
    pairs += [PairedDocuments(record, None) for record in olds if id(record) not in paired]
    pairs += [PairedDocuments(None, record) for record in news if id(record) not in paired]
    return tuple(sorted(pairs, key=_order))


def _find_pairs(olds: Sequence[Record], news: Sequence[Record]) -> Iterator[PairedDocuments]:
    """By the strictest that two have alike; a year only where it is the only one of its kind."""
    taken: set[int] = set()
    for by, key, is_among_all in STEPS:
        one, other = (
            _by_key([r for r in side if is_among_all or id(r) not in taken], key)
            for side in (olds, news)
        )
        for found in filter(other.__contains__, one):
            old, new = one[found], other[found]
            if taken.isdisjoint((id(old), id(new))):
                taken |= {id(old), id(new)}
                yield PairedDocuments(old, new, by)


def _by_key(records: Sequence[Record], key: Key) -> dict[Hashable, Record]:
    """Records by their key; those that share one with others are left out."""
    found: dict[Hashable, list[Record]] = {}
    for record in records:
        if (name := key(record.document)) is not None:
            found.setdefault(name, []).append(record)
    return {name: group[0] for name, group in found.items() if len(group) == 1}


def _place(document: Document) -> str | None:
    return document.municipality_code or fold(document.municipality) or None


def _path(document: Document) -> Hashable:
    return document.source_path, _place(document)


def _period(document: Document) -> Hashable:
    place = _place(document)
    period = (document.period_start, document.period_end)
    return (place, document.kind, period) if place and document.period_start else None


def _kind(document: Document) -> Hashable:
    place = _place(document)
    return (place, document.kind) if place else None


STEPS: tuple[tuple[str, Key, bool], ...] = (
    ("same_file", lambda document: document.source_sha256, False),
    ("path", _path, False),
    ("period", _period, False),
    ("kind", _kind, True),
    ("municipality", _place, True),
)
"""What tells that two belong together, strictest first; whether it has to be the only one among all
documents of its folder, or among those that are left."""


def _order(pair: PairedDocuments) -> tuple[str, int, str, bool, str]:
    record = pair.new or pair.old
    assert record is not None  # a pair holds one at least
    document = record.document
    place, year = fold(document.municipality), document.period_start or 0
    return place, year, document.source_path, pair.new is None, document.document_id
