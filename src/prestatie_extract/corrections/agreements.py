"""The corrections of one agreement: which of them hold, and the agreement with those applied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, cast

from prestatie_extract.corrections.changes import (
    canonical_names,
    change_agreement,
    find_stranger_names,
    find_target,
    settle_concreteness,
)
from prestatie_extract.corrections.fields import (
    AGREEMENT_FIELDS,
    PARTY_KEYS,
    WrongValue,
    complain_about_field,
    key_of,
    owner_of,
    take_of,
    target_of,
)
from prestatie_extract.corrections.written import Correction, show_value
from prestatie_extract.schema.agreement import Agreement
from prestatie_extract.schema.codes import CorrectionStatus
from prestatie_extract.schema.correction import CorrectionResult, CorrectionValue
from prestatie_extract.schema.record import Party

CONCRETENESS = "concreteness"
SETTLES = frozenset(("targets", "planning"))
"""Owners whose correction may change what the rule of concreteness says."""
CONTRADICTIONS = {
    "targets": (frozenset(("value", "value_max")), "value_max is below value"),
    "planning": (frozenset(("start", "end")), "planning would end before it starts"),
    "title": (frozenset(("title",)), "a target stands in the title: it stays as printed"),
}
"""By group, how values that are right by themselves can contradict each other."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A correction, what it meets and what becomes of it."""

    correction: Correction
    found: CorrectionValue
    status: CorrectionStatus
    reason: str | None = None
    value: CorrectionValue = None
    """What the key becomes, as the record writes it."""

    @property
    def field(self) -> str:
        return self.correction.field

    def publish(self) -> CorrectionResult:
        """What the record says of it."""
        written = self.correction
        return CorrectionResult(
            agreement_id=written.agreement_id,
            field=written.field,
            source_file=written.source_file,
            was=written.was,
            value=written.value,
            found=self.found,
            note=written.note,
            status=self.status,
            reason=self.reason,
        )


@dataclass(frozen=True, slots=True)
class Corrected:
    """An agreement with its corrections applied."""

    agreement: Agreement
    verdicts: tuple[Verdict, ...]
    """One for each correction, in their order."""

    @property
    def applied(self) -> frozenset[str]:
        """The fields that were corrected."""
        return frozenset(v.field for v in self.verdicts if v.status == "applied")


def correct_agreement(
    agreement: Agreement, corrections: Sequence[Correction], parties: Sequence[Party]
) -> Corrected:
    """The agreement with the corrections that hold; what belongs together holds as a whole.

    Args:
        agreement: as the tool made it.
        corrections: of this agreement, each of another field.
        parties: of the record.
    """
    page = _Page(agreement, parties)
    owners: dict[str, list[Verdict]] = {}
    for correction in corrections:
        owners.setdefault(owner_of(correction.field), []).append(page.judge(correction))
    targets_first = sorted(owners, key=lambda owner: (not owner.startswith("targets."), owner))
    corrected = reduce(
        lambda before, owner: _apply(before, owners[owner], parties),
        targets_first,
        Corrected(agreement, ()),
    )
    return _finish(corrected, corrections)


def _finish(corrected: Corrected, corrections: Sequence[Correction]) -> Corrected:
    """Marks the agreement, settles what follows and puts the verdicts in order."""
    applied, agreement = corrected.applied, corrected.agreement
    order = {correction.field: place for place, correction in enumerate(corrections)}
    verdicts = sorted(corrected.verdicts, key=lambda verdict: order[verdict.field])
    told = {v.field for v in verdicts if v.status in {"applied", "superfluous"}}
    if CONCRETENESS not in told and any(f.partition(".")[0] in SETTLES for f in applied):
        agreement = settle_concreteness(agreement)
    own = [name for name in AGREEMENT_FIELDS if name in applied]
    removed = sorted((f for f in applied if target_of(f) == f), key=lambda f: (len(f), f))
    marked = (*own, *removed)
    if marked:
        agreement = agreement.changed(corrected=marked)
    return replace(corrected, agreement=agreement, verdicts=tuple(verdicts))


def _apply(before: Corrected, verdicts: Sequence[Verdict], parties: Sequence[Party]) -> Corrected:
    """The corrections of one owner: all that hold, or none where one of them is refused."""
    owner = owner_of(verdicts[0].field)
    values = {key_of(v.field): v.value for v in verdicts if v.status == "applied"}
    agreement, judged = before.agreement, _refuse_beside_refused(verdicts)
    if values and judged == verdicts:
        try:
            agreement = change_agreement(agreement, owner, _with_kept(values, verdicts), parties)
        except ValueError as error:
            judged = _refuse_whole(verdicts, str(error))
    return Corrected(agreement, (*before.verdicts, *judged))


def _refuse_whole(verdicts: Sequence[Verdict], objection: str) -> Sequence[Verdict]:
    """The verdicts where their values contradict each other: told of those that do."""
    group = owner_of(verdicts[0].field).partition(".")[0]
    keys, reason = CONTRADICTIONS.get(group, (None, objection))
    guilty = [v for v in verdicts if keys is None or key_of(v.field) in keys]
    refused = [_refuse(v, reason) if v in guilty else v for v in verdicts]
    return _refuse_beside_refused(refused)


