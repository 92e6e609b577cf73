"""The other agreements that one names by number, resolved where only one can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from prestatie_extract.document import Agreement, Passage, Reference
from prestatie_extract.vocabulary import load_rows

NUMBER = r"(?:[A-Z]{1,2}\.?)?\d{1,3}(?:\.\d{1,3})*[a-z]?"
"""2, B2, B.2, 3.1.4, 4a; not 2023, which is a year."""
NO_QUANTITY = (
    r"(?![\w%€]|[.,]\d|-\w|\s*(?:%|procent|euro|woning|eenhe|huurwoning|appartement|plekken|plaatsen|"
    r"keer|jaar|jaren|maand|we(?:ek|ken)|dagen|km|m2|m²|januari|februari|maart|april|mei|juni|juli|"
    r"augustus|september|oktober|november|december))"
)
"""Behind a number in a list: "afspraak 3, 40 woningen", "afspraak 2 en 30%" name one agreement."""
JOINT = (
    r"\s*(?:,\s*(?:en\s+|of\s+)?|;|/|&|\+|"
    r"(?:en/of|en|of|alsook|alsmede|resp\.?|respectievelijk)\s)\s*"
)
RANGE = r"\s*(?:t/m|tot\s+en\s+met|tot\s+aan|-|–|—)\s*"
CUE = r"(?:zie|cf\.?|conform|bij|onder|in|uit|van|volgens|genoemd\s+(?:bij|onder|in)|ook|vgl\.?)"
"""Before a word that alone is not enough: "wat bij punt 9 staat"."""
NUMBER_WORD = r"(?:(?:nummers?|nrs?\.?|no\.?)\s*)?"
"""afspraak nr. 3"""

LIST = rf"{NUMBER}{NO_QUANTITY}(?:(?:{JOINT}|{RANGE}){NUMBER}{NO_QUANTITY})*"
"""2, 7 en 8 · 3 t/m 5 · 2 en/of 7"""
ITEM = re.compile(rf"(?P<first>{NUMBER})(?:{RANGE}(?P<last>{NUMBER}))?")
RANGE_END = re.compile(r"(?P<stem>.*?)(?P<count>\d+)$")
"""3.1.4 -> stem "3.1.", count 4, so that "3.1.4 t/m 3.1.6" is three numbers."""
MAX_RANGE = 30  # numbers; a wider one is no list of agreements but a misread "1 - 2030"

BARE = re.compile(rf"\b[Zz]ie\s+(?:ook\s+)?(?P<list>(?=[A-Z]|\d+\.\d)(?:{LIST}))")
"""zie B2, zie ook 3.1.4: counts where an agreement bears that number, else it is a section."""
WORKS_OUT = re.compile(rf"bij\s+(?:{NUMBER_WORD})(?P<list>{LIST})", re.IGNORECASE)
"""The number "Bij 4" of a row that works out number 4."""
ELSEWHERE = re.compile(
    r"^\s*(?:uit|van|in|onder|bij)\s+(?:het\s+|de\s+)?(?:vorige\s+|volgende\s+)?"
    r"(?:hoofdstuk|thema|paragraaf|onderdeel)\b",
    re.IGNORECASE,
)
"""Behind the number, "afspraak 3 uit hoofdstuk 2": not in this section."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A number as named in a text."""

    raw: str
    number: str
    is_elsewhere: bool = False
    must_exist: bool = False


def tag_references(
    agreements: Sequence[Agreement], agreement_ids: Sequence[str]
) -> tuple[tuple[Reference, ...], ...]:
    """For each agreement the others that it names by number, each number once, in reading order.

    Read are its own number ("Bij 4"), title, text, items and the other columns of its row. A number
    is resolved to the agreement of the same section that bears it, else to the only one of the
    document; where several remain it stays None. A row "Bij 4" belongs to the last 4 before it.
    """
    places = _places(agreements, agreement_ids)
    return tuple(
        tuple(_resolved(agreement, i, agreement_ids, places))
        for i, agreement in enumerate(agreements)
    )


def _resolved(
    agreement: Agreement,
    index: int,
    agreement_ids: Sequence[str],
    places: _Places,
) -> Iterator[Reference]:
    seen: set[tuple[str, bool]] = set()
    own = _fold(agreement.number or "")
    works_out = WORKS_OUT.fullmatch(agreement.number or "")
    if works_out:
        for number in _numbers(works_out["list"]):
            seen.add((_fold(number), False))
            before = [i for i in places.bearing(number) if i < index]
            target = agreement_ids[before[-1]] if before else None
            yield Reference(agreement.number or "", number, target)
    for named in _find_named(agreement):
        key = (_fold(named.number), named.is_elsewhere)
        is_own = key == (own, False)
        if key in seen or is_own or (named.must_exist and not places.bearing(named.number)):
            continue
        seen.add(key)
        found = places.resolve(named, index)
        yield Reference(named.raw, named.number, None if found is None else agreement_ids[found])


