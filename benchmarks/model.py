"""How well the trained pipeline judges the corpus, which it never saw.

    make bench
    python -m benchmarks.model

Themes against the annotations, beside three baselines; organisations and roles of numbers as
`prestatie-extract evaluate` scores them, with the model and without; type of commitment and
concreteness against judgements.csv; time. Writes `benchmarks/model.md`.
"""

from __future__ import annotations

import csv
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any

from prestatie_extract.batch import Settings, convert
from prestatie_extract.document import Agreement, Passage
from prestatie_extract.evaluate import evaluate
from prestatie_extract.evaluate.evaluation import headline_of
from prestatie_extract.pipeline import find_draft, tag_draft
from prestatie_extract.read import read_source
from prestatie_extract.tagging.contents import NO_MODEL, load_nlp, model_name, read_contents
from prestatie_extract.tagging.judgements import spread_themes
from prestatie_extract.vocabulary import load_rows

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
GOLD, PDF = SHARED / "corpus" / "gold", SHARED / "corpus" / "pdf"
REPORT = Path(__file__).with_suffix(".md")
JUDGEMENTS = Path(__file__).parent / "judgements.csv"
MODEL = ROOT / "models" / "nl_prestatie"

ROUNDS = 5  # best of so many, interleaved
READER = (0.745, 0.958)
"""A reader who saw title, text and columns of the 192 agreements, out of order, and named the two
likeliest themes of the chapter: how often the first, and one of both, is the annotated one."""
MEASURES = ("parties", "targets", "target_role")
PROMISES = {
    "theme, first": 0.80,
    "theme, one of two": 0.92,
    "parties": 0.95,
    "target_role": 0.95,
    "share of time": 0.25,
    "seconds to load": 1.5,
}


@dataclass(frozen=True, slots=True)
class Annotated:
    """An agreement of the annotations: where it stands, its theme, and what a tagger sees."""

    doc: str
    theme: str
    agreement: Agreement


Ranking = list[str]
"""Themes of one agreement, likeliest first."""


def read_annotated() -> list[Annotated]:
    """The annotated agreements in reading order, without their headings."""
    found = []
    for path in sorted(GOLD.glob("*.json")):
        for row in json.loads(path.read_text(encoding="utf-8"))["agreements"]:
            agreement = Agreement(
                number=row["number"],
                kind=row["kind"],
                section_id=None,
                text=Passage(row["text"]),
                title=Passage(row["title"]) if row["title"] else None,
                context={role: Passage(cell) for role, cell in row["context"].items()},
            )
            found.append(Annotated(path.stem, row["theme"], agreement))
    return found


def rank_by_model(nlp: Language, rows: Sequence[Annotated]) -> Iterator[Ranking]:
    """From each agreement's own words."""
    for content in read_contents([row.agreement for row in rows], nlp):
        yield _rank(content.themes)


def rank_with_neighbours(nlp: Language, rows: Sequence[Annotated]) -> Iterator[Ranking]:
    """As the pipeline records it: from its own words and those of the agreements around it."""
    for doc in dict.fromkeys(row.doc for row in rows):
        contents = read_contents([row.agreement for row in rows if row.doc == doc], nlp)
        yield from map(_rank, spread_themes([content.themes for content in contents]))


def rank_by_keywords(rows: Sequence[Annotated]) -> Iterator[Ranking]:
    """By how many of the words of themes.csv, the words of headings, stand in it."""
    common = [theme for theme, _ in Counter(row.theme for row in rows).most_common()]
    for row in rows:
        texts = (row.agreement.title, row.agreement.text, *row.agreement.context.values())
        words = " ".join(text.text for text in texts if text).casefold()
        hits = Counter(r["theme"] for r in load_rows("themes") if r["keyword"].lstrip("=") in words)
        yield sorted(common, key=lambda theme: (-hits[theme], common.index(theme)))


def rank_by_majority(rows: Sequence[Annotated]) -> Iterator[Ranking]:
    """The most common themes of the annotations for every agreement."""
    common = [theme for theme, _ in Counter(row.theme for row in rows).most_common()]
    yield from (common for _ in rows)


