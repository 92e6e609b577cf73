"""The corrections of one document: the corrected record, which tells what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from prestatie_extract import document
from prestatie_extract.corrections.agreements import CONCRETENESS, Corrected, correct_agreement
from prestatie_extract.corrections.written import (
    Correction,
    Corrections,
    hash_corrections,
    show_value,
)
from prestatie_extract.findings import make_finding
from prestatie_extract.schema.agreement import Agreement
from prestatie_extract.schema.codes import CorrectionStatus
from prestatie_extract.schema.correction import CorrectionResult
from prestatie_extract.schema.record import Record
from prestatie_extract.validate.checks import find_strangers

STRANGER = "trekker_not_a_party"
TREKKER = "trekker.names"
NOT_HERE = "it has no such agreement"


def correct_record(record: Record, corrections: Sequence[Correction]) -> Record:
    """The record with the corrections that hold, marked, and with a result for each of them.

    Corrections of other documents are left out; without any the record is what it was.

    Args:
        record: as the tool made it; not one that is corrected already.
        corrections: each of another field.
    """
    own = Corrections.group(corrections).of(record.document.document_id)
    if not own:
        return record
    by_agreement: dict[str, list[Correction]] = {}
    for correction in own:
        by_agreement.setdefault(correction.agreement_id, []).append(correction)
    corrected = {
        agreement.agreement_id: correct_agreement(
            agreement, by_agreement.pop(agreement.agreement_id), record.parties
        )
        for agreement in record.agreements
        if agreement.agreement_id in by_agreement
    }
    lost = [c for c in own if c.agreement_id in by_agreement]
    results = [v.publish() for done in corrected.values() for v in done.verdicts]
    results += leave_unmatched(lost, "unknown_agreement", NOT_HERE)
    return _rebuild(record, own, corrected, results)


def leave_unmatched(
    corrections: Iterable[Correction], status: CorrectionStatus, reason: str
) -> list[CorrectionResult]:
    """The results of corrections that meet nothing."""
    return [
        CorrectionResult(
            agreement_id=c.agreement_id,
            field=c.field,
            source_file=c.source_file,
            was=c.was,
            value=c.value,
            found=None,
            note=c.note,
            status=status,
            reason=reason,
        )
        for c in corrections
    ]


def _rebuild(
    record: Record,
    own: Sequence[Correction],
    corrected: dict[str, Corrected],
    results: Sequence[CorrectionResult],
) -> Record:
    agreements = tuple(
        corrected[a.agreement_id].agreement if a.agreement_id in corrected else a
        for a in record.agreements
    )
    ordered = sorted(results, key=lambda result: (result.agreement_id, result.field))
    extractor = record.document.extractor.changed(corrections_sha256=hash_corrections(own))
    return record.changed(
        document=record.document.changed(extractor=extractor),
        agreements=agreements,
        corrections=tuple(ordered),
        findings=(*_kept(record, corrected), *_made(record, corrected, ordered)),
    )


def _kept(record: Record, corrected: dict[str, Corrected]) -> Iterator[Any]:
    """The findings but those on trekkers that are other ones now."""
    renamed = {name for name, done in corrected.items() if TREKKER in done.applied}
    for finding in record.findings:
        if not (finding.code == STRANGER and finding.agreement_id in renamed):
            yield finding


def _made(
    record: Record, corrected: dict[str, Corrected], results: Iterable[CorrectionResult]
) -> Iterator[document.Finding]:
    """The findings on corrected agreements, then on corrections that are not applied."""
    contracting = [party.name for party in record.parties if party.signatory]
    before = {agreement.agreement_id: agreement for agreement in record.agreements}
    for agreement_id, done in corrected.items():
        if TREKKER in done.applied:
            for name in find_strangers(done.agreement.trekker.names, contracting):
                yield _about(done.agreement, STRANGER, name=name)
        if CONCRETENESS not in done.applied and _is_lost(before[agreement_id], done.agreement):
            yield _about(done.agreement, "concreteness_unsettled")
    for result in results:
        if result.status != "applied":
            yield _tell(result, before.get(result.agreement_id))


def _is_lost(before: Agreement, after: Agreement) -> bool:
    return before.concreteness is not None and after.concreteness is None


def _tell(result: CorrectionResult, agreement: Agreement | None) -> document.Finding:
    values: dict[str, Any] = {
        "field": result.field,
        "missing": result.agreement_id,
        "source_file": result.source_file or "the correction",
        "was": show_value(result.was),
        "value": show_value(result.value),
        "found": show_value(result.found),
        "reason": result.reason,
    }
    code = f"correction_{result.status}"
    return _about(agreement, code, **values) if agreement else make_finding(code, **values)


def _about(agreement: Agreement, code: str, **values: object) -> document.Finding:
    boxes = agreement.provenance
    page_number = boxes[0].page_number if boxes else None
    return make_finding(
        code, page_number=page_number, agreement_id=agreement.agreement_id, **values
    )
