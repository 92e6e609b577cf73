"""Where an agreement tells who contracts: party block, subtitle, introduction, signatures.

Each finder reads the printed lines and gives candidates; `parties` joins those that are one party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prestatie_extract.tagging.name_lists import (
    PRINTED_NAME,
    Candidate,
    glue,
    is_name,
    kind_and_name,
    list_element,
    longest_run,
    raw_name,
    split_joined,
    unglue,
)
from prestatie_extract.tagging.names import (
    CORPORATION,
    EDGES,
    MUNICIPALITY,
    QUOTES,
    TENANTS,
    Name,
    key_of,
    known_organisation,
    parse_name,
)

MAX_NAME_WORDS = 8  # "Stichting Huurdersbelangen Omnia Wonen regio Noord" has six
MAX_SIGNATURE_CHARS = 160  # a cell "Woonwaarts <name> <function>"; a longer line is a paragraph
MAX_SIGNATURE_LINES = 60  # of a signature block: twelve parties of up to five lines
MAX_LISTED_PARTIES = 20  # Heerlen 2020: one municipality, five corporations, nine tenants'
MAX_TAIL_WORDS = 5  # of a known name at the end of a joined signature
MIN_BOUND, MIN_UNBOUND = 2, 3  # parties in a sentence that says they agree, and in another
MIN_JOINED_PEOPLE = 2  # in one line: more than one party's signature
MIN_BODY_COUNT = 2  # times an untyped signature stands in the body, where people do not

ABBREVIATION = re.compile(
    rf"\(\s*(?:(?:hierna|afgekort)\s*:?\s*)?[{QUOTES}]?(?P<short>[A-Z][\w&.-]{{1,19}})[{QUOTES}]?"
    r"\s*(?:,[^()]*)?\)"
)
"""(SHOW), (V&O), (HBVA-Amersfoort), (WL, 900 woningen)"""

CONTRACTING_TYPES = (MUNICIPALITY, CORPORATION, TENANTS)
"""Parties that "hierna: X" introduces; others only where they are represented by somebody too."""
HEREAFTER = re.compile(
    r"(?i:\(?\b(?:hierna\b(?:\s+(?:ook|verder|mede))*|(?:verder|nader)(?=\s+(?:te|genoemd|aan))"
    r"|(?:in\s+(?:de|het|dit|deze)\s+\w+\s+)?afgekort\s+(?:tot|als|met)))"
    r"(?i:\s+(?:te\s+noemen|noemen|genoemd|aan\s+te\s+duiden\s+als|aangeduid\s+(?:als|met)|"
    r"afgekort\s+(?:tot|als|met)))?\s*:?\s*"
    rf"(?P<alias>[{QUOTES}][^{QUOTES}\n]{{2,60}}[{QUOTES}]|"
    r"(?:[Dd]e\s+|[Hh]et\s+)?[A-Z][\w&.'’\x1f-]*(?:\s+[A-Z][\w&.'’\x1f-]*){0,4}|"
    r"(?:de\s+)?(?:gemeente|(?:woning)?corporatie|huurdersorganisatie))"
)
"""hierna te noemen: "Portaal" · (hierna: de gemeente) · verder genoemd Woonwaarts"""
TOGETHER = re.compile(r"\b(?:te\s?zamen|gezamenlijk|samen|allen|beiden|ieder)\b", re.IGNORECASE)
"""Hierna tezamen te noemen "partijen": no party's name."""
REPRESENTED = re.compile(r"\bvertegenwoordigd\s+door\b", re.IGNORECASE)
BLOCK_DETAIL = re.compile(
    r",?\s*\(?\b(?:krachtens|op\s+grond\s+van|(?:statutair\s+)?gevestigd|kantoorhoudend|rechtsgeldig|te\s+dezen|ten\s+deze|"
    r"in\s+deze|hierbij|zetelend|ingeschreven|handelend|vertegenwoordigd|hierna|"
    r"verder\s+te|verder\s+genoemd|nader\s+te|"
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
    rf"(?:(?<=[{QUOTES}.;)])\s*[,.;]?\s*\b(?:en|EN|En)\b|;)\s+"
    r"(?=(?:[Dd]e|[Hh]et|[Ss]tichting|[Vv]ereniging|"
    r"[Gg]emeente|[A-Z]))"
)
"""Between two parties of a block that came out as one line: '… "Alliantie" En De vereniging …'."""
PARTIES_ARE = re.compile(
    r"^(?:\d[\d.]*\s*)?(?:de\s+)?(?:volgende\s+)?(?:contract|samenwerkings)?(?:partijen|partners|ondertekenaars|"
    r"ondergetekenden|deelnemers)\b(?:[^.]*:\s*$|\s*$)|\bpartijen\b[^.]*\bzijn\s*:\s*$",
    re.IGNORECASE,
)
"""Partijen bij deze prestatieafspraken zijn: · De ondergetekenden:"""
LISTED_DETAIL = re.compile(
    r",?\s*\(?\b(?:in\s+(?:de|het|dit|deze)\s+\w+\s+)?(?:afgekort|hierna|mede\s+namens|verder\s+te)\b"
    r"|\s*\([^()]*[,\d][^()]*\)|,\s+(?=[a-z\d])",
)
"""Behind the name in a list of parties: ", in de tabellen afgekort tot WK", ", die opkomt voor"."""
LIST_TAIL = re.compile(r"[\s,;.]*(?:\b(?:en|alsmede))?[\s,;.]*$")
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

