"""What the document says about itself: title, municipality, kind, years, date of signing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from prestatie_extract.document import Block, DocumentInfo, Label, Party, Section
from prestatie_extract.notation import YEAR
from prestatie_extract.tagging.dates import find_days
from prestatie_extract.tagging.municipalities import (
    KIND_BEFORE,
    find_municipalities,
    printed_names,
)
from prestatie_extract.tagging.names import MUNICIPALITY, key_of, municipality_names
from prestatie_extract.vocabulary import stems_pattern

RUNNING = frozenset((Label.PAGE_HEADER, Label.PAGE_FOOTER, Label.DOCUMENT_INDEX))
COVER_BLOCKS = 12  # a title that layout did not label stands within the first blocks
MAX_TITLE_CHARS = 160  # "Prestatieafspraken 2025-2028 tussen de gemeente X, Y en huurdersraad Z"
INTRODUCTION_LINES = 60  # cover, parties and introduction stand before the agreements
MAX_YEARS_IN_FORCE = 15  # a wider range is an outlook ("2025-2050"), not a term
SIGNATURE_REACH_LINES = 3  # between "Druten, 12 december 2024" and "zijn overeengekomen"
MAX_SIGNING_CHARS = 240  # a line that tells the signing; longer ones tell history
DATE_REACH_CHARS = 110  # "Aldus overeengekomen en in viervoud ondertekend te X op 3 mei 2025"

DASH = r"\s*(?:-|–|—|/|t/m|tot\s+en\s+met|tot|en)\s*"
RANGE = re.compile(rf"(?<!\d)(?P<first>{YEAR})(?!\d){DASH}(?P<last>{YEAR}|['’]?\d\d)(?!\d)")
"""2025 - 2028, 2022 en 2023, 2025-'28"""
DAY_BEFORE_YEAR = r"(?:\d{1,2}\s+)?(?:[a-z]+\s+)?"
LONG_RANGE = re.compile(
    rf"(?<!\d)(?P<first>{YEAR})(?!\d){DASH}{DAY_BEFORE_YEAR}(?P<last>{YEAR}|['’]?\d\d)(?!\d)"
)
"""(1 maart) 2023 tot en met 28 februari 2026"""
ONE_YEAR = re.compile(rf"(?<!\d)(?P<first>{YEAR})(?!\d)")
YEAR_SLICE = re.compile(
    rf"(?:jaarschijf|jaarafspraken|jaarplan)\s+(?:voor\s+)?(?P<year>{YEAR})(?!\d)(?!{DASH}\d)",
    re.IGNORECASE,
)
"""Jaarschijf 2024: its own year, whatever framework the title repeats."""
SLICE_BEHIND = re.compile(rf"(?<![\d–-])\s(?P<year>{YEAR})\s+jaarschijf", re.IGNORECASE)
"""Prestatieafspraken 2024 jaarschijf"""
TERM_CUE = re.compile(
    r"\b(?:looptijd|geldigheidsduur|gelden(?:d)?|geldig|van\s+kracht|(?:voor|over)\s+de\s+(?:periode|"
    r"jaren)|afspraken\s+(?:voor|over)|overeenkomst\s+(?:voor|over))\b",
    re.IGNORECASE,
)
"""Before the years in an introduction: "met een looptijd van 2024 tot en met 2027"."""
TERM_REACH_CHARS = 70

IS_SLICE = re.compile(r"jaarschijf", re.IGNORECASE)
IS_FRAMEWORK_CONTRACT = re.compile(r"raam(?:overeenkomst|convenant|contract)", re.IGNORECASE)
CALLS_ITSELF_SO = re.compile(
    r"(?:voor\s+u\s+ligt\s+(?:de|het)|met|in|onder)?\s*\b(?:deze|voorliggende|onderhavige)\s+"
    r"raamovereenkomst|voor\s+u\s+ligt\s+de\s+raamovereenkomst",
    re.IGNORECASE,
)
IS_YEARLY = re.compile(r"jaarafspra|jaarlijkse|uitvoeringsafspra|jaarplan", re.IGNORECASE)
IS_MULTI_YEAR = re.compile(r"meerjar|meerjaren|kader", re.IGNORECASE)

SIGNED = re.compile(
    r"\b(?:aldus\b|(?:digitaal\s+)?ondertekend\b|ondertekening\b|getekend\b|"
    r"(?:datum|dagtekening)\s*(?:van\s+)?(?:ondertekening|tekenen)?\s*:|overeengekomen\s+(?:te|op|d\.d)\b)",
    re.IGNORECASE,
)
SIGNING_NEAR = re.compile(
    r"\b(?:aldus|namens|ondertekening|handtekening\w*|ondertekend|getekend|zijn\s+overeengekomen|"
    r"komen\s+overeen|voor\s+akkoord)\b",
    re.IGNORECASE,
)
PLACE_AND_DATE = re.compile(
    r"^(?:te\s+)?(?:['’][a-z]-?\s?)?[A-Z][\w'’-]*(?:\s(?:(?:aan|de|den|der|het|in|op|van)\s)*[A-Z][\w'’-]*)*,?"
    r"\s+(?:op\s+|d\.?d\.?:?\s*)?(?=\d)"
)
"""Druten, 12 december 2024; Alphen aan den Rijn, 3 mei 2025; no sentence with a date in it"""


