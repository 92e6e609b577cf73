"""Who contracts and who else is named: the document's parties with type, name and every alias."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from prestatie_extract.document import Agreement, Block, Cell, Label, Match, Party, Section, Table
from prestatie_extract.tagging.aliases import longest_first, with_text_aliases
from prestatie_extract.tagging.contracting import find_contracting
from prestatie_extract.tagging.mentions import is_generic
from prestatie_extract.tagging.name_lists import Candidate
from prestatie_extract.tagging.names import (
    CORPORATION,
    MUNICIPALITY,
    OTHER,
    SAME_WORD_SCORE,
    TENANTS,
    initials_of,
    key_of,
    known_organisation,
    likeness,
    municipality_names,
    parse_name,
    slug_of,
    tokens_of,
)
from prestatie_extract.tagging.organisations import find_organisations

RUNNING = frozenset((Label.PAGE_HEADER, Label.PAGE_FOOTER, Label.DOCUMENT_INDEX))
PARTY_COLUMNS = frozenset(
    {"partij", "partijen", "organisatie", "organisaties", "deelnemer", "naam"}
)
TITLE_LINES = 16  # lines that count as title page where no heading is found

MIN_AGREED_COUNT = 2  # an agreed name that is used: where it is agreed and once more

PLURAL_KIND = re.compile(
    r"^.*\b(?:corporaties|organisaties|gemeenten|verenigingen|stichtingen|raden|verhuurders|"
    r"\w+(?:corporaties|organisaties|verenigingen|stichtingen|raden))\s+(?=\S)",
    re.IGNORECASE,
)
"""Before the first name of a list: "de woningcorporaties Stichting X" names Stichting X."""
ARTICLE_OF_KIND = re.compile(
    r"^(?:de|het)\s+(?=(?:\w*(?:stichting|vereniging|corporatie|organisatie|raad)|wbc|wbv|ws|hbo)\b)",
    re.IGNORECASE,
)
"""de WBC Portaal -> WBC Portaal; "De Kernen" keeps its article"""
FORMAL_START = re.compile(
    r"^(?:(?:de|het)\s+)?(?:(?:publiek|privaat)rechtelijke\s+rechtspersoon|stichting(?=\s+stichting)|"
    r"vereniging(?=\s+vereniging)|(?<=de\s)(?:stichting|vereniging)(?=\s))\s*",
    re.IGNORECASE,
)
"""De stichting 'Stichting X' -> Stichting X"""


@dataclass(slots=True)
class _Group:
    """The candidates that are one party."""

    members: list[Candidate] = field(default_factory=list)
    score: float = 100.0
    """The lowest likeness by which a member was joined."""

    @property
    def type(self) -> str | None:
        """The type that the surest member tells."""
        told = [(c.name.is_sure, c.name.type) for c in self.members if c.name.type]
        sure = [kind for is_sure, kind in told if is_sure]
        return sure[0] if sure else (told[0][1] if told else None)

    @property
    def kind(self) -> str | None:
        return next((c.name.kind for c in self.members if c.name.kind), None)

    def keys(self) -> set[str]:
        return {key for c in self.members for key in _keys(c)}

    def cores(self) -> list[frozenset[str]]:
        return [tokens_of(c.name.core) for c in self.members if c.name.kind]


def tag_parties(
    blocks: Sequence[Block],
    sections: Sequence[Section],
    agreements: Sequence[Agreement],
    read: Iterable[str] = (),
) -> tuple[Party, ...]:
    """The contracting parties in document order, then those that it only names.

    Contracting are the parties of the party block, the subtitle, the sentence that introduces them
    and the signatures; spellings of one name are joined, look-alikes ("Wonen Zuid" and "Wonen
    Limburg") are not. A tenants' organisation is a party of its own.

    Args:
        blocks: all of them in reading order.
        sections: of the document.
        agreements: as structured.
        read: organisations that the trained pipeline reads in the agreements.
    """
    lines, headings = _printed_lines(blocks, frozenset(key_of(s.title) for s in sections))
    title_lines = min([*headings, TITLE_LINES])
    candidates = find_contracting(lines, title_lines, frozenset(headings))
    text = "\n".join(lines)
    groups = _join(candidates)
    landlords = {core for g in groups if g.type == TENANTS for core in g.cores()}
    signatories = [_party(group, landlords, text) for group in groups]
    signatories = with_text_aliases(_apart(signatories), text)
    named = find_organisations(text, agreements, signatories, read)
    return _unique([*signatories, *named])


def _printed_lines(blocks: Iterable[Block], titles: frozenset[str]) -> tuple[list[str], list[int]]:
    """Every paragraph, list item and cell paragraph in reading order, and which are headings."""
    lines: list[str] = []
    headings = []
    for block in blocks:
        if block.label in RUNNING:
            continue
        if block.label is Label.SECTION_HEADER or key_of(block.text) in titles:
            headings.append(len(lines))
        lines += _block_lines(block)
    return lines, headings


def _block_lines(block: Block) -> Iterator[str]:
    if block.text:
        yield block.text
    if block.table is not None:
        cells = {(cell.row, cell.column): cell for cell in _cells_in_order(block.table)}
        for cell in cells.values():
            for inner in cell.blocks:
                yield from _block_lines(inner)


def _cells_in_order(table: Table) -> Iterator[Cell]:
    """Row by row; a table of parties ("Partij | Rol") its first column first, as a list."""
    if not table.cells:
        return
    header, *rows = table.rows
    if header[0].text.casefold().strip(" :") in PARTY_COLUMNS:
        yield from (row[0] for row in rows)
        yield from header
        yield from (cell for row in rows for cell in row[1:])
    else:
        yield from (cell for row in table.rows for cell in row)


def _join(candidates: Sequence[Candidate]) -> list[_Group]:
    """The candidates that are one party together, fuller names first, in document order."""
    order = {id(c): place for place, c in enumerate(candidates)}
    fuller_first = sorted(
        (c for c in candidates if c.is_sure),
        key=lambda c: (not c.name.core, bool(c.name.kind), order[id(c)]),
    )
    groups: list[_Group] = []
    for candidate in (*fuller_first, *(c for c in candidates if not c.is_sure)):
        found = _group_of(candidate, groups)
        if found is not None:
            group, score = found
            group.members.append(candidate)
            group.score = min(group.score, score)
        elif candidate.is_sure and (candidate.name.core or _is_kind_as_name(candidate, groups)):
            groups.append(_Group([candidate]))
    return sorted(groups, key=lambda g: min(order[id(c)] for c in g.members))


def _is_kind_as_name(candidate: Candidate, groups: Sequence[_Group]) -> bool:
    """Whether a kind word with a capital is a name of its own: "De Huurdersstem"."""
    name = candidate.name
    is_own = name.printed[:1].isupper() and not is_generic(name.printed)
    return is_own and not any(name.kind == group.kind for group in groups)


def _group_of(candidate: Candidate, groups: Sequence[_Group]) -> tuple[_Group, float] | None:
    """The one group that `candidate` belongs to, the strictest rule first."""
    compatible = [g for g in groups if _types_fit(candidate, g)]
    for rule in (_same_key, _same_tenants, _same_initials, _same_core):
        fitting = [g for g in compatible if rule(candidate, g)]
        if len(fitting) == 1:
            return fitting[0], 100.0
        if fitting:
            return (fitting[0], 100.0) if rule is _same_key else None
    return _most_alike(candidate, compatible)


def _types_fit(candidate: Candidate, group: _Group) -> bool:
    mine, theirs = candidate.name.type, group.type
    if MUNICIPALITY in (mine, theirs):
        return mine == theirs
    is_guess = not candidate.name.is_sure or not any(c.name.is_sure for c in group.members)
    return mine is None or theirs is None or mine == theirs or is_guess


def _same_key(candidate: Candidate, group: _Group) -> bool:
    return bool(_keys(candidate) & group.keys())


def _same_tenants(candidate: Candidate, group: _Group) -> bool:
    """One kind word and one name in the other: "Huurdersraad Portaal (regio Utrecht)"."""
    if candidate.name.kind is None or group.kind is None:
        return False
    mine = tokens_of(candidate.name.core)
    if candidate.name.kind == group.kind:
        return any(mine <= theirs or theirs <= mine for theirs in group.cores())
    return bool(mine) and mine in group.cores()


def _same_initials(candidate: Candidate, group: _Group) -> bool:
    """HBD and Huurdersbelangen Beuningen Druten, either way round."""
    names = [c.name.printed for c in group.members]
    mine = candidate.name.printed
    return any(mine in initials_of(n) or n in initials_of(mine) for n in names)


def _same_core(candidate: Candidate, group: _Group) -> bool:
    """An unsure bare name that stands in a tenants' organisation's: "voorzitter Woonwijs"."""
    return not candidate.is_sure and tokens_of(candidate.name.printed) in group.cores()


def _most_alike(candidate: Candidate, groups: Sequence[_Group]) -> tuple[_Group, float] | None:
    """The only group with a name that is a misspelling of the candidate's."""
    scored = [
        (g, max(likeness(candidate.name.printed, c.name.printed) for c in g.members))
        for g in groups
    ]
    alike = [(g, score) for g, score in scored if score >= SAME_WORD_SCORE]
    return alike[0] if len(alike) == 1 else None


def _keys(candidate: Candidate) -> set[str]:
    names = [candidate.name.printed, *(a for a in candidate.aliases if not is_generic(a))]
    keys = {key_of(name) for name in names}
    known = known_organisation(candidate.name.printed)
    if known is not None and candidate.name.type != MUNICIPALITY:
        keys.add(key_of(known.name))
    return {key for key in keys if key}


def _party(group: _Group, landlords: Set[frozenset[str]], text: str) -> Party:
    """The group as a party; `text` tells which of its names is the everyday one.

    `landlords` are the names that tenants' organisations bear: "Huurdersraad Thuisbasis".
    """
    if group.type == MUNICIPALITY:
        return _municipality(group)
    aliases = _aliases(group)
    known = next(
        (k for c in group.members if (k := known_organisation(c.name.printed)) is not None), None
    )
    is_landlord = any(tokens_of(c.name.printed) in landlords for c in group.members)
    kind = group.type or (CORPORATION if is_landlord else _guess_type(aliases, text))
    if known is not None and kind == known.type:
        is_exact = any(key_of(known.name) == key_of(c.name.printed) for c in group.members)
        match = Match("exact" if is_exact else "alias", group.score)
        return Party(slug_of(known.name), known.name, kind, longest_first(aliases), True, match)
    name = _everyday_name(group, aliases, text)
    match = Match("new" if group.score == 100.0 else "fuzzy", round(group.score, 2))
    return Party(slug_of(name), name, kind, longest_first(aliases), True, match)


def _municipality(group: _Group) -> Party:
    """The municipality under its everyday name; a misspelled one under its nearest."""
    names = municipality_names()
    printed = list(dict.fromkeys(c.name.printed for c in group.members))
    known = [names[key_of(p)] for p in printed if key_of(p) in names]
    match = Match("exact", 100.0)
    if not known:
        hit = process.extractOne(
            key_of(printed[0]), list(names), scorer=fuzz.ratio, score_cutoff=SAME_WORD_SCORE
        )
        known = [names[hit[0]]] if hit else printed
        match = Match("fuzzy", round(hit[1], 2)) if hit else Match("new", 100.0)
    name = f"Gemeente {known[0]}"
    given = [a for c in group.members for a in c.aliases]
    aliases = [name, *(f"Gemeente {p}" for p in printed), *given]
    return Party(slug_of(name), name, MUNICIPALITY, longest_first(aliases), True, match)


def _aliases(group: _Group) -> list[str]:
    """Every name the members are printed with, legal forms included."""
    found = []
    for candidate in group.members:
        formal = FORMAL_START.sub("", PLURAL_KIND.sub("", " ".join(candidate.raw.split())))
        formal = ARTICLE_OF_KIND.sub("", formal.strip(" '\"‘’“”"))
        found += [candidate.name.printed, *candidate.aliases]
        found += [formal] if formal[:1].isupper() else []
        found += [candidate.name.core] if _is_own_name(candidate) else []
    return list(dict.fromkeys(a for a in found if a))


def _is_own_name(candidate: Candidate) -> bool:
    """Whether a tenants' organisation's core names it alone: "huurdersvereniging HBV Zeist"."""
    core = candidate.name.core
    return candidate.name.kind is not None and (core.isupper() or parse_name(core).kind is not None)


def _everyday_name(group: _Group, aliases: Sequence[str], text: str) -> str:
    """What the document agrees to call it and does, else its name used most."""
    sure = [c for c in group.members if c.is_sure]
    given = [a for c in sure for a in c.aliases]
    agreed = [a for a in given if not is_generic(a) and parse_name(a).core]
    full = [c for c in sure if c.name.core] or sure
    choices = list(dict.fromkeys([*agreed, *(c.name.printed for c in full)]))
    counts = {c: len(re.findall(rf"(?<!\w){re.escape(c)}(?!\w)", text)) for c in choices}
    used = [c for c in agreed if counts[c] >= MIN_AGREED_COUNT]
    best = max(used or choices, key=lambda c: (counts[c], c in agreed, len(c), _capitals(c)))
    if best not in agreed:
        with_article = {key_of(a): a for a in aliases if re.match(r"(?:De|Het)\s", a)}
        best = with_article.get(key_of(best), best)
    return best[:1].upper() + best[1:] if group.kind else best


def _capitals(words: str) -> int:
    return sum(character.isupper() for character in words)


def _guess_type(aliases: Sequence[str], text: str) -> str:
    """The type where neither name nor list tells it: from the words before it in the text."""
    any_name = "|".join(re.escape(a) for a in aliases)
    if re.search(rf"(?i:corporaties?|\bstichting)\s+(?:{any_name})", text):
        return CORPORATION
    if re.search(rf"(?i:\bhuurders\w*|\bbewoners\w+)\s+(?:{any_name})", text):
        return TENANTS
    return TENANTS if any(a.isupper() for a in aliases) else OTHER


def _apart(parties: Sequence[Party]) -> list[Party]:
    """The parties, no tenants' organisation under a corporation's own name.

    "de huurdersorganisaties Haag Wonen en Staedion" names those of Haag Wonen and Staedion. A
    corporation with the municipality's name keeps its kind word: "Woonvereniging Lommerdijk".
    """
    places = {key_of(p.name).partition(" ")[2] for p in parties if p.type == MUNICIPALITY}
    parties = [p if p.type == MUNICIPALITY else _with_kind(p, places) for p in parties]
    taken = {key_of(a) for p in parties if p.type != TENANTS for a in (p.name, *p.aliases)}
    return [_renamed(p, taken) if p.type == TENANTS else p for p in parties]


def _with_kind(party: Party, places: Set[str]) -> Party:
    """The party without names that are a municipality's, where it has others."""
    own = [a for a in (party.name, *party.aliases) if key_of(a) not in places]
    if not own or len(own) == len(party.aliases) + 1:
        return party
    name = own[0]
    return Party(slug_of(name), name, party.type, longest_first(own), party.signatory, party.match)


def _renamed(party: Party, taken: set[str]) -> Party:
    names = dict.fromkeys((party.name, *party.aliases))
    free = [a for a in names if key_of(a) not in taken]
    if len(free) == len(names):
        return party
    full = [f"Huurdersorganisatie {a}" for a in names if key_of(a) in taken][:1]
    name = party.name if party.name in free else (free or full)[0]
    aliases = longest_first([*free, *full])
    return Party(slug_of(name), name, party.type, aliases, party.signatory, party.match)


def _unique(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties with one id each; a second of the same id is left out."""
    found: dict[str, Party] = {}
    for party in parties:
        found.setdefault(party.party_id, party)
    return tuple(found.values())
