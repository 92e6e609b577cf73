from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest
from tests.diff.builders import Chapters, make_record, told
from tests.diff.pairs import EXAMPLES, NEIGHBOURS, OLD, RENT, SALE, TREES, Example

from prestatie_extract.diff import compare
from prestatie_extract.diff.outcome import AgreementPair, DocumentPair
from prestatie_extract.diff.wording import name_pair
from prestatie_extract.schema import Record

BULLET = "‘Woonstede bouwt in"
HOVEN = "Woonstede bouwt in {} {} woningen in De Hoven."
ALSO = "In aanvulling op afspraak {} meldt Het Anker elke verkoop."
SWAPPED = {"new": "dropped", "dropped": "new"}
TREKKER = {"raw": "Het Anker", "names": ["Het Anker"], "party_ids": [], "source": "column"}


def compare_two(old: Record, new: Record) -> DocumentPair:
    (document,) = compare([old], [new], is_given=True).documents
    return document


def compare_chapters(old: Chapters, new: Chapters) -> DocumentPair:
    return compare_two(make_record(old), make_record(new))


def make_year(chapters: Chapters, year: int) -> Record:
    return make_record(chapters, kind="jaarschijf", period_start=year, period_end=year)


def under(title: str, *texts: str) -> Chapters:
    return {title: [(str(number), text) for number, text in enumerate(texts, start=1)]}


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_hand_made_pairs_are_classed_right(example: Example) -> None:
    """In five pairs of versions, 64 agreements in all, every class is that of a careful reader."""
    pairs = compare_chapters(OLD, example.new).pairs
    assert sorted(told(pairs)) == sorted(example.expected)
    assert sum(pair.class_ == "same" for pair in pairs) == example.same


def test_the_same_record_has_no_differences() -> None:
    """Nothing is told of a record that is compared with itself."""
    record = make_record(OLD)
    comparison = compare([record], [record])
    assert {pair.class_ for pair in comparison.documents[0].pairs} == {"same"}
    assert not comparison.is_different()


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_other_way_round_new_is_dropped(example: Example) -> None:
    """With old and new swapped the same agreements are paired."""
    there = compare_chapters(OLD, example.new).pairs
    back = compare_chapters(example.new, OLD).pairs
    assert sorted(_sides(pair) for pair in there) == sorted(_sides(pair)[::-1] for pair in back)
    classes = sorted(SWAPPED.get(pair.class_, pair.class_) for pair in there)
    assert classes == sorted(pair.class_ for pair in back)


def _sides(pair: AgreementPair) -> tuple[str, str]:
    return pair.old.text if pair.old else "", pair.new.text if pair.new else ""


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_order_in_the_file_does_not_matter(example: Example) -> None:
    """Agreements and sections in another order in the JSON give the same comparison."""
    old, new = make_record(OLD), make_record(example.new)
    assert compare_two(_shuffle(old), _shuffle(new)) == compare_two(old, new)


def _shuffle(record: Record) -> Record:
    shuffled = random.Random(7)  # noqa: S311 (any other order will do)
    content = record.model_dump(mode="json")
    for key in ("agreements", "sections", "parties"):
        shuffled.shuffle(content[key])
    return Record.model_validate(content)


