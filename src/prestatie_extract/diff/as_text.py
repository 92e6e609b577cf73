"""A comparison as lines for a terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from prestatie_extract.diff.outcome import AgreementPair, Comparison, DocumentPair, TextChange
from prestatie_extract.diff.wording import (
    choose,
    cut,
    group,
    name_classes,
    name_documents,
    name_pair,
    say_counts,
    say_field,
    say_near,
    say_paired,
    say_section,
    say_target,
    shorten,
)

SIGNS = {"same": "=", "changed": "~", "moved": ">", "new": "+", "dropped": "-"}
MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
"""As `git diff --word-diff` marks words."""
TEXT_CHARS = 240  # of a new or dropped agreement: three lines of a terminal
SECTION_CHARS = 60


def to_text(comparison: Comparison, classes: Collection[str]) -> str:
    """The documents with something to show, each under its name, and the total at the end."""
    lines: list[str] = []
    for document in choose(comparison.documents, classes):
        lines += [*_say_document(document, classes), ""]
    return "\n".join([*lines, _say_total(comparison), ""])


def _say_document(document: DocumentPair, classes: Collection[str]) -> Iterator[str]:
    yield name_documents(document)
    yield f"  {say_paired(document)}"
    yield f"  {say_counts(document.pairs)}"
    if "changed" in classes:
        for field in document.fields:
            yield f"  {field.field}: {say_field(field)}"
        for section in document.sections:
            yield f"  section {section.old} is now {section.new}"
    groups = group(document, classes)
    for pair in groups.told:
        yield from _say_pair(pair)
    yield from _list(groups.renumbered, "> renumbered only")
    yield from _list(groups.years, "~ changed in years only, with the period")
    yield from _list(groups.references, "~ changed in numbers of renumbered agreements only")
    yield from _list(groups.same, "= same")


def _list(pairs: Sequence[AgreementPair], what: str) -> Iterator[str]:
    """The numbers under each section, on a line."""
    sections: dict[str, list[str]] = {}
    for pair in pairs:
        sections.setdefault(say_section(pair), []).append(name_pair(pair))
    if sections:
        yield what
    for section, names in sections.items():
        yield f"    {cut(section, SECTION_CHARS) or 'no section'}: {', '.join(names)}"


def _say_pair(pair: AgreementPair) -> Iterator[str]:
    section = say_section(pair)
    alike = "" if pair.similarity in (None, 100) else f", {pair.similarity:.0f}% alike"
    where = f"  ({section})" if section else ""
    yield f"{SIGNS[pair.class_]} {name_pair(pair)}  {name_classes(pair)}{alike}{where}"
    for target in pair.targets:
        yield f"    {say_target(target)}"
    for field in pair.fields:
        yield f"    {field.field}: {say_field(field)}"
    for change in pair.words:
        yield f"    {_say_words(change)}"
    side = pair.new or pair.old
    if side and pair.class_ != "changed":
        yield f"    {cut(side.text, TEXT_CHARS)}"
    if pair.near:
        yield f"    {say_near(pair.near)}"


def _say_words(change: TextChange) -> str:
    where = "" if change.where == "text" else f"{change.where}: "
    return where + " ".join(MARKS[p.op].format(p.text) for p in shorten(change.pieces))


def _say_total(comparison: Comparison) -> str:
    pairs = [pair for document in comparison.documents for pair in document.pairs]
    number = len(comparison.documents)
    return f"{number} {'document' if number == 1 else 'documents'}: {say_counts(pairs)}"
