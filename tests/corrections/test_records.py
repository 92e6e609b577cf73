from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.write.test_write import records

from prestatie_extract.corrections import Correction, correct_record
from prestatie_extract.corrections.agreements import _Page
from prestatie_extract.corrections.fields import AGREEMENT_FIELDS, TARGET_FIELDS
from prestatie_extract.schema import Record
from prestatie_extract.schema.agreement import Agreement
from prestatie_extract.schema.correction import CorrectionResult
from prestatie_extract.write import json_to_record, record_to_json, record_to_rows

DOCUMENT = "0123456789ab"
ID = f"{DOCUMENT}/1/1"
TEXT = "De gemeente toetst of Het Anker minimaal 80 woningen en 12 plekken bouwt."


def target(place: int, raw: str, **changes: Any) -> dict[str, Any]:
    start = TEXT.index(raw)
    return {
        "target_id": f"{ID}/t{place}",
        "raw": raw,
        "where": "text",
        "start": start,
        "end": start + len(raw),
        "value": 80,
        "value_max": None,
        "unit": "woningen",
        "qualifier": "min",
        "subject": "woningen",
        "party_id": "het-anker",
        "period": None,
        "role": "target",
        "role_source": "default",
        "provenance": [],
    } | changes


def party(party_id: str, name: str, kind: str, *aliases: str, signatory: bool = True) -> Any:
    return {
        "party_id": party_id,
        "name": name,
        "type": kind,
        "aliases": aliases,
        "signatory": signatory,
        "match": {"method": "new", "score": 100},
    }


PARTIES = [
    party("gemeente-merendaal", "Gemeente Merendaal", "gemeente", "de gemeente"),
    party("het-anker", "Het Anker", "corporatie", "Woonstichting Het Anker", "WHA"),
    party("de-vuurbaak", "De Vuurbaak", "corporatie"),
    party("zorgnet", "Zorgnet", "zorg", signatory=False),
]
NOBODY: dict[str, Any] = {"raw": None, "names": [], "party_ids": []}


def agreement(**changes: Any) -> dict[str, Any]:
    role = {"raw": "GGD", "names": ["GGD"], "party_ids": [], "source": "column"}
    return {
        "agreement_id": ID,
        "ordinal": 1,
        "number": "1",
        "kind": "afspraak",
        "section_id": None,
        "theme": "duurzaamheid",
        "themes": [
            {"theme": "duurzaamheid", "score": 1, "source": "heading", "content_score": 0.2},
            {"theme": "leefbaarheid", "score": 0.7, "source": "model", "content_score": 0.7},
        ],
        "title": None,
        "text": TEXT,
        "items": [],
        "horizon": None,
        "trekker": role,
        "involved": NOBODY,
        "planning": {"raw": None, "start": None, "end": None},
        "context": {},
        "refs": [],
        "party_ids": [],
        "targets": [
            target(1, "minimaal 80 woningen"),
            target(2, "12 plekken", value=12, unit="plekken", qualifier="exact", role="context"),
        ],
        "provenance": [{"page_number": 4, "x0": 0, "top": 0, "x1": 9, "bottom": 9}],
        "form": "table",
        "confidence": 0.95,
        "commitment_type": "output",
        "commitment_source": "model",
        "commitment_score": 0.87,
        "concreteness": 3,
        "concreteness_source": "rule",
        "concreteness_score": 1.0,
    } | changes


def make_record(**changes: Any) -> Record:
    stranger = {
        "code": "trekker_not_a_party",
        "severity": "warning",
        "message": "trekker 'GGD' is not a contracting party: check the list of parties",
        "page_number": 4,
        "agreement_id": ID,
    }
    counts = dict.fromkeys(("characters", "agreements", "sections", "tables", "furniture"), 0)
    return Record.model_validate(
        {
            "schema_version": "1.5",
            "document": {
                "document_id": DOCUMENT,
                "source_path": "merendaal.pdf",
                "source_sha256": DOCUMENT + "0" * 52,
                "media_type": "application/pdf",
                "page_count": 4,
                "text_status": "digital",
                "title": None,
                "municipality": "Merendaal",
                "municipality_code": None,
                "kind": "kader",
                "period_start": 2025,
                "period_end": 2028,
                "signed_on": None,
                "extractor": {"name": "x", "version": "1", "model": "m", "config_sha256": "0" * 64},
            },
            "parties": PARTIES,
            "sections": [],
            "agreements": [agreement(**changes)],
            "findings": [stranger],
            "coverage": counts | {"unassigned": 0, "pages": []},
        }
    )


