"""Whether the confidence of agreements is what it says: the share that is right, by confidence.

    make bench
    python benchmarks/confidence.py
    python benchmarks/confidence.py GOLD_DIR PDF_DIR ...

An agreement is right where the annotation has one with (nearly) its text, matched as the scoring
script beside the corpus does. Without arguments the corpus and the samples are measured, and
`benchmarks/confidence.md` is written; other pairs of folders are measured
in their place and printed.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from prestatie_extract.batch import convert

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SCORE = SHARED / "score" / "score.py"
REPORT = Path(__file__).with_suffix(".md")
SAMPLE_GOLD = ROOT / "tests" / "samples" / "gold"
PAIRS = (
    (SHARED / "corpus" / "gold", SHARED / "corpus" / "pdf"),
    (SAMPLE_GOLD, ROOT / "data" / "raw"),
    (SAMPLE_GOLD, ROOT / "tests" / "samples" / "pdf"),
)
BANDS = ((0.97, 1.01), (0.95, 0.97), (0.9, 0.95), (0.75, 0.9), (0.5, 0.75), (0.0, 0.5))
SURE = 0.9  # the promise: of those at or above it
PROMISE = 0.98  # at least this share is right
SAME_TEXT = 0.98  # similarity from which a text is right, as in the scoring script
CANDIDATE = 0.8  # similarity from which two may be the same agreement
NUMBER_WEIGHT = 0.2  # of an equal number, where texts are alike


@dataclass(frozen=True, slots=True)
class Judged:
    """An agreement of the output: how sure it is, and whether the annotation has it."""

    confidence: float
    is_right: bool
    form: str


def load_score() -> ModuleType:
    """The scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score", SCORE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge(score: ModuleType, gold_dir: Path, pdf_dir: Path) -> Iterator[Judged]:
    """Every agreement of the annotated documents of a folder."""
    with tempfile.TemporaryDirectory() as out_dir:
        convert([pdf_dir], Path(out_dir))
        records = score.load_records(out_dir)
        names = {path.stem for path in pdf_dir.iterdir()}
        for path in sorted(gold_dir.glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            found = score.best_record(gold, records) if path.stem in names else None
            if found is not None:
                yield from _judge_record(score, gold["agreements"], found[1]["agreements"])


def _judge_record(
    score: ModuleType, gold: Sequence[dict[str, Any]], found: Sequence[dict[str, Any]]
) -> Iterator[Judged]:
    def alike(a: dict[str, Any], b: dict[str, Any]) -> float:
        text: float = score.sim(score.full(a), score.full(b))
        same = score.num(a["number"]) == score.num(b["number"])
        return text + NUMBER_WEIGHT * same if text >= CANDIDATE else 0.0

    pairs = [(gold[i], j) for i, j, _ in score.match(gold, found, alike)]
    right = {j for a, j in pairs if score.sim(score.full(a), score.full(found[j])) >= SAME_TEXT}
    for j, agreement in enumerate(found):
        yield Judged(agreement["confidence"], j in right, agreement["form"])


def to_report(judged: Sequence[Judged]) -> list[str]:
    """The share that is right in each band of confidence, and for each form."""
    lines = ["| confidence | agreements | right |", "|---|--:|--:|"]
    for low, high in BANDS:
        lines.append(_row(f"{low:.2f}-{min(high, 1.0):.2f}", [
            j for j in judged if low <= j.confidence < high
        ]))  # fmt: skip
    lines += ["", "| form | agreements | right |", "|---|--:|--:|"]
    lines += [_row(form, [j for j in judged if j.form == form]) for form in _forms(judged)]
    sure = [j for j in judged if j.confidence >= SURE]
    share = sum(j.is_right for j in sure) / max(1, len(sure))
    verdict = "kept" if share >= PROMISE else "broken"
    promise = f"Promise: of those with confidence {SURE} and up at least {PROMISE:.0%} is right."
    lines += ["", f"{promise} Measured: {share:.1%} of {len(sure)}, {verdict}."]
    return lines


def _forms(judged: Sequence[Judged]) -> list[str]:
    return sorted({j.form for j in judged})


def _row(name: str, judged: Sequence[Judged]) -> str:
    right = sum(j.is_right for j in judged)
    return (
        f"| {name} | {len(judged)} | {right / len(judged):.1%} |" if judged else f"| {name} | 0 | |"
    )


HEAD = """\
# Confidence

Made by `make bench` (`python benchmarks/confidence.py`): the corpus and the samples. They are the
documents that the weights of the signs (`structure/evidence.py`) were chosen with; on documents
that nobody had seen see `generalisation.md`.
"""


def main() -> None:
    """Judge, print and write."""
    if not SCORE.exists():
        sys.exit("the scoring script and the corpus are expected in ../shared: nothing measured")
    score = load_score()
    given = [Path(argument) for argument in sys.argv[1:]]
    others = list(zip(given[::2], given[1::2], strict=True))
    judged = [j for gold, pdfs in (others or PAIRS) for j in judge(score, gold, pdfs)]
    lines = to_report(judged)
    print("\n".join(lines))
    if not others:
        REPORT.write_text("\n".join([HEAD, *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
