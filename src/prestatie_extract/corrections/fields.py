"""Which keys may be corrected, and what kind of value each takes.

Keys of what is printed are not among them: a wrong word on a page is the page's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import partial
from types import MappingProxyType
from typing import Any, get_args

from prestatie_extract.schema.codes import (
    OTHER_UNIT,
    UNITS,
    AgreementKind,
    CommitmentType,
    Concreteness,
    Qualifier,
    TargetRole,
    ThemeCode,
)
from prestatie_extract.schema.correction import CorrectionValue

Take = Callable[[CorrectionValue], CorrectionValue]
"""A value as written -> as the record holds it; raises WrongValue."""

CODES: Mapping[str, tuple[str | int | None, ...]] = MappingProxyType(
    {
        "kind": get_args(AgreementKind),
        "theme": get_args(ThemeCode),
        "commitment_type": (*get_args(CommitmentType), None),
        "concreteness": (*get_args(Concreteness), None),
        "unit": (*UNITS, f"{OTHER_UNIT}<word>"),
        "qualifier": get_args(Qualifier),
        "role": get_args(TargetRole),
    }
)
"""What a key with codes takes, as people are told; None for null."""


class WrongValue(ValueError):  # noqa: N818 (it becomes the reason in the record)
    """A value of a kind that a field does not take; the message says which it takes."""


def take_text(value: CorrectionValue) -> CorrectionValue:
    """Text on one line; None where there is none. A whole number is its digits: a year."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str | None):
        raise WrongValue("it takes text: put it in quotes")
    return " ".join(value.split()) or None if value is not None else None


def take_number(value: CorrectionValue) -> CorrectionValue:
    """A number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WrongValue("it takes a number as 1250 or 2.5, without quotes")
    return float(value)


def take_number_or_none(value: CorrectionValue) -> CorrectionValue:
    """A number, or None where there is none."""
    return None if value is None else take_number(value)


def take_code(value: CorrectionValue, key: str) -> CorrectionValue:
    """One of the codes of a key, of units also `overig:` with a word behind it."""
    code = " ".join(value.split()) if isinstance(value, str) else value
    is_listed = any(code == known and type(code) is type(known) for known in CODES[key])
    is_other = key == "unit" and isinstance(code, str) and code.startswith(OTHER_UNIT)
    if is_listed or (is_other and code != OTHER_UNIT):
        return code
    raise WrongValue(f"{key} takes {list_choices(CODES[key])}")


def list_choices(codes: Sequence[Any]) -> str:
    """The codes as people are told: "1, 2, 3 or null"."""
    *others, last = ("null" if code is None else str(code) for code in codes)
    return f"{', '.join(others)} or {last}"


def take_date(value: CorrectionValue) -> CorrectionValue:
    """A day as ISO text."""
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise WrongValue("it takes a day as 2026-12-31") from error


def take_texts(value: CorrectionValue) -> CorrectionValue:
    """Some texts, each once; a single one need not stand in a list."""
    if isinstance(value, str):
        return take_texts((value,))
    if not isinstance(value, tuple | list):
        raise WrongValue("it takes a list as [gemeente, Het Anker], or [] for none")
    texts = (" ".join(text.split()) for text in value)
    return tuple(dict.fromkeys(text for text in texts if text))


AGREEMENT_FIELDS: Mapping[str, Take] = MappingProxyType(
    {
        "kind": partial(take_code, key="kind"),
        "theme": partial(take_code, key="theme"),
        "title": take_text,
        "horizon": take_text,
        "trekker.names": take_texts,
        "trekker.party_ids": take_texts,
        "involved.names": take_texts,
        "involved.party_ids": take_texts,
        "planning.start": take_date,
        "planning.end": take_date,
        "party_ids": take_texts,
        "commitment_type": partial(take_code, key="commitment_type"),
        "concreteness": partial(take_code, key="concreteness"),
    }
)
"""Keys of an agreement, in the order of the record."""
TARGET_FIELDS: Mapping[str, Take] = MappingProxyType(
    {
        "value": take_number,
        "value_max": take_number_or_none,
        "unit": partial(take_code, key="unit"),
        "qualifier": partial(take_code, key="qualifier"),
        "subject": take_text,
        "party_id": take_text,
        "period": take_text,
        "role": partial(take_code, key="role"),
    }
)
"""Keys of a target, in the order of the record."""
PARTY_KEYS = frozenset(("party_id", "party_ids"))
TARGET_FIELD = re.compile(r"(?P<target>targets\.t[1-9]\d*)(?:\.(?P<key>\w+))?")
"""targets.t2 is the target itself, targets.t2.value a key of it."""
PRINTED = frozenset(
    ("text", "items", "raw", "number", "where", "start", "end", "context", "provenance", "refs")
)


def target_of(field: str) -> str | None:
    """The target that a field is of, as targets.t2; None for a key of the agreement."""
    match = TARGET_FIELD.fullmatch(field)
    return match["target"] if match else None


def key_of(field: str) -> str:
    """The key within its group: value, names, theme; "" for a target itself."""
    match = TARGET_FIELD.fullmatch(field)
    return (match["key"] or "") if match else field.rpartition(".")[2]


def owner_of(field: str) -> str:
    """What is checked as a whole: a target, trekker, involved, planning; else the field itself."""
    return target_of(field) or field.partition(".")[0]


def take_of(field: str) -> Take:
    """How the value of a field is taken."""
    return TARGET_FIELDS[key_of(field)] if target_of(field) else AGREEMENT_FIELDS[field]


def complain_about_field(field: CorrectionValue, value: CorrectionValue) -> str | None:
    """Why a field cannot be corrected, and what can; None where it can."""
    if not isinstance(field, str):
        return "field is no text: name a key such as theme"
    match = TARGET_FIELD.fullmatch(field)
    if match and not match["key"]:
        return None if value is None else f"{field} can only be null: name a key as {field}.value"
    known = TARGET_FIELDS if match else AGREEMENT_FIELDS
    name = match["key"] if match else field
    if name in known:
        return None
    if name.rpartition(".")[2] in PRINTED:
        return f"{field!r} is what is printed and cannot be corrected"
    close = get_close_matches(name, known, n=1)
    hint = f"did you mean {close[0]}" if close else f"there are {', '.join(known)}"
    return f"no field {field!r} can be corrected: {hint}"
