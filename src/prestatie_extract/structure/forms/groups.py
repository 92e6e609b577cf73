"""Group form: bullets below the party that they bind, "De gemeente:", "Gezamenlijk:"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from prestatie_extract.document import Agreement, Block, Label, Passage
from prestatie_extract.structure.actors import is_party_heading, may_name_party
from prestatie_extract.structure.evidence import SHORT_WORDS_MAX, signs_of_texts
from prestatie_extract.structure.forms.reading import (
    ASIDE,
    Reading,
    blocks_to_agreement,
    texts_of,
)
from prestatie_extract.structure.passus import Passus


@dataclass
class _Group:
    """A party's heading and the bullets below it, each with what is indented below."""

    heading: Block
    is_sure: bool
    """Whether the words alone show a party; a name needs others beside it."""
    items: list[list[Block]] = field(default_factory=list)


def find_group_readings(passus: Passus, blocks: Sequence[Block]) -> list[Reading]:
    """The groups of a section as one reading; names count beside a heading that surely is one."""
    groups = [group for group in _find_groups(blocks) if group.items]
    if not any(group.is_sure for group in groups):
        groups = groups if len(groups) > 1 else []
    if not groups:
        return []
    agreements = [a for group in groups for a in _to_agreements(group, passus)]
    signs = set(passus.signs | signs_of_texts(texts_of(agreements)) - {"subjects", "promises"})
    signs.add("party_heading" if any(g.is_sure for g in groups) else "name_heading")
    claims = {id(b) for g in groups for item in ([g.heading], *g.items) for b in item}
    start = next(i for i, block in enumerate(blocks) if block is groups[0].heading)
    found = tuple(replace(a, signs=a.signs | signs) for a in agreements)
    return [Reading("group", found, frozenset(claims), frozenset(signs), start, passus.title)]


def _find_groups(blocks: Sequence[Block]) -> list[_Group]:
    groups: list[_Group] = []
    is_open = False
    for block in (b for b in blocks if b.label not in ASIDE and b.table is None):
        if block.label is Label.TEXT and block.indent == 0:
            heading = _to_group(block)
            is_open = heading is not None
            groups += [heading] if heading else []
        elif is_open and _is_bullet(block) and block.indent == 0:
            groups[-1].items.append([block])
        elif is_open and block.indent > 0 and groups[-1].items:
            groups[-1].items[-1].append(block)
        else:
            is_open = False
    return groups


def _to_group(block: Block) -> _Group | None:
    is_marked = block.bold or block.text.rstrip().endswith(":")
    if is_marked and is_party_heading(block.text):
        return _Group(block, is_sure=True)
    return _Group(block, is_sure=False) if is_marked and may_name_party(block.text) else None


def _is_bullet(block: Block) -> bool:
    return block.label is Label.LIST_ITEM and not any(
        ch.isalnum() for ch in block.marker.strip("o")
    )


def _to_agreements(group: _Group, passus: Passus) -> list[Agreement]:
    heading = _without_colon(group.heading.passage)
    return [_to_agreement(item, heading, passus) for item in group.items]


def _to_agreement(item: Sequence[Block], heading: Passage, passus: Passus) -> Agreement:
    first, *rest = item
    found = blocks_to_agreement(
        [replace(first, label=Label.TEXT, marker=""), *rest],
        number=None,
        kind=passus.kind,
        section_id=passus.section_id,
        form="group",
        trekker=heading,
    )
    is_short = len(found.text.text.split()) <= SHORT_WORDS_MAX
    return replace(found, signs=found.signs | {"short"}) if is_short else found


def _without_colon(passage: Passage) -> Passage:
    return passage.cut(0, len(passage.text.rstrip(" :")))