def correct(fields: dict[str, Any], *, was: dict[str, Any] | None = None, **changes: Any) -> Record:
    """The record with these corrections; checked again as one that was read from a file."""
    was = was or {}
    corrections = [
        Correction(ID, name, value, was.get(name), has_was=name in was, source_file="a.yaml")
        for name, value in fields.items()
    ]
    corrected = correct_record(make_record(**changes), corrections)
    assert json_to_record(record_to_json(corrected).encode()) == corrected
    return corrected


def only(record: Record) -> Agreement:
    [found] = record.agreements
    return found


def statuses(record: Record) -> dict[str, str]:
    return {result.field: result.status for result in record.corrections}


def result(record: Record) -> CorrectionResult:
    [found] = record.corrections
    return found


def codes(record: Record) -> list[str]:
    return [finding.code for finding in record.findings]


def test_plain_key_is_replaced_and_marked() -> None:
    """The record tells that it was corrected, and what the tool said."""
    record = correct({"kind": "inzet"})
    assert (only(record).kind, only(record).corrected) == ("inzet", ("kind",))
    assert result(record).model_dump() == {
        "agreement_id": ID,
        "field": "kind",
        "source_file": "a.yaml",
        "was": None,
        "value": "inzet",
        "found": "afspraak",
        "note": None,
        "status": "applied",
        "reason": None,
    }
    assert record.document.extractor.corrections_sha256
    assert codes(record) == ["trekker_not_a_party"]


def test_theme_comes_first_of_all_themes() -> None:
    """Once, from a person, with what its words say for it; the others stay behind it."""
    found = only(correct({"theme": "leefbaarheid"}))
    assert found.theme == "leefbaarheid"
    assert [theme.model_dump() for theme in found.themes] == [
        {"theme": "leefbaarheid", "score": 1.0, "source": "correction", "content_score": 0.7},
        {"theme": "duurzaamheid", "score": 1.0, "source": "heading", "content_score": 0.2},
    ]


ROLES: list[tuple[str, Any, tuple[str, ...], tuple[str, ...]]] = [
    ("code", ["gemeente"], ("gemeente",), ("gemeente-merendaal",)),
    ("generic-word", ["Corporaties"], ("corporaties",), ("het-anker", "de-vuurbaak")),
    ("alias", ["WHA"], ("Het Anker",), ("het-anker",)),
    ("other-case", ["het anker"], ("Het Anker",), ("het-anker",)),
    ("the-one-municipality", ["Gemeente Merendaal"], ("gemeente",), ("gemeente-merendaal",)),
    ("only-named", ["Zorgnet"], ("Zorgnet",), ("zorgnet",)),
    ("all", ["allen"], ("allen",), ("gemeente-merendaal", "het-anker", "de-vuurbaak")),
    ("stranger", ["Waterschap"], ("Waterschap",), ()),
    ("text", "gemeente", ("gemeente",), ("gemeente-merendaal",)),
    ("nobody", [], (), ()),
    ("twice", ["WHA", "Het Anker"], ("Het Anker",), ("het-anker",)),
]


