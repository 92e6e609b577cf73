"""Where an agreement tells who contracts: party block, subtitle, introduction, signatures.

Each finder reads the printed lines and gives candidates; `parties` joins those that are one party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from prestatie_extract.tagging.mentions import is_generic
from prestatie_extract.tagging.names import (
    CORPORATION,
    EDGES,
    MUNICIPALITY,
    QUOTES,
    TENANTS,
    Name,
    key_of,
    known_organisations,
    municipality_names,
    parse_name,
)
from prestatie_extract.vocabulary import load_rows

MAX_NAME_WORDS = 8  # "Stichting Huurdersbelangen Omnia Wonen regio Noord" has six
MAX_SIGNATURE_CHARS = 160  # a cell "Woonwaarts <name> <function>"; a longer line is a paragraph
MAX_SIGNATURE_LINES = 60  # of a signature block: twelve parties of up to five lines
MAX_SUBTITLE_LINES = 16  # lines on a title page before the first heading
MIN_BODY_COUNT = 2  # times an untyped signature stands in the body, where people do not

CAPITAL_WORD = r"(?:['’][st]-?\s?)?[A-ZÀ-Ý0-9][\w&'’.+\x1f-]*"
LINK = r"(?:van|de|het|der|den|te|in|voor|aan|op|&|en\s+(?=[Oo]mstreken|[Oo]mgeving|[Oo]mstr))"
PRINTED_NAME = (
    rf"(?:(?:[Dd]e|[Hh]et)\s+)?{CAPITAL_WORD}"
    rf"(?:\s+(?:{LINK}\s+){{0,2}}(?:{CAPITAL_WORD}|omstreken|omgeving|wonen\b))*"
)
"""De Kernen, Vecht & Omstreken, Huurdersraad van Portaal, Aa en Hunze (see `_glue`)."""
ABBREVIATION = re.compile(
    rf"\(\s*(?:hierna\s*:?\s*|afgekort\s*:?\s*)?[{QUOTES}]?(?P<short>[A-Z][\w&.-]{{1,19}})[{QUOTES}]?\s*\)"
)
"""(SHOW), (V&O), (HBVA-Amersfoort)"""

HEREAFTER = re.compile(
    r"(?i:\(?\b(?:hierna\b(?:\s+(?:ook|verder|mede))*|(?:verder|nader)(?=\s+(?:te|genoemd|aan))))"
    r"(?i:\s+(?:te\s+noemen|noemen|genoemd|aan\s+te\s+duiden\s+als|aangeduid\s+(?:als|met)|"
    r"afgekort\s+tot))?\s*:?\s*"
    rf"(?P<alias>[{QUOTES}][^{QUOTES}\n]{{2,60}}[{QUOTES}]|"
    r"(?:[Dd]e\s+|[Hh]et\s+)?[A-Z][\w&.'’-]*(?:\s+[A-Z][\w&.'’-]*){0,4}|"
    r"(?:de\s+)?(?:gemeente|(?:woning)?corporatie|huurdersorganisatie))"
)
"""hierna te noemen: "Portaal" · (hierna: de gemeente) · verder genoemd Woonwaarts"""
TOGETHER = re.compile(r"\b(?:te\s?zamen|gezamenlijk|samen|allen|beiden|ieder)\b", re.IGNORECASE)
"""Hierna tezamen te noemen "partijen": no party's name."""
REPRESENTED = re.compile(r"\bvertegenwoordigd\s+door\b", re.IGNORECASE)
BLOCK_DETAIL = re.compile(
    r",?\s*\(?\b(?:(?:statutair\s+)?gevestigd|kantoorhoudend|rechtsgeldig|te\s+dezen|ten\s+deze|"
    r"in\s+deze|hierbij|zetelend|ingeschreven|handelend|vertegenwoordigd|hierna|verder\s+te|verder\s+genoemd|nader\s+te|"
    r"aan\s+de\s+(?:ene|andere)|enerzijds|anderzijds)\b",
    re.IGNORECASE,
)
"""Behind the name in a party block."""
DETAIL_LINE = re.compile(
    r"^(?:statutair|gevestigd|kantoorhoudend|rechtsgeldig|te\s+dezen|ten\s+deze|in\s+deze|hierbij|"
    r"vertegenwoordigd|hierna|verder\s+(?:te|genoemd))\b",
    re.IGNORECASE,
)
"""A line of a party block that goes on about the party of the line before."""
BLOCK_SPLIT = re.compile(
    rf"(?<=[{QUOTES}.;)])\s*[,.;]?\s*\b(?:en|EN|En)\b\s+(?=(?:[Dd]e|[Hh]et|[Ss]tichting|[Vv]ereniging|"
    r"[Gg]emeente|[A-Z]))"
)
"""Between two parties of a block that came out as one line: '… "Alliantie" En De vereniging …'."""
ENUMERATION = re.compile(
    r"^\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*|[-–•]\s*|(?:[Ee]n|EN)\s+)+"
)

