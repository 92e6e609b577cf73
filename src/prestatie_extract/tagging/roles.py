"""Who leads an agreement and who is involved: cells, and sentences that say who leads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from prestatie_extract.document import Agreement, Party, Passage, Role
from prestatie_extract.tagging.mentions import find_mentions
from prestatie_extract.tagging.names import TYPE_OF_ROLE
from prestatie_extract.vocabulary import load_rows
from prestatie_extract.vocabulary.party_words import bare_party

EVERYONE = "allen"
OTHER = "overig"

BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
"""An aside: "Huurdersorganisaties (in een later stadium)"."""
SEPARATOR = re.compile(
    r"\s*(?:[,;/+&|•\n]|\s[-–]\s|(?<!\w)(?:en/of|en|of|alsmede|evenals|i\.s\.m\.?|ism|m\.m\.v\.?|"
    r"in\s+samenwerking\s+met|in\s+overleg\s+met|samen\s+met|met|plus|e\.?a\.?|evt\.?|eventueel|"
    r"mogelijk)(?!\w))\s*",
    re.IGNORECASE,
)
"""Between two names in a cell: "Gemeente/ Corporaties", "Gemeente i.s.m. corporaties"."""
BROKEN_WORD = re.compile(r"(?P<head>\b[^\W\d_]{3,})[-\u00ad\u2010]?\s?(?P<tail>[^\W\d_]{4,}\b)")
"""Huurders-organisaties, huurders- organisaties, zorg partijen."""
ARTICLE = re.compile(r"^(?:de|het|een|alle|beide)\s+", re.IGNORECASE)
FOLLOWING_NAME = re.compile(r"\s+(?!(?:En|Of|Met|En/of)\b)(?-i:[^\W\d_a-z])[\w’'-]+")
PROPER_NAME = re.compile(
    r"[^\W\d_a-z][\w’'&.-]*(?:\s+(?:de|het|van|der|den|en|&))*(?:\s+[^\W\d_a-z][\w’'&.-]*)+"
)
"""An organisation that the document does not introduce: "Waterschap De Lage Waal"."""
LEGAL_FORM = re.compile(r"(?:stichting|vereniging|coöperatie)", re.IGNORECASE)
EDGE_MARKS = " \t\n.,;:/&+-–•*"

GAP = r"(?:(?!niet\b|geen\b|noch\b)[^\s.;:!?]+\s+){0,7}?"
"""Words between verb and noun: "nemen op aandringen van de raad het voortouw"; no "niet" there."""
DETERMINER = (
    r"(?:(?:de|het|een|haar|zijn|hun|deze|dit)\s+)?(?:(?:actieve|gezamenlijke|volledige)\s+)?"
)
DIRECTLY = "".join(
    rf"(?<!\b{word}\s)"
    for word in (
        *("over", "van", "aan", "uit", "voor", "onder", "in", "met", "bij", "naar", "tot", "op"),
        *("de", "het", "een", "haar", "hun", "deze", "dit"),
    )
)
"""Before determiner and noun: not "spreken over de regie", "zijn in gesprek met de trekker"."""
BEFORE_VERB = re.compile(
    r"\s*(?:\([^()]*\)\s*)?,?\s*(?:(?:ook|hierin|hierbij|hiervoor|hiertoe|daarbij|daarin|daarvoor|"
    r"daartoe|hierop|zelf|samen|gezamenlijk|beiden?|ieder|actief|dan|wel|jaarlijks|in\s+20\d\d|"
    r"zal|zullen|gaat|gaan|wil|willen|moet|moeten)\s+){0,3}",
    re.IGNORECASE,
)
"""Between the leader and the verb: "De gemeente zal hierin ook de regie voeren"; not "kan"."""
AND = re.compile(
    r"\s*(?:,|/|\ben/of\b|\ben\b|\bof\b|\bén\b)+\s*(?:(?:de|het|alle)\s+)?", re.IGNORECASE
)
"""Between two leaders: "de gemeente en de corporaties voeren de regie"."""
AFTER_VERB = re.compile(r"\s*:?\s*(?:(?:de|het|alle|beide)\s+)?", re.IGNORECASE)
"""Between the cue and the leader: "neemt de gemeente het voortouw", "trekker: Portaal"."""
NOT_THE_SUBJECT = re.compile(
    r"\b(?:met|door|van|voor|aan|bij|namens|naar|tussen|uit|in|richting|over|welke?|wie)\s+"
    r"(?:(?:de|het|alle|beide)\s+)?$",
    re.IGNORECASE,
)
"""Before a name that does not lead: "in overleg met de gemeente nemen corporaties het voortouw"."""
CLAUSE_END = re.compile(r"[.;:!?]\s")


@dataclass(frozen=True, slots=True)
class _Named:
    """One name in a cell or sentence: a role name, a party's everyday name or `overig:<words>`."""

    start: int
    end: int
    name: str
    party_id: str | None = None


