"""What is wrong with a layer of the configuration, in words that say what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError
from rapidfuzz import fuzz, process

from prestatie_extract.configuration.model import KEYS, SECTIONS

NEAR_SCORE = (
    60.0  # rapidfuzz ratio, 0-100; "min_covrage" has 96 with min_coverage, "color" below 50
)
SHOWN_CHARS = 60  # of a wrong value in a message
OUR_OWN = "value_error"
"""The type of faults that are told in our own words, with the value in them."""
OPTIONS = {"out": "output.dir", "log-file": "run.log", "ocr": "run.ocr"}
"""Long options whose key has another name."""


def describe_faults(error: ValidationError) -> Iterator[tuple[str, str]]:
    """Each fault as the key it is about, and what is wrong with it."""
    for fault in error.errors(include_url=False):
        key = ".".join(str(part) for part in fault["loc"][:2])
        if fault["type"] == "extra_forbidden":
            yield key, tell_unknown(key)
        elif fault["type"] == OUR_OWN:
            yield key, f"{key}: {_expected(fault)}"
        else:
            yield key, f"{key}: {_expected(fault)}, not {_shown(fault['input'])}"


def tell_unknown(key: str, known: Iterable[str] = (*KEYS, *SECTIONS)) -> str:
    """That there is no such key, and the nearest that there is."""
    near = find_nearest(key, known)
    advice = f"did you mean {near}?" if near else "prestatie-extract config shows all keys"
    return f"{key}: unknown key; {advice}"


def find_nearest(key: str, known: Iterable[str]) -> str | None:
    """The known key that was meant, by its whole name or by its last part; None if none is near."""
    leaf = key.rpartition(".")[2]
    if leaf in OPTIONS:
        return OPTIONS[leaf]
    names = list(known)
    same = [name for name in names if name.rpartition(".")[2] == leaf]
    cutoff = 0.0 if same else NEAR_SCORE
    hit = process.extractOne(key, same or names, scorer=fuzz.ratio, score_cutoff=cutoff)
    return hit[0] if hit else None


def _expected(fault: Any) -> str:
    """What a value should be: "should be a valid integer"."""
    if fault["type"] == "model_type":
        return f"should be a section, as [{fault['loc'][0]}]"
    if fault["type"] == "tuple_type":
        return "should be a list"
    message = " ".join(str(fault["msg"]).split())
    return message.removeprefix("Value error, ").removeprefix("Input ")


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= SHOWN_CHARS else f"{text[:SHOWN_CHARS]}…"
