"""One record: what extraction found, where it breaks the contract, which gates it misses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prestatie_extract.document import Finding
from prestatie_extract.findings import SEVERITIES, Notice, make_finding
from prestatie_extract.schema.codes import SCHEMA_VERSION
from prestatie_extract.schema.record import Record
from prestatie_extract.verify.accounts import check_coverage, check_numbering, check_order
from prestatie_extract.verify.boxes import check_places
from prestatie_extract.verify.gates import Gates, check_gates
from prestatie_extract.verify.keys import check_keys
from prestatie_extract.verify.model import NotJsonError, describe_objections, parse_record
from prestatie_extract.verify.places import RecordFile
from prestatie_extract.verify.spans import check_spans
from prestatie_extract.verify.violations import Node, Violation
from prestatie_extract.write import json_name_of

CHECKS = (
    check_keys, check_spans, check_places, check_coverage, check_order, check_numbering,
)  # fmt: skip
IN_AGREEMENT = re.compile(r"/agreements/(\d+)(?:/|$)")


@dataclass(frozen=True, slots=True)
class Checked:
    """A record file with what was found in it."""

    file: RecordFile
    name: str
    """Published path of the document; the file's label where the record does not tell it."""
    document_id: str | None
    record: Record | None
    """None where it breaks the contract or nothing is compared with it."""
    notices: tuple[Notice, ...]


def check_record(file: RecordFile, gates: Gates, *, is_compared: bool = True) -> Checked:
    """The record with its findings, violations of the contract and gates that it misses.

    Args:
        file: of the record.
        gates: what is asked of it beyond the contract.
        is_compared: whether there are tables to compare it with, so that it must be kept.
    """
    value = file.parse()
    node = Node(value if isinstance(value, dict) else {})
    document = node.child("document")
    name, document_id = document.text("source_path"), document.text("document_id")
    record, violations = _check_contract(file, node)
    about = _About(name or file.label, document_id, file.label)
    notices = [*about.findings(node), *(about.tell(violation, node) for violation in violations)]
    if record is not None:
        notices += (about.notice(finding) for finding in check_gates(record, gates))
    kept = record if is_compared and not violations else None
    return Checked(file, about.subject, document_id, kept, tuple(notices))


def _check_contract(file: RecordFile, node: Node) -> tuple[Record | None, list[Violation]]:
    """The record, None where the schema refuses it; and all that is not as it should be."""
    if file.obstacle:
        return None, [Violation("record_unreadable", {"reason": file.obstacle})]
    version = node.text("schema_version")
    if version is not None and version != SCHEMA_VERSION:
        values = {"found": version, "expected": SCHEMA_VERSION}
        return None, [Violation("record_old_version", values)]
    try:
        record, objections = parse_record(file.content)
    except NotJsonError as error:
        return None, [Violation("record_unreadable", {"reason": str(error)})]
    found = [violation for check in CHECKS for violation in check(node)]
    found += describe_objections(objections, node.value, found)
    return record, [*found, *_check_name(file, node.child("document"))]


def _check_name(file: RecordFile, document: Node) -> Iterator[Violation]:
    """A file that is not named after its document; identity is the hash, the stem is for people."""
    path, sha256 = document.text("source_path"), document.text("source_sha256")
    if path is not None and sha256 is not None:
        expected = json_name_of(path, sha256)
        if file.path.name != expected:
            yield Violation("file_name_mismatch", {"expected": expected})


@dataclass(frozen=True, slots=True)
class _About:
    """The document that notices are about."""

    subject: str
    document_id: str | None
    file: str

    def findings(self, record: Node) -> Iterator[Notice]:
        """What extraction left in the record."""
        for finding in record.children("findings"):
            code, severity = finding.text("code"), finding.text("severity")
            if code is not None and severity in SEVERITIES:
                yield Notice(
                    code, severity, finding.text("message") or "", self.subject,
                    document_id=self.document_id, page_number=finding.whole("page_number"),
                    agreement_id=finding.text("agreement_id"), file=self.file,
                )  # fmt: skip

    def tell(self, violation: Violation, record: Node) -> Notice:
        """The violation, with the agreement that it is in."""
        agreement = _agreement_at(violation.pointer, record)
        box = next(agreement.children("provenance"), Node())
        return self.notice(
            make_finding(
                violation.code, page_number=box.whole("page_number"),
                agreement_id=agreement.text("agreement_id"), **violation.values,
            )
        )  # fmt: skip

    def notice(self, finding: Finding) -> Notice:
        """The finding, in the file that it was found in."""
        return Notice(
            finding.code, finding.severity, finding.message, self.subject,
            document_id=self.document_id, page_number=finding.page_number,
            agreement_id=finding.agreement_id, file=self.file,
        )  # fmt: skip


def _agreement_at(pointer: str, record: Node) -> Node:
    match = IN_AGREEMENT.match(pointer)
    agreements = record.value.get("agreements")
    place = int(match[1]) if match else -1
    if isinstance(agreements, list) and 0 <= place < len(agreements):
        value = agreements[place]
        return Node(value if isinstance(value, dict) else {})
    return Node()
