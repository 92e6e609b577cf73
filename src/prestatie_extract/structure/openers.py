"""Which blocks open an agreement though they are set as headings or paragraphs.

"B2 Doorstroming", "Afspraak 12 De gemeente …", "3.1.2 Huurbeleid" with what binds the parties below
it: they become list items with a marker, so that they are no sections and every form sees them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from prestatie_extract.document import Block, Label
from prestatie_extract.structure.asides import mark_asides
from prestatie_extract.structure.boxes import open_boxes
from prestatie_extract.structure.evidence import ACCEPTED, regulates, signs_of_texts, weigh
from prestatie_extract.structure.forms.rows import read_table
from prestatie_extract.structure.headings import DECIMAL, find_cues, parse_heading
from prestatie_extract.structure.labels import has_labels
from prestatie_extract.structure.parts import CODE_NUMBER, PLAIN_NUMBER, is_coded, parse_number
from prestatie_extract.structure.passus import Passus, split_sections
from prestatie_extract.structure.sections import find_sections
from prestatie_extract.vocabulary.party_words import is_party_heading, may_name_party

SERIES_MIN = 2  # one code alone may be a road or a form
SEPARATOR = r"(?:\s*[:.)|–—-]\s+|\s+(?=(?-i:[^\Wa-z\d_]|[“\"'‘])))"
NAMED = re.compile(
    rf"^(?P<marker>(?:prestatie-?)?afspraak\s+(?P<number>{CODE_NUMBER}|{PLAIN_NUMBER}))"
    rf"(?:{SEPARATOR}(?=\S)|\s*[:.–—-]?$)",
    re.IGNORECASE,
)
CODED = re.compile(rf"^(?P<marker>(?P<number>{CODE_NUMBER}))(?:{SEPARATOR}(?=\S)|\s*[:.]?$)")
NAMED_ARTICLE = re.compile(
    rf"^(?P<marker>artikel\s+(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{1,2}})){SEPARATOR}(?=\S)",
    re.IGNORECASE,
)
"""Artikel 2.1 Bestuurlijk overleg, set as text."""
NOT_CODES = re.compile(
    r"^(?:[QH][1-4]\s+(?:van\s+)?\d{4}|Q[1-4]$|CO2|[A-Z]{1,2}\d{2,3}\s+\d|[IVX]+\.\d)"
)
"""Q2 2026, CO2, roads, the sections of a chapter with a roman number: II.1."""
ARTICLE = re.compile(
    rf"^(?P<marker>(?P<word>artikel\s+)?(?P<number>{DECIMAL}))(?:\s*[.:)|–—-])?\s+(?=\S)",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.):]*$")
"""1. and a) below "Artikel 2.1", not 2.1.1 or B2."""
ARTICLE_DEPTH = 3  # third-level paragraphs hold agreements where the first two are chapters
BODY_WORDS_MAX = 260  # on average: longer ones are sections of their own; agreements reach 200


@dataclass(frozen=True)
class Opener:
    """What opens an agreement: its number and how the block goes on."""

    marker: str
    number: str
    style: str
    """named, or the letters of its code."""
    end: int
    """Where the marker ends in the block's text."""


def mark_blocks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, marked: what stands aside, and what opens an agreement."""
    return mark_asides(mark_openers(blocks))


def mark_openers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The same blocks, those that open an agreement as list items, party headings as text."""
    blocks = open_boxes(blocks, lambda block: _find_opener(block) is not None)
    found = {i: o for i, block in enumerate(blocks) if (o := _find_opener(block)) is not None}
    serial = _in_series(found) - _find_parents(found, blocks)
    titles = {i + 1 for i in serial if _is_titled_below(i, found, blocks)}
    parties = set(_find_party_headings(blocks))
    marked = [
        _to_item(block, found[i])
        if i in serial
        else replace(block, label=Label.TEXT, rank=0, bold=True)
        if i in parties or i in titles
        else block
        for i, block in enumerate(blocks)
    ]
    articles = dict(_find_articles(marked))
    return tuple(
        _to_item(block, articles[i]) if i in articles else block for i, block in enumerate(marked)
    )


