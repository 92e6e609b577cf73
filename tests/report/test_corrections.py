from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import TypeAdapter
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
from prestatie_extract.schema import Record, codes


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


def hints_of(record: Record) -> dict[str, str]:
    """The comments behind the fields of an agreement and target, by the end of the name."""
    agreement = next(a for a in record.agreements if a.targets)
    names = {party.party_id: party.name for party in record.parties}
    fields = (*agreement_fields(agreement), *target_fields(agreement.targets[0], names))
    return {field.name.rpartition(".")[2]: field.hint for field in fields}


@pytest.mark.parametrize(
    ("name", "literal"),
    [
        ("theme", codes.ThemeCode),
        ("kind", codes.AgreementKind),
        ("commitment_type", codes.CommitmentType),
        ("concreteness", codes.Concreteness),
        ("qualifier", codes.Qualifier),
        ("role", codes.TargetRole),
    ],
)
def test_permitted_codes_stand_behind_the_value(
    records: dict[str, Record], name: str, literal: Any
) -> None:
    """All of the contract, in its order."""
    hint = hints_of(records["merendaal-2025-2028.pdf"])[name]
    assert hint == "verbeter deze waarde: " + " | ".join(map(str, get_args(literal)))


def test_hints_of_fields_without_codes(records: dict[str, Record]) -> None:
    """Units that the contract takes, the parties of the document, nothing of others."""
    record = records["merendaal-2025-2028.pdf"]
    hints = hints_of(record)
    units = hints["unit"].removeprefix("verbeter deze waarde: ").split(" | ")
    assert units[-1] == "overig:<woord>"
    assert {"woningen", "%", "EUR"} < set(units)
    for unit in units:
        TypeAdapter(codes.Unit).validate_python(unit)
    assert all(party.party_id in hints["party_id"] for party in record.parties)
    assert hints["title"] == hints["value"] == "verbeter deze waarde"


@pytest.mark.parametrize(
    "party_id", ["x\n- agreement_id: y", "x\u2028y", "x" * 500], ids=["line", "mark", "long"]
)
def test_hint_is_one_short_line(records: dict[str, Record], party_id: str) -> None:
    """Names of a document cannot add lines to a correction."""
    target = next(a for a in records["merendaal-2025-2028.pdf"].agreements if a.targets).targets[0]
    [party] = [f for f in target_fields(target, {party_id: "x"}) if f.name.endswith("party_id")]
    assert party.hint == "verbeter deze waarde"


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
