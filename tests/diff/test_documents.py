from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from tests.diff.builders import make_record
from tests.diff.pairs import OLD, SALE

from prestatie_extract.diff import compare
from prestatie_extract.diff.documents import pair_documents
from prestatie_extract.schema import Record


def describe(name: str, place: str, kind: str, *period: int) -> Record:
    return make_record(
        {"1|Wonen": [("1", f"{SALE} {name}")]},
        source_path=f"{name}.pdf", municipality=place, kind=kind,
        period_start=period[0], period_end=period[-1],
    )  # fmt: skip


YEAR_23 = describe("m23", "Merendaal", "jaarschijf", 2023)
YEAR_24 = describe("m24", "Merendaal", "jaarschijf", 2024)
YEAR_24_AGAIN = describe("m24-definitief", "Merendaal", "jaarschijf", 2024)
YEAR_24_B = describe("m24-b", "Merendaal", "jaarschijf", 2024)
YEAR_25 = describe("m25", "Merendaal", "jaarschijf", 2025)
KADER = describe("m-kader", "Merendaal", "kader", 2023, 2026)
CONTRACT = describe("m-contract", "Merendaal", "raamovereenkomst", 2027, 2030)
OTHER = describe("s24", "Sparrenhove", "jaarschijf", 2024)
OTHER_SAME_PATH = describe("m24", "Sparrenhove", "jaarschijf", 2024)

CASES: list[tuple[str, Sequence[Record], Sequence[Record], list[tuple[str, str, str | None]]]] = [
    ("same-file", [YEAR_24, OTHER], [YEAR_24], [("m24", "m24", "same_file"), ("s24", "", None)]),
    ("new-version", [YEAR_24], [YEAR_24_AGAIN], [("m24", "m24-definitief", "period")]),
    ("next-year", [YEAR_23], [YEAR_24], [("m23", "m24", "kind")]),
    ("an-archive-that-grows", [YEAR_23], [YEAR_23, YEAR_24],
     [("m23", "m23", "same_file"), ("", "m24", None)]),
    ("years-that-do-not-follow", [YEAR_23, YEAR_24], [YEAR_24_AGAIN, YEAR_25],
     [("m23", "", None), ("m24", "m24-definitief", "period"), ("", "m25", None)]),
    ("two-candidates", [YEAR_24], [YEAR_24_AGAIN, YEAR_24_B],
     [("", "m24-b", None), ("", "m24-definitief", None), ("m24", "", None)]),
    ("kader-becomes-contract", [KADER], [CONTRACT], [("m-kader", "m-contract", "municipality")]),
    ("other-town", [YEAR_24], [OTHER], [("m24", "", None), ("", "s24", None)]),
    ("same-path-other-town", [YEAR_24], [OTHER_SAME_PATH], [("m24", "", None), ("", "m24", None)]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("olds", "news", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_documents_are_paired(
    olds: Sequence[Record], news: Sequence[Record], expected: list[tuple[str, str, str | None]]
) -> None:
    """A table of two folders and which of their documents belong together."""
    for one, other in ((olds, news), (olds[::-1], news[::-1])):
        pairs = pair_documents(one, other, is_given=False)
        assert [(_stem(pair.old), _stem(pair.new), pair.by) for pair in pairs] == expected


def _stem(record: Record | None) -> str:
    return record.document.source_path.removesuffix(".pdf") if record else ""


def test_two_that_the_user_names_are_compared() -> None:
    """Whoever names two files knows why."""
    (pair,) = pair_documents([YEAR_24], [OTHER], is_given=True)
    assert pair.by == "given"


def test_agreements_of_a_document_alone_are_new_or_dropped() -> None:
    """Everything in a document without counterpart counts."""
    facts: dict[str, Any] = {"municipality": "Sparrenhove"}
    comparison = compare([make_record(OLD)], [make_record(OLD), make_record(OLD, **facts)])
    alone = comparison.documents[-1]
    assert {pair.class_ for pair in alone.pairs} == {"new"}
    assert len(alone.pairs) == 12
    assert comparison.is_different(["new"])
    assert not comparison.is_different(["changed", "dropped"])
