"""Our figures are those of the scoring script that the project is measured with."""

from __future__ import annotations

import importlib.util
import json
import random
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.conftest import CORPUS, ROOT
from tests.evaluate.builders import Values, count, to_record, write_gold, write_records

from prestatie_extract.evaluate.evaluation import evaluate
from prestatie_extract.evaluate.fields import FIELDS, Measure
from prestatie_extract.evaluate.figures import MEASURES, figures_of, to_array
from prestatie_extract.pipeline import extract
from prestatie_extract.write import record_to_json

SCRIPT = CORPUS.parent / "score" / "score.py"
GOLDS = [
    *sorted((CORPUS / "gold").glob("*.json")),
    *sorted((ROOT / "tests/samples/gold").glob("*")),
]
ENDINGS = {"_P": Measure.PRECISION, "_R": Measure.RECALL, "_F1": Measure.F1}
SAME = 1e-12  # figures closer than this differ by the order of summing alone
MORE = frozenset(("hoogeveen-2023-2027", "sparrenhove-2026-2029"))
CASES = [
    *((path, 0) for path in GOLDS),
    *((path, seed) for path in GOLDS if path.stem in MORE for seed in range(1, 5)),
]  # fmt: skip
SMALL = [path for path in GOLDS if CORPUS not in path.parents]
SHARE = 0.15  # of the things of a kind that are damaged
DAMAGED_FIGURES = 16  # half of those of the script, at least


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The scoring script as a module; skips where it is missing."""
    if not SCRIPT.is_file():
        pytest.skip("needs the scoring script in ../shared/score")
    spec = importlib.util.spec_from_file_location("score", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def name_figure(theirs: str) -> tuple[str, Measure]:
    """The field and measure that the script calls so."""
    for ending, measure in ENDINGS.items():
        if theirs.endswith(ending):
            return theirs.removesuffix(ending), measure
    return theirs, FIELDS[theirs].headline


def our_figures(gold: Values, record: Values, names: list[str]) -> dict[str, float]:
    """Our figures by the script's names."""
    figures = figures_of(to_array(count(gold, record).total))
    places = {name: name_figure(name) for name in names}
    return {
        name: float(figures[list(FIELDS).index(field), MEASURES.index(measure)])
        for name, (field, measure) in places.items()
    }


def load(path: Path) -> Values:
    values: Values = json.loads(path.read_text(encoding="utf-8"))
    return values


Damage = Callable[[random.Random, Values], None]


def _drop_letters(dice: random.Random, one: Values) -> None:
    share = dice.choice((0.01, 0.1, 0.3))
    one["text"] = "".join(c for c in one["text"] if dice.random() > share)


def _restyle(dice: random.Random, one: Values) -> None:
    style = {" ": dice.choice(("\n• ", " ", "  ", " - ")), "-": "‑", "'": "’"}
    one["text"] = "".join(style.get(c, c) if dice.random() < 0.2 else c for c in one["text"])


def _set(key: str, *values: Any) -> Damage:
    return lambda dice, one: one.update({key: dice.choice(values)})


def _set_inside(key: str, inner: str, *values: Any) -> Damage:
    return lambda dice, one: one[key].update({inner: dice.choice(values)})


AGREEMENT_DAMAGE: tuple[Damage, ...] = (
    _drop_letters,
    _restyle,
    _set("number", None, "7", "3.", "Bij 1", "B2"),
    _set("kind", "inzet", "doelstelling"),
    _set("theme", "overig", "leefbaarheid", None),
    _set("horizon", None, "2024", "meerjarig "),
    _set("section_id", None, "s1", "s3"),
    _set("title", None, "Een andere titel"),
    _set("context", {}, {"toelichting": "iets anders"}),
    _set("refs", [], [{"number": "2."}, {"number": "99"}]),
    _set("party_ids", [], ["p0", "p2"], ["nobody"]),
    _set("trekker", None, {"raw": "De gemeente", "names": ["gemeente", "Stichting p"]}),
    _set_inside("trekker", "raw", None, "Gemeente en corporaties"),
    _set_inside("involved", "names", [], ["allen", "corporaties"]),
    _set_inside("involved", "raw", None, "Allen"),
    _set_inside("planning", "raw", None, "Q1 2024"),
    _set("targets", []),
)
TARGET_DAMAGE: tuple[Damage, ...] = (
    _set("value", None, 80, 0.00004, 12.00004),
    _set("value_max", None, 100),
    _set("unit", "%", "overig:huizen", "EUR", None),
    _set("qualifier", "exact", "max", None),
    _set("role", "context", "target", "condition"),
    _set("party_id", None, "p0", "p1", "total", "unknown"),
    _set("period", None, "2025-2030", "per jaar", "t/m 2030"),
    _set("raw", "", "80 woningen"),
)
SECTION_DAMAGE: tuple[Damage, ...] = (
    _set("number", None, "1.", "9"),
    _set("title", "Afspraken", "De afspraken", "Iets heel anders"),
    _set("level", 1, 2, 3, None),
    _set("parent_id", None),  # a circle of parents would hang the script
)
DOCUMENT_DAMAGE: tuple[Damage, ...] = (
    _set("municipality", "Gemeente Sparrenhove", None),
    _set("period_end", 2031, None),
    _set("signed_on", None, "2025-01-31"),
)


