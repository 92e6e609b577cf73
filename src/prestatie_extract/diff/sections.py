"""Whether an agreement stands in another section, and which sections only changed their name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from prestatie_extract.diff.entries import Entry, Heading
from prestatie_extract.diff.outcome import SectionChange

SAME_TITLE_SCORE = 85  # "Betaalbaarheid en wonen" is "Betaalbaarheid & wonen", not "Duurzaamheid"
RENAMED_MIN = 2  # agreements that stayed together; one alone has moved as well as its section

Titles = tuple[Heading, Heading]


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections of two documents side by side."""

    renamed: frozenset[tuple[str, str]]
    """section_id of old and new where the title is another one and the agreements stayed."""
    changes: tuple[SectionChange, ...]
    """Sections that are told with another number or title."""

    def is_same(self, old: Entry, new: Entry) -> bool:
        """Whether the agreements stand in the same section; levels only one has do not count."""
        return all(self._is_same_heading(pair) for pair in _pair_levels(old, new)) and (
            bool(old.path) == bool(new.path)
        )

    def _is_same_heading(self, pair: Titles) -> bool:
        old, new = pair
        return _is_alike(old, new) or (old.section_id, new.section_id) in self.renamed


def compare_sections(
    olds: Sequence[Entry], news: Sequence[Entry], pairs: Mapping[int, int]
) -> Sections:
    """What became of the sections, told by where their agreements went.

    Args:
        olds: all agreements of the old document.
        news: all of the new one.
        pairs: the places of those that have a counterpart, new by old.
    """
    stays = Counter(
        levels for i, j in sorted(pairs.items()) for levels in _pair_levels(olds[i], news[j])
    )
    main = list(_find_main(stays))
    twins = _find_twins(olds, news)
    renamed = [
        pair
        for pair in main
        if not _is_alike(*pair) and stays[pair] >= RENAMED_MIN and twins.isdisjoint(pair)
    ]
    told = [p for p in main if p in renamed or (_is_alike(*p) and p[0].label != p[1].label)]
    return Sections(
        frozenset((old.section_id, new.section_id) for old, new in renamed),
        tuple(SectionChange(old.label, new.label) for old, new in told),
    )


def _pair_levels(old: Entry, new: Entry) -> Iterator[Titles]:
    """Headings of the two at the same height, from the deepest up."""
    return zip(reversed(old.path), reversed(new.path), strict=False)


def _find_main(stays: Counter[Titles]) -> Iterator[Titles]:
    """Pairs of sections of which each has most of the other's agreements, in order."""
    of_old, of_new = _sum(stays, 0), _sum(stays, 1)
    for pair, number in stays.items():
        if 2 * number > of_old[pair[0]] and 2 * number > of_new[pair[1]]:
            yield pair


def _find_twins(olds: Sequence[Entry], news: Sequence[Entry]) -> set[Heading]:
    """The headings whose title the other document has too."""
    old, new = ({heading for entry in side for heading in entry.path} for side in (olds, news))
    return {heading for a in old for b in new if _is_alike(a, b) for heading in (a, b)}


def _sum(stays: Counter[Titles], side: int) -> Counter[Heading]:
    total: Counter[Heading] = Counter()
    for pair, number in stays.items():
        total[pair[side]] += number
    return total


def _is_alike(old: Heading, new: Heading) -> bool:
    return fuzz.ratio(old.key, new.key) >= SAME_TITLE_SCORE


def to_labels(path: Iterable[Heading]) -> tuple[str, ...]:
    """The headings for people."""
    return tuple(heading.label for heading in path)