SIGNATURE_START = re.compile(
    r"\b(?:ondertekening\w*|handtekening\w*|aldus\s+(?:\w+\s+){0,3}(?:overeengekomen|opgemaakt|"
    r"ondertekend|getekend|vastgesteld)|(?:voor\s+akkoord|getekend|ondertekend)\b|ondertekenaars|"
    r"zijn\s+overeengekomen|^\s*Namens\s)",
    re.IGNORECASE,
)
NAMENS = re.compile(r"\b[Nn]amens\s")
"""Two blocks of signatures side by side: "Namens de gemeente X Namens Woonstichting Y"."""
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


def find_contracting(
    lines: Sequence[str], title_lines: int, headings: frozenset[int]
) -> list[Candidate]:
    """Every candidate for a contracting party, in the order of the places' weight.

    Args:
        lines: The printed lines of the document: paragraphs, list items, table cells.
        title_lines: How many of the first lines stand before the first heading.
        headings: The places of the headings, where a signature block ends.
    """
    glued = glue(lines)
    found = [*_from_party_block(glued), *_from_subtitle(glued[:title_lines])]
    found += [
        *_from_party_list(glued, headings),
        *_from_sentences(glued),
        *_from_signatures(glued, headings),
    ]
    return [unglue(candidate) for candidate in found]


def _from_party_block(lines: Sequence[str]) -> Iterator[Candidate]:
    """De stichting 'Stichting X', vertegenwoordigd door …, hierna te noemen: "X"."""
    for line in _joined_details(lines):
        if not (REPRESENTED.search(line) or HEREAFTER.search(line)):
            continue
        is_prose = len(HEREAFTER.findall(line)) > 1 and not REPRESENTED.search(line)
        sentences = SENTENCE_END.split(line) if is_prose else [line]
        for segment in (part for sentence in sentences for part in BLOCK_SPLIT.split(sentence)):
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
    name = next((n for t in (text, text.split(",")[0]) if _is_printed(n := parse_name(t))), None)
    if name is None:
        return None
    aliases = [m["short"] for m in ABBREVIATION.finditer(head)]
    aliases += [m["alias"].strip(EDGES) for m in HEREAFTER.finditer(segment)]
    if REPRESENTED.search(segment) is None and name.type not in CONTRACTING_TYPES:
        return None
    return Candidate(name, tuple(a for a in aliases if a), raw=text.strip(EDGES))


