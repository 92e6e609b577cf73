"""Evaluate: records against annotations, with intervals."""

from __future__ import annotations

from prestatie_extract.evaluate.comparison import Comparison, compare
from prestatie_extract.evaluate.evaluation import Evaluation, evaluate
from prestatie_extract.evaluate.limits import Limit, find_broken_limits, parse_limit
from prestatie_extract.evaluate.rendering import Format, render
from prestatie_extract.evaluate.saved import evaluation_to_text, load_snapshot, take_snapshot

__all__ = [
    "Comparison",
    "Evaluation",
    "Format",
    "Limit",
    "compare",
    "evaluate",
    "evaluation_to_text",
    "find_broken_limits",
    "load_snapshot",
    "parse_limit",
    "render",
    "take_snapshot",
]
