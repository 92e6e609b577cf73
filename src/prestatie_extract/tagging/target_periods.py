"""For when a number holds: the period printed close to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prestatie_extract.notation import YEAR

DASH = r"\s*(?:[-–—/]|t\.?/m\.?|tot\s+en\s+met|tot|en)\s*"
SPAN = rf"{YEAR}(?:{DASH}(?:{YEAR}|\d\d(?!\d)))?"
MONTH = r"(?:\d{1,2}\s+)?(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)\w*\.?"
DATE = rf"(?:{MONTH}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]|Q[1-4]|(?:[1-4]e?|\w+)\s+kwartaal(?:\s+van)?)"

HALF = r"(?:de\s+)?(?:eerste|tweede)\s+helft\s+van"

UNTIL = r"(?:t\.?/m\.?|tot\s+en\s+met|tot\s+aan|tot|vóór|voor(?=\s+\d{1,2}\W)|uiterlijk(?:\s+in)?)"
FROM = r"(?:vanaf|met\s+ingang\s+van|per)"
AT = (
    r"(?:in|voor|eind|begin|medio|ultimo|over|gedurende|tussen|tijdens|"
    rf"van(?=\s+{YEAR}{DASH}{YEAR})|(?:in\s+)?(?:de\s+|het\s+)?"
    r"(?:perioden?|jaren|jaar|planperiode|looptijd|jaarschijf)|(?:in|over|voor)\s+de\s+jaren)"
)
DATED = re.compile(
    rf"(?:(?P<until>(?<!\w){UNTIL})|(?P<since>(?<!\w){FROM})|(?P<at>(?<!\w){AT}))\s+"
    rf"(?:(?:de\s+periode|het\s+jaar|eind|begin|medio|het|{HALF})\s+)*(?:{DATE}\s*)?"
    rf"(?P<years>(?<!\d){SPAN})(?![\w%])",
    re.IGNORECASE,
)
"""In 2025, t/m 2030, in de periode 2025-2028, tussen 2022 en 2030, vóór 1 juli 2026, in Q3 2025."""
BRACKETED = re.compile(
    rf"\(\s*(?:in\s+|(?P<until>t/m\s+|tot\s+)|Q[1-4]\s+)?(?P<years>{SPAN})\s*\)", re.IGNORECASE
)
"""(2025), (2024/2025): holds for the number right before it only."""
HEADED = re.compile(rf"(?<![\w,.])(?P<years>{SPAN})\s*:")
"""2025: ca. 30 won. 2026 - 2028: 55 won."""

COMPARED = re.compile(
    r"(?:ten\s+opzichte\s+van|t\.?o\.?v\.?|vergeleken\s+met|peildatum|sinds|stand|anno|versie|wet|nota|"
    r"visie|programma|agenda|monitor|onderzoek|woondeal|prijspeil|dan|niveau\s+van|basisjaar)\s+"
    r"(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before a year that something is measured from: "25% lager ten opzichte van 2017"."""

PER_YEAR_BEHIND = re.compile(
    r"[^.;:!?,)]{0,25}?(?:\bper\s+(?:kalender)?jaar\b|/\s?(?:jaar|jr)\b|\bp\.?/?j\.)", re.IGNORECASE
)
PER_YEAR_BEFORE = re.compile(
    r"(?:\bper\s+(?:kalender)?jaar|\bjaarlijks|\bieder\s+jaar|\belk\s+jaar)\s+[^.;:!?,\d]{0,30}$"
    r"|\bjaarlijkse\s+[^.;:!?\d]{0,50}$",
    re.IGNORECASE,
)
SHORTER_BEHIND = re.compile(
    r"[^.;:!?,)]{0,10}?\bper\s+(?P<length>maand|week|kwartaal)\b", re.IGNORECASE
)
"""€ 25 per maand, twee ochtenden per week."""
PER_YEAR = "per jaar"

REFERS_BACK = re.compile(
    r"\b(?:hiervoor|hiertoe|daarvoor|daartoe|hiervan|daarvan|waarvan)\b|"
    r"^\W*(?:dit|dat)\s+(?:betekent|betreft|zijn|is|houdt)\b|\ber\s+(?:\d|$)",
    re.IGNORECASE,
)
"""A sentence that goes on about the one before, and its year: Daarvan …, Dit zijn …, er 40."""
HOLDS_FOR = re.compile(
    r"\W*(?:deze|dit|dat|die)\s+(?:[^\W\d_]+\s+)?geld(?:t|en)\s(?!niet|alleen)", re.IGNORECASE
)
COUNT = r"(?:\d+|twee|drie|vier|vijf|zes|acht|tien|twaalf)"
RELATIVE = re.compile(
    r"(?<!\w)(?:(?:in|binnen|over|voor|gedurende)\s+)?(?:de|het)\s+(?P<coming>(?:eerst)?(?:komende|volgende)\s+"
    rf"(?:{COUNT}\s+(?:jaar|jaren|maanden|kwartalen)|(?:jaar|raamperiode|planperiode)))(?!\w)"
    r"|(?<!\w)(?P<term>op\s+(?:de\s+)?(?:zeer\s+)?(?:korte|middellange|lange|langere)\s+termijn)(?!\w)",
    re.IGNORECASE,
)
"""In de komende 5 jaar, de eerstvolgende drie jaren, op korte termijn; not "de komende jaren"."""
BRACKET_REACH_CHARS = 3  # between number or noun and the bracket that dates it


