"""Small annotations, the records that say the same, and folders with both."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from prestatie_extract.evaluate.counting import Counts, count_document
from prestatie_extract.evaluate.entries import Entry
from prestatie_extract.evaluate.evaluation import Evaluation, evaluate
from prestatie_extract.evaluate.fields import FIELDS, Measure
from prestatie_extract.evaluate.figures import MEASURES, figures_of, to_array
from prestatie_extract.evaluate.gold import to_content
from prestatie_extract.evaluate.records import to_produced

Values = dict[str, Any]

TEXTS = (
    "Het Anker bouwt in 2026 minimaal 80 woningen voor ouderen.",
    "De gemeente wijst voor de zomer een bouwplek aan bij de haven.",
    "Partijen spreken elkaar twee keer per jaar over de voortgang.",
    "De huurders krijgen een stem in de plannen voor de Molenwijk.",
)


def gold_target(raw: str = "minimaal 80 woningen", value: Any = 80, **changes: Any) -> Values:
    """An annotated target of role target."""
    return {
        "raw": raw, "value": value, "value_max": None, "unit": "woningen", "qualifier": "min",
        "subject": "nieuwbouw", "party": None, "period": None, "role": "target",
    } | changes  # fmt: skip


def gold_agreement(number: str = "1", **changes: Any) -> Values:
    """An annotated agreement of section 1.1 without anything else."""
    place = int(number) - 1 if number.isdigit() else 0
    return {
        "number": number, "kind": "afspraak", "section": "1.1", "theme": "beschikbaarheid",
        "title": None, "text": TEXTS[place % len(TEXTS)], "items": [], "horizon": None,
        "trekker_raw": None,
        "trekkers": [], "betrokkenen_raw": None, "betrokkenen": [], "planning_raw": None,
        "context": {}, "refs": [], "parties": [], "targets": [],
    } | changes  # fmt: skip


def gold_document(*agreements: Values, **changes: Any) -> Values:
    """An annotation with these agreements."""
    return {
        "doc": "merendaal-2025-2028",
        "title": "Prestatieafspraken Merendaal 2025-2028",
        "municipality": "Merendaal",
        "period": {"start": 2025, "end": 2028},
        "signed_on": None,
        "parties": [
            {"name": "Gemeente Merendaal", "type": "gemeente", "aliases": []},
            {"name": "Het Anker", "type": "corporatie", "aliases": ["Stichting Het Anker", "HA"]},
        ],
        "sections": [
            {"number": "1", "title": "Beschikbaarheid", "level": 1},
            {"number": "1.1", "title": "Afspraken", "level": 2},
        ],
        "agreements": list(agreements),
    } | changes


def to_record(gold: Values) -> Values:
    """The record that says all that an annotation says, in the form of the contract."""
    names = [p["name"] for p in gold["parties"]]
    for one in gold["agreements"]:
        names += [*one["parties"], *(t["party"] for t in one["targets"] if t["party"])]
    ids = {name: f"p{i}" for i, name in enumerate(dict.fromkeys(names))}
    aliases = {p["name"]: p.get("aliases", []) for p in gold["parties"]}
    sections = _to_sections(gold)
    return {
        "document": {
            "source_path": f"{gold['doc']}.pdf",
            "municipality": gold["municipality"],
            "period_start": gold["period"]["start"],
            "period_end": gold["period"]["end"],
            "signed_on": gold["signed_on"],
        },
        "parties": [
            {"party_id": key, "name": name, "aliases": aliases.get(name, []),
             "signatory": name in aliases}
            for name, key in ids.items()
        ],
        "sections": sections,
        "agreements": [_to_agreement(one, ids, sections) for one in gold["agreements"]],
    }  # fmt: skip


def _to_sections(gold: Values) -> list[Values]:
    sections: list[Values] = []
    for i, one in enumerate(gold["sections"]):
        above = [s for s in sections if s["level"] < one["level"]]
        parent = above[-1]["section_id"] if above else None
        sections.append({"section_id": f"s{i}", "parent_id": parent, **one})
    return sections


def _to_agreement(one: Values, ids: dict[str, str], sections: list[Values]) -> Values:
    places = [
        s["section_id"] for s in sections if one["section"] in {s["number"], s["title"]}
    ]  # fmt: skip
    same = ("number", "kind", "theme", "title", "text", "horizon", "context")
    return {key: one[key] for key in same} | {
        "section_id": places[0] if places else None,
        "trekker": {"raw": one["trekker_raw"], "names": one["trekkers"]},
        "involved": {"raw": one["betrokkenen_raw"], "names": one["betrokkenen"]},
        "planning": {"raw": one["planning_raw"]},
        "refs": [{"number": number} for number in one["refs"]],
        "party_ids": [ids[name] for name in one["parties"]],
        "targets": [
            {**target, "party_id": ids[target["party"]] if target["party"] else None}
            for target in one["targets"]
        ],
    }


def count(gold: Values, record: Values) -> Counts:
    """What is right of a record."""
    wanted = to_content(Entry(gold))
    return count_document(wanted, to_produced(Entry(record), "json/a.json").content)


def measures(gold: Values, record: Values, field: str) -> dict[str, float]:
    """Precision, recall, F1 and accuracy of one field, by name."""
    figures = figures_of(to_array(count(gold, record).total))[list(FIELDS).index(field)]
    return {measure.value: round(float(figures[k]), 4) for k, measure in enumerate(MEASURES)}


def headline(gold: Values, record: Values, field: str) -> float:
    """The figure that stands for a field."""
    return measures(gold, record, field)[FIELDS[field].headline.value]


def write_gold(folder: Path, *golds: Values) -> Path:
    """A folder of annotations."""
    folder.mkdir(parents=True, exist_ok=True)
    for gold in golds:
        path = folder / f"{gold['doc']}.json"
        path.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return folder


def write_records(folder: Path, *records: Values) -> Path:
    """An output folder with these records alone."""
    (folder / "json").mkdir(parents=True, exist_ok=True)
    for record in records:
        name = record["document"]["source_path"].replace(".pdf", "-01234567.json")
        (folder / "json" / name).write_text(json.dumps(record), encoding="utf-8")
    return folder


def evaluate_these(
    folder: Path, golds: list[Values], records: list[Values], rounds: int = 0
) -> Evaluation:
    """Annotations and records, written to a folder and evaluated."""
    return evaluate(
        write_records(folder / "out", *records), write_gold(folder / "gold", *golds), rounds=rounds
    )


def value_of(evaluation: Evaluation, field: str, measure: Measure | None = None) -> float:
    """The mean over the documents."""
    return evaluation.mean[field][measure or FIELDS[field].headline].value