def _find_opener(block: Block) -> Opener | None:
    if block.label is Label.LIST_ITEM and block.indent == 0 and is_coded(block.marker):
        number = parse_number(block.marker)
        return Opener(block.marker, number, _letters(number), 0) if number else None
    if block.label not in (Label.SECTION_HEADER, Label.TEXT) or block.marker:
        return None
    if match := NAMED.match(block.text):
        return Opener(match["marker"], match["number"], "named", match.end())
    if block.label is Label.TEXT and (match := NAMED_ARTICLE.match(block.text)):
        return Opener(match["marker"], match["number"], "article", match.end())
    match = CODED.match(block.text)
    if match is None or NOT_CODES.match(block.text):
        return None
    return Opener(match["marker"], match["number"], _letters(match["number"]), match.end())


def _letters(number: str) -> str:
    return re.split(r"[-.\d]", number, maxsplit=1)[0]


def _in_series(found: dict[int, Opener]) -> set[int]:
    """The openers that are not alone in their style, or say that they are agreements."""
    styles: dict[str, set[str]] = defaultdict(set)
    for opener in found.values():
        styles[opener.style].add(opener.number)
    return {
        i
        for i, opener in found.items()
        if opener.style == "named" or len(styles[opener.style]) >= SERIES_MIN
    }


def _find_parents(found: dict[int, Opener], blocks: Sequence[Block]) -> set[int]:
    """Headings right above an opener whose number goes on theirs: "L1" above "L1a"."""
    places = sorted(found)
    return {
        i
        for i, after in pairwise(places)
        if blocks[i].label is Label.SECTION_HEADER
        and found[after].number.startswith(found[i].number)
        and not any(_is_promise(block) for block in blocks[i + 1 : after])
    }


def _is_titled_below(index: int, found: dict[int, Opener], blocks: Sequence[Block]) -> bool:
    """Whether an opener is a mark alone, "Afspraak 5", above the heading that is its title."""
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    is_bare = not blocks[index].text[found[index].end :].strip()
    is_heading = after is not None and after.label is Label.SECTION_HEADER
    return is_bare and is_heading and index + 1 not in found


def _is_promise(block: Block) -> bool:
    return block.label is Label.LIST_ITEM or has_labels(block)


def _to_item(block: Block, opener: Opener) -> Block:
    if block.label is Label.LIST_ITEM:
        return block
    passage = block.passage.cut(opener.end)
    is_title = block.label is Label.SECTION_HEADER
    return replace(
        block,
        label=Label.LIST_ITEM,
        marker=opener.marker,
        passage=passage,
        rank=0,
        indent=0,
        bold=is_title or block.bold,
        characters=block.characters,
    )


def _find_party_headings(blocks: Sequence[Block]) -> Iterator[int]:
    """The headings that name a party with a list below them: they are no sections.

    A bare name counts where it is set as the headings that surely name one.
    """
    leads = [
        i
        for i, (block, after) in enumerate(pairwise(blocks))
        if block.label is Label.SECTION_HEADER and after.label is Label.LIST_ITEM
    ]
    leads = [i for i in leads if blocks[i].text.endswith(":") or not _leaves_out(blocks[i].text)]
    sure = [i for i in leads if is_party_heading(blocks[i].text)]
    ranks = {blocks[i].rank for i in sure}
    for i in leads:
        if i in sure or (blocks[i].rank in ranks and may_name_party(blocks[i].text)):
            yield i


def _leaves_out(text: str) -> bool:
    return any(cue.role == "leaves_out" for cue in find_cues(text, "heading"))


# ------------------------------------------------------------------------------ articles


def _find_articles(blocks: Sequence[Block]) -> Iterator[tuple[int, Opener]]:
    """Numbered headings with promises right below them, next to each other in one section."""
    sections = find_sections(blocks)
    by_parent: Mapping[str | None, list[Passus]] = defaultdict(list)
    parents = {s.parent_id for s in sections}
    for passus in split_sections(blocks, sections):
        if passus.path and passus.path[-1].section_id not in parents and passus.path[-1].number:
            by_parent[passus.path[-1].parent_id].append(passus)
    by_parent = {key: [p for p in group if not _is_rule(p)] for key, group in by_parent.items()}
    families = [f for group in by_parent.values() if (f := _without_holders(group, blocks))]
    sure = [family for family in families if _are_articles(family, blocks, frozenset())]
    signs = frozenset({"recurs"} if sure else ())
    for family in families:
        if family in sure or _are_articles(family, blocks, signs):
            yield from _open_articles(family, blocks)


