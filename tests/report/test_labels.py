from __future__ import annotations

from typing import Any, get_args

import pytest

from prestatie_extract.report.labels import label_of
from prestatie_extract.schema import codes


@pytest.mark.parametrize(
    ("kind", "literal"),
    [
        ("theme", codes.ThemeCode),
        ("document_kind", codes.DocumentKind),
        ("agreement_kind", codes.AgreementKind),
        ("commitment_type", codes.CommitmentType),
        ("concreteness", codes.Concreteness),
        ("qualifier", codes.Qualifier),
        ("role", codes.TargetRole),
        ("text_status", codes.TextStatus),
        ("status", codes.DocumentStatus),
        ("severity", codes.Severity),
    ],
)
def test_every_code_of_the_contract_has_a_row(kind: str, literal: Any) -> None:
    """A code that is added to the contract needs a Dutch word."""
    from prestatie_extract.report.labels import _load

    assert {code for k, code in _load() if k == kind} == set(map(str, get_args(literal)))


@pytest.mark.parametrize(
    "code", sorted(set(get_args(codes.CorrectionStatus)) - {"applied", "superfluous"})
)
def test_every_correction_that_asks_for_something_has_a_word(code: str) -> None:
    assert label_of("correction", code) != code
