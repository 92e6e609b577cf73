"""What the agreements of a document can be filtered by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from prestatie_extract.report.labels import label_of
from prestatie_extract.report.views import Choice
from prestatie_extract.report.wording import format_name
from prestatie_extract.schema import Record
from prestatie_extract.schema.agreement import Agreement
from prestatie_extract.slugs import make_slug, take_free

THEME_KEY = "thema-"
"""Before the code of a theme in an address: `….html#thema-duurzaamheid` shows those only."""
NO_KEY = "geen"
NO_TREKKER = ""
"""Stands for the trekker of an agreement that has none."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The filters of a document; a choice stands for the value at its place."""

    themes: tuple[Choice, ...]
    trekkers: tuple[Choice, ...]
    parties: tuple[Choice, ...]
    trekker_keys: dict[str, str]
    party_keys: dict[str, str]


def find_choices(record: Record) -> Choices:
    """The themes, trekkers and parties of a record's agreements, in order of their names."""
    names = {party.party_id: party.name for party in record.parties}
    themes = _count((a.theme,) for a in record.agreements)
    trekkers = _count(trekkers_of(a) for a in record.agreements)
    parties = _count(parties_of(a) for a in record.agreements)
    trekker_keys, party_keys = _make_keys(trekkers), _make_keys(parties)
    return Choices(
        _choose(themes, lambda theme: THEME_KEY + theme, lambda theme: label_of("theme", theme)),
        _choose(trekkers, trekker_keys.__getitem__, _name_trekker),
        _choose(parties, party_keys.__getitem__, names.__getitem__),
        trekker_keys,
        party_keys,
    )


def trekkers_of(agreement: Agreement) -> tuple[str, ...]:
    """Who leads, each name once; `NO_TREKKER` where nobody does."""
    return tuple(dict.fromkeys(agreement.trekker.names)) or (NO_TREKKER,)


def parties_of(agreement: Agreement) -> tuple[str, ...]:
    """The ids of all parties that have to do with it, each once."""
    leading, involved = agreement.trekker.party_ids, agreement.involved.party_ids
    owners = (target.party_id for target in agreement.targets)
    everybody = (*leading, *involved, *agreement.party_ids, *owners)
    return tuple(dict.fromkeys(party_id for party_id in everybody if party_id))


def _make_keys(names: Iterable[str]) -> dict[str, str]:
    """A key for each name that is safe in an address and stays good in the next report."""
    taken: set[str] = set()
    return {name: take_free(make_slug(name) or NO_KEY, taken) for name in sorted(names)}


def _count(values: Iterable[Sequence[str]]) -> Counter[str]:
    return Counter(value for several in values for value in several)


def _choose(
    counts: Counter[str], key: Callable[[str], str], name: Callable[[str], str]
) -> tuple[Choice, ...]:
    choices = (Choice(key(value), name(value), count) for value, count in counts.items())
    return tuple(sorted(choices, key=lambda choice: (choice.label.casefold(), choice.key)))


def _name_trekker(name: str) -> str:
    return "geen trekker genoemd" if name == NO_TREKKER else format_name(name)
