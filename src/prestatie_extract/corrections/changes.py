"""A corrected key -> all keys that change with it, so that an agreement does not contradict itself.

Each function makes a changed, checked copy; ValueError where the schema refuses it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from prestatie_extract import document
from prestatie_extract.corrections.fields import TARGET_FIELDS
from prestatie_extract.schema.agreement import Agreement, Involved, Target, Theme
from prestatie_extract.schema.record import Party
from prestatie_extract.tagging.judgements import CONCRETE, RULE, RULE_SCORE, TARGET
from prestatie_extract.tagging.near_names import find_near_name, is_known
from prestatie_extract.tagging.roles import resolve_names
from prestatie_extract.tagging.target_periods import is_dated

CORRECTION = "correction"
SURE = 1.0
"""Score of what a person says."""

Values = Mapping[str, Any]
Change = Callable[[Agreement, Values, Sequence[Party]], Agreement]
Role = TypeVar("Role", bound=Involved)


def change_agreement(
    agreement: Agreement, owner: str, values: Values, parties: Sequence[Party]
) -> Agreement:
    """The agreement with the values of one owner, checked as a whole.

    Args:
        agreement: to change.
        owner: what the values are of: targets.t2, trekker, theme …
        values: by key; "" for a target that is taken out.
        parties: of the record.

    Raises:
        ValueError: the schema refuses the values; what to say of it.
    """
    if owner.startswith("targets."):
        return _change_targets(agreement, owner, values)
    return CHANGES.get(owner, _change_plainly)(agreement, values, parties)


def find_target(agreement: Agreement, owner: str) -> Target | None:
    """The target that targets.t2 names; None where there is none."""
    target_id = f"{agreement.agreement_id}/{owner.removeprefix('targets.')}"
    return next((t for t in agreement.targets if t.target_id == target_id), None)


def canonical_names(names: Sequence[str], parties: Sequence[Party]) -> tuple[str, ...]:
    """The names as the contract writes them: codes for generic words, everyday names."""
    return resolve_names(names, _as_tagged(parties)).names


def find_stranger_names(names: Sequence[str], parties: Sequence[Party]) -> Mapping[str, str | None]:
    """The names that are neither a party nor a generic word, each with the nearest, if any."""
    tagged = _as_tagged(parties)
    return {name: find_near_name(name, tagged) for name in names if not is_known(name, tagged)}


def settle_concreteness(agreement: Agreement) -> Agreement:
    """The agreement with the degree that the rule gives after its targets or planning changed.

    Where the rule no longer holds that gave it, nothing tells the degree: it is None.
    """
    texts = (agreement.title or "", agreement.text)
    planning = agreement.planning
    is_concrete = (
        any(target.role == TARGET for target in agreement.targets)
        or bool(planning.start or planning.end)
        or any(map(is_dated, texts))
    )
    if is_concrete and agreement.concreteness != CONCRETE:
        return _judge(agreement, "concreteness", (CONCRETE, RULE, RULE_SCORE))
    if not is_concrete and agreement.concreteness_source == RULE:
        return _judge(agreement, "concreteness", (None, None, None))
    return agreement


def _change_plainly(agreement: Agreement, values: Values, _: Sequence[Party]) -> Agreement:
    return agreement.changed(**values)


def _change_theme(agreement: Agreement, values: Values, _: Sequence[Party]) -> Agreement:
    """The theme stands first of all themes, with what its words say for it."""
    code = values["theme"]
    said = {theme.theme: theme.content_score for theme in agreement.themes}
    first = {
        "theme": code,
        "score": SURE,
        "source": CORRECTION,
        "content_score": said.get(code),
    }
    others = (theme for theme in agreement.themes if theme.theme != code)
    changed = agreement.changed(theme=code)  # refuses what is no theme
    return changed.changed(themes=(Theme.model_validate(first), *others))


def _change_trekker(agreement: Agreement, values: Values, parties: Sequence[Party]) -> Agreement:
    trekker = _change_role(agreement.trekker, values, parties)
    return agreement.changed(trekker=trekker.changed(source=CORRECTION))


def _change_involved(agreement: Agreement, values: Values, parties: Sequence[Party]) -> Agreement:
    return agreement.changed(involved=_change_role(agreement.involved, values, parties))


def _change_role(role: Role, values: Values, parties: Sequence[Party]) -> Role:
    """Other names stand for other parties, unless these are told too."""
    if "names" in values and "party_ids" not in values:
        resolved = resolve_names(values["names"], _as_tagged(parties))
        values = {**values, "party_ids": resolved.party_ids}
    return role.changed(**values)


def _change_planning(agreement: Agreement, values: Values, _: Sequence[Party]) -> Agreement:
    return agreement.changed(planning=agreement.planning.changed(**values))


def _change_commitment(agreement: Agreement, values: Values, _: Sequence[Party]) -> Agreement:
    return _judge(agreement, "commitment", (values["commitment_type"], CORRECTION, SURE))


def _change_concreteness(agreement: Agreement, values: Values, _: Sequence[Party]) -> Agreement:
    return _judge(agreement, "concreteness", (values["concreteness"], CORRECTION, SURE))


CHANGES: Mapping[str, Change] = {
    "theme": _change_theme,
    "trekker": _change_trekker,
    "involved": _change_involved,
    "planning": _change_planning,
    "commitment_type": _change_commitment,
    "concreteness": _change_concreteness,
}
"""For the owners of which more changes than the key that is named."""


def _judge(agreement: Agreement, what: str, judgement: tuple[Any, Any, Any]) -> Agreement:
    value, source, score = judgement
    key = "commitment_type" if what == "commitment" else what
    return agreement.changed(**{key: value, f"{what}_source": source, f"{what}_score": score})


def _change_targets(agreement: Agreement, owner: str, values: Values) -> Agreement:
    target = find_target(agreement, owner)
    assert target is not None, owner
    changed = None if "" in values else _change_target(target, values)
    targets = (changed if old is target else old for old in agreement.targets)
    return agreement.changed(targets=tuple(new for new in targets if new is not None))


def _change_target(target: Target, values: Values) -> Target:
    told = {"role_source": CORRECTION} if "role" in values else {}
    corrected = tuple(key for key in TARGET_FIELDS if key in values)
    return target.changed(**values, **told, corrected=corrected)


def _as_tagged(parties: Sequence[Party]) -> list[document.Party]:
    """The parties as the taggers know them."""
    return [
        document.Party(
            party.party_id,
            party.name,
            party.type,
            party.aliases,
            party.signatory,
            document.Match(party.match.method, party.match.score),
        )
        for party in parties
    ]
