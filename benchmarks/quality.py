"""How good the output is: scored against hand-made annotations, with gains and losses.

    make bench
    python benchmarks/quality.py

Converts the corpus from PDF and from text, and the samples of this repository, evaluates each as
`prestatie-extract evaluate` does, and compares with the figures of the last run. Writes
`benchmarks/quality.json` (the figures) and `benchmarks/quality.md` (to read).
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from prestatie_extract.batch import BatchResult, Outcome, convert
from prestatie_extract.evaluate import Evaluation, evaluate
from prestatie_extract.evaluate.evaluation import Figures, Interval, headline_of

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FIGURES = Path(__file__).with_suffix(".json")
REPORT = Path(__file__).with_suffix(".md")
HEAD = """\
# Quality

Made by `make bench` (`python benchmarks/quality.py`); 1 is perfect.

These are figures on documents that the rules were developed with: the annotations of the corpus
were at hand, the samples are of our own making. They show what a change gains or loses. They are no
estimate for an agreement that nobody here has seen; expect less there, targets and their parties
first. Documents without annotations are counted, not scored. What each measure is stands in
docs/evaluate.md; the interval is of 95 %, when agreements are drawn anew."""
DECIMALS = 4  # a change of one agreement in a thousand shows

Scores = dict[str, dict[str, float]]
"""Figures by document, then by measure; 0-1, 1 is perfect."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Documents, and the annotations they are scored against."""

    name: str
    inputs: tuple[Path, ...]
    gold: Path


TRIALS = (
    Trial("corpus from PDF", (SHARED / "corpus" / "pdf",), SHARED / "corpus" / "gold"),
    Trial("corpus from text", (SHARED / "corpus" / "text",), SHARED / "corpus" / "gold"),
    Trial(
        "samples",
        (ROOT / "data" / "raw", ROOT / "tests" / "samples" / "pdf"),
        ROOT / "tests" / "samples" / "gold",
    ),
)


def score_trial(trial: Trial) -> tuple[Evaluation, BatchResult]:
    """The figures of every annotated document, and what became of all documents."""
    with tempfile.TemporaryDirectory() as out_dir:
        result = convert([*trial.inputs], Path(out_dir))
        evaluation = evaluate(Path(out_dir), trial.gold)
    print(*evaluation.complaints, sep="\n", file=sys.stderr)
    return evaluation, result


def to_scores(evaluation: Evaluation) -> Scores:
    """The headline figure of every field, by document."""
    return {one.doc: _headlines(one.figures) for one in evaluation.documents}


def _headlines(figures: Figures) -> dict[str, float]:
    return {name: round(headline_of(figures, name).value, DECIMALS) for name in figures}


def find_changes(before: Scores, after: Scores) -> Iterator[str]:
    """A line for each figure that moved, losses first."""
    moves = [
        (score - before[document][measure], document, measure, score)
        for document, scores in after.items()
        for measure, score in scores.items()
        if measure in before.get(document, {})
    ]
    for change, document, measure, score in sorted(moves):
        if abs(change) >= 10**-DECIMALS:
            kind = "loss" if change < 0 else "gain"
            yield f"{kind} {change:+.4f}: {measure}, {document}, now {score:.4f}"


def describe_changes(before: Scores | None, after: Scores) -> list[str]:
    """What moved since the last run, in lines; says so where there was none or nothing did."""
    if before is None:
        return ["no earlier figures to compare with"]
    return list(find_changes(before, after)) or ["no figure moved"]


def to_table(evaluation: Evaluation) -> list[str]:
    """The figures as a markdown table, a measure a row."""
    scores = to_scores(evaluation)
    rows = []
    for name in evaluation.mean:
        mean = headline_of(evaluation.mean, name)
        figures = (*(found[name] for found in scores.values()), mean.value)
        cells = " | ".join(f"{figure:.3f}" for figure in figures)
        rows.append(f"| {name} | {cells} | {_spell(mean.agreements)} |")
    return [
        f"| measure | {' | '.join(scores)} | mean | 95 % |",
        "|---|" + "--:|" * (len(scores) + 2),
        *rows,
    ]


def _spell(interval: Interval | None) -> str:
    return "" if interval is None else f"{interval[0]:.3f}-{interval[1]:.3f}"


def outcomes_to_table(outcomes: Sequence[Outcome]) -> list[str]:
    """What became of every document, annotated or not."""
    rows = []
    for outcome in outcomes:
        summary = outcome.summary
        unassigned = 1 - summary.assigned_ratio if summary.assigned_ratio is not None else 1.0
        findings = ", ".join(f"{n} {kind}" for kind, n in sorted(summary.findings.items()))
        rows.append(
            f"| {outcome.name} | {outcome.status} | {summary.agreements} | {summary.targets}"
            f" | {findings or '0'} | {unassigned:.2%} |"
        )
    head = "| document | status | agreements | targets | findings | unassigned characters |"
    return [head, "|---|---|--:|--:|---|--:|", *rows]


def load_figures() -> dict[str, Scores]:
    """The figures of the last run by trial, none where there was no run."""
    if not FIGURES.exists():
        return {}
    figures: dict[str, Scores] = json.loads(FIGURES.read_text(encoding="utf-8"))
    return figures


def main() -> None:
    """Score, compare, print and write."""
    if not (SHARED / "corpus").exists():
        sys.exit("the corpus is expected in ../shared/corpus: nothing measured")
    before, after = load_figures(), {}
    lines = [HEAD]
    for trial in TRIALS:
        evaluation, result = score_trial(trial)
        scores = after[trial.name] = to_scores(evaluation)
        print(f"{trial.name}:", *describe_changes(before.get(trial.name), scores), sep="\n  ")
        lines += ["", f"## {trial.name.capitalize()}", "", *to_table(evaluation), ""]
        lines += outcomes_to_table(result.outcomes)
    print("\n".join(lines))
    FIGURES.write_text(json.dumps(after, indent=1) + "\n", encoding="utf-8")
    REPORT.write_text("\n".join([*lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
