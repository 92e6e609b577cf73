"""Which tags of an agreement, and which facts about a document, say something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from prestatie_extract.diff.outcome import FieldChange
from prestatie_extract.diff.words import fold, to_legible
from prestatie_extract.schema import Record
from prestatie_extract.schema.agreement import Agreement, Involved, Planning
from prestatie_extract.schema.record import Document

Names = Mapping[str, str]
"""Everyday names of a document's parties by party_id."""


@dataclass(frozen=True, slots=True)
class Renumbering:
    """What the agreements of the old document are called in the new one."""

    counterpart: Mapping[str, str]
    """agreement_id in the new document by that in the old one."""

    def replaces(self, old: Agreement, new: Agreement) -> dict[str, str]:
        """Folded numbers that `new` names where `old` named the same agreement by another."""
        found = {}
        for before in old.refs:
            target = self.counterpart.get(before.agreement_id or "")
            for after in new.refs:
                if target and after.agreement_id == target:
                    found[fold(before.number)] = fold(after.number)
        return {one: other for one, other in found.items() if one != other}


def compare_fields(
    old: Agreement, new: Agreement, names: tuple[Names, Names], renumbered: Mapping[str, str]
) -> tuple[FieldChange, ...]:
    """The tags that differ; typography and the order of names make no difference.

    Args:
        old: an agreement.
        new: its counterpart.
        names: names of the parties of the old and of the new document.
        renumbered: numbers that name the same agreement, folded, new by old.
    """
    pairs: list[tuple[str, list[str], list[str]]] = [
        ("kind", [old.kind], [new.kind]),
        ("theme", [old.theme], [new.theme]),
        ("horizon", _one(old.horizon), _one(new.horizon)),
        ("trekker", _who(old.trekker), _who(new.trekker)),
        ("involved", _who(old.involved), _who(new.involved)),
        ("planning", _when(old.planning, new.planning), _when(new.planning, old.planning)),
        ("parties", _named(old.party_ids, names[0]), _named(new.party_ids, names[1])),
        ("commitment_type", *_known(old.commitment_type, new.commitment_type)),
        ("concreteness", *_known(old.concreteness, new.concreteness)),
    ]
    changes = [*_find_changes(pairs), *_compare_refs(old, new, renumbered)]
    return tuple(changes)


def compare_documents(old: Record, new: Record) -> tuple[FieldChange, ...]:
    """What changed about the document itself: what it is, when it holds and who signs."""
    one, other = old.document, new.document
    pairs: list[tuple[str, list[str], list[str]]] = [
        ("title", _one(one.title), _one(other.title)),
        ("municipality", _one(one.municipality), _one(other.municipality)),
        ("kind", [one.kind], [other.kind]),
        ("period", _one(to_period(one)), _one(to_period(other))),
        ("signed_on", _one(one.signed_on), _one(other.signed_on)),
        ("signatories", _signatories(old), _signatories(new)),
    ]
    return tuple(_find_changes(pairs))


def to_period(document: Document) -> str | None:
    """2024, or 2025-2028; None where the document does not say."""
    years = [str(year) for year in (document.period_start, document.period_end) if year]
    return "-".join(dict.fromkeys(years)) or None


def to_names(record: Record) -> Names:
    """Everyday names of the parties by party_id."""
    return {party.party_id: to_legible(party.name) for party in record.parties}


def _find_changes(pairs: Iterable[tuple[str, list[str], list[str]]]) -> Iterator[FieldChange]:
    for field, old, new in pairs:
        if {fold(value) for value in old} != {fold(value) for value in new}:
            yield FieldChange(field, ", ".join(old) or None, ", ".join(new) or None)


def _compare_refs(
    old: Agreement, new: Agreement, renumbered: Mapping[str, str]
) -> Iterator[FieldChange]:
    """The agreements named; one that was renumbered is still the same agreement."""
    before = {fold(ref.number) for ref in old.refs}
    after = {fold(ref.number) for ref in new.refs}
    if {renumbered.get(number, number) for number in before} != after:
        one, other = (list(dict.fromkeys(to_legible(r.number) for r in a.refs)) for a in (old, new))
        yield FieldChange("refs", ", ".join(one) or None, ", ".join(other) or None)


def _one(value: object) -> list[str]:
    text = "" if value is None else to_legible(str(value))
    return [text] if text else []


def _who(involved: Involved) -> list[str]:
    """The names; what is printed where no name was found in it."""
    return [to_legible(name) for name in involved.names] or _one(involved.raw)


def _when(planning: Planning, other: Planning) -> list[str]:
    """What is printed; the dates where that is the same, so that another reading of it is seen."""
    printed = _one(planning.raw)
    if fold(planning.raw) != fold(other.raw):
        return printed
    return printed + [str(day) for day in (planning.start, planning.end) if day]


def _named(party_ids: Iterable[str], names: Names) -> list[str]:
    return sorted({names.get(party_id, party_id) for party_id in party_ids})


def _signatories(record: Record) -> list[str]:
    return sorted(to_legible(party.name) for party in record.parties if party.signatory)


def _known(old: object, new: object) -> tuple[list[str], list[str]]:
    """Both values, or neither: a record made without a model says nothing about it."""
    return ([], []) if old is None or new is None else (_one(old), _one(new))
