from __future__ import annotations

from typing import Any

import pytest

from prestatie_extract.report.labels import label_of
from prestatie_extract.report.wording import format_number, format_quantity, format_share
from prestatie_extract.schema.agreement import Target


def target(**values: Any) -> Target:
    """A target of forty homes, but for `values`."""
    return Target.model_validate(
        {
            "target_id": "0846c652be5b/1/1/t1", "raw": "40", "where": "table", "start": None,
            "end": None, "value": 40.0, "value_max": None, "unit": "woningen",
            "qualifier": "exact", "subject": None, "party_id": None, "period": None,
            "role": "target", "role_source": "rule", "provenance": (),
        } | values
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1250.0, "1.250"), (2.5, "2,5"), (0.0, "0"), (-27.0, "-27"), (1234567.25, "1.234.567,25")],
)
def test_numbers_are_dutch(value: float, expected: str) -> None:
    assert format_number(value) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param({}, "40 woningen", id="exact"),
        pytest.param({"qualifier": "min", "value": 1.0}, "minstens 1 woning", id="one"),
        pytest.param({"value": 1.0, "unit": "plekken"}, "1 plek", id="one-place"),
        pytest.param(
            {"value": 1.0, "value_max": 2.0, "qualifier": "range"}, "1–2 woningen", id="one-or-two"
        ),
        pytest.param({"value": 1.0, "unit": "overig:bomen"}, "1 bomen", id="one-of-a-word"),
        pytest.param({"qualifier": "min"}, "minstens 40 woningen", id="min"),
        pytest.param({"value_max": 60.0, "qualifier": "range"}, "40–60 woningen", id="range"),
        pytest.param({"qualifier": "delta"}, "+40 woningen", id="more"),
        pytest.param({"qualifier": "delta", "value": -27.0}, "-27 woningen", id="less"),
        pytest.param({"unit": "EUR", "value": 650.0}, "€ 650", id="euro"),
        pytest.param({"unit": "keer_per_jaar"}, "40 keer per jaar", id="often"),
        pytest.param({"unit": "overig:bomen"}, "40 bomen", id="other-unit"),
    ],
)
def test_quantity_reads_as_a_phrase(values: dict[str, Any], expected: str) -> None:
    assert format_quantity(target(**values)).replace("\N{NO-BREAK SPACE}", " ") == expected


@pytest.mark.parametrize(("ratio", "expected"), [(1.0, "100"), (0.999, "99"), (0.29, "29")])
def test_shares_are_never_rounded_up(ratio: float, expected: str) -> None:
    """All is only said of all."""
    assert format_share(ratio) == f"{expected}\N{NO-BREAK SPACE}%"


def test_code_without_a_word_is_shown_as_it_is() -> None:
    assert label_of("finding", "brand_new") == "brand_new"
