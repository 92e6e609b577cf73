"""End to end: the samples against their annotations, the corpus against its floors."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rapidfuzz import fuzz
from tests.golden.stages import ALL_SLUGS, FORMS, SLUGS, sample_path, sample_source

from prestatie_extract import extract
from prestatie_extract.page import Page
from prestatie_extract.schema import Record
from prestatie_extract.schema.agreement import Agreement, Target
from prestatie_extract.tagging.contents import load_nlp
from prestatie_extract.write.json_files import record_to_json

if TYPE_CHECKING:
    from spacy.language import Language

GOLD = Path(__file__).parent / "samples" / "gold"
TEXT_SCORE_MIN = 98.0  # 0-100
BOX_TOLERANCE = 0.01  # points; boxes are published with two decimals
CONFIDENCE_MIN = 0.75  # of agreements that are all right
UNASSIGNED_SHARE_MAX = 0.005
CORPUS_AGREEMENTS = {
    "amersfoort-2022-2023": 58,
    "druten-2025-2028": 111,
    "harderwijk-2024": 94,
    "hoogeveen-2023-2027": 23,
    "stichtse-vecht-2025-2030": 67,
}


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_nlp()


@cache
def sample_record(slug: str) -> Record:
    return extract(sample_path(slug))


@cache
def sample_gold(slug: str) -> dict[str, Any]:
    text = (GOLD / f"{slug}.json").read_text(encoding="utf-8")
    gold: dict[str, Any] = json.loads(text)
    return gold


def _pairs(slug: str) -> Iterator[tuple[Agreement, dict[str, Any]]]:
    """Each agreement with its annotation; both are in reading order."""
    yield from zip(sample_record(slug).agreements, sample_gold(slug)["agreements"], strict=True)


@pytest.mark.parametrize("slug", ALL_SLUGS)
class TestSamples:
    def test_agreements(self, slug: str) -> None:
        """Agreements, their numbers, kinds and horizons are those of the annotation, in order."""
        found = sample_record(slug).agreements
        assert [(a.number, a.kind, a.horizon) for a in found] == [
            (g["number"], g["kind"], g["horizon"]) for g in sample_gold(slug)["agreements"]
        ]

    def test_texts(self, slug: str) -> None:
        """The text of each is the annotation's, and so are its items."""
        for agreement, gold in _pairs(slug):
            assert fuzz.ratio(agreement.text, gold["text"]) >= TEXT_SCORE_MIN, gold["number"]
            assert list(agreement.items) == gold["items"]

    def test_columns(self, slug: str) -> None:
        """Cells are published as printed, words cut at a line end made whole."""
        for agreement, gold in _pairs(slug):
            assert agreement.trekker.raw == gold["trekker_raw"]
            assert agreement.involved.raw == gold["betrokkenen_raw"]
            assert agreement.planning.raw == gold["planning_raw"]
            assert agreement.context == gold["context"]

    def test_every_character_is_accounted_for(self, slug: str) -> None:
        """No character of the text layer is lost."""
        coverage = sample_record(slug).coverage
        assert coverage.unassigned == 0
        assert coverage.characters == sample_source(slug).characters

    def test_targets_stand_where_they_say(self, slug: str) -> None:
        """A target's raw is the text between its offsets."""
        for agreement in sample_record(slug).agreements:
            for target in agreement.targets:
                if target.start is None:
                    assert target.where == "table" or target.where.startswith("context:")
                    continue
                pieces = {text[target.start : target.end] for text in agreement.texts(target)}
                assert target.raw in pieces

    def test_boxes(self, slug: str) -> None:
        """Every box is inside its page, and the words in a target's boxes hold its characters."""
        pages = {p.page_number: p for p in sample_source(slug).pages}
        for agreement in sample_record(slug).agreements:
            assert agreement.provenance
            for box in agreement.provenance:
                page = pages[box.page_number]
                assert 0 <= box.x0 < box.x1 <= page.width
                assert 0 <= box.top < box.bottom <= page.height
            for target in agreement.targets:
                assert target.provenance, target.raw
                missing = Counter(target.raw.replace(" ", "")) - _characters_in(target, pages)
                assert not missing, target.raw


