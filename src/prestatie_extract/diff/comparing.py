"""Two sets of records -> what changed between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from prestatie_extract.diff.documents import PairedDocuments, pair_documents
from prestatie_extract.diff.entries import Entry, to_entries
from prestatie_extract.diff.fields import (
    Names,
    Renumbering,
    compare_documents,
    compare_fields,
    to_names,
    to_period,
)
from prestatie_extract.diff.kinds import find_only
from prestatie_extract.diff.matching import Matching, match_agreements
from prestatie_extract.diff.outcome import (
    AgreementPair,
    AgreementSide,
    Comparison,
    DocumentPair,
    DocumentSide,
    Moved,
    TextChange,
)
from prestatie_extract.diff.sections import Sections, compare_sections, to_labels
from prestatie_extract.diff.targets import compare_targets, to_phrase, to_side
from prestatie_extract.diff.words import diff_words, join_keys, to_legible, to_words
from prestatie_extract.schema import Record
from prestatie_extract.schema.agreement import Agreement

PROMISED = "target"
"""The role of numbers that are promised; conditions and context are no promise."""


def compare(
    olds: Iterable[Record], news: Iterable[Record], *, is_given: bool = False
) -> Comparison:
    """What changed between two sets of records.

    Args:
        olds: the earlier ones.
        news: the later ones.
        is_given: whether they are one record each that the user named, so that nobody has to find
            out which belong together.
    """
    pairs = pair_documents(tuple(olds), tuple(news), is_given=is_given)
    return Comparison(tuple(_compare_pair(pair) for pair in pairs))


def _compare_pair(pair: PairedDocuments) -> DocumentPair:
    old, new = pair.old, pair.new
    if old is None or new is None:
        return DocumentPair(_to_document(old), _to_document(new), None, pairs=_alone(old, new))
    comparer = _Comparer.of(old, new)
    return DocumentPair(
        _to_document(old), _to_document(new), pair.by,
        fields=compare_documents(old, new),
        sections=comparer.sections.changes,
        pairs=tuple(comparer.compare()),
    )  # fmt: skip


def _alone(old: Record | None, new: Record | None) -> tuple[AgreementPair, ...]:
    """The agreements of a document that has no counterpart."""
    if old is not None:
        sides = (_to_agreement(entry, to_names(old)) for entry in to_entries(old))
        return tuple(AgreementPair(side, None, None) for side in sides)
    if new is not None:
        sides = (_to_agreement(entry, to_names(new)) for entry in to_entries(new))
        return tuple(AgreementPair(None, side, None) for side in sides)
    return ()


@dataclass(frozen=True, slots=True)
class _Comparer:
    """Two documents, their agreements side by side."""

    olds: tuple[Entry, ...]
    news: tuple[Entry, ...]
    names: tuple[Names, Names]
    matching: Matching
    sections: Sections
    renumbering: Renumbering
    steps: frozenset[int] | None
    """Years between the periods; None where they are unknown."""

    @classmethod
    def of(cls, old: Record, new: Record) -> _Comparer:
        """The documents with their agreements matched."""
        olds, news = to_entries(old), to_entries(new)
        matching = match_agreements(olds, news)
        return cls(
            olds, news, (to_names(old), to_names(new)), matching,
            sections=compare_sections(olds, news, matching.pairs),
            renumbering=Renumbering(_to_counterparts(olds, news, matching.pairs)),
            steps=_find_steps(old, new),
        )  # fmt: skip

    def compare(self) -> Iterator[AgreementPair]:
        """Every agreement of both, in reading order."""
        for i, j in _in_order(self.matching.pairs, len(self.olds), len(self.news)):
            yield self._compare_at(i, j)

    def _compare_at(self, i: int | None, j: int | None) -> AgreementPair:
        old = None if i is None else _to_agreement(self.olds[i], self.names[0])
        new = None if j is None else _to_agreement(self.news[j], self.names[1])
        if i is not None and j is not None:
            return self._compare_matched(i, j)
        if i is not None:
            near = (self.news[place] for place in self.matching.near_old.get(i, ()))
            sides = tuple(_to_agreement(entry, self.names[1]) for entry in near)
        else:
            near = (self.olds[place] for place in self.matching.near_new.get(j or 0, ()))
            sides = tuple(_to_agreement(entry, self.names[0]) for entry in near)
        return AgreementPair(old, new, None, near=sides)

    def _compare_matched(self, i: int, j: int) -> AgreementPair:
        old, new = self.olds[i], self.news[j]
        one, other = old.agreement, new.agreement
        replaces = self.renumbering.replaces(one, other)
        words = tuple(_compare_texts(old, new))
        targets = compare_targets(one, other, self.names, is_same_text=not words)
        fields = compare_fields(one, other, self.names, replaces)
        return AgreementPair(
            _to_agreement(old, self.names[0]), _to_agreement(new, self.names[1]),
            similarity=round(float(self.matching.alike[i, j]), 1),
            moved=self._find_move(old, new),
            only=find_only(words, targets, fields, steps=self.steps, renumbered=replaces),
            words=words, targets=targets, fields=fields,
        )  # fmt: skip

    def _find_move(self, old: Entry, new: Entry) -> Moved | None:
        has_other_section = not self.sections.is_same(old, new)
        has_other_number = old.number != new.number
        if not has_other_section and not has_other_number:
            return None
        return Moved(has_other_section, has_other_number)


def _to_counterparts(
    olds: Sequence[Entry], news: Sequence[Entry], pairs: Mapping[int, int]
) -> dict[str, str]:
    return {
        olds[i].agreement.agreement_id: news[j].agreement.agreement_id for i, j in pairs.items()
    }


def _in_order(
    pairs: Mapping[int, int], old_count: int, new_count: int
) -> Iterator[tuple[int | None, int | None]]:
    """Places of old and new in the order of the new; a dropped one behind what it stood behind."""
    dropped: dict[int, list[int]] = {}
    last = -1
    for i in range(old_count):
        if i in pairs:
            last = pairs[i]
        else:
            dropped.setdefault(last, []).append(i)
    of_new = {j: i for i, j in pairs.items()}
    yield from ((i, None) for i in dropped.get(-1, ()))
    for j in range(new_count):
        yield of_new.get(j), j
        yield from ((i, None) for i in dropped.get(j, ()))


def _compare_texts(old: Entry, new: Entry) -> Iterator[TextChange]:
    """The text and the columns beside it in which words changed."""
    if old.key != new.key:
        yield TextChange("text", diff_words(old.words, new.words))
    one, other = old.agreement.context, new.agreement.context
    for role in sorted(one.keys() | other.keys()):
        before, after = to_words(one.get(role)), to_words(other.get(role))
        if join_keys(before) != join_keys(after):
            yield TextChange(f"context:{to_legible(role)}", diff_words(before, after))


def _find_steps(old: Record, new: Record) -> frozenset[int] | None:
    """How many years the period moved on; empty where it did not."""
    one, other = old.document, new.document
    ends = (one.period_start, other.period_start), (one.period_end, other.period_end)
    known = [after - before for before, after in ends if before and after]
    return frozenset(known) - {0} if known else None


def _to_agreement(entry: Entry, names: Names) -> AgreementSide:
    agreement: Agreement = entry.agreement
    sides = (to_side(t, names) for t in agreement.targets if t.role == PROMISED)
    return AgreementSide(
        agreement_id=to_legible(agreement.agreement_id),
        number=to_legible(agreement.number) or None,
        section=to_labels(entry.path),
        page_number=next((box.page_number for box in agreement.provenance), None),
        text=to_legible(f"{agreement.title or ''} {agreement.text}"),
        targets=tuple(to_phrase(side) for side in sides),
    )


def _to_document(record: Record | None) -> DocumentSide | None:
    if record is None:
        return None
    document = record.document
    return DocumentSide(
        document_id=document.document_id,
        source_path=to_legible(document.source_path),
        title=to_legible(document.title) or None,
        municipality=to_legible(document.municipality) or None,
        kind=document.kind,
        period=to_period(document),
        agreements=len(record.agreements),
    )
