"""Records that the tool wrote, in the form in which they are compared.

Read without the published model, so that the output of an earlier version, or of another program
that follows the contract, can be evaluated as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prestatie_extract.errors import NoInput
from prestatie_extract.evaluate.content import Agreement, Content, Party, Section, Target
from prestatie_extract.evaluate.entries import UNREADABLE, Entry, WrongEntry, read_json

MARKS = ("document", "agreements")
"""The keys that tell a record from other JSON files."""


@dataclass(frozen=True, slots=True)
class Produced:
    """A record, and where it came from."""

    file: str
    """Path within the output folder."""
    source_path: str
    content: Content


@dataclass(frozen=True, slots=True)
class Loaded:
    """The records of a folder by path, and what is wrong with the JSON files that are left out."""

    records: tuple[Produced, ...]
    complaints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """What the ids of one record stand for."""

    parties: Mapping[str, str]
    sections: Mapping[str, Section] = field(default_factory=dict)
    parents: Mapping[str, str] = field(default_factory=dict)

    def path(self, section_id: str) -> tuple[Section, ...]:
        """A section and those above it; ends where the parents run in a circle."""
        ids: dict[str, None] = {}
        while section_id in self.sections and section_id not in ids:
            ids[section_id] = None
            section_id = self.parents[section_id]
        return tuple(self.sections[found] for found in ids)


def load_records(folder: Path) -> Loaded:
    """The records below a folder, at any depth.

    Raises:
        NoInput: there is no such folder, or no record in it.
    """
    records, complaints = [], []
    for path in sorted(folder.rglob("*.json")):
        name = path.relative_to(folder).as_posix()
        try:
            values = read_json(path)
            if isinstance(values, dict) and all(mark in values for mark in MARKS):
                records.append(to_produced(Entry(values), name))
        except WrongEntry as error:
            complaints.append(f"{name}: not counted, it is no whole record: {error}")
        except UNREADABLE:
            complaints.append(f"{name}: not counted, it is no JSON that can be read")
    if not records:
        said = f" ({complaints[0]})" if complaints else ""
        raise NoInput(f"{folder}: no records there{said}: name the folder that 'run --out' wrote")
    return Loaded(tuple(records), tuple(complaints))


def to_produced(entry: Entry, file: str) -> Produced:
    """A record in the form in which it is compared.

    Raises:
        WrongEntry: a key is missing or wrong.
    """
    document = entry.entry("document", is_needed=True)
    sections = entry.entries("sections")
    headings = [(one.label("section_id"), _to_section(one)) for one in sections]
    parties = entry.entries("parties")
    names = _Names(
        {party.text("party_id"): party.text("name") for party in parties},
        dict(headings),
        {one.label("section_id"): one.text_or_empty("parent_id") for one in sections},
    )
    content = Content(
        municipality=document.text_or_empty("municipality"),
        period=(document.whole("period_start"), document.whole("period_end")),
        signed_on=document.text_or_empty("signed_on"),
        parties=tuple(
            Party(party.text("name"), party.texts("aliases"))
            for party in parties
            if party.truth("signatory", otherwise=True)
        ),
        sections=tuple(section for _, section in headings),
        agreements=tuple(
            _to_agreement(one, names) for one in entry.entries("agreements", is_needed=True)
        ),
    )
    return Produced(file, document.text_or_empty("source_path"), content)


def _to_section(entry: Entry) -> Section:
    return Section(entry.label("number"), entry.text("title"), entry.whole("level"))


def _to_agreement(entry: Entry, names: _Names) -> Agreement:
    trekker, involved = entry.entry("trekker"), entry.entry("involved")
    ids = entry.texts("party_ids")
    return Agreement(
        **{key: entry.text_or_empty(key) for key in ("kind", "theme", "title", "text", "horizon")},
        number=entry.label("number"),
        trekker_raw=trekker.text_or_empty("raw"),
        trekkers=trekker.texts("names"),
        involved_raw=involved.text_or_empty("raw"),
        involved=involved.texts("names"),
        planning_raw=entry.entry("planning").text_or_empty("raw"),
        context=entry.text_by_key("context"),
        refs=tuple(ref.label("number") for ref in entry.entries("refs")),
        parties=tuple(names.parties.get(party_id, party_id) for party_id in ids),
        targets=tuple(_to_target(one, names) for one in entry.entries("targets")),
        sections=names.path(entry.text_or_empty("section_id")),
    )


def _to_target(entry: Entry, names: _Names) -> Target:
    texts: dict[str, Any] = {
        key: entry.text_or_empty(key) for key in ("raw", "unit", "qualifier", "period")
    }
    return Target(
        **texts,
        value=entry.number("value"),
        value_max=entry.number("value_max"),
        party=names.parties.get(entry.text_or_empty("party_id"), ""),
        role=entry.text_or_empty("role") or "target",
    )
