"""What each field counts, computed by hand on small documents."""

from __future__ import annotations

from copy import deepcopy

import pytest
from tests.evaluate.builders import (
    TEXTS,
    Values,
    count,
    gold_agreement,
    gold_document,
    gold_target,
    headline,
    measures,
    to_record,
)

PERFECT = {"precision": 1.0, "recall": 1.0, "f1": 1.0, "accuracy": 1.0}


def changed(gold: Values, **changes: object) -> Values:
    """The record of an annotation, with its first agreement changed."""
    record = to_record(gold)
    record["agreements"][0].update(changes)
    return record


def with_target(gold: Values, **changes: object) -> Values:
    """The same with the first target of that agreement changed."""
    record = to_record(gold)
    record["agreements"][0]["targets"][0].update(changes)
    return record


class TestAgreements:
    def test_precision_and_recall(self) -> None:
        """Three of four are found, and one of four is none: both are 3/4."""
        gold = gold_document(*(gold_agreement(str(n)) for n in range(1, 5)))
        record = to_record(gold)
        record["agreements"][3]["text"] = (
            "Iets dat nergens is afgesproken, met heel andere woorden."
        )
        got = measures(gold, record, "agreements")
        assert (got["precision"], got["recall"], got["f1"]) == (0.75, 0.75, 0.75)
        assert [(m.problem, m.field) for m in count(gold, record).misses] == [
            ("missing", "agreements"),
            ("extra", "agreements"),
        ]

    def test_less_than_four_fifths_alike_is_another(self) -> None:
        """Ten letters of which eight are right match, of which seven are right do not."""
        gold = gold_document(gold_agreement(text="abcdefghij"))
        assert headline(gold, changed(gold, text="abcdefghXX"), "agreements") == 1
        assert headline(gold, changed(gold, text="abcdefgXXX"), "agreements") == 0

    def test_number_decides_between_equal_texts(self) -> None:
        """The same words twice: each goes with its own number."""
        gold = gold_document(gold_agreement("1"), gold_agreement("2", text=TEXTS[0]))
        record = to_record(gold)
        record["agreements"].reverse()
        assert headline(gold, record, "number") == 1

    def test_nothing_on_both_sides_is_perfect(self) -> None:
        """A document without agreements of which none are made has no fault."""
        gold = gold_document()
        assert headline(gold, to_record(gold), "agreements") == 1
        assert headline(gold, to_record(gold), "text98") == 0  # as the scoring script has it

    def test_text_is_the_mean_likeness(self) -> None:
        """One text whole, one with a letter of ten lost: 0.95; one of two is nearly whole."""
        gold = gold_document(
            gold_agreement("1", text="abcdefghij"), gold_agreement("2", text="klmnopqrst")
        )
        record = changed(gold, text="abcdefghiX")
        assert measures(gold, record, "text") == dict.fromkeys(PERFECT, 0.95)
        assert headline(gold, record, "text98") == 0.5

    def test_a_miss_of_text_shows_where_texts_part(self) -> None:
        """Both sides from a little before the first letter that differs."""
        gold = gold_document(gold_agreement())
        record = changed(gold, text=TEXTS[0].replace("80 woningen", "90 woningen"))
        (miss,) = (m for m in count(gold, record).misses if m.field == "text")
        assert miss.gold == "… minimaal 80 woningen voor ouderen."
        assert miss.got == "… minimaal 90 woningen voor ouderen."


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("number", {"number": "9"}),
        ("section", {"section_id": None}),
        ("kind", {"kind": "inzet"}),
        ("theme", {"theme": "overig"}),
    ],
)
def test_exact_field(field: str, changes: Values) -> None:
    """One of two is wrong: precision, recall, F1 and accuracy are all 1/2."""
    gold = gold_document(gold_agreement("1"), gold_agreement("2"))
    assert measures(gold, changed(gold, **changes), field) == dict.fromkeys(PERFECT, 0.5)


@pytest.mark.parametrize("section", ["1.1", "1", "1.1."])
def test_section_above_counts(section: str) -> None:
    """The annotated section may be one above the record's."""
    gold = gold_document(gold_agreement())
    gold["agreements"][0]["section"] = section
    assert headline(gold, changed(gold, section_id="s1"), "section") == 1