def _is_printed(name: Name) -> bool:
    """Whether the words are a name and nothing else."""
    pattern = rf"(?:{PRINTED_NAME})(?=\s*$|\s*[–-]\s)"
    return is_name(name.printed) and re.match(pattern, _capital_first(name.printed)) is not None


def _from_subtitle(lines: Sequence[str]) -> Iterator[Candidate]:
    """The lines under the title: "Gemeente A, B, C en D", "met de WBC X, de HBO van Y"."""
    lines = [part for line in lines for part in split_joined(line)]
    text = re.sub(r"(?:,|\b(?:en|van|met|&))\n", lambda m: m[0][:-1] + " ", "\n".join(lines))
    for line in text.split("\n"):
        if re.search(r"\d{4}", line) and not re.search(r"\b(?:tussen|met)\b", line):
            continue
        run = longest_run(re.sub(r"^.*?\b(?:tussen|met)\b\s+", "", line, count=1))
        typed = [c for c in run if c.name.is_sure and c.name.type]
        if typed and (len(run) >= 2 or _is_full_line(line, typed[0])):
            yield from run


def _is_full_line(line: str, candidate: Candidate) -> bool:
    return bool(candidate.name.core) and key_of(line).endswith(key_of(candidate.name.printed))


def _from_party_list(lines: Sequence[str], headings: frozenset[int]) -> Iterator[Candidate]:
    """The lines below "Partijen bij deze afspraken zijn:", one party each."""
    for start, line in enumerate(lines):
        says_so = PARTIES_ARE.search(line) is not None
        leads = says_so or start in headings or _leads_list(line)
        if not leads or (len(line) > MAX_SIGNATURE_CHARS and line[-1:] != ":"):
            continue
        first = start + 1 + (lines[start + 1 : start + 2] != [] and _leads_list(lines[start + 1]))
        found = []
        for place in range(first, min(first + MAX_LISTED_PARTIES, len(lines))):
            candidate = None if place in headings else _listed_party(lines[place])
            if candidate is None:
                break
            found.append(candidate)
        types = {c.name.type for c in found if c.name.is_sure}
        is_clear = says_so or all(" " in c.raw for c in found)  # "Stichting X", not "X" alone
        if is_clear and MUNICIPALITY in types and types & {CORPORATION, TENANTS}:
            yield from found


def _listed_party(line: str) -> Candidate | None:
    """The party that a line of a list names and nothing else: "Stichting X (SX), afgekort …"."""
    detail = LISTED_DETAIL.search(line)
    named = _signatory(LIST_TAIL.sub("", ENUMERATION.sub("", line[: detail and detail.start()])))
    if named is None or len(line) > MAX_SIGNATURE_CHARS:
        return None
    aliases = [m["short"] for m in ABBREVIATION.finditer(line)]
    aliases += [m["alias"].strip(EDGES) for m in HEREAFTER.finditer(line)]
    return Candidate(named[1], tuple(aliases), raw=named[0])


def _leads_list(line: str) -> bool:
    """A sentence between the heading and the list: "… zijn gemaakt door:"."""
    return line.rstrip().endswith(":")


def _from_sentences(lines: Sequence[str]) -> Iterator[Candidate]:
    """A sentence that names them: "de gemeente A, de corporaties B en C en huurdersraad D"."""
    for line in lines:
        for sentence in () if len(split_joined(line)) > 1 else SENTENCE_END.split(line):
            if not kind_and_name().search(sentence):
                continue
            run = longest_run(sentence)
            types = {c.name.type for c in run}
            binds = BINDING.search(sentence) is not None
            enough = len(run) >= (MIN_BOUND if binds else MIN_UNBOUND)
            has_municipality = MUNICIPALITY in types or (
                binds and {CORPORATION, TENANTS} <= types and "gemeente" in sentence
            )
            if enough and has_municipality and types & {CORPORATION, TENANTS}:
                yield from run


