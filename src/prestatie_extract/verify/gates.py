"""Quality gates: what a group asks of its documents beyond the contract."""

from __future__ import annotations

from dataclasses import dataclass


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
