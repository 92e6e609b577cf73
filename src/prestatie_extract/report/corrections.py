"""What the tool said of a field, as the beginning of a correction.

A correction is an entry of a YAML list; the page's button puts it together from the two ids and the
values that stand in the page:

    - agreement_id: "0846c652be5b/3/3"
      field: "targets.t2.value"
      was: 40.0
      value: 40.0  # verbeter deze waarde
      note: ""
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import get_args

from prestatie_extract.report.labels import label_of
from prestatie_extract.report.views import CorrectionView, FieldView
from prestatie_extract.report.wording import format_name, format_number, format_unit
from prestatie_extract.schema.agreement import Agreement, Target
from prestatie_extract.schema.codes import (
    AgreementKind,
    CommitmentType,
    Concreteness,
    Qualifier,
    TargetRole,
    ThemeCode,
    Unit,
)
from prestatie_extract.schema.correction import CorrectionResult

Value = str | int | float | date | Sequence[str] | None

NOT_PLAIN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065"
                       "\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")  # fmt: skip
"""What YAML does not take as it is, line separators, and marks that turn the direction of text."""

SETTLED = frozenset({"applied", "superfluous"})
"""What asks nothing of anybody."""

IMPROVE = "verbeter deze waarde"
REMOVES = "null haalt het weg"
UNITS = tuple(
    unit.replace(".+", "<woord>")
    for unit in re.findall(r"[^|^()$]+", str(get_args(Unit)[1].pattern))
)
CODES = {
    "theme": ThemeCode,
    "agreement_kind": AgreementKind,
    "commitment_type": CommitmentType,
    "concreteness": Concreteness,
    "role": TargetRole,
}
"""What the fields of codes may hold, by the kind of their labels."""
SAFE_HINT = re.compile(r"[\w .|%:<>-]{1,400}")
"""What may stand in a comment; a long list of parties is of no use there."""
NAMELESS: Mapping[str, str] = {}

NULL = "null"
NOTHING = "–"
"""Shown for a field without a value."""


def to_yaml(value: Value) -> str:
    """The value in JSON's notation, which is YAML's too."""
    if isinstance(value, date):
        value = value.isoformat()
    text = json.dumps(value if not isinstance(value, tuple) else list(value), ensure_ascii=False)
    return NOT_PLAIN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def agreement_fields(agreement: Agreement) -> Iterator[FieldView]:
    """The fields of an agreement that may be corrected, in the order in which they are shown."""
    theme = agreement.themes[0].source if agreement.themes else None
    yield _field("theme", "Thema", agreement.theme, kind="theme", source=theme)
    yield _field("kind", "Soort", agreement.kind, kind="agreement_kind")
    yield _field("title", "Titel", agreement.title)
    trekker = agreement.trekker
    yield _field("trekker.names", "Trekker", trekker.names, source=trekker.source)
    yield _field("involved.names", "Betrokken", agreement.involved.names)
    yield _field("planning.start", "Begin", agreement.planning.start)
    yield _field("planning.end", "Einde", agreement.planning.end)
    yield _field("horizon", "Horizon", agreement.horizon)
    yield _field(
        "commitment_type", "Toezegging", agreement.commitment_type,
        kind="commitment_type", source=agreement.commitment_source,
    )  # fmt: skip
    yield _field(
        "concreteness", "Concreetheid", agreement.concreteness,
        kind="concreteness", source=agreement.concreteness_source,
    )  # fmt: skip


def target_fields(target: Target, names: Mapping[str, str] = NAMELESS) -> Iterator[FieldView]:
    """The fields of a target that may be corrected.

    Args:
        target: of an agreement.
        names: of the parties of the document, by id.
    """
    at = f"targets.{target.target_id.rpartition('/')[2]}."
    yield _field(at + "value", "Waarde", target.value)
    yield _field(at + "value_max", "Tot", target.value_max)
    unit = _field(at + "unit", "Eenheid", target.unit, shown=format_unit(target.unit))
    yield replace(unit, hint=_make_hint(UNITS))
    qualifier = _field(at + "qualifier", "Precisie", target.qualifier, shown=target.qualifier)
    yield replace(qualifier, hint=_make_hint(get_args(Qualifier)))
    yield _field(at + "subject", "Waarvan", target.subject)
    name = names.get(target.party_id or "")
    party = _field(at + "party_id", "Partij", target.party_id, shown=name)
    yield replace(party, hint=_make_hint(sorted(names)))
    yield _field(at + "period", "Wanneer", target.period)
    yield _field(at + "role", "Rol", target.role, kind="role", source=target.role_source)
    yield FieldView(at[:-1], "Geen doel?", "haal het weg", None, to_yaml(target.raw), NULL, REMOVES)


def mark_corrected(field: FieldView, found: Mapping[str, Value]) -> FieldView:
    """The field, with what the tool said where somebody has corrected it.

    Args:
        field: as the record has it.
        found: what the tool said of the corrected fields, by their names.
    """
    if field.name not in found:
        return field
    return replace(field, was=to_yaml(found[field.name]), source=label_of("source", "correction"))


def list_unapplied(
    results: Iterable[CorrectionResult], anchors: Mapping[str, str]
) -> Iterator[CorrectionView]:
    """The corrections that somebody must look at again, with why.

    Args:
        results: what became of corrections.
        anchors: of the agreements, by id.
    """
    for result in results:
        if result.status not in SETTLED:
            yield CorrectionView(
                result.source_file,
                result.agreement_id,
                anchors.get(result.agreement_id),
                result.field,
                label_of("correction", result.status),
                result.reason or "",
            )


def _field(
    name: str,
    title: str,
    was: Value,
    *,
    kind: str | None = None,
    shown: str | None = None,
    source: str | None = None,
) -> FieldView:
    """A field; `kind` names the codes that its values are."""
    hint = _make_hint(get_args(CODES.get(kind or "")))
    text = label_of(kind, was) if kind and was is not None else shown or _show(was)
    tag = label_of("source", source) if source and was not in {None, ()} else None
    yaml = to_yaml(was)
    return FieldView(
        name=name, title=title, shown=text, source=tag, was=yaml, value=yaml, hint=hint
    )


def _make_hint(codes: Iterable[object]) -> str:
    """What stands behind the value: that it is to be improved, and the codes it may be."""
    permitted = " | ".join(map(str, codes))
    return f"{IMPROVE}: {permitted}" if SAFE_HINT.fullmatch(permitted) else IMPROVE


def _show(value: Value) -> str:
    if value is None or value == ():
        return NOTHING
    if isinstance(value, float):
        return format_number(value)
    if isinstance(value, str | int | date):
        return str(value)
    return ", ".join(map(format_name, value))
