"""What is right and wrong in a matched agreement, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prestatie_extract.evaluate.content import Agreement
from prestatie_extract.evaluate.folding import Naming, fold, fold_number, similarity
from prestatie_extract.evaluate.matching import is_in_section
from prestatie_extract.evaluate.misses import Miss, show_difference
from prestatie_extract.evaluate.tallies import (
    Tally,
    tally_likeness,
    tally_optional,
    tally_sets,
    tally_value,
)

SAME_RAW = 0.995  # similarity of printed cells that are the same, 0-1
NEARLY_WHOLE = 0.98  # similarity of a text that counts as whole, 0-1


class Counted(NamedTuple):
    """One field of one thing: its counts, and what is wrong."""

    field: str
    tally: Tally
    misses: tuple[Miss, ...] = ()


def count_fields(gold: Agreement, got: Agreement, naming: Naming, place: str) -> Iterator[Counted]:
    """Every field but the targets."""
    yield Counted("agreements", tally_likeness(1))
    yield from _count_text(gold, got, place)
    yield from _count_values(gold, got, place)
    yield from _count_cells(gold, got, place)
    yield from _count_sets(gold, got, naming, place)
    yield from _count_context(gold, got, place)


def _count_text(gold: Agreement, got: Agreement, place: str) -> Iterator[Counted]:
    alike = similarity(gold.whole, got.whole)
    shown = show_difference(gold.whole, got.whole)
    misses = (Miss("text", place, "", "wrong", *shown, alike),) if alike < 1 else ()
    yield Counted("text", tally_likeness(alike), misses)
    yield Counted("text98", tally_value(is_right=alike >= NEARLY_WHOLE))


def _count_values(gold: Agreement, got: Agreement, place: str) -> Iterator[Counted]:
    printed = ", ".join(section.number or section.title for section in got.sections)
    for field, wanted, given, is_right in (
        ("number", gold.number, got.number, fold_number(gold.number) == fold_number(got.number)),
        ("section", gold.sections[0].number, printed, is_in_section(gold, got)),
        ("kind", gold.kind, got.kind, gold.kind == got.kind),
        ("theme", gold.theme, got.theme, gold.theme == got.theme),
    ):
        misses = () if is_right else (Miss(field, place, "", "wrong", wanted, given),)
        yield Counted(field, tally_value(is_right=is_right), misses)
    has_horizon = fold(gold.horizon) == fold(got.horizon)
    yield count_optional("horizon", place, gold.horizon, got.horizon, is_right=has_horizon)


def _count_cells(gold: Agreement, got: Agreement, place: str) -> Iterator[Counted]:
    """Cells as printed; a trekker of the record's own is no fault, the text may have told it."""
    for field, wanted, given in (
        ("trekker_raw", gold.trekker_raw, got.trekker_raw if gold.trekker_raw else ""),
        ("planning_raw", gold.planning_raw, got.planning_raw),
        ("involved_raw", gold.involved_raw, got.involved_raw),
    ):
        if wanted or given:
            is_right = similarity(wanted, given) >= SAME_RAW
            yield count_optional(field, place, wanted, given, is_right=is_right)


def _count_sets(gold: Agreement, got: Agreement, naming: Naming, place: str) -> Iterator[Counted]:
    wanted_refs, given_refs = (set(map(fold_number, one.refs)) for one in (gold, got))
    for field, wanted, given in (
        ("trekker", naming.all(gold.trekkers), naming.all(got.trekkers)),
        ("involved", naming.all(gold.involved), naming.all(got.involved)),
        ("refs", wanted_refs, given_refs),
        ("parties", naming.all(gold.parties), naming.all(got.parties)),
    ):
        yield count_sets(field, place, wanted, given)


def _count_context(gold: Agreement, got: Agreement, place: str) -> Iterator[Counted]:
    for role, wanted in gold.context.items():
        given = got.context.get(role, "")
        alike = similarity(wanted, given)
        tally = Tally(1, alike, bool(given), alike if given else 0, 1, alike)
        shown = show_difference(wanted, given)
        misses = (Miss("context", place, role, "wrong", *shown, alike),) if alike < 1 else ()
        yield Counted("context", tally, misses)
    extra = [role for role, text in got.context.items() if text and role not in gold.context]
    unknown = tuple(Miss("context", place, role, "extra", "", role) for role in extra)
    yield Counted("context", Tally(predicted=len(extra)), unknown)


def count_optional(field: str, place: str, gold: str, got: str, *, is_right: bool) -> Counted:
    """A value that may be absent."""
    misses = () if is_right else (Miss(field, place, "", "wrong", gold, got),)
    return Counted(field, tally_optional(gold, got, is_right=is_right), misses)


def count_sets(field: str, place: str, gold: set[str], got: set[str]) -> Counted:
    """Folded things, each missing and each extra one a miss."""
    missing = [Miss(field, place, "", "missing", one, "") for one in sorted(gold - got)]
    extra = [Miss(field, place, "", "extra", "", one) for one in sorted(got - gold)]
    return Counted(field, tally_sets(gold, got), (*missing, *extra))
