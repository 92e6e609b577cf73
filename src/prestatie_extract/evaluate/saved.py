"""The evaluation file: what one evaluation found, and what the next one compares with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from prestatie_extract.errors import BadBaseline
from prestatie_extract.evaluate.bootstrap import LEVEL
from prestatie_extract.evaluate.entries import UNREADABLE, Entry, WrongEntry, read_json
from prestatie_extract.evaluate.evaluation import (
    Evaluated,
    Evaluation,
    Figures,
    Interval,
    headline_of,
)
from prestatie_extract.evaluate.fields import FIELDS
from prestatie_extract.evaluate.misses import Miss, Problem

EVALUATION_VERSION = "1.0"
"""Semantic versioning of the file; a new key raises the second number."""
DECIMALS = 6  # a change of one agreement in a hundred thousand shows
PROBLEMS: Mapping[str, Problem] = {"missing": "missing", "extra": "extra", "wrong": "wrong"}
AGAIN = "make it anew with 'evaluate --out FILE'"


@dataclass(frozen=True, slots=True)
class SavedDocument:
    """What an evaluation said of one document."""

    gold_sha256: str
    scores: Mapping[str, float]
    """The headline figure of each field, rounded as in the file."""
    misses: tuple[Miss, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What two evaluations are compared by."""

    documents: Mapping[str, SavedDocument]
    mean: Mapping[str, float]
    """The headline figure of each field, over all documents."""


def take_snapshot(evaluation: Evaluation) -> Snapshot:
    """What a later evaluation can be compared with."""
    documents = {
        one.doc: SavedDocument(
            one.gold_sha256, _headlines(one.figures), tuple(map(_rounded, one.misses))
        )
        for one in evaluation.documents
    }
    return Snapshot(documents, _headlines(evaluation.mean))


def load_snapshot(path: Path) -> Snapshot:
    """What an earlier evaluation wrote with --out.

    Raises:
        BadBaseline: it cannot be read, is something else or of another version.
    """
    try:
        entry = Entry.of(read_json(path))
        version = entry.text("evaluation_version")
        if version.partition(".")[0] != EVALUATION_VERSION.partition(".")[0]:
            raise BadBaseline(f"{path}: evaluation version {version} is not known: {AGAIN}")
        documents = {one.text("doc"): _to_saved(one) for one in entry.entries("documents")}
        return Snapshot(documents, _read_headlines(entry.entry("total").entry("mean")))
    except WrongEntry as error:
        raise BadBaseline(f"{path}: {error}: this is no evaluation: {AGAIN}") from error
    except UNREADABLE as error:
        raise BadBaseline(f"{path}: no evaluation that can be read: {AGAIN}") from error


def evaluation_to_text(evaluation: Evaluation) -> str:
    """What the evaluation file holds."""
    return dump_json(evaluation_to_json(evaluation))


def evaluation_to_json(evaluation: Evaluation) -> dict[str, Any]:
    """The evaluation as JSON values; the same input gives the same."""
    return {
        "evaluation_version": EVALUATION_VERSION,
        "intervals": {"level": LEVEL, "rounds": evaluation.rounds},
        "fields": {
            name: {"headline": field.headline.value, "meaning": field.meaning}
            for name, field in FIELDS.items()
        },
        "total": {
            "mean": _to_values(evaluation.mean),
            "pooled": _to_values(evaluation.pooled),
            "counts": {name: tally.to_json() for name, tally in evaluation.counts.items()},
        },
        "documents": [_document_to_json(one) for one in evaluation.documents],
        "unannotated": list(evaluation.unannotated),
        "complaints": list(evaluation.complaints),
    }


def dump_json(values: dict[str, Any]) -> str:
    """The text of a JSON file."""
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def miss_to_json(miss: Miss) -> dict[str, Any]:
    """A miss as JSON values."""
    return asdict(_rounded(miss))


def _document_to_json(one: Evaluated) -> dict[str, Any]:
    fit = () if one.fit is None else one.fit._asdict().items()
    return {
        "doc": one.doc,
        "gold_sha256": one.gold_sha256,
        "record": one.record,
        "chosen": [name for name, fits in fit if fits],
        "figures": _to_values(one.figures),
        "counts": {name: one.counts[name].to_json() for name in FIELDS if name in one.counts},
        "misses": [miss_to_json(miss) for miss in one.misses],
    }


def _to_values(figures: Figures) -> dict[str, Any]:
    return {
        name: {
            measure.value: {
                "value": round(figure.value, DECIMALS),
                "agreements": _ends(figure.agreements),
                "documents": _ends(figure.documents),
            }
            for measure, figure in measures.items()
        }
        for name, measures in figures.items()
    }


def _ends(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [round(end, DECIMALS) for end in interval]


def _headlines(figures: Figures) -> dict[str, float]:
    return {name: round(headline_of(figures, name).value, DECIMALS) for name in figures}


def _rounded(miss: Miss) -> Miss:
    alike = None if miss.similarity is None else round(miss.similarity, DECIMALS)
    return replace(miss, similarity=alike)


def _to_saved(entry: Entry) -> SavedDocument:
    misses = tuple(map(_to_miss, entry.entries("misses")))
    return SavedDocument(entry.text("gold_sha256"), _read_headlines(entry.entry("figures")), misses)


def _to_miss(entry: Entry) -> Miss:
    problem = entry.text("problem")
    if problem not in PROBLEMS:
        raise WrongEntry(f"{entry.place}.problem: {' or '.join(PROBLEMS)} is expected")
    return Miss(
        field=entry.text("field"),
        place=entry.text("place"),
        item=entry.text("item"),
        problem=PROBLEMS[problem],
        gold=entry.text("gold"),
        got=entry.text("got"),
        similarity=entry.number("similarity"),
    )


def _read_headlines(entry: Entry) -> dict[str, float]:
    """The headline figure of each field that this version knows."""
    read = {
        name: entry.entry(name).entry(field.headline).number("value")
        for name, field in FIELDS.items()
    }
    return {name: value for name, value in read.items() if value is not None}
