"""docs/corrections.md tells the truth: its example is read, its fields and statuses are all."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from prestatie_extract import extract
from prestatie_extract.corrections import load_corrections
from prestatie_extract.corrections.fields import AGREEMENT_FIELDS, CODES, TARGET_FIELDS, key_of
from prestatie_extract.findings import load_kinds
from prestatie_extract.schema.agreement import Agreement, Target
from prestatie_extract.schema.codes import CorrectionStatus

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "docs" / "corrections.md").read_text("utf-8")


def rows(heading: str) -> list[str]:
    """The rows of the first table below a heading."""
    below = DOCS.split(f"## {heading}\n", 1)[1].split("\n|", 1)[1].split("\n\n", 1)[0]
    return [line.lstrip("|") for line in below.splitlines()[2:]]


def spans(cell: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", cell))


def test_example_applies(tmp_path: Path) -> None:
    """Each of its entries, on the sample that the page names."""
    example = DOCS.split("<!-- corrections -->\n```yaml\n", 1)[1].split("```", 1)[0]
    (tmp_path / "a.yaml").write_text(example, encoding="utf-8")
    sample = DOCS.split('extract("', 1)[1].split('"', 1)[0]
    record = extract(ROOT / sample, corrections=load_corrections(tmp_path))
    assert len(record.corrections) == example.count("- agreement_id:")
    told = {(found.field, found.status, found.reason) for found in record.corrections}
    assert told == {(found.field, "applied", None) for found in record.corrections}


def test_every_code_is_listed() -> None:
    """In the order of the contract, and no other."""
    listed: dict[str, list[str]] = {}
    for row in rows("What can be corrected"):
        fields, takes = row.split("|")[:2]
        keys = {key_of(name) for name in spans(fields)} & set(CODES)
        listed |= {key: re.findall(r"`([^`]+)`", takes) for key in keys}
    told = {
        key: ["null" if code is None else str(code) for code in codes]
        for key, codes in CODES.items()
    }
    assert listed == told


@pytest.mark.parametrize("key", CODES)
def test_codes_are_those_of_the_schema(key: str) -> None:
    """What people are told is what the schema takes."""
    model = Target if key in TARGET_FIELDS else Agreement
    found = json.dumps(model.model_json_schema()["properties"][key])
    for code in CODES[key]:
        assert str(code if code is not None else "null").partition("<")[0] in found
    enums = re.findall(r'"enum": (\[[^\]]*\])', found)
    assert [set(json.loads(enum)) | {None} for enum in enums] in ([], [{*CODES[key], None}])


def test_every_field_is_listed() -> None:
    """And no other."""
    listed = {name for row in rows("What can be corrected") for name in spans(row.split("|")[0])}
    of_target = {f"targets.t1.{key}" for key in TARGET_FIELDS}
    assert listed == {*AGREEMENT_FIELDS, "targets.t1", *of_target}


def test_every_status_is_listed_with_its_finding() -> None:
    """With the severity of the finding."""
    told = {}
    for row in rows("What becomes of it"):
        status, *_, finding = (cell.strip() for cell in row.strip("|").split("|"))
        told[status.strip("`")] = finding
    assert set(told) == set(get_args(CorrectionStatus))
    for finding in told.values():
        for code in spans(finding):
            assert finding.endswith(load_kinds()[code].severity)
