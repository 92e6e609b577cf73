"""docs/diff.md tells the truth: its example is what is printed, its keys and values are all."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

from tests.diff.builders import Chapters, make_record
from tests.diff.pairs import EXAMPLES, NEIGHBOURS, OLD, POOR, RENT, SALE, TURNOUT

from prestatie_extract.diff import CLASSES, Form, compare, render
from prestatie_extract.diff.outcome import Only
from prestatie_extract.diff.wording import PAIRED_BY

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "diff.md").read_text(encoding="utf-8")
BUILD = "De corporaties bouwen in {} maximaal {} sociale huurwoningen."
VISION = "De gemeente stelt voor 1 juli {} een woonzorgvisie vast."
SOLAR = "Het Anker legt zonnepanelen op alle geschikte daken."
HEAT = "Partijen werken een plan uit voor een warmtenet."
TREKKER = {"raw": "Het Anker", "names": ["Het Anker"], "party_ids": [], "source": "column"}
EARLIER: Chapters = {
    "1|Beschikbaarheid": [
        ("1.1", BUILD.format(2025, 180)), ("1.2", SALE), ("1.3", VISION.format(2025)),
    ],
    "2|Betaalbaarheid": [("2.1", RENT), ("2.2", POOR)],
    "3|Duurzaamheid": [("3.1", f"{SOLAR} {HEAT}"), ("3.2", NEIGHBOURS)],
}  # fmt: skip
LATER: Chapters = {
    "1|Beschikbaarheid": [("1.1", BUILD.format(2026, 150)), ("1.2", VISION.format(2026))],
    "2|Betaalbaarheid": [("2.1", TURNOUT), ("2.2", RENT), ("2.3", POOR)],
    "3|Duurzaamheid": [("3.1", SOLAR), ("3.2", HEAT)],
    "4|Leefbaarheid": [("4.1", NEIGHBOURS)],
}
OLD_RECORD, NEW_RECORD = (
    make_record(
        chapters, changes=changes, kind="jaarschijf", period_start=year, period_end=year,
        source_path=f"merendaal-{year}.pdf",
    )
    for chapters, year, changes in (
        (EARLIER, 2025, {}), (LATER, 2026, {"3.1": {"trekker": TREKKER}}),
    )
)  # fmt: skip


def test_example_is_what_is_printed() -> None:
    """The lines on the page are those that the command prints."""
    example = DOCS.split("```text\n", 1)[1].split("```", 1)[0]
    assert render(compare([OLD_RECORD], [NEW_RECORD]), Form.TEXT) == example


def test_keys_of_json_are_described() -> None:
    """The page names every key of the JSON, and no other."""
    content = json.loads(render(compare([OLD_RECORD], [NEW_RECORD]), Form.JSON))
    described = set(re.findall(r"`([a-z_]+)`", "".join(_rows("JSON"))))
    assert _keys(content) | set(CLASSES) == described | set(CLASSES)


def _keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


def _rows(heading: str) -> list[str]:
    below = DOCS.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return [line for line in below.splitlines() if line.startswith("| `")]


def test_values_are_described() -> None:
    """Every class, way of pairing and kind of change that can be passed over is on the page."""
    for name in (*CLASSES, *get_args(Only), *PAIRED_BY):
        assert f"`{name}`" in DOCS


def test_figures_are_those_of_the_tests() -> None:
    """The page counts the agreements of the hand-made pairs."""
    number = sum(
        len(compare([make_record(OLD)], [make_record(example.new)]).documents[0].pairs)
        for example in EXAMPLES.values()
    )
    assert f"{number} of {number} right" in DOCS