def _refuse_beside_refused(verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """Where one of an owner's corrections is refused, the others are too, and say for which."""
    refused = next((v.field for v in verdicts if v.status == "refused"), None)
    if refused is None:
        return verdicts
    whole = "target" if target_of(refused) else owner_of(refused)
    reason = f"not applied, as {refused} of the same {whole} is refused"
    return [_refuse(verdict, reason) for verdict in verdicts]


def _with_kept(values: Mapping[str, Any], verdicts: Iterable[Verdict]) -> dict[str, Any]:
    """With the parties that a superfluous correction holds on to, whatever the new names say."""
    kept = {v.value for v in verdicts if v.status == "superfluous" and _is_role_ids(v.field)}
    return {**({"party_ids": kept.pop()} if kept else {}), **values}


def _is_role_ids(field: str) -> bool:
    return field in {"trekker.party_ids", "involved.party_ids"}


def _refuse(verdict: Verdict, reason: str) -> Verdict:
    if verdict.status != "applied":
        return verdict
    return replace(verdict, status="refused", reason=reason)


@dataclass(frozen=True, slots=True)
class _Page:
    """An agreement as the tool made it, which corrections are compared with."""

    agreement: Agreement
    parties: Sequence[Party]

    def judge(self, correction: Correction) -> Verdict:
        """Whether a correction holds, as far as it can be told from it alone."""
        if complaint := complain_about_field(correction.field, correction.value):
            return Verdict(correction, None, "refused", complaint)
        owner = owner_of(correction.field)
        if target_of(correction.field) and find_target(self.agreement, owner) is None:
            return self._judge_missing(correction, owner)
        found = self._find(correction.field)
        if correction.field == owner and target_of(owner):  # to be taken out
            value, said = None, correction.was
        else:
            try:
                value = self._take(correction.field, correction.value, found)
            except WrongValue as error:
                return Verdict(correction, found, "refused", str(error))
            if value == found:
                reason = "the tool says it itself"
                return Verdict(correction, found, "superfluous", reason, value)
            said = self._said(correction, found)
        if correction.has_was and said != found:
            reason = f"the tool says {show_value(found)} now, not {show_value(correction.was)}"
            return Verdict(correction, found, "outdated", reason)
        return Verdict(correction, found, "applied", self._doubt(correction.field, value), value)

    def _doubt(self, name: str, value: CorrectionValue) -> str | None:
        """What to look at although it is applied: names that are no party; None for nothing."""
        if key_of(name) != "names":
            return None
        strangers = find_stranger_names(cast("tuple[str, ...]", value), self.parties)
        doubts = [
            f"{name!r} is no party of the document" + (f": did you mean {near}?" if near else "")
            for name, near in strangers.items()
        ]
        return "; ".join(doubts) or None

    def _judge_missing(self, correction: Correction, owner: str) -> Verdict:
        """A target that is not there: nothing to take out, nothing to correct."""
        if correction.field == owner:
            return Verdict(correction, None, "superfluous", "there is no such target")
        known = ", ".join(t.target_id.rpartition("/")[2] for t in self.agreement.targets)
        reason = f"there is no such target, only {known}" if known else "it has no targets"
        return Verdict(correction, None, "refused", reason)

    def _find(self, name: str) -> CorrectionValue:
        """What the tool says of a field; of a target itself its raw words."""
        target = find_target(self.agreement, owner_of(name)) if target_of(name) else None
        if target is not None:
            found = getattr(target, key_of(name) or "raw")
        else:
            owner, _, key = name.partition(".")
            found = getattr(self.agreement, owner)
            found = getattr(found, key) if key else found
        return cast("CorrectionValue", found.isoformat() if hasattr(found, "isoformat") else found)

    def _take(self, name: str, value: CorrectionValue, found: CorrectionValue) -> CorrectionValue:
        """The value as the record writes it.

        Raises:
            WrongValue: it is of another kind, or names a party that is not there.
        """
        if _is_same(value, found):
            return found
        taken = take_of(name)(value)
        if key_of(name) in PARTY_KEYS:
            self._check_parties((taken,) if isinstance(taken, str) else taken)
        if key_of(name) == "names" and taken != found:
            return canonical_names(cast("tuple[str, ...]", taken), self.parties)
        return taken

    def _check_parties(self, ids: CorrectionValue) -> None:
        known = [party.party_id for party in self.parties]
        for party_id in cast("tuple[str, ...]", ids or ()):
            if party_id not in known:
                raise WrongValue(f"no party {party_id!r} in the document: {', '.join(known)}")

    def _said(self, correction: Correction, found: CorrectionValue) -> CorrectionValue:
        """What the tool said by the correction, as the record writes it."""
        if _is_same(correction.was, found):
            return found
        try:
            return take_of(correction.field)(correction.was)
        except WrongValue:
            return correction.was


def _is_same(written: CorrectionValue, found: CorrectionValue) -> bool:
    """Whether it is what the record says, type and all: `true` is no 1."""
    return written == found and not isinstance(written, bool)
