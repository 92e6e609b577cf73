from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest

from prestatie_extract import errors
from prestatie_extract.report.labels import advice_of, label_of
from prestatie_extract.schema import codes
from prestatie_extract.validate.findings import FINDING_KINDS

ROOT = Path(__file__).resolve().parents[2] / "src" / "prestatie_extract"


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


def finding_codes() -> set[str]:
    """All codes of findings: those in the table, and those that earlier stages make themselves."""
    found = set(FINDING_KINDS)
    for path in ROOT.rglob("*.py"):
        found |= set(re.findall(r'Finding\(\s*"([a-z_]+)"', path.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize(
    "code", sorted(set(get_args(codes.CorrectionStatus)) - {"applied", "superfluous"})
)
def test_every_correction_that_asks_for_something_has_a_word(code: str) -> None:
    assert label_of("correction", code) != code


@pytest.mark.parametrize("code", sorted(finding_codes()))
def test_every_finding_is_explained_in_dutch(code: str) -> None:
    assert label_of("finding", code) != code
    assert advice_of("finding", code)


@pytest.mark.parametrize(
    "code", sorted(error.code for error in errors.DocumentError.__subclasses__())
)
def test_every_error_of_a_document_says_what_to_do_in_dutch(code: str) -> None:
    assert label_of("error", code) != code
    assert advice_of("error", code)