@pytest.mark.parametrize(
    ("written", "names", "ids"), [row[1:] for row in ROLES], ids=[row[0] for row in ROLES]
)
def test_names_stand_for_parties(written: Any, names: Any, ids: Any) -> None:
    written = tuple(written) if isinstance(written, list) else written
    record = correct({"trekker.names": written, "involved.names": written}, involved=NOBODY)
    trekker, involved = only(record).trekker, only(record).involved
    assert (trekker.names, trekker.party_ids) == (names, ids)
    assert (trekker.raw, trekker.source) == ("GGD", "correction")
    assert (involved.names, involved.party_ids) == (names, ids)
    roles = {(row["party_id"], row["role"]) for row in record_to_rows(record)["agreement_parties"]}
    assert roles == {(i, role) for i in ids for role in ("trekker", "involved")}


def test_parties_that_are_told_are_not_looked_up() -> None:
    """Also where the tool had them already and only the name changes."""
    both = {"trekker.names": ("corporaties",), "trekker.party_ids": ("het-anker",)}
    assert only(correct(both)).trekker.party_ids == ("het-anker",)
    role = {"raw": None, "names": ["WHA?"], "party_ids": ["het-anker"], "source": "text"}
    kept = correct(both, trekker=role)
    assert only(kept).trekker.party_ids == ("het-anker",)
    assert statuses(kept) == {"trekker.names": "applied", "trekker.party_ids": "superfluous"}


def test_finding_on_the_trekker_follows() -> None:
    """That on the old one goes, a new stranger gets one of its own."""
    assert codes(correct({"trekker.names": ("gemeente",)})) == []
    [finding] = correct({"trekker.names": ("Waterschap",)}).findings
    assert "'Waterschap' is not a contracting party" in finding.message
    assert (finding.page_number, finding.agreement_id) == (4, ID)


def test_judgements_are_a_persons() -> None:
    found = only(correct({"commitment_type": "proces", "concreteness": 2}))
    assert (found.commitment_type, found.commitment_source) == ("proces", "correction")
    assert (found.concreteness, found.concreteness_source) == (2, "correction")
    assert (found.commitment_score, found.concreteness_score) == (1.0, 1.0)


def test_target_is_corrected_as_a_whole() -> None:
    """A range whose ends would cross if they came one by one; the page stays as printed."""
    fields = {
        "value": 100,
        "value_max": 120,
        "qualifier": "range",
        "period": 2028,
        "role": "target",
    }
    record = correct({f"targets.t2.{name}": value for name, value in fields.items()})
    found = only(record).targets[1]
    assert (found.value, found.value_max, found.period) == (100.0, 120.0, "2028")
    assert (found.role, found.role_source) == ("target", "correction")
    assert found.corrected == ("value", "value_max", "qualifier", "period", "role")
    assert (found.raw, only(record).corrected) == ("12 plekken", ())
    row = record_to_rows(record)["targets"][1]
    assert row["corrected"] == "value | value_max | qualifier | period | role"


def test_target_that_is_none_is_taken_out() -> None:
    """The others keep their ids, so that corrections of them still hold."""
    record = correct({"targets.t1": None, "targets.t2.value": 14})
    [left] = only(record).targets
    assert (left.target_id, left.value) == (f"{ID}/t2", 14)
    assert only(record).corrected == ("targets.t1",)
    assert {r.field: r.found for r in record.corrections}["targets.t1"] == "minimaal 80 woningen"


def test_target_is_taken_out_only_where_it_is_the_one_that_was_meant() -> None:
    """Another number may have come in its place."""
    record = correct({"targets.t1": None}, was={"targets.t1": "40 woningen"})
    assert len(only(record).targets) == 2
    assert statuses(record) == {"targets.t1": "outdated"}


