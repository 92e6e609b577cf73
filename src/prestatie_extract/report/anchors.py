"""Anchors in the page of a document: made of the published ids, so that a link stays good."""

from __future__ import annotations

from prestatie_extract.schema import Record
from prestatie_extract.slugs import take_free


def make_anchors(record: Record) -> dict[str, str]:
    """The anchor of each agreement and target by its id: "…/3/2" is a-3-2, "…/3/2/t1" t-3-2-t1."""
    taken: set[str] = set()
    anchors = {}
    for agreement in record.agreements:
        anchors[agreement.agreement_id] = _make("a", agreement.agreement_id, taken)
        for target in agreement.targets:
            anchors[target.target_id] = _make("t", target.target_id, taken)
    return anchors


def page_anchor(page_number: int) -> str:
    """The anchor of a page."""
    return f"p-{page_number}"


def box_anchor(anchor: str, page_number: int) -> str:
    """The anchor of the box of an agreement or target on a page."""
    return f"b-{anchor}-p{page_number}"


def _make(kind: str, published_id: str, taken: set[str]) -> str:
    inside = published_id.partition("/")[2].replace("/", "-")
    return take_free(f"{kind}-{inside}", taken)
