"""The themes of an agreement, from the headings it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from prestatie_extract.document import Section, Theme
from prestatie_extract.vocabulary import load_rows

SOURCE = "heading"

DECIDING_SCORE = 1.0  # the theme of the heading that decides; a misspelled word scores its likeness
ALSO_NAMED_SCORE = 0.6  # a second theme in the deciding heading: "Betaalbaarheid en duurzaamheid"
WEAK_SCORE = 0.8  # a word that tells a theme only if no better word is there: "Kwaliteit"
DEEPER_SCORE = 0.5  # the theme of a heading below the deciding one; ANNOTATION: the chapter counts
UMBRELLA_SCORE = 0.5  # an umbrella's own theme, where no deeper heading has one

MIN_LIKENESS = (
    88.0  # rapidfuzz ratio: "Betaalbaarhied" 93, "Leefbarheid" 96; "overlast"/"overleg" 80
)
MIN_MISSPELLED_CHARS = 8  # shorter words are too often one letter from another: "huren", "buren"

PREAMBLE = re.compile(
    r"^\W*(?:(?:hoofdstuk|thema|onderdeel|paragraaf|deel|pijler|programma|opgave)\b\s*"
    r"(?:[0-9ivx]+(?:\.\d+)*\b)?|\d+(?:\.\d+)*)[\s.:–-]*",
    re.IGNORECASE,
)
"""Before the words that tell: "Thema 2: Betaalbaarheid", "Hoofdstuk 1 - Wonen"."""

CARE, GROUPS = "wonen_zorg", "aandachtsgroepen"
"""The pair that is one theme where a heading names both."""


@dataclass(frozen=True, slots=True)
class _Keyword:
    theme: str
    strength: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one heading tells: its themes best first, and whether it only covers deeper ones."""

    themes: tuple[tuple[str, float], ...]
    is_umbrella: bool = False
    is_pair: bool = False
    """Two themes that the annotation rules take as one: no deeper heading chooses between them."""


def tag_themes(section_path: Sequence[Section]) -> tuple[Theme, ...]:
    """The themes that the headings tell, best first; empty where none tells any.

    The highest heading with a theme of its own decides, an umbrella ("Thuis voor iedereen",
    "Overige afspraken") only where no deeper heading does. Of several themes in the deciding
    heading a deeper one may choose; what deeper ones add ranks behind.

    Args:
        section_path: From the chapter down to the section in which the agreement stands.
    """
    readings = [_read_heading(section.title) for section in section_path]
    own = [r for r in readings if r.themes and not r.is_umbrella]
    umbrellas = [r for r in readings if r.themes and r.is_umbrella]
    scores: dict[str, float] = dict(own[0].themes) if own else {}
    for reading in own[1:]:
        theme = reading.themes[0][0]
        if theme in scores and not own[0].is_pair:
            scores = {t: min(score, ALSO_NAMED_SCORE) for t, score in scores.items()}
            scores[theme] = DECIDING_SCORE
        scores.setdefault(theme, DEEPER_SCORE)
    if not scores and umbrellas:
        scores = {umbrellas[0].themes[0][0]: UMBRELLA_SCORE}
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    return tuple(Theme(theme, round(score, 2), SOURCE) for theme, score in ranked)


@lru_cache(maxsize=4096)
def _read_heading(title: str) -> _Reading:
    """The themes of one heading; where it is only misspelled, those of its nearest words."""
    heading = _fold(title)
    found = _find_keywords(heading)
    umbrella = [k.theme for k, _ in found if k.strength == "umbrella"]
    if umbrella:
        return _Reading(((umbrella[0], UMBRELLA_SCORE),), is_umbrella=True)
    if {CARE, GROUPS} <= {k.theme for k, _ in found if k.strength == "part"}:
        return _Reading(((CARE, DECIDING_SCORE), (GROUPS, ALSO_NAMED_SCORE)), is_pair=True)
    strong = _in_order(k.theme for k, _ in found if k.strength == "strong")
    weak = _in_order(k.theme for k, _ in found if k.strength == "weak")
    named = [(theme, DECIDING_SCORE) for theme in strong] or [(theme, WEAK_SCORE) for theme in weak]
    if not named:
        return _Reading(_misspelled(heading))
    return _Reading((named[0], *((theme, ALSO_NAMED_SCORE) for theme, _ in named[1:])))


def _find_keywords(heading: str) -> list[tuple[_Keyword, int]]:
    """The keywords in a folded heading by place; a longer one at the same place comes first."""
    found = []
    for keyword in _keywords():
        match = (
            keyword.pattern.fullmatch(heading)
            if keyword.strength == "umbrella"
            else keyword.pattern.search(heading)
        )
        if match:
            found.append((keyword, match.start(), match.end()))
    found.sort(key=lambda hit: (hit[1], -hit[2]))
    return [(keyword, start) for keyword, start, _ in found]


def _misspelled(heading: str) -> tuple[tuple[str, float], ...]:
    """The theme of the keyword most like a word of the heading, if one is like enough."""
    vocabulary = _whole_words()
    best: tuple[str, float] | None = None
    for word in re.findall(rf"[^\W\d_]{{{MIN_MISSPELLED_CHARS},}}", heading):
        hit = process.extractOne(
            word, list(vocabulary), scorer=fuzz.ratio, score_cutoff=MIN_LIKENESS
        )
        if hit and (best is None or hit[1] > best[1]):
            best = (vocabulary[hit[0]], hit[1])
    return ((best[0], best[1] / 100),) if best else ()


@cache
def _keywords() -> tuple[_Keyword, ...]:
    return tuple(
        _Keyword(row["theme"], row["strength"], _keyword_pattern(row["keyword"], row["strength"]))
        for row in load_rows("themes")
    )


def _keyword_pattern(keyword: str, strength: str) -> re.Pattern[str]:
    is_whole, words = keyword.startswith("="), keyword.lstrip("=").split()
    body = r"[\s-]+".join(map(re.escape, words))
    if strength == "umbrella":
        return re.compile(rf"(?:(?:een|de|meerjarige|en|aan)\s+)*{body}")
    edge = r"(?!\w)" if is_whole else ""
    return re.compile(rf"(?<!\w){body}{edge}")


@cache
def _whole_words() -> dict[str, str]:
    """Full words a heading may misspell, to theme: the words of theme_words.csv."""
    return {row["word"]: row["theme"] for row in load_rows("theme_words")}


def _in_order(themes: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(themes))


def _fold(title: str) -> str:
    """The heading in lower case without "Thema 2:", "&" as "en"."""
    folded = " ".join(title.casefold().replace("&", " en ").replace("/", " ").split())
    return PREAMBLE.sub("", folded).replace(",", " ").replace("  ", " ").strip(" .:;")
