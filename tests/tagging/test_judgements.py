"""Headings, rules and the model meet: who is believed and what is recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prestatie_extract.document import Judgement, Target, Theme
from prestatie_extract.tagging.judgements import (
    MIN_ROLE_PROBABILITY,
    spread_themes,
    weigh_commitment,
    weigh_concreteness,
    weigh_role,
    weigh_themes,
)

THEMES = ("beschikbaarheid", "duurzaamheid", "leefbaarheid")
SURE, UNSURE = 0.95, 0.4
DEGREES = {1: 0.6, 2: 0.3, 3: 0.1}
NUMBER = Target(
    raw="180 woningen", where="text", start=0, end=12, value=180, value_max=None, unit="woningen",
    qualifier="exact", subject="woningen", party_id="woonrijk", period="2027", role="target",
    role_source="default",
)  # fmt: skip


def scores(theme: str, score: float = SURE) -> dict[str, float]:
    rest = (1 - score) / (len(THEMES) - 1)
    return {name: score if name == theme else rest for name in THEMES}


def first(shares: dict[str, float]) -> str:
    return max(shares, key=lambda theme: shares[theme])


class TestSpread:
    def test_doubtful_agreement_follows_its_neighbours(self) -> None:
        around = [scores("duurzaamheid")] * 2
        doubtful = scores("leefbaarheid", UNSURE)
        assert first(spread_themes([*around, doubtful, *around])[2]) == "duurzaamheid"

    def test_clear_agreement_keeps_its_theme(self) -> None:
        around = [scores("duurzaamheid", 0.7)] * 2
        spread = spread_themes([*around, scores("leefbaarheid", 0.9999), *around])
        assert first(spread[2]) == "leefbaarheid"

    def test_what_stands_behind_counts_as_what_stands_before(self) -> None:
        row = [scores("duurzaamheid"), scores("leefbaarheid", UNSURE), scores("beschikbaarheid")]
        forth, back = spread_themes(row), spread_themes(row[::-1])[::-1]
        assert forth == [pytest.approx(shares) for shares in back]

    def test_without_a_model_there_is_nothing(self) -> None:
        assert spread_themes([]) == []
        assert spread_themes([{}, {}]) == [{}, {}]

    @given(st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), min_size=1, max_size=30))
    def test_shares_are_shares(self, rows: list[list[float]]) -> None:
        """Whatever the model says, zeros included, each agreement's shares add up to one."""
        spread = spread_themes([dict(zip(THEMES, row, strict=True)) for row in rows])
        assert all(sum(shares.values()) == pytest.approx(1) for shares in spread)
        assert all(0 <= share <= 1 for shares in spread for share in shares.values())


class TestThemes:
    HEADING = (Theme("leefbaarheid", 1.0, "heading"),)

    def test_heading_comes_first_and_content_beside_it(self) -> None:
        found = weigh_themes(self.HEADING, scores("duurzaamheid", 0.7))
        assert [(t.theme, t.source) for t in found] == [
            ("leefbaarheid", "heading"), ("duurzaamheid", "model"), ("beschikbaarheid", "model"),
        ]  # fmt: skip
        assert found[0].score == 1.0
        assert found[0].content_score == pytest.approx(0.15)
        assert found[1].score == found[1].content_score == pytest.approx(0.7)

    def test_each_theme_has_one_row(self) -> None:
        found = weigh_themes(self.HEADING, scores("leefbaarheid", 0.97))
        assert [t.theme for t in found] == ["leefbaarheid"]

    def test_without_headings_the_content_tells(self) -> None:
        assert weigh_themes((), scores("duurzaamheid", 0.5))[0].theme == "duurzaamheid"

    def test_without_a_model_headings_stay_as_they_are(self) -> None:
        assert weigh_themes(self.HEADING, {}) == self.HEADING


class TestRoles:
    def test_rule_stands(self) -> None:
        by_rule = replace(NUMBER, role_source="rule")
        assert weigh_role(by_rule, ("context", 1.0)) == by_rule

    def test_model_tells_where_no_rule_does(self) -> None:
        found = weigh_role(NUMBER, ("context", 0.999))
        assert (found.role, found.role_source) == ("context", "model")
        assert found.party_id == "woonrijk"

    def test_doubtful_model_is_not_believed(self) -> None:
        assert weigh_role(NUMBER, ("context", MIN_ROLE_PROBABILITY - 0.01)) == NUMBER
        assert weigh_role(NUMBER, None) == NUMBER

    def test_condition_belongs_to_nobody_and_no_year(self) -> None:
        found = weigh_role(NUMBER, ("condition", 0.999))
        assert (found.party_id, found.period) == (None, None)


class TestPromise:
    def test_likeliest_type_is_taken(self) -> None:
        told = {"intentie": 0.2, "proces": 0.7, "output": 0.1}
        assert weigh_commitment(told) == Judgement("proces", "model", 0.7)
        assert weigh_commitment({}) == Judgement()

    def test_promised_number_makes_it_concrete(self) -> None:
        found = weigh_concreteness(DEGREES, targets=[NUMBER], is_dated=False)
        assert found == Judgement(3, "rule", 1.0)
        assert weigh_concreteness({}, targets=[], is_dated=True).value == 3

    @pytest.mark.parametrize("role", ["context", "condition"])
    def test_number_that_is_not_promised_does_not(self, role: str) -> None:
        told = replace(NUMBER, role=role)
        found = weigh_concreteness(DEGREES, targets=[told], is_dated=False)
        assert found == Judgement(1, "model", 0.67)

    def test_model_never_makes_it_concrete(self) -> None:
        told = {1: 0.04, 2: 0.06, 3: 0.9}
        assert weigh_concreteness(told, targets=[], is_dated=False).value == 2

    def test_without_a_model_the_rest_is_unknown(self) -> None:
        assert weigh_concreteness({}, targets=[], is_dated=False) == Judgement()
