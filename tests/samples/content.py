"""What a sample agreement consists of, and the annotation that follows from it.

The source files of the samples (`merendaal.py`, `sparrenhove.py`) are made of these blocks. The
typesetters turn the blocks into PDF; `gold` turns the same blocks into the annotation, so that
text, numbers and cells cannot differ between the two. What takes judgement (targets, references,
named parties, a trekker that only the text tells) is written by hand beside each agreement.

Marks inside a text: `[^2]` is the mark of footnote 2, `**bold**` is bold, and
`{minimaal 40 woningen|40|woningen|nieuwbouw|q=min;per=2027}` is a target where it is printed: raw,
value, unit, subject, and what differs from the defaults of `Target` (q qualifier, m value_max,
p party, per period, r role).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

FOOTNOTE_MARK = re.compile(r"\[\^(\d+)\]")
BOLD = re.compile(r"\*\*(.+?)\*\*")
TARGET = re.compile(r"\{([^{}]*)\}")
ROLE_SPLIT = re.compile(r"\s*(?:,|/|\ben\b)\s*")
GENERIC_ROLES = {
    "gemeente": "gemeente",
    "corporaties": "corporaties",
    "woningcorporaties": "corporaties",
    "huurdersorganisaties": "huurdersorganisaties",
    "huurders": "huurdersorganisaties",
    "zorgpartijen": "zorgpartijen",
    "zorgaanbieders": "zorgpartijen",
    "allen": "allen",
    "alle partijen": "allen",
    "partijen": "allen",
}


@dataclass(frozen=True)
class Target:
    """A number that quantifies an agreement, as ANNOTATION.md describes it."""

    raw: str
    value: float
    unit: str
    subject: str
    qualifier: str = "exact"
    party: str | None = None
    period: str | None = None
    role: str = "target"
    value_max: float | None = None


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True)
class Figures:
    """A table of figures; its numeric cells are targets of the agreement it belongs to."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    unit: str = "woningen"
    period: str | None = None
    role: str = "target"
    caption: str | None = None


@dataclass(frozen=True)
class Agreement:
    number: str | None
    """None for a bullet of a group."""
    parts: tuple[str | Bullets, ...]
    """Paragraphs and bullets in reading order."""
    title: str | None = None
    kind: str = "afspraak"
    trekker: str | None = None
    """The cell as printed."""
    trekkers: tuple[str, ...] = ()
    """Only where the text, not a cell, says who leads."""
    betrokkenen: str | None = None
    planning: str | None = None
    context: dict[str, str] = field(default_factory=dict)
    merged: tuple[str, ...] = ()
    """Roles of cells that are one with the cell of the row above."""
    refs: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    figures: Figures | None = None
    """Printed inside the agreement, after its parts, or beside it where `figures_apart`."""
    figures_apart: bool = False

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(i for part in self.parts if isinstance(part, Bullets) for i in part.items)

    @property
    def text(self) -> str:
        flat = [i for p in self.parts for i in (p.items if isinstance(p, Bullets) else (p,))]
        return plain(" ".join(flat))


@dataclass(frozen=True)
class Title:
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Contents:
    heading: str


@dataclass(frozen=True)
class Heading:
    number: str | None
    title: str
    level: int
    theme: str | None = None
    prefix: str = ""
    """What stands before the number, for instance "Hoofdstuk "."""
    separator: str = " "

    @property
    def printed(self) -> str:
        return (
            f"{self.prefix}{self.number}{self.separator}{self.title}" if self.number else self.title
        )


@dataclass(frozen=True)
class Text:
    text: str
    style: str = "body"


