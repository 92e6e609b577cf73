"""The agreements of a record as cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from prestatie_extract.report.anchors import box_anchor
from prestatie_extract.report.choices import THEME_KEY, Choices, parties_of, trekkers_of
from prestatie_extract.report.corrections import (
    Value,
    agreement_fields,
    mark_corrected,
    target_fields,
)
from prestatie_extract.report.headings import make_headings, make_numbers
from prestatie_extract.report.labels import label_of
from prestatie_extract.report.ledger import Counting
from prestatie_extract.report.paragraphs import find_paragraphs, mark_context
from prestatie_extract.report.views import AgreementView, BoxLink, TargetView
from prestatie_extract.report.wording import (
    FROM_TO,
    format_name,
    format_quantity,
    format_share,
)
from prestatie_extract.schema import Record
from prestatie_extract.schema.agreement import Agreement, Planning, Target
from prestatie_extract.schema.model import Box
from prestatie_extract.structure.evidence import LOW_CONFIDENCE

APPLIED = "applied"
NO_COUNTING = Counting("")
NO_COUNTINGS: Mapping[str, Counting] = {}


@dataclass(frozen=True, slots=True)
class _Around:
    """What the cards of one document share."""

    anchors: Mapping[str, str]
    choices: Choices
    numbers: Mapping[str, str]
    """Of the agreements."""
    names: Mapping[str, str]
    """Of the parties."""
    countings: Mapping[str, Counting]
    """Whether targets count, by id."""
    found: Mapping[str, Mapping[str, Value]]
    """What the tool said of fields that were corrected, by agreement and field."""


def make_cards(
    record: Record,
    anchors: Mapping[str, str],
    choices: Choices,
    countings: Mapping[str, Counting] = NO_COUNTINGS,
) -> Iterator[AgreementView]:
    """A card for each agreement, in reading order."""
    headings = make_headings(record)
    around = _Around(
        anchors,
        choices,
        make_numbers(record, headings),
        {party.party_id: party.name for party in record.parties},
        countings,
        _find_corrected(record),
    )
    heading = ""
    for agreement in record.agreements:
        found = headings[agreement.agreement_id]
        yield _make_card(agreement, around, heading=found if found != heading else "")
        heading = found


def _find_corrected(record: Record) -> dict[str, dict[str, Value]]:
    found: dict[str, dict[str, Value]] = {}
    for correction in record.corrections:
        if correction.status == APPLIED:
            found.setdefault(correction.agreement_id, {})[correction.field] = correction.found
    return found


def _make_card(agreement: Agreement, around: _Around, *, heading: str) -> AgreementView:
    anchors, choices = around.anchors, around.choices
    found = around.found.get(agreement.agreement_id, {})
    anchor = anchors[agreement.agreement_id]
    return AgreementView(
        anchor=anchor,
        agreement_id=agreement.agreement_id,
        heading=heading,
        number=around.numbers[agreement.agreement_id],
        title=agreement.title,
        paragraphs=find_paragraphs(agreement, anchors),
        context=tuple(
            (_name_column(role), mark_context(agreement, role, anchors))
            for role in agreement.context
        ),
        theme=agreement.theme,
        theme_label=label_of("theme", agreement.theme),
        trekker=", ".join(map(format_name, agreement.trekker.names)),
        planning=_describe_planning(agreement.planning),
        refs=tuple((ref.raw, anchors.get(ref.agreement_id or "")) for ref in agreement.refs),
        confidence=format_share(agreement.confidence),
        is_low=agreement.confidence < LOW_CONFIDENCE,
        fields=tuple(mark_corrected(field, found) for field in agreement_fields(agreement)),
        targets=tuple(_make_target(target, around, found) for target in agreement.targets),
        boxes=tuple(_link_boxes(anchor, agreement.provenance)),
        is_corrected=bool(found),
        theme_key=THEME_KEY + agreement.theme,
        trekker_keys=" ".join(choices.trekker_keys[name] for name in trekkers_of(agreement)),
        party_keys=" ".join(choices.party_keys[party_id] for party_id in parties_of(agreement)),
        score=agreement.confidence,
    )


def _make_target(target: Target, around: _Around, found: Mapping[str, Value]) -> TargetView:
    anchor = around.anchors[target.target_id]
    party = around.names.get(target.party_id or "")
    details = (target.subject, party, target.period)
    counting = around.countings.get(target.target_id, NO_COUNTING)
    return TargetView(
        anchor=anchor,
        raw=target.raw,
        quantity=format_quantity(target),
        details=tuple(dict.fromkeys(detail for detail in details if detail)),
        role=target.role,
        role_label=label_of("role", target.role),
        source=label_of("source", target.role_source),
        counting=counting.text,
        counted_in=around.anchors.get(counting.counted_in or ""),
        fields=tuple(mark_corrected(field, found) for field in target_fields(target, around.names)),
        boxes=tuple(_link_boxes(anchor, target.provenance)),
    )


def _link_boxes(anchor: str, boxes: Iterable[Box]) -> Iterator[BoxLink]:
    for page_number in dict.fromkeys(box.page_number for box in boxes):
        yield BoxLink(page_number, box_anchor(anchor, page_number))


def _name_column(role: str) -> str:
    label = label_of("context", role)
    return label if label != role else role.replace("_", " ").capitalize()


def _describe_planning(planning: Planning) -> str:
    """The printed words; the dates where there are none."""
    days = [day.isoformat() for day in (planning.start, planning.end) if day]
    return planning.raw or FROM_TO.join(days)
