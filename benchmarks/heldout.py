"""How well the recipe does on texts of writers whose texts it did not see.

    make bench-model
    python -m benchmarks.heldout

Trains the pipeline without the sources in `HELD_OUT` (five minutes), measures it on those, writes
`benchmarks/heldout.md`. Settings of the recipe are chosen by these figures, never by the corpus.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean

from models.recipe import LABELS, TEXTS, Text, make_example, read_texts, train_model, write_texts
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from prestatie_extract.tagging.contents import DEGREE_PREFIX, NUMBERS

REPORT = Path(__file__).with_suffix(".md")
HELD_OUT = frozenset("cfjmps")
"""Plain language and clauses, organisations and numbers, dry language, titled paragraphs, yearly
tables, the border between intention and process: nothing like them is left for training."""

HEAD = """\
# Held-out writers

Made by `make bench-model` (`python -m benchmarks.heldout`): the recipe of models/ trained without
the sources {sources} of models/data and measured on their {count} texts. The model alone, no rules.

| judgement | right |
|---|--:|
{rows}

| source | texts | theme | organisations precision | recall |
|---|--:|--:|--:|--:|
{sources_rows}

| written \\ read | target | condition | context |
|---|--:|--:|--:|
{roles}
"""

Judged = tuple[Text, Doc]
ROLES = ("target", "condition", "context")


def train_without(sources: frozenset[str]) -> Language:
    """The pipeline that the recipe makes of the other sources."""
    with tempfile.TemporaryDirectory() as folder:
        kept = [text for text in read_texts(TEXTS) if text["source"] not in sources]
        write_texts(kept, Path(folder) / "kept.jsonl")
        return train_model(Path(folder))


def judge(nlp: Language, texts: Sequence[Text]) -> list[tuple[Text, Example, Doc]]:
    """Each text with what was written and what the pipeline reads."""
    examples = [make_example(nlp, text) for text in texts]
    docs = list(nlp.pipe(example.predicted for example in examples))
    return list(zip(texts, examples, docs, strict=True))


def is_theme_right(text: Text, doc: Doc, *, places: int = 1) -> bool:
    """Whether the main theme is among the first so many."""
    return text["themes"][0] in _rank(doc, "themes")[:places]


def find_names(text: Text, doc: Doc) -> tuple[int, int, int]:
    """How many names both have, the pipeline has, the text has."""
    written = {tuple(span) for span in text["organisations"]}
    read = {(span.start_char, span.end_char) for span in doc.ents}
    return len(written & read), len(read), len(written)


def count_roles(example: Example, doc: Doc) -> Iterator[tuple[str, str]]:
    """Role as written and as read of each number."""
    written = {(s.start, s.end): s.label_ for s in example.reference.spans[NUMBERS]}
    for span in doc.spans[NUMBERS]:
        yield written[span.start, span.end], span.label_


def _rank(doc: Doc, component: str) -> list[str]:
    return sorted(LABELS[component], key=lambda label: -doc.cats[label])


def _names_row(name: str, rows: Sequence[Judged]) -> str:
    both, read, written = (sum(n) for n in zip(*(find_names(t, d) for t, d in rows), strict=True))
    theme = mean(is_theme_right(text, doc) for text, doc in rows)
    precision, recall = both / max(1, read), both / max(1, written)
    return f"| {name} | {len(rows)} | {theme:.3f} | {precision:.3f} | {recall:.3f} |"


def main() -> None:
    """Train, measure and write the report."""
    texts = [text for text in read_texts(TEXTS) if text["source"] in HELD_OUT]
    judged = judge(train_without(HELD_OUT), texts)
    pairs = [(text, doc) for text, _, doc in judged]
    figures = {
        "main theme first": mean(is_theme_right(t, d) for t, d in pairs),
        "main theme one of first two": mean(is_theme_right(t, d, places=2) for t, d in pairs),
    }
    for name, component, prefix in (
        ("commitment_type", "commitment", ""),
        ("concreteness", "concreteness", DEGREE_PREFIX),
    ):
        figures[name] = mean(_rank(d, component)[0] == f"{prefix}{t[name]}" for t, d in pairs)
    roles = Counter(pair for _, example, doc in judged for pair in count_roles(example, doc))
    figures["role of a number"] = sum(roles[r, r] for r in ROLES) / roles.total()
    report = HEAD.format(
        sources=", ".join(sorted(HELD_OUT)),
        count=len(texts),
        rows="\n".join(f"| {name} | {figure:.3f} |" for name, figure in figures.items()),
        sources_rows="\n".join(
            _names_row(source, [(t, d) for t, d in pairs if t["source"] in source])
            for source in (*sorted(HELD_OUT), "".join(sorted(HELD_OUT)))
        ),
        roles="\n".join(
            f"| {w} | " + " | ".join(str(roles[w, r]) for r in ROLES) + " |" for w in ROLES
        ),
    )
    REPORT.write_text(report, encoding="utf-8")
    print(report)


if __name__ == "__main__":
    main()
