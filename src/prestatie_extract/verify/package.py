"""The description of the tables: datapackage.json names them as they are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from prestatie_extract.schema.codes import SCHEMA_VERSION
from prestatie_extract.verify.places import TableFolder
from prestatie_extract.verify.violations import Violation
from prestatie_extract.write import PACKAGE, describe_resources


def check_package(folder: TableFolder) -> Iterator[Violation]:
    """Tables that are not described, or otherwise than they are declared."""
    try:
        content = json.loads((folder.path / PACKAGE).read_bytes())
    except FileNotFoundError:
        yield _mismatch("it is missing")
        return
    except (OSError, ValueError, RecursionError):
        yield _mismatch("it cannot be read")
        return
    described = content.get("resources") if isinstance(content, dict) else None
    if not isinstance(described, list):
        yield _mismatch("it has no resources")
        return
    if content.get("version") != SCHEMA_VERSION:
        yield _mismatch(f"it is of version {content.get('version')}, not {SCHEMA_VERSION}")
    yield from _compare({str(_name(resource)): resource for resource in described}, folder)


def _compare(described: dict[str, Any], folder: TableFolder) -> Iterator[Violation]:
    declared = {resource["name"]: resource for resource in describe_resources(folder.kind)}
    for name, resource in declared.items():
        if name not in described:
            yield _mismatch(f"it does not name table {name}")
        elif described[name] != resource:
            yield _mismatch(f"it does not describe table {name} as it is")
    for name in sorted(described.keys() - declared.keys()):
        yield _mismatch(f"it names {name!r}, which is no table")


def _name(resource: object) -> object:
    return resource.get("name") if isinstance(resource, dict) else None


def _mismatch(problem: str) -> Violation:
    return Violation("package_mismatch", {"problem": problem})