CASES: list[tuple[str, Chapters, Chapters, Sequence[str]]] = [
    (
        "another-agreement-took-the-number",
        under("1|Wonen", SALE, RENT),
        under("1|Wonen", SALE, NEIGHBOURS),
        ["2 dropped", "2 new"],
    ),
    (
        "near-identical-ones-do-not-swap",
        under("1|Wonen", HOVEN.format(2023, 20), HOVEN.format(2023, 30)),
        under("1|Wonen", HOVEN.format(2024, 25), HOVEN.format(2024, 35)),
        ["1 changed", "2 changed"],
    ),
    (
        "near-identical-bullets-keep-their-order",
        {"1|Wonen": [(None, HOVEN.format(2023, 20)), (None, HOVEN.format(2023, 30))]},
        {"1|Wonen": [(None, HOVEN.format(2024, 25)), (None, HOVEN.format(2024, 35))]},
        [f"{BULLET} 2024 …’ changed"] * 2,
    ),
    (
        "three-that-may-be-two-have-no-counterpart",
        {"1|Wonen": [(None, HOVEN.format(2023, n)) for n in (20, 30, 40)]},
        {"1|Wonen": [(None, HOVEN.format(2024, n)) for n in (25, 35)]},
        [f"{BULLET} 2023 …’ dropped"] * 3 + [f"{BULLET} 2024 …’ new"] * 2,
    ),
    (
        "identical-ones-keep-their-sections",
        {"1|Huren": [("1", RENT)], "2|Kopen": [("1", RENT)]},
        {"1|Kopen": [("1", RENT)], "2|Huren": [("1", RENT)]},
        [],
    ),
    (
        "short-text-counts-where-it-stands",
        {"1|Huren": [("1", "Zie bijlage 1."), ("2", RENT)], "2|Kopen": [("1", SALE)]},
        {"1|Huren": [("1", "Zie bijlage 2."), ("2", RENT)], "2|Kopen": [("1", SALE)]},
        ["1 changed"],
    ),
    (
        "short-text-elsewhere-is-another",
        {"1|Huren": [("1", "Zie bijlage 1."), ("2", RENT)], "2|Kopen": [("1", SALE)]},
        {"1|Huren": [("1", RENT)], "2|Kopen": [("1", SALE), ("4", "Zie bijlage 1.")]},
        ["1 dropped", "2 → 1 moved", "4 new"],
    ),
    (
        "an-inserted-one-renumbers-the-rest",
        under("1|Wonen", SALE, RENT, TREES),
        under("1|Wonen", NEIGHBOURS, SALE, RENT, TREES),
        ["1 new", "1 → 2 moved", "2 → 3 moved", "3 → 4 moved"],
    ),
    ("no-agreements", {"1|Wonen": []}, under("1|Wonen", SALE), ["1 new"]),
    (
        "typography-is-no-difference",
        under("1|Wonen", "Het Anker legt 'zonnepanelen' op de sociale-huurwoningen - ook in 2025;"),
        under(
            "1|Wonen", "Het Anker legt ‘zonnepanelen’ op\nde sociale huur­woningen – ook in 2025."
        ),
        [],
    ),
    (
        "a-word-broken-at-a-line-end-is-no-difference",
        under("1|Wonen", "De woning-\ncorporatie belt de huurders."),
        under("1|Wonen", "De woningcorporatie belt de huurders."),
        [],
    ),
]