def score_themes(rows: Sequence[Annotated], rankings: Iterator[Ranking]) -> tuple[float, float]:
    """How often the annotated theme comes first, and how often it is one of the first two."""
    pairs = list(zip(rows, rankings, strict=True))
    first = mean(row.theme == ranking[0] for row, ranking in pairs)
    return first, mean(row.theme in ranking[:2] for row, ranking in pairs)


def _rank(scores: Mapping[str, float]) -> Ranking:
    return sorted(scores, key=lambda theme: -scores[theme])


def run_corpus(model: str) -> tuple[dict[str, float], dict[str, dict[str, Any]]]:
    """Mean scores over the annotated documents, and all agreements of the corpus by their id."""
    with tempfile.TemporaryDirectory() as out:
        convert([PDF], Path(out), Settings(model=model))
        means = evaluate(Path(out), GOLD, rounds=0).mean
        records = [json.loads(path.read_bytes()) for path in Path(out, "json").iterdir()]
    scores = {name: headline_of(means, name).value for name in MEASURES}
    found = [agreement for record in records for agreement in record["agreements"]]
    return scores, {agreement["agreement_id"]: agreement for agreement in found}


def read_judgements() -> list[dict[str, str]]:
    """Both readings and the consensus of the agreements that were judged by hand."""
    with JUDGEMENTS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def kappa(pairs: Sequence[tuple[str, str]], *, is_ordered: bool = False) -> float:
    """Cohen's kappa; with degrees, a step of two counts twice (linear weights)."""
    labels = sorted({label for pair in pairs for label in pair})

    def distance(one: str, other: str) -> float:
        steps = abs(labels.index(one) - labels.index(other))
        return steps if is_ordered else float(steps > 0)

    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = mean(distance(a, b) for a, b in pairs)
    expected = sum(
        distance(a, b) * left[a] * right[b] for a in left for b in right
    ) / len(pairs) ** 2  # fmt: skip
    return 1 - seen / expected


def measure_time(nlp: Language, plain: Language) -> tuple[float, float, float]:
    """Seconds for the five documents: read and structure, tag by rules, tag with the model."""
    best = [float("inf")] * 3
    for _ in range(ROUNDS):
        spent = [0.0] * 3
        for path in sorted(PDF.glob("*.pdf")):
            start = time.perf_counter()
            draft = find_draft(read_source(path))
            spent[0] += time.perf_counter() - start
            for place, pipeline in enumerate((plain, nlp), start=1):
                start = time.perf_counter()
                tag_draft(draft, pipeline)
                spent[place] += time.perf_counter() - start
        best = [min(pair) for pair in zip(best, spent, strict=True)]
    return best[0], best[1], best[2]


def measure_loading() -> float:
    """Seconds to load the pipeline, spaCy itself being imported."""
    import spacy

    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        spacy.load(MODEL)
        times.append(time.perf_counter() - start)
    return min(times)


def themes_to_report(nlp: Language) -> tuple[list[str], dict[str, float]]:
    """A row for each way to tell the theme, and the figures that are promised."""
    rows = read_annotated()
    ways = {
        "most common theme": score_themes(rows, rank_by_majority(rows)),
        "words of headings, counted in the text": score_themes(rows, rank_by_keywords(rows)),
        "a reader, from its own content": READER,
        "model, from its own content": score_themes(rows, rank_by_model(nlp, rows)),
        "model, as recorded: own content and that around it": score_themes(
            rows, rank_with_neighbours(nlp, rows)
        ),
    }
    lines = ["| theme from | first | one of first two |", "|---|--:|--:|"]
    lines += [f"| {name} | {first:.3f} | {two:.3f} |" for name, (first, two) in ways.items()]
    first, two = list(ways.values())[-1]
    return lines, {"theme, first": first, "theme, one of two": two}


