"""Whether the confidence of agreements is what it says: the share that is right, by confidence.

    make bench
    python benchmarks/confidence.py
    python benchmarks/confidence.py GOLD_DIR PDF_DIR ...

An agreement is right where the annotation has one with (nearly) its text, matched as
`prestatie-extract evaluate` does. Without arguments the corpus and the samples are measured, and
`benchmarks/confidence.md` is written; other pairs of folders are measured
in their place and printed.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from prestatie_extract.batch import convert
from prestatie_extract.evaluate.folding import similarity
from prestatie_extract.evaluate.gold import Gold, load_gold
from prestatie_extract.evaluate.matching import choose_record, pair_agreements
from prestatie_extract.evaluate.records import Produced, load_records

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
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
SAME_TEXT = 0.98  # similarity from which a text is right, as `text98` of an evaluation


@dataclass(frozen=True, slots=True)
class Judged:
    """An agreement of the output: how sure it is, and whether the annotation has it."""

    confidence: float
    is_right: bool
    form: str


def judge(gold_dir: Path, out_dir: Path) -> Iterator[Judged]:
    """Every agreement of the annotated documents in an output folder."""
    records = load_records(out_dir).records
    for gold in load_gold(gold_dir):
        chosen = choose_record(gold, records)
        if chosen is not None and chosen[1].by_name:
            yield from _judge_record(gold, chosen[0], out_dir)


def _judge_record(gold: Gold, record: Produced, out_dir: Path) -> Iterator[Judged]:
    wanted, found = gold.content.agreements, record.content.agreements
    pairs = pair_agreements(gold.content, record.content)
    right = {j for i, j in pairs if similarity(wanted[i].whole, found[j].whole) >= SAME_TEXT}
    printed = json.loads((out_dir / record.file).read_text(encoding="utf-8"))
    for j, agreement in enumerate(printed["agreements"]):
        yield Judged(agreement["confidence"], j in right, agreement["form"])


def judge_folder(gold_dir: Path, pdf_dir: Path) -> list[Judged]:
    """Every agreement of the annotated documents in a folder of PDFs."""
    with tempfile.TemporaryDirectory() as out_dir:
        convert([pdf_dir], Path(out_dir))
        return list(judge(gold_dir, Path(out_dir)))


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
    if not (SHARED / "corpus").exists():
        sys.exit("the corpus is expected in ../shared/corpus: nothing measured")
    given = [Path(argument) for argument in sys.argv[1:]]
    others = list(zip(given[::2], given[1::2], strict=True))
    judged = [j for gold, pdfs in (others or PAIRS) for j in judge_folder(gold, pdfs)]
    lines = to_report(judged)
    print("\n".join(lines))
    if not others:
        REPORT.write_text("\n".join([HEAD, *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
