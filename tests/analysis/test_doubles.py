from __future__ import annotations

from dataclasses import replace

import pytest

from prestatie_extract.analysis.doubles import (
    Glance,
    GlanceAgreement,
    GlanceDocument,
    GlanceParty,
    GlanceTarget,
    find_doubles,
)

FRAMEWORK = GlanceDocument("a", "Merendaal", None, "kader", 2025, 2028, "2024-12-01")
YEAR = GlanceDocument("b", "Merendaal", None, "jaarschijf", 2026, 2026, "2025-12-01")
LATER = replace(YEAR, period_start=2030, period_end=2030)
NEW_HOMES = ("woningen", "nieuwbouw", None, "target")
NEWER = replace(FRAMEWORK, document_id="c", signed_on="2025-02-01")


def glance(
    document: GlanceDocument, *values: float, corporations: tuple[str, ...] = ("het-anker",)
) -> Glance:
    """A document that promises so many new homes."""
    parties = tuple(GlanceParty(party, "corporatie", signatory=True) for party in corporations)
    targets = tuple(
        GlanceTarget(
            f"{document.document_id}/{n}", v, None, "woningen", "nieuwbouw", None, "target"
        )
        for n, v in enumerate(values, start=1)
    )
    return Glance(document, parties, (GlanceAgreement(targets),))


def told(*glances: Glance) -> list[tuple[str, str, str | None, str | None]]:
    entries = find_doubles(glances, {("b", "anker"): "het-anker"}).values()
    return [(e.target_id, e.entry, e.counted_in, e.reason) for e in entries]


@pytest.mark.parametrize(
    ("glances", "expected"),
    [
        pytest.param(
            [glance(FRAMEWORK, 200), glance(YEAR, 200)],
            [("b/1", "repeat", "a/1", "framework")],
            id="year-repeats-the-framework",
        ),
        pytest.param(
            [glance(FRAMEWORK, 200), glance(YEAR, 50)],
            [("b/1", "part", "a/1", "framework")],
            id="year-does-a-part",
        ),
        pytest.param([glance(FRAMEWORK, 200), glance(YEAR, 250)], [], id="year-promises-more"),
        pytest.param(
            [glance(FRAMEWORK, 200, 90), glance(YEAR, 50)], [], id="nobody-knows-of-which"
        ),
        pytest.param(
            [glance(FRAMEWORK, 200), glance(NEWER, 200)],
            [("a/1", "repeat", "c/1", "version")],
            id="older-version-repeats",
        ),
        pytest.param(
            [glance(FRAMEWORK, 200), glance(NEWER, 200, corporations=("de-haven",))],
            [],
            id="agreement-with-another-corporation",
        ),
        pytest.param(
            [glance(FRAMEWORK, 200), glance(YEAR, 200, corporations=("anker",))],
            [("b/1", "repeat", "a/1", "framework")],
            id="corporation-named-otherwise",
        ),
        pytest.param(
            [glance(FRAMEWORK, 200, corporations=()), glance(NEWER, 200, corporations=())],
            [],
            id="corporations-unknown",
        ),
        pytest.param(
            [glance(FRAMEWORK, 200), glance(replace(YEAR, municipality="Elsvenne"), 200)],
            [],
            id="another-municipality",
        ),
        pytest.param(
            [
                glance(FRAMEWORK, 200),
                glance(LATER, 200),
            ],
            [],
            id="year-after-the-framework",
        ),
        pytest.param(
            [
                glance(replace(FRAMEWORK, municipality=None), 200),
                glance(replace(YEAR, municipality=None), 200),
            ],
            [],
            id="municipalities-unknown",
        ),
    ],
)
def test_what_another_document_counts(
    glances: list[Glance], expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    """Whatever the order of the documents."""
    assert told(*glances) == expected
    assert told(*reversed(glances)) == expected
