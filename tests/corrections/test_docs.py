"""docs/corrections.md tells the truth: its example is read, its fields and statuses are all."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from prestatie_extract.corrections import load_corrections
from prestatie_extract.corrections.fields import AGREEMENT_FIELDS, TARGET_FIELDS
from prestatie_extract.schema.codes import CorrectionStatus
from prestatie_extract.validate.findings import FINDING_KINDS

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "corrections.md").read_text("utf-8")


def rows(heading: str) -> list[str]:
    """The rows of the first table below a heading."""
    below = DOCS.split(f"## {heading}\n", 1)[1].split("\n|", 1)[1].split("\n\n", 1)[0]
    return [line.lstrip("|") for line in below.splitlines()[2:]]


def spans(cell: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", cell))


def test_example_is_read(tmp_path: Path) -> None:
    example = DOCS.split("<!-- corrections -->\n```yaml\n", 1)[1].split("```", 1)[0]
    (tmp_path / "a.yaml").write_text(example, encoding="utf-8")
    found = load_corrections(tmp_path).of("0846c652be5b")
    assert [c.field for c in found] == ["targets.t1.value", "theme", "trekker.names", "targets.t2"]


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
            assert finding.endswith(FINDING_KINDS[code].severity)
