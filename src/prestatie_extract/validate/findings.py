"""What the reader of a record should know: one table of codes, severities and messages.

Earlier stages pass on findings of their own; the codes that `validate` makes stand here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from prestatie_extract.document import Finding


@dataclass(frozen=True, slots=True)
class FindingKind:
    """How bad it is and what to say; the message is filled with `str.format`."""

    severity: str
    message: str


FINDING_KINDS: Mapping[str, FindingKind] = MappingProxyType(
    {
        "no_text_layer": FindingKind(
            "error",
            "no page has text: look at it in a viewer, and print it to a new PDF if it shows any",
        ),
        "needs_ocr": FindingKind("error", "no page has usable text, all need OCR: {obstacle}"),
        "page_needs_ocr": FindingKind("warning", "page {page} needs OCR, {why}: {obstacle}"),
        "page_read_by_ocr": FindingKind(
            "info", "page {page} was read by OCR: compare its names and figures with the page"
        ),
        "page_font_unmapped": FindingKind(
            "warning",
            "fonts of page {page} do not say which letters they print: compare it with the text",
        ),
        "text_in_annotations": FindingKind(
            "warning",
            "page {page} has {count} characters in form fields or notes, which are not read: "
            "print it to a new PDF, which makes them text",
        ),
        "page_read_by_pdfminer": FindingKind(
            "info",
            "pdfium could not read page {page}, pdfminer did: compare its text with the page",
        ),
        "model_off": FindingKind(
            "info",
            "made without the language model: no themes from content, types of commitment, or "
            "organisations beyond the lists; leave out --model none to have them",
        ),
        "no_agreements_found": FindingKind(
            "error", "no agreements found: check that this is a performance agreement"
        ),
        "municipality_unknown": FindingKind(
            "warning", "the municipality is not found: look at the title page"
        ),
        "period_unknown": FindingKind(
            "warning", "the years it is in force are not found: look at the title page"
        ),
        "no_contracting_parties": FindingKind(
            "warning", "no contracting party is found: look at the title page and the signatures"
        ),
        "numbering_gap": FindingKind(
            "warning",
            "{missing} missing before {number} in {section}: check the page, one may be lost",
        ),
        "duplicate_number": FindingKind(
            "warning", "number {number} occurs twice in {section}: check where the second belongs"
        ),
        "trekker_not_a_party": FindingKind(
            "warning", "trekker {name!r} is not a contracting party: check the list of parties"
        ),
        "reference_unresolved": FindingKind(
            "warning", "{raw!r} names agreement {number}, which is not in this document"
        ),
        "empty_section": FindingKind(
            "info", "section {section} holds no text: check whether its content went elsewhere"
        ),
        "correction_outdated": FindingKind(
            "warning",
            "{field} was {was} when it was corrected in {source_file} and is now {found}: the "
            "correction is not applied, compare it with the page again",
        ),
        "correction_unknown_agreement": FindingKind(
            "warning",
            "{source_file} corrects {field} of {missing}, which is not in this document: "
            "look up its id, or take the correction out",
        ),
        "correction_refused": FindingKind(
            "warning",
            "{source_file} cannot correct {field} to {value}: {reason}",
        ),
        "correction_superfluous": FindingKind(
            "info",
            "{field} is {found} without the correction in {source_file}: it can be taken out",
        ),
        "concreteness_unsettled": FindingKind(
            "info",
            "concreteness was 3 by what a correction took away, and is now open: correct it too",
        ),
        "low_coverage": FindingKind(
            "warning", "{share:.1%} of the characters ended up nowhere{where}: read those pages"
        ),
        "coverage_mismatch": FindingKind(
            "warning", "{excess} characters were counted twice: the coverage is not exact"
        ),
    }
)


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
    kind = FINDING_KINDS[code]
    message = kind.message.format(**values)
    return Finding(code, kind.severity, message, page_number, agreement_id)
