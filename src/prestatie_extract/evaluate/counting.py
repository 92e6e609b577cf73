"""A record against the annotation of its document: counts and misses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prestatie_extract.evaluate.agreement_fields import (
    Counted,
    count_fields,
    count_optional,
    count_sets,
)
from prestatie_extract.evaluate.content import Agreement, Content, Party
from prestatie_extract.evaluate.folding import Naming, fold_name, fold_number
from prestatie_extract.evaluate.matching import Pair, pair_agreements, pair_sections
from prestatie_extract.evaluate.misses import Miss, begin, name_extras, name_places
from prestatie_extract.evaluate.tallies import (
    Tallies,
    Tally,
    add_tallies,
    tally_likeness,
    tally_value,
)
from prestatie_extract.evaluate.target_fields import count_extra, count_missing, count_targets


@dataclass(frozen=True, slots=True)
class Counts:
    """What is right in one document."""

    own: Tallies
    """Of what is told once a document."""
    cases: tuple[Tallies, ...]
    """One for each agreement: those of the annotation, then those that only the record has."""
    misses: tuple[Miss, ...]
    """What is wrong in the document, then in its agreements in their order."""

    @property
    def total(self) -> dict[str, Tally]:
        """All of it together."""
        return add_tallies(self.own, *self.cases)


def count_document(gold: Content, got: Content) -> Counts:
    """A record against the annotation."""
    naming = Naming(gold.parties)
    pairs = {pair.gold: pair for pair in pair_agreements(gold, got)}
    matched = {pair.got for pair in pairs.values()}
    places = name_places(gold.agreements)
    extras = [one for j, one in enumerate(got.agreements) if j not in matched]
    own = [
        *_count_facts(gold, got),
        *_count_parties(gold, got, naming),
        *_count_sections(gold, got),
    ]
    cases = [
        [*_count_matched(gold, got, pairs[i], naming, places[i])]
        if i in pairs
        else [*_count_lost(agreement, places[i])]
        for i, agreement in enumerate(gold.agreements)
    ]
    names = name_extras(extras)
    cases += [[*_count_extra(one, name)] for one, name in zip(extras, names, strict=True)]
    return _to_counts(own, cases)


def count_nothing(gold: Content) -> Counts:
    """An annotation without a record: everything is missing."""
    naming = Naming(gold.parties)
    parties = {naming(party.name) for party in gold.parties}
    own = [
        *(Counted(field, Tally(gold=1, compared=1)) for field in ("municipality", "period")),
        Counted("signed_on", Tally(gold=bool(gold.signed_on), compared=1)),
        Counted("doc_parties", Tally(gold=len(parties), compared=1)),
        Counted("sections", Tally(gold=len(gold.sections))),
    ]
    places = name_places(gold.agreements)
    cases = [[*_count_lost(one, name)] for one, name in zip(gold.agreements, places, strict=True)]
    return _to_counts(own, cases)


def _to_counts(own: Iterable[Counted], cases: Iterable[Iterable[Counted]]) -> Counts:
    listed = [list(own), *map(list, cases)]
    tallies = [add_tallies(*({one.field: one.tally} for one in each)) for each in listed]
    misses = tuple(miss for each in listed for one in each for miss in one.misses)
    return Counts(tallies[0], tuple(tallies[1:]), misses)


def _count_matched(
    gold: Content, got: Content, pair: Pair, naming: Naming, place: str
) -> Iterator[Counted]:
    one, other = gold.agreements[pair.gold], got.agreements[pair.got]
    yield from count_fields(one, other, naming, place)
    yield from count_targets(one, other, naming, place)


def _count_lost(gold: Agreement, place: str) -> Iterator[Counted]:
    miss = Miss("agreements", place, "", "missing", begin(gold), "")
    yield Counted("agreements", Tally(gold=1), (miss,))
    yield Counted("text98", Tally(gold=1))
    yield from count_missing(gold, place)


def _count_extra(got: Agreement, place: str) -> Iterator[Counted]:
    miss = Miss("agreements", place, "", "extra", "", begin(got))
    yield Counted("agreements", Tally(predicted=1), (miss,))
    yield Counted("text98", Tally(predicted=1))
    yield from count_extra(got, place)


def _count_facts(gold: Content, got: Content) -> Iterator[Counted]:
    has_place = fold_name(gold.municipality) == fold_name(got.municipality)
    for field, wanted, given, is_right in (
        ("municipality", gold.municipality, got.municipality, has_place),
        ("period", _years(gold), _years(got), gold.period == got.period),
    ):
        misses = () if is_right else (Miss(field, "", "", "wrong", wanted, given),)
        yield Counted(field, tally_value(is_right=is_right), misses)
    is_signed = gold.signed_on == got.signed_on
    yield count_optional("signed_on", "", gold.signed_on, got.signed_on, is_right=is_signed)


def _years(content: Content) -> str:
    return "-".join("?" if year is None else str(year) for year in content.period)


def _count_parties(gold: Content, got: Content, naming: Naming) -> Iterator[Counted]:
    wanted = {naming(party.name) for party in gold.parties}
    given = {_find_party(party, wanted, naming) for party in got.parties}
    yield count_sets("doc_parties", "", wanted, given)


def _find_party(party: Party, wanted: set[str], naming: Naming) -> str:
    """The annotated party that one of the names stands for; else the party's own name."""
    known = naming.all((party.name, *party.aliases)) & wanted
    return min(known, default=naming(party.name))


def _count_sections(gold: Content, got: Content) -> Iterator[Counted]:
    pairs = pair_sections(gold, got)
    yield from _count_headings(gold, got, pairs)
    for pair in pairs:
        one, other = gold.sections[pair.gold], got.sections[pair.got]
        for field, wanted, given, is_right in (
            ("section_number", one.number, other.number,
             fold_number(one.number) == fold_number(other.number)),
            ("section_level", str(one.level), str(other.level), one.level == other.level),
        ):  # fmt: skip
            miss = Miss(field, "", one.title, "wrong", wanted, given)
            yield Counted(field, tally_value(is_right=is_right), () if is_right else (miss,))


def _count_headings(gold: Content, got: Content, pairs: list[Pair]) -> Iterator[Counted]:
    found, right = {pair.gold for pair in pairs}, {pair.got for pair in pairs}
    for i, section in enumerate(gold.sections):
        if i not in found:
            title = f"{section.number} {section.title}".strip()
            miss = Miss("sections", "", section.title, "missing", title, "")
            yield Counted("sections", Tally(gold=1), (miss,))
    for j, section in enumerate(got.sections):
        if j not in right:
            title = f"{section.number} {section.title}".strip()
            miss = Miss("sections", "", section.title, "extra", "", title)
            yield Counted("sections", Tally(predicted=1), (miss,))
    for _ in pairs:
        yield Counted("sections", tally_likeness(1))
