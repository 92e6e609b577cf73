"""The fields that are measured, in the order in which they are shown: the one table of them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Measure(StrEnum):
    """What is said of a field, each 0 to 1; 1 is perfect."""

    PRECISION = "precision"
    RECALL = "recall"
    F1 = "f1"
    ACCURACY = "accuracy"


@dataclass(frozen=True, slots=True)
class Field:
    """Something a record says that an annotation says too."""

    name: str
    headline: Measure
    """The measure that stands for the field: in tables, in limits, in the scoring script."""
    meaning: str
    """What is counted, for people."""
    if_none: float | None = None
    """Every measure where there is nothing to measure. None for the usual: 1 for precision and
    recall where neither side has anything, 0 where one has; 1 for accuracy."""
    recall_if_none: float | None = None
    """Recall where the annotation has nothing."""
    has_accuracy: bool = True
    """Whether there are things that are right or wrong as a whole."""
    is_of_agreements: bool = True
    """Whether it is counted agreement by agreement; else once a document."""


FIELDS: Mapping[str, Field] = {
    field.name: field
    for field in (
        Field("municipality", Measure.ACCURACY, "the document's municipality",
              is_of_agreements=False),
        Field("period", Measure.ACCURACY, "first and last year in force", is_of_agreements=False),
        Field("signed_on", Measure.ACCURACY, "date of signing, or that there is none",
              is_of_agreements=False),
        Field("doc_parties", Measure.F1, "contracting parties, as a set", is_of_agreements=False),
        Field("sections", Measure.F1, "headings, matched by title and number",
              has_accuracy=False, is_of_agreements=False),
        Field("section_number", Measure.ACCURACY, "number of matched headings",
              if_none=0.0, is_of_agreements=False),
        Field("section_level", Measure.ACCURACY, "level of matched headings",
              if_none=0.0, is_of_agreements=False),
        Field("agreements", Measure.F1, "agreements, matched by text, number and section",
              has_accuracy=False),
        Field("text", Measure.ACCURACY, "similarity of title and text of matched agreements",
              if_none=0.0),
        Field("text98", Measure.RECALL, "agreements with a similarity of at least 0.98",
              if_none=0.0, has_accuracy=False),
        Field("number", Measure.ACCURACY, "number of matched agreements"),
        Field("section", Measure.ACCURACY, "section of matched agreements, or one above it"),
        Field("kind", Measure.ACCURACY, "kind of matched agreements"),
        Field("horizon", Measure.ACCURACY, "what the column says it holds for, or nothing"),
        Field("theme", Measure.ACCURACY, "theme of matched agreements"),
        Field("trekker_raw", Measure.ACCURACY, "printed trekker, where the annotation has one"),
        Field("planning_raw", Measure.ACCURACY, "printed planning, where one of both has one"),
        Field("involved_raw", Measure.ACCURACY, "printed involved, where one of both has them"),
        Field("trekker", Measure.F1, "names of the trekkers, as sets"),
        Field("involved", Measure.F1, "names of the involved, as sets"),
        Field("refs", Measure.F1, "numbers of the agreements referred to, as sets"),
        Field("parties", Measure.F1, "organisations named, as sets"),
        Field("context", Measure.ACCURACY, "similarity of the other columns of the row"),
        Field("targets", Measure.F1, "targets, matched by value, highest value and unit",
              recall_if_none=1.0, has_accuracy=False),
        Field("target_qualifier", Measure.ACCURACY, "qualifier of matched targets"),
        Field("target_party", Measure.ACCURACY, "whose number it is, or nobody's"),
        Field("target_role", Measure.ACCURACY, "role of matched targets"),
        Field("target_period", Measure.ACCURACY, "figures of the period, or none"),
    )
}  # fmt: skip
ORDER: Mapping[str, int] = {name: place for place, name in enumerate(FIELDS)}


def find_nearest(name: str, known: Mapping[str, object] = FIELDS) -> str:
    """The known name that looks most like this one; the first where none does."""
    close = difflib.get_close_matches(name.casefold(), list(known), n=1, cutoff=0.0)
    return close[0] if close else next(iter(known))
