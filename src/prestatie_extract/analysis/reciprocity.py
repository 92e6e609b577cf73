"""Who leads a document's agreements: do all sides bind themselves?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from prestatie_extract.schema import Record
from prestatie_extract.schema.agreement import Agreement
from prestatie_extract.schema.codes import Leader

TYPE_TO_LEADER = {
    "gemeente": "gemeente",
    "corporatie": "corporaties",
    "huurdersorganisatie": "huurdersorganisaties",
}
"""Other organisations count as overig."""
EVERYBODY, TOGETHER, OTHER, UNKNOWN = "allen", "gezamenlijk", "overig", "onbekend"
SHARE_DECIMALS = 6


def reciprocity_rows(record: Record) -> Iterator[dict[str, Any]]:
    """The rows of reciprocity: a row for every kind of leader, zero where they lead nothing."""
    types = {party.name: party.type for party in record.parties}
    agreements: Counter[str] = Counter()
    targets: Counter[str] = Counter()
    for agreement in record.agreements:
        leader = find_leader(agreement, types)
        agreements[leader] += 1
        targets[leader] += sum(target.role == "target" for target in agreement.targets)
    for leader in get_args(Leader):
        yield {
            "leader": leader,
            "agreement_count": agreements[leader],
            "agreement_share": _share(agreements[leader], agreements.total()),
            "target_count": targets[leader],
            "target_share": _share(targets[leader], targets.total()),
        }


def find_leader(agreement: Agreement, types: Mapping[str, str]) -> str:
    """Which kind of party leads; gezamenlijk where several kinds do, onbekend where none is told.

    Args:
        agreement: of the record.
        types: type of party by its name.
    """
    kinds = {_kind_of(name, types) for name in agreement.trekker.names}
    if not kinds:
        return UNKNOWN
    return kinds.pop() if len(kinds) == 1 else TOGETHER


def _kind_of(name: str, types: Mapping[str, str]) -> str:
    if name == EVERYBODY:
        return TOGETHER
    if name in TYPE_TO_LEADER.values():
        return name
    return TYPE_TO_LEADER.get(types.get(name, ""), OTHER)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, SHARE_DECIMALS) if whole else None