@pytest.mark.parametrize(
    ("gold", "got", "expected"),
    [
        pytest.param("2024", "2024", (1, 1, 1), id="same"),
        pytest.param(None, None, (1, 1, 1), id="none, and none given"),
        pytest.param("2024", None, (0, 0, 0), id="not found"),
        pytest.param(None, "2024", (0, 0, 0), id="made up"),
        pytest.param("2024", "2025", (0, 0, 0), id="another"),
    ],
)
def test_horizon(gold: str | None, got: str | None, expected: tuple[int, ...]) -> None:
    """Precision, recall and accuracy of a value that may be absent."""
    annotated = gold_document(gold_agreement(horizon=gold))
    found = measures(annotated, changed(annotated, horizon=got), "horizon")
    assert (found["precision"], found["recall"], found["accuracy"]) == expected


def test_absent_value_costs_recall_alone() -> None:
    """Of two planned agreements one has its planning: what is given is right, half is found."""
    gold = gold_document(*(gold_agreement(n, planning_raw="Q1 2024") for n in "12"))
    record = changed(gold, planning={"raw": None})
    assert measures(gold, record, "planning_raw") == {
        "precision": 1.0, "recall": 0.5, "f1": 0.6667, "accuracy": 0.5,
    }  # fmt: skip


def test_trekker_that_no_cell_tells_is_no_fault_of_the_cell() -> None:
    """Where the annotation has no printed trekker, the record's is not looked at."""
    gold = gold_document(gold_agreement())
    assert headline(gold, changed(gold, trekker={"raw": "Gemeente"}), "trekker_raw") == 1
    assert headline(gold, changed(gold, involved={"raw": "Gemeente"}), "involved_raw") == 0


@pytest.mark.parametrize(
    ("field", "key", "changes"),
    [
        ("trekker", "trekkers", {"trekker": {"raw": None, "names": ["b", "c", "d"]}}),
        ("involved", "betrokkenen", {"involved": {"raw": None, "names": ["b", "c", "d"]}}),
        ("refs", "refs", {"refs": [{"number": n} for n in "bcd"]}),
        ("parties", "parties", {"party_ids": ["b", "c", "d"]}),
    ],
)
def test_set_field(field: str, key: str, changes: Values) -> None:
    """Gold a and b, record b, c and d: one of three given is right, one of two is found."""
    gold = gold_document(gold_agreement() | {key: ["a", "b"]})
    assert measures(gold, changed(gold, **changes), field) == {
        "precision": 0.3333, "recall": 0.5, "f1": 0.4, "accuracy": 0.0,
    }  # fmt: skip
    misses = [m for m in count(gold, changed(gold, **changes)).misses if m.field == field]
    assert [(m.problem, m.gold or m.got) for m in misses] == [
        ("missing", "a"), ("extra", "c"), ("extra", "d"),
    ]  # fmt: skip


def test_party_by_alias() -> None:
    """A party under another of its names is the same."""
    gold = gold_document(gold_agreement(parties=["Het Anker"], trekkers=["HA"]))
    record = changed(gold, trekker={"names": ["stichting Het Anker"]}, party_ids=["HA"])
    assert headline(gold, record, "trekker") == 1
    assert headline(gold, record, "parties") == 1


def test_context() -> None:
    """A column half right and one that no annotation has: recall 1/2, precision 1/4."""
    gold = gold_document(gold_agreement(context={"toelichting": "abcd"}))
    record = changed(gold, context={"toelichting": "abXX", "onderwerp": "iets"})
    got = measures(gold, record, "context")
    assert (got["precision"], got["recall"], got["accuracy"]) == (0.25, 0.5, 0.5)


