"""What speaks against single agreements when all of a document's are known; their confidence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from prestatie_extract.document import Agreement
from prestatie_extract.structure.evidence import SHORT_WORDS_MAX, to_confidence

TERMINALS = (".", ";", ":", "?", "!", ")", "”", "’", '"')
USUAL_SHARE = 0.8  # of a document's agreements end in a sign or start with a capital: it is usual
FEW = 5  # agreements; fewer tell nothing of what is usual


def with_confidence(
    agreements: Sequence[Agreement], scanned: Collection[int] = ()
) -> list[Agreement]:
    """The agreements with their last signs and the confidence that follows from all of them.

    `scanned` are the numbers of the pages that were read by OCR.
    """
    ends = _is_usual([_ends(a) for a in agreements])
    starts = _is_usual([_starts(a) for a in agreements])
    found = []
    for place, agreement in enumerate(agreements):
        signs = agreement.signs | set(_own_signs(agreement, ends=ends, starts=starts))
        if _repeats_number(agreements, place):
            signs |= {"unclear_number"}
        if any(region.page_number in scanned for region in agreement.regions):
            signs |= {"scanned"}
        found.append(replace(agreement, signs=signs, confidence=to_confidence(signs)))
    return found


def _is_usual(values: Sequence[bool]) -> bool:
    return len(values) >= FEW and sum(values) >= USUAL_SHARE * len(values)


def _ends(agreement: Agreement) -> bool:
    return agreement.text.text.endswith(TERMINALS)


def _starts(agreement: Agreement) -> bool:
    text = agreement.title.text if agreement.title else agreement.text.text
    return not text[:1].islower()


def _own_signs(agreement: Agreement, *, ends: bool, starts: bool) -> Iterator[str]:
    if len(agreement.text.text.split()) <= SHORT_WORDS_MAX and agreement.title is None:
        yield "short"
    if ends and not _ends(agreement):
        yield "open_end"
    if starts and not _starts(agreement):
        yield "open_start"


def _repeats_number(agreements: Sequence[Agreement], place: int) -> bool:
    """Whether another agreement in its section has its number, though numbers are not shared."""
    agreement = agreements[place]
    if agreement.number is None or agreement.form == "matrix" or agreement.number[:3] == "Bij":
        return False
    return any(
        _place_of(other) == _place_of(agreement) for i, other in enumerate(agreements) if i != place
    )


def _place_of(agreement: Agreement) -> tuple[str | None, ...]:
    """Its number and where that starts again: its section, and in groups its party."""
    group = agreement.trekker.text if agreement.form == "group" and agreement.trekker else None
    return (agreement.number, agreement.section_id, group)