@pytest.mark.parametrize(
    ("fields", "changes", "expected"),
    [
        pytest.param({"targets.t1": None}, {}, (None, None, None), id="no-number-left"),
        pytest.param(
            {"targets.t1": None, "concreteness": 3}, {}, (3, "rule", 1.0), id="a-person-tells"
        ),
        pytest.param({"targets.t1.value": 4}, {}, (3, "rule", 1.0), id="still-a-number"),
        pytest.param(
            {"targets.t2.role": "target"},
            {"concreteness": 2, "concreteness_source": "model", "concreteness_score": 0.6},
            (3, "rule", 1.0),
            id="a-number-more",
        ),
        pytest.param(
            {"planning.end": "2026-12-31", "targets.t1": None}, {}, (3, "rule", 1.0), id="a-day"
        ),
        pytest.param(
            {"targets.t1": None},
            {"concreteness": 2, "concreteness_source": "model", "concreteness_score": 0.6},
            (2, "model", 0.6),
            id="the-model-told",
        ),
    ],
)
def test_concreteness_follows_the_rule(
    fields: dict[str, Any], changes: dict[str, Any], expected: Any
) -> None:
    """3 where a number is promised or a time is told; open where that was all that told it."""
    record = correct(fields, **changes)
    found = only(record)
    assert (found.concreteness, found.concreteness_source, found.concreteness_score) == expected
    assert ("concreteness_unsettled" in codes(record)) == (expected[0] is None)


REFUSED: list[tuple[str, Any, str]] = [
    ("theme", "wonen", "theme takes beschikbaarheid, betaalbaarheid, "),
    ("theme", None, "theme takes beschikbaarheid"),
    ("theme", ("overig",), "samenwerking or overig"),
    ("kind", True, "kind takes afspraak, inzet, doelstelling or procesafspraak"),
    ("commitment_type", "plan", "commitment_type takes intentie, proces, output or null"),
    ("concreteness", 4, "concreteness takes 1, 2, 3 or null"),
    ("concreteness", "3", "takes 1, 2, 3"),
    ("concreteness", True, "takes 1, 2, 3"),
    ("planning.end", "eind 2026", "takes a day"),
    ("trekker.names", 5, "takes a list"),
    ("trekker.party_ids", ("het-ankertje",), "no party 'het-ankertje' in the document: gem"),
    ("party_ids", None, "takes a list"),
    ("targets.t1.value", "80", "takes a number"),
    ("targets.t1.value", None, "takes a number"),
    ("targets.t1.value_max", 10, "value_max is below value"),
    ("targets.t1.unit", "huizen", "unit takes woningen, %, EUR, "),
    ("targets.t1.unit", "overig:", "complexen or overig:<word>"),
    ("targets.t1.qualifier", "minimaal", "qualifier takes exact, min, max, ca, range or delta"),
    ("targets.t1.role", "doel", "role takes target, condition or context"),
    ("targets.t1.party_id", "het-ankertje", "no party"),
    ("targets.t9.value", 5, "no such target, only t1, t2"),
    ("targets.t1", 5, "can only be null"),
    ("text", "Anders.", "is what is printed"),
]


@pytest.mark.parametrize(
    ("field", "value", "reason"), REFUSED, ids=[f"{row[0]}={row[1]}" for row in REFUSED]
)
def test_impossible_value_is_refused(field: str, value: Any, reason: str) -> None:
    """The record stays as it was and says why, in a finding too."""
    record = correct({field: value})
    assert record.agreements == make_record().agreements
    assert result(record).status == "refused"
    assert reason in (result(record).reason or "")
    assert "Input should" not in str(result(record).reason)
    [finding] = [f for f in record.findings if f.code == "correction_refused"]
    assert (finding.severity, finding.agreement_id, finding.page_number) == ("warning", ID, 4)
    assert field in finding.message


def test_refusal_takes_what_belongs_together_along() -> None:
    """Half a range would be neither the tool's nor the person's; the rest is applied."""
    fields = {"targets.t1.value": 90, "targets.t1.value_max": 20, "targets.t2.value": 14}
    record = correct(fields)
    assert [t.value for t in only(record).targets] == [80, 14]
    assert statuses(record) == {
        "targets.t1.value": "refused",
        "targets.t1.value_max": "refused",
        "targets.t2.value": "applied",
    }