def tag_trekker(agreement: Agreement, parties: Sequence[Party]) -> Role:
    """Who leads the agreement.

    From its trekker cell, label or group heading (`source` "column", "label", "group"); else from
    title, text and items, only where they say who leads (`source` "text", `raw` None): "neemt het
    voortouw", "onder regie van".
    """
    if agreement.trekker:
        return _cell_role(agreement.trekker, parties, source=agreement.trekker_source)
    found = [n for p in _passages(agreement) for n in _leaders(p.text, parties)]
    return _role(None, found, parties, source="text" if found else None)


def tag_involved(agreement: Agreement, parties: Sequence[Party]) -> Role:
    """Who else is involved, from the cell of a column such as Betrokkenen."""
    if agreement.involved:
        return _cell_role(agreement.involved, parties)
    return Role(None, (), ())


def _cell_role(cell: Passage, parties: Sequence[Party], *, source: str = "column") -> Role:
    words = bare_party(cell.text) if source == "group" else cell.text
    return _role(cell.text, _cell_names(words, parties), parties, source=source)


def _role(
    raw: str | None, found: Iterable[_Named], parties: Sequence[Party], *, source: str | None
) -> Role:
    """The names, each once in printed order, and the parties they stand for."""
    names: dict[str, None] = {}
    ids: dict[str, None] = {}
    for named in found:
        names[named.name] = None
        ids |= dict.fromkeys(
            [named.party_id] if named.party_id else _stands_for(named.name, parties)
        )
    return Role(raw, tuple(names), tuple(ids), source)


def _stands_for(name: str, parties: Sequence[Party]) -> list[str]:
    signatories = [p for p in parties if p.signatory]
    if name == EVERYONE:
        return [p.party_id for p in signatories]
    wanted = TYPE_OF_ROLE.get(name)
    return [p.party_id for p in signatories if p.type == wanted]


def _cell_names(cell: str, parties: Sequence[Party]) -> list[_Named]:
    """The names of a cell in printed order; other words between them are `overig:<words>`."""
    text = _without_brackets(cell, parties)
    found, end = _known_names(text, parties, in_cell=True), 0
    names: list[_Named] = []
    for named in found:
        names += _others(text[end : named.start], end, parties)
        names += [named] if named.name else []
        end = named.end
    return [*names, *_others(text[end:], end, parties)]


def _without_brackets(cell: str, parties: Sequence[Party]) -> str:
    """The cell without asides, except where they make a name: "Bewonersraad (De Kernen)"."""

    def kept(match: re.Match[str]) -> str:
        joined = f"{cell[: match.start()]} {match[0].strip(' ()[]')}"
        last = find_mentions(joined, parties)[-1:]
        spans = last and last[0].start < match.start() and last[0].end == len(joined)
        return f" {match[0].strip(' ()[]')}" if spans else ""

    text = BROKEN_WORD.sub(_mended, BRACKETS.sub(kept, cell))
    return text if text.strip(EDGE_MARKS) else cell.strip(" ()[]")


def _mended(match: re.Match[str]) -> str:
    """A generic word that the cell's width broke, made whole: "Huurders-organisaties"."""
    whole = match["head"] + match["tail"]
    return whole if _fold(whole) in _roles() else match[0]


def _known_names(text: str, parties: Sequence[Party], *, in_cell: bool = False) -> list[_Named]:
    """Parties and generic words in printed order; a party wins from a generic word in it."""
    named = [
        _Named(m.start, m.end, _everyday_name(m.party_id, parties), m.party_id)
        for m in find_mentions(text, parties)
    ]
    for match in _generic_pattern(in_cell=in_cell).finditer(text):
        if any(n.start < match.end() and match.start() < n.end for n in named):
            continue
        role = _roles()[_fold(match["words"])]
        if not _introduces(match, role, named, text, parties):
            named.append(_Named(match.start(), match.end(), role))
    if in_cell:
        named = [_as_party(n, text, parties) for n in named if not _opens_name(n, text)]
    return sorted(named, key=lambda n: n.start)


