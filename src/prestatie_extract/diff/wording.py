"""What all renderings for people say alike: names, counts, and how much of a text is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from prestatie_extract.diff.outcome import (
    CLASSES,
    AgreementPair,
    AgreementSide,
    DocumentPair,
    FieldChange,
    TargetChange,
    class_of,
    count,
)
from prestatie_extract.diff.words import Piece

ARROW = " → "
WITHIN = " › "
NO_SECTION = "outside sections"
ELLIPSIS = "…"
SECTION_CHARS = 50  # of a title; some are sentences
AROUND_WORDS = 6  # of an unchanged run, shown on each side of a change
PASSED_OVER = frozenset({"years", "references"})
"""Changes that follow from the period or from other numbers: named, not shown."""
SHOWN = frozenset(CLASSES) - {"same"}
ONLY = {"years": ", in years only", "references": ", in references only", "tags": ", text the same"}
PAIRED_BY = {
    "given": "compared as given",
    "same_file": "the same file",
    "path": "paired by path",
    "period": "paired by municipality, kind and period",
    "kind": "paired by municipality and kind",
    "municipality": "paired by municipality",
}


@dataclass(frozen=True, slots=True)
class Groups:
    """The agreements of two documents by how much a reader has to see of them."""

    told: tuple[AgreementPair, ...]
    """In full: changed, new, dropped, in another section."""
    renumbered: tuple[AgreementPair, ...]
    """The same text in the same section with another number."""
    years: tuple[AgreementPair, ...]
    references: tuple[AgreementPair, ...]
    same: tuple[AgreementPair, ...]


def group(document: DocumentPair, classes: Collection[str]) -> Groups:
    """The agreements of these classes, in reading order."""
    told, renumbered, years, references, same = [], [], [], [], []
    for pair in document.pairs:
        if pair.class_ not in classes:
            continue
        if pair.class_ == "same":
            same.append(pair)
        elif pair.class_ == "moved" and pair.moved and not pair.moved.section:
            renumbered.append(pair)
        elif pair.only == "years" and not _is_in_other_section(pair):
            years.append(pair)
        elif pair.only == "references" and not _is_in_other_section(pair):
            references.append(pair)
        else:
            told.append(pair)
    return Groups(*map(tuple, (told, renumbered, years, references, same)))


def choose(documents: Iterable[DocumentPair], classes: Collection[str]) -> list[DocumentPair]:
    """The documents that have something to show of these classes."""
    return [d for d in documents if _has_news(d, classes)]


def name_documents(document: DocumentPair) -> str:
    """Both documents, or the one there is with what became of it."""
    if document.old and document.new:
        old, new = document.old.name, document.new.name
        return new if old == new else f"{old}{ARROW}{new}"
    side = document.old or document.new
    return f"{side.name if side else ''}: {class_of(document)} document"


def say_paired(document: DocumentPair) -> str:
    """How the documents were found to belong together, and their files."""
    old, new = document.old, document.new
    if not old or not new:
        side = old or new
        return f"{side.source_path}: no counterpart was found" if side else ""
    paths = dict.fromkeys((old.source_path, new.source_path))
    how = PAIRED_BY.get(document.paired_by or "", "")
    return f"{how}: {ARROW.join(paths)}; {old.agreements}{ARROW}{new.agreements} agreements"


def say_counts(pairs: Iterable[AgreementPair]) -> str:
    """How many are of each class; none of the classes that do not occur."""
    counts = count(pairs)
    notes = {
        "changed": (
            (counts.years_only, "in years only"),
            (counts.references_only, "in references only"),
            (counts.tags_only, "with the same text"),
            (counts.changed_and_moved, "moved too"),
        ),
        "moved": ((counts.renumbered_only, "renumbered only"),),
    }
    said = []
    for class_ in CLASSES:
        if number := counts.of[class_]:
            told = ", ".join(f"{n} {what}" for n, what in notes.get(class_, ()) if n)
            said.append(f"{number} {class_}" + (f" ({told})" if told else ""))
    return ", ".join(said) or "no agreements"


def name_pair(pair: AgreementPair) -> str:
    """The number, or both: "3.1 → 4.1"."""
    old, new = pair.old, pair.new
    if old and new and not old.number and not new.number:
        return new.name
    return ARROW.join(dict.fromkeys(side.name for side in (old, new) if side))


def name_classes(pair: AgreementPair) -> str:
    """changed, moved, new, dropped, or changed and moved, with what it is confined to."""
    named: str = pair.class_
    if pair.moved and pair.class_ == "changed":
        named += " and moved"
    return named + ONLY.get(pair.only or "", "")


def say_section(pair: AgreementPair) -> str:
    """The sections that it stands in, the chapter first; those it stood in where it was dropped."""
    return _say_path(pair.new or pair.old)


def say_origin(pair: AgreementPair) -> str:
    """Where it comes from if it stands in another section; else empty."""
    return f"from {_say_path(pair.old)}" if _is_in_other_section(pair) else ""


def say_state(pair: AgreementPair) -> str:
    """What became of it, and how alike the texts are."""
    alike = "" if pair.similarity in (None, 100) else f", {pair.similarity:.0f}% alike"
    return name_classes(pair) + alike


def say_facts(pair: AgreementPair) -> str:
    """What became of it, and where it comes from."""
    return ", ".join(filter(None, (say_state(pair), say_origin(pair))))


def group_by_section(
    pairs: Iterable[AgreementPair],
) -> Iterator[tuple[str, list[AgreementPair]]]:
    """Agreements that follow each other in one section, under its name."""
    for section, those in groupby(pairs, key=say_section):
        yield section, list(those)


def say_field(change: FieldChange) -> str:
    """The old and the new value of a tag."""
    return f"{change.old or 'none'}{ARROW}{change.new or 'none'}"


def say_target(change: TargetChange) -> str:
    """A number that changed, is new or was dropped."""
    if change.old is None:
        return f"new number: {change.says}"
    return f"number dropped: {change.says}" if change.new is None else change.says


def say_near(near: Sequence[AgreementSide]) -> str:
    """The agreements that it may be a part of; empty where there is none."""
    names = ", ".join(f"{side.name} ({_say_path(side)})" for side in near)
    return f"shares most of its words with {names}" if names else ""


def shorten(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, the middle of long unchanged runs left out."""
    for place, piece in enumerate(pieces):
        words = piece.text.split(" ")
        if piece.op != "same" or len(words) <= 2 * AROUND_WORDS:
            yield piece
            continue
        before = words[:AROUND_WORDS] if place else []
        after = words[-AROUND_WORDS:] if place + 1 < len(pieces) else []
        yield Piece("same", " ".join((*before, ELLIPSIS, *after)))


def cut(text: str, chars: int) -> str:
    """The beginning of a text, cut between words where it is longer."""
    if len(text) <= chars:
        return text
    return text[: chars - 1].rsplit(" ", 1)[0] + f" {ELLIPSIS}"


def _has_news(document: DocumentPair, classes: Collection[str]) -> bool:
    has_facts = "changed" in classes and bool(document.fields or document.sections)
    is_both = document.old is not None and document.new is not None
    is_wanted = "same" in classes if is_both else class_of(document) in classes
    return has_facts or is_wanted or any(pair.class_ in classes for pair in document.pairs)


def _is_in_other_section(pair: AgreementPair) -> bool:
    return pair.moved is not None and pair.moved.section


def _say_path(side: AgreementSide | None) -> str:
    labels = side.section if side else ()
    return WITHIN.join(cut(label, SECTION_CHARS) for label in labels) or NO_SECTION
