"""Targets that another document holds too: a year of a framework, an older version.

Documents are compared where they are of one municipality and one set of corporations, so that
agreements with another corporation are never taken for a repeat.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from prestatie_extract.analysis.ledger import PART, REPEAT, Entry
from prestatie_extract.analysis.subjects import is_additive, subject_words

Key = tuple[str, frozenset[str], str | None]
"""Unit, words of the subject, organisation."""


@dataclass(frozen=True, slots=True)
class GlanceDocument:
    """What is compared of a document; names as in the record."""

    document_id: str
    municipality: str | None
    municipality_code: str | None
    kind: str
    period_start: int | None
    period_end: int | None
    signed_on: str | None


@dataclass(frozen=True, slots=True)
class GlanceParty:
    """What is compared of a party."""

    party_id: str
    type: str
    signatory: bool


@dataclass(frozen=True, slots=True)
class GlanceTarget:
    """What is compared of a target."""

    target_id: str
    value: float
    value_max: float | None
    unit: str
    subject: str | None
    party_id: str | None
    role: str


@dataclass(frozen=True, slots=True)
class GlanceAgreement:
    """What is compared of an agreement."""

    targets: tuple[GlanceTarget, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """The part of a record that tells whether another document holds the same."""

    document: GlanceDocument
    parties: tuple[GlanceParty, ...]
    agreements: tuple[GlanceAgreement, ...]

    @property
    def place(self) -> str | None:
        """The municipality; None where it is not known."""
        return self.document.municipality_code or self.document.municipality


Organisations = Mapping[tuple[str, str], str]
"""The organisation that a party is, by document_id and party_id."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """A document whose parties can be told to be those of another."""

    document: GlanceDocument
    corporations: frozenset[str]
    """The contracting corporations, as organisations."""
    targets: Mapping[Key, Sequence[GlanceTarget]]
    """What it promises."""


def find_doubles(documents: Iterable[Glance], organisations: Organisations) -> dict[str, Entry]:
    """What targets are that another document holds too, by target_id.

    A target of a year's document is a `repeat` of the framework's where the value is the same, a
    `part` where it is smaller; the targets of an older version are a `repeat` of the newer one's.

    Args:
        documents: the records, as far as they are compared.
        organisations: what the parties of each are.
    """
    by_place: dict[str, list[_Compared]] = defaultdict(list)
    for glance in documents:
        if glance.place is not None:
            by_place[glance.place].append(_to_compared(glance, organisations))
    found: dict[str, Entry] = {}
    for glances in by_place.values():
        for entry in _compare(sorted(glances, key=_age)):
            found.setdefault(entry.target_id, entry)
    return found


def _age(glance: _Compared) -> tuple[str, str]:
    """Older first, as far as the day of signing tells; then any order, the same in every run."""
    return glance.document.signed_on or "", glance.document.document_id


def _compare(glances: list[_Compared]) -> Iterator[Entry]:
    for older, glance in enumerate(glances):
        for newer in glances[older + 1 :]:
            if _is_version(glance, newer):
                yield from _doubles(glance, newer, "version")
        for framework in glances:
            if _is_year_of(glance, framework):
                yield from _doubles(glance, framework, "framework")


def _is_version(one: _Compared, other: _Compared) -> bool:
    mine, theirs = one.document, other.document
    same = (mine.kind, mine.period_start, mine.period_end)
    is_same = same == (theirs.kind, theirs.period_start, theirs.period_end)
    is_dated = mine.period_start is not None
    return (
        is_same and is_dated and bool(one.corporations) and one.corporations == other.corporations
    )


def _is_year_of(one: _Compared, other: _Compared) -> bool:
    """Whether `one` holds for fewer of the years of `other`, between no other corporations."""
    mine = one.document.period_start, one.document.period_end
    theirs = other.document.period_start, other.document.period_end
    if mine[0] is None or mine[1] is None or theirs[0] is None or theirs[1] is None:
        return False
    is_shorter = mine[1] - mine[0] < theirs[1] - theirs[0]
    is_within = theirs[0] <= mine[0] and mine[1] <= theirs[1]
    return is_shorter and is_within and one.corporations <= other.corporations


def _doubles(glance: _Compared, other: _Compared, reason: str) -> Iterator[Entry]:
    """Entries for the targets of `glance` that `other` counts."""
    for key in glance.targets.keys() & other.targets.keys():
        counted = other.targets[key]
        values = {(t.value, t.value_max) for t in counted}
        if len(values) != 1:
            continue  # nobody knows which
        for target in glance.targets[key]:
            if (target.value, target.value_max) in values:
                yield Entry(target.target_id, REPEAT, counted[0].target_id, reason)
            elif reason == "framework" and _is_smaller(target, counted[0]):
                yield Entry(target.target_id, PART, counted[0].target_id, reason)


def _to_compared(glance: Glance, organisations: Organisations) -> _Compared:
    def name(party_id: str | None) -> str | None:
        """What a party is; its own id where nobody says."""
        return organisations.get((glance.document.document_id, party_id or ""), party_id)

    signing = (p for p in glance.parties if p.signatory and p.type == "corporatie")
    targets: dict[Key, list[GlanceTarget]] = defaultdict(list)
    for agreement in glance.agreements:
        for target in agreement.targets:
            if target.role == "target" and target.subject:
                key = (target.unit, subject_words(target.subject), name(target.party_id))
                targets[key].append(target)
    return _Compared(glance.document, frozenset(name(p.party_id) or "" for p in signing), targets)


def _is_smaller(part: GlanceTarget, whole: GlanceTarget) -> bool:
    return is_additive(part.unit) and part.value < whole.value
