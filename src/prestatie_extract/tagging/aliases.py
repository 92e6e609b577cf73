"""The other names of a party that only the running text shows: abbreviations, spellings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from prestatie_extract.document import Party
from prestatie_extract.tagging.mentions import is_generic
from prestatie_extract.tagging.names import LINK_WORDS, key_of

MIN_ALIAS_CHARS = 3  # a shorter name is looked up as it is printed only

BRACKETED_SHORT = re.compile(
    r"\s*\((?:hierna:?\s*)?['\"“‘]?(?P<short>[A-Z][\w.]*[A-Z&][\w&.]*)['\"”’]?\)"
)
"""(HRX), (V&O): at least two capitals"""


def longest_first(aliases: Iterable[str]) -> tuple[str, ...]:
    """Each alias once: the longest is looked for first."""
    return tuple(sorted(set(aliases), key=lambda a: (-len(a), a)))


def with_text_aliases(parties: Sequence[Party], text: str) -> list[Party]:
    """The parties with the abbreviations and spellings that only the running text shows."""
    names = [name for p in parties for name in (p.name, *p.aliases)]
    taken = {key_of(a) for a in names}
    result = []
    for party in parties:
        found = [
            a
            for a in _text_aliases(party, names, text)
            if key_of(a) not in taken or _is_case_form(a, party)
        ]
        taken |= {key_of(a) for a in found}
        aliases = longest_first([*party.aliases, *found])
        result.append(
            Party(party.party_id, party.name, party.type, aliases, party.signatory, party.match)
        )
    return result


def _is_case_form(alias: str, party: Party) -> bool:
    return key_of(alias) in {key_of(a) for a in (party.name, *party.aliases)}


def _text_aliases(party: Party, names: Sequence[str], text: str) -> list[str]:
    """Abbreviations behind the name, "Huurdersraad X (HRX)", and forms such as "Omnia wonen".

    `names` are those of all parties.
    """
    own = dict.fromkeys((party.name, *party.aliases))
    found = []
    for alias in own:
        if not is_generic(alias) and len(alias) >= MIN_ALIAS_CHARS:
            longer = tuple(n for n in names if n.endswith(f" {alias}") and n not in own)
            found += [*_abbreviations(alias, longer, text), *_case_forms(alias, text)]
    return list(dict.fromkeys(found))


def _abbreviations(alias: str, longer: tuple[str, ...], text: str) -> list[str]:
    """What stands in brackets behind the name: "Huurdersraad X (HRX)".

    Not behind one of the `longer` names of others, which abbreviates that one.
    """
    ends = [m.end() for m in re.finditer(re.escape(alias) + r"(?=\s*\()", text)]
    ends = [end for end in ends if not (longer and text[:end].endswith(longer))]
    shorts = [m["short"] for end in ends if (m := BRACKETED_SHORT.match(text, end))]
    return [short for short in shorts if not is_generic(short)]


def _case_forms(alias: str, text: str) -> list[str]:
    """The name with its later words in small letters inside a sentence: "door Omnia wonen"."""
    first, _, rest = alias.partition(" ")
    if not rest[:1].isupper() or first.casefold() in LINK_WORDS:
        return []
    length = len(alias)
    found = []
    for match in re.finditer(rf"(?<=[a-zà-ÿ,] ){re.escape(first)} (?=\w)", text):
        form = text[match.start() : match.start() + length]
        after = text[match.start() + length : match.start() + length + 1]
        if form != alias and form.casefold() == alias.casefold() and not after.isalnum():
            found.append(form)
    return found