def tag_info(
    blocks: Sequence[Block],
    sections: Sequence[Section],
    parties: Sequence[Party],
    file_stem: str,
) -> DocumentInfo:
    """Title, municipality, kind, years in force and date of signing; None for what it does not say.

    Args:
        blocks: In reading order, running headers included.
        sections: Their titles tell a framework contract from other frameworks.
        parties: The municipality is the contracting one.
        file_stem: The last source for the municipality and the years.
    """
    lines = [b.text for b in blocks if b.text and b.label not in RUNNING]
    title = _title(blocks)
    municipality, code = _municipality(title, lines, parties, file_stem)
    start, end = _term(title, blocks, lines, file_stem)
    return DocumentInfo(
        title=title,
        municipality=municipality,
        municipality_code=code,
        kind=_kind(title, blocks, sections, years=(start, end)),
        period_start=start,
        period_end=end,
        signed_on=_signed_on(blocks),
    )


def _title(blocks: Sequence[Block]) -> str | None:
    """The title as printed, its lines joined; a subtitle that lists the parties is left out."""
    labelled = [i for i, b in enumerate(blocks) if b.label is Label.TITLE and b.text]
    if labelled:
        parts = [blocks[i].text for i in labelled if not _lists_parties(blocks[i].text)]
        after = [b.text for b in blocks[labelled[-1] + 1 : labelled[-1] + 2]]
        parts += [text for text in after if RANGE.fullmatch(text.strip())]
        return " ".join(parts) or blocks[labelled[0]].text
    cover = [b.text for b in blocks[:COVER_BLOCKS] if b.label not in RUNNING]
    named = (
        t
        for t in cover
        if stems_pattern("title_words", "word").search(t) and len(t) <= MAX_TITLE_CHARS
    )
    return next(named, None)


def _lists_parties(text: str) -> bool:
    return text.count(",") >= 2 or re.match(r"(?:met|tussen)\b", text, re.IGNORECASE) is not None


def _municipality(
    title: str | None, lines: Sequence[str], parties: Sequence[Party], file_stem: str
) -> tuple[str | None, str | None]:
    """The everyday name and the CBS code; several municipalities together have no code."""
    contracting = [p for p in parties if p.signatory and p.type == MUNICIPALITY]
    names = [p.name.removeprefix("Gemeente ") for p in contracting]
    if len(names) > 1:
        in_title = [n for n in names if key_of(n) in key_of(title or "")]
        names = in_title if len(in_title) == 1 else names
    if not names:
        found = _named_most(lines) or _named_in(title or "") or _named_in(file_stem)
        names = [found] if found else []
    if len(names) != 1:
        return ", ".join(names) or None, None
    return names[0], _code(names[0], contracting)


def _named_most(lines: Sequence[str]) -> str | None:
    """The municipality that the text calls so most often: "de gemeente X"."""
    known = municipality_names()
    counts: Counter[str] = Counter()
    for match in re.finditer(r"[Gg]emeente ((?:['’]s-)?[A-Z][\w'’ -]*)", "\n".join(lines)):
        words = key_of(match[1]).split()
        keys = (" ".join(words[:size]) for size in range(min(len(words), 4), 0, -1))
        longest = next((k for k in keys if k in known), None)
        counts.update([known[longest]] if longest else [])
    return max(counts, key=lambda name: (counts[name], len(name), name), default=None)


def _named_in(text: str) -> str | None:
    """The only municipality whose name stands in `text`, the longest where one holds another."""
    padded = f" {key_of(text.replace('_', ' '))} "
    keys = [key for key in municipality_names() if f" {key} " in padded]
    longest = [k for k in keys if not any(k != o and f" {k} " in f" {o} " for o in keys)]
    names = sorted({municipality_names()[key] for key in longest})
    return names[0] if len(names) == 1 else None


def _code(name: str, contracting: Sequence[Party]) -> str | None:
    """The CBS code of the only municipality of that name, also by another that is printed."""
    aliases = [a for p in contracting if p.name == KIND_BEFORE + name for a in p.aliases]
    found = find_municipalities(printed_names(name, aliases))
    return found[0].code if len(found) == 1 else None


