"""Blocks to the section tree: numbers, titles and logical levels."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from statistics import median_low

from prestatie_extract.document import Block, Label, Section
from prestatie_extract.slugs import make_slug, take_free
from prestatie_extract.structure.headings import (
    Heading,
    find_heading_cues,
    parse_chapter_mark,
    parse_heading,
)

BULLET_TITLE_CHARS_MAX = 80
RUNNING_TEXT_CHARS_MIN = 80
BARE_LETTER = re.compile(r"^(?P<letter>[A-Z])\s+(?P<title>[A-Z]\S.*)$")
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LETTERS_MIN = 3
HALF_LEVEL = 0.5
SMALLEST_STEP = 0.01  # of a level: a heading never stands under one with the same key


@dataclass(frozen=True)
class _Found:
    """A heading with its place and typographic rank."""

    block_index: int
    heading: Heading
    rank: int
    is_bullet: bool = False


def find_sections(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The section tree in reading order; the title and the table of contents give none."""
    found = [f for i in range(len(blocks)) if (f := _find_heading(blocks, i)) is not None]
    found = _letter_chapters(found)
    keys = _level_keys(found)
    sections: list[Section] = []
    open_sections: list[tuple[float, Section]] = []
    taken: set[str] = set()
    part = 0.0  # the key of the parts that chapters stand in, once there is one
    for item, key in zip(found, keys, strict=True):
        # 1.2 stands right under 1, whatever unnumbered headings came in between
        limit = max(key - 1, part) if item.heading.depth else key - SMALLEST_STEP
        while open_sections and open_sections[-1][0] > limit:
            open_sections.pop()
        part = HALF_LEVEL if item.heading.is_part else part
        section = _to_section(item, blocks[item.block_index], open_sections, taken)
        open_sections.append((key, section))
        sections.append(section)
    return tuple(sections)


def _letter_chapters(found: Sequence[_Found]) -> list[_Found]:
    """Headings "A Beschikbaarheid", "B Betaalbaarheid", … with their letter as number.

    Only where the letters run on from A: one letter alone may be a word.
    """
    lettered = [(f, m) for f in found if (m := BARE_LETTER.match(f.heading.title))]
    lettered = [(f, m) for f, m in lettered if f.heading.number is None]
    letters = "".join(m["letter"] for _, m in lettered)
    if len(letters) < LETTERS_MIN or not ALPHABET.startswith(letters):
        return list(found)
    numbered = {
        f.block_index: replace(f, heading=Heading(m["letter"], m["title"])) for f, m in lettered
    }
    return [numbered.get(f.block_index, f) for f in found]


def _find_heading(blocks: Sequence[Block], index: int) -> _Found | None:
    block = blocks[index]
    if block.label is Label.SECTION_HEADER:
        heading = parse_heading(block.text)
        mark = parse_chapter_mark(blocks[index - 1].text) if index else None
        if mark is not None and heading.number is None:
            heading = replace(heading, number=mark)
        return _Found(index, heading, block.rank)
    if _is_bullet_title(blocks, index):
        return _Found(index, Heading(None, block.text), 0, is_bullet=True)
    return None


def _is_bullet_title(blocks: Sequence[Block], index: int) -> bool:
    """A lone bulleted line right below a heading, with running text behind it, is a title."""
    block = blocks[index]
    if block.label is not Label.LIST_ITEM or any(ch.isalnum() for ch in block.marker):
        return False
    before = blocks[index - 1] if index else None
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return (
        before is not None
        and before.label is Label.SECTION_HEADER
        and after is not None
        and after.label is Label.TEXT
        and after.indent == 0
        and len(after.text) >= RUNNING_TEXT_CHARS_MIN
        and len(block.text) <= BULLET_TITLE_CHARS_MAX
        and block.text[:1].isupper()
        and block.text[-1:] not in ".;:,"
    )