BINDING = re.compile(
    r"\b(?:overeen\w*|prestatieafspra\w+|afspraken|ondertekenen|ondertekend|sluiten|"
    r"werken\s+(?:\S+\s+){0,3}samen|partijen|partners)\b",
    re.IGNORECASE,
)
"""What a sentence says that names the contracting parties."""
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý])")
LIST_SPLIT = re.compile(r"\s*(?:[,;/•|]|\s(?:en|alsmede|evenals|alsook|én|met|tussen)(?=\s))\s*")

SIGNATURE_START = re.compile(
    r"\b(?:ondertekening\w*|handtekening\w*|aldus\s+(?:\w+\s+){0,3}(?:overeengekomen|opgemaakt|"
    r"ondertekend|getekend|vastgesteld)|(?:voor\s+akkoord|getekend|ondertekend)\b|ondertekenaars|"
    r"zijn\s+overeengekomen)",
    re.IGNORECASE,
)
ON_BEHALF = re.compile(r"^\s*(?:namens|voor)\s+(?:de\s+|het\s+)?", re.IGNORECASE)
PERSON = re.compile(
    r"(?:^|\s|,)(?:(?:de\s+heer|mevrouw|dhr|mw|mevr|drs|mr|ir|ing|dr|prof|w\.g)\b\.?|"
    r"(?:[A-Z]\.\s?){1,6}(?=\s?[A-Za-z'’(]))",
    re.IGNORECASE,
)
FUNCTION = re.compile(
    r"\b(?:wethouder|burgemeester|(?:adjunct-?\s?)?directeur(?:[\s-]+bestuurder)?|bestuurder|"
    r"voorzitter|secretaris|penningmeester|bestuurslid|lid|manager|regiodirecteur|directie|"
    r"directievoorzitter|bestuursvoorzitter|vice-?voorzitter|gebiedsmanager|concerndirecteur)\b",
    re.IGNORECASE,
)
PLACE_OR_DATE = re.compile(r"\d|^(?:datum|plaats|naam|functie|handtekening|te)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party as one place of the document tells it."""

    name: Name
    aliases: tuple[str, ...] = ()
    """Other names the same place gives it, generic ones ("de gemeente") included."""
    raw: str = ""
    """The name with legal form and kind word, as printed."""
    is_sure: bool = True
    """False: counts only where another place confirms it."""


def find_contracting(
    lines: Sequence[str], title_lines: int, headings: frozenset[str]
) -> list[Candidate]:
    """Every candidate for a contracting party, in the order of the places' weight.

    Args:
        lines: The printed lines of the document: paragraphs, list items, table cells.
        title_lines: How many of the first lines stand before the first heading.
        headings: The keys of the headings, where a signature block ends.
    """
    glued = [_glue(line) for line in lines]
    found = [*_from_party_block(glued), *_from_subtitle(glued[:title_lines])]
    found += [*_from_sentences(glued), *_from_signatures(glued, headings)]
    return [_unglue(candidate) for candidate in found]


def _from_party_block(lines: Sequence[str]) -> Iterator[Candidate]:
    """De stichting 'Stichting X', vertegenwoordigd door …, hierna te noemen: "X"."""
    for line in _joined_details(lines):
        if not (REPRESENTED.search(line) or HEREAFTER.search(line)):
            continue
        for segment in BLOCK_SPLIT.split(line):
            candidate = _block_party(ENUMERATION.sub("", segment))
            if candidate is not None:
                yield candidate


def _capital_first(words: str) -> str:
    return words[:1].upper() + words[1:]


def _joined_details(lines: Sequence[str]) -> list[str]:
    joined: list[str] = []
    for line in lines:
        if joined and DETAIL_LINE.match(line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _block_party(segment: str) -> Candidate | None:
    detail = BLOCK_DETAIL.search(segment)
    if detail is None or TOGETHER.search(segment[: detail.end() + 20]):
        return None
    head = segment[: detail.start()]
    quoted = re.search(rf"[{QUOTES}]([^{QUOTES}]{{2,}})[{QUOTES}]", head)
    text = f"{head[: quoted.start()]} {quoted[1]}" if quoted else ABBREVIATION.sub("", head)
    text = re.split(r"[.:]\s", text)[-1]
    name = parse_name(text)
    is_printed_name = re.match(
        rf"(?:{PRINTED_NAME})(?=\s*$|\s*[–-]\s)", _capital_first(name.printed)
    )
    if not _is_name(name.printed) or is_printed_name is None:
        return None
    aliases = [m["short"] for m in ABBREVIATION.finditer(head)]
    aliases += [m["alias"].strip(EDGES) for m in HEREAFTER.finditer(segment)]
    if name.type is None and len(aliases) == 0:
        return None
    return Candidate(name, tuple(a for a in aliases if a), raw=text.strip(EDGES))


def _from_subtitle(lines: Sequence[str]) -> Iterator[Candidate]:
    """The lines under the title: "Gemeente A, B, C en D", "met de WBC X, de HBO van Y"."""
    text = re.sub(r"(?:,|\b(?:en|van|met|&))\n", lambda m: m[0][:-1] + " ", "\n".join(lines))
    for line in text.split("\n"):
        if re.search(r"\d{4}", line) and not re.search(r"\b(?:tussen|met)\b", line):
            continue
        run = _longest_run(re.sub(r"^.*?\b(?:tussen|met)\b\s+", "", line, count=1))
        typed = [c for c in run if c.name.is_sure and c.name.type]
        if typed and (len(run) >= 2 or _is_full_line(line, typed[0])):
            yield from run


def _is_full_line(line: str, candidate: Candidate) -> bool:
    return bool(candidate.name.core) and key_of(line).endswith(key_of(candidate.name.printed))


def _from_sentences(lines: Sequence[str]) -> Iterator[Candidate]:
    """A sentence that names them: "de gemeente A, de corporaties B en C en huurdersraad D"."""
    for line in lines:
        for sentence in SENTENCE_END.split(line):
            if not _kind_and_name().search(sentence):
                continue
            run = _longest_run(sentence)
            types = {c.name.type for c in run}
            enough = len(run) >= 3 if BINDING.search(sentence) is None else len(run) >= 2
            if enough and MUNICIPALITY in types and types & {CORPORATION, TENANTS}:
                yield from run


def _longest_run(text: str) -> list[Candidate]:
    """The longest list of names in `text` that starts with a kind word and a name."""
    runs: list[list[Candidate]] = [[]]
    end = 0
    for match in _kind_and_name().finditer(text):
        if match.start() >= end:
            run, end = _read_list(text, match.start())
            runs.append(run)
    return max(runs, key=len)


def _read_list(text: str, start: int) -> tuple[list[Candidate], int]:
    """The names listed from `start` on, and where the list ends.

    A plural kind word ("de woningcorporaties A, B") holds for the names up to the next kind word.
    """
    found: list[Candidate] = []
    plural_type: str | None = None
    match = _element().match(text, start)
    while match is not None:
        if match["kind"]:
            plural_type = _plural_type(match["kind"])
        raw = _raw_name(match)
        name = parse_name(raw)
        if not _is_name(name.printed):
            break
        if plural_type and not name.kind:
            name = replace(name, type=plural_type, is_sure=True)
        short = [match["short"]] if match["short"] else []
        found.append(Candidate(name, tuple(short), raw=raw))
        start = match.end()
        match = _next_element().match(text, start)
    return found, max(start, 1)


def _raw_name(match: re.Match[str]) -> str:
    """Kind word and name of a list element: "huurdersorganisaties van de corporaties X" is X."""
    kind = re.sub(r"(?i)\bvan\s+(?:de|deze|beide)\s+(?:woning)?corporaties\s+", "", match["kind"])
    return f"{kind}{match['name']}".strip()


def _plural_type(kind: str) -> str | None:
    """The type of a kind word in the plural, None in the singular: only plurals head a list."""
    words = [w for w in re.findall(r"[^\W\d_]+", kind.casefold()) if len(w) > 3]
    plural = [w for w in words if w.endswith(("en", "s"))]
    types = {
        r["term"]: r["type"] for r in load_rows("organisation_types") if r["where"] == "prefix"
    }
    return next((types[w] for w in plural if types.get(w)), None)


def _from_signatures(lines: Sequence[str], headings: frozenset[str]) -> Iterator[Candidate]:
    """Who signs: "Namens de gemeente X:", "Woonwaarts A. Jansen, directeur", "lid Huurdersraad Y"."""
    zone = _signature_zone(lines, headings)
    body = "\n".join(line for i, line in enumerate(lines) if i not in zone)
    for i in sorted(zone):
        found = _signatory(lines[i]) if len(lines[i]) <= MAX_SIGNATURE_CHARS else None
        if found is None:
            continue
        raw, name = found
        near = " ".join(lines[i : i + 2])
        has_person = PERSON.search(near) is not None or FUNCTION.search(near) is not None
        count = len(re.findall(rf"(?<!\w){re.escape(name.printed)}(?!\w)", body))
        is_typed = name.is_sure and name.type is not None and bool(name.core)
        is_behind_function = FUNCTION.search(lines[i].partition(raw)[0]) is not None
        is_sure = is_typed or (has_person and count >= MIN_BODY_COUNT and not is_behind_function)
        yield Candidate(name, raw=raw, is_sure=is_sure)


def _signature_zone(lines: Sequence[str], headings: frozenset[str]) -> frozenset[int]:
    """The places of the lines of signature blocks: up to the next heading."""
    zone = set()
    for start, line in enumerate(lines):
        if not _starts_signatures(line):
            continue
        for i in range(start, min(start + MAX_SIGNATURE_LINES, len(lines))):
            if i > start and key_of(lines[i]) in headings and not _starts_signatures(lines[i]):
                break
            zone.add(i)
    return frozenset(zone)


def _starts_signatures(line: str) -> bool:
    return len(line) <= 2 * MAX_SIGNATURE_CHARS and bool(
        SIGNATURE_START.search(line) or re.match(r"\s*Namens\s", line)
    )


def _signatory(line: str) -> tuple[str, Name] | None:
    """The organisation of one line of a signature block; people, functions and places are none."""
    text = ON_BEHALF.sub("", line)
    person = PERSON.search(text)
    function = FUNCTION.search(text)
    cuts = [m.start() for m in (person, function) if m is not None]
    before = text[: min(cuts)] if cuts else text
    for part in (before, _behind_functions(text)):
        words = part.strip(EDGES + "_()")
        if not words or PLACE_OR_DATE.search(words) or len(words.split()) > MAX_NAME_WORDS:
            continue
        match = _element().match(words)
        if match is None or words[match.end() :].strip(EDGES + "()"):
            continue
        raw = _raw_name(match)
        name = parse_name(raw)
        if _is_name(name.printed):
            return raw, name
    return None


def _behind_functions(text: str) -> str:
    """What stands behind the last function: "…, voorzitter Huurdersraad X"."""
    functions = list(FUNCTION.finditer(text))
    return re.sub(r"^\s*(?:van|bij)\s+", "", text[functions[-1].end() :]) if functions else ""


def _is_name(words: str) -> bool:
    """Whether `words` can be a party's name: a capital, no generic word, no heading word."""
    folded = key_of(words)
    return (
        any(c.isupper() for c in words)
        and len(words) >= 2
        and not is_generic(words)
        and folded not in _not_names()
        and not any(word in _not_names() for word in folded.split()[:1])
    )


@cache
def _not_names() -> frozenset[str]:
    return frozenset(row["word"] for row in load_rows("not_organisations"))


@cache
def _kind_words() -> str:
    terms = {r["term"] for r in load_rows("organisation_types") if r["where"] in ("prefix", "head")}
    ordered = sorted(terms, key=lambda term: (-len(term), term))
    return "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in ordered)


@cache
def _kind_and_name() -> re.Pattern[str]:
    """Where a list of parties may start: "de gemeente X", "woningcorporaties Y"."""
    return re.compile(
        rf"(?<![\w-])(?i:(?:{_kind_words()})\s+(?:van\s+)?(?:de\s+|het\s+|deze\s+)?"
        rf"(?:(?:woning)?corporaties?\s+|stichting\s+)?){CAPITAL_WORD}"
    )


def _element_pattern() -> str:
    """One name of a list: lead words, kind words, name, bracket."""
    kind = rf"(?:{_kind_words()})\b\s*(?:van\s+(?:de|deze|beide)\s+(?:woning)?corporaties\s+)?"
    return (
        r"(?:(?:[Ww]ij|zijn|alsmede|evenals|,)\s+)*"
        rf"(?P<kind>(?i:(?:de\s+|het\s+)?(?:{kind}(?:(?:van\s+)?(?:de|het)\s+(?=stichting|vereniging))?)+)?)"
        rf"[{QUOTES}]?(?P<name>{PRINTED_NAME}|(?<=\s)van\s+{PRINTED_NAME})[{QUOTES}]?"
        r"(?:\s*\((?:(?P<short>[A-Z][\w&.-]{1,19})|[^()]*)\))?"
    )


@cache
def _element() -> re.Pattern[str]:
    return re.compile(_element_pattern())


@cache
def _next_element() -> re.Pattern[str]:
    join = r"(?:\s*[,;/•|]\s*(?:(?:en|alsmede|evenals)\s+)?|\s+(?:en|alsmede|evenals|alsook|én|met)\s+)"
    return re.compile(join + _element_pattern())


@cache
def _names_with_and() -> re.Pattern[str]:
    """Names that hold "en", so that a list is not split there: Aa en Hunze, Lek en Waard Wonen."""
    names = {name for known in known_organisations() for name in (known.name, *known.aliases)}
    names |= set(municipality_names().values())
    holding = sorted((n for n in names if " en " in n), key=lambda n: (-len(n), n))
    return re.compile(
        rf"(?<!\w)(?=[A-Z'’])(?:{'|'.join(map(re.escape, holding))}|"
        r"[A-Z]\w+\s+en\s+(?:[Oo]mstreken|[Oo]mgeving))"
    )


GLUE = "\x1f"
"""Stands for the white space of a name that holds "en"; counts as part of a word."""


def _glue(line: str) -> str:
    if " en " not in line:
        return line
    return _names_with_and().sub(lambda m: GLUE.join(m[0].split()), line)


def _unglue(candidate: Candidate) -> Candidate:
    name = candidate.name
    clean = replace(
        name, printed=name.printed.replace(GLUE, " "), core=name.core.replace(GLUE, " ")
    )
    return replace(
        candidate, name=clean, aliases=tuple(a.replace(GLUE, " ") for a in candidate.aliases)
    )
