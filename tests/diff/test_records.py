from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.diff.builders import make_record
from tests.diff.pairs import OLD

from prestatie_extract.diff import load_records
from prestatie_extract.errors import BadRecord, NoInput, PrestatieError
from prestatie_extract.schema import SCHEMA_VERSION
from prestatie_extract.write import record_to_json

RECORD = make_record(OLD)
ADDED = {
    "1.1": ("form", "confidence"),
    "1.3": ("commitment_type", "commitment_source", "commitment_score", "concreteness",
            "concreteness_source", "concreteness_score"),
    "1.4": ("corrected",),
}  # fmt: skip
"""Keys of an agreement by the version of the schema that brought them."""


def to_earlier(version: str) -> dict[str, Any]:
    """The record as a run that wrote this version would have written it."""
    content: dict[str, Any] = json.loads(record_to_json(RECORD))
    content["schema_version"] = version
    for since, keys in ADDED.items():
        for agreement in content["agreements"] if since > version else ():
            for key in keys:
                del agreement[key]
    page = {"page_number": 1, "width": 595.0, "height": 842.0}
    added = page if version >= "1.5" else {"page_number": 1}
    content["coverage"]["pages"] = [
        {k: v for k, v in content["coverage"].items() if k != "pages"} | added
    ]
    for agreement in content["agreements"] if version < "1.3" else ():
        for target in agreement["targets"]:
            del target["role_source"]
    return content


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2", "1.3", "1.4"])
def test_records_of_an_earlier_schema_are_read(version: str, tmp_path: Path) -> None:
    """What later versions added is filled in so that it makes no difference."""
    path = tmp_path / "old.json"
    path.write_text(json.dumps(to_earlier(version)), encoding="utf-8")
    (record,) = load_records(path)
    assert [a.text for a in record.agreements] == [a.text for a in RECORD.agreements]


def test_folders_are_read_as_a_run_writes_them_or_bare(tmp_path: Path) -> None:
    """An output folder, its json folder and any folder of records hold the same records."""
    inner = tmp_path / "json"
    inner.mkdir()
    (inner / "a.json").write_text(record_to_json(RECORD), encoding="utf-8")
    (tmp_path / "datapackage.json").write_text('{"resources": []}', encoding="utf-8")
    assert load_records(tmp_path) == load_records(inner) == (RECORD,)


def test_copied_file_is_one_record(tmp_path: Path) -> None:
    """A document would have no counterpart of its own otherwise."""
    for name in ("a.json", "a copy.json"):
        (tmp_path / name).write_text(record_to_json(RECORD), encoding="utf-8")
    assert load_records(tmp_path) == (RECORD,)


def test_other_json_beside_records_is_passed_over(tmp_path: Path) -> None:
    """A folder of records may hold other JSON."""
    (tmp_path / "a.json").write_text(record_to_json(RECORD), encoding="utf-8")
    (tmp_path / "package.json").write_text('{"name": "site"}', encoding="utf-8")
    assert load_records(tmp_path) == (RECORD,)


GOOD = record_to_json(RECORD).encode()
BROKEN: list[tuple[str, bytes, type[PrestatieError], str]] = [
    ("empty", b"", BadRecord, "not JSON"),
    ("binary", b"%PDF-1.7\xff\x00", BadRecord, "not JSON"),
    ("truncated", GOOD[: len(GOOD) // 2], BadRecord, "damaged"),
    ("nested", b"[" * 100_000, BadRecord, "not JSON"),
    ("other-json", b'{"name": 1}', BadRecord, "not a record"),
    ("a-list", b"[1]", BadRecord, "not a record"),
    ("wrong-types", b'{"document": 1, "agreements": 2}', BadRecord, "schema None"),
    ("early-and-wrong", b'{"document": 1, "agreements": [3], "schema_version": "1.0"}', BadRecord,
     "schema '1.0'"),
    ("later", GOOD.replace(f'"{SCHEMA_VERSION}"'.encode(), b'"1.999"', 1), BadRecord, "'1.999'"),
    ("wrong-value", GOOD.replace(b'"kader"', b'"plan"', 1), BadRecord, "document.kind"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "error", "message"), [b[1:] for b in BROKEN], ids=[b[0] for b in BROKEN]
)
def test_what_is_no_record_is_told(
    content: bytes, error: type[PrestatieError], message: str, tmp_path: Path
) -> None:
    """A file that cannot be compared gives one line that says what to do."""
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(error, match=message) as caught:
        load_records(path)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)


def test_nothing_to_compare_is_told(tmp_path: Path) -> None:
    """A path that is not there, a name that no file can have, and a folder without records."""
    for path in (tmp_path / "none.json", tmp_path / ("x" * 300), tmp_path):
        with pytest.raises(NoInput):
            load_records(path)