def _is_rule(passus: Passus) -> bool:
    """Whether its own heading says that it settles the contract itself: Looptijd, Geschillen."""
    return regulates([passus.title]) or any(c.role == "leaves_out" for c in passus.cues[0])


def _open_articles(
    siblings: Sequence[Passus], blocks: Sequence[Block]
) -> Iterator[tuple[int, Opener]]:
    for passus in siblings:
        index = passus.path[-1].block_index
        match = ARTICLE.match(blocks[index].text)
        if match is not None:
            yield index, Opener(match["marker"], match["number"], "article", match.end())


def _without_holders(group: Sequence[Passus], blocks: Sequence[Block]) -> list[Passus]:
    """The sections without those that hold agreements, where "Artikel" says what the rest are."""
    headed = [(p, ARTICLE.match(blocks[p.path[-1].block_index].text)) for p in group]
    rest = [(p, match) for p, match in headed if not _holds_agreements(p, match)]
    is_named = all(match and match["word"] for _, match in rest)
    return [p for p, _ in rest] if is_named else list(group)


def _are_articles(
    siblings: Sequence[Passus], blocks: Sequence[Block], signs: frozenset[str]
) -> bool:
    """Whether sections without sections of their own are agreements, not chapters.

    `signs` is what the rest of the document says: that its other articles are.
    """
    headings = [ARTICLE.match(blocks[p.path[-1].block_index].text) for p in siblings]
    if not all(h and _is_deep(h, p, blocks) for h, p in zip(headings, siblings, strict=True)):
        return False
    if any(_holds_agreements(p, h) for p, h in zip(siblings, headings, strict=True)):
        return False
    texts = [" ".join(b.text for b in p.blocks if b.table is None) for p in siblings]
    words = sum(len(t.split()) for t in texts)
    if not words or words > BODY_WORDS_MAX * len(texts):
        return False
    found = signs | signs_of_texts([t for t in texts if t]) | _outer_signs(siblings[0])
    return weigh(found | {"continues_section"}) >= ACCEPTED and not siblings[0].is_back


def _is_deep(match: re.Match[str], passus: Passus, blocks: Sequence[Block]) -> bool:
    """Whether chapters stand above it: 3.1.2, or an article that is none itself."""
    depth = match["number"].count(".") + 1
    chapters = [s for s in passus.path if not parse_heading(blocks[s.block_index].text).is_part]
    return depth >= ARTICLE_DEPTH or (match["word"] is not None and len(chapters) > 1)


def _outer_signs(passus: Passus) -> set[str]:
    return set(Passus(passus.path[:-1], ()).signs)


def _holds_agreements(passus: Passus, heading: re.Match[str] | None) -> bool:
    """Whether numbered items or a table of agreements stand below the heading itself.

    The clauses of an article (1., 2.) are parts of it.
    """
    number = passus.path[-1].number or ""
    is_article = heading is not None and heading["word"] is not None and "." in number
    return any(
        (_is_numbered_item(b) and not (is_article and CLAUSE.match(b.marker)))
        or _holds_table(b, number)
        for b in passus.blocks
    ) or any(cue.role in {"announces", "names"} for cues in passus.cues[:1] for cue in cues)


def _is_numbered_item(block: Block) -> bool:
    is_item = block.label is Label.LIST_ITEM and block.indent == 0
    return is_item and parse_number(block.marker) is not None


def _holds_table(block: Block, number: str) -> bool:
    """A table of agreements, unless its numbers are another heading's: 4.4.1 below 4.3."""
    form = read_table(block.table, None) if block.table is not None else None
    if form is None:
        return False
    first = next((row[0].text for row in form.rows if row[0].text), "")
    return "." not in first or first.startswith(f"{number}.")
