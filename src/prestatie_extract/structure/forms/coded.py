"""Coded form: "B2 …", "Afspraak 12 …", "Artikel 2.1 …", each with what follows up to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from prestatie_extract.document import Agreement, Block, Label
from prestatie_extract.geometry import overlap_length
from prestatie_extract.structure.evidence import signs_of_texts
from prestatie_extract.structure.forms.reading import (
    ASIDE,
    Reading,
    blocks_to_agreement,
    texts_of,
)
from prestatie_extract.structure.labels import has_labels, is_label_block
from prestatie_extract.structure.parts import is_coded, parse_number
from prestatie_extract.structure.passus import Passus

RUN_IN_WORDS_MIN = 12  # of an opener that is the agreement's first paragraph, no title
OUTDENT = 5.0  # points; indents of paragraphs are 8 and up, the slant of a letter 2
ARTICLE = "artikel"
ARTICLE_WORD = re.compile(r"^artikel\s+", re.IGNORECASE)


@dataclass
class _Unit:
    """An opener and the blocks behind it that are the same agreement's."""

    opener: Block
    rest: list[Block] = field(default_factory=list)

    @property
    def runs_in(self) -> bool:
        """Whether the opener holds the agreement's sentences, not only its title."""
        text = self.opener.text
        is_title = self.opener.bold and len(text.split()) < RUN_IN_WORDS_MIN
        return len(text.split()) >= RUN_IN_WORDS_MIN or (text[-1:] in ".;" and not is_title)

    @property
    def paragraphs(self) -> int:
        """How many paragraphs of running text follow the opener."""
        return sum(_is_paragraph(block) for block in self.rest)


def find_coded_readings(passus: Passus, blocks: Sequence[Block]) -> list[Reading]:
    """The coded agreements of a section as one reading; none where it has none."""
    units = _find_units(blocks)
    if not units:
        return []
    agreements = [_to_agreement(unit, passus) for unit in units]
    signs = passus.signs | signs_of_texts(texts_of(agreements))
    form = "article" if all(_is_article(u.opener) for u in units) else "coded"
    signs |= {_style_sign(units[0].opener)}
    if sum("labelled" in a.signs for a in agreements) * 2 >= len(agreements):
        signs |= {"labelled"}
    claims = {id(block) for unit in units for block in (unit.opener, *unit.rest)}
    start = next(i for i, block in enumerate(blocks) if block is units[0].opener)
    found = tuple(replace(a, form=form, signs=a.signs | signs) for a in agreements)
    return [Reading(form, found, frozenset(claims), frozenset(signs), start, passus.title)]


def _style_sign(opener: Block) -> str:
    if _is_article(opener):
        return "continues_section"
    return (
        "coded"
        if (opener.marker[:1].isupper() and opener.marker[1:2] in "-.0123456789")
        or len(opener.marker.split()) == 1
        else "named"
    )


def _is_article(opener: Block) -> bool:
    if opener.marker.casefold().startswith(ARTICLE):
        return True
    return opener.bold and opener.marker[:1].isdigit()


def _opens(block: Block) -> bool:
    if block.label is not Label.LIST_ITEM or block.indent or not block.marker:
        return False
    return is_coded(block.marker) or (_is_article(block) and bool(block.passage))


def _find_units(blocks: Sequence[Block]) -> list[_Unit]:
    units: list[_Unit] = []
    is_open = False
    for block in blocks:
        if block.label in ASIDE:
            continue
        if _opens(block):
            units.append(_Unit(block))
            is_open = True
        elif is_open and _goes_on(units[-1], block):
            units[-1].rest.append(block)
        else:
            is_open = False
    return _trim_last(units)


def _goes_on(unit: _Unit, block: Block) -> bool:
    """Whether a block is still the unit's: its box holds it, and its labels do not close it."""
    own = [b for b in unit.rest if not is_label_block(b)]
    last = unit.rest[-1] if unit.rest else unit.opener
    boxes = {last.box, own[-1].box if own else unit.opener.box}
    if unit.runs_in and _is_outdented(block, (unit.opener, *unit.rest)):
        return False
    if block.box not in boxes and not (is_label_block(block) or _is_cut_box(last, block)):
        return False
    inline = [b for b in unit.rest if b.box == unit.opener.box]
    is_closed = any(has_labels(b) or is_label_block(b) for b in inline) and bool(_running(unit))
    return not (is_closed and _is_paragraph(block) and unit.opener.box == 0)


def _is_outdented(block: Block, before: Sequence[Block]) -> bool:
    """Whether running text starts left of the agreement in its column: the text around it."""
    if block.label is not Label.TEXT or not block.regions:
        return False
    page_number, bbox = block.regions[0].page_number, block.regions[0].bbox
    beside = [
        region.bbox
        for part in before
        for region in part.regions
        if region.page_number == page_number
        and overlap_length(region.bbox.x0, region.bbox.x1, bbox.x0, bbox.x1) > 0
    ]
    return bool(beside) and bbox.x0 < min(b.x0 for b in beside) - OUTDENT


def _is_cut_box(last: Block, block: Block) -> bool:
    """Whether the box goes on at the top of the next column or page."""
    opens_new = block.bold or block.label is Label.SECTION_HEADER
    return last.box > 0 < block.box and not opens_new


def _running(unit: _Unit) -> list[Block]:
    before: list[Block] = []
    for block in unit.rest:
        if is_label_block(block):
            return before
        before.append(block)
    return before or ([unit.opener] if unit.runs_in else [])


def _trim_last(units: list[_Unit]) -> list[_Unit]:
    """The last unit has no heading behind it: it is as long as the longest of the others."""
    if not units or units[-1].opener.box:
        return units
    last = units[-1]
    most = max((u.paragraphs for u in units[:-1]), default=0 if last.runs_in else 1)
    most = max(most, 0 if last.runs_in else 1)
    kept: list[Block] = []
    count = 0
    for block in last.rest:
        closes_list = bool(kept) and kept[-1].label is Label.LIST_ITEM
        count += _is_paragraph(block) and not closes_list
        if count > most:
            break
        kept.append(block)
    last.rest = kept
    return units


def _is_paragraph(block: Block) -> bool:
    return (
        block.label is Label.TEXT
        and block.indent == 0
        and block.table is None
        and not is_label_block(block)
    )


def _to_agreement(unit: _Unit, passus: Passus) -> Agreement:
    opener = replace(unit.opener, label=Label.TEXT, marker="")
    body = [opener, *unit.rest] if opener.passage else unit.rest
    number = parse_number(ARTICLE_WORD.sub("", unit.opener.marker))
    return blocks_to_agreement(
        body, number=number, kind=passus.kind, section_id=passus.section_id, form="coded"
    )
