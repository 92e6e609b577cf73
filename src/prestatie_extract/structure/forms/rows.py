"""Table form: each numbered row of a table with a column of agreements is an agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from prestatie_extract.document import (
    Agreement,
    Block,
    Cell,
    Finding,
    Passage,
    PlacedWord,
    Table,
    join_passages,
    regions_of,
)
from prestatie_extract.findings import make_finding
from prestatie_extract.structure.columns import (
    AGREEMENT_ROLES,
    Column,
    describe_columns,
    find_horizon,
    is_certain_header,
    parse_columns,
)
from prestatie_extract.structure.forms.lookalikes import holds_figures, is_calendar
from prestatie_extract.structure.parts import blocks_to_body, parse_row_number, take_leading_number
from prestatie_extract.vocabulary.column_words import WHO_AND_WHEN

TITLE_ROLES = ("onderdeel",)
OWN_ROLES = frozenset({"nummer", *WHO_AND_WHEN, *TITLE_ROLES, *AGREEMENT_ROLES})
CARRIED_DOWN = frozenset({"doelstelling"})
"""Context that holds until the next one is printed: a goal is a cell merged over its agreements."""
SENTENCE_WORDS_MIN = 9  # on average in a column of agreements; they have 25, other cells 4
NUMBERED_ROWS_SHARE = 0.5  # of the rows: below it a row without a number is an agreement of its own


@dataclass(frozen=True)
class TableForm:
    """The columns of a table and the rows below its header."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_numbered: bool = False
    """Whether rows without a number go on with the row above."""


@dataclass
class RowGroup:
    """The rows of one agreement: a row without a number goes on with the one above."""

    number: str | None
    cells: dict[int, list[Cell]] = field(default_factory=dict)
    """The cells of each column, top down, each once."""
    fresh: list[Cell] = field(default_factory=list)
    """The cells that no group before it has: a cell that spans rows is counted once."""

    def add(self, row: Sequence[Cell], seen: set[int]) -> None:
        for index, cell in enumerate(row):
            if id(cell) not in seen:
                self.fresh.append(cell)
                seen.add(id(cell))
            known = self.cells.setdefault(index, [])
            if not any(cell is k for k in known):
                known.append(cell)

    def extend(self, other: RowGroup) -> None:
        """Put the other group's cells behind these."""
        self.fresh += other.fresh
        for index, cells in other.cells.items():
            self.cells.setdefault(index, []).extend(cells)

    def shares(self, index: int, other: int) -> bool:
        """Whether two columns have the same cells: cells across both."""
        pairs = zip(self.cells.get(index, ()), self.cells.get(other, ()), strict=False)
        return len(self.cells.get(index, ())) == sum(a is b for a, b in pairs) > 0

    def blocks(self, index: int) -> list[Block]:
        return [b for cell in self.cells.get(index, ()) for b in cell.blocks]

    def passage(self, index: int) -> Passage:
        return join_passages(cell.passage for cell in self.cells.get(index, ()))


def read_table(table: Table, before: TableForm | None) -> TableForm | None:
    """The table's form by its header, or by that of the table it goes on with (`before`).

    A row of one cell across, a theme or title, is left out. `None` where it holds no agreements.
    """
    rows = tuple(row for row in table.rows if not _is_banner(row))
    if len(rows) > 1 and len([cell for cell in rows[0] if cell.text]) == 1:
        rows = rows[1:] if parse_columns(_texts(rows[1])) else rows
    if not rows:
        return None
    columns = parse_columns(_texts(rows[0])) or guess_columns(_texts(rows[0]), rows[1:])
    if columns is not None:
        form = TableForm(columns, tuple(r for r in rows[1:] if _texts(r) != _texts(rows[0])))
        is_numbered = _is_numbered(form)
        is_sure = is_certain_header(columns) or (is_numbered and bool(form.rows))
        is_sure = is_sure and not (
            holds_figures(columns, form.rows)
            or (not is_numbered and is_calendar(columns, form.rows))
        )
        return replace(form, is_numbered=is_numbered) if is_sure else None
    if before is not None and not table.header_rows and _fits(rows, before):
        return TableForm(before.columns, rows, before.is_numbered)
    return None