def _introduces(
    match: re.Match[str], role: str, named: Sequence[_Named], text: str, parties: Sequence[Party]
) -> bool:
    """Whether a generic word is only the kind of the party behind it: "Woningstichting X"."""
    types = {p.party_id: p.type for p in parties}
    return any(
        n.party_id is not None
        and types[n.party_id] == TYPE_OF_ROLE.get(role)
        and not text[match.end() : n.start].strip()
        for n in named
    )


def _opens_name(named: _Named, text: str) -> bool:
    """Whether a generic word is the first of an unknown organisation's name: "Welzijn Noord"."""
    if named.party_id or named.name == "gemeente" or not text[named.start].isupper():
        return False
    after = FOLLOWING_NAME.match(text, named.end)
    return after is not None and _fold(after[0]) not in _roles()


def _as_party(named: _Named, text: str, parties: Sequence[Party]) -> _Named:
    """A generic word with a capital that only one party's name begins with: "Huurdersraad"."""
    words = text[named.start : named.end]
    if named.party_id or not words[:1].isupper() or _fold(words) not in _names_of_one():
        return named
    party = _party_by_part(words, parties)
    if party is None:
        return named
    return replace(named, name=_everyday_name(party.party_id, parties), party_id=party.party_id)


def _party_by_part(words: str, parties: Sequence[Party]) -> Party | None:
    """The only party whose name begins or ends with the words: "Zwaluw" is Zwaluw Wonen."""
    part = _fold(words).split()
    if not part or not words[:1].isupper():
        return None
    size = len(part)
    names = [
        (p, _fold(name).split())
        for p in parties
        if p.type != "gemeente"
        for name in (p.name, *p.aliases)
    ]
    begin = {p.party_id: p for p, name in names if name[:size] == part}
    end = {p.party_id: p for p, name in names if name[-size:] == part}
    found = begin or end
    return next(iter(found.values())) if len(found) == 1 else None


def _everyday_name(party_id: str, parties: Sequence[Party]) -> str:
    """The party's name; the one contracting municipality is simply "gemeente"."""
    party = next(p for p in parties if p.party_id == party_id)
    municipalities = [p for p in parties if p.signatory and p.type == "gemeente"]
    return "gemeente" if municipalities == [party] else party.name


def _others(text: str, offset: int, parties: Sequence[Party]) -> Iterator[_Named]:
    """The words of `text` that are neither separator nor qualifier of the name beside them.

    "Corporaties projectleider" is the corporaties, "Regionale corporaties" too.
    """
    pieces = SEPARATOR.split(text)
    for i, piece in enumerate(pieces):
        words = ARTICLE.sub("", piece.strip(EDGE_MARKS)).strip(EDGE_MARKS)
        follows_name = i == 0 and offset > 0
        precedes_name = i == len(pieces) - 1 and text.endswith(" ")
        is_qualifier = (follows_name and words[:1].islower()) or (
            precedes_name and (words[:1].islower() or words.endswith("e"))
        )
        party = _party_in_other_case(words, parties) or _party_by_part(words, parties)
        if party is not None:
            name = _everyday_name(party.party_id, parties)
            yield _Named(offset, offset, name, party.party_id)
        elif precedes_name and LEGAL_FORM.fullmatch(words):
            continue
        elif PROPER_NAME.fullmatch(words) and not is_qualifier:
            yield _Named(offset, offset, words)
        elif re.search(r"[^\W\d_]", words) and not is_qualifier:
            yield _Named(offset, offset, f"{OTHER}:{_lower_first(words)}")


def _party_in_other_case(words: str, parties: Sequence[Party]) -> Party | None:
    """The only party that `words` name when capitals do not count, as in a cell "De kernen"."""
    folded = _fold(words)
    found = [
        p
        for p in parties
        if folded in {_fold(ARTICLE.sub("", alias)) for alias in (p.name, *p.aliases)}
    ]
    return found[0] if len(found) == 1 else None


def _lower_first(words: str) -> str:
    """The words without a capital that only starts them: "Marktpartijen", but "GGD"."""
    return words if re.search(r"\w[A-Z0-9]", words) else words[0].lower() + words[1:]


def _passages(agreement: Agreement) -> list[Passage]:
    title = [agreement.title] if agreement.title else []
    return [
        *title,
        agreement.text,
        *(i for i in agreement.items if i.text not in agreement.text.text),
    ]


