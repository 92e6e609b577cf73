"""Blocks and sections to agreements: the forms are tried section by section, the best kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from prestatie_extract.document import Agreement, Block, Finding, Label, Section, Table
from prestatie_extract.findings import make_finding
from prestatie_extract.structure.columns import AGREEMENT_WORD
from prestatie_extract.structure.doubts import with_confidence
from prestatie_extract.structure.evidence import ACCEPTED, CLOSE, LOW_CONFIDENCE, explain
from prestatie_extract.structure.forms.cards import (
    card_agreement,
    read_cards,
    read_side_cards,
    side_card_agreement,
)
from prestatie_extract.structure.forms.coded import find_coded_readings
from prestatie_extract.structure.forms.groups import find_group_readings
from prestatie_extract.structure.forms.lists import find_list_readings
from prestatie_extract.structure.forms.matrix import MatrixForm, matrix_agreements, read_matrix
from prestatie_extract.structure.forms.reading import Reading
from prestatie_extract.structure.forms.rows import (
    TITLE_ROLES,
    RowGroup,
    TableForm,
    carry_down,
    find_older_column,
    group_rows,
    group_to_agreement,
    read_table,
    unknown_column_findings,
)
from prestatie_extract.structure.horizons import with_horizons
from prestatie_extract.structure.leftovers import find_leftovers
from prestatie_extract.structure.passus import DEFAULT_KIND, Passus, split_sections

TABLE_NUMBER = re.compile(r"^tabel\s+(\d+)", re.IGNORECASE)
TABLE_MENTION = re.compile(r"\btabel\s+(\d+)", re.IGNORECASE)
PAIRED_KINDS = frozenset({"inzet", "doelstelling"})
TEXT_FORMS = (find_coded_readings, find_list_readings, find_group_readings)
SPEAKING = frozenset(
    {"announced", "named", "coded", "labelled", "party_heading", "continues_section"}
)
"""Signs by which a document itself says that these are its agreements."""
REASONS = {
    "left_out": "its heading announces something else",
    "regulates": "it defines terms or settles the contract itself",
    "subjects": "its items are subjects, no sentences",
}


def find_agreements(
    blocks: Sequence[Block], sections: Sequence[Section], scanned: Collection[int] = ()
) -> tuple[tuple[Agreement, ...], tuple[Finding, ...]]:
    """The agreements in reading order, and what was doubtful about them.

    Args:
        blocks: of the document, in reading order.
        sections: of the document.
        scanned: the numbers of the pages that were read by OCR.
    """
    reader = _Reader()
    for passus in split_sections(blocks, sections):
        reader.read(passus)
    reader.settle()
    found = _settle_kinds(_attach_tables(reader.agreements, blocks))
    agreements = with_confidence(with_horizons(found, sections), scanned)
    findings = (*reader.findings, *_doubtful(agreements), *find_leftovers(blocks, agreements))
    return tuple(agreements), findings


@dataclass(frozen=True)
class Candidate:
    """A reading that its own section does not carry; others like it may."""

    place: int
    """Among the agreements found so far."""
    reading: Reading
    depth: int
    """Of its section, 1 for a chapter."""


@dataclass(frozen=True)
class FoundTable:
    """A table of agreements: rows of a form, or the agreements of a matrix or of cards."""

    page_number: int | None
    form: TableForm | None = None
    agreements: tuple[Agreement, ...] = ()
    matrix: MatrixForm | None = None


@dataclass
class _Reader:
    """Collects the agreements of all sections; remembers the last table for one without header."""

    agreements: list[Agreement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    form: TableForm | None = None
    matrix: MatrixForm | None = None
    group: RowGroup | None = None
    """The rows of the last agreement, if it stands in a table."""
    chapter: str | None = None
    candidates: list[Candidate] = field(default_factory=list)
    titles: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many readings there are of each form and title of their section."""
    unannounced: set[tuple[str, int]] = field(default_factory=set)
    """Form and depth of numbered agreements that nothing announces."""

    def read(self, passus: Passus) -> None:
        """Add the agreements of one section."""
        if passus.path and passus.path[0].section_id != self.chapter:
            self.form, self.matrix, self.chapter = None, None, passus.path[0].section_id
        run: list[Block] = []
        for block in passus.blocks:
            found = self._read_table(block, passus) if block.table and not block.indent else None
            if found is None:
                run.append(block)
                continue
            self._read_text(run, passus)
            run = []
            self._take_table(found, passus)
        self._read_text(run, passus)

    def _read_text(self, blocks: Sequence[Block], passus: Passus) -> None:
        readings = [r for find in TEXT_FORMS for r in find(passus, blocks)]
        for reading in sorted(_choose(readings), key=lambda r: r.start):
            self.titles[_kind_of(reading)] += 1
            if reading.weight >= ACCEPTED:
                self.agreements += reading.agreements
                if not reading.signs & SPEAKING:
                    self.findings.append(_not_announced(reading))
                    self.unannounced |= (
                        {(reading.form, len(passus.path))} if _is_numbered(reading) else set()
                    )
            else:
                self.candidates.append(Candidate(len(self.agreements), reading, len(passus.path)))

    def settle(self) -> None:
        """Take what others like it carry, and say what is left out though it came close.

        A reading counts for more where its section's title stands above others of its form, where
        the document's other articles are agreements, and where it has no agreements otherwise.
        """
        is_bare = not self.agreements
        for candidate in reversed(self.candidates):
            reading = candidate.reading
            is_article = any(a.form == reading.form == "article" for a in self.agreements)
            if is_article or self.titles[_kind_of(reading)] > 1:
                reading = reading.with_sign("recurs")
            if is_bare:
                reading = reading.with_sign("alone")
            if self._is_like_others(candidate):
                reading = reading.with_sign("like_others")
            if reading.weight >= ACCEPTED:
                self.agreements[candidate.place : candidate.place] = reading.agreements
                self.findings.append(_not_announced(reading))
            elif reading.weight >= CLOSE or _is_close(reading):
                self.findings.append(_left_out(reading))

    def _is_like_others(self, candidate: Candidate) -> bool:
        """Whether the document has agreements that nothing announces in just this place."""
        reading = candidate.reading
        is_in_place = (reading.form, candidate.depth) in self.unannounced
        return is_in_place and "theme" in reading.signs and _is_numbered(reading)

    def _read_table(self, block: Block, passus: Passus) -> FoundTable | None:
        """The table as one of agreements; `None` for figures and others."""
        assert block.table is not None
        page_number = block.regions[0].page_number if block.regions else None
        section_id, kind = passus.section_id, passus.kind
        matrix = read_matrix(block.table, self.matrix)
        if matrix is not None and not (matrix.is_numbered or passus.signs & {"announced", "theme"}):
            matrix = None
        cards = read_cards(block.table) if matrix is None else []
        sides = read_side_cards(block.table) if matrix is None else []
        if matrix is not None or cards or sides:
            found = [card_agreement(card, section_id=section_id, kind=kind) for card in cards]
            found += [side_card_agreement(c, section_id=section_id, kind=kind) for c in sides]
            if matrix is not None:
                found += matrix_agreements(matrix, section_id=section_id, kind=kind)
            return FoundTable(page_number, agreements=tuple(found), matrix=matrix)
        form = read_table(block.table, self.form)
        return FoundTable(page_number, form=form) if form is not None else None

    def _take_table(self, table: FoundTable, passus: Passus) -> None:
        """Add the agreements of a table, unless its heading says that it holds none."""
        if passus.is_back or (passus.role == "leaves_out" and not _says_agreements(table.form)):
            self.findings.append(_table_left_out(passus, table.page_number))
            return
        if table.form is None:
            self.matrix = table.matrix
            self.agreements += [replace(a, signs=a.signs | passus.signs) for a in table.agreements]
            return
        form = table.form
        self.findings += unknown_column_findings(form, table.page_number)
        goes_on = self.form is not None and form.columns is self.form.columns
        groups, rest = group_rows(form)
        if rest is not None and goes_on:
            self._extend_last(rest, form)
        self._add_groups(groups, form, passus)
        self.form = form

    def _extend_last(self, rest: RowGroup, form: TableForm) -> None:
        """Rows without a number at the top of a table that goes on: the last agreement's."""
        if self.group is None or not self.agreements:
            return
        self.group.extend(rest)
        last = self.agreements[-1]
        longer = group_to_agreement(self.group, form, section_id=last.section_id, kind=last.kind)
        if longer is not None:
            context = {k: v for k, v in last.context.items() if k not in longer.context}
            self.agreements[-1] = replace(longer, context=context | dict(longer.context))

    def _add_groups(self, groups: Sequence[RowGroup], form: TableForm, passus: Passus) -> None:
        kind = _table_kind(form, passus.kind)
        before = [self.agreements[-1].context] if self.form is not None and self.agreements else []
        for group in groups:
            found = group_to_agreement(group, form, section_id=passus.section_id, kind=kind)
            if found is not None:
                found = carry_down(found, before[-1] if before else {})
                before.append(found.context)
                self.agreements.append(replace(found, signs=found.signs | passus.signs))
                self.group = group
                self.findings += _older_column_findings(group, form, found)


