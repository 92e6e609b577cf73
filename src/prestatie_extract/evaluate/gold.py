"""Annotations that people made, read from JSON; the form is told in docs/evaluate.md."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from prestatie_extract.errors import BadGold, NoInput
from prestatie_extract.evaluate.content import Agreement, Content, Party, Section, Target
from prestatie_extract.evaluate.entries import UNREADABLE, Entry, WrongEntry, read_json
from prestatie_extract.schema.codes import AgreementKind, Qualifier, TargetRole, ThemeCode

CODES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(AgreementKind),
    "theme": get_args(ThemeCode),
    "qualifier": get_args(Qualifier),
    "role": get_args(TargetRole),
}
"""What may stand under these keys; anything else could never be right."""


@dataclass(frozen=True, slots=True)
class Gold:
    """The annotation of one document."""

    doc: str
    """Its name, a part of the name of the document's file."""
    sha256: str
    """Of the annotation's bytes."""
    content: Content


def load_gold(folder: Path) -> list[Gold]:
    """The annotations of a folder, by name of the document.

    Raises:
        NoInput: there is no such folder, or no .json file in it.
        BadGold: a file is no annotation, or two are of the same document.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise NoInput(f"{folder}: no annotations (.json) there: check the folder after --gold")
    found: dict[str, Gold] = {}
    for path in paths:
        gold = _load_file(path)
        if gold.doc in found:
            raise BadGold(f"{path.name}: there is another annotation of {gold.doc!r}: keep one")
        found[gold.doc] = gold
    return [found[doc] for doc in sorted(found)]


def _load_file(path: Path) -> Gold:
    try:
        entry = Entry.of(read_json(path))
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        return Gold(entry.text("doc"), sha256, to_content(entry))
    except WrongEntry as error:
        raise BadGold(f"{path.name}: {error}; docs/evaluate.md shows the form") from error
    except UNREADABLE as error:
        raise BadGold(f"{path.name}: this is no JSON in UTF-8 that can be read: mend it") from error


def to_content(entry: Entry) -> Content:
    """The annotation in the form in which it is compared.

    Raises:
        WrongEntry: a key is missing or wrong.
    """
    period = entry.entry("period", is_needed=True)
    if not (period.has("start") and period.has("end")):
        raise WrongEntry('period: {"start": year, "end": year} is expected')
    return Content(
        municipality=entry.text("municipality"),
        period=(period.whole("start"), period.whole("end")),
        signed_on=entry.text_or_empty("signed_on"),
        parties=tuple(
            Party(party.text("name"), party.texts("aliases"))
            for party in entry.entries("parties", is_needed=True)
        ),
        sections=tuple(
            Section(section.label("number"), section.text("title"), section.whole("level"))
            for section in entry.entries("sections", is_needed=True)
        ),
        agreements=tuple(map(_to_agreement, entry.entries("agreements", is_needed=True))),
    )


def _to_agreement(entry: Entry) -> Agreement:
    section = entry.label("section")
    return Agreement(
        number=entry.label("number"),
        kind=_code(entry, "kind"),
        theme=_code(entry, "theme"),
        title=entry.text_or_empty("title"),
        text=entry.text_or_empty("text"),
        horizon=entry.text_or_empty("horizon"),
        trekker_raw=entry.text_or_empty("trekker_raw"),
        trekkers=entry.texts("trekkers", is_needed=True),
        involved_raw=entry.text_or_empty("betrokkenen_raw"),
        involved=entry.texts("betrokkenen"),
        planning_raw=entry.text_or_empty("planning_raw"),
        context=entry.text_by_key("context"),
        refs=entry.texts("refs", is_needed=True),
        parties=entry.texts("parties", is_needed=True),
        targets=tuple(map(_to_target, entry.entries("targets", is_needed=True))),
        sections=(Section(section, section, None),),
    )


def _to_target(entry: Entry) -> Target:
    return Target(
        raw=entry.text("raw"),
        value=entry.number("value"),
        value_max=entry.number("value_max"),
        unit=entry.text_or_empty("unit"),
        qualifier=_code(entry, "qualifier"),
        party=entry.text_or_empty("party"),
        period=entry.text_or_empty("period"),
        role=_code(entry, "role"),
    )


def _code(entry: Entry, key: str) -> str:
    code = entry.text(key)
    if code not in CODES[key]:
        raise WrongEntry(f"{entry.place}.{key}: {code!r} is none of {', '.join(CODES[key])}")
    return code
