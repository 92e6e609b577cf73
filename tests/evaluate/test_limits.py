from __future__ import annotations

from pathlib import Path

import pytest
from tests.evaluate.builders import evaluate_these, gold_agreement, gold_document, to_record

from prestatie_extract.errors import BadLimit, ExitCode
from prestatie_extract.evaluate import Limit, find_broken_limits, parse_limit
from prestatie_extract.evaluate.fields import Measure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("agreements=0.98", Limit("agreements", Measure.F1, 0.98)),
        ("theme = 1", Limit("theme", Measure.ACCURACY, 1.0)),
        ("text98=0", Limit("text98", Measure.RECALL, 0.0)),
        ("targets.recall=0.9", Limit("targets", Measure.RECALL, 0.9)),
    ],
)
def test_limit(text: str, expected: Limit) -> None:
    assert parse_limit(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("agreement=0.98", "did you mean agreements?"),
        ("trekkers=1", "did you mean trekker?"),
        ("agreements_F1=0.98", "did you mean agreements?"),
        ("targets.precison=0.9", "did you mean targets.precision?"),
        ("agreements.accuracy=0.9", "no measure 'accuracy'"),
        ("agreements", "FIELD=NUMBER"),
        ("agreements=98", "a number from 0 to 1"),
        ("agreements=98%", "a number from 0 to 1"),
        ("agreements=nan", "a number from 0 to 1"),
        ("=", "no field ''"),
    ],
)
def test_wrong_limit_names_the_nearest(text: str, told: str) -> None:
    with pytest.raises(BadLimit) as raised:
        parse_limit(text)
    assert told in str(raised.value)
    assert raised.value.exit_code is ExitCode.USAGE


def test_broken_limits_name_the_documents(tmp_path: Path) -> None:
    """Only limits that are missed, each with the documents below it, worst first."""
    golds = [
        gold_document(gold_agreement("1"), gold_agreement("2"), doc=f"merendaal-{n}")
        for n in range(3)
    ]
    records = [to_record(gold) for gold in golds]
    records[1]["agreements"][0]["theme"] = "overig"
    for one in records[2]["agreements"]:
        one["theme"] = "overig"
    made = evaluate_these(tmp_path, golds, records)
    limits = [parse_limit(text) for text in ("theme=0.5", "theme=0.6", "agreements=1")]
    assert find_broken_limits(made, limits) == [
        "theme: 0.5000 is under 0.6 (merendaal-2 0.0000, merendaal-1 0.5000)"
    ]