BESIDE: list[tuple[str, dict[str, Any], dict[str, str | None]]] = [
    (
        "each-its-own-reason",
        {"targets.t1.unit": "huizen", "targets.t1.qualifier": "minimaal", "targets.t1.value": 90},
        {
            "targets.t1.unit": "unit takes woningen",
            "targets.t1.qualifier": "qualifier takes exact",
            "targets.t1.value": "not applied, as targets.t1.qualifier of the same target is",
        },
    ),
    (
        "those-that-contradict-each-other",
        {"targets.t1.value": 90, "targets.t1.value_max": 20, "targets.t1.subject": "huizen"},
        {
            "targets.t1.value": "value_max is below value",
            "targets.t1.value_max": "value_max is below value",
            "targets.t1.subject": "not applied, as targets.t1.value of the same target is",
        },
    ),
    (
        "planning",
        {"planning.start": "2027-01-01", "planning.end": "2026-01-01"},
        {
            "planning.start": "planning would end before it starts",
            "planning.end": "planning would end before it starts",
        },
    ),
    (
        "role",
        {"trekker.names": ("gemeente",), "trekker.party_ids": ("niemand",)},
        {
            "trekker.names": "not applied, as trekker.party_ids of the same trekker is refused",
            "trekker.party_ids": "no party 'niemand' in the document",
        },
    ),
    (
        "another-target-is-none-of-it",
        {"targets.t1.unit": "huizen", "targets.t2.value": 14},
        {"targets.t1.unit": "unit takes", "targets.t2.value": None},
    ),
]


@pytest.mark.parametrize(
    ("fields", "reasons"), [row[1:] for row in BESIDE], ids=[row[0] for row in BESIDE]
)
def test_refused_value_has_a_reason_of_its_own(
    fields: dict[str, Any], reasons: dict[str, str | None]
) -> None:
    """What belongs together with it is not applied either, and names it."""
    record = correct(fields)
    told = {found.field: found.reason for found in record.corrections}
    assert set(told) == set(reasons)
    for field, reason in reasons.items():
        assert (told[field] or "").startswith(reason or "")
        assert statuses(record)[field] == ("refused" if reason else "applied")


def test_title_with_a_target_stays_as_printed() -> None:
    """The number is still at its place in it."""
    place = target(1, "80 woningen", where="title", start=0, end=11)
    record = correct({"title": "Bouwen"}, title="80 woningen", targets=[place])
    assert result(record).reason == "a target stands in the title: it stays as printed"


STRANGERS: list[tuple[str, tuple[str, ...], str | None]] = [
    (
        "misspelled",
        ("Vuurbak",),
        "'Vuurbak' is no party of the document: did you mean De Vuurbaak?",
    ),
    ("misspelled-code", ("corparaties",), "did you mean corporaties?"),
    ("unlike-all", ("Waterschap",), "'Waterschap' is no party of the document"),
    ("two", ("Waterschap", "Het Ankr", "GGD"), "did you mean Het Anker?; 'GGD' is no party"),
    ("party", ("WHA",), None),
    ("only-named", ("Zorgnet",), None),
    ("generic", ("Corporatie", "allen"), None),
    ("nobody", (), None),
]


@pytest.mark.parametrize("role", ["trekker", "involved"])
@pytest.mark.parametrize(
    ("names", "reason"), [row[1:] for row in STRANGERS], ids=[row[0] for row in STRANGERS]
)
def test_name_of_no_party_is_applied_and_told(
    names: tuple[str, ...], reason: str | None, role: str
) -> None:
    """A person may know better, or have mistyped: the reason says what to look at."""
    involved = NOBODY | {"names": ["GGD"]}
    found = result(correct({f"{role}.names": names}, involved=involved))
    assert found.status == "applied"
    assert (reason or "") in (found.reason or "")
    assert (found.reason is None) == (reason is None)


def test_correction_of_what_has_changed_is_not_applied() -> None:
    """Somebody must look again; the finding says what was, what is and where it stands."""
    record = correct({"theme": "leefbaarheid"}, was={"theme": "samenwerking"})
    assert only(record).theme == "duurzaamheid"
    assert statuses(record) == {"theme": "outdated"}
    assert result(record).reason == 'the tool says "duurzaamheid" now, not "samenwerking"'
    finding = record.findings[-1]
    assert (finding.code, finding.severity) == ("correction_outdated", "warning")
    for part in ("samenwerking", "duurzaamheid", "a.yaml"):
        assert part in finding.message


