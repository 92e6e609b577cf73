"""The words of targets: `text[start:end] == raw` in the text that `where` names."""

from __future__ import annotations

from collections.abc import Iterator

from prestatie_extract.verify.violations import Node, Violation, tell

TABLE = "table"
CONTEXT = "context:"
FOUND_CHARS = 80  # of a text in a message


def check_spans(record: Node) -> Iterator[Violation]:
    """Targets whose words are not at their offsets; in a table cell they have none."""
    for agreement in record.children("agreements"):
        for target in agreement.children("targets"):
            yield from _check_span(agreement, target)


def _check_span(agreement: Node, target: Node) -> Iterator[Violation]:
    raw, where = target.text("raw"), target.text("where")
    start, end = target.whole("start"), target.whole("end")
    if raw is None or where is None or not all(map(target.is_whole_or_null, ("start", "end"))):
        return
    if not raw:
        yield tell("schema_violation", target.at("raw"), problem="it is empty")
    if where == TABLE:
        is_kept = start is None and end is None
        found = None if is_kept else "none that can be counted in a table"
    elif start is None or end is None:
        is_kept, found = False, None
    else:
        pieces = [text[start:end] for text in _texts(agreement, where)]
        is_kept, found = raw in pieces and start < end, next(iter(pieces), None)
    if not is_kept:
        cut = found if found is None else found[:FOUND_CHARS]
        yield tell("span_mismatch", target.pointer, raw=raw[:FOUND_CHARS], found=cut)


def _texts(agreement: Node, where: str) -> Iterator[str]:
    """The texts that `where` may mean: one, but for items."""
    if where == "item":
        yield from (text for _, text in agreement.texts("items"))
    elif where.startswith(CONTEXT):
        yield agreement.child("context").text(where.removeprefix(CONTEXT)) or ""
    elif where in ("title", "text"):
        yield agreement.text(where) or ""
    elif where == "planning":
        yield agreement.child("planning").text("raw") or ""
