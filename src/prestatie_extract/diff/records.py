"""Files and folders -> records, those of an earlier schema as well."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from prestatie_extract.errors import BadRecord, NoInput
from prestatie_extract.schema import SCHEMA_VERSION, Record
from prestatie_extract.write import json_to_record

JSON_FOLDER = "json"
"""Where a run puts its records."""
ADDED_TO_AGREEMENTS: dict[str, Any] = {
    "form": "list", "confidence": 1.0,
    "commitment_type": None, "commitment_source": None, "commitment_score": None,
    "concreteness": None, "concreteness_source": None, "concreteness_score": None,
}  # fmt: skip
"""Keys of an agreement that 1.0 had not, with values that make no difference."""
ADDED_TO_TARGETS: dict[str, Any] = {"role_source": "default"}
ADDED_TO_THEMES: dict[str, Any] = {"content_score": None}
ADDED_TO_PAGES: dict[str, Any] = {"width": None, "height": None}
AGAIN = "convert the document again with 'run'"


def load_records(path: Path) -> tuple[Record, ...]:
    """The record in a file; those of an output folder, or of a folder of records, by file name.

    Raises:
        NoInput: there is nothing, or nothing that is a record.
        BadRecord: a file cannot be read, or is no record.
    """
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except OSError:  # a name that is too long, a folder that may not be entered
        is_folder = is_there = False
    if is_folder:
        return _load_folder(path)
    if not is_there:
        raise NoInput(f"{path}: there is no such file or folder: check the path")
    record = _load_file(path)
    if record is None:
        raise BadRecord(f"{path}: this is not a record: name a file of json/ that 'run' wrote")
    return (record,)


def _load_folder(folder: Path) -> tuple[Record, ...]:
    inner = folder / JSON_FOLDER
    files = sorted((inner if inner.is_dir() else folder).glob("*.json"))
    records: list[Record] = []
    for record in (_load_file(path) for path in files if path.is_file()):
        if record is not None and record not in records:  # a copied file is one record
            records.append(record)
    if not records:
        raise NoInput(f"{folder}: no records here: name the folder that 'run --out' wrote")
    return tuple(records)


def _load_file(path: Path) -> Record | None:
    """The record; None for JSON of another kind, such as datapackage.json."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadRecord(f"{path}: cannot be read ({reason}): check that you may read it") from error
    try:
        return json_to_record(content)
    except ValueError as error:
        return _load_other(path, content, error)


def _load_other(path: Path, content: bytes, objection: ValueError) -> Record | None:
    """The record of an earlier schema.

    Raises:
        BadRecord: it is damaged, or of a later schema.
    """
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadRecord(f"{path}: this is not JSON, or damaged: {AGAIN}") from error
    if not isinstance(found, dict) or not {"document", "agreements"} <= found.keys():
        return None
    version = found.get("schema_version")
    if version == SCHEMA_VERSION or not _is_earlier(version):
        raise BadRecord(f"{path}: {_explain(version, objection)}") from objection
    try:
        return Record.model_validate_json(json.dumps(_fill(found)))
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise BadRecord(f"{path}: {_explain(version, objection)}") from error


def _is_earlier(version: object) -> bool:
    """Whether it is an earlier version with the same meaning of keys."""
    wanted = SCHEMA_VERSION.split(".")
    found = str(version).split(".")
    is_number = len(found) == 2 and all(part.isdecimal() for part in found)
    return is_number and found[0] == wanted[0] and int(found[1]) < int(wanted[1])


def _explain(version: object, objection: ValueError) -> str:
    if version == SCHEMA_VERSION:
        said = " ".join(str(objection).split("\n")[1:3]).split("[type=")[0]
        return f"the record is damaged ({' '.join(said.split())}): {AGAIN}, or see 'validate'"
    return f"the record is of schema {version!r}, this version reads {SCHEMA_VERSION}: {AGAIN}"


def _fill(found: dict[str, Any]) -> dict[str, Any]:
    """The record with what later versions added."""
    agreements = [ADDED_TO_AGREEMENTS | agreement for agreement in found["agreements"]]
    for agreement in agreements:
        agreement["targets"] = [ADDED_TO_TARGETS | t for t in agreement.get("targets", ())]
        agreement["themes"] = [ADDED_TO_THEMES | t for t in agreement.get("themes", ())]
    coverage = found["coverage"]
    pages = [ADDED_TO_PAGES | page for page in coverage["pages"]]
    filled = {"agreements": agreements, "coverage": coverage | {"pages": pages}}
    return found | filled | {"schema_version": SCHEMA_VERSION}
