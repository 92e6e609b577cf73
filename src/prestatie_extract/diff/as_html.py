"""A comparison as one page: no script, nothing loaded, no text of a document taken for markup."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator, Sequence
from html import escape
from string import Template

from prestatie_extract.diff.outcome import (
    CLASSES,
    AgreementPair,
    AgreementSide,
    Comparison,
    DocumentPair,
    TextChange,
    count,
)
from prestatie_extract.diff.wording import (
    choose,
    group,
    group_by_section,
    name_documents,
    name_pair,
    say_field,
    say_near,
    say_origin,
    say_paired,
    say_state,
    say_target,
)

STYLE = """
:root { color-scheme: light dark; --line: #8888; --quiet: #666; --in: #d7f5dd; --out: #fde0dd; }
@media (prefers-color-scheme: dark) { :root { --quiet: #aaa; --in: #14532d; --out: #6b1d17; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; } th, td { padding: .2rem .7rem; }
th, td { border-bottom: 1px solid var(--line); }
th { text-align: left; } td { text-align: right; }
article { border-left: .3rem solid var(--line); margin: 1.2rem 0; padding: .1rem 0 .1rem 1rem; }
article.changed { border-color: #b7791f; } article.moved { border-color: #2b6cb0; }
article.new { border-color: #2f855a; } article.dropped { border-color: #c53030; }
h3 { font-size: 1rem; margin: 1.5rem 0 0; }
h4 { font-size: 1rem; margin: 0; }
p, ul { margin: .3rem 0; } ul.numbers { font-weight: 600; }
.quiet { color: var(--quiet); font-weight: normal; }
ins { background: var(--in); text-decoration: underline; }
del { background: var(--out); text-decoration: line-through; }
.told { overflow-wrap: anywhere; }
@media print { article { break-inside: avoid; } body { max-width: none; } }
"""
STYLE_HASH = b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'"
PAGE = Template("""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="$policy">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>What changed</title>
<style>$style</style>
</head>
<body>
<main>
<h1>What changed</h1>
$summary
$documents
</main>
</body>
</html>
""")
TAGS = {"removed": "del", "added": "ins"}


def to_html(comparison: Comparison, classes: Collection[str]) -> str:
    """A table of counts, then each document with what changed in full."""
    documents = choose(comparison.documents, classes)
    return PAGE.substitute(
        policy=escape(POLICY),
        style=STYLE,
        summary="\n".join(_tabulate(comparison.documents, documents)),
        documents="\n".join(
            line
            for place, document in enumerate(documents)
            for line in _show_document(document, classes, place)
        ),
    )


def _tabulate(all_: Iterable[DocumentPair], shown: Sequence[DocumentPair]) -> Iterator[str]:
    places = {id(document): place for place, document in enumerate(shown)}
    heads = "".join(f'<th scope="col">{class_}</th>' for class_ in CLASSES)
    yield f'<table>\n<tr><th scope="col">documents</th>{heads}</tr>'
    for document in all_:
        counts = count(document.pairs)
        name = _quote(name_documents(document))
        if (place := places.get(id(document))) is not None:
            name = f'<a href="#d{place}">{name}</a>'
        numbers = "".join(f"<td>{counts.of[class_]}</td>" for class_ in CLASSES)
        yield f'<tr><th scope="row">{name}</th>{numbers}</tr>'
    yield "</table>"


def _show_document(document: DocumentPair, classes: Collection[str], place: int) -> Iterator[str]:
    yield f'<section id="d{place}">\n<h2>{_quote(name_documents(document))}</h2>'
    yield f'<p class="quiet">{escape(say_paired(document))}</p>'
    facts = [f"{f.field}: {_quote(say_field(f))}" for f in document.fields]
    facts += [f"section {_quote(s.old)} is now {_quote(s.new)}" for s in document.sections]
    if "changed" in classes:
        yield from _list(facts)
    groups = group(document, classes)
    yield from _show_pairs(groups.told)
    for pairs, what in (
        (groups.renumbered, "Renumbered only"),
        (groups.years, "Changed in years only, with the period"),
        (groups.references, "Changed in numbers of renumbered agreements only"),
        (groups.same, "Same"),
    ):
        if pairs:
            yield f"<details>\n<summary>{what}: {len(pairs)}</summary>"
            yield from _show_pairs(pairs)
            yield "</details>"
    yield "</section>"


def _show_pairs(pairs: Sequence[AgreementPair]) -> Iterator[str]:
    for section, those in group_by_section(pairs):
        yield f"<h3>{_quote(section)}</h3>"
        for pair in those:
            yield from _show_pair(pair)


def _show_pair(pair: AgreementPair) -> Iterator[str]:
    yield f'<article class="{pair.class_}">'
    origin = say_origin(pair)
    facts = say_state(pair) + (f", {_quote(origin)}" if origin else "")
    yield f'<h4>{_quote(name_pair(pair))} <span class="quiet">{facts}</span></h4>'
    yield from _list([_quote(say_target(target)) for target in pair.targets], "numbers")
    yield from _list([f"{f.field}: {_quote(say_field(f))}" for f in pair.fields])
    for change in pair.words:
        yield _show_words(change)
    yield from _show_side(pair, pair.new or pair.old)
    if pair.near:
        yield f'<p class="quiet">{_quote(say_near(pair.near))}</p>'
    yield "</article>"


def _show_side(pair: AgreementPair, side: AgreementSide | None) -> Iterator[str]:
    """The whole text where no changed words show it, and the numbers of a new or dropped one."""
    if side and not pair.words:
        yield f'<p class="told">{_quote(side.text)}</p>'
    if side and pair.similarity is None and side.targets:
        yield f'<p class="quiet">numbers: {_quote("; ".join(side.targets))}</p>'


def _show_words(change: TextChange) -> str:
    where = "" if change.where == "text" else f'<span class="quiet">{escape(change.where)}: </span>'
    parts = []
    for piece in change.pieces:
        tag = TAGS.get(piece.op)
        text = escape(piece.text)
        parts.append(f"<{tag}>{text}</{tag}>" if tag else text)
    return f'<p class="told">{where}<span lang="nl">{" ".join(parts)}</span></p>'


def _list(items: Sequence[str], class_: str = "") -> Iterator[str]:
    if items:
        yield f'<ul class="{class_}">' if class_ else "<ul>"
        yield from (f"<li>{item}</li>" for item in items)
        yield "</ul>"


def _quote(text: str) -> str:
    """Words of a document, marked as Dutch for who reads the page aloud."""
    return f'<span lang="nl">{escape(text)}</span>' if text else ""
