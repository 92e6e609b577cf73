from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from tests.report.builders import HOSTILE

from prestatie_extract.corrections import Correction, correct_record, load_corrections
from prestatie_extract.report.anchors import make_anchors
from prestatie_extract.report.cards import make_cards
from prestatie_extract.report.choices import find_choices
from prestatie_extract.report.corrections import (
    NULL,
    Value,
    agreement_fields,
    target_fields,
    to_yaml,
)
from prestatie_extract.schema import Record


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("leefbaarheid", id="word"),
        pytest.param("nee", id="word-that-yaml-takes-for-no"),
        pytest.param("no", id="word-that-old-yaml-takes-for-no"),
        pytest.param("2026: ca. 140 won.", id="colon"),
        pytest.param("# geen opmerking", id="hash"),
        pytest.param('zegt "ja" \\ nee', id="quotes"),
        pytest.param("regel\nregel\ttab", id="line-break"),
        pytest.param("é 😀 \x85\x7f\x9b\u2028\u202e\u200f\ufeff\ufffe", id="not-printable"),
        pytest.param(HOSTILE, id="hostile"),
        pytest.param(40.0, id="number"),
        pytest.param(3, id="whole-number"),
        pytest.param(None, id="nothing"),
        pytest.param([], id="no-names"),
        pytest.param(["gemeente", "overig:net: beheerder, west"], id="names"),
    ],
)
def test_any_value_comes_back_from_yaml(value: Value) -> None:
    """As it was, on one line."""
    text = to_yaml(value)
    assert yaml.safe_load(f"was: {text}  # verbeter deze waarde") == {"was": value}
    assert "\n" not in text


def test_day_is_written_as_text() -> None:
    """As the record has it, not as YAML's own type."""
    assert yaml.safe_load(to_yaml(date(2026, 3, 1))) == "2026-03-01"


def test_marks_of_direction_are_not_shown_as_they_are() -> None:
    """They could make a correction read as another one."""
    assert to_yaml("a\u202eb\u2066") == '"a\\u202eb\\u2066"'


def test_fields_name_what_the_record_holds(records: dict[str, Record]) -> None:
    """Each field's path leads to the value that it says the tool gave."""
    for record in records.values():
        for agreement in record.agreements:
            content = agreement.model_dump(mode="json")
            for entry in agreement_fields(agreement):
                value = content
                for key in entry.name.split("."):
                    value = value[key]
                assert yaml.safe_load(entry.was) == value
            for place, target in enumerate(agreement.targets, start=1):
                *fields, removal = target_fields(target)
                assert (removal.name, removal.value) == (f"targets.t{place}", "null")
                assert yaml.safe_load(removal.was) == target.raw
                for entry in fields:
                    targets, name, key = entry.name.split(".")
                    assert (targets, name) == ("targets", f"t{place}")
                    assert yaml.safe_load(entry.was) == content["targets"][place - 1][key]


def test_every_field_may_be_corrected(records: dict[str, Record], tmp_path: Path) -> None:
    """What the page offers, the next run takes: nothing is refused, and all says the same."""
    [record, *_] = records.values()
    entries = []
    for agreement in record.agreements:
        of_targets = (field for t in agreement.targets for field in target_fields(t))
        entries += [
            f"- agreement_id: {to_yaml(agreement.agreement_id)}\n  field: {to_yaml(field.name)}\n"
            f"  was: {field.was}\n  value: {field.value}\n"
            for field in (*agreement_fields(agreement), *of_targets)
            if field.value != NULL
        ]
    (tmp_path / "all.yaml").write_text("".join(entries), encoding="utf-8")
    corrections = load_corrections(tmp_path).of(record.document.document_id)
    corrected = correct_record(record, corrections)
    assert len(corrected.corrections) == len(entries)
    assert {result.status for result in corrected.corrections} == {"superfluous"}


def test_corrected_field_keeps_what_the_tool_said(records: dict[str, Record]) -> None:
    """A second correction begins with the value that the next run will compare with."""
    [record, *_] = records.values()
    agreement = record.agreements[0]
    other = "overig" if agreement.theme != "overig" else "leefbaarheid"
    written = Correction(agreement.agreement_id, "theme", other)
    corrected = correct_record(record, [written])
    card = next(make_cards(corrected, make_anchors(corrected), find_choices(corrected)))
    [theme] = [field for field in card.fields if field.name == "theme"]
    assert card.is_corrected
    assert (theme.was, theme.value, theme.source) == (
        to_yaml(agreement.theme),
        to_yaml(other),
        "correctie",
    )