class TestTargets:
    def test_by_value_and_unit(self) -> None:
        """Of two promised one is found; of three given one is right, the rest is another number."""
        gold = gold_document(gold_agreement(targets=[gold_target(), gold_target(value=90)]))
        record = to_record(gold)
        targets = record["agreements"][0]["targets"]
        targets[1]["value"] = 91
        targets.append(dict(targets[0], unit="%"))
        got = measures(gold, record, "targets")
        assert (got["precision"], got["recall"], got["f1"]) == (0.3333, 0.5, 0.4)

    def test_context_need_not_be_found_but_may(self) -> None:
        """A number annotated as context costs nothing, in whatever role the record has it."""
        gold = gold_document(gold_agreement(targets=[gold_target(role="context")]))
        without = changed(gold, targets=[])
        assert headline(gold, without, "targets") == 1
        assert headline(gold, with_target(gold, role="target"), "targets") == 1
        assert headline(gold, with_target(gold, role="target"), "target_role") == 0

    def test_promised_may_be_found_in_another_role(self) -> None:
        """The number is found; that it is promised was not seen."""
        gold = gold_document(gold_agreement(targets=[gold_target()]))
        record = with_target(gold, role="context")
        assert measures(gold, record, "targets")["recall"] == 1
        assert headline(gold, record, "target_role") == 0

    def test_of_unmatched_agreements_count(self) -> None:
        """The targets of an agreement that is missing are missing too."""
        gold = gold_document(gold_agreement("1", targets=[gold_target()]), gold_agreement("2"))
        record = to_record(gold)
        del record["agreements"][0]
        assert measures(gold, record, "targets")["recall"] == 0

    def test_same_number_twice_goes_by_words_and_party(self) -> None:
        """80 homes of each of two parties, in another order: each keeps its own party."""
        each = [gold_target("80 woningen", party=party) for party in ("Het Anker", "De Haven")]
        gold = gold_document(gold_agreement(targets=each))
        record = to_record(gold)
        record["agreements"][0]["targets"].reverse()
        assert headline(gold, record, "target_party") == 1

    @pytest.mark.parametrize(
        ("annotated", "changes", "field", "expected"),
        [
            pytest.param({}, {"qualifier": "max"}, "target_qualifier", 0, id="qualifier"),
            pytest.param({"party": "HA"}, {}, "target_party", 1, id="alias"),
            pytest.param({"party": "HA"}, {"party_id": None}, "target_party", 0, id="no party"),
            pytest.param({"party": "Totaal"}, {"party_id": None}, "target_party", 1, id="total"),
            pytest.param({"period": "2030"}, {"period": "t/m 2030"}, "target_period", 1, id="year"),
            pytest.param({"period": "2030"}, {"period": None}, "target_period", 0, id="no year"),
            pytest.param({}, {"value": 80.00001}, "targets", 1, id="rounded"),
            pytest.param({}, {"value_max": 90}, "targets", 0, id="highest value"),
        ],
    )
    def test_what_is_said_of_it(
        self, annotated: Values, changes: Values, field: str, expected: float
    ) -> None:
        gold = gold_document(gold_agreement(targets=[gold_target(**annotated)]))
        assert headline(gold, with_target(gold, **changes), field) == expected


class TestDocument:
    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"municipality": "Sparrenhove"}, "municipality"),
            ({"period_end": 2029}, "period"),
            ({"signed_on": "2025-01-31"}, "signed_on"),
        ],
    )
    def test_facts(self, changes: Values, field: str) -> None:
        """A fact that is another is wrong, and told."""
        gold = gold_document()
        record = to_record(gold)
        record["document"].update(changes)
        assert headline(gold, record, field) == 0
        assert [miss.field for miss in count(gold, record).misses] == [field]

    def test_contracting_parties(self) -> None:
        """One of two named by an alias, the other not, a third that only the record signs."""
        gold = gold_document()
        record = to_record(gold)
        record["parties"][0]["signatory"] = False
        record["parties"][1] = {"party_id": "p1", "name": "Anker Merendaal", "aliases": ["HA"]}
        record["parties"].append({"party_id": "p2", "name": "De Haven"})
        got = measures(gold, record, "doc_parties")
        assert (got["precision"], got["recall"]) == (0.5, 0.5)

    def test_headings(self) -> None:
        """One of two found, under another number and level."""
        gold = gold_document()
        record = to_record(gold)
        record["sections"][0].update(number="I", level=2)
        record["sections"][1]["title"] = "Wat wij vinden"
        got = measures(gold, record, "sections")
        assert (got["precision"], got["recall"]) == (0.5, 0.5)
        assert headline(gold, record, "section_number") == 0
        assert headline(gold, record, "section_level") == 0


def test_parents_in_a_circle_end() -> None:
    """A broken record whose sections are each other's parents is read to its end."""
    gold = gold_document(gold_agreement())
    record = deepcopy(to_record(gold))
    record["sections"][0]["parent_id"] = "s1"
    assert headline(gold, record, "section") == 1
