"""Group form: list items below the party that they bind, "De gemeente:", "Gezamenlijk:".

Bullets have no number; where items are numbered, the numbers mostly start again below each party.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from prestatie_extract.document import Agreement, Block, Label, Passage
from prestatie_extract.structure.evidence import SHORT_WORDS_MAX, signs_of_texts
from prestatie_extract.structure.forms.reading import (
    ASIDE,
    Reading,
    blocks_to_agreement,
    texts_of,
)
from prestatie_extract.structure.parts import parse_row_number
from prestatie_extract.structure.passus import Passus
from prestatie_extract.vocabulary.party_words import is_party_heading, may_name_party


@dataclass
class _Group:
    """A party's heading and the bullets below it, each with what is indented below."""

    heading: Block
    is_sure: bool
    """Whether the words alone show a party; a name needs others beside it."""
    items: list[list[Block]] = field(default_factory=list)
    claims: list[int] = field(default_factory=list)
    """`id` of blocks that were taken apart."""


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
    if all(_is_name(text) for text in texts_of(agreements)):
        signs.add("subjects")
    claims = {id(b) for g in groups for item in ([g.heading], *g.items) for b in item}
    claims |= {claim for group in groups for claim in group.claims}
    start = next(i for i, block in enumerate(blocks) if id(block) in claims)
    found = tuple(replace(a, signs=a.signs | signs) for a in agreements)
    return [Reading("group", found, frozenset(claims), frozenset(signs), start, passus.title)]


def _is_name(text: str) -> bool:
    """Whether an item says who takes part and no more."""
    return is_party_heading(text) or may_name_party(text)


def _find_groups(blocks: Sequence[Block]) -> list[_Group]:
    groups: list[_Group] = []
    is_open = False
    running = [b for b in blocks if b.label not in ASIDE and b.table is None]
    run_in = _run_in_parties(running)
    for block in running:
        if block.label is Label.TEXT and block.indent == 0:
            heading = _to_group(block)
            is_open = heading is not None
            groups += [heading] if heading else []
        elif id(block) in run_in:
            head, rest = run_in[id(block)]
            groups.append(_Group(head, is_party_heading(head.text), [[rest]], [id(block)]))
            is_open = True
        elif is_open and block.label is Label.LIST_ITEM and block.indent == 0:
            groups[-1].items.append([block])
        elif is_open and block.indent > 0 and groups[-1].items:
            groups[-1].items[-1].append(block)
        else:
            is_open = False
    return groups


def _run_in_parties(blocks: Sequence[Block]) -> dict[int, tuple[Block, Block]]:
    """Bullets that each start with the party they bind, by `id`: its words and the rest.

    Only where all bullets next to each other do, and one of them surely names a party.
    """
    found: dict[int, tuple[Block, Block]] = {}
    for is_bullet, run in groupby(blocks, key=lambda b: _is_bullet(b) and b.indent == 0):
        bullets = list(run) if is_bullet else []
        parts = [_split_party(block) for block in bullets]
        known = [part for part in parts if part is not None]
        if len(known) == len(bullets) > 1 and any(is_party_heading(h.text) for h, _ in known):
            found |= {id(b): part for b, part in zip(bullets, known, strict=True)}
    return found


def _split_party(block: Block) -> tuple[Block, Block] | None:
    """The party before the colon that opens a bullet, and the bullet without it."""
    head, colon, rest = block.text.partition(":")
    if not colon or not rest.strip() or not (is_party_heading(head) or may_name_party(head)):
        return None
    place = len(head)
    return (
        replace(block, passage=block.passage.cut(0, place)),
        replace(block, passage=block.passage.cut(place + 1)),
    )


def _to_group(block: Block) -> _Group | None:
    if block.text.rstrip().endswith("."):
        return None
    if is_party_heading(block.text):
        return _Group(block, is_sure=True)
    is_marked = block.bold or block.text.rstrip().endswith((":", "?"))
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
        number=None if _is_bullet(first) else parse_row_number(first.marker),
        kind=passus.kind,
        section_id=passus.section_id,
        form="group",
        trekker=heading,
    )
    is_short = len(found.text.text.split()) <= SHORT_WORDS_MAX
    return replace(found, signs=found.signs | {"short"}) if is_short else found


def _without_colon(passage: Passage) -> Passage:
    return passage.cut(0, len(passage.text.rstrip(" :")))
