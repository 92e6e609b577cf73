from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from tests.evaluate.builders import (
    TEXTS,
    Values,
    evaluate_these,
    gold_agreement,
    gold_document,
    gold_target,
    to_record,
)

from prestatie_extract.errors import BadBaseline
from prestatie_extract.evaluate import compare, evaluation_to_text, load_snapshot, take_snapshot
from prestatie_extract.evaluate.comparison import Change, Comparison

GOLD = gold_document(
    gold_agreement("1", refs=["2"], targets=[gold_target(), gold_target("2 projecten", 2)]),
    gold_agreement("2", theme="leefbaarheid"),
    gold_agreement("3"),
)


def record(**changes: Values) -> Values:
    """The record of GOLD, with agreements changed: `_1={"theme": …}`."""
    made = to_record(deepcopy(GOLD))
    for number, each in changes.items():
        made["agreements"][int(number[1:]) - 1].update(each)
    return made


def between(folder: Path, before: Values, after: Values, gold: Values = GOLD) -> Comparison:
    """What is gained and lost, by way of the file."""
    text = evaluation_to_text(evaluate_these(folder / "a", [GOLD], [before]))
    (folder / "before.json").write_text(text, encoding="utf-8")
    now = evaluate_these(folder / "b", [gold], [after])
    return compare(load_snapshot(folder / "before.json"), take_snapshot(now))


def names(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return [(change.miss.field, change.miss.place, change.miss.problem) for change in changes]


def test_same_output_has_neither(tmp_path: Path) -> None:
    """What was wrong and still is counts for nothing, though it is wrong in another way."""
    before, after = record(_1={"theme": "overig"}), record(_1={"theme": "samenwerking"})
    found = between(tmp_path, before, after)
    assert (found.gains, found.losses, found.moves) == ((), (), ())


def test_gains_and_losses_by_agreement_and_field(tmp_path: Path) -> None:
    """A theme mended, a reference lost, an invented one gone: each by its own name."""
    before = record(_1={"refs": [{"number": "2"}, {"number": "9"}]}, _2={"theme": "overig"})
    after = record(_1={"refs": []})
    found = between(tmp_path, before, after)
    assert names(found.gains) == [("refs", "1.1 / 1", "extra"), ("theme", "1.1 / 2", "wrong")]
    assert names(found.losses) == [("refs", "1.1 / 1", "missing")]
    moved = {(move.doc, move.field): (move.before, move.after) for move in found.moves}
    assert moved[None, "theme"] == (0.666667, 1.0)
    assert moved["merendaal-2025-2028", "refs"] == (0.666667, 0.0)


def test_agreement_that_is_lost_gains_nothing(tmp_path: Path) -> None:
    """Its wrong theme is gone with it; that is no gain. Its targets are lost too."""
    before = record(_1={"theme": "overig"})
    after = record()
    del after["agreements"][0]
    found = between(tmp_path, before, after)
    assert found.gains == ()
    assert names(found.losses) == [
        ("agreements", "1.1 / 1", "missing"),
        ("targets", "1.1 / 1", "missing"),
        ("targets", "1.1 / 1", "missing"),
    ]


def test_one_of_two_equal_misses(tmp_path: Path) -> None:
    """The same number missing twice and then once is one gain."""
    gold = gold_document(gold_agreement(targets=[gold_target(), gold_target()]))
    none, one = to_record(gold), to_record(gold)
    none["agreements"][0]["targets"] = []
    del one["agreements"][0]["targets"][1]
    before = evaluate_these(tmp_path / "a", [gold], [none])
    after = evaluate_these(tmp_path / "b", [gold], [one])
    found = compare(take_snapshot(before), take_snapshot(after))
    assert names(found.gains) == [("targets", "1.1 / 1", "missing")]
    assert found.losses == ()


def test_text_that_comes_nearer(tmp_path: Path) -> None:
    """A text that is still not whole has both likenesses."""
    before, after = record(_1={"text": TEXTS[0][:-6]}), record(_1={"text": TEXTS[0][:-3]})
    found = between(tmp_path, before, after)
    (gain,) = found.gains
    assert gain.miss.field == "text"
    assert (gain.before or 0) < (gain.after or 0) < 1
    assert between(tmp_path, after, before).losses[0].after == gain.before


def test_changed_annotation_is_told(tmp_path: Path) -> None:
    """Gains and losses may then be the annotator's."""
    gold = gold_document(*GOLD["agreements"], signed_on="2025-01-31")
    found = between(tmp_path, record(), record(), gold)
    assert found.reannotated == ("merendaal-2025-2028",)
    assert names(found.losses) == [("signed_on", "", "wrong")]


def test_other_documents_are_told(tmp_path: Path) -> None:
    """A document in one of both has no gains and losses."""
    other = gold_document(doc="sparrenhove-2026-2029", municipality="Sparrenhove")
    before = take_snapshot(evaluate_these(tmp_path / "a", [GOLD], [record()]))
    after = take_snapshot(evaluate_these(tmp_path / "b", [other], [to_record(other)]))
    found = compare(before, after)
    assert (found.gone, found.added) == (("merendaal-2025-2028",), ("sparrenhove-2026-2029",))
    assert (found.gains, found.losses) == ((), ())


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "no evaluation that can be read"),
        ("[]", "an object"),
        ("{}", "'evaluation_version' is missing"),
        ('{"evaluation_version": "2.0"}', "version 2.0 is not known"),
        ('{"evaluation_version": "1.0", "documents": [{}]}', "'doc' is missing"),
        ('{"evaluation_version": "1.0", "documents": 3}', "documents: a list"),
        ('{"evaluation_version": "1.9", "total": {"mean": {"text": 1}}}', "an object"),
    ],
)
def test_broken_baseline(content: str, told: str, tmp_path: Path) -> None:
    """A file that is no evaluation is told with the way to make one."""
    path = tmp_path / "before.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadBaseline, match="evaluate --out") as raised:
        load_snapshot(path)
    assert told in str(raised.value)
