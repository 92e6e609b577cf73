"""Whether the boxes of agreements and targets really hold their text, read by another reader.

    python benchmarks/traces.py [PDF ...]

The files (the corpus in `../shared/corpus`) are converted; then pdfplumber, with its own words on
pdfminer, tells which words have their centre in each box. Letters and digits are compared alone, so
that hyphens at the end of a line do not matter.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pdfplumber

from prestatie_extract import extract
from prestatie_extract.schema import Record
from prestatie_extract.schema.model import Box

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "pdf"
REPORT = Path(__file__).with_suffix(".md")
PROMISE = 0.99
NOT_A_LETTER = re.compile(r"[\W_]+")
SHOWN_CHARS = 60

PlumberWord = dict[str, Any]


@dataclass(frozen=True)
class Inside:
    """The words in the boxes of something."""

    words: tuple[PlumberWord, ...]

    def holds(self, text: str) -> bool:
        """Whether each word of the text is there, as often, whole or broken over lines."""
        left = self._counts.copy()
        for token in tokens_of(text):
            if left[token] > 0:
                left[token] -= 1
            elif not self._is_broken(token) and not any(token in s for s in self._streams):
                return False
        return True

    def _is_broken(self, token: str) -> bool:
        """Whether it stands there as a piece with a hyphen and the rest of it."""
        heads = (letters_of(word["text"]) for word in self.words if word["text"].endswith("-"))
        rests = (token.removeprefix(head) for head in heads if head and token.startswith(head))
        return any(self._counts[rest] for rest in rests)

    def holds_at_once(self, text: str) -> bool:
        """Whether the text stands there in one piece."""
        return any(letters_of(text) in stream for stream in self._streams)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(token for word in self.words for token in tokens_of(word["text"]))

    @cached_property
    def _streams(self) -> tuple[str, str]:
        """All letters: in the order of the file, and line by line."""
        by_line = sorted(self.words, key=lambda w: (w["page"], round(w["bottom"]), w["x0"]))
        return (
            "".join(letters_of(word["text"]) for word in self.words),
            "".join(letters_of(word["text"]) for word in by_line),
        )


@dataclass(frozen=True, slots=True)
class Miss:
    """Something whose box does not hold its text."""

    document: str
    published_id: str
    page_number: int
    text: str
    found: str


def letters_of(text: str) -> str:
    """Letters and digits alone, in lower case."""
    return NOT_A_LETTER.sub("", text.replace("\N{SOFT HYPHEN}", "")).casefold()


def tokens_of(text: str) -> Iterator[str]:
    """The words, letters and digits alone."""
    return filter(None, map(letters_of, text.split()))


def read_words(path: Path) -> dict[int, list[PlumberWord]]:
    """The words of each page in the order of the file."""
    with pdfplumber.open(path) as source:
        return {
            page.page_number: [
                {**word, "page": page.page_number}
                for word in page.extract_words(use_text_flow=True, x_tolerance_ratio=0.15)
            ]
            for page in source.pages
        }


def find_inside(boxes: Iterable[Box], words: dict[int, list[PlumberWord]]) -> Inside:
    """The words whose centre is in one of the boxes."""
    return Inside(
        tuple(
            word
            for box in boxes
            for word in words[box.page_number]
            if box.x0 <= (word["x0"] + word["x1"]) / 2 <= box.x1
            and box.top <= (word["top"] + word["bottom"]) / 2 <= box.bottom
        )
    )


def check(record: Record, words: dict[int, list[PlumberWord]]) -> tuple[list[Miss], list[Miss]]:
    """The agreements and the targets that are not where they are said to be."""
    name = record.document.source_path
    agreements, targets = [], []
    for agreement in record.agreements:
        inside = find_inside(agreement.provenance, words)
        if not all(inside.holds(text) for text in (agreement.title or "", agreement.text)):
            about = (name, agreement.agreement_id, agreement.text)
            agreements.append(_miss(about, agreement.provenance, inside))
        for target in agreement.targets:
            inside = find_inside(target.provenance, words)
            if not inside.holds_at_once(target.raw):
                about = (name, target.target_id, target.raw)
                targets.append(_miss(about, target.provenance, inside))
    return agreements, targets


def _miss(about: tuple[str, str, str], boxes: Sequence[Box], inside: Inside) -> Miss:
    document, published_id, text = about
    found = " ".join(word["text"] for word in inside.words)
    return Miss(document, published_id, boxes[0].page_number if boxes else 0, text, found)


def describe(rows: Sequence[tuple[Record, list[Miss], list[Miss]]]) -> str:
    """The shares in words, and each miss by its id and page: no text of a document."""
    lines, all_agreements, all_targets, lost = [], 0, 0, [0, 0]
    for record, *misses in rows:
        targets = sum(len(agreement.targets) for agreement in record.agreements)
        counts = (len(record.agreements), targets)
        cells = " | ".join(
            f"{count} | {len(missed)}" for count, missed in zip(counts, misses, strict=True)
        )
        lines.append(f"| {record.document.source_path} | {cells} |")
        all_agreements, all_targets = all_agreements + counts[0], all_targets + counts[1]
        lost = [before + len(missed) for before, missed in zip(lost, misses, strict=True)]
    shares = [1 - lost[0] / all_agreements, 1 - lost[1] / all_targets]
    listed = [
        f"- {miss.document}, page {miss.page_number}: {miss.published_id}"
        for _, *kinds in rows
        for missed in kinds
        for miss in missed
    ]
    return f"""# Traces

Made by `make bench-report`, pdfplumber {pdfplumber.__version__}.
The share of agreements and of targets whose box holds their text, as another reader sees it
(pdfplumber on pdfminer): the words with their centre in the box, letters and digits alone.
A target must stand there in one piece, of an agreement each word.

| document | agreements | missed | targets | missed |
|---|--:|--:|--:|--:|
{chr(10).join(lines)}
| **share that holds** | **{shares[0]:.2%}** | | **{shares[1]:.2%}** | |

The promise is {PROMISE:.0%} for both. Missed:

{chr(10).join(listed) or "none."}
"""


def main(arguments: Sequence[str]) -> None:
    """Convert, check, print the misses with their texts, and write the shares down."""
    paths = [Path(argument) for argument in arguments] or sorted(CORPUS.glob("*.pdf"))
    if not paths:
        print("nothing to measure: name PDF files, or put the corpus in ../shared/corpus")
        return
    rows = []
    for path in paths:
        record = extract(path)
        agreements, targets = check(record, read_words(path))
        rows.append((record, agreements, targets))
        for miss in (*agreements, *targets):
            print(f"{miss.document} p. {miss.page_number} {miss.published_id}")
            print(f"   said  {miss.text[:SHOWN_CHARS]!r}\n   there {miss.found[:SHOWN_CHARS]!r}")
    text = describe(rows)
    print(text)
    if not arguments:
        REPORT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
