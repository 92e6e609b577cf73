"""Blocks to the section tree: numbers, titles and logical levels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from prestatie_extract.document import Block, Label, Section
from prestatie_extract.slugs import make_slug, take_free
from prestatie_extract.structure.headings import Heading, find_cues, parse_heading

BULLET_TITLE_CHARS_MAX = 80
RUNNING_TEXT_CHARS_MIN = 80
HALF_LEVEL = 0.5


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
    keys = _level_keys(found)
    sections: list[Section] = []
    open_sections: list[tuple[float, Section]] = []
    taken: set[str] = set()
    for item, key in zip(found, keys, strict=True):
        while open_sections and open_sections[-1][0] >= key:
            open_sections.pop()
        section = _to_section(item, blocks[item.block_index], open_sections, taken)
        open_sections.append((key, section))
        sections.append(section)
    return tuple(sections)


def _find_heading(blocks: Sequence[Block], index: int) -> _Found | None:
    block = blocks[index]
    if block.label is Label.SECTION_HEADER:
        return _Found(index, parse_heading(block.text), block.rank)
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
    """A sort key a heading: a heading stands under the last one with a smaller key.

    A number tells the depth. A heading without one has the depth that its style has on numbered
    headings; a title that recurs stands below the sections it recurs in.
    """
    style_keys = _style_keys(found)
    recurring = _recurring_titles(found)
    keys: list[float] = []
    depth, in_appendix = 0, False
    for index, item in enumerate(found):
        heading = item.heading
        is_back = any(c.role == "back" for c in find_cues(_cue_text(item), "heading"))
        if heading.depth:
            depth, in_appendix = heading.depth, False
            keys.append(float(heading.depth))
            continue
        if is_back and not heading.is_appendix:
            depth, in_appendix = 0, False
        key = _unnumbered_key(item, style_keys, depth, is_back=is_back, before=keys)
        if heading.title.casefold() in recurring and depth:
            key = max(depth + HALF_LEVEL, min(key, depth + HALF_LEVEL))
        if heading.is_appendix:
            in_appendix, appendix_key = True, key
        elif in_appendix and key <= appendix_key and not is_back:
            key = appendix_key + HALF_LEVEL
        if index and item.is_bullet:
            key = keys[-1] + HALF_LEVEL
        keys.append(key)
    return keys


def _cue_text(item: _Found) -> str:
    number = item.heading.number or ""
    return f"{number} {item.heading.title}" if item.heading.is_appendix else item.heading.title


def _unnumbered_key(
    item: _Found,
    style_keys: dict[int, float],
    depth: int,
    *,
    is_back: bool,
    before: Sequence[float],
) -> float:
    if item.rank:
        return style_keys[item.rank]
    if is_back:
        return 1.0 + HALF_LEVEL * (item.heading.is_appendix and bool(before))
    return float(depth + 1) if depth else 1.0


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
