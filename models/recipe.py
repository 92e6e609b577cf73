"""Trains `nl_prestatie` from the texts in this folder: `make model`.

The same texts, configuration and seed give the same weights. Nothing is downloaded and nothing of
the corpus in `../shared` is read: that is the test set (benchmarks/model.py).
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import spacy
from spacy.cli.train import train
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import registry

import prestatie_extract.tagging.subwords  # noqa: F401 (registers the classifier)
from prestatie_extract.tagging.contents import DEGREE_PREFIX, NUMBERS, ORGANISATION

if TYPE_CHECKING:
    from spacy.language import Language

FOLDER = Path(__file__).parent
CONFIG, TEXTS, MODEL = FOLDER / "config.cfg", FOLDER / "data", FOLDER / "nl_prestatie"
PUBLISHED_TEXTS = "models/data"  # what the pipeline says of them: no path of this machine
NAME, VERSION = "prestatie", "1.0.0"
SHUFFLE_SEED = 2026
HALVES = (
    ("sentencizer", "themes", "commitment", "concreteness"),
    ("tok2vec", "organisations", "number_roles"),
)
"""Components that are trained apart, since they share no weights: two cores do two at a time."""
LABELS = {
    "themes": (
        "beschikbaarheid", "betaalbaarheid", "duurzaamheid", "wonen_zorg",
        "aandachtsgroepen", "leefbaarheid", "samenwerking", "overig",
    ),
    "commitment": ("intentie", "proces", "output"),
    "concreteness": tuple(f"{DEGREE_PREFIX}{degree}" for degree in (1, 2, 3)),
}  # fmt: skip

Text = dict[str, Any]
"""A line of data/*.jsonl; the keys are described in data/DATASHEET.md."""


def read_texts(folder: Path = TEXTS) -> list[Text]:
    """The annotated texts of all files in `folder`, in the order of file names and lines."""
    pages = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.jsonl")))
    return [json.loads(line) for page in pages for line in page.split("\n") if line]


def write_texts(texts: Iterable[Text], path: Path) -> None:
    """Texts as `read_texts` reads them."""
    lines = (json.dumps(text, ensure_ascii=False) for text in texts)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


@registry.readers("prestatie_extract.TextReader.v1")  # type: ignore[untyped-decorator]
def make_reader(path: str, limit: int = 0) -> Callable[[Language], Iterator[Example]]:
    """A spaCy corpus reader of the texts in `path`, shuffled once, the first `limit` of them."""

    def read(nlp: Language) -> Iterator[Example]:
        texts = read_texts(Path(path))
        random.Random(SHUFFLE_SEED).shuffle(texts)  # noqa: S311 (an order, no secret)
        yield from (make_example(nlp, text) for text in texts[: limit or None])

    return read


def make_example(nlp: Language, text: Text) -> Example:
    """A text as spaCy learns from it: what is told of it, and the numbers it is asked about."""
    predicted, reference = nlp.make_doc(text["text"]), nlp.make_doc(text["text"])
    told = [*text["themes"], text["commitment_type"]]
    told.append(f"{DEGREE_PREFIX}{text['concreteness']}")
    reference.cats = {label: float(label in told) for labels in LABELS.values() for label in labels}
    if text["organisations"] is not None:
        spans = [_span(reference, s, e, ORGANISATION) for s, e in text["organisations"]]
        reference.set_ents(spans)
    predicted.spans[NUMBERS] = [_span(predicted, s, e) for s, e, _ in text["numbers"]]
    reference.spans[NUMBERS] = [_span(reference, s, e, role) for s, e, role in text["numbers"]]
    return Example(predicted, reference)


def _span(doc: Doc, start: int, end: int, label: str = "") -> Span:
    span = doc.char_span(start, end, label=label, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no words at {start}-{end}: {doc.text[:80]!r}")
    return span


def train_model(texts: Path = TEXTS) -> Language:
    """The whole pipeline, trained on the texts in a folder; its two halves side by side."""
    with TemporaryDirectory() as folder, ProcessPoolExecutor(len(HALVES)) as pool:
        outs = [Path(folder) / str(place) for place in range(len(HALVES))]
        first, second = pool.map(_train_half, HALVES, repeat(texts), outs)
        nlp, other = spacy.load(first), spacy.load(second)
    for name in HALVES[1]:
        nlp.add_pipe(name, source=other)
    nlp.config["paths"]["texts"] = PUBLISHED_TEXTS
    return nlp


def _train_half(components: Sequence[str], texts: Path, out: Path) -> Path:
    """Train some of the components; the folder of what came out."""
    overrides = {"nlp.pipeline": list(components), "paths.texts": str(texts)}
    train(CONFIG, out, overrides=overrides)
    return out / "model-last"


def hash_recipe(texts: Path = TEXTS) -> str:
    """SHA-256 over configuration and texts: other weights need another recipe."""
    files = [CONFIG, *sorted(texts.glob("*.jsonl"))]
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def describe(nlp: Language) -> None:
    """Name, version and origin in the pipeline's meta, so that it can be told from another."""
    nlp.meta |= {
        "name": NAME,
        "version": VERSION,
        "description": "Themes, commitment, concreteness, organisations and roles of numbers in "
        "Dutch housing performance agreements. Card: models/README.md",
        "recipe_sha256": hash_recipe(),
        "performance": {},
    }


def main() -> None:
    """Train and write `nl_prestatie`."""
    nlp = train_model()
    describe(nlp)
    nlp.to_disk(MODEL)


if __name__ == "__main__":
    main()
