"""List form: numbered items, "1." "2)" "3.1.2" "a." "iv.", with what is indented below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from prestatie_extract.document import Agreement, Block, Label
from prestatie_extract.structure.evidence import signs_of_texts
from prestatie_extract.structure.forms.reading import (
    ASIDE,
    Reading,
    blocks_to_agreement,
    texts_of,
)
from prestatie_extract.structure.headings import find_cues
from prestatie_extract.structure.labels import is_label_block
from prestatie_extract.structure.parts import is_coded, parse_number
from prestatie_extract.structure.passus import Passus

LETTER = re.compile(r"^\(?(?P<number>[a-zA-Z])[.)]$")
POINTS_BELOW = re.compile(
    r":$|\b(?:onderstaande|volgende|hieronder\w*)\b[^.]{0,40}(?:tabel|overzicht)|"
    r"\btabel\s+hieronder\b|\bals\s+volgt\b",
    re.IGNORECASE,
)
"""In an item whose figures stand below it."""
POINTS_ON = re.compile(r"\b(?:volgende|onderstaande|hieronder)\b", re.IGNORECASE)
"""In a lead that ends in a full stop: "Partijen komen het volgende overeen."."""
ROMAN = re.compile(r"^\(?(?P<number>[ivx]{1,5}|[IVX]{1,5})[.)]$")


@dataclass
class _Series:
    """Numbered items next to each other, and the running text before them."""

    lead: Block | None
    style: str
    items: list[list[Block]] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    claims: list[int] = field(default_factory=list)
    """`id` of the blocks as they stand in the section."""

    def open(self, block: Block, number: str) -> None:
        self.items.append([block])
        self.numbers.append(number)
        self.claims.append(id(block))

    def extend(self, block: Block, *, indent: int) -> None:
        self.items[-1].append(block if block.indent == indent else replace(block, indent=indent))
        self.claims.append(id(block))

    def take(self, figures: Sequence[Block]) -> None:
        """Give the last item the table of figures, with its caption, that stands below it."""
        if any(block.table is not None for block in figures):
            self.items[-1] += figures
            self.claims += map(id, figures)


def find_list_readings(passus: Passus, blocks: Sequence[Block]) -> list[Reading]:
    """Each numbered list among the blocks of one section."""
    return [
        _to_reading(series, passus, blocks)
        for series in _find_series(blocks)
        if series.style != "letter" or len(series.items) > 1
    ]


def _to_reading(series: _Series, passus: Passus, blocks: Sequence[Block]) -> Reading:
    agreements = [
        _with_number(item, number, passus)
        for item, number in zip(series.items, series.numbers, strict=True)
    ]
    signs = passus.signs | signs_of_texts(texts_of(agreements))
    signs |= _own_signs(series, passus)
    if sum("labelled" in a.signs for a in agreements) * 2 >= len(agreements):
        signs |= {"labelled"}
    return Reading(
        "list",
        tuple(replace(a, signs=a.signs | signs) for a in agreements),
        frozenset(series.claims),
        frozenset(signs),
        _place(blocks, series.items[0][0]),
        passus.title,
    )


def _with_number(item: Sequence[Block], number: str, passus: Passus) -> Agreement:
    first, *rest = item
    return blocks_to_agreement(
        [replace(first, label=Label.TEXT, marker=""), *rest],
        number=number,
        kind=passus.kind,
        section_id=passus.section_id,
        form="list",
    )


def _own_signs(series: _Series, passus: Passus) -> set[str]:
    found = set()
    if _is_announced(series.lead):
        found.add("announced")
    if series.style == "letter":
        found.add("letters")
    if passus.number and all(n.startswith(f"{passus.number}.") for n in series.numbers):
        found.add("continues_section")
    return found


def _place(blocks: Sequence[Block], block: Block) -> int:
    return next(i for i, b in enumerate(blocks) if b is block)


def _is_announced(lead: Block | None) -> bool:
    if lead is None:
        return False
    text = lead.text.rstrip()
    sentence = text.rstrip(" :.").rsplit(". ", 1)[-1]
    points_on = text.endswith(":") or (text.endswith(".") and POINTS_ON.search(sentence))
    return bool(points_on) and any(c.role == "announces" for c in find_cues(sentence, "lead"))


def _find_series(blocks: Sequence[Block]) -> list[_Series]:
    """Each numbered list with the running text before it; an item is its blocks.

    Items numbered in another way, "a." in a list "1." "2.", belong to the item above them.
    """
    found: list[_Series] = []
    lead: Block | None = None
    current: _Series | None = None
    figures: list[Block] = []
    for block in blocks:
        if block.label is Label.CAPTION or (block.table is not None and block.indent == 0):
            figures.append(block)
            if current is not None and POINTS_BELOW.search(current.items[-1][0].text):
                current.take(figures)
                figures = []
            continue
        if block.label in ASIDE:
            continue
        style, number = _numbering(block, current)
        if current is not None and (block.indent > 0 or is_label_block(block)):
            current.extend(block, indent=block.indent)
        elif number and current is not None and _is_inner(style, current):
            current.extend(block, indent=1)
        elif number and block.indent == 0:
            if current is None or style != current.style:
                current = _Series(lead, style)
                found.append(current)
            else:
                current.take(figures)
            current.open(block, number)
            figures = []
        else:
            current = None
            figures = []
            lead = block if block.label is Label.TEXT else None
    return found


def _is_inner(style: str, series: _Series) -> bool:
    """Whether letters right below a numbered item are parts of it."""
    return style in {"letter", "roman"} and series.style == "decimal"


def _numbering(block: Block, current: _Series | None) -> tuple[str, str | None]:
    """The style of a list item's number and the number, without dot or bracket.

    "i." is a letter behind "h." and Roman elsewhere.
    """
    if block.label is not Label.LIST_ITEM or is_coded(block.marker):
        return "", None
    if number := parse_number(block.marker):
        return "decimal", number
    letter, roman = LETTER.match(block.marker), ROMAN.match(block.marker)
    if letter and (not roman or _follows(letter["number"], current)):
        return "letter", letter["number"]
    return ("roman", roman["number"]) if roman else ("", None)


def _follows(letter: str, current: _Series | None) -> bool:
    if current is None or current.style != "letter":
        return False
    return ord(letter) == ord(current.numbers[-1]) + 1
