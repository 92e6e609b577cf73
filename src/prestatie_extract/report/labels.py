"""Dutch words for the codes of the contract, from `labels.csv`."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from prestatie_extract.vocabulary import COMMENT_MARK


def label_of(kind: str, code: object) -> str:
    """What the report calls a code: `label_of("theme", "wonen_zorg")`; the code where unknown."""
    found = _load().get((kind, str(code)))
    return found[0] if found else str(code)


def advice_of(kind: str, code: object) -> str:
    """What a reader can do about it; empty where nobody wrote it down."""
    found = _load().get((kind, str(code)))
    return found[1] if found else ""


@cache
def _load() -> dict[tuple[str, str], tuple[str, str]]:
    """Label and advice by kind and code."""
    text = (resources.files(__package__ or "") / "labels.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith(COMMENT_MARK))
    return {(r["kind"], r["code"]): (r["label"], r["advice"]) for r in csv.DictReader(lines)}
