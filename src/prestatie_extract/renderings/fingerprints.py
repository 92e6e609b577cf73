"""What makes a finding the same one in the next run, so that platforms do not show it as new."""

from __future__ import annotations

import hashlib
import re
import string
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from prestatie_extract.findings import Notice, find_kind

DOCUMENT_PREFIX = re.compile(r"\b[0-9a-f]{12}/")
"""A document_id, which changes with every byte of the document."""

END = ("", None, None, None)
"""After the last part of a template, as `string.Formatter.parse` gives them."""


def make_fingerprints(notices: Iterable[Notice]) -> list[str]:
    """A fingerprint for each finding, unique among them.

    It is made of the document's path, the code, the agreement's place after the document_id and
    the values of the message that the table calls its identity. So it stays the same when
    something else in the document changes, when the findings come in another order, and when the
    words of a message are written anew. Of equal ones the second and further are counted.
    """
    seen: Counter[str] = Counter()
    made = []
    for notice in notices:
        parts = _parts_of(notice)
        key = "\0".join(parts)
        seen[key] += 1
        made.append(_hash(f"{key}\0{seen[key]}"))
    return made


def _parts_of(notice: Notice) -> list[str]:
    place = DOCUMENT_PREFIX.sub("", notice.agreement_id or "")
    file = "" if notice.document_id else notice.file or ""
    return [notice.path or notice.subject, file, notice.code, place, *_identity_of(notice)]


def _identity_of(notice: Notice) -> list[str]:
    """What tells it from others of its code on the same agreement."""
    kind = find_kind(notice.code)
    values = parse_message(kind.message, notice.message)
    if values is None and kind.identity:
        return [DOCUMENT_PREFIX.sub("", notice.message)]  # written by another version
    known = {"page_number": str(notice.page_number or ""), **(values or {})}
    return [DOCUMENT_PREFIX.sub("", known[name]) for name in kind.identity]


def parse_message(template: str, message: str) -> dict[str, str] | None:
    """The values that `str.format` put into the template; None where it did not make this.

    A value ends where the words after it first occur.
    """
    fields = list(string.Formatter().parse(template))
    opening = fields[0][0] if fields else ""
    if not message.startswith(opening):
        return None
    values: dict[str, str] = {}
    start = len(opening)
    for (_, name, _, _), (literal, following, _, _) in pairwise([*fields, END]):
        if name is None:
            break
        is_last = following is None
        end = message.rfind(literal, start) if is_last else message.find(literal, start)
        if end < 0:
            return None
        values.setdefault(name, message[start:end])
        start = end + len(literal)
    return values if start == len(message) else None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