@pytest.mark.parametrize(
    ("old", "new", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_agreements_are_matched(old: Chapters, new: Chapters, expected: Sequence[str]) -> None:
    """A table of two versions and what is not the same in them."""
    assert sorted(told(compare_chapters(old, new).pairs)) == sorted(expected)


def test_split_is_told_by_the_part_that_is_new() -> None:
    """Of an agreement that became two, one part is changed, the other names where it is from."""
    old = under("1|Wonen", f"{SALE} {NEIGHBOURS} {TREES}")
    new = under("1|Wonen", f"{SALE} {NEIGHBOURS}", TREES)
    pairs = compare_chapters(old, new).pairs
    assert told(pairs) == ["1 changed", "2 new"]
    assert [side.number for side in pairs[1].near] == ["1"]


def test_years_that_roll_on_are_told_as_such() -> None:
    """Between years, what moved along with the period is set apart from a new deadline."""
    old = under("1|Wonen", "Voor 1 juli 2023 is er een visie.", "In 2030 heeft alles label B.")
    new = under("1|Wonen", "Voor 1 juli 2024 is er een visie.", "In 2035 heeft alles label B.")
    pairs = compare_two(make_year(old, 2023), make_year(new, 2024)).pairs
    assert told(pairs) == ["1 changed, in years only", "2 changed"]


def test_years_do_not_roll_within_one_period() -> None:
    """Between two versions of one document a year that moves is a change like any other."""
    old = under("1|Wonen", "Voor 1 juli 2025 is er een visie.")
    new = under("1|Wonen", "Voor 1 juli 2026 is er een visie.")
    assert told(compare_chapters(old, new).pairs) == ["1 changed"]


def test_renumbered_references_are_told_as_such() -> None:
    """An agreement that is named by its new number is the one that was named before."""
    old, new = (
        make_record(chapters, changes={f"{n + 1}": {"refs": [_to_ref(n, chapters)]}})
        for n, chapters in (
            (1, under("1|Wonen", SALE, ALSO.format(1))),
            (2, under("1|Wonen", RENT, SALE, ALSO.format(2))),
        )
    )  # fmt: skip
    pairs = compare_two(old, new).pairs
    assert told(pairs) == ["1 new", "1 → 2 moved", "2 → 3 changed and moved, in references only"]


def _to_ref(number: int, chapters: Chapters) -> dict[str, Any]:
    agreement = make_record(chapters).agreements[number - 1]
    return {"raw": str(number), "number": str(number), "agreement_id": agreement.agreement_id}


def test_tags_that_changed_beside_the_same_text() -> None:
    """Another tool version may read the same text otherwise; that is told apart."""
    old = make_record(OLD)
    new = make_record(OLD, changes={"2.2": {"trekker": TREKKER, "theme": "betaalbaarheid"}})
    (pair,) = (pair for pair in compare_two(old, new).pairs if pair.class_ != "same")
    assert [(f.field, f.old, f.new) for f in pair.fields] == [
        ("theme", "overig", "betaalbaarheid"),
        ("trekker", None, "Het Anker"),
    ]
    assert pair.only == "tags"


def test_other_column_is_compared_word_by_word() -> None:
    """The columns beside an agreement are texts too."""
    old, new = (
        make_record(OLD, changes={"1.1": {"context": {"toelichting": f"Zie de {what}visie."}}})
        for what in ("woon", "zorg")
    )
    (pair,) = (pair for pair in compare_two(old, new).pairs if pair.class_ != "same")
    assert [change.where for change in pair.words] == ["context:toelichting"]


def test_section_with_another_title_keeps_its_agreements() -> None:
    """A chapter that is called otherwise is told once, its agreements have not moved."""
    new = {("2|Betaalbaar wonen" if title[0] == "2" else title): a for title, a in OLD.items()}
    document = compare_chapters(OLD, new)
    assert told(document.pairs) == []
    assert [(s.old, s.new) for s in document.sections] == [
        ("2 Betaalbaarheid", "2 Betaalbaar wonen")
    ]


def test_moved_away_from_a_section_that_still_exists() -> None:
    """Agreements that leave a section have moved, however many they are."""
    old = {"1|Huren": [("1", RENT), ("2", SALE), ("3", TREES)], "2|Kopen": [("4", NEIGHBOURS)]}
    new = {"1|Huren": [("1", RENT)], "2|Kopen": [("2", SALE), ("3", TREES), ("4", NEIGHBOURS)]}
    assert told(compare_chapters(old, new).pairs) == ["2 moved", "3 moved"]


def test_dropped_ones_stand_where_they_stood() -> None:
    """The pairs are in the order of the new document, dropped ones behind their neighbour."""
    old = under("1|Wonen", SALE, RENT, TREES)
    new = {"1|Wonen": [("1", SALE), ("3", TREES), ("4", NEIGHBOURS)]}
    pairs = compare_chapters(old, new).pairs
    assert [name_pair(pair) for pair in pairs] == ["1", "2", "3", "4"]


def test_facts_about_the_document() -> None:
    """What a document says about itself is compared as well."""
    document = compare_two(make_record(OLD), make_record(OLD, period_end=2029, title="Nieuw"))
    assert [(f.field, f.old, f.new) for f in document.fields] == [
        ("title", None, "Nieuw"),
        ("period", "2025-2028", "2025-2029"),
    ]
