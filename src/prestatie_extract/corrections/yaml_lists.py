"""The little of YAML that a file of corrections may hold: one list of flat entries.

The file is read event by event and never built: anchors, aliases, tags and deeper nesting are
refused where they begin, so that nothing can grow or be run. Plain words mean what they mean in
JSON: `no` and 2026-10-01 are text, `true`, `null` and 12.5 are not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from prestatie_extract.schema.correction import CorrectionValue

INTEGER = re.compile(r"-?(?:0|[1-9]\d*)")
NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")
DUTCH_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+")
"""1.250: 1,25 in JSON, twelve hundred and fifty in Dutch."""
NULLS = frozenset(("", "~", "null"))
BOOLEANS = {"true": True, "false": False}
LARGEST_NUMBER = 2.0**53  # what a float holds exactly
UNWANTED = frozenset(("Cc", "Cs"))
"""Unicode categories that no text may hold: control characters and halves of pairs."""
WHITE = "\n\t"
SURROGATES = ("utf-16-le", "surrogatepass")
"""There and back joins the pairs that JSON escapes a character to: "\\ud83c\\udfe0"."""


class Fault(Exception):  # noqa: N818 (it becomes an error where the file is known)
    """What is wrong, and in which line from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the list."""

    line: int
    """Where it begins, from 1."""
    values: Mapping[str, CorrectionValue]


def read_items(text: str) -> Iterator[Item]:
    """The entries of the list; none where the file is empty.

    Raises:
        Fault: it is no YAML, or something else than a list of entries `key: value`.
    """
    events = _read_events(text)
    next(events)  # the stream's start
    if isinstance(next(events), yaml.StreamEndEvent):
        return
    event = next(events)
    if isinstance(event, yaml.ScalarEvent) and event.value == "" and event.implicit[0]:
        return
    if not isinstance(event, yaml.SequenceStartEvent):
        raise Fault(_line(event), "not a list: begin each correction with '- agreement_id: …'")
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        yield Item(_line(event), _read_mapping(event, events))
    next(events)  # the document's end
    if not isinstance(event := next(events), yaml.StreamEndEvent):
        raise Fault(_line(event), "a second document: keep one list in a file, without '---'")


def _read_events(text: str) -> Iterator[yaml.Event]:
    """The events of a file, its own errors and what is not taken turned into faults."""
    events = yaml.parse(text, Loader=yaml.SafeLoader)
    while True:
        try:
            event: Any = next(events)
        except StopIteration:
            return
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            raise Fault(line, f"character U+{int(error.character):04X}: take it out") from error
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise Fault(mark.line + 1 if mark else 1, f"not YAML: {error.problem}") from error
        except (ValueError, OverflowError) as error:  # "\UFFFFFFFF"
            raise Fault(1, f"not YAML: {error}") from error
        if getattr(event, "anchor", None) is not None:  # of an alias too
            raise Fault(_line(event), "& and * are not taken: write the value out, or quote it")
        if getattr(event, "tag", None) is not None:
            raise Fault(_line(event), "! is not taken: write the plain value, or quote it")
        yield event


def _read_mapping(event: yaml.Event, events: Iterator[yaml.Event]) -> dict[str, CorrectionValue]:
    if not isinstance(event, yaml.MappingStartEvent):
        raise Fault(_line(event), "no entry: write 'agreement_id: …', 'field: …', 'value: …'")
    values: dict[str, CorrectionValue] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        if not isinstance(event, yaml.ScalarEvent):
            raise Fault(_line(event), "a key is a single word")
        key = _to_text(event)
        if key in values:
            raise Fault(_line(event), f"{key!r} stands twice in one correction")
        values[key] = _read_value(next(events), events, key)
    return values


def _read_value(event: yaml.Event, events: Iterator[yaml.Event], key: str) -> CorrectionValue:
    if isinstance(event, yaml.ScalarEvent):
        return _to_value(event, key)
    if isinstance(event, yaml.SequenceStartEvent):
        return tuple(_read_texts(events))
    raise Fault(_line(event), f"{key!r} holds keys of its own: give a value or a list of words")


def _read_texts(events: Iterator[yaml.Event]) -> Iterator[str]:
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        if not isinstance(event, yaml.ScalarEvent):
            raise Fault(_line(event), "a list within a list: give a list of words")
        yield _to_text(event)


def _to_value(event: yaml.ScalarEvent, key: str) -> CorrectionValue:
    """Quoted words are text; plain ones what they are in JSON, else text."""
    text = _to_text(event)
    if not event.implicit[0]:
        return text
    if text in NULLS:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    if key == "value" and DUTCH_THOUSANDS.fullmatch(text):
        whole = text.replace(".", "")
        raise Fault(_line(event), f"{text} may be {whole} or {text}0: write one of these")
    return _to_number(event, text) if NUMBER.fullmatch(text) else text


def _to_number(event: yaml.Event, text: str) -> int | float:
    if abs(float(text)) > LARGEST_NUMBER:
        raise Fault(_line(event), "this number is too large: quote it if it is text")
    return int(text) if INTEGER.fullmatch(text) else float(text)


def _to_text(event: yaml.ScalarEvent) -> str:
    text = str(event.value).encode(*SURROGATES).decode(*SURROGATES)
    for character in text:
        if character not in WHITE and unicodedata.category(character) in UNWANTED:
            raise Fault(_line(event), f"character U+{ord(character):04X}: take it out")
    return text


def _line(event: yaml.Event) -> int:
    assert event.start_mark
    return int(event.start_mark.line) + 1