def _leaders(text: str, parties: Sequence[Party]) -> list[_Named]:
    """Who leads, according to the sentences of `text`, in the order of the sentences."""
    if _lead_words().search(text) is None:
        return []
    cues = [(m, who) for pattern, who in _lead_patterns() for m in pattern.finditer(text)]
    found = []
    for match, who in sorted(cues, key=lambda cue: cue[0].start()):
        start, end = match.span("cue")
        before = _names_before(text, start, parties) if who == "before" else []
        found += before or (_names_after(text, end, parties) if match["is_open"] != "" else [])
    return found


def _names_before(text: str, position: int, parties: Sequence[Party]) -> list[_Named]:
    """The list of names that ends at `position`, as subject of the verb there."""
    clauses = [m.end() for m in CLAUSE_END.finditer(text, 0, position)]
    begin = clauses[-1] if clauses else 0
    clause = text[begin:position]
    listed: list[_Named] = []
    end, gap = len(clause), BEFORE_VERB
    for named in reversed(_known_names(clause, parties)):
        if not named.name or not gap.fullmatch(clause[named.end : end]):
            break
        listed.insert(0, named)
        end, gap = named.start, AND
    is_subject = listed and not NOT_THE_SUBJECT.search(clause[: listed[0].start])
    return listed if is_subject else []


def _names_after(text: str, position: int, parties: Sequence[Party]) -> list[_Named]:
    """The list of names that starts at `position`."""
    clause = text[position:]
    listed: list[_Named] = []
    end, gap = 0, AFTER_VERB
    for named in _known_names(clause, parties):
        if not named.name or not gap.fullmatch(clause[end : named.start]):
            break
        listed.append(named)
        end, gap = named.end, AND
    return listed


@cache
def _lead_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rows of lead_cues.csv as patterns, each with the side on which its leader stands.

    The group `cue` is what the leader stands beside; `is_open` is empty where he cannot follow it.
    """
    patterns = []
    for row in load_rows("lead_cues"):
        verbs, nouns = _any_of(row["verbs"]), _any_of(row["noun"])
        if row["who"] == "after" and row["verbs"]:
            forms = [rf"\b{nouns}\s+{GAP}(?P<cue>{verbs})(?P<is_open>\s)"]
        elif row["who"] == "after":
            forms = [rf"\b(?P<cue>{nouns})(?P<is_open>\s)"]
        elif not row["noun"]:
            forms = [rf"\b(?P<cue>{verbs})(?P<is_open>\s)"]
        else:
            forms = [
                # voert (de gemeente) de regie
                rf"\b(?P<cue>{verbs})(?P<is_open>\s+){GAP}{DIRECTLY}{DETERMINER}{nouns}(?!\w)",
                # (waarbij de gemeente) de regie op de planning voert
                rf"\b(?P<cue>{DETERMINER}{nouns})(?P<is_open>)\s+{GAP}{verbs}(?!\w)",
            ]
        patterns += [(re.compile(form, re.IGNORECASE), row["who"]) for form in forms]
    return tuple(patterns)


@cache
def _lead_words() -> re.Pattern[str]:
    """One word of any cue: most agreements hold none and need not be read for each."""
    rows = load_rows("lead_cues")
    return re.compile(_any_of("|".join(r["noun"] or r["verbs"] for r in rows)), re.IGNORECASE)


def _any_of(forms: str) -> str:
    ordered = sorted((f for f in forms.split("|") if f), key=lambda f: (-len(f), f))
    return f"(?:{'|'.join(re.escape(f).replace(chr(92) + ' ', chr(92) + 's+') for f in ordered)})"


@cache
def _roles() -> dict[str, str]:
    """Folded generic words to role name; "" for words that only say who exactly within a party."""
    return {_fold(row["words"]): row["role"] for row in load_rows("generic_roles")}


@cache
def _names_of_one() -> frozenset[str]:
    """Folded generic words that a document may use as the name of one party."""
    return frozenset(
        _fold(row["words"]) for row in load_rows("generic_roles") if row["may_be_name"] == "yes"
    )


@cache
def _generic_pattern(*, in_cell: bool) -> re.Pattern[str]:
    """Any generic word; in a sentence without those that are ordinary words there."""
    rows = load_rows("generic_roles")
    words = {row["words"] for row in rows if in_cell or row["cell_only"] != "yes"}
    forms = sorted(words, key=lambda w: (-len(w), w))
    alternatives = "|".join(r"\s+".join(map(re.escape, w.split())) for w in forms)
    return re.compile(rf"(?<![\w-])(?P<words>{alternatives})(?![\w-])", re.IGNORECASE)


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())
