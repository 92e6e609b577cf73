"""What has to add up: characters, the order of agreements, their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from prestatie_extract.validate.numbering import Break, Entry, find_breaks
from prestatie_extract.verify.violations import Node, Violation, tell

CLASSES = ("agreements", "sections", "tables", "furniture", "unassigned")
REPEAT = "duplicate_number"


def check_coverage(record: Node) -> Iterator[Violation]:
    """Classes that do not add up to the characters, pages that do not to the document."""
    coverage = record.child("coverage")
    pages = list(coverage.children("pages"))
    for account, name in ((coverage, "the document"), *((page, _name(page)) for page in pages)):
        yield from _check_account(account, name)
    counts = [page.whole("characters") for page in pages]
    whole = coverage.whole("characters")
    if pages and None not in counts and whole not in (None, sum(filter(None, counts))):
        yield _inexact(coverage, f"the pages hold {sum(filter(None, counts))} characters", whole)
    yield from _check_pages(record, [page.whole("page_number") for page in pages])


def _name(page: Node) -> str:
    return f"page {page.whole('page_number')}"


def _check_account(account: Node, name: str) -> Iterator[Violation]:
    counts, whole = [account.whole(key) for key in CLASSES], account.whole("characters")
    if whole is not None and None not in counts and sum(filter(None, counts)) != whole:
        held = sum(filter(None, counts))
        yield _inexact(account, f"the classes of {name} hold {held} characters", whole)


def _inexact(account: Node, found: str, whole: int | None) -> Violation:
    return Violation("coverage_not_exact", {"problem": f"{found}, not {whole}"}, account.pointer)


def _check_pages(record: Node, numbers: list[int | None]) -> Iterator[Violation]:
    """Pages that are not those of the document, once each; text input has none."""
    document, coverage = record.child("document"), record.child("coverage")
    count = document.whole("page_count") or 0
    if "pages" in coverage.value and numbers != list(range(1, count + 1)):
        problem = f"its {len(numbers)} pages are not those of the document, 1 to {count}"
        yield Violation("coverage_not_exact", {"problem": problem}, coverage.at("pages"))


def check_order(record: Node) -> Iterator[Violation]:
    """The first ordinal that is not the agreement's place in reading order."""
    for place, agreement in enumerate(record.children("agreements"), start=1):
        ordinal = agreement.whole("ordinal")
        if ordinal is not None and ordinal != place:
            yield tell("ordinal_broken", agreement.at("ordinal"), found=ordinal, expected=place)
            return


def check_numbering(record: Node) -> Iterator[Violation]:
    """Gaps and repeats in the numbers that no finding of the record tells."""
    told = Counter((f.text("code"), f.text("agreement_id")) for f in record.children("findings"))
    kinds = _kinds_before(record)
    entries = [_to_entry(agreement, kinds) for agreement in record.children("agreements")]
    pointers = {entry.agreement_id: place for place, entry in enumerate(entries)}
    names = {s.text("section_id"): _title(s) for s in record.children("sections")}
    for found in find_breaks(entries):
        key = (found.code, found.entry.agreement_id)
        if told[key]:
            told[key] -= 1
        else:
            section = names.get(found.entry.section_id, "the document")
            values = {"what": _describe(found), "section": section}
            place = pointers[found.entry.agreement_id]
            yield Violation("numbering_not_reported", values, record.at("agreements", place))


def _describe(found: Break) -> str:
    if found.code == REPEAT:
        return f"number {found.entry.number} occurs twice"
    return f"{found.missing} missing before {found.entry.number}"


def _title(section: Node) -> str:
    return f"{section.text('number') or ''} {section.text('title') or ''}".strip()


def _kinds_before(record: Node) -> dict[str, str]:
    """The kind that the tool found, by agreement; a corrected one leaves the numbering alone."""
    return {
        result.text("agreement_id") or "": result.text("found") or ""
        for result in record.children("corrections")
        if result.text("field") == "kind" and result.text("status") == "applied"
    }


def _to_entry(agreement: Node, kinds: dict[str, str]) -> Entry:
    agreement_id = agreement.text("agreement_id") or ""
    box = next(agreement.children("provenance"), Node())
    return Entry(
        agreement_id,
        agreement.text("number"),
        kinds.get(agreement_id) or agreement.text("kind") or "",
        agreement.text("section_id"),
        agreement.text("form") or "",
        box.whole("page_number"),
    )
