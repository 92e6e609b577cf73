"""Blocks and sections to agreements: the forms are tried section by section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from prestatie_extract.document import (
    Agreement,
    Block,
    Finding,
    Label,
    Section,
    Table,
    section_path,
)
from prestatie_extract.structure.headings import Cue, find_cues
from prestatie_extract.structure.lists import find_list_agreements
from prestatie_extract.structure.rows import (
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

TABLE_NUMBER = re.compile(r"^tabel\s+(\d+)", re.IGNORECASE)
TABLE_MENTION = re.compile(r"\btabel\s+(\d+)", re.IGNORECASE)
PAIRED_KINDS = frozenset({"inzet", "doelstelling"})
DEFAULT_KIND = "afspraak"
LIST_ROLES = ("announces", "leaves_out")


@dataclass(frozen=True)
class Passus:
    """A section with the blocks right below its heading."""

    path: tuple[Section, ...]
    """From the chapter down; empty before the first heading."""
    blocks: tuple[Block, ...]

    @property
    def section_id(self) -> str | None:
        return self.path[-1].section_id if self.path else None


def find_agreements(
    blocks: Sequence[Block], sections: Sequence[Section]
) -> tuple[tuple[Agreement, ...], tuple[Finding, ...]]:
    """The agreements in reading order, and what was doubtful about their tables."""
    reader = _Reader()
    for passus in split_sections(blocks, sections):
        reader.read(passus)
    reader.accept_candidates()
    agreements = _settle_kinds(_attach_tables(reader.agreements, blocks))
    return tuple(agreements), tuple(reader.findings)


def split_sections(blocks: Sequence[Block], sections: Sequence[Section]) -> Iterator[Passus]:
    """Each section with its own blocks, those before the first heading first."""
    by_id = {s.section_id: s for s in sections}
    starts = [s.block_index for s in sections]
    yield Passus((), tuple(blocks[: starts[0] if starts else len(blocks)]))
    for section, end in zip(sections, [*starts[1:], len(blocks)], strict=False):
        yield Passus(
            section_path(section.section_id, by_id), tuple(blocks[section.block_index + 1 : end])
        )


def _section_cues(section: Section) -> list[Cue]:
    number = section.number or ""
    is_appendix = number[:1].isalpha() and len(number) > 1
    return find_cues(f"{number} {section.title}" if is_appendix else section.title, "heading")


@dataclass(frozen=True)
class Candidate:
    """A numbered list of promises that neither heading nor sentence announces."""

    place: int
    """Among the agreements found so far."""
    title: str
    """Of the section it stands in."""
    agreements: list[Agreement]


@dataclass
class _Reader:
    """Collects the agreements of all sections; remembers the last table for one without header."""

    agreements: list[Agreement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    form: TableForm | None = None
    group: RowGroup | None = None
    """The rows of the last agreement, if it stands in a table."""
    chapter: str | None = None
    candidates: list[Candidate] = field(default_factory=list)

    def read(self, passus: Passus) -> None:
        """Add the agreements of one section."""
        by_section = [_section_cues(section) for section in reversed(passus.path)]
        if passus.path and passus.path[0].section_id != self.chapter:
            self.form, self.chapter = None, passus.path[0].section_id
        is_back = any(cue.role == "back" for cues in by_section for cue in cues)
        kind = next((c.kind for cues in by_section for c in cues if c.kind), DEFAULT_KIND)
        role = next((c.role for cues in by_section for c in cues if c.role in LIST_ROLES), "")
        for is_table, run in groupby(
            passus.blocks, key=lambda b: b.table is not None and b.indent == 0
        ):
            if is_table:
                for block in run:
                    self._read_table(block, passus, kind, is_back=is_back)
            elif role != "leaves_out" and not is_back:
                self._read_lists(list(run), passus, kind, announced=role == "announces")

    def _read_lists(
        self, blocks: Sequence[Block], passus: Passus, kind: str, *, announced: bool
    ) -> None:
        section_id = passus.section_id
        found, others = find_list_agreements(
            blocks, section_id=section_id, announced=announced, kind=kind
        )
        self.agreements += found
        if others:
            title = passus.path[-1].title if passus.path else ""
            self.candidates.append(Candidate(len(self.agreements), title, others))

    def accept_candidates(self) -> None:
        """Take lists of promises that nothing announced, where the document shows they are meant.

        It does so by one heading above several of them, or by having no agreements otherwise.
        """
        titles = Counter(candidate.title.casefold() for candidate in self.candidates)
        is_bare = not self.agreements
        for candidate in reversed(self.candidates):
            if is_bare or titles[candidate.title.casefold()] > 1:
                place = candidate.place
                self.agreements[place:place] = candidate.agreements
                self.findings.append(_not_announced(candidate))

    def _read_table(self, block: Block, passus: Passus, kind: str, *, is_back: bool) -> None:
        assert block.table is not None
        page_number = block.regions[0].page_number if block.regions else None
        form = read_table(block.table, self.form)
        if form is None:
            return
        if is_back:
            message = f"a table of agreements in appendix {passus.path[-1].title!r} was left out"
            self.findings.append(Finding("agreements_left_out", "info", message, page_number))
            return
        self.findings += unknown_column_findings(form, page_number)
        goes_on = self.form is not None and form.columns is self.form.columns
        groups, rest = group_rows(form)
        if rest is not None and goes_on:
            self._extend_last(rest, form)
        self._add_groups(groups, form, passus.section_id, _table_kind(form, kind))
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

    def _add_groups(
        self, groups: Sequence[RowGroup], form: TableForm, section_id: str | None, kind: str
    ) -> None:
        before = [self.agreements[-1].context] if self.form is not None and self.agreements else []
        for group in groups:
            found = group_to_agreement(group, form, section_id=section_id, kind=kind)
            if found is not None:
                found = carry_down(found, before[-1] if before else {})
                before.append(found.context)
                self.agreements.append(found)
                self.group = group
                self.findings += _older_column_findings(group, form, found)


def _not_announced(candidate: Candidate) -> Finding:
    first, last = candidate.agreements[0], candidate.agreements[-1]
    regions = first.regions
    message = (
        f"{first.number} to {last.number} in {candidate.title!r} read like agreements,"
        " but nothing announces them: check the page"
    )
    return Finding(
        "list_not_announced", "info", message, regions[0].page_number if regions else None
    )


def _older_column_findings(
    group: RowGroup, form: TableForm, agreement: Agreement
) -> Iterator[Finding]:
    column = find_older_column(group, form)
    if column is not None:
        page_number = agreement.regions[0].page_number if agreement.regions else None
        message = (
            f"agreement {agreement.number} is empty in its newest column;"
            f" its text is from {column.header!r}"
        )
        yield Finding("older_column_used", "info", message, page_number)


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
    named = [numbered.pop(m) for m in dict.fromkeys(mentions) if m in numbered]
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
