"""What a document says, in one form for annotations and records, so that they can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """A contracting party."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading."""

    number: str
    """As printed; "" without one."""
    title: str
    level: int | None
    """1 is a chapter."""


@dataclass(frozen=True, slots=True)
class Target:
    """A number that quantifies what is promised."""

    raw: str
    value: float | None
    value_max: float | None
    unit: str
    qualifier: str
    party: str
    """Name of whose number it is; "" where it is nobody's alone."""
    period: str
    role: str
    """target, condition or context."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement; a text that is not there is ""."""

    number: str
    kind: str
    theme: str
    title: str
    text: str
    horizon: str
    trekker_raw: str
    trekkers: tuple[str, ...]
    involved_raw: str
    involved: tuple[str, ...]
    planning_raw: str
    context: Mapping[str, str]
    """The other columns of its row, by role."""
    refs: tuple[str, ...]
    """Numbers of the agreements that it names."""
    parties: tuple[str, ...]
    targets: tuple[Target, ...]
    sections: tuple[Section, ...]
    """Where it stands, deepest first. In an annotation one alone, of which number and title are
    both what is written there: a number, or the title where there is no number."""

    @property
    def whole(self) -> str:
        """Title and text, which is what is compared."""
        return f"{self.title} {self.text}"


@dataclass(frozen=True, slots=True)
class Content:
    """What one document says."""

    municipality: str
    period: tuple[int | None, int | None]
    """First and last year in force."""
    signed_on: str
    """ISO date; "" where it is not told."""
    parties: tuple[Party, ...]
    sections: tuple[Section, ...]
    agreements: tuple[Agreement, ...]
