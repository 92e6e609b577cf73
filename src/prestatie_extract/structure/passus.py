"""A section with its own blocks: what the forms of agreements are looked for in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from prestatie_extract.document import Block, Section, section_path
from prestatie_extract.structure.evidence import names_theme
from prestatie_extract.structure.headings import Cue, find_heading_cues

DEFAULT_KIND = "afspraak"
LIST_ROLES = ("announces", "leaves_out")


@dataclass(frozen=True)
class Passus:
    """A section with the blocks right below its heading."""

    path: tuple[Section, ...]
    """From the chapter down; empty before the first heading."""
    blocks: tuple[Block, ...]

    @property
    def section_id(self) -> str | None:
        return self.path[-1].section_id if self.path else None

    @property
    def title(self) -> str:
        return self.path[-1].title if self.path else ""

    @property
    def number(self) -> str | None:
        """Of the deepest numbered section it stands in."""
        return next((s.number for s in reversed(self.path) if s.number), None)

    @cached_property
    def cues(self) -> tuple[tuple[Cue, ...], ...]:
        """What each heading on the path says of what follows, the deepest first."""
        return tuple(tuple(find_heading_cues(s.number, s.title)) for s in reversed(self.path))

    @cached_property
    def is_back(self) -> bool:
        """Behind the chapters: an appendix, the signatures."""
        return any(cue.role == "back" for cues in self.cues for cue in cues)

    @cached_property
    def kind(self) -> str:
        return next((c.kind for cues in self.cues for c in cues if c.kind), DEFAULT_KIND)

    @cached_property
    def role(self) -> str:
        """Announces or leaves_out, as the deepest heading that says so; "" where none does."""
        return next((c.role for cues in self.cues for c in cues if c.role in LIST_ROLES), "")

    @cached_property
    def signs(self) -> frozenset[str]:
        """What the headings say for and against agreements below them."""
        found = set()
        if self.role == "announces":
            found.add("announced")
        if self.role == "leaves_out" or self.is_back:
            found.add("left_out")
        if any(names_theme(section.title) for section in self.path):
            found.add("theme")
        return frozenset(found)


def split_sections(blocks: Sequence[Block], sections: Sequence[Section]) -> Iterator[Passus]:
    """Each section with its own blocks, those before the first heading first."""
    by_id = {s.section_id: s for s in sections}
    starts = [s.block_index for s in sections]
    yield Passus((), tuple(blocks[: starts[0] if starts else len(blocks)]))
    for section, end in zip(sections, [*starts[1:], len(blocks)], strict=False):
        own = blocks[section.block_index + 1 : end]
        yield Passus(
            section_path(section.section_id, by_id), tuple(b for b in own if not b.is_aside)
        )