@dataclass(frozen=True)
class Numbered:
    """A numbered list that is no list of agreements."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    header: str
    role: str
    """number, text, trekker, betrokkenen, planning or a key of `context`; numbered and titled: the
    number and the text, or the title, in one cell."""
    width: float
    """Share of the text width."""


@dataclass(frozen=True)
class AgreementTable:
    columns: tuple[Column, ...]
    rows: tuple[Agreement, ...]
    horizon: str | None = None
    repeat_header: bool = True


@dataclass(frozen=True)
class PartyGroup:
    """Bullets under the party that they bind; each is an agreement without a number."""

    heading: str
    """As printed, with its colon if it has one."""
    trekkers: tuple[str, ...]
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True)
class MatrixRow:
    number: str
    topic: str
    cells: tuple[Agreement | None, ...]
    """One for each party; their number is the row's."""


@dataclass(frozen=True)
class Matrix:
    header: tuple[str, ...]
    """Of the number, of the topic, then one for each party."""
    trekkers: tuple[tuple[str, ...], ...]
    """What each party's header stands for."""
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True)
class Aside:
    """A pull quote or side box; it holds no agreement."""

    text: str
    heading: str | None = None


@dataclass(frozen=True)
class Grid:
    """A table that holds no agreements."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None


@dataclass(frozen=True)
class Signatures:
    roles: tuple[str, ...]


@dataclass(frozen=True)
class PageBreak:
    landscape: bool = False
    columns: int = 1
    """Of text, from the new page on."""


Block = (
    Title
    | Contents
    | Heading
    | Text
    | Bullets
    | Numbered
    | Agreement
    | AgreementTable
    | PartyGroup
    | Matrix
    | Aside
    | Grid
    | Figures
    | Signatures
    | PageBreak
)


@dataclass(frozen=True)
class Party:
    name: str
    type: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    slug: str
    title: str
    municipality: str
    start: int
    end: int
    signed_on: str | None
    parties: tuple[Party, ...]
    blocks: tuple[Block, ...]
    footnotes: dict[str, str] = field(default_factory=dict)
    header: str = ""
    footer: str = ""
    hyphenation: tuple[str, ...] = ()
    """Words with a hyphen at every place where a line may end."""


def plain(text: str) -> str:
    """The text without footnote marks, target marks, emphasis and double spaces."""
    text = BOLD.sub(r"\1", FOOTNOTE_MARK.sub("", shown(text))).replace("\u00ad", "")
    return re.sub(r"\s+", " ", text).strip()


def shown(text: str) -> str:
    """The text as it is printed: a target mark is its raw words."""
    return TARGET.sub(lambda mark: mark[1].split("|")[0], text)


def marked_targets(text: str) -> Iterator[Target]:
    """The targets marked in a text, in reading order."""
    for mark in TARGET.finditer(text):
        raw, value, unit, subject, *options = mark[1].split("|")
        given = dict(o.split("=", 1) for o in options[0].split(";")) if options else {}
        high = float(given["m"]) if "m" in given else None
        yield Target(
            raw=plain(raw),
            value=float(value),
            unit=unit,
            subject=subject,
            qualifier=given.get("q", "exact" if high is None else "range"),
            party=given.get("p"),
            period=given.get("per"),
            role=given.get("r", "target"),
            value_max=high,
        )


def roles(cell: str | None) -> list[str]:
    """The controlled names for a cell such as "Gemeente en corporaties (bij nieuwbouw)"."""
    if not cell:
        return []
    names = [n for n in ROLE_SPLIT.split(re.sub(r"\(.*?\)", "", cell).strip()) if n]
    return [GENERIC_ROLES.get(n.casefold(), n if n[0].isupper() else f"overig:{n}") for n in names]


def figure_targets(figures: Figures) -> Iterator[Target]:
    """One target for each cell that holds a number."""
    for subject, *cells in figures.rows:
        for party, cell in zip(figures.header[1:], cells, strict=True):
            digits = plain(cell).replace(".", "").replace(",", ".").replace("€ ", "")
            if re.fullmatch(r"[+-]?\d+(\.\d+)?", digits):
                yield Target(
                    raw=plain(cell),
                    value=float(digits),
                    unit=figures.unit,
                    subject=plain(subject),
                    qualifier="delta" if digits[0] in "+-" else "exact",
                    party=party,
                    period=figures.period,
                    role=figures.role,
                )


def gold(document: Document) -> dict[str, Any]:
    """The annotation in the corpus' form."""
    return {
        "doc": document.slug,
        "title": document.title,
        "municipality": document.municipality,
        "period": {"start": document.start, "end": document.end},
        "signed_on": document.signed_on,
        "parties": [
            {"name": p.name, "type": p.type, "aliases": list(p.aliases)} for p in document.parties
        ],
        "sections": list(_gold_sections(document)),
        "agreements": list(_gold_agreements(document)),
    }