def _choose(readings: Sequence[Reading]) -> list[Reading]:
    """The readings that speak strongest, no block in two of them.

    Articles were judged beside those of their whole chapter: lists inside are parts of them.
    """
    chosen: list[Reading] = []
    for reading in sorted(readings, key=lambda r: (not _is_articles(r), -r.weight, r.start)):
        if not any(reading.claims & other.claims for other in chosen):
            chosen.append(reading)
    return chosen


def _is_numbered(reading: Reading) -> bool:
    return all(agreement.number for agreement in reading.agreements)


def _is_articles(reading: Reading) -> bool:
    return reading.form == "article" and reading.weight >= ACCEPTED


def _doubtful(agreements: Sequence[Agreement]) -> Iterator[Finding]:
    """A finding for each agreement that is not sure, with its page and the reason."""
    for agreement in agreements:
        if agreement.confidence < LOW_CONFIDENCE:
            what = agreement.number or f"“{agreement.text.text[:40]}…”"
            yield make_finding(
                "low_confidence",
                page_number=_page_of(agreement),
                what=what,
                form=agreement.form,
                confidence=agreement.confidence,
                reason=explain(agreement.signs),
            )


def _kind_of(reading: Reading) -> tuple[str, str]:
    return reading.form, reading.title.casefold()


