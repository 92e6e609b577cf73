"""Converter text and markdown to blocks: headings, paragraphs, list items, tables, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from prestatie_extract.document import Block, Label, Passage
from prestatie_extract.read.markup import (
    SUPERSCRIPT_DIGITS,
    clean_inline,
    count_printed,
    is_bold,
    is_italic,
)
from prestatie_extract.read.text_tables import is_table_line, lines_to_table

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
LIST_ITEM = re.compile(r"^(\s*)([-*+•◦▪‣·–]|\(?\d{1,3}[.)]|\(?[a-z][.)]|[ivx]{1,4}[.)])\s+(\S.*)$")
TABBED_ITEM = re.compile(r"^\s*(?:[-*+•◦▪‣·–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\t[^\t]+$")
"""A list item as word processors write it to text: "1.", a tab and the item, no further cells."""
FOOTNOTE = re.compile(
    rf"^(?:([{SUPERSCRIPT_DIGITS}]+)|\^\[(\d+)\]|\[\^(\d+)\]:?|<sup>\s*(\d+)\s*</sup>)\s*(\S.*)$"
)
NUMBERED_HEADING = re.compile(
    r"^(?:(?:hoofdstuk|thema|artikel|bijlage)\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,4})[.:]?\s+\S",
    re.IGNORECASE,
)
CONTENTS_WORDS = ("inhoud", "inhoudsopgave")
CONTENTS_ENTRY = re.compile(r"^\S.*?[\t .…]+\d{1,3}$")
CAPTION = re.compile(r"^(?:tabel|figuur|grafiek|kaart|afbeelding)\s+\d+", re.IGNORECASE)
NO_HEADING = re.compile(
    r"""^(?:[A-Z]\.\s?){1,4}                 # J.P. Jansen: a person
      | \b\d{1,2}\s(?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)\w*\s\d{4}  # a date
    """,
    re.VERBOSE,
)
HEADING_CHARS_MAX = 120
HEADING_LETTERS_MIN = 4  # "En" between two parties is no heading
BOLD_RANK = 7  # behind markdown's six
ITALIC_RANK = 8
RUN_MIN = 3  # logos come in groups; a heading that recurs stands alone
RUN_CHARS_MAX = 80
REPEATED_TIMES_MIN = 3
REPEATED_SHARE = 0.5  # of a group's lines; a converter spells a logo differently now and then


@dataclass(frozen=True)
class Paragraph:
    """Lines without a blank line between them."""

    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(line.strip() for line in self.lines)


def count_characters(text: str) -> int:
    """Printed characters of the whole text, markup and white space not counted."""
    return count_printed(text)


def read_blocks(text: str) -> tuple[Block, ...]:
    """The text's blocks in order; page furniture that a converter left in comes last."""
    paragraphs = list(_split_paragraphs(text))
    furniture = _find_furniture(paragraphs)
    has_marks = any(HEADING.match(p.lines[0]) for p in paragraphs)
    blocks: list[Block] = []
    indents: list[int] = []
    in_contents = False
    for index, paragraph in enumerate(paragraphs):
        if index in furniture:
            continue
        found = list(_paragraph_blocks(paragraph, indents, in_contents=in_contents))
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if not has_marks and len(found) == 1 and _is_plain_heading(found[0], paragraph, following):
            found = [_block(Label.SECTION_HEADER, paragraph.text)]
        in_contents = _opens_contents(found) or (in_contents and _is_contents(found))
        blocks += found
    aside = [_block(Label.PAGE_FOOTER, paragraphs[i].text) for i in sorted(furniture)]
    return (*blocks, *aside)


def _split_paragraphs(text: str) -> Iterator[Paragraph]:
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            lines.append(line.rstrip("\n"))
        elif lines:
            yield Paragraph(tuple(lines))
            lines = []


def _paragraph_blocks(
    paragraph: Paragraph, indents: list[int], *, in_contents: bool
) -> Iterator[Block]:
    """The blocks of one paragraph; `indents` holds the open list's indents from call to call."""
    lines = list(paragraph.lines)
    is_first = True
    while lines:
        count, block = _next_block(lines, indents, in_contents=in_contents, is_first=is_first)
        if block is not None:
            yield block
        del lines[:count]
        is_first = False


def _next_block(
    lines: Sequence[str], indents: list[int], *, in_contents: bool, is_first: bool
) -> tuple[int, Block | None]:
    """The first block of the lines and how many lines it takes."""
    line = lines[0]
    if in_contents and CONTENTS_ENTRY.match(line.strip()):
        return 1, _block(Label.DOCUMENT_INDEX, line)
    if heading := HEADING.match(line.strip()):
        indents.clear()
        return 1, _block(Label.SECTION_HEADER, heading[2], rank=len(heading[1]))
    if is_table_line(line) and not TABBED_ITEM.match(line):
        count = next((i for i, ln in enumerate(lines) if not is_table_line(ln)), len(lines))
        return count, lines_to_table(lines[:count])
    if FOOTNOTE.match(line.strip()):
        return 1, _footnote(line.strip())
    if item := LIST_ITEM.match(line):
        count = _count_running(lines)
        rest = " ".join([item[3], *(ln.strip() for ln in lines[1:count])])
        depth = _set_depth(indents, len(item[1].expandtabs(4)))
        return count, _block(Label.LIST_ITEM, rest, marker=item[2], indent=depth)
    return _running_text(lines, indents, is_first=is_first)