def guess_columns(
    headers: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> tuple[Column, ...] | None:
    """The columns of a header that names who or when but has its own word for the agreements.

    They are the whole sentences of the only wide column; `None` where that is not clear.
    """
    columns = describe_columns(headers)
    if columns is None or not any(c.role in {"trekker", "planning"} for c in columns):
        return None
    wide = [
        i
        for i, column in enumerate(columns)
        if not column.is_known
        and sum(len(row[i].text.split()) for row in rows) >= SENTENCE_WORDS_MIN * max(1, len(rows))
    ]
    if len(wide) != 1 or columns[0].role != "nummer":
        return None
    main = replace(columns[wide[0]], role="afspraak", horizon=find_horizon(headers[wide[0]]))
    return (*columns[: wide[0]], main, *columns[wide[0] + 1 :])


def _texts(row: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in row]


def _is_banner(row: Sequence[Cell]) -> bool:
    """One cell across the table."""
    return len(row) > 1 and all(cell is row[0] for cell in row) and bool(row[0].text)


def _is_numbered(form: TableForm) -> bool:
    numbers = [_row_number(form, row) for row in form.rows]
    return sum(n is not None for n in numbers) >= NUMBERED_ROWS_SHARE * max(1, len(numbers))


def _fits(rows: Sequence[Sequence[Cell]], before: TableForm) -> bool:
    """Whether a table without a header has the columns of the one before it."""
    if len(rows[0]) != len(before.columns):
        return False
    keyed = before.columns[0].role == "nummer"
    keys = [row[0].text for row in rows]
    return not keyed or all(not key or parse_row_number(key) for key in keys)


def group_rows(form: TableForm) -> tuple[list[RowGroup], RowGroup | None]:
    """The agreements' rows, and the rows before the first number: the end of the table before."""
    numbers = [_row_number(form, row) for row in form.rows]
    key = _key_column(form)
    is_keyed = form.columns[key].role not in AGREEMENT_ROLES and any(r[key].text for r in form.rows)
    groups: list[RowGroup] = []
    seen: set[int] = set()
    rest: RowGroup | None = None
    previous: Cell | None = None
    for row, number in zip(form.rows, numbers, strict=True):
        spans_on = previous is row[key] and bool(row[key].text)
        previous = row[key]
        is_own = _is_filled(form, row) and (bool(row[key].text) or not is_keyed)
        if not spans_on and (number is not None or (is_own and not form.is_numbered)):
            groups.append(RowGroup(number))
        elif not groups:
            rest = rest or RowGroup(None)
        (groups[-1] if groups else rest or RowGroup(None)).add(row, seen)
    return groups, rest


def _key_column(form: TableForm) -> int:
    """The column that holds the numbers: one of its own, else the titles or the agreements."""
    for roles in (("nummer",), TITLE_ROLES, AGREEMENT_ROLES):
        for index, column in enumerate(form.columns):
            if column.role in roles:
                return index
    return 0


def _row_number(form: TableForm, row: Sequence[Cell]) -> str | None:
    cell = row[_key_column(form)]
    if form.columns[_key_column(form)].role == "nummer":
        return parse_row_number(_marker_or_text(cell))
    return take_leading_number(cell.blocks)[0]


def _marker_or_text(cell: Cell) -> str:
    marker = cell.blocks[0].marker if cell.blocks else ""
    return f"{marker} {cell.text}".strip()


def _is_filled(form: TableForm, row: Sequence[Cell]) -> bool:
    return any(
        cell.text
        for cell, column in zip(row, form.columns, strict=True)
        if column.role in AGREEMENT_ROLES
    )


def group_to_agreement(
    group: RowGroup, form: TableForm, *, section_id: str | None, kind: str
) -> Agreement | None:
    """The agreement of a row; `None` where its columns of agreements and context are all empty."""
    main = _main_column(group, form)
    if main is None:
        return None
    _, blocks = take_leading_number(group.blocks(main)) if _keyed_by(form, main) else (None, None)
    body = blocks_to_body(group.blocks(main) if blocks is None else blocks)
    words = [word for cell in group.fresh for word in cell_words(cell)]
    return Agreement(
        number=group.number,
        kind=kind,
        section_id=section_id,
        text=body.text,
        title=body.title or _row_title(group, form),
        items=body.items,
        horizon=form.columns[main].horizon,
        trekker=_role_passage(group, form, "trekker"),
        involved=_role_passage(group, form, "betrokkenen"),
        planning=_role_passage(group, form, "planning"),
        context=_context(group, form, main),
        tables=body.tables,
        captions=body.captions,
        form="table",
        signs=_signs(form, main),
        regions=regions_of(words),
        characters=sum(cell.characters for cell in group.fresh),
    )


def _signs(form: TableForm, main: int) -> frozenset[str]:
    """What the table says of its rows: its header, and where their text is from."""
    found = {"header"} if is_certain_header(form.columns) else {"coded"}
    if form.columns[main].role not in AGREEMENT_ROLES:
        found.add("no_text_column")
    return frozenset(found)


def _keyed_by(form: TableForm, column: int) -> bool:
    return _key_column(form) == column


def _main_column(group: RowGroup, form: TableForm) -> int | None:
    """The column that is the agreement's text: the newest filled of several, else the goal."""
    filled = [
        (_newness(column), -index, index)
        for index, column in enumerate(form.columns)
        if column.role in AGREEMENT_ROLES and group.passage(index)
    ]
    if filled:
        return max(filled)[2]
    spare = (i for i, c in enumerate(form.columns) if c.role not in OWN_ROLES and group.passage(i))
    return next(spare, None)


def find_older_column(group: RowGroup, form: TableForm) -> Column | None:
    """The column its text is from, where a newer column of agreements is empty in its row."""
    main = _main_column(group, form)
    newest = max((_newness(c) for c in form.columns if c.role in AGREEMENT_ROLES), default=None)
    if main is None or newest is None or form.columns[main].role not in AGREEMENT_ROLES:
        return None
    return form.columns[main] if _newness(form.columns[main]) < newest else None


def _newness(column: Column) -> tuple[int, str]:
    """Later years first, a year's agreement before a framework's."""
    rank = {"jaarafspraak": 2, "afspraak": 1, "kaderafspraak": 0}[column.role]
    return rank, column.horizon or ""


def _row_title(group: RowGroup, form: TableForm) -> Passage | None:
    for index, column in enumerate(form.columns):
        if column.role in TITLE_ROLES:
            _, blocks = take_leading_number(group.blocks(index))
            return join_passages(b.passage for b in blocks) or None
    return None


def _role_passage(group: RowGroup, form: TableForm, role: str) -> Passage | None:
    passages = (group.passage(i) for i, column in enumerate(form.columns) if column.role == role)
    return join_passages(passages) or None


def _context(group: RowGroup, form: TableForm, main: int) -> dict[str, Passage]:
    """The other columns of the row that are filled, by role."""
    found: dict[str, Passage] = {}
    for index, column in enumerate(form.columns):
        is_other = index != main and (
            column.role not in OWN_ROLES or column.role in AGREEMENT_ROLES
        )
        if is_other and not group.shares(index, main) and (passage := group.passage(index)):
            role = _context_role(column)
            found[role] = join_passages([found.get(role, Passage()), passage])
    return found


def _context_role(column: Column) -> str:
    if column.role == "jaarafspraak" and column.horizon:
        return f"jaarafspraak_{column.horizon.replace('-', '_')}"
    return column.role


def carry_down(agreement: Agreement, before: Mapping[str, Passage]) -> Agreement:
    """The agreement with the goal of the row above, where its own row prints none."""
    held = {k: v for k, v in before.items() if k in CARRIED_DOWN}
    return replace(agreement, context=held | dict(agreement.context)) if held else agreement


def unknown_column_findings(form: TableForm, page_number: int | None) -> Iterator[Finding]:
    """A finding for each header that the vocabulary does not know."""
    for column in form.columns:
        if not column.is_known and column.header:
            header = column.header
            yield make_finding("unknown_column_header", page_number=page_number, header=header)


def cell_words(cell: Cell) -> Iterator[PlacedWord]:
    """The placed words of a cell, nested tables included."""
    for block in cell.blocks:
        yield from block.passage.words
        if block.table is not None:
            for row in block.table.rows:
                for inner in row:
                    yield from cell_words(inner)