def _term(
    title: str | None, blocks: Sequence[Block], lines: Sequence[str], file_stem: str
) -> tuple[int | None, int | None]:
    """The years in force: from the title, the introduction, the running headers, the file name."""
    running = " ".join(dict.fromkeys(b.text for b in blocks if b.label in RUNNING and b.text))
    sources = (title or "", "", running, file_stem.replace("_", "-"))
    for place, source in enumerate(sources):
        found = _term_in_introduction(lines) if place == 1 else _years_in(source)
        if found is not None:
            return found
    return None, None


def _years_in(text: str) -> tuple[int, int] | None:
    """The term that a title tells: a year slice, else a range, else its only year."""
    slices = {int(m["year"]) for m in YEAR_SLICE.finditer(text)}
    slices = slices or {int(m["year"]) for m in SLICE_BEHIND.finditer(text)}
    if len(slices) == 1:
        year = slices.pop()
        return year, year
    ranges = [found for m in RANGE.finditer(text) if (found := _range(m)) is not None]
    if ranges:
        return ranges[0]
    years = {int(m["first"]) for m in ONE_YEAR.finditer(text)}
    return (min(years), min(years)) if len(years) == 1 else None


def _term_in_introduction(lines: Sequence[str]) -> tuple[int, int] | None:
    """The term behind a cue: "met een looptijd van 2024 tot en met 2027"."""
    text = "\n".join(lines[:INTRODUCTION_LINES])
    found = []
    for cue in TERM_CUE.finditer(text):
        near = text[cue.end() : cue.end() + TERM_REACH_CHARS].split("\n")[0]
        match = LONG_RANGE.search(near)
        years = _range(match) if match else None
        found += [years] if years else []
    return found[0] if found else None


def _range(match: re.Match[str]) -> tuple[int, int] | None:
    first, last = int(match["first"]), match["last"].strip("'’")
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    return (first, end) if 0 <= end - first <= MAX_YEARS_IN_FORCE else None


def _kind(
    title: str | None,
    blocks: Sequence[Block],
    sections: Sequence[Section],
    *,
    years: tuple[int | None, int | None],
) -> str:
    """kader, jaarafspraken, raamovereenkomst, jaarschijf or overig."""
    name = title or ""
    if IS_SLICE.search(name):
        return "jaarschijf"
    if IS_FRAMEWORK_CONTRACT.search(name) or _calls_itself_framework(blocks, sections):
        return "raamovereenkomst"
    start, end = years
    is_one_year = start is not None and start == end
    if (IS_YEARLY.search(name) and not IS_MULTI_YEAR.search(name)) or is_one_year:
        return "jaarafspraken"
    if IS_MULTI_YEAR.search(name) or start is not None:
        return "kader"
    return "overig"


def _calls_itself_framework(blocks: Sequence[Block], sections: Sequence[Section]) -> bool:
    """Whether running header and text, or a heading and the text, call it a raamovereenkomst."""
    texts = [b.text for b in blocks if b.label not in RUNNING]
    says_so = any(CALLS_ITSELF_SO.search(text) for text in texts)
    above = [b.text for b in blocks if b.label is Label.PAGE_HEADER] + [s.title for s in sections]
    return says_so and any(IS_FRAMEWORK_CONTRACT.search(text) for text in above)


def _signed_on(blocks: Sequence[Block]) -> str | None:
    """The ISO date of signing, where one place tells it or all that do agree."""
    lines = [line for b in blocks if b.label not in RUNNING for line in _texts(b)]
    days = {day for i in range(len(lines)) if (day := _signing_day(lines, i)) is not None}
    return days.pop() if len(days) == 1 else None


def _texts(block: Block) -> list[str]:
    if block.table is None:
        return [block.text] if block.text else []
    return [cell.text for row in block.table.rows for cell in row if cell.text]


def _signing_day(lines: Sequence[str], index: int) -> str | None:
    """The date that a line gives for the signing: "Aldus overeengekomen op …", "Druten, …"."""
    line = lines[index]
    if not re.search(r"\d", line):
        return None
    cue = SIGNED.search(line[:MAX_SIGNING_CHARS])
    is_start = cue is not None and (cue.start() == 0 or len(line) <= MAX_SIGNING_CHARS)
    if cue is not None and is_start and _is_about_this(line, cue):
        near = find_days(line[cue.end() : cue.end() + DATE_REACH_CHARS])
        if near:
            return near[0].first.isoformat()
    place = PLACE_AND_DATE.match(line)
    around = lines[max(0, index - SIGNATURE_REACH_LINES) : index + SIGNATURE_REACH_LINES + 1]
    if place is None or not any(SIGNING_NEAR.search(text) for text in around):
        return None
    days = find_days(line[place.end() : place.end() + DATE_REACH_CHARS])
    return days[0].first.isoformat() if days and days[0].start == 0 else None


def _is_about_this(line: str, cue: re.Match[str]) -> bool:
    """Whether the cue speaks of this document: no other paper is the subject before it."""
    other = r"\b(?:convenant|samenwerkingsovereenkomst|intentieverklaring|brief)\b"
    return not re.search(other, line[: cue.start()])