def _running_text(
    lines: Sequence[str], indents: list[int], *, is_first: bool
) -> tuple[int, Block | None]:
    count = _count_running(lines)
    raw = " ".join(line.strip() for line in lines[:count])
    indent = len(lines[0]) - len(lines[0].lstrip())
    depth = _depth_of_text(indents, indent, is_first=is_first)
    if count == 1 and _is_marked_heading(raw):
        indents.clear()
        return 1, _block(Label.SECTION_HEADER, raw, rank=BOLD_RANK if is_bold(raw) else ITALIC_RANK)
    return count, _block(Label.TEXT, raw, indent=depth)


def _is_marked_heading(raw: str) -> bool:
    """A short line all in bold, without a full stop."""
    text = clean_inline(raw)
    return (
        is_bold(raw)
        and len(text) <= HEADING_CHARS_MAX
        and not text.endswith((".", ";", ","))
        and any(ch.isalpha() for ch in text)
    )


def _count_running(lines: Sequence[str]) -> int:
    """How many lines go on with the first: until a line that starts something of its own."""
    for index in range(1, len(lines)):
        line = lines[index]
        starts_new = (
            HEADING.match(line.strip())
            or is_table_line(line)
            or LIST_ITEM.match(line)
            or FOOTNOTE.match(line.strip())
            or _is_marked_heading(line.strip())
        )
        ended = lines[index - 1].rstrip().endswith((".", ";", ":", "?", "!"))
        if starts_new or (ended and not line.strip()[:1].islower()):
            return index
    return len(lines)


def _set_depth(indents: list[int], indent: int) -> int:
    while indents and indent <= indents[-1]:
        indents.pop()
    indents.append(indent)
    return len(indents) - 1


def _depth_of_text(indents: list[int], indent: int, *, is_first: bool) -> int:
    """The depth of running text: indented it belongs to an open list item, and so it does without
    a blank line between them, at the indent of the item.
    """
    while indents and (indent < indents[-1] or (is_first and indent == indents[-1])):
        indents.pop()
    return len(indents)


def _footnote(line: str) -> Block:
    match = FOOTNOTE.match(line)
    assert match is not None
    mark = next(g for g in match.groups()[:4] if g)
    block = _block(Label.FOOTNOTE, match[5], marker=mark)
    return replace(block, characters=count_printed(line))


def _block(label: Label, raw: str, *, marker: str = "", indent: int = 0, rank: int = 0) -> Block:
    text = clean_inline(raw)
    return Block(
        label=Label.CAPTION if label is not Label.DOCUMENT_INDEX and CAPTION.match(text) else label,
        passage=Passage(text),
        marker=marker,
        indent=indent,
        rank=rank,
        bold=is_bold(raw),
        italic=is_italic(raw),
        characters=count_printed(raw) + len(marker),
    )


def _is_plain_heading(block: Block, paragraph: Paragraph, following: Paragraph | None) -> bool:
    """A line on its own that reads like a heading, in text without heading marks."""
    text = block.text
    if len(paragraph.lines) > 1 or "<" in paragraph.text or not 0 < len(text) <= HEADING_CHARS_MAX:
        return False
    if text.endswith((".", ";", ",", ":", '"', "”")) or NO_HEADING.search(text):
        return False
    if block.label is Label.LIST_ITEM:
        in_list = following is not None and LIST_ITEM.match(following.lines[0])
        return block.marker[:1].isdigit() and block.indent == 0 and not in_list
    is_opening = text[0].isupper() or NUMBERED_HEADING.match(text) is not None
    letters = sum(ch.isalpha() for ch in text)
    return block.label is Label.TEXT and letters >= HEADING_LETTERS_MIN and is_opening


def _opens_contents(blocks: Sequence[Block]) -> bool:
    return len(blocks) == 1 and blocks[0].text.casefold().strip(" :") in CONTENTS_WORDS


def _is_contents(blocks: Sequence[Block]) -> bool:
    return all(b.label is Label.DOCUMENT_INDEX for b in blocks)


def _find_furniture(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Groups of short lines of which most recur: the logos or running header of each page."""
    shapes = [re.sub(r"\W+", "", p.text.casefold()) for p in paragraphs]
    short = [_is_short(p) for p in paragraphs]
    counts = Counter(shape for shape, is_short in zip(shapes, short, strict=True) if is_short)
    found: set[int] = set()
    for is_short, group in groupby(range(len(paragraphs)), key=short.__getitem__):
        run = list(group)
        repeated = [i for i in run if counts[shapes[i]] >= REPEATED_TIMES_MIN]
        if is_short and len(run) >= RUN_MIN and len(repeated) >= REPEATED_SHARE * len(run):
            found |= set(range(repeated[0], repeated[-1] + 1))
    return found


def _is_short(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        len(text) <= RUN_CHARS_MAX
        and not text.endswith((".", "?", ":", ";"))
        and not re.match(r"^(?:#|\d|[-*•]\s|\|)", text)
        and "\t" not in "".join(paragraph.lines)
    )
