"""A comparison as Markdown for a pull request: texts of documents cannot format, link or notify."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from prestatie_extract.diff.outcome import CLASSES, AgreementPair, Comparison, DocumentPair, count
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
from prestatie_extract.printable import escape_markdown

CHARS_MAX = (
    60_000  # GitHub takes 65,536 in a comment; the summary and the closing line fit beside it
)
TEXT_CHARS = 400  # of a new or dropped agreement
REMINDER_CHARS = 80  # of a text that is the same
MARKS = {"same": "{}", "removed": "~~{}~~", "added": "**{}**"}


def to_markdown(comparison: Comparison, classes: Collection[str]) -> str:
    """A table of counts, then what changed of each document; cut where a comment would be full."""
    documents = choose(comparison.documents, classes)
    lines = ["## What changed", "", *_tabulate(comparison), ""]
    length = 0
    for place, document in enumerate(documents):
        for block in _list_blocks(document, classes):
            length += len(block) + 1
            if length > CHARS_MAX:
                rest = len(documents) - place
                return "\n".join([*lines, "", _say_cut(rest), ""])
            lines.append(block)
    return "\n".join(lines) + "\n"


def _tabulate(comparison: Comparison) -> Iterator[str]:
    yield f"| documents | {' | '.join(CLASSES)} |"
    yield "|---|" + "---:|" * len(CLASSES)
    for document in comparison.documents:
        counts = count(document.pairs)
        numbers = " | ".join(str(counts.of[class_]) for class_ in CLASSES)
        yield f"| {escape_markdown(name_documents(document))} | {numbers} |"


def _list_blocks(document: DocumentPair, classes: Collection[str]) -> Iterator[str]:
    """Pieces that are shown whole or not at all."""
    yield f"### {escape_markdown(name_documents(document))}\n"
    yield f"{escape_markdown(say_paired(document))}; {say_counts(document.pairs)}\n"
    if "changed" in classes:
        for field in document.fields:
            yield f"- {field.field}: {escape_markdown(say_field(field))}"
        for change in document.sections:
            yield f"- section {escape_markdown(change.old)} is now {escape_markdown(change.new)}"
    groups = group(document, classes)
    for section, those in group_by_section(groups.told):
        yield f"\n#### {escape_markdown(section)}\n"
        for pair in those:
            yield "\n".join(_list_pair(pair))
    yield ""
    for pairs, what in (
        (groups.renumbered, "Renumbered only"),
        (groups.years, "Changed in years only, with the period"),
        (groups.references, "Changed in numbers of renumbered agreements only"),
        (groups.same, "Same"),
    ):
        if pairs:
            yield f"- {what}: {_name_all(pairs)}"
    yield ""


def _name_all(pairs: Sequence[AgreementPair]) -> str:
    return ", ".join(escape_markdown(name_pair(pair)) for pair in pairs)


def _list_pair(pair: AgreementPair) -> Iterator[str]:
    yield f"- **{escape_markdown(name_pair(pair))}** {escape_markdown(say_facts(pair))}"
    for target in pair.targets:
        yield f"  - {escape_markdown(say_target(target))}"
    for field in pair.fields:
        yield f"  - {field.field}: {escape_markdown(say_field(field))}"
    for change in pair.words:
        text = " ".join(MARKS[p.op].format(escape_markdown(p.text)) for p in shorten(change.pieces))
        yield f"  - {escape_markdown(change.where)}: {text}"
    side = pair.new or pair.old
    if side and not pair.words:
        text = cut(side.text, REMINDER_CHARS if pair.only else TEXT_CHARS)
        yield f"  - text: {escape_markdown(text)}"
    if pair.near:
        yield f"  - {escape_markdown(say_near(pair.near))}"


def _say_cut(documents: int) -> str:
    noun = "document is" if documents == 1 else "documents are"
    return f"This is not all: {documents} {noun} not shown in full; see `--format html`."
