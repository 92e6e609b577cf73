"""What the trained pipeline reads in the agreements: one pass over all of them.

`read_contents` gives what it says as plain values; `judge_numbers` asks it about numbers that the
rules found. How that meets rules and headings is told in `judgements`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prestatie_extract.document import Agreement, Target
from prestatie_extract.errors import ModelMissing

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

LANGUAGE = "nl"
NO_MODEL = "none"
PACKAGE = Path(__file__).parents[1]
SHIPPED = ("models/nl_prestatie", "../../models/nl_prestatie")
"""Where the model is, from the package: installed, and in the repository."""

THEMES, VECTORS, NAMES, ROLES = "themes", "tok2vec", "organisations", "number_roles"
"""Components of the trained pipeline that are asked by name."""
TYPES = ("intentie", "proces", "output")
DEGREES = (1, 2, 3)
DEGREE_PREFIX = "concreteness_"
"""Labels of concreteness in `Doc.cats`: concreteness_1 …"""
SENTENCIZER = "sentencizer"
"""Works on single texts, in `target_sentences`."""
ORGANISATION = "ORG"
NUMBERS = "numbers"
"""Where the numbers stand in `Doc.spans`."""

READ_CHARS = 20_000  # of an agreement; the longest of the samples has 6,000, a hostile one 10^6
MAX_NAME_CHARS = 80  # "Stichting Huurdersbelangenvereniging …" has 65; longer is a run-on

MAY_BE_NAME = re.compile(r"\w[A-Z]|(?<![.!?:;•\n])[ (/\"'‘“]\d*[A-Z]")
"""A capital that no sentence begins with; where there is none, no name is looked for: it takes
half the time of the model."""

Chars = tuple[int, int]
"""Half-open span of characters."""


@dataclass(frozen=True, slots=True)
class Content:
    """What the trained pipeline says of one agreement; empty for rules alone."""

    themes: Mapping[str, float] = field(default_factory=dict)
    """Score 0-1 of each theme, from the agreement's own words."""
    commitment: Mapping[str, float] = field(default_factory=dict)
    """Probability of each type."""
    concreteness: Mapping[int, float] = field(default_factory=dict)
    """Probability of each degree."""
    organisations: tuple[str, ...] = ()
    """Names in title and text as printed, in order."""
    doc: Doc | None = None
    starts: Mapping[str, int] = field(default_factory=dict)
    """Where each text of the agreement starts in `doc`, by `Target.where`."""

    def place(self, target: Target) -> Chars | None:
        """Where a target stands in `doc`; None if it is not there, as a table cell."""
        if self.doc is None or target.start is None or target.end is None:
            return None
        start = self.starts.get(target.where)
        if start is None or start + target.end > len(self.doc.text):
            return None
        return start + target.start, start + target.end


@cache
def load_nlp(model: str = "") -> Language:
    """The pipeline that is shipped, the one in folder `model`, or a blank one.

    Args:
        model: a folder; `NO_MODEL` for a blank pipeline that only splits sentences; "" for the one
            that is shipped.

    Raises:
        ModelMissing: there is no pipeline that this version can load.
    """
    import spacy

    folder = find_model(model)
    if folder is None:
        nlp = spacy.blank(LANGUAGE)
        nlp.add_pipe("sentencizer")
        return nlp
    try:
        return spacy.load(folder)
    except (OSError, ValueError, KeyError) as error:
        raise ModelMissing(folder) from error


def find_model(model: str = "") -> Path | None:
    """The folder of a pipeline, not looked into; None for `NO_MODEL`.

    Raises:
        ModelMissing: there is no pipeline in that folder.
    """
    if model == NO_MODEL:
        return None
    places = [Path(model)] if model else [(PACKAGE / place).resolve() for place in SHIPPED]
    for place in places:
        if (place / "meta.json").is_file():
            return place
    raise ModelMissing(places[0])


def model_name(nlp: Language) -> str | None:
    """Name and version of a trained pipeline; None for rules alone."""
    if not is_trained(nlp):
        return None
    return f"{nlp.lang}_{nlp.meta['name']}-{nlp.meta['version']}"


def is_trained(nlp: Language) -> bool:
    """Whether the pipeline judges contents; one that only splits sentences does not."""
    return nlp.has_pipe(THEMES)


