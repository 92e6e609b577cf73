"""What an evaluation gains and loses against an earlier one, down to the single thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prestatie_extract.evaluate.fields import ORDER
from prestatie_extract.evaluate.misses import Miss
from prestatie_extract.evaluate.saved import SavedDocument, Snapshot

SMALLEST_CHANGE = 1e-6  # of a figure or a similarity; the last decimal of the file

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that went right or wrong since."""

    doc: str
    miss: Miss
    """What was wrong before (a gain) or is now (a loss)."""
    before: float | None = None
    """Similarity then, where the same text is only nearer or farther."""
    after: float | None = None
    """Similarity now."""


@dataclass(frozen=True, slots=True)
class Move:
    """A headline figure that moved."""

    doc: str | None
    """None for the mean."""
    field: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """An evaluation beside an earlier one."""

    gains: tuple[Change, ...]
    losses: tuple[Change, ...]
    moves: tuple[Move, ...]
    """The means first, then by document, in the order of the fields."""
    added: tuple[str, ...]
    """Documents that were not evaluated then."""
    gone: tuple[str, ...]
    """Documents that are not evaluated now."""
    reannotated: tuple[str, ...]
    """Documents whose annotation changed: gains and losses may be the annotator's."""


def compare(earlier: Snapshot, now: Snapshot) -> Comparison:
    """What changed, by document; only documents of both evaluations have gains and losses."""
    both = sorted(earlier.documents.keys() & now.documents.keys())
    pairs = {doc: (earlier.documents[doc], now.documents[doc]) for doc in both}
    return Comparison(
        gains=tuple(c for doc, pair in pairs.items() for c in _find_gains(doc, *pair)),
        losses=tuple(c for doc, pair in pairs.items() for c in _find_losses(doc, *pair)),
        moves=tuple(_find_moves(earlier, now, both)),
        added=tuple(sorted(now.documents.keys() - earlier.documents.keys())),
        gone=tuple(sorted(earlier.documents.keys() - now.documents.keys())),
        reannotated=tuple(
            doc for doc, (then, since) in pairs.items() if then.gold_sha256 != since.gold_sha256
        ),
    )


def _find_gains(doc: str, then: SavedDocument, now: SavedDocument) -> Iterator[Change]:
    """Misses that are gone; not those of an agreement that is missing as a whole now."""
    before, after = _by_key(then.misses), _by_key(now.misses)
    lost = {m.place for m in now.misses if m.field == "agreements" and m.problem == "missing"}
    for key, miss in before.items():
        if key not in after and (miss.place not in lost or miss.field == "agreements"):
            yield Change(doc, miss)
    yield from (change for change in _find_shifts(doc, before, after) if _is_nearer(change))


def _find_losses(doc: str, then: SavedDocument, now: SavedDocument) -> Iterator[Change]:
    before, after = _by_key(then.misses), _by_key(now.misses)
    yield from (Change(doc, miss) for key, miss in after.items() if key not in before)
    yield from (change for change in _find_shifts(doc, before, after) if not _is_nearer(change))


def _find_shifts(
    doc: str, before: Mapping[Key, Miss], after: Mapping[Key, Miss]
) -> Iterator[Change]:
    """Texts that are not whole in both evaluations, but not as alike."""
    for key, miss in after.items():
        then, now = before.get(key, miss).similarity, miss.similarity
        if then is not None and now is not None and abs(now - then) > SMALLEST_CHANGE:
            yield Change(doc, miss, then, now)


def _is_nearer(change: Change) -> bool:
    return (change.after or 0) > (change.before or 0)


def _by_key(misses: Sequence[Miss]) -> dict[Key, Miss]:
    """The misses by what they are about; the same twice in one place has a running number."""
    keyed: dict[Key, Miss] = {}
    for miss in misses:
        told: Key = (miss.field, miss.place, miss.item, miss.problem)
        if miss.similarity is None:
            told = (*told, miss.gold, miss.got if miss.problem == "extra" else "")
        running = 0
        while (*told, str(running)) in keyed:
            running += 1
        keyed[*told, str(running)] = miss
    return keyed


def _find_moves(earlier: Snapshot, now: Snapshot, both: Sequence[str]) -> Iterator[Move]:
    yield from _moves_of(None, earlier.mean, now.mean)
    for doc in both:
        yield from _moves_of(doc, earlier.documents[doc].scores, now.documents[doc].scores)


def _moves_of(
    doc: str | None, before: Mapping[str, float], after: Mapping[str, float]
) -> Iterator[Move]:
    for field in sorted(before.keys() & after.keys(), key=ORDER.__getitem__):
        if abs(after[field] - before[field]) > SMALLEST_CHANGE:
            yield Move(doc, field, before[field], after[field])
