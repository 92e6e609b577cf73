"""Organisations and municipalities in the tables of an output folder."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from tests.batch.builders import published, read_rows, run

from prestatie_extract.batch import Settings, convert
from prestatie_extract.batch.entities import read_across
from prestatie_extract.resolve import MunicipalityLink, Organisation, PartyLink
from prestatie_extract.schema.entity_tables import (
    DOCUMENT_MUNICIPALITIES,
    ORGANISATION_LINK,
    ORGANISATIONS,
)
from prestatie_extract.tagging.contents import NO_MODEL

AGREEMENT = """# Prestatieafspraken {municipality} 2025-2028

Gemeente {municipality}, {parties} maken samen deze afspraken.

## 1 Beschikbaarheid

### 1.1 Afspraken

1. Vuurbaak bouwt in 2026 minimaal {homes} woningen.
2. De gemeente wijst een bouwplek aan.
"""
DOCUMENTS = [
    ("Druten", "woonstichting Vuurbaak en Huurdersraad Vuurbaak"),
    ("Merendaal", "woonstichting Vuurbaak en Huurdersvereniging De Schakel"),
    ("Langedijk", "woonstichting Markwonen en Huurdersvereniging De Schakel"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    for homes, (town, parties) in enumerate(DOCUMENTS, start=80):
        text = AGREEMENT.format(municipality=town, parties=parties, homes=homes)
        (folder / f"{town}.md").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def out(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    run(folder, out)
    return out


def by_key(rows: list[dict[str, Any]], *key: str) -> dict[Any, dict[str, Any]]:
    return {tuple(row[name] for name in key) if len(key) > 1 else row[key[0]]: row for row in rows}


def test_tables_hold_what_is_resolved() -> None:
    """The keys of the links are columns, each under its own name."""
    assert [c.name for c in ORGANISATION_LINK] == [f.name for f in fields(PartyLink)]
    assert [c.name for c in ORGANISATIONS.columns] == [f.name for f in fields(Organisation)]
    link = [c.name for c in DOCUMENT_MUNICIPALITIES.columns[1:]]
    assert link == [f.name for f in fields(MunicipalityLink)]


def test_organisations_are_those_of_all_documents(out: Path) -> None:
    """A corporation of two documents is one; tenants with one name in two towns are two."""
    organisations = by_key(read_rows(out, "organisations"), "organisation_id")
    assert list(organisations) == sorted(organisations)
    assert organisations["vuurbaak"]["document_count"] == 2
    assert organisations["vuurbaak"]["status"] == "linked"
    tenants = {name for name in organisations if "schakel" in name}
    assert tenants == {
        "huurdersvereniging-de-schakel-langedijk",
        "huurdersvereniging-de-schakel-merendaal",
    }
    assert organisations["gemeente-druten"]["municipality_code"] == "GM0225"
    assert organisations["gemeente-merendaal"]["status"] == "unresolved"


def test_every_party_leads_to_its_organisation(out: Path) -> None:
    """No link is left empty, and none leads nowhere."""
    known = {row["organisation_id"] for row in read_rows(out, "organisations")}
    assert {row["organisation_id"] for row in read_rows(out, "parties")} == known


def test_documents_lead_to_municipalities(out: Path) -> None:
    """One of the list has its code, today's as well; one that no list knows has no row."""
    documents = {r["document_id"]: r["municipality_code"] for r in read_rows(out, "documents")}
    linked = by_key(read_rows(out, "document_municipalities"), "municipality_code")
    assert set(linked) == {"GM0225", "GM0416"} == {code for code in documents.values() if code}
    assert linked["GM0416"]["current_name"] == "Dijk en Waard"
    rows = by_key(read_rows(out, "municipalities"), "municipality_code")
    assert set(linked) <= set(rows)


def test_other_order_and_jobs_give_the_same_bytes(folder: Path, out: Path, tmp_path: Path) -> None:
    """Documents added one by one, last first and by two workers, give the tables of one run."""
    for path in sorted(folder.iterdir(), reverse=True):
        convert([path], tmp_path / "out", Settings(jobs=2, model=NO_MODEL))
    assert published(tmp_path / "out") == published(out)


def test_document_taken_out_takes_its_links(folder: Path, tmp_path: Path) -> None:
    """What two documents linked is unresolved again when one of them is gone."""
    inputs = tmp_path / "in"
    inputs.mkdir()
    for path in folder.iterdir():
        (inputs / path.name).write_bytes(path.read_bytes())
    run(inputs, tmp_path / "out")
    (inputs / "Merendaal.md").unlink()
    run(inputs, tmp_path / "out", prune=True)
    organisations = by_key(read_rows(tmp_path / "out", "organisations"), "organisation_id")
    assert organisations["vuurbaak"]["status"] == "unresolved"
    assert "gemeente-merendaal" not in organisations


ANOTHER_VERSION = b"""{"schema_version": "0.1", "parties": [], "agreements": [], "document": {
    "document_id": "a", "municipality": null, "municipality_code": null, "kind": "overig",
    "period_start": null, "period_end": null, "signed_on": null}}"""


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", ANOTHER_VERSION, b"[1"],
    ids=["nothing", "no-record", "another-version", "broken"],
)
def test_record_of_another_version_is_not_compared(content: bytes) -> None:
    assert read_across(content) is None