@pytest.mark.parametrize("slug", SLUGS)
class TestWholeSamples:
    def test_titles(self, slug: str) -> None:
        """A title line of an agreement's own is kept apart from its text."""
        assert [a.title for a in sample_record(slug).agreements] == [
            g["title"] for g in sample_gold(slug)["agreements"]
        ]

    def test_sections(self, slug: str) -> None:
        """Each agreement stands in its section; the tree is the annotation's."""
        record = sample_record(slug)
        found = [(s.number, s.title, s.level) for s in record.sections]
        assert found == [
            (s["number"], s["title"], s["level"]) for s in sample_gold(slug)["sections"]
        ]
        by_id = {s.section_id: s for s in record.sections}
        for agreement, gold in _pairs(slug):
            path = []
            section = by_id.get(agreement.section_id or "")
            while section is not None:
                path.append(section.number or section.title)
                section = by_id.get(section.parent_id or "")
            assert gold["section"] in path

    def test_document(self, slug: str) -> None:
        """Municipality, period, date of signing and contracting parties are the annotation's."""
        record, gold = sample_record(slug), sample_gold(slug)
        document = record.document
        period = {"start": document.period_start, "end": document.period_end}
        assert document.municipality == gold["municipality"]
        assert period == gold["period"]
        assert str(document.signed_on) == gold["signed_on"]
        assert {(p.name, p.type) for p in record.parties if p.signatory} == {
            (p["name"], p["type"]) for p in gold["parties"]
        }


@pytest.mark.parametrize("slug", FORMS)
class TestForms:
    def test_forms(self, slug: str) -> None:
        """Each agreement says in which form it was found."""
        assert {a.form for a in sample_record(slug).agreements} == FORMS[slug]

    def test_trekkers(self, slug: str) -> None:
        """Who leads comes from column, label or group heading alike."""
        for agreement, gold in _pairs(slug):
            assert agreement.trekker.raw == gold["trekker_raw"]
            assert (agreement.trekker.source is None) == (not gold["trekkers"])

    def test_sections_of_agreements(self, slug: str) -> None:
        """Each agreement stands in the section of the annotation or below it."""
        by_id = {s.section_id: s for s in sample_record(slug).sections}
        for agreement, gold in _pairs(slug):
            path = []
            section = by_id.get(agreement.section_id or "")
            while section is not None:
                path.append(section.number or section.title)
                section = by_id.get(section.parent_id or "")
            assert gold["section"] in path

    def test_confidence(self, slug: str) -> None:
        """Agreements that are right are sure, and no finding doubts them."""
        record = sample_record(slug)
        assert min(a.confidence for a in record.agreements) >= CONFIDENCE_MIN
        assert not any(f.code == "low_confidence" for f in record.findings)


def _characters_in(target: Target, pages: dict[int, Page]) -> Counter[str]:
    """The characters of all words whose middle is in one of the target's boxes."""
    found: Counter[str] = Counter()
    for box in target.provenance:
        for word in pages[box.page_number].words:
            x, y = word.bbox.x_mid, word.bbox.y_mid
            is_across = box.x0 - BOX_TOLERANCE <= x <= box.x1 + BOX_TOLERANCE
            if is_across and box.top - BOX_TOLERANCE <= y <= box.bottom + BOX_TOLERANCE:
                found.update(word.text)
    return found


PRINT_DIGESTS = """
import hashlib, sys
from prestatie_extract import extract
from prestatie_extract.write.json_files import record_to_json
for path in sys.argv[1:]:
    print(hashlib.sha256(record_to_json(extract(path)).encode()).hexdigest())
"""


def test_same_bytes_every_time(nlp: Language) -> None:
    """A second run, in another process with another hash seed, writes the same bytes."""
    paths = [str(sample_path(slug)) for slug in SLUGS]
    again = subprocess.run(
        [sys.executable, "-c", PRINT_DIGESTS, *paths],
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=True,
        text=True,
    )
    ours = [hashlib.sha256(_json_of(slug)).hexdigest() for slug in SLUGS]
    assert again.stdout.split() == ours
    assert [record_to_json(extract(path, nlp=nlp)).encode() for path in paths] == [
        _json_of(slug) for slug in SLUGS
    ]


def _json_of(slug: str) -> bytes:
    return record_to_json(sample_record(slug)).encode()


@pytest.mark.parametrize("slug", CORPUS_AGREEMENTS)
@pytest.mark.parametrize(("folder", "suffix"), [("pdf", ".pdf"), ("text", ".txt")])
def test_corpus(corpus: Path, nlp: Language, slug: str, folder: str, suffix: str) -> None:
    """Real agreements are found in full, from PDF and from text, and hardly a character is lost."""
    record = extract(corpus / folder / f"{slug}{suffix}", nlp=nlp)
    assert len(record.agreements) == CORPUS_AGREEMENTS[slug]
    coverage = record.coverage
    assert coverage.unassigned <= UNASSIGNED_SHARE_MAX * coverage.characters