def _gold_sections(document: Document) -> Iterator[dict[str, Any]]:
    """Every heading, that of the contents too; its lines give none."""
    for block in document.blocks:
        if isinstance(block, Contents):
            yield {"number": None, "title": block.heading, "level": 1}
        elif isinstance(block, Heading):
            yield {"number": block.number, "title": block.title, "level": block.level}


def _gold_agreements(document: Document) -> Iterator[dict[str, Any]]:
    path: list[Heading] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            path = [h for h in path if h.level < block.level] + [block]
        elif isinstance(block, Agreement):
            yield _gold_agreement(block, path, None)
        elif isinstance(block, AgreementTable):
            for row in block.rows:
                yield _gold_agreement(row, path, block.horizon)
        elif isinstance(block, PartyGroup):
            for agreement in block.agreements:
                led = replace(
                    agreement, trekker=block.heading.rstrip(" :"), trekkers=block.trekkers
                )
                yield _gold_agreement(led, path, None)
        elif isinstance(block, Matrix):
            for cell in _matrix_cells(block):
                yield _gold_agreement(cell, path, None)


def _matrix_cells(matrix: Matrix) -> Iterator[Agreement]:
    for row in matrix.rows:
        for cell, header, trekkers in zip(
            row.cells, matrix.header[2:], matrix.trekkers, strict=True
        ):
            if cell:
                yield replace(
                    cell,
                    number=row.number,
                    trekker=header,
                    trekkers=trekkers,
                    context={"onderwerp": row.topic, **cell.context},
                )


def _gold_agreement(
    agreement: Agreement, path: list[Heading], horizon: str | None
) -> dict[str, Any]:
    numbered = [h.number for h in path if h.number]
    printed = [
        agreement.title or "",
        *(i for p in agreement.parts for i in (p.items if isinstance(p, Bullets) else (p,))),
        *(v for k, v in agreement.context.items() if not k.startswith("_")),
        agreement.planning or "",
    ]
    targets = [
        *(target for text in printed for target in marked_targets(text)),
        *agreement.targets,
        *(figure_targets(agreement.figures) if agreement.figures else ()),
    ]
    return {
        "number": agreement.number,
        "kind": agreement.kind,
        "section": numbered[-1] if numbered else path[-1].title,
        "theme": next(h.theme for h in reversed(path) if h.theme),
        "title": plain(agreement.title) if agreement.title else None,
        "text": agreement.text,
        "items": [plain(i) for i in agreement.items],
        "horizon": agreement.context.get("_horizon", horizon),
        "trekker_raw": agreement.trekker,
        "trekkers": list(agreement.trekkers) or roles(agreement.trekker),
        "betrokkenen_raw": agreement.betrokkenen,
        "betrokkenen": roles(agreement.betrokkenen),
        "planning_raw": plain(agreement.planning) if agreement.planning else None,
        "context": {k: plain(v) for k, v in agreement.context.items() if not k.startswith("_")},
        "refs": list(agreement.refs),
        "parties": list(agreement.parties),
        "targets": [_gold_target(t) for t in targets],
    }


def _gold_target(target: Target) -> dict[str, Any]:
    def number(value: float | None) -> float | int | None:
        return int(value) if value is not None and value == int(value) else value

    return {
        "raw": target.raw,
        "value": number(target.value),
        "value_max": number(target.value_max),
        "unit": target.unit,
        "qualifier": target.qualifier,
        "subject": target.subject,
        "party": target.party,
        "period": target.period,
        "role": target.role,
    }