@pytest.mark.parametrize(
    ("field", "was", "value"),
    [
        ("targets.t1.value", 80, 81),
        ("targets.t1.value", 80.0, 81),
        ("trekker.names", ("GGD",), ("allen",)),
        ("planning.start", None, "2026-01-01"),
        ("targets.t1", "minimaal 80 woningen", None),
    ],
)
def test_correction_of_what_still_is_so_is_applied(field: str, was: Any, value: Any) -> None:
    """Numbers are the same however they are written."""
    assert statuses(correct({field: value}, was={field: was})) == {field: "applied"}


def test_correction_that_the_tool_learned_is_superfluous() -> None:
    """Told, not marked: it is the tool's own word; also where `was` no longer fits."""
    record = correct({"theme": "duurzaamheid"}, was={"theme": "overig"})
    assert record.agreements == make_record().agreements
    assert statuses(record) == {"theme": "superfluous"}
    assert (record.findings[-1].code, record.findings[-1].severity) == (
        "correction_superfluous",
        "info",
    )


def test_unknown_agreement_is_told() -> None:
    """The finding is about no agreement, as there is none."""
    correction = Correction(f"{DOCUMENT}/1/9", "kind", "inzet", source_file="a.yaml")
    record = correct_record(make_record(), [correction])
    assert result(record).status == "unknown_agreement"
    finding = record.findings[-1]
    assert (finding.code, finding.agreement_id) == ("correction_unknown_agreement", None)
    assert f"{DOCUMENT}/1/9" in finding.message


def test_corrections_of_other_documents_change_nothing() -> None:
    """Not even the hash of the corrections."""
    record = make_record()
    assert correct_record(record, [Correction("ffffffffffff/1/1", "kind", "inzet")]) == record
    assert correct_record(record, []) == record


def test_hash_of_corrections_tells_them_apart() -> None:
    """Another value, another hash; the same in another order, the same."""
    fields = {"kind": "inzet", "theme": "overig"}
    hashes = {
        correct(made).document.extractor.corrections_sha256
        for made in (fields, dict(reversed(fields.items())), fields | {"kind": "doelstelling"})
    }
    assert len(hashes) == 2


def test_table_shows_each_correction() -> None:
    """Lists are joined, numbers are as in JSON, and an empty list is null."""
    fields = {"trekker.names": ("WHA", "allen"), "involved.names": (), "targets.t1.value": 81}
    rows = record_to_rows(correct(fields))["corrections"]
    shown = {row["field"]: (row["value"], row["found"], row["status"]) for row in rows}
    assert shown == {
        "trekker.names": ("WHA | allen", "GGD", "applied"),
        "involved.names": (None, None, "superfluous"),
        "targets.t1.value": ("81", "80.0", "applied"),
    }
    assert {row["document_id"] for row in rows} == {DOCUMENT}


@given(records())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_correction_to_what_is_so_changes_nothing(record: Record) -> None:
    """Every field of any record, corrected to what it says."""
    corrections = [
        Correction(agreement.agreement_id, name, value, value, has_was=True)
        for agreement in record.agreements
        for name, value in what_it_says(agreement).items()
    ]
    corrected = correct_record(record, corrections)
    assert corrected.agreements == record.agreements
    assert corrected.findings[: len(record.findings)] == record.findings
    assert {result.status for result in corrected.corrections} <= {"superfluous"}
    assert len(corrected.corrections) == len(corrections)
    assert Record.model_validate(corrected.model_dump()) == corrected


def what_it_says(agreement: Agreement) -> dict[str, Any]:
    """Each field that can be corrected with its value."""
    places = [target.target_id.rpartition("/")[2] for target in agreement.targets]
    of_targets = [f"targets.{place}.{key}" for place in places for key in TARGET_FIELDS]
    page = _Page(agreement, ())
    return {name: page._find(name) for name in (*AGREEMENT_FIELDS, *of_targets)}
