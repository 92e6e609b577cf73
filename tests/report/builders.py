"""Output folders for the report, made without a run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.write.builders import rows_of_all

from prestatie_extract.schema import Record
from prestatie_extract.schema.correction import CorrectionResult
from prestatie_extract.write import (
    Failure,
    corrections_to_rows,
    failure_to_rows,
    json_name,
    record_to_json,
    write_file,
    write_tables,
)

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{{ 7*7 }}</svg></style>"
"""A text that would run wherever it was not escaped."""


def write_output(
    out: Path,
    records: Sequence[Record],
    failures: Iterable[Failure] = (),
    *,
    strays: Iterable[CorrectionResult] = (),
) -> Path:
    """The records and tables as a run writes them; `strays` meet no document."""
    for record in records:
        write_file(out / "json" / json_name(record), record_to_json(record).encode())
    *rows, shared = rows_of_all(records)
    rows += [failure_to_rows(failure) for failure in failures]
    rows.sort(key=lambda row: str(row["documents"][0]["document_id"]))
    lost = corrections_to_rows(strays)
    write_tables([*rows, *(lost[i] for i in sorted(lost)), shared], out)
    return out


def poison(record: Record) -> Record:
    """The record with the hostile text in every place where a document can put one."""
    content: dict[str, Any] = record.model_dump(mode="json")
    document = content["document"]
    document |= {"title": HOSTILE, "municipality": HOSTILE, "source_path": f"{HOSTILE}.pdf"}
    for party in content["parties"]:
        party |= {"name": HOSTILE, "aliases": [HOSTILE]}
    for section in content["sections"]:
        section |= {"title": HOSTILE, "number": HOSTILE}
    for agreement in content["agreements"]:
        _poison_agreement(agreement)
    about = content["agreements"][0]["agreement_id"]
    content["findings"] = [
        {"code": "low_confidence", "severity": "warning", "message": HOSTILE,
         "page_number": 1, "agreement_id": about}
    ]  # fmt: skip
    return Record.model_validate(content)


def _poison_agreement(agreement: dict[str, Any]) -> None:
    agreement |= {"title": HOSTILE, "number": HOSTILE, "horizon": HOSTILE}
    agreement["text"] += HOSTILE
    agreement["trekker"] |= {"raw": HOSTILE, "names": [HOSTILE], "source": "text"}
    agreement["involved"] |= {"raw": HOSTILE, "names": [HOSTILE]}
    agreement["planning"]["raw"] = HOSTILE
    agreement["context"]["toelichting"] = HOSTILE
    agreement["refs"] = [{"raw": HOSTILE, "number": HOSTILE, "agreement_id": None}]
    agreement["targets"] = [
        target | {"subject": HOSTILE, "period": HOSTILE, "unit": f"overig:{HOSTILE}"}
        for target in agreement["targets"]
        if target["where"] in {"text", "item"}
    ]
