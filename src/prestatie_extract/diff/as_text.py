"""A comparison as lines for a terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from prestatie_extract.diff.outcome import AgreementPair, Comparison, DocumentPair, TextChange
from prestatie_extract.diff.wording import (
    choose,
    cut,
    group,
    group_by_section,
    name_documents,
    name_pair,
    say_counts,
    say_facts,
    say_field,
    say_near,
    say_paired,
    say_target,
    shorten,
)

SIGNS = {"same": "=", "changed": "~", "moved": ">", "new": "+", "dropped": "-"}
MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
"""As `git diff --word-diff` marks words."""
TEXT_CHARS = 240  # of a new or dropped agreement: three lines of a terminal
REMINDER_CHARS = 80  # of a text that is the same: which one it was


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
        for change in document.sections:
            yield f"  section {change.old} is now {change.new}"
    groups = group(document, classes)
    for section, pairs in group_by_section(groups.told):
        yield f"  {section}"
        for pair in pairs:
            yield from _say_pair(pair)
    yield from _list(groups.renumbered, "> renumbered only")
    yield from _list(groups.years, "~ changed in years only, with the period")
    yield from _list(groups.references, "~ changed in numbers of renumbered agreements only")
    yield from _list(groups.same, "= same")


def _list(pairs: Sequence[AgreementPair], what: str) -> Iterator[str]:
    """The numbers of each section on a line."""
    if pairs:
        yield f"  {what}"
    for section, those in group_by_section(pairs):
        yield f"      {section}: {', '.join(map(name_pair, those))}"


def _say_pair(pair: AgreementPair) -> Iterator[str]:
    yield f"    {SIGNS[pair.class_]} {name_pair(pair)}  {say_facts(pair)}"
    yield from (f"        {line}" for line in _say_details(pair))


def _say_details(pair: AgreementPair) -> Iterator[str]:
    yield from map(say_target, pair.targets)
    for field in pair.fields:
        yield f"{field.field}: {say_field(field)}"
    yield from map(_say_words, pair.words)
    side = pair.new or pair.old
    if side and not pair.words:
        yield cut(side.text, REMINDER_CHARS if pair.only else TEXT_CHARS)
    if pair.near:
        yield say_near(pair.near)


def _say_words(change: TextChange) -> str:
    where = "" if change.where == "text" else f"{change.where}: "
    return where + " ".join(MARKS[p.op].format(p.text) for p in shorten(change.pieces))


def _say_total(comparison: Comparison) -> str:
    pairs = [pair for document in comparison.documents for pair in document.pairs]
    number = len(comparison.documents)
    return f"{number} {'document' if number == 1 else 'documents'}: {say_counts(pairs)}"
