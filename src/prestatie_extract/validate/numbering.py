"""Numbering that skips or repeats a number: the cheapest sign that an agreement was lost.

Numbers run in a chapter, in a section or through the whole document, and each kind of agreement
has its own: a run ends where the prefix changes ("1.4." to "1.5.") or the count starts again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from prestatie_extract.document import Agreement, Finding, Section, TaggedAgreement
from prestatie_extract.findings import make_finding

MAX_GAP = 20  # numbers; a larger jump (109 to 201) is a new numbering, not a loss

COUNTED = re.compile(r"(?P<prefix>(?:.*[^\d])?)(?P<count>\d{1,4})(?P<letter>[a-z]?)")
"""7, 1.4.1, B2, 3b: the last number counts, what stands before it names the run."""

POINTER = re.compile(r"(?:bij|ad)\s", re.IGNORECASE)
"""Bij 4, Ad 4: the number of another agreement, which may well be named more than once."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """An agreement's number taken apart."""

    tagged: TaggedAgreement
    prefix: str
    count: int
    letter: str

    @property
    def agreement(self) -> Agreement:
        """The agreement as structured."""
        return self.tagged.agreement


@dataclass(slots=True)
class Run:
    """Agreements that are counted on from one another."""

    members: list[Numbered] = field(default_factory=list)

    @property
    def highest(self) -> int:
        """The highest number so far."""
        return max(member.count for member in self.members)

    def goes_on_with(self, following: Numbered) -> bool:
        """Whether `following` belongs to this run and does not begin a new one."""
        last = self.members[-1]
        if following.count > self.highest:
            return following.count - self.highest <= MAX_GAP
        if following.count == last.count:
            return following.agreement.section_id == last.agreement.section_id
        same_section = following.agreement.section_id == last.agreement.section_id
        return same_section and following.count > 1


def check_numbering(
    agreements: Sequence[TaggedAgreement], sections: Sequence[Section]
) -> Iterator[Finding]:
    """A finding for each gap and each repeated number, in reading order of the runs."""
    names = {s.section_id: f"{s.number or ''} {s.title}".strip() for s in sections}
    for run in _find_runs(agreements):
        yield from _find_gaps(run, names)
        yield from _find_repeats(run, names)


def _find_runs(agreements: Iterable[TaggedAgreement]) -> list[Run]:
    runs: list[Run] = []
    current: dict[tuple[str, str], Run] = {}
    for numbered in filter(None, map(_take_apart, agreements)):
        key = (numbered.agreement.kind, numbered.prefix)
        run = current.get(key)
        if run is None or not run.goes_on_with(numbered):
            run = current[key] = Run()
            runs.append(run)
        run.members.append(numbered)
    return runs


def _take_apart(tagged: TaggedAgreement) -> Numbered | None:
    """The parts of the number; None where there is none to count or it points to another."""
    number = tagged.agreement.number or ""
    match = COUNTED.fullmatch(number)
    if match is None or POINTER.match(number):
        return None
    return Numbered(tagged, match["prefix"], int(match["count"]), match["letter"])


def _find_gaps(run: Run, names: Mapping[str, str]) -> Iterator[Finding]:
    seen = {member.count for member in run.members}
    highest = 0
    for member in run.members:
        missing = [n for n in range(highest + 1, member.count) if n not in seen]
        highest = max(highest, member.count)
        if missing and len(missing) <= MAX_GAP:
            words = _spell_missing(member.prefix, missing)
            yield _finding("numbering_gap", member, names, missing=words)


def _find_repeats(run: Run, names: Mapping[str, str]) -> Iterator[Finding]:
    """Numbers that occur twice; the cells of a row in a matrix share theirs."""
    seen: set[tuple[int, str]] = set()
    for member in (m for m in run.members if m.agreement.form != "matrix"):
        if (member.count, member.letter) in seen:
            yield _finding("duplicate_number", member, names)
        seen.add((member.count, member.letter))


def _spell_missing(prefix: str, missing: Sequence[int]) -> str:
    """The gap with its verb: "number 4 is", "numbers 4 to 6 are", "numbers 4, 6 are"."""
    numbers = [f"{prefix}{n}" for n in missing]
    if len(numbers) == 1:
        return f"number {numbers[0]} is"
    if missing[-1] - missing[0] == len(missing) - 1:
        return f"numbers {numbers[0]} to {numbers[-1]} are"
    return f"numbers {', '.join(numbers)} are"


def _finding(code: str, member: Numbered, names: Mapping[str, str], **values: object) -> Finding:
    agreement = member.agreement
    return make_finding(
        code,
        page_number=agreement.regions[0].page_number if agreement.regions else None,
        agreement_id=member.tagged.agreement_id,
        number=agreement.number,
        section=names.get(agreement.section_id or "", "the document"),
        **values,
    )
