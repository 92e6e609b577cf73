from __future__ import annotations

from typing import Any

import pytest
from tests.analysis.builders import NOBODY, agreement, record, target

from prestatie_extract.analysis import analyse


def led_by(*names: str) -> dict[str, Any]:
    return {"trekker": NOBODY | {"names": list(names), "source": "column"}}


@pytest.mark.parametrize(
    ("names", "leader"),
    [
        ((), "onbekend"),
        (("gemeente",), "gemeente"),
        (("Het Anker",), "corporaties"),
        (("Het Anker", "De Haven"), "corporaties"),
        (("Gemeente Merendaal", "corporaties"), "gezamenlijk"),
        (("allen",), "gezamenlijk"),
        (("zorgpartijen",), "overig"),
        (("Werkgroep Wonen",), "overig"),
    ],
)
def test_who_leads(names: tuple[str, ...], leader: str) -> None:
    """Names count as the kind of party they are; several kinds lead jointly."""
    rows = analyse(record(agreement(1, **led_by(*names))), {})["reciprocity"]
    assert [row["leader"] for row in rows if row["agreement_count"]] == [leader]


def test_shares_are_of_the_document() -> None:
    """Shares of agreements and of targets add up to one, each of its own."""
    made = record(
        agreement(1, target("40", 40), **led_by("gemeente")),
        agreement(2, **led_by("corporaties")),
        agreement(3, target("2", 2), target("3", 3, subject="x"), **led_by("corporaties")),
    )
    rows = {row["leader"]: row for row in analyse(made, {})["reciprocity"]}
    assert rows["corporaties"]["agreement_share"] == pytest.approx(2 / 3, abs=1e-6)
    assert rows["gemeente"]["target_share"] == pytest.approx(1 / 3, abs=1e-6)
    assert rows["huurdersorganisaties"]["agreement_count"] == 0


def test_document_without_agreements_has_no_shares() -> None:
    """Nothing is divided by nothing."""
    rows = analyse(record(), {})["reciprocity"]
    assert {row["agreement_share"] for row in rows} == {None}


def test_every_theme_has_a_row() -> None:
    """Counts are those of the first theme; the most concrete agreement counts."""
    made = record(
        agreement(1, target("40", 40), target("9", 9, role="context"), concreteness=1),
        agreement(2, concreteness=3),
        agreement(3, theme="leefbaarheid"),
    )
    rows = {row["theme"]: row for row in analyse(made, {})["theme_matrix"]}
    assert len(rows) == 8
    counts = ("agreement_count", "target_count", "concreteness_max")
    assert [rows["beschikbaarheid"][name] for name in counts] == [2, 1, 3]
    assert [rows["leefbaarheid"][name] for name in counts] == [1, 0, None]
    assert [rows["overig"][name] for name in counts] == [0, 0, None]