def read_contents(agreements: Sequence[Agreement], nlp: Language) -> tuple[Content, ...]:
    """What `nlp` says of each agreement, in the same order: title, text and other columns.

    Args:
        agreements: as structured.
        nlp: the trained pipeline, or one that only splits sentences: then each is empty.
    """
    if not is_trained(nlp):
        return tuple(Content() for _ in agreements)
    texts = [_texts(agreement) for agreement in agreements]
    later = (VECTORS, NAMES, ROLES, SENTENCIZER)
    docs = list(
        nlp.pipe(
            ("\n".join(parts.values())[:READ_CHARS] for parts in texts),
            disable=[name for name in later if nlp.has_pipe(name)],
        )
    )
    _run(nlp, (VECTORS, NAMES), [doc for doc in docs if MAY_BE_NAME.search(doc.text)])
    return tuple(_content(doc, parts) for doc, parts in zip(docs, texts, strict=True))


def judge_numbers(
    contents: Sequence[Content], numbers: Sequence[Sequence[Chars]], nlp: Language
) -> list[dict[Chars, tuple[str, float]]]:
    """The role of each number and its probability, for each content.

    Args:
        contents: from `read_contents`.
        numbers: spans in the `doc` of each content.
        nlp: the same pipeline.
    """
    found: list[dict[Chars, tuple[str, float]]] = [{} for _ in contents]
    asked: dict[int, tuple[Doc, dict[Chars, Span]]] = {}
    for place, (content, spans) in enumerate(zip(contents, numbers, strict=True)):
        if spans and content.doc is not None:
            placed = {chars: _span(content.doc, chars) for chars in spans}
            content.doc.spans[NUMBERS] = list(placed.values())
            asked[place] = (content.doc, placed)
    if asked and nlp.has_pipe(ROLES):
        docs = [doc for doc, _ in asked.values()]
        _run(nlp, (VECTORS,), [doc for doc in docs if not doc.tensor.size])
        _run(nlp, (ROLES,), docs)
        for place, (doc, placed) in asked.items():
            told = _roles(doc)
            tokens = {chars: (span.start, span.end) for chars, span in placed.items()}
            found[place] = {chars: told[at] for chars, at in tokens.items() if at in told}
    return found


def _run(nlp: Language, names: Sequence[str], docs: Sequence[Doc]) -> None:
    """Have components of the pipeline work on docs that the others have done."""
    for name in names:
        component: Any = nlp.get_pipe(name) if nlp.has_pipe(name) else None
        for _ in component.pipe(docs) if component and docs else ():
            pass


def _texts(agreement: Agreement) -> dict[str, str]:
    """The texts of an agreement by `Target.where`, in the order in which they are read."""
    title = {"title": agreement.title.text} if agreement.title else {}
    columns = {f"context:{role}": cell.text for role, cell in agreement.context.items()}
    return title | {"text": agreement.text.text} | columns


def _content(doc: Doc, texts: Mapping[str, str]) -> Content:
    starts, start = {}, 0
    for where, text in texts.items():
        starts[where] = start
        start += len(text) + 1
    end = starts["text"] + len(texts["text"])
    names = (e for e in doc.ents if e.end_char <= end and _is_name(e))
    cats = doc.cats
    return Content(
        themes={label: p for label, p in cats.items() if label not in _JUDGED},
        commitment={label: p for label, p in cats.items() if label in TYPES},
        concreteness={d: cats[label] for label, d in _DEGREE_OF.items() if label in cats},
        organisations=tuple(name.text for name in names),
        doc=doc,
        starts=starts,
    )


def _is_name(span: Span) -> bool:
    """Whether a span read as an organisation may be one: any word may open a sentence."""
    before = span.doc[span.start - 1] if span.start else None
    opens = before is None or before.is_punct or before.is_space
    is_plain = len(span) == 1 and span.text.istitle()
    return (
        span.label_ == ORGANISATION
        and len(span.text) <= MAX_NAME_CHARS
        and not (opens and is_plain)
    )


_DEGREE_OF = {f"{DEGREE_PREFIX}{degree}": degree for degree in DEGREES}
_JUDGED = {*TYPES, *_DEGREE_OF}


def _span(doc: Doc, chars: Chars) -> Span:
    span = doc.char_span(*chars, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no words at {chars}: {doc.text[:80]!r}")
    return span


def _roles(doc: Doc) -> dict[tuple[int, int], tuple[str, float]]:
    """Role and probability by the tokens of the number."""
    group = doc.spans[NUMBERS]
    scores = group.attrs.get("scores", ())
    return {
        (span.start, span.end): (span.label_, float(probabilities.max()))
        for span, probabilities in zip(group, scores, strict=True)
    }
