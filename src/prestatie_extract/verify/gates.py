"""Quality gates: what a group asks of its documents beyond the contract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prestatie_extract.findings import make_finding

if TYPE_CHECKING:
    from prestatie_extract.document import Finding
    from prestatie_extract.schema import Record


@dataclass(frozen=True, slots=True)
class Gates:
    """Limits for each document; one that is None is not checked."""

    min_coverage: float | None = None
    """Smallest share of the characters that is assigned to a class, 0 to 1."""
    min_agreements: int | None = None
    """Fewest agreements."""
    max_numbering_gaps: int | None = None
    """Most findings `numbering_gap`; 0 for none."""
    max_low_confidence: float | None = None
    """Largest share of the agreements with a confidence below `confidence_below`, 0 to 1."""
    confidence_below: float = 0.75
    """What counts as low for `max_low_confidence`, 0 to 1."""
    min_trekker: float | None = None
    """Smallest share of the agreements that have a trekker, 0 to 1; 1 requires one everywhere."""
    forbidden: tuple[str, ...] = ()
    """Codes of findings that may not occur."""


def check_gates(record: Record, gates: Gates) -> Iterator[Finding]:
    """A finding for each gate that the document misses, with the value and the limit.

    A share of nothing is not checked: without text or agreements there is `min_agreements`.
    """
    yield from _check_coverage(record, gates.min_coverage)
    found = len(record.agreements)
    if gates.min_agreements is not None and found < gates.min_agreements:
        yield make_finding("gate_agreements", found=found, asked=gates.min_agreements)
    counts = Counter(finding.code for finding in record.findings)
    gaps = counts["numbering_gap"]
    if gates.max_numbering_gaps is not None and gaps > gates.max_numbering_gaps:
        yield make_finding("gate_numbering", found=gaps, asked=gates.max_numbering_gaps)
    if record.agreements:
        yield from _check_shares(record, gates)
    for code in dict.fromkeys(gates.forbidden):
        if counts[code]:
            yield make_finding("gate_forbidden", forbidden=code, count=counts[code])


def _check_coverage(record: Record, asked: float | None) -> Iterator[Finding]:
    coverage = record.coverage
    if asked is not None and coverage.characters:
        found = 1 - coverage.unassigned / coverage.characters
        if found < asked:
            yield make_finding("gate_coverage", found=found, asked=asked)


def _check_shares(record: Record, gates: Gates) -> Iterator[Finding]:
    """The gates that are a share of the agreements."""
    whole = len(record.agreements)
    low = sum(a.confidence < gates.confidence_below for a in record.agreements) / whole
    if gates.max_low_confidence is not None and low > gates.max_low_confidence:
        below, asked = gates.confidence_below, gates.max_low_confidence
        yield make_finding("gate_confidence", found=low, below=below, asked=asked)
    led = sum(bool(a.trekker.names) for a in record.agreements) / whole
    if gates.min_trekker is not None and led < gates.min_trekker:
        yield make_finding("gate_trekker", found=led, asked=gates.min_trekker)