@dataclass(frozen=True, slots=True)
class DatedWords:
    """`sentence[start:end]` names a period."""

    start: int
    end: int
    period: str
    is_head: bool = False
    """With a colon: it holds for what follows."""


def find_dated_words(sentence: str) -> list[DatedWords]:
    """The periods that the sentence tells with a preposition or a colon, in reading order."""
    heads = list(HEADED.finditer(sentence))
    found = [
        DatedWords(*m.span(), _period(m["years"], _prefix(m)))
        for m in DATED.finditer(sentence)
        if not COMPARED.search(sentence[: m.start()])
        and not (m["at"] is None and COMPARED.search(sentence[: m.start("years")]))
        and not any(h.start() < m.start() < h.end() for h in heads)
    ]
    found += [
        DatedWords(*m.span(), _period(m["years"], ""), is_head=True)
        for m in heads
        if not any(f.start < m.end() and m.start() < f.end for f in found)
    ]
    return sorted(found or _relative(sentence), key=lambda f: f.start)


def is_dated(text: str) -> bool:
    """Whether `text` tells by when or in which year; "op korte termijn" does not."""
    return any(map(str.isdigit, "".join(dated.period for dated in find_dated_words(text))))


def _relative(sentence: str) -> list[DatedWords]:
    """Periods told from now, for a sentence without a year: "komende vier jaar"."""
    return [
        DatedWords(*m.span(), " ".join((m["coming"] or m["term"]).split()).casefold())
        for m in RELATIVE.finditer(sentence)
    ]


def find_period(
    sentence: str,
    span: tuple[int, int],
    dated: list[DatedWords],
    *,
    previous: str | None = None,
    lead: str | None = None,
) -> str | None:
    """When the number at `span` holds, as "2025-2030", "t/m 2030", "per jaar"; None if unknown.

    Args:
        sentence: the text.
        span: of the number with qualifier and noun.
        dated: the sentence's periods.
        previous: period of the sentence before, for a sentence that refers back to it.
        lead: period of the words with a colon that announce the list it stands in.
    """
    start, end = span
    years = _bracketed(sentence, end) or _nearest(start, end, dated)
    rate = None
    if PER_YEAR_BEHIND.match(sentence, end) or PER_YEAR_BEFORE.search(sentence[:start]):
        rate = PER_YEAR
    elif shorter := SHORTER_BEHIND.match(sentence, end):
        rate = f"per {shorter['length'].casefold()}"
    if years is None and rate is None and REFERS_BACK.search(sentence[:start]):
        years = previous
    years = years or lead
    return ", ".join(part for part in (years, rate) if part) or None


def period_of_header(words: str) -> str | None:
    """The period in a header, caption or corner cell: "2023 t/m 2027" is "2023-2027"."""
    match = re.search(rf"(?<![\d.,/-]){SPAN}(?![\d.,%])", words)
    if match is None or COMPARED.search(words[: match.start()]):
        return None
    dated = DATED.search(words)
    return _period(match[0], _prefix(dated) if dated else "")


def years_of(words: str) -> str:
    """Words that are only years as the contract writes them: "2026 t/m 2028" is "2026-2028"."""
    return _period(words, "")


def find_announced_period(sentence: str) -> str | None:
    """The period in "Deze prijs geldt tot en met 2027": it dates what was said before."""
    if not HOLDS_FOR.match(sentence):
        return None
    dated = find_dated_words(sentence)
    return dated[0].period if dated else None


def _bracketed(sentence: str, end: int) -> str | None:
    match = BRACKETED.search(sentence, end, min(len(sentence), end + 25))
    if match is None or match.start() - end > BRACKET_REACH_CHARS:
        return None
    return _period(match["years"], "t/m" if match["until"] else "")


def _nearest(start: int, end: int, dated: list[DatedWords]) -> str | None:
    """The period nearest to the number; one with a colon counts for what follows it."""
    inside = [d for d in dated if d.start < end and start < d.end]
    before = [d for d in dated if d.end <= start][-1:]
    after = [d for d in dated if d.start >= end and not d.is_head][:1]
    if inside or (before and before[0].is_head):
        return (inside or before)[0].period
    gaps = [(start - d.end, d) for d in before] + [(d.start - end, d) for d in after]
    return min(gaps, key=lambda gap: gap[0])[1].period if gaps else None


def _prefix(match: re.Match[str]) -> str:
    if match["until"]:
        word = " ".join(match["until"].casefold().split())
        return {"tot en met": "t/m", "t/m": "t/m", "uiterlijk": "t/m"}.get(word, "tot")
    if match["since"] and match["since"].casefold() != "per":
        return "vanaf"
    return ""


def _period(years: str, prefix: str) -> str:
    """As the contract writes it: "2023 tot en met 2027" is "2023-2027"."""
    found = re.findall(r"\d+", years)
    full = [y if len(y) == 4 else found[0][:2] + y for y in found]
    text = "-".join(full)
    return f"{prefix} {text}" if prefix and len(full) == 1 else text