def judgements_to_report(agreements: Mapping[str, dict[str, Any]]) -> list[str]:
    """Agreement of the two readings with each other, and of the output with their consensus."""
    rows = [row for row in read_judgements() if row["agreement_id"] in agreements]
    lines = [
        f"Of {len(read_judgements())} agreements that were judged, {len(rows)} are in the output.",
        "",
        "| | two readings: same | kappa | output and consensus: same | kappa |",
        "|---|--:|--:|--:|--:|",
    ]
    for key, first, second, is_ordered in (
        ("commitment_type", "first_type", "second_type", False),
        ("concreteness", "first_degree", "second_degree", True),
    ):
        readings = [(row[first], row[second]) for row in rows]
        judged = [(row[key], str(agreements[row["agreement_id"]][key])) for row in rows]
        cells = [f"{mean(a == b for a, b in p):.3f} | {kappa(p, is_ordered=is_ordered):.3f}"
                 for p in (readings, judged)]  # fmt: skip
        lines.append(f"| {key} | {cells[0]} | {cells[1]} |")
    return [*lines, "", *_confusion(rows, agreements)]


def _confusion(
    rows: Sequence[Mapping[str, str]], agreements: Mapping[str, dict[str, Any]]
) -> list[str]:
    types = ("intentie", "proces", "output")
    pairs = Counter(
        (row["commitment_type"], agreements[row["agreement_id"]]["commitment_type"]) for row in rows
    )
    head = ["| consensus \\ output | " + " | ".join(types) + " |", "|---|--:|--:|--:|"]
    return head + [
        f"| {told} | " + " | ".join(str(pairs[told, found]) for found in types) + " |"
        for told in types
    ]


HEAD = """\
# The trained pipeline

Made by `make bench` (`python -m benchmarks.model`) with {name}, which `make model` trains on texts
of our own; nothing of the corpus was trained on. 1 is perfect.

## Themes

The {count} annotated agreements, whose theme is that of the chapter they stand in; no heading is
read. The chapter is not always what an agreement is about: the reader, who had title, text and
columns out of order and the same definitions, tells the chapter's theme no more often than the
table says. That is why the pipeline also looks at the agreements around it, whose content mostly
shares the chapter.

{themes}

## Organisations and numbers

Scores of the script beside the corpus, mean of the annotated documents, from PDF. The rules were
developed with these documents; the model gives its worth on others (models/README.md).

{scores}

## Type of commitment and concreteness

Judged twice, apart and without seeing any output, by the definitions in GLOSSARY.md;
`judgements.csv` holds both readings and the consensus.

{judgements}

## Time

Five documents of the corpus, best of {rounds}: read and structure {before:.2f} s, tag by rules
{rules:.2f} s, tag by rules and model {tagging:.2f} s. The model takes {share:.0%} of the whole.
Loading it takes {loading:.2f} s, once a process; the import of spaCy is not counted.

## Promises

| figure | promised | measured | |
|---|--:|--:|---|
{promises}
"""


def main() -> None:
    """Measure all of it and write the report."""
    nlp, plain = load_nlp(), load_nlp(NO_MODEL)
    themes, figures = themes_to_report(nlp)
    with_model, agreements = run_corpus("")
    without, _ = run_corpus(NO_MODEL)
    before, rules, tagging = measure_time(nlp, plain)
    loading, share = measure_loading(), (tagging - rules) / (before + tagging)
    figures |= {key: with_model[key] for key in MEASURES}
    figures |= {"share of time": share, "seconds to load": loading}
    scores = ["| measure | rules alone | with the model |", "|---|--:|--:|"]
    scores += [f"| {key} | {without[key]:.3f} | {with_model[key]:.3f} |" for key in MEASURES]
    report = HEAD.format(
        name=model_name(nlp), count=len(read_annotated()), themes="\n".join(themes),
        scores="\n".join(scores), judgements="\n".join(judgements_to_report(agreements)),
        rounds=ROUNDS, before=before, rules=rules, tagging=tagging, share=share, loading=loading,
        promises="\n".join(_promises(figures)),
    )  # fmt: skip
    REPORT.write_text(report, encoding="utf-8")
    print(report)


def _promises(figures: Mapping[str, float]) -> Iterator[str]:
    for name, limit in PROMISES.items():
        is_most = name.startswith(("share", "seconds"))
        is_kept = figures[name] <= limit if is_most else figures[name] >= limit
        verdict = "kept" if is_kept else "broken"
        word = "at most" if is_most else "at least"
        yield f"| {name} | {word} {limit} | {figures[name]:.3f} | {verdict} |"


if __name__ == "__main__":
    main()
