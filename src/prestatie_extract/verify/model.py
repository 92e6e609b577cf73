"""A record against the models of the contract: keys, types, codes; one violation a place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from prestatie_extract.schema.model import OWN_CHECK
from prestatie_extract.schema.record import Record
from prestatie_extract.verify.violations import Violation, escape, tell

NOT_JSON = "json_invalid"
OURS = "value_error"
"""pydantic's name of an objection that a validator of our own makes."""
PLAIN = {"missing": "the key is missing", "extra_forbidden": "the contract has no such key"}
"""What pydantic says in words of its own."""
SHOWN_CHARS = 40  # of a value in a message


class NotJsonError(ValueError):
    """It is no JSON; the message says where."""


def parse_record(content: bytes) -> tuple[Record | None, list[Any]]:
    """The record, or None and what pydantic objects to.

    Types are taken as they are: the text "80" is no number.

    Raises:
        NotJsonError: it is no JSON.
    """
    try:
        return Record.model_validate_json(content, strict=True), []
    except ValidationError as error:
        found: list[Any] = error.errors(include_url=False, include_input=False)
        if found[0]["type"] == NOT_JSON:
            raise NotJsonError(found[0]["msg"]) from error
        return None, found


def describe_objections(
    objections: Iterable[Any], content: Any, known: Sequence[Violation]
) -> Iterator[Violation]:
    """One violation a place.

    What our own validators object to is left out where `known` says it better: they stop at the
    first of several, and have one code.

    Args:
        objections: of pydantic.
        content: the JSON that they are about.
        known: what the other checks found.
    """
    seen: set[str] = set()
    for objection in objections:
        pointer, value = _follow(objection["loc"], content)
        is_known = objection["type"] == OURS and any(_is_below(v.pointer, pointer) for v in known)
        if pointer not in seen and not is_known:
            seen.add(pointer)
            problem = _describe(objection, value)
            yield tell("schema_violation", pointer or "the record", problem=problem)


def _is_below(pointer: str, above: str) -> bool:
    return pointer == above or pointer.startswith(f"{above}/")


def _describe(objection: Any, value: Any) -> str:
    """What is wrong, with the value where that is short."""
    kind, words = objection["type"], " ".join(objection["msg"].removeprefix(OWN_CHECK).split())
    if kind in PLAIN:
        return PLAIN[kind]
    if kind == OURS or isinstance(value, dict | list):
        return words
    shown = json.dumps(value, ensure_ascii=False)
    cut = shown if len(shown) <= SHOWN_CHARS else f"{shown[:SHOWN_CHARS]}…"
    return f"{cut} is not allowed: {words[0].lower()}{words[1:]}"


def _follow(loc: Sequence[str | int], content: Any) -> tuple[str, Any]:
    """The place as far as the JSON goes, or the key that is missing there; and what is there.

    Behind it pydantic names the types that it tried.
    """
    pointer, value = "", content
    for part in loc:
        if isinstance(value, dict) and isinstance(part, str):
            pointer, value = f"{pointer}/{escape(part)}", value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            pointer, value = f"{pointer}/{part}", value[part]
        else:
            break
    return pointer, value
