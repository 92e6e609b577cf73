"""Inspections of invented documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from prestatie_extract.findings import SEVERITIES, Inspection, Notice, Subject, load_kinds

FIRST, SECOND = "a1b2c3d4e5f6", "0123456789ab"
MERENDAAL = Subject("merendaal.pdf", FIRST)
SPARRENHOVE = Subject("jaar/sparrenhove.pdf", SECOND)
TABLES = Subject("out")

STRANGER = Notice(
    "trekker_not_a_party",
    "warning",
    "trekker 'WHA' is not a contracting party: check the list of parties",
    "merendaal.pdf",
    document_id=FIRST,
    page_number=3,
    agreement_id=f"{FIRST}/wonen/2.1",
)
SCAN = Notice(
    "page_needs_ocr",
    "warning",
    "page 4 needs OCR, it is a picture: OCR is not installed",
    "merendaal.pdf",
    document_id=FIRST,
    page_number=4,
)
COLUMN = Notice(
    "unknown_column_header",
    "info",
    "column 'Wie' is not in vocabulary/columns.csv; kept as context",
    "jaar/sparrenhove.pdf",
    document_id=SECOND,
)
MISSING = Notice(
    "table_missing",
    "error",
    "table targets is missing: run 'prestatie-extract run' again",
    "out",
    file="parquet/targets.parquet",
)
LOCKED = Notice(
    "encrypted_pdf", "error", "the PDF is locked with a password: save a copy", "locked.pdf"
)


def inspect(*notices: Notice, subjects: Sequence[Subject] = ()) -> Inspection:
    """An inspection of the two documents, the tables, and what else is given."""
    return Inspection((MERENDAAL, SPARRENHOVE, TABLES, *subjects), notices)


def many(count: int, notice: Notice = STRANGER) -> list[Notice]:
    """As many findings like one, each of its own page."""
    return [replace(notice, page_number=number) for number in range(1, count + 1)]


HOSTILE = st.one_of(
    st.text(st.characters(), max_size=30),
    st.sampled_from(
        [
            "::error::boo",
            "a\n::error file=x::boo",
            "a\r::stop-commands::x",
            "]]></failure><failure>",
            "<b>&amp;</b>",
            "\x1b[2J\x00\x0b\x85\u2028::set-output name=x::y",
            "\ud800 \udcff",
            "a|b`c`[d](http://e) @f #1 www.g",
            "%0A::error::x",
            "##[error]boo",
            "\ufffe\uffff",
        ]
    ),
)
NOTICES = st.builds(
    Notice,
    code=st.one_of(st.sampled_from(sorted(load_kinds())), HOSTILE),
    severity=st.sampled_from(SEVERITIES),
    message=HOSTILE,
    subject=HOSTILE,
    document_id=st.one_of(st.none(), HOSTILE),
    page_number=st.one_of(st.none(), st.integers(1, 999)),
    agreement_id=st.one_of(st.none(), HOSTILE),
    file=st.one_of(st.none(), HOSTILE),
)


def inspection_of(notices: Iterable[Notice]) -> Inspection:
    """The findings with the subjects they name."""
    found = tuple(notices)
    return Inspection(tuple(Subject(n.subject, n.document_id) for n in found), found)


INSPECTIONS = st.lists(NOTICES, max_size=6).map(inspection_of)
