"""Findings with the severity and the words of the table."""

from __future__ import annotations

from prestatie_extract.document import Finding
from prestatie_extract.findings.inspection import Notice
from prestatie_extract.findings.kinds import FindingKind, load_kinds


def make_finding(
    code: str,
    *,
    page_number: int | None = None,
    agreement_id: str | None = None,
    **values: object,
) -> Finding:
    """The finding `code` with its severity and its message filled with `values`.

    Raises:
        KeyError: if there is no such code, or a value for the message is missing.
    """
    kind = load_kinds()[code]
    message = kind.message.format(**values)
    return Finding(code, kind.severity, message, page_number, agreement_id)


def make_notice(
    code: str,
    subject: str,
    *,
    document_id: str | None = None,
    page_number: int | None = None,
    agreement_id: str | None = None,
    file: str | None = None,
    **values: object,
) -> Notice:
    """The finding `code` on a `Subject`, its message filled with `values`.

    Raises:
        KeyError: if there is no such code, or a value for the message is missing.
    """
    kind: FindingKind = load_kinds()[code]
    return Notice(
        code, kind.severity, kind.message.format(**values), subject,
        document_id=document_id, page_number=page_number, agreement_id=agreement_id, file=file,
    )  # fmt: skip