def _find_named(agreement: Agreement) -> Iterator[_Named]:
    """Every number of an agreement that the texts of `agreement` name, in reading order."""
    for passage in _passages(agreement):
        matches = [(m, m["must_exist"] is not None) for m in _pattern().finditer(passage.text)]
        matches += [(m, True) for m in BARE.finditer(passage.text)]
        for match, must_exist in sorted(matches, key=lambda pair: pair[0].start()):
            is_elsewhere = ELSEWHERE.match(passage.text[match.end() :]) is not None
            raw = match[0]
            for number in _numbers(match["list"]):
                yield _Named(raw, number, is_elsewhere, must_exist)


def _passages(agreement: Agreement) -> list[Passage]:
    title = [agreement.title] if agreement.title else []
    return [*title, agreement.text, *agreement.items, *agreement.context.values()]


def _numbers(listed: str) -> Iterator[str]:
    """The numbers of a printed list: "3 t/m 5 en 8" -> 3, 4, 5, 8."""
    for item in ITEM.finditer(listed):
        first, last = RANGE_END.match(item["first"]), RANGE_END.match(item["last"] or "")
        if first is None or last is None or first["stem"] != last["stem"]:
            yield from (number for number in (item["first"], item["last"]) if number)
            continue
        counts = range(int(first["count"]), int(last["count"]) + 1)
        if 0 < len(counts) <= MAX_RANGE:
            yield from (f"{first['stem']}{count}" for count in counts)
        else:
            yield from (item["first"], item["last"])


@dataclass(frozen=True, slots=True)
class _Places:
    """Which agreements bear a number, and which stand together."""

    by_number: dict[str, list[int]]
    """Folded number to places in the document."""
    sections: tuple[str | None, ...]
    """The section id of each agreement."""
    id_stems: tuple[str, ...]
    """The agreement ids up to their last slash: the numbered section."""

    def bearing(self, number: str) -> list[int]:
        return self.by_number.get(_fold(number), [])

    def resolve(self, named: _Named, index: int) -> int | None:
        """The only agreement that `named` can mean for the agreement at `index`, else None."""
        everywhere = [i for i in self.bearing(named.number) if i != index]
        in_section = [i for i in everywhere if self.sections[i] == self.sections[index]]
        in_chapter = [i for i in everywhere if self.id_stems[i] == self.id_stems[index]]
        if named.is_elsewhere:
            outside = [i for i in everywhere if i not in in_section and i not in in_chapter]
            return outside[0] if len(outside) == 1 else None
        near = in_section or in_chapter or everywhere
        return near[0] if len(near) == 1 else None


def _places(agreements: Sequence[Agreement], agreement_ids: Sequence[str]) -> _Places:
    by_number: dict[str, list[int]] = {}
    for i, agreement in enumerate(agreements):
        if agreement.number:
            by_number.setdefault(_fold(agreement.number), []).append(i)
    return _Places(
        by_number,
        tuple(agreement.section_id for agreement in agreements),
        tuple(agreement_id.rpartition("/")[0] for agreement_id in agreement_ids),
    )


@cache
def _pattern() -> re.Pattern[str]:
    """Numbers behind their word: "afspraak 2 en 8", "afspraken nr. 3 t/m 5", "zie punt 9"."""
    rows = load_rows("reference_words")
    alone = _either(r for r in rows if not r["needs_cue"] and not r["must_exist"])
    cued = _either(r for r in rows if r["needs_cue"])
    known = _either(r for r in rows if r["must_exist"])
    cue = rf"(?i:\b{CUE}\s+(?:de\s+|het\s+)?(?:{cued}))"
    return re.compile(
        rf"(?:(?i:\b(?:{alone}))|{cue}|(?P<must_exist>(?i:\b(?:{known})(?=\s+\d+\.\d))))"
        rf"\s+(?i:{NUMBER_WORD})(?P<list>{LIST})"
    )


def _either(rows: Iterable[dict[str, str]]) -> str:
    words = {row[column] for row in rows for column in ("word", "plural")}
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def _fold(number: str) -> str:
    """The number in the form that compares: "B.2." and "B2" alike."""
    folded = number.casefold().strip().rstrip(".")
    return re.sub(r"^([a-z]{1,2})\.(?=\d)", r"\1", folded)
