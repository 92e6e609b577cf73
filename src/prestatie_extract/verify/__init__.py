"""Verify: written records and tables against the contract, and the quality gates.

places       what there is to check at the paths that were named
records      one record: `model` (schema), `keys`, `spans`, `boxes`, `accounts`, then `gates`
folders      the tables of an output: `table_files`, `tables`, `package`, and `comparison` with
             the records
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from prestatie_extract.errors import NoInput
from prestatie_extract.findings import SEVERITIES, Inspection, Notice, Subject, load_kinds
from prestatie_extract.verify.gates import Gates

__all__ = ["Gates", "inspect"]

CONTRACT = "contract"
"""The group of findings on files."""


def inspect(paths: Iterable[str | Path], gates: Gates | None = None) -> Inspection:
    """What is found in records and tables: by extraction, against the contract and the gates.

    Args:
        paths: records, output folders of `run`, folders that hold some of them.
        gates: what a group asks of its documents; nothing where None.

    Raises:
        NoInput: a path is not there, or there is nothing to check at any of them.
    """
    from prestatie_extract.verify.folders import check_folder
    from prestatie_extract.verify.places import find_material
    from prestatie_extract.verify.records import check_record

    limits = gates or Gates()
    material = find_material(map(Path, paths))
    if not material.records and not material.tables:
        raise NoInput(
            "nothing to check: name records (.json), or a folder that 'prestatie-extract run' wrote"
        )
    beside_tables = {folder.records for folder in material.tables}
    records = [
        check_record(file, limits, is_compared=file.path.parent in beside_tables)
        for file in material.records
    ]
    folders = [check_folder(folder, records, limits) for folder in material.tables]
    subjects = {Subject(record.name, record.document_id): None for record in records}
    for folder in folders:
        subjects |= dict.fromkeys(folder.subjects)
    names = _tell_apart(subjects)
    checked = (*(r.notices for r in records), *(f.notices for f in folders))
    notices = _take_once(chain.from_iterable(checked))
    named = [_rename(notice, names[_subject_of(notice)]) for notice in notices]
    return Inspection(
        tuple(sorted((replace(s, name=n) for s, n in names.items()), key=lambda s: s.name)),
        tuple(sorted(named, key=lambda n: (n.subject, -SEVERITIES.index(n.severity)))),
        material.left_out,
    )


def _subject_of(notice: Notice) -> Subject:
    return Subject(notice.subject, notice.document_id)


def _rename(notice: Notice, name: str) -> Notice:
    """The notice on a subject of this name; where it is looked up stays the same."""
    return notice if name == notice.subject else replace(notice, subject=name, path=notice.subject)


def _tell_apart(subjects: Iterable[Subject]) -> dict[Subject, str]:
    """A name of its own for each: two documents may have the same path in two outputs."""
    counts = Counter(subject.name for subject in subjects)
    return {
        s: f"{s.name} ({s.document_id})" if counts[s.name] > 1 and s.document_id else s.name
        for s in subjects
    }


def _take_once(notices: Iterable[Notice]) -> Iterator[Notice]:
    """Each notice, but what is said of a document once, though it is read in several files.

    A failed document stands in the tables as Parquet and as CSV. What is wrong with a file is
    told for each file.
    """
    kinds, first = load_kinds(), dict[Notice, str | None]()
    for notice in notices:
        is_of_file = notice.code in kinds and kinds[notice.code].group == CONTRACT
        told = notice if is_of_file else replace(notice, file=None)
        if first.setdefault(told, notice.file) == notice.file:
            yield notice
