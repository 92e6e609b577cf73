"""What is right and wrong in the targets of an agreement."""

from __future__ import annotations

from collections.abc import Iterator, Set

from prestatie_extract.evaluate.agreement_fields import Counted
from prestatie_extract.evaluate.content import Agreement, Target
from prestatie_extract.evaluate.folding import Naming, fold_period
from prestatie_extract.evaluate.matching import pair_targets
from prestatie_extract.evaluate.misses import Miss
from prestatie_extract.evaluate.tallies import Tally, tally_optional, tally_value

PROMISED = "target"
"""The role of what is promised; other numbers need not be found."""
EVERYBODY = "totaal"
"""A column that is no party's."""


def count_targets(gold: Agreement, got: Agreement, naming: Naming, place: str) -> Iterator[Counted]:
    """Promised targets that were found, and what is said of all numbers that both have.

    A promised number must be found, whatever role the record gives it; a number that the record
    calls promised must be annotated, in whatever role.
    """
    pairs = pair_targets(gold, got, naming)
    yield from count_missing(gold, place, {pair.gold for pair in pairs})
    yield from count_extra(got, place, {pair.got for pair in pairs})
    for pair in pairs:
        yield from _count_pair(gold.targets[pair.gold], got.targets[pair.got], naming, place)


def count_missing(gold: Agreement, place: str, found: Set[int] = frozenset()) -> Iterator[Counted]:
    """What the annotation promises: the targets at the places in `found` are in the record."""
    for i, target in enumerate(gold.targets):
        if target.role == PROMISED:
            tally = Tally(gold=1, found=i in found)
            miss = Miss("targets", place, target.raw, "missing", _quantity(target), "")
            yield Counted("targets", tally, () if i in found else (miss,))


def count_extra(got: Agreement, place: str, right: Set[int] = frozenset()) -> Iterator[Counted]:
    """What the record calls promised: the targets at the places in `right` are annotated."""
    for j, target in enumerate(got.targets):
        if target.role == PROMISED:
            tally = Tally(predicted=1, right=j in right)
            miss = Miss("targets", place, target.raw, "extra", "", _quantity(target))
            yield Counted("targets", tally, () if j in right else (miss,))


def _count_pair(gold: Target, got: Target, naming: Naming, place: str) -> Iterator[Counted]:
    for field, wanted, given in (
        ("target_qualifier", gold.qualifier, got.qualifier),
        ("target_role", gold.role, got.role),
    ):
        miss = Miss(field, place, gold.raw, "wrong", wanted, given)
        is_right = wanted == given
        yield Counted(field, tally_value(is_right=is_right), () if is_right else (miss,))
    owners = _owner(gold, naming), _record_owner(got, naming)
    periods = fold_period(gold.period), fold_period(got.period)
    yield _count_optional("target_party", place, gold.raw, owners)
    yield _count_optional("target_period", place, gold.raw, periods)


def _count_optional(field: str, place: str, raw: str, values: tuple[str, str]) -> Counted:
    is_right = values[0] == values[1]
    miss = Miss(field, place, raw, "wrong", *values)
    tally = tally_optional(*values, is_right=is_right)
    return Counted(field, tally, () if is_right else (miss,))


def _owner(gold: Target, naming: Naming) -> str:
    """Folded name of whose number it is; "" for nobody's and for a total."""
    return "" if gold.party.casefold() in {"", EVERYBODY} else naming(gold.party)


def _record_owner(got: Target, naming: Naming) -> str:
    """The same of a record, where the total may be a party's name with an article."""
    name = naming(got.party) if got.party else ""
    return "" if name == EVERYBODY else name


def _quantity(target: Target) -> str:
    numbers = [f"{one:g}" for one in (target.value, target.value_max) if one is not None]
    return f"{'-'.join(numbers)} {target.unit}".strip()
