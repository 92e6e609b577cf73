"""Which numbers of an agreement changed: paired by unit and by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from prestatie_extract.diff.outcome import TargetChange, TargetSide
from prestatie_extract.diff.words import fold, to_legible
from prestatie_extract.schema.agreement import Agreement, Target
from prestatie_extract.schema.codes import OTHER_UNIT

AROUND_CHARS = 60  # of the text on each side: what a number is about stands within a clause
CLAUSE_END = re.compile(r"[,;:.](?=\s|$)")
ALIKE_MIN = 50  # 0-100; of surroundings and subject, below it the number is another one
PARTY_POINTS = 20  # the number of one party is not that of another
ROLE_POINTS = 10
VALUE_POINTS = 10  # the number itself: three rows "40" and "50" that only changed places
TOLD_ALWAYS = ("value", "value_max", "unit", "qualifier", "party", "period", "role")
TOLD_IN_SAME_TEXT = ("subject",)
"""The subject is read from the words around the number: where these changed, they tell it."""
ARROW = " → "


@dataclass(frozen=True, slots=True)
class _Seen:
    """A target with what is compared of it."""

    side: TargetSide
    around: str
    subject: str


def compare_targets(
    old: Agreement, new: Agreement, names: tuple[Mapping[str, str], Mapping[str, str]],
    *, is_same_text: bool,
) -> tuple[TargetChange, ...]:  # fmt: skip
    """The numbers that changed, were dropped or are new, in the order of the new agreement.

    Args:
        old: an agreement.
        new: its counterpart.
        names: everyday names of the parties by party_id, of the old and of the new document.
        is_same_text: whether nothing but tags can have changed.
    """
    olds = [_to_seen(target, old, names[0]) for target in old.targets]
    news = [_to_seen(target, new, names[1]) for target in new.targets]
    partner = dict(_pair(olds, news))
    told = TOLD_ALWAYS + (TOLD_IN_SAME_TEXT if is_same_text else ())
    changes = [_to_change(olds[partner[j]].side, seen.side, told) if j in partner else
               TargetChange(None, seen.side, (), to_phrase(seen.side))
               for j, seen in enumerate(news)]  # fmt: skip
    paired = set(partner.values())
    dropped = [seen.side for i, seen in enumerate(olds) if i not in paired]
    changes += [TargetChange(side, None, (), to_phrase(side)) for side in dropped]
    return tuple(change for change in changes if change is not None)


def to_phrase(side: TargetSide) -> str:
    """A number for people: as printed, with its unit, what is counted and whose it is."""
    return _with_unit(side.raw, side) + _to_note(side)


def to_side(target: Target, names: Mapping[str, str]) -> TargetSide:
    """The target with legible texts and the name of its party."""
    return TargetSide(
        target_id=target.target_id,
        raw=to_legible(target.raw),
        value=target.value,
        value_max=target.value_max,
        unit=to_legible(target.unit),
        qualifier=target.qualifier,
        subject=to_legible(target.subject) or None,
        party=to_legible(names.get(target.party_id or "", target.party_id)) or None,
        period=to_legible(target.period) or None,
        role=target.role,
    )


def _to_seen(target: Target, agreement: Agreement, names: Mapping[str, str]) -> _Seen:
    side = to_side(target, names)
    text = next((t for t in agreement.texts(target) if _stands_in(target, t)), "")
    if target.start is None or target.end is None:
        around = f"{side.subject or ''} {side.period or ''}"
    else:
        before = text[max(0, target.start - AROUND_CHARS) : target.start]
        after = text[target.end : target.end + AROUND_CHARS]
        around = f"{CLAUSE_END.split(before)[-1]} {CLAUSE_END.split(after)[0]}"
    return _Seen(side, _drop_digits(fold(around)), fold(side.subject))


def _stands_in(target: Target, text: str) -> bool:
    return text[target.start : target.end] == target.raw


def _drop_digits(text: str) -> str:
    return "".join(c for c in text if not c.isdigit())


def _pair(olds: Sequence[_Seen], news: Sequence[_Seen]) -> Iterator[tuple[int, int]]:
    """Places of new and old, best first, equals in the order in which they stand."""
    scored = [
        (-round(score, 4), i + j, abs(i - j), j, i)
        for i, old in enumerate(olds)
        for j, new in enumerate(news)
        if (score := _score(old, new))
    ]
    free_old, free_new = set(range(len(olds))), set(range(len(news)))
    for *_, j, i in sorted(scored):
        if j in free_new and i in free_old:
            free_new.remove(j)
            free_old.remove(i)
            yield j, i


def _score(old: _Seen, new: _Seen) -> float:
    """How sure it is that the numbers are about the same; 0 where they are not."""
    a, b = old.side, new.side
    is_same_words = fold(a.raw) == fold(b.raw)
    if fold(a.unit) != fold(b.unit) and not is_same_words:
        return 0
    alike = fuzz.ratio(old.around, new.around)
    if old.subject and new.subject:
        alike = max(alike, (alike + fuzz.ratio(old.subject, new.subject)) / 2)
    if alike < ALIKE_MIN and not (is_same_words and a.party == b.party):
        return 0
    points = PARTY_POINTS * (fold(a.party) == fold(b.party)) + ROLE_POINTS * (a.role == b.role)
    return 1 + alike + points + VALUE_POINTS * ((a.value, a.value_max) == (b.value, b.value_max))


def _to_change(old: TargetSide, new: TargetSide, told: Sequence[str]) -> TargetChange | None:
    changed = tuple(key for key in told if _differs(getattr(old, key), getattr(new, key)))
    return TargetChange(old, new, changed, _say(old, new, changed)) if changed else None


def _differs(old: object, new: object) -> bool:
    is_text = isinstance(old, str) and isinstance(new, str)
    return fold(str(old)) != fold(str(new)) if is_text else old != new


def _say(old: TargetSide, new: TargetSide, changed: Sequence[str]) -> str:
    tags = [key for key in changed if key not in ("value", "value_max")]
    if fold(old.raw) == fold(new.raw):
        said = ", ".join(f"{key} {_show(old, key)}{ARROW}{_show(new, key)}" for key in changed)
        return f"{to_phrase(new)}: {said}"
    others = [key for key in tags if key not in ("qualifier", "unit", "subject")]
    said = "".join(f"; {key} {_show(old, key)}{ARROW}{_show(new, key)}" for key in others)
    return _join_raws(old, new) + _to_note(new) + said


def _show(side: TargetSide, key: str) -> str:
    value = getattr(side, key)
    if value is None:
        return "none"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _join_raws(old: TargetSide, new: TargetSide) -> str:
    """The words that both have once: "maximaal 180 → 150 woningen"."""
    a, b = _with_unit(old.raw, old).split(), _with_unit(new.raw, new).split()
    head = tail = 0
    least = min(len(a), len(b)) - 1  # a word stays on both sides of the arrow
    while head < least and fold(a[head]) == fold(b[head]):
        head += 1
    while tail < least - head and fold(a[-1 - tail]) == fold(b[-1 - tail]):
        tail += 1
    middle = f"{' '.join(a[head : len(a) - tail])}{ARROW}{' '.join(b[head : len(b) - tail])}"
    return " ".join((*b[:head], middle, *b[len(b) - tail :]))


def _with_unit(raw: str, side: TargetSide) -> str:
    """The number with its unit where that is not printed: a table's cell, one of a list."""
    unit = side.unit.removeprefix(OTHER_UNIT)
    has_words = any(c.isalpha() or c in "%€" for c in raw)
    return raw if has_words else f"{raw} {unit}"


def _to_note(side: TargetSide) -> str:
    """What is counted and by whom, where the number itself does not say it."""
    said = fold(side.raw)
    notes = [n for n in (side.subject, side.party) if n and fold(n) not in said]
    return f" ({'; '.join(notes)})" if notes else ""