def _page_of(agreement: Agreement) -> int | None:
    return agreement.regions[0].page_number if agreement.regions else None


def _range(reading: Reading) -> str:
    numbers = [a.number for a in reading.agreements if a.number]
    if not numbers:
        return f"{len(reading.agreements)} bullets"
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"


def _not_announced(reading: Reading) -> Finding:
    return make_finding(
        "list_not_announced",
        page_number=_page_of(reading.agreements[0]),
        what=_range(reading),
        section=reading.title,
    )


def _is_close(reading: Reading) -> bool:
    """Whether a series that is left out looks like agreements all the same."""
    return "promises" in reading.signs and bool(reading.signs & set(REASONS))


def _left_out(reading: Reading) -> Finding:
    reason = next((REASONS[s] for s in REASONS if s in reading.signs), "nothing announces them")
    return make_finding(
        "agreements_left_out",
        page_number=_page_of(reading.agreements[0]),
        what=_range(reading),
        section=reading.title,
        outcome=f"are left out as agreements: {reason}",
    )


def _says_agreements(form: TableForm | None) -> bool:
    """Whether the header itself has the word, and no column tells what became of it."""
    if form is None or any(column.role == "status" for column in form.columns):
        return False
    return any(AGREEMENT_WORD.search(column.header) for column in form.columns)


def _table_left_out(passus: Passus, page_number: int | None) -> Finding:
    return make_finding(
        "agreements_left_out",
        page_number=page_number,
        what="a table like one of agreements",
        section=passus.title,
        outcome="was left out",
    )


def _older_column_findings(
    group: RowGroup, form: TableForm, agreement: Agreement
) -> Iterator[Finding]:
    column = find_older_column(group, form)
    if column is not None:
        yield make_finding(
            "older_column_used",
            page_number=_page_of(agreement),
            number=agreement.number,
            column=column.header,
        )


def _table_kind(form: TableForm, kind: str) -> str:
    """A table of subjects, periods and agreements is about the process."""
    roles = {column.role for column in form.columns}
    return "procesafspraak" if roles & set(TITLE_ROLES) and "planning" in roles else kind


def _settle_kinds(agreements: Sequence[Agreement]) -> list[Agreement]:
    """Inzet and doelstelling are told apart only in a document that has both."""
    kinds = {a.kind for a in agreements}
    if kinds >= PAIRED_KINDS:
        return list(agreements)
    return [replace(a, kind=DEFAULT_KIND) if a.kind in PAIRED_KINDS else a for a in agreements]


def _attach_tables(agreements: Sequence[Agreement], blocks: Sequence[Block]) -> list[Agreement]:
    """Tables of figures with a number go to the first agreement that names them."""
    numbered = _numbered_tables(blocks)
    return [_with_tables(agreement, numbered) for agreement in agreements]


def _with_tables(agreement: Agreement, numbered: dict[str, tuple[str, Table]]) -> Agreement:
    """The agreement with the tables it names, which are taken out of `numbered`."""
    mentions = [m[1] for m in TABLE_MENTION.finditer(agreement.text.text)]
    found = [numbered.pop(m) for m in dict.fromkeys(mentions) if m in numbered]
    named = [pair for pair in found if not any(pair[1] is table for table in agreement.tables)]
    return replace(
        agreement,
        tables=(*agreement.tables, *(table for _, table in named)),
        captions=(*agreement.captions, *(caption for caption, _ in named)),
    )


def _numbered_tables(blocks: Sequence[Block]) -> dict[str, tuple[str, Table]]:
    """Number -> caption and table, where the caption stands right above or below the table."""
    found: dict[str, tuple[str, Table]] = {}
    for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        match = TABLE_NUMBER.match(block.text) if block.label is Label.CAPTION else None
        tables = [b.table for b in (after, before) if b is not None and b.table is not None]
        if match and tables:
            found.setdefault(match[1], (block.text, tables[0]))
    return found
