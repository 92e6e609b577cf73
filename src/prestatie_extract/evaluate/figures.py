"""Precision, recall, F1 and accuracy from counts, for one set of counts or thousands at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from prestatie_extract.evaluate.fields import FIELDS, Field, Measure
from prestatie_extract.evaluate.tallies import Tallies, Tally

Array = npt.NDArray[np.float64]
"""Counts have the shape (…, field, count), figures (…, field, measure)."""

NOTHING = Tally()
COUNTS = tuple(Tally.__slots__)


def to_array(tallies: Tallies) -> Array:
    """The counts of all fields, in the order of `FIELDS`."""
    return np.array([tallies.get(name, NOTHING).counts for name in FIELDS], dtype=np.float64)


def figures_of(counts: Array) -> Array:
    """Precision, recall, F1 and accuracy, in the order of `Measure`.

    NaN is accuracy where a field has none.
    """
    gold, found, predicted, right, compared, agreed = np.moveaxis(counts, -1, 0)
    precision = _share(right, predicted, otherwise=_either(_if_none, gold == 0))
    recall = _share(found, gold, otherwise=_either(_recall_if_none, predicted == 0))
    both = precision + recall
    f1 = _share(2 * precision * recall, both, otherwise=np.zeros_like(both))
    accuracy = _share(agreed, compared, otherwise=_per_field(_accuracy_if_none, like=both))
    return np.stack([precision, recall, f1, accuracy], axis=-1)


def _share(part: Array, whole: Array, *, otherwise: Array) -> Array:
    is_there = whole > 0
    return np.where(is_there, part / np.where(is_there, whole, 1), otherwise)


def _either(of_field: Callable[[Field], float], usual: npt.NDArray[np.bool_]) -> Array:
    """The field's own figure where there is nothing to measure; NaN in it means the usual one."""
    own = _per_field(of_field, like=usual)
    return np.where(np.isnan(own), usual, own)


def _per_field(of_field: Callable[[Field], float], like: npt.NDArray[np.generic]) -> Array:
    return np.broadcast_to(np.array([of_field(field) for field in FIELDS.values()]), like.shape)


def _if_none(field: Field) -> float:
    return np.nan if field.if_none is None else field.if_none


def _recall_if_none(field: Field) -> float:
    return _if_none(field) if field.recall_if_none is None else field.recall_if_none


def _accuracy_if_none(field: Field) -> float:
    if not field.has_accuracy:
        return np.nan
    return 1.0 if field.if_none is None else field.if_none


MEASURES = tuple(Measure)