def damage(record: Values, seed: int) -> Values:
    """The record with things dropped, doubled, moved and changed."""
    dice, harmed = random.Random(seed), deepcopy(record)  # noqa: S311 (no secret)
    harmed["parties"].append({"party_id": "total", "name": "Totaal", "signatory": False})
    for party in harmed["parties"]:
        if dice.random() < SHARE:
            party["name"] = f"Stichting {party['name']} & Zonen"
            party["signatory"] = not party["signatory"]
    _apply(dice, DOCUMENT_DAMAGE, [harmed["document"]])
    _apply(dice, SECTION_DAMAGE, harmed["sections"])
    for one in harmed["agreements"]:
        _apply(dice, TARGET_DAMAGE, one["targets"])
        if dice.random() < SHARE and one["targets"]:
            one["targets"].append(dict(dice.choice(one["targets"])))
            one["targets"].reverse()
    _apply(dice, AGREEMENT_DAMAGE, harmed["agreements"])
    for key in ("agreements", "sections"):
        harmed[key] = [one for one in harmed[key] if dice.random() > SHARE / 2]
    harmed["agreements"] += deepcopy(dice.choices(harmed["agreements"], k=2))
    return harmed


def _apply(dice: random.Random, kinds: tuple[Damage, ...], things: list[Values]) -> None:
    for one in things:
        for harm in kinds:
            if dice.random() < SHARE:
                if one.get("trekker", {}) is None:
                    one["trekker"] = {}
                harm(dice, one)


@pytest.mark.parametrize(("path", "seed"), CASES, ids=[f"{p.stem}-{seed}" for p, seed in CASES])
def test_damaged_record_has_the_same_figures(path: Path, seed: int, script: ModuleType) -> None:
    """Dropped, doubled, renamed and changed things count as the script counts them."""
    gold = load(path)
    record = damage(to_record(gold), seed)
    theirs, _ = script.score_doc(gold, record)
    assert our_figures(gold, record, list(theirs)) == pytest.approx(theirs, abs=SAME)
    assert sum(figure < 1 for figure in theirs.values()) >= DAMAGED_FIGURES


@pytest.mark.parametrize("path", SMALL, ids=lambda path: path.stem)
def test_record_that_says_the_same_is_perfect(path: Path, script: ModuleType) -> None:
    """A record made of the annotation has no miss, for the script neither."""
    gold = load(path)
    record = to_record(gold)
    theirs, _ = script.score_doc(gold, record)
    assert {name for name, figure in theirs.items() if figure != 1} == set()
    assert count(gold, record).misses == ()


def test_output_of_the_tool_has_the_same_figures(
    corpus: Path, tmp_path: Path, script: ModuleType
) -> None:
    """A real agreement: documents, chosen records and means are those of `score.py --json`."""
    assert script.__name__ == "score"
    (tmp_path / "out").mkdir()
    record = extract(corpus / "text" / "hoogeveen-2023-2027.txt")
    (tmp_path / "out" / "hoogeveen.json").write_text(record_to_json(record), encoding="utf-8")
    command = [
        sys.executable,
        *map(str, (SCRIPT, "--json", "--gold", corpus / "gold", tmp_path / "out")),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    made = evaluate(tmp_path / "out", corpus / "gold", rounds=0)
    table = json.loads(done.stdout)
    ours = {one.doc: one for one in made.documents}
    assert {doc for doc, theirs in table["documents"].items() if theirs is None} == {
        doc for doc, one in ours.items() if one.record is None
    }
    for figures, theirs in (
        *((ours[doc].figures, theirs or {}) for doc, theirs in table["documents"].items()),
        (made.mean, table["mean"]),
    ):
        found = {name: name_figure(name) for name in theirs}
        assert {name: figures[field][m].value for name, (field, m) in found.items()} == (
            pytest.approx(theirs, abs=SAME)
        )


def test_the_same_records_are_chosen(tmp_path: Path, script: ModuleType) -> None:
    """By name of the document, then municipality, then first year; the first of several."""
    golds = [load(path) for path in SMALL]
    records = [to_record(gold) for gold in golds[::2]]
    records[0]["document"]["source_path"] = "scan.pdf"
    out = write_records(tmp_path / "out", *records)
    made = evaluate(out, write_gold(tmp_path / "gold", *golds), rounds=0)
    loaded = script.load_records(out)
    theirs = {gold["doc"]: script.best_record(gold, loaded) for gold in golds}
    assert {one.doc: one.record for one in made.documents} == {
        doc: best and best[0].relative_to(out).as_posix() for doc, best in theirs.items()
    }
