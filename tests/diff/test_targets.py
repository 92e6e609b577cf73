from __future__ import annotations

from typing import Any

import pytest
from tests.diff.builders import make_record

from prestatie_extract.diff.targets import compare_targets

TEXTS = [
    ("number", "Zij bouwen maximaal 180 woningen.", "Zij bouwen maximaal 150 woningen.",
     ["maximaal 180 → 150 woningen"]),
    ("qualifier", "Zij wijzen minimaal 85% toe.", "Zij wijzen 85% toe.", ["minimaal 85% → 85%"]),
    ("both", "Zij bouwen circa 40 woningen.", "Zij bouwen minimaal 50 woningen.",
     ["circa 40 → minimaal 50 woningen"]),
    ("new", "Zij bouwen woningen.", "Zij bouwen 50 woningen.", ["50 woningen"]),
    ("dropped", "Zij bouwen 50 woningen.", "Zij bouwen woningen.", ["50 woningen"]),
    ("another-unit-is-another-number", "Zij doen 2 keer per jaar.", "Zij doen 2%.",
     ["2%", "2 keer per jaar"]),
    ("same", "Zij bouwen 50 woningen.", "Ook bouwen zij 50 woningen.", []),
    (
        "each-with-its-own",
        "In De Hoven komen 40 woningen voor ouderen, aan de haven 60 woningen voor starters.",
        "Aan de haven komen 70 woningen voor starters, in De Hoven 45 woningen voor ouderen.",
        ["60 → 70 woningen", "40 → 45 woningen"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says"), [t[1:] for t in TEXTS], ids=[t[0] for t in TEXTS])
def test_numbers_are_told_as_people_do(old: str, new: str, says: list[str]) -> None:
    """A table of two texts and the numbers that changed between them."""
    assert [change.says for change in compare(old, new)] == says


def compare(old: str, new: str, **changes: Any) -> Any:
    one, other = (make_record({"1|Wonen": [("1", text)]}).agreements[0] for text in (old, new))
    if changes:
        targets = tuple(target.changed(**changes) for target in other.targets)
        other = other.changed(targets=targets)
    return compare_targets(one, other, ({}, {"woonstede": "Woonstede"}), is_same_text=old == new)


TAGS: list[tuple[dict[str, Any], str]] = [
    ({"role": "context"}, "50 woningen: role target → context"),
    ({"qualifier": "min"}, "50 woningen: qualifier exact → min"),
    ({"value": 51.0}, "50 woningen: value 50 → 51"),
    ({"party_id": "woonstede"}, "50 woningen (Woonstede): party none → Woonstede"),
    ({"subject": "nieuwbouw"}, "50 woningen (nieuwbouw): subject none → nieuwbouw"),
    ({"period": "2028"}, "50 woningen: period none → 2028"),
]


@pytest.mark.parametrize(("changes", "says"), TAGS, ids=[t[1] for t in TAGS])
def test_tags_of_the_same_words(changes: dict[str, Any], says: str) -> None:
    """Where the words are the same, the keys that were read otherwise are named."""
    text = "Zij bouwen 50 woningen."
    assert [change.says for change in compare(text, text, **changes)] == [says]


def test_subject_alone_is_no_change_of_reworded_text() -> None:
    """The subject is read from the words around the number, and these are shown already."""
    assert compare("Zij bouwen 50 woningen.", "Zij maken 50 woningen.", subject="maken") == ()


def test_cells_of_a_table_are_told_by_row_and_party() -> None:
    """A bare number of a table's cell is compared with that of its row and column."""
    record = make_record({"1|Wonen": [("1", "Zij bouwen 50 woningen.")]})
    agreement = record.agreements[0]
    cell = {"where": "table", "start": None, "end": None, "subject": "Sloop"}

    def row(*values: int) -> Any:
        return agreement.changed(
            targets=tuple(
                agreement.targets[0].changed(
                    **cell, target_id=f"t{place}", raw=str(value), value=value, party_id=party
                )
                for place, (value, party) in enumerate(
                    zip(values, ("het-anker", "woonstede"), strict=True)
                )
            )
        )

    names = {"het-anker": "Het Anker", "woonstede": "Woonstede"}
    changes = compare_targets(row(10, 20), row(20, 25), (names, names), is_same_text=True)
    assert [change.says for change in changes] == [
        "10 → 20 woningen (Sloop; Het Anker)",
        "20 → 25 woningen (Sloop; Woonstede)",
    ]