def _to_section(
    item: _Found, block: Block, parents: Sequence[tuple[float, Section]], taken: set[str]
) -> Section:
    parent = parents[-1][1] if parents else None
    heading = item.heading
    return Section(
        section_id=take_free(make_slug(heading.number or heading.title) or "s", taken),
        number=heading.number,
        title=heading.title,
        level=len(parents) + 1,
        parent_id=parent.section_id if parent else None,
        page_number=block.regions[0].page_number if block.regions else None,
        regions=block.regions,
        block_index=item.block_index,
    )


def _level_keys(found: Sequence[_Found]) -> list[float]:
    """A sort key a heading: a heading stands under the last one with a smaller key."""
    levels = _Levels(_style_keys(found), _recurring_titles(found))
    followers: list[str | None] = []
    following: str | None = None
    for item in reversed(found):
        followers.insert(0, following)
        following = item.heading.number if item.heading.depth else following
    return [levels.place(item, number) for item, number in zip(found, followers, strict=True)]


@dataclass
class _Levels:
    """Where the next heading stands, from the headings before it.

    A number tells the depth. A heading without one has the depth that its style has on numbered
    headings, but it stands below the section it is in where its title recurs in other sections,
    or where the section's own numbering goes on behind it.
    """

    style_keys: Mapping[int, float]
    recurring: Set[str]
    number: str | None = None
    """Of the last numbered heading; `None` before the first and behind the last chapter."""
    appendix_key: float | None = None
    key: float = 0.0

    def place(self, item: _Found, following: str | None) -> float:
        """The heading's key; `following` is the number of the next numbered heading."""
        heading = item.heading
        is_back = any(c.role == "back" for c in find_heading_cues(heading.number, heading.title))
        if heading.depth:
            self.number, self.appendix_key = heading.number, None
            self.key = float(heading.depth)
        elif heading.is_part:
            self.number, self.appendix_key = None, None
            self.key = HALF_LEVEL
        elif item.is_bullet:
            self.key += HALF_LEVEL
        elif heading.is_appendix:
            self.key = self.appendix_key = self._unnumbered_key(item, is_back=True)
        elif is_back:
            self.number, self.appendix_key = None, None
            self.key = self._unnumbered_key(item, is_back=True)
        else:
            self.key = self._inner_key(item, following)
        return self.key

    def _inner_key(self, item: _Found, following: str | None) -> float:
        key = self._unnumbered_key(item, is_back=False)
        if self.appendix_key is not None:
            return max(key, self.appendix_key + HALF_LEVEL)
        if self.number is None:
            return key
        depth = self.number.count(".") + 1
        if item.heading.title.casefold() in self.recurring:
            return depth + HALF_LEVEL
        goes_on = depth > 1 and following is not None and _are_siblings(self.number, following)
        return max(key, depth + HALF_LEVEL) if goes_on else key

    def _unnumbered_key(self, item: _Found, *, is_back: bool) -> float:
        if item.rank:
            return self.style_keys[item.rank]
        if is_back:
            return 1.0 + HALF_LEVEL * (item.heading.is_appendix and self.key > 0)
        return self.number.count(".") + 2.0 if self.number else 1.0


def _are_siblings(number: str, following: str) -> bool:
    return number.rpartition(".")[0] == following.rpartition(".")[0]


def _style_keys(found: Sequence[_Found]) -> dict[int, float]:
    """The key of each typographic rank: the depth of numbered headings in it, else in between."""
    depths: dict[int, list[int]] = defaultdict(list)
    for item in found:
        if item.heading.depth:
            depths[item.rank].append(item.heading.depth)
    keys: dict[int, float] = {}
    last = 0.0 if depths else 0.5
    for rank in sorted({item.rank for item in found if item.rank}):
        if depths[rank]:
            last = max(last, float(median_low(depths[rank])))
        else:
            last += HALF_LEVEL
        keys[rank] = last
    return keys


def _recurring_titles(found: Sequence[_Found]) -> set[str]:
    """Titles without a number that stand in more than one section."""
    counts = Counter(f.heading.title.casefold() for f in found if not f.heading.number)
    return {title for title, count in counts.items() if count > 1}
