"""The organisation that comes next to each: what a reader checks before trusting a link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from prestatie_extract.resolve.evidence import do_types_fit
from prestatie_extract.resolve.groups import MAX_BUCKET, Group
from prestatie_extract.resolve.linking import typo_tokens
from prestatie_extract.tagging.names import parse_name, tokens_of

RUNNER_UP_SCORE = 60.0  # rapidfuzz ratio of the names' sorted words below which a name is no
# candidate: "wonen zuid"/"wonen limburg" 61, "huurdersraad talis"/"huurdersraad domus" 83
BEST_BY_NAME = 2  # of those with one name, kept for comparison: one of them may be itself


@dataclass(frozen=True, slots=True)
class Candidate:
    """An organisation under its id and name, with the words that tell it from others."""

    organisation_id: str
    name: str
    group: Group
    words: str
    """Sorted, so that their order does not count; kind words and legal forms left out."""

    @classmethod
    def of(cls, organisation_id: str, name: str, group: Group) -> Candidate:
        """The candidate for an organisation."""
        parsed = parse_name(name)
        told = tokens_of(parsed.core or parsed.printed)
        return cls(organisation_id, name, group, " ".join(sorted(told)))


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """Who comes next, and how alike the names are, 0-100."""

    organisation_id: str
    score: float


def find_runners_up(candidates: Sequence[Candidate]) -> dict[str, RunnerUp]:
    """The next best organisation for each that has members, by id; left out where none is near.

    Compared are names with a word in common or a misspelled one; words that more than a handful
    of organisations bear lead nowhere.
    """
    near: dict[Hashable, list[Candidate]] = defaultdict(list)
    for candidate in sorted(candidates, key=lambda c: c.organisation_id):
        for token in set(_tokens(candidate)):
            near[token].append(candidate)
    found = {}
    for candidate in candidates:
        if candidate.group.members:
            best = _best(candidate, _neighbours(candidate, near))
            if best is not None:
                found[candidate.organisation_id] = best
    return found


def score_of(one: Candidate, other: Candidate) -> float:
    """0-100: how alike two names are, whatever the order of their words."""
    return fuzz.ratio(one.words, other.words)


def _tokens(candidate: Candidate) -> Iterator[Hashable]:
    yield "name", candidate.words
    yield from (("word", word) for word in candidate.words.split())
    yield from (("typo", token) for token in typo_tokens(candidate.group))


def _neighbours(
    candidate: Candidate, near: Mapping[Hashable, Sequence[Candidate]]
) -> Iterator[Candidate]:
    for token in set(_tokens(candidate)):
        bucket = near[token]
        is_name = isinstance(token, tuple) and token[0] == "name"
        if is_name:
            yield from bucket[:BEST_BY_NAME]
        elif len(bucket) <= MAX_BUCKET:
            yield from bucket


def _best(candidate: Candidate, others: Iterable[Candidate]) -> RunnerUp | None:
    """The most alike of the others, the first by id of equals."""
    unlike = {
        other.organisation_id: score_of(candidate, other)
        for other in others
        if other.organisation_id != candidate.organisation_id
        and do_types_fit(candidate.group.type, other.group.type)
    }
    best = min(unlike, key=lambda key: (-unlike[key], key), default=None)
    if best is None or unlike[best] < RUNNER_UP_SCORE:
        return None
    return RunnerUp(best, round(unlike[best], 2))
