from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.evaluate.builders import (
    Values,
    gold_agreement,
    gold_document,
    gold_target,
    to_record,
    write_gold,
    write_records,
)

from prestatie_extract.errors import BadGold, NoInput
from prestatie_extract.evaluate.gold import load_gold
from prestatie_extract.evaluate.records import load_records


def without(values: Values, key: str) -> Values:
    return {name: value for name, value in values.items() if name != key}


GOOD = gold_agreement(targets=[gold_target()])


@pytest.mark.parametrize(
    ("gold", "told"),
    [
        pytest.param(
            without(gold_document(), "municipality"), "'municipality' is missing", id="key"
        ),
        pytest.param(gold_document(period=[2025]), "period: an object", id="no object"),
        pytest.param(gold_document(period={"start": 1}), "period:", id="no end"),
        pytest.param(gold_document(agreements={}), "agreements: a list", id="no list"),
        pytest.param(
            gold_document(GOOD, without(GOOD, "trekkers")),
            "agreements[1]: the key 'trekkers' is missing",
            id="place",
        ),
        pytest.param(
            gold_document(gold_agreement(refs=[2])),
            "agreements[0].refs: a list of texts",
            id="texts",
        ),
        pytest.param(
            gold_document(gold_agreement(theme="wonen")),
            "agreements[0].theme: 'wonen' is none of beschikbaarheid",
            id="code",
        ),
        pytest.param(
            gold_document(gold_agreement(targets=[gold_target(value="80")])),
            "agreements[0].targets[0].value: a number or null",
            id="number",
        ),
        pytest.param(
            gold_document(gold_agreement(targets=[gold_target(value=10**400)])),
            "agreements[0].targets[0].value: a finite number",
            id="huge",
        ),
    ],
)
def test_wrong_annotation_names_file_and_key(gold: Values, told: str, tmp_path: Path) -> None:
    with pytest.raises(BadGold) as raised:
        load_gold(write_gold(tmp_path, gold))
    assert str(raised.value).startswith("merendaal-2025-2028.json: ")
    assert told in str(raised.value)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe\x00", b"[1]", b"[" * 100_000, b"null"],
    ids=["empty", "cut off", "binary", "a list", "deep", "null"],
)
def test_broken_annotation_is_told(content: bytes, tmp_path: Path) -> None:
    """A file that is no JSON object stops the evaluation with its name."""
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(BadGold, match=r"^a\.json: "):
        load_gold(tmp_path)


def test_two_annotations_of_one_document(tmp_path: Path) -> None:
    """Neither is taken silently."""
    write_gold(tmp_path, gold_document())
    (tmp_path / "zz.json").write_text(json.dumps(gold_document()), encoding="utf-8")
    with pytest.raises(BadGold, match="another annotation"):
        load_gold(tmp_path)


def test_byte_order_mark_and_numbers_without_quotes(tmp_path: Path) -> None:
    """What an editor on Windows and a hasty annotator make is read."""
    text = json.dumps(gold_document(gold_agreement() | {"number": 7, "section": 2}))
    (tmp_path / "a.json").write_text(text, encoding="utf-8-sig")
    (gold,) = load_gold(tmp_path)
    assert gold.content.agreements[0].number == "7"
    assert gold.content.agreements[0].sections[0].number == "2"


def test_no_annotations(tmp_path: Path) -> None:
    """An empty folder and one that is not there end alike."""
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NoInput, match="--gold"):
            load_gold(folder)


def test_only_records_are_read(tmp_path: Path) -> None:
    """Other JSON is passed by, broken JSON and half a record are told."""
    out = write_records(tmp_path, to_record(gold_document(GOOD)))
    (out / "datapackage.json").write_text('{"resources": []}', encoding="utf-8")
    (out / "json" / "cut.json").write_text('{"document"', encoding="utf-8")
    half = {"document": {}, "agreements": [{"targets": 3}]}
    (out / "json" / "half.json").write_text(json.dumps(half), encoding="utf-8")
    loaded = load_records(out)
    assert [record.file for record in loaded.records] == ["json/merendaal-2025-2028-01234567.json"]
    assert [line.split(":")[0] for line in loaded.complaints] == ["json/cut.json", "json/half.json"]
    assert "agreements[0].targets: a list" in loaded.complaints[1]


def test_folder_without_records(tmp_path: Path) -> None:
    """Nothing to evaluate is an error that says where records come from."""
    with pytest.raises(NoInput, match="run --out"):
        load_records(tmp_path)
