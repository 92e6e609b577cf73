"""The codes of the contract and the forms of its ids: what a value may be."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

SCHEMA_VERSION = "1.5"
"""Semantic versioning: a new key raises the second number."""

DECIMALS = 2  # of points and scores; a hundredth of a point is 0.0035 mm
DOCUMENT_ID_CHARS = 12  # hex digits of the SHA-256; one clash in 10^9 for 700 documents
YEAR_RANGE = (1900, 2200)  # years; also what fits the int16 columns of the tables

DocumentKind = Literal["kader", "jaarafspraken", "raamovereenkomst", "jaarschijf", "overig"]
DocumentStatus = Literal["ok", "warnings", "failed"]
TextStatus = Literal["digital", "ocr", "mixed", "text"]
PartyType = Literal["gemeente", "corporatie", "huurdersorganisatie", "zorg", "overig"]
MatchMethod = Literal["exact", "alias", "fuzzy", "new"]
OrganisationMethod = Literal["exact", "alias", "initials", "fuzzy", "new"]
OrganisationStatus = Literal["known", "linked", "unresolved"]
MunicipalityMethod = Literal["exact", "alias", "fuzzy"]
ThemeList = Literal[
    "rijksprioriteiten_2021_2025",
    "nationale_prestatieafspraken_2025_2035",
    "bod",
    "bzk",
]
ThemeRelation = Literal["exact", "close", "broader", "narrower", "partial", "none"]
AgreementKind = Literal["afspraak", "inzet", "doelstelling", "procesafspraak"]
AgreementForm = Literal["list", "coded", "article", "group", "table", "matrix", "card"]
ThemeCode = Literal[
    "beschikbaarheid",
    "betaalbaarheid",
    "duurzaamheid",
    "wonen_zorg",
    "aandachtsgroepen",
    "leefbaarheid",
    "samenwerking",
    "overig",
]
ThemeSource = Literal["heading", "model", "correction"]
TrekkerSource = Literal["column", "label", "group", "text", "correction"]
Qualifier = Literal["exact", "min", "max", "ca", "range", "delta"]
TargetRole = Literal["target", "condition", "context"]
RoleSource = Literal["rule", "model", "default", "correction"]
CommitmentType = Literal["intentie", "proces", "output"]
Concreteness = Literal[1, 2, 3]
JudgementSource = Literal["rule", "model", "correction"]
CorrectionStatus = Literal[
    "applied", "superfluous", "outdated", "refused", "unknown_agreement", "unknown_document"
]
Severity = Literal["info", "warning", "error"]
Leader = Literal[
    "gemeente", "corporaties", "huurdersorganisaties", "gezamenlijk", "overig", "onbekend"
]
LedgerEntry = Literal["single", "total", "part", "repeat", "beside"]
Measure = Literal[
    "toevoegen",
    "vervangen",
    "sloop",
    "verkoop",
    "onttrekken",
    "saldo",
    "verduurzamen",
    "toewijzen",
    "overleg",
    "huren",
    "geld",
    "anders",
]
LedgerReason = Literal[
    "same_agreement",
    "reference",
    "sum_of_parties",
    "sum_of_rows",
    "part_word",
    "nested_period",
    "sum_in_sentence",
    "sum_of_two",
    "planning_or_column",
    "taken_up",
    "row_of_balance",
    "named_whole",
    "framework",
    "version",
]

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
DocumentId = Annotated[str, StringConstraints(pattern=rf"^[0-9a-f]{{{DOCUMENT_ID_CHARS}}}$")]
MunicipalityCode = Annotated[str, StringConstraints(pattern=r"^GM\d{4}$")]
FindingCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
UNITS = (
    "woningen", "%", "EUR", "keer_per_jaar", "jaar", "standplaatsen", "plekken", "bijeenkomsten",
    "projecten", "complexen",
)  # fmt: skip
OTHER_UNIT = "overig:"
"""Before the word of any other unit."""
Unit = Annotated[str, StringConstraints(pattern=rf"^({'|'.join(UNITS)}|{OTHER_UNIT}.+)$")]
Where = Annotated[
    str, StringConstraints(pattern=r"^(title|text|item|table|planning|context:[a-z0-9_]+)$")
]
Year = Annotated[int, Field(ge=YEAR_RANGE[0], le=YEAR_RANGE[1])]
Count = Annotated[int, Field(ge=0)]
PageNumber = Annotated[int, Field(ge=1)]
Number = Annotated[float, Field(allow_inf_nan=False)]


def _round(value: float) -> float:
    return round(value, DECIMALS) + 0.0  # no negative zero


Rounded = AfterValidator(_round)
Points = Annotated[float, Field(allow_inf_nan=False), Rounded]
Length = Annotated[float, Field(gt=0, allow_inf_nan=False), Rounded]
Score100 = Annotated[float, Field(ge=0, le=100), Rounded]
Score1 = Annotated[float, Field(ge=0, le=1), Rounded]

FATAL_CODES = frozenset({"no_text_layer", "needs_ocr", "no_agreements_found"})
"""With one of these findings the record is written, but the document counts as failed."""
