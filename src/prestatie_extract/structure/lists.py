"""List form: each numbered item below a heading or sentence that announces agreements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from prestatie_extract.document import Agreement, Block, Label, regions_of
from prestatie_extract.structure.headings import find_cues
from prestatie_extract.structure.parts import blocks_to_body, parse_number

ASIDE = frozenset({Label.FOOTNOTE, Label.CAPTION, Label.PAGE_HEADER, Label.PAGE_FOOTER})
ACTOR = re.compile(
    r"\b(?:gemeente|corporaties?|woningcorporaties?|woningstichting|huurdersorganisaties?"
    r"|huurdersvereniging|partijen|wij|we)\b",
    re.IGNORECASE,
)
ACTOR_SHARE = 0.6  # of the items; 0.8 and up in lists of agreements of 12 documents
PROMISE_WORDS_MIN = 9  # on average; agreements have 25 words, steps of a plan 6
NOUN_PHRASE_WORDS_MAX = 6  # items such as "2. Betaalbaar wonen" are a list of subjects


def find_list_agreements(
    blocks: Sequence[Block], *, section_id: str | None, announced: bool, kind: str
) -> tuple[list[Agreement], list[Agreement]]:
    """The agreements among the blocks of one section, and those that nothing announces.

    `announced` tells that the section's heading announces agreements; else a sentence before
    the list must. What nothing announces is only given where it reads like promises of parties.
    """
    found: list[Agreement] = []
    others: list[Agreement] = []
    for lead, items in _numbered_lists(blocks):
        agreements = [_to_agreement(item, section_id=section_id, kind=kind) for item in items]
        if _is_list_of_subjects(items):
            continue
        if announced or _is_announced(lead):
            found += agreements
        elif _reads_like_promises(agreements):
            others += agreements
    return found, others


def _reads_like_promises(agreements: Sequence[Agreement]) -> bool:
    """Whole sentences, most of which name a party that acts."""
    texts = [agreement.text.text for agreement in agreements]
    named = sum(ACTOR.search(text) is not None for text in texts)
    words = sum(len(text.split()) for text in texts)
    return named >= ACTOR_SHARE * len(texts) and words >= PROMISE_WORDS_MIN * len(texts)


def _is_announced(lead: Block | None) -> bool:
    if lead is None:
        return False
    sentence = lead.text.rstrip(" :").rsplit(". ", 1)[-1]
    return lead.text.rstrip().endswith(":") and any(
        cue.role == "announces" for cue in find_cues(sentence, "lead")
    )


def _numbered_lists(blocks: Sequence[Block]) -> list[tuple[Block | None, list[list[Block]]]]:
    """Each numbered list with the running text before it; an item is its blocks."""
    lists: list[tuple[Block | None, list[list[Block]]]] = []
    lead: Block | None = None
    is_open = False
    for block in blocks:
        if block.label in ASIDE:
            continue
        if block.label is Label.LIST_ITEM and block.indent == 0 and parse_number(block.marker):
            if not is_open:
                lists.append((lead, []))
            lists[-1][1].append([block])
            is_open = True
        elif is_open and block.indent > 0:
            lists[-1][1][-1].append(block)
        else:
            is_open = False
            lead = block if block.label is Label.TEXT else None
    return lists


def _is_list_of_subjects(items: Sequence[Sequence[Block]]) -> bool:
    """Short items without a full stop: the list of themes or of questions a chapter answers."""
    return all(
        len(item) == 1
        and len(item[0].text.split()) <= NOUN_PHRASE_WORDS_MAX
        and item[0].text[-1:] not in ".;"
        for item in items
    )


def _to_agreement(item: Sequence[Block], *, section_id: str | None, kind: str) -> Agreement:
    first, *rest = item
    body = blocks_to_body([replace(first, label=Label.TEXT), *rest])
    return Agreement(
        number=parse_number(first.marker),
        kind=kind,
        section_id=section_id,
        text=body.text,
        title=body.title,
        items=body.items,
        tables=body.tables,
        captions=("",) * len(body.tables),
        regions=regions_of(region for block in item for region in block.regions),
        characters=sum(b.characters for b in item),
    )
