from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import get_args

from prestatie_extract.schema.codes import ThemeCode, ThemeList, ThemeRelation
from prestatie_extract.vocabulary import load_rows
from prestatie_extract.write import list_rows

NO_CATEGORY = "geen"
KNOWN_IN_PART = "bzk"
"""The list of which only some themes are known."""


def test_crosswalk_speaks_of_our_themes_and_of_declared_lists() -> None:
    """Codes and relations are those of the schema, and each theme and list is there."""
    rows = load_rows("theme_crosswalk")
    assert {row["theme"] for row in rows} == set(get_args(ThemeCode))
    assert {row["list"] for row in rows} == set(get_args(ThemeList))
    assert {row["relation"] for row in rows} <= set(get_args(ThemeRelation))
    assert all(row["category"] and row["source"] for row in rows)


def test_crosswalk_answers_for_each_theme_of_a_whole_list() -> None:
    """A theme has categories, or one row that says there is none; never both."""
    rows = sorted(load_rows("theme_crosswalk"), key=lambda row: (row["list"], row["theme"]))
    answers = {key: list(group) for key, group in
               groupby(rows, key=lambda row: (row["list"], row["theme"]))}  # fmt: skip
    whole = set(get_args(ThemeList)) - {KNOWN_IN_PART}
    assert {(name, theme) for name in whole for theme in get_args(ThemeCode)} <= set(answers)
    for group in answers.values():
        none = [row["category"] == NO_CATEGORY for row in group]
        assert not any(none) or len(group) == 1
        assert none == [row["relation"] == "none" for row in group]


def test_crosswalk_gives_years_as_numbers_or_nothing() -> None:
    """What is not known is empty: the subjects of the bod have no years."""
    years = {row["list"]: (row["valid_from"], row["valid_to"])
             for row in list_rows()["theme_crosswalk"]}  # fmt: skip
    assert years["rijksprioriteiten_2021_2025"] == (2021, 2025)
    assert years["bod"] == (None, None)


def test_municipality_leads_to_the_one_it_was_merged_into() -> None:
    """A merged municipality has the code it went into and the day; the identifier is of its own."""
    rows = {row["municipality_code"]: row for row in list_rows()["municipalities"]}
    assert list(rows) == sorted(rows)
    assert rows["GM0457"] == {
        "municipality_code": "GM0457",
        "name": "Weesp",
        "everyday_name": "Weesp",
        "tooi_id": "https://identifier.overheid.nl/tooi/id/gemeente/gm0457",
        "code_year": 2022,
        "merged_into_code": "GM0363",
        "merged_on": date(2022, 3, 24),
    }
