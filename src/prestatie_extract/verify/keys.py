"""Ids of a record: each once, of the right form, and what they lead to is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from prestatie_extract.schema.codes import DOCUMENT_ID_CHARS
from prestatie_extract.verify.violations import Node, Violation, tell

Named = tuple[str, str]
"""A pointer and the id that stands there."""

TARGET_PLACE = re.compile(r"/t[1-9]\d*")
"""What a target's id has behind that of its agreement."""


def check_keys(record: Node) -> Iterator[Violation]:
    """Ids that occur twice, lead nowhere or are not made of the document's id."""
    sections = list(_ids(record.children("sections"), "section_id"))
    agreements = list(_ids(record.children("agreements"), "agreement_id"))
    parties = list(_ids(record.children("parties"), "party_id"))
    twice = [*_find_twice("agreement_id", agreements)]
    yield from _find_twice("party_id", parties)
    yield from _find_twice("section_id", sections)
    yield from twice
    yield from _find_twice("target_id", _target_ids(record))
    yield from _find_lost(_parent_ids(record), sections)
    yield from _find_lost(_ids(record.children("agreements"), "section_id"), sections)
    yield from _find_lost(_party_ids(record), parties)
    yield from _find_lost(_agreement_ids(record), agreements)
    yield from _check_tree(record)
    yield from _check_forms(record, {str(v.values["value"]) for v in twice})


def _ids(nodes: Iterable[Node], key: str) -> Iterator[Named]:
    for node in nodes:
        value = node.text(key)
        if value is not None:
            yield node.at(key), value


def _target_ids(record: Node) -> Iterator[Named]:
    for agreement in record.children("agreements"):
        yield from _ids(agreement.children("targets"), "target_id")


def _parent_ids(record: Node) -> Iterator[Named]:
    yield from _ids(record.children("sections"), "parent_id")


def _party_ids(record: Node) -> Iterator[Named]:
    for agreement in record.children("agreements"):
        for node in (agreement, agreement.child("trekker"), agreement.child("involved")):
            yield from node.texts("party_ids")
        yield from _ids(agreement.children("targets"), "party_id")


def _agreement_ids(record: Node) -> Iterator[Named]:
    for agreement in record.children("agreements"):
        yield from _ids(agreement.children("refs"), "agreement_id")
    yield from _ids(record.children("findings"), "agreement_id")


def _find_twice(key: str, named: Iterable[Named]) -> Iterator[Violation]:
    places: dict[str, list[str]] = {}
    for pointer, value in named:
        places.setdefault(value, []).append(pointer)
    for value, pointers in places.items():
        if len(pointers) > 1:
            values = {"key": key, "value": value, "count": len(pointers)}
            yield Violation("duplicate_id", values, pointers[1])


def _find_lost(named: Iterable[Named], known: Iterable[Named]) -> Iterator[Violation]:
    there = {value for _, value in known}
    for pointer, value in named:
        if value not in there:
            yield tell("key_without_target", pointer, value=value)


def _check_tree(record: Node) -> Iterator[Violation]:
    """Sections whose parent comes after them: read as a tree they would go round in circles."""
    all_ids = {value for _, value in _ids(record.children("sections"), "section_id")}
    before: set[str] = set()
    for section in record.children("sections"):
        parent = section.text("parent_id")
        if parent in all_ids and parent not in before:
            problem = f"{parent!r} does not stand before it"
            yield tell("schema_violation", section.at("parent_id"), problem=problem)
        before.add(section.text("section_id") or "")


def _check_forms(record: Node, twice: set[str]) -> Iterator[Violation]:
    """Ids that are not made of the document's; that of an agreement found twice says nothing."""
    document = record.child("document")
    document_id, sha256 = document.text("document_id"), document.text("source_sha256")
    if document_id is None or sha256 is None:
        return
    if document_id != sha256[:DOCUMENT_ID_CHARS]:
        problem = "it is not the start of source_sha256"
        yield tell("schema_violation", document.at("document_id"), problem=problem)
    starts = (f"{document_id}/", f"{sha256[:DOCUMENT_ID_CHARS]}/")
    agreements = _ids(record.children("agreements"), "agreement_id")
    for pointer, value in (*_ids(record.children("sections"), "section_id"), *agreements):
        if not value.startswith(starts):
            problem = f"{value!r} does not begin with the document_id"
            yield tell("schema_violation", pointer, problem=problem)
    for agreement in record.children("agreements"):
        if agreement.text("agreement_id") not in twice:
            yield from _check_target_ids(agreement)


def _check_target_ids(agreement: Node) -> Iterator[Violation]:
    agreement_id = agreement.text("agreement_id")
    for pointer, value in _ids(agreement.children("targets"), "target_id"):
        rest = value.removeprefix(agreement_id or "")
        if agreement_id is not None and not TARGET_PLACE.fullmatch(rest):
            problem = f"{value!r} is not {agreement_id}/t and a number"
            yield tell("schema_violation", pointer, problem=problem)