def _from_signatures(lines: Sequence[str], headings: frozenset[int]) -> Iterator[Candidate]:
    """Who signs: "Namens de gemeente X:", "Woonwaarts A. Jansen, directeur", "lid Raad Y"."""
    zone = _signature_zone(lines, headings)
    body = "\n".join(line for i, line in enumerate(lines) if i not in zone)
    for i in sorted(zone):
        for piece in _pieces(lines[i]):
            found = _signatory(piece) if len(piece) <= MAX_SIGNATURE_CHARS else None
            if found is None:
                continue
            raw, name = found
            near = " ".join((piece, *lines[i + 1 : i + 2]))
            is_signed = PERSON.search(near) is not None or FUNCTION.search(near) is not None
            is_title = FUNCTION.search(piece.partition(raw)[0]) is not None
            count = len(re.findall(rf"(?<!\w){re.escape(name.printed)}(?!\w)", body))
            is_typed = name.is_sure and name.type is not None and bool(name.core)
            is_named = is_signed and count >= MIN_BODY_COUNT and not is_title
            yield Candidate(name, raw=raw, is_sure=is_typed or is_named)


def _pieces(line: str) -> list[str]:
    """A signature line, or the names with a kind word in a block that came out as one line.

    "Gemeente A B. Jansen Wethouder Huurdersraad C D. Smit Voorzitter" has two.
    """
    behalf = [m.start() for m in NAMENS.finditer(line)]
    if behalf[1:]:
        ends = [*behalf[1:], len(line)]
        return [line[start:end].strip() for start, end in zip(behalf, ends, strict=True)]
    people = [m.start() for m in PERSON.finditer(line)]
    if len(people) < MIN_JOINED_PEOPLE:
        return [line]
    pieces = []
    for start, end in zip([0, *people], [*people, len(line)], strict=True):
        part = line[start:end]
        named = list(kind_and_name().finditer(part))
        pieces += [part[m.start() :] for m in named[-1:]] or _known_tail(part)
    return pieces


def _known_tail(part: str) -> list[str]:
    """The known organisation that a piece of a joined signature ends with."""
    words = part.split()
    tails = (" ".join(words[-size:]) for size in range(min(len(words), MAX_TAIL_WORDS), 0, -1))
    return [tail for tail in tails if known_organisation(tail) is not None][:1]


def _signature_zone(lines: Sequence[str], headings: frozenset[int]) -> frozenset[int]:
    """The places of the lines of signature blocks: up to the next heading."""
    zone = set()
    for start, line in enumerate(lines):
        if not _starts_signatures(line):
            continue
        for i in range(start, min(start + MAX_SIGNATURE_LINES, len(lines))):
            if i > start and i in headings and not _starts_signatures(lines[i]):
                break
            zone.add(i)
    return frozenset(zone)


def _starts_signatures(line: str) -> bool:
    return len(line) <= 2 * MAX_SIGNATURE_CHARS and SIGNATURE_START.search(line) is not None


def _signatory(line: str) -> tuple[str, Name] | None:
    """The organisation of one line of a signature block; people, functions and places are none."""
    text = ON_BEHALF.sub("", line)
    person = PERSON.search(text)
    function = FUNCTION.search(text)
    cuts = [m.start() for m in (person, function) if m is not None]
    before = text[: min(cuts)] if cuts else text
    for part in (before, _behind_functions(text)):
        words = part.strip(EDGES + "_")
        words = words.strip("()") if words.startswith("(") else words
        if not words or PLACE_OR_DATE.search(words) or len(words.split()) > MAX_NAME_WORDS:
            continue
        match = list_element().match(words)
        if match is None or words[match.end() :].strip(EDGES + "()/"):
            continue
        raw = raw_name(match)
        name = parse_name(raw)
        if is_name(name.printed):
            return raw, name
    return None


def _behind_functions(text: str) -> str:
    """What stands behind the last function: "…, voorzitter Huurdersraad X"."""
    functions = list(FUNCTION.finditer(text))
    return re.sub(r"^\s*(?:van|bij)\s+", "", text[functions[-1].end() :]) if functions else ""
