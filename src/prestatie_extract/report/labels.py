"""Dutch words for the codes of the contract, from `labels.csv`; findings have their own table."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from prestatie_extract.vocabulary import COMMENT_MARK


def label_of(kind: str, code: object) -> str:
    """What the report calls a code: `label_of("theme", "wonen_zorg")`; the code where unknown."""
    return _load().get((kind, str(code)), str(code))


@cache
def _load() -> dict[tuple[str, str], str]:
    """The label by kind and code."""
    text = (resources.files(__package__ or "") / "labels.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith(COMMENT_MARK))
    return {(row["kind"], row["code"]): row["label"] for row in csv.DictReader(lines)}
