"""Deliberate damage to a whole output: each is caught, with its own code and no other."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from prestatie_extract.findings import load_kinds
from prestatie_extract.verify import inspect

Content = dict[str, Any]
Tables = Callable[[pa.Table], pa.Table]


def contract_codes(*paths: Path) -> set[str]:
    """The codes of what breaks the contract there."""
    kinds = load_kinds()
    found = {notice.code for notice in inspect(paths).notices}
    return {code for code in found if code in kinds and kinds[code].group == "contract"}


def test_whole_output_is_whole(whole: Path) -> None:
    """What the damages below are done to breaks the contract nowhere."""
    assert contract_codes(whole) == set()


# ---------------------------------------------------------------------------------------- records


def target_in(content: Content, where: str) -> Content:
    """The first target there whose number is above 1."""
    found: Content = next(
        t for a in content["agreements"] for t in a["targets"]
        if t["where"] == where and t["value"] > 1
    )  # fmt: skip
    return found


def pair_of_targets(content: Content) -> list[Content]:
    """The targets of an agreement that has several."""
    found: list[Content] = next(
        a["targets"] for a in content["agreements"] if len(a["targets"]) > 1
    )
    return found


def unnamed(content: Content, *, above: int = 3) -> int:
    """Place of an agreement within the numbering that no reference names."""
    named = {ref["agreement_id"] for a in content["agreements"] for ref in a["refs"]}
    return next(
        place for place, a in enumerate(content["agreements"])
        if place > above and a["agreement_id"] not in named
    )  # fmt: skip


def shift_span(content: Content) -> None:
    target = target_in(content, "text")
    target |= {"start": target["start"] + 1, "end": target["end"] + 1}


def change_raw(content: Content) -> None:
    target_in(content, "text")["raw"] += " extra"


def count_in_a_table(content: Content) -> None:
    target_in(content, "table").update(start=0, end=3)


def lose_key(content: Content) -> None:
    del content["agreements"][2]["theme"]


def lose_section_of_record(content: Content) -> None:
    del content["coverage"]


def add_key(content: Content) -> None:
    content["agreements"][2]["prioriteit"] = "hoog"


def unknown_unit(content: Content) -> None:
    target_in(content, "text")["unit"] = "huizen"


def unknown_theme(content: Content) -> None:
    content["agreements"][2]["theme"] = "wonen"


def value_as_text(content: Content) -> None:
    target_in(content, "text")["value"] = "80"


def backward_range(content: Content) -> None:
    target_in(content, "text")["value_max"] = 0.5


def backward_dates(content: Content) -> None:
    content["agreements"][2]["planning"].update(start="2027-01-01", end="2026-01-01")


def agreement_twice(content: Content) -> None:
    place = unnamed(content)
    before = content["agreements"][place - 1]
    content["agreements"][place]["agreement_id"] = before["agreement_id"]


def target_twice(content: Content) -> None:
    first, second, *_ = pair_of_targets(content)
    second["target_id"] = first["target_id"]


def foreign_target_id(content: Content) -> None:
    target_in(content, "text")["target_id"] = "elders/1/1/t1"


def box_outside_page(content: Content) -> None:
    page = content["coverage"]["pages"][0]
    content["agreements"][2]["provenance"][0]["x1"] = page["width"] + 10


def box_on_no_page(content: Content) -> None:
    content["agreements"][2]["provenance"][-1]["page_number"] = 99


def box_inside_out(content: Content) -> None:
    box = content["agreements"][2]["provenance"][0]
    box |= {"x0": box["x1"], "x1": box["x0"]}


def section_on_no_page(content: Content) -> None:
    content["sections"][-1]["page_number"] = 99


def unknown_section(content: Content) -> None:
    content["agreements"][2]["section_id"] += "-9"


def unknown_party(content: Content) -> None:
    content["agreements"][2]["trekker"]["party_ids"] = ["niemand"]


def unknown_reference(content: Content) -> None:
    refs = next(a["refs"] for a in content["agreements"] if a["refs"])
    refs[0]["agreement_id"] = "elders/1/1"


def finding_on_nothing(content: Content) -> None:
    finding = {"code": "low_confidence", "severity": "info", "message": "?", "page_number": 1}
    content["findings"].append(finding | {"agreement_id": "elders/1/1"})


def circle_of_sections(content: Content) -> None:
    content["sections"][0]["parent_id"] = content["sections"][1]["section_id"]


def inexact_coverage(content: Content) -> None:
    content["coverage"]["unassigned"] += 1


def inexact_page(content: Content) -> None:
    content["coverage"]["pages"][1]["sections"] += 1


def page_not_counted(content: Content) -> None:
    content["coverage"]["pages"].pop()


def swapped_ordinals(content: Content) -> None:
    first, second, *_ = content["agreements"]
    first["ordinal"], second["ordinal"] = second["ordinal"], first["ordinal"]


def agreement_taken_out(content: Content) -> None:
    del content["agreements"][unnamed(content)]
    for ordinal, agreement in enumerate(content["agreements"], start=1):
        agreement["ordinal"] = ordinal


def number_repeated(content: Content) -> None:
    place = unnamed(content)
    content["agreements"][place]["number"] = content["agreements"][place - 1]["number"]


def wrong_document_id(content: Content) -> None:
    content["document"]["document_id"] = "0" * 12


def other_version(content: Content) -> None:
    content["schema_version"] = "1.4"


DAMAGES = [
    (shift_span, "span_mismatch"),
    (change_raw, "span_mismatch"),
    (count_in_a_table, "span_mismatch"),
    (lose_key, "schema_violation"),
    (lose_section_of_record, "schema_violation"),
    (add_key, "schema_violation"),
    (unknown_unit, "schema_violation"),
    (unknown_theme, "schema_violation"),
    (value_as_text, "schema_violation"),
    (backward_range, "schema_violation"),
    (backward_dates, "schema_violation"),
    (foreign_target_id, "schema_violation"),
    (box_inside_out, "schema_violation"),
    (section_on_no_page, "schema_violation"),
    (circle_of_sections, "schema_violation"),
    (wrong_document_id, "schema_violation"),
    (agreement_twice, "duplicate_id"),
    (target_twice, "duplicate_id"),
    (box_outside_page, "box_outside_page"),
    (box_on_no_page, "box_outside_page"),
    (unknown_section, "key_without_target"),
    (unknown_party, "key_without_target"),
    (unknown_reference, "key_without_target"),
    (finding_on_nothing, "key_without_target"),
    (inexact_coverage, "coverage_not_exact"),
    (inexact_page, "coverage_not_exact"),
    (page_not_counted, "coverage_not_exact"),
    (swapped_ordinals, "ordinal_broken"),
    (agreement_taken_out, "numbering_not_reported"),
    (number_repeated, "numbering_not_reported"),
    (other_version, "record_old_version"),
]


@pytest.mark.parametrize(
    ("damage", "code"), DAMAGES, ids=lambda value: getattr(value, "__name__", "")
)
def test_damaged_record_is_caught(
    damage: Callable[[Content], None], code: str, content: Content, whole: Path, tmp_path: Path
) -> None:
    """With exactly the code that says what is wrong."""
    damaged = copy.deepcopy(content)
    damage(damaged)
    [name] = (path.name for path in (whole / "json").iterdir())
    (tmp_path / name).write_text(json.dumps(damaged), encoding="utf-8")
    assert contract_codes(tmp_path / name) == {code}


@pytest.mark.parametrize(
    "cut",
    [lambda b: b[:-200], lambda _: b"", lambda b: b"\0" * len(b), lambda b: b"\xff" + b],
    ids=["truncated", "empty", "zeros", "not UTF-8"],
)
def test_unreadable_record_is_caught(cut: Callable[[bytes], bytes], record_path: Path) -> None:
    """Bytes that are no JSON are told on one line, also where the folder is named."""
    record_path.write_bytes(cut(record_path.read_bytes()))
    assert contract_codes(record_path) == {"record_unreadable"}
    assert contract_codes(record_path.parents[1]) == {"record_unreadable"}


def test_renamed_record_is_caught(record_path: Path) -> None:
    """The message tells the name that the file should have."""
    renamed = record_path.rename(record_path.with_name("kopie.json"))
    assert contract_codes(renamed) == {"file_name_mismatch"}
    assert any(record_path.name in notice.message for notice in inspect([renamed]).notices)


# ----------------------------------------------------------------------------------------- tables


def change_table(path: Path, change: Tables) -> None:
    table = change(pq.read_table(path))
    pq.write_table(table, path)


def with_value(table: pa.Table, column: str, value: object, *, row: int = 0) -> pa.Table:
    """The table with another value in one cell."""
    place = table.column_names.index(column)
    values = table[column].to_pylist()
    values[row] = value
    return table.set_column(place, table.field(place), pa.array(values, table.field(place).type))


def as_text(table: pa.Table) -> pa.Table:
    place = table.column_names.index("page_number")
    return table.set_column(place, "page_number", table["page_number"].cast(pa.string()))


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("provenance", lambda t: t.drop_columns(["x0"]), "column_mismatch"),
        ("provenance", lambda t: t.append_column("x", t["x0"]), "column_mismatch"),
        ("provenance", as_text, "column_mismatch"),
        ("provenance", lambda t: t.slice(1), "table_differs_from_record"),
        ("provenance", lambda t: with_value(t, "x0", 0.5), "table_differs_from_record"),
        ("agreements", lambda t: with_value(t, "text", "Anders"), "table_differs_from_record"),
        ("targets", lambda t: with_value(t, "value", 999.0), "table_differs_from_record"),
        ("target_ledger", lambda t: with_value(t, "value", 9.0), "table_differs_from_record"),
        ("provenance", lambda t: pa.concat_tables([t.slice(0, 1), t]), "table_key_not_unique"),
        ("provenance", lambda t: t.take(list(reversed(range(len(t))))), "ordinal_broken"),
        ("parties", lambda t: with_value(t, "organisation_id", "?"), "table_key_without_target"),
        ("organisations", lambda t: with_value(t, "status", "?"), "schema_violation"),
    ],
    ids=[
        "column lost", "column added", "column of another type", "row lost", "box changed",
        "text changed", "number changed", "number of the ledger changed", "row twice",
        "rows in another order", "organisation that is not there", "unknown code",
    ],
)  # fmt: skip
def test_damaged_table_is_caught(name: str, change: Tables, code: str, out: Path) -> None:
    """With exactly the code that says what is wrong."""
    change_table(out / "parquet" / f"{name}.parquet", change)
    assert contract_codes(out) == {code}


@pytest.mark.parametrize("kind", ["parquet", "csv"])
def test_lost_table_is_caught(kind: str, out: Path) -> None:
    """A table that is not there is told by name."""
    (out / kind / f"reciprocity.{kind}").unlink()
    assert contract_codes(out) == {"table_missing"}


@pytest.mark.parametrize("content", [b"", b"PAR1 and nothing else"], ids=["empty", "cut off"])
def test_broken_parquet_is_caught(content: bytes, out: Path) -> None:
    """A file that is no Parquet."""
    (out / "parquet" / "reciprocity.parquet").write_bytes(content)
    assert contract_codes(out) == {"table_unreadable"}


@pytest.mark.parametrize(
    ("line", "old", "new", "code"),
    [
        (0, b"x0", b"left", "column_mismatch"),
        (0, b"x0,top", b"top,x0", "column_mismatch"),
        (1, b",", b",een", "column_mismatch"),
        (1, b",", b",,", "table_unreadable"),
        (1, b",", b"\xff,", "table_unreadable"),
    ],
    ids=["column renamed", "columns swapped", "word for a number", "cell too many", "not UTF-8"],
)
def test_damaged_csv_is_caught(line: int, old: bytes, new: bytes, code: str, out: Path) -> None:
    """The same for tables as CSV, whose cells are text."""
    path = out / "csv" / "provenance.csv"
    lines = path.read_bytes().splitlines(keepends=True)
    lines[line] = lines[line].replace(old, new, 1)
    path.write_bytes(b"".join(lines))
    assert contract_codes(out) == {code}


def test_changed_csv_is_caught(out: Path) -> None:
    """A cell that a person changed differs from the record."""
    path = out / "csv" / "agreements.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",afspraak,", ",inzet,", 1), encoding="utf-8")
    assert contract_codes(out) == {"table_differs_from_record"}


def test_lost_record_is_caught(out: Path, record_path: Path) -> None:
    """Tables that list a document of which there is no record."""
    record_path.unlink()
    assert contract_codes(out) == {"table_differs_from_record"}


def test_record_that_no_table_lists_is_caught(out: Path, record_path: Path) -> None:
    """Once, and not for each table that it is not in."""
    name = record_path.name.replace("af6d368e", "ba9d368e")
    other = record_path.read_text(encoding="utf-8").replace("af6d368e", "ba9d368e")
    (record_path.parent / name).write_text(other, encoding="utf-8")
    found = [n for n in inspect([out]).notices if n.code == "table_differs_from_record"]
    assert [n.file for n in found] == ["csv/documents.csv", "parquet/documents.parquet"]


def lose_resource(package: Content) -> None:
    package["resources"].pop()


def lose_field(package: Content) -> None:
    package["resources"][0]["schema"]["fields"].pop()


@pytest.mark.parametrize(
    "damage",
    [lose_resource, lose_field, lambda p: p.update(version="1.0"), lambda p: p.clear()],
    ids=["table lost", "column lost", "other version", "empty"],
)
def test_damaged_package_is_caught(damage: Callable[[Content], None], out: Path) -> None:
    """A description that is not that of the tables."""
    path = out / "parquet" / "datapackage.json"
    package = json.loads(path.read_bytes())
    damage(package)
    path.write_text(json.dumps(package), encoding="utf-8")
    assert contract_codes(out) == {"package_mismatch"}
