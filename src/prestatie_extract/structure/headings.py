"""What a heading is: its number and title, and what it says of what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from prestatie_extract.vocabulary import load_rows

CHAPTER_WORD = (
    r"(?:hoofdstuk|artikel|paragraaf|deel|thema|onderdeel)"  # Hoofdstuk 1: Beschikbaarheid
)
PART_WORD = "deel "
DECIMAL = r"\d{1,2}(?:\.\d{1,2}){0,3}"  # 1  1.1  3.1.2
ROMAN = r"[IVX]{1,4}(?:\.\d{1,2}){0,2}(?=[.:)\s])"  # III. Duurzaamheid  II.1 Kader
CAPITAL = r"[A-H](?=[.:)|\s])"  # Deel B
SEPARATOR = r"\s*[.:)|–-]*\s*"
NUMBERED = re.compile(
    rf"^(?:{CHAPTER_WORD}\s+(?P<a>{DECIMAL}|(?-i:{ROMAN}|{CAPITAL}))|(?P<b>{DECIMAL})(?=[.:)|\s])){SEPARATOR}(?P<title>\S.*)$",
    re.IGNORECASE,
)
ROMAN_NUMBERED = re.compile(rf"^(?P<b>{ROMAN}){SEPARATOR}(?P<title>\S.*)$")
COUNTS = re.compile(r"\d+\s+[^\W\d_A-Z]")
"""65 plus wonen, 24 woningen aan de Dijk: without a mark or a capital behind it a number counts."""
CODED = re.compile(
    rf"^(?P<b>[A-Z]{{1,3}}-?\d{{1,2}}){SEPARATOR}(?<=[\s.:)|–-])(?P<title>[A-Z]\S.*)$"
)
LETTERED = re.compile(r"^(?P<b>[A-Z])[.)]\s+(?P<title>[A-Z]\S.*)$")
APPENDIX = re.compile(
    r"^(?P<number>(?:bijlage|appendix)\s+(?:\d{1,2}|[IVX]{1,4}|[A-Z]))(?!\w)"
    r"(?:\s+[–—-]\s+(?P<title>\S.*)$)?",
    re.IGNORECASE,
)
"""Bijlage 1: Begrippen · Bijlage 2 - Kaart, where the dash parts number and title."""

CHAPTER_MARK = re.compile(
    rf"^{CHAPTER_WORD}\s+(?P<number>{DECIMAL}|(?-i:[IVX]{{1,4}}|[A-H]))[.:]?$", re.IGNORECASE
)


@dataclass(frozen=True)
class Heading:
    """A heading in its parts."""

    number: str | None
    """As printed, without trailing dot: "1.1", "Bijlage 1"; "Hoofdstuk 1" gives "1"."""
    title: str
    """Behind the number; whole for an appendix without a dash: "Bijlage 1: Begrippen"."""
    is_appendix: bool = False
    is_part: bool = False
    """A part above the chapters: "Deel B"."""

    @property
    def depth(self) -> int:
        """How many parts its number has, 0 without a number, for an appendix or a part."""
        if not self.number or self.is_appendix or self.is_part:
            return 0
        return self.number.count(".") + 1


def parse_heading(text: str) -> Heading:
    """The number and title of a printed heading."""
    if match := APPENDIX.match(text):
        number = match["number"] if match["title"] else None
        return Heading(number, match["title"] or text, is_appendix=True)
    for pattern in (NUMBERED, ROMAN_NUMBERED, LETTERED, CODED):
        if match := pattern.match(text):
            groups = match.groupdict()
            if COUNTS.match(text):
                break
            is_part = text.casefold().startswith(PART_WORD)
            return Heading(groups.get("a") or groups["b"], match["title"], is_part=is_part)
    return Heading(None, text)


def parse_chapter_mark(text: str) -> str | None:
    """The number of a line that stands above a chapter's title: "HOOFDSTUK II" -> "II"."""
    match = CHAPTER_MARK.match(text.strip())
    return match["number"] if match else None


@dataclass(frozen=True)
class Cue:
    """What a heading or lead sentence announces."""

    role: str
    """announces, leaves_out, back or names."""
    kind: str
    """The kind of agreement; "" where it names none."""


def find_cues(text: str, where: str) -> list[Cue]:
    """All cues of a heading's title or of the sentence before a list, the most specific first."""
    plain = _plain(text)
    hits = [
        (len(words), Cue(role, kind))
        for words, pattern, place, role, kind in _patterns()
        if place == where and pattern.fullmatch(plain)
    ]
    return [cue for _, cue in sorted(hits, key=lambda h: -h[0])]


def find_heading_cues(number: str | None, title: str) -> list[Cue]:
    """What a heading announces; "Bijlage 1" says so by its number."""
    is_appendix = number is not None and APPENDIX.match(number) is not None
    return find_cues(f"{number} {title}" if is_appendix else title, "heading")


def _plain(text: str) -> str:
    """Lower case without years and punctuation: "Afspraken 2022-2023:" -> "afspraken"."""
    text = re.sub(r"\b\d{4}(?:\s*(?:[-–/]|t/m|tot en met)\s*\d{2,4})?\b", " ", text.casefold())
    return re.sub(r"[^\w']+", " ", text).strip()


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], str, str, str], ...]:
    return tuple(
        (row["words"], _to_pattern(row["words"]), row["where"], row["role"], row["kind"])
        for row in load_rows("headings")
    )


def _to_pattern(words: str) -> re.Pattern[str]:
    """A `*` stands for any words, none too."""
    parts = [re.escape(part.strip()) for part in words.split("*")]
    return re.compile(
        r"(?:\s*\b|\b\s*).*?(?:\b\s*|\s*\b)".join(parts) if len(parts) > 1 else parts[0]
    )
