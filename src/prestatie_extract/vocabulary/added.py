"""A folder of CSV tables of one's own -> the rows to add, checked."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from prestatie_extract.errors import BadVocabulary
from prestatie_extract.vocabulary import (
    COMMENT_MARK,
    Row,
    Vocabulary,
    load_shipped,
    table_names,
)
from prestatie_extract.vocabulary.checks import complain_about, lower_key
from prestatie_extract.vocabulary.rows import AddedRows, key_of

SUFFIX = ".csv"
CLOSED_TABLES = {"municipalities": "it is the national list"}
"""Tables that nothing is added to, and why."""
LARGEST_FILE_BYTES = 2_000_000  # some 40,000 rows
WAY_OUT = "name another folder with --vocabulary, or leave it out with --vocabulary none"
Key = tuple[str, ...]
EXCEL_MARK = "sep="
"""First line by which a spreadsheet tells its separator."""


def load_vocabulary(folder: str | Path) -> Vocabulary:
    """The rows in the `.csv` files of a folder, each named like a shipped table.

    A row that is shipped as well adds nothing. Separated by commas or, as Dutch spreadsheets write
    it, by semicolons.

    Raises:
        BadVocabulary: there is no such folder, a file is no table of ours or cannot be read, or a
            row does not fit; the message tells file and line.
    """
    root = Path(folder)
    try:
        paths = sorted(path for path in root.iterdir() if not path.name.startswith((".", "~")))
    except OSError as error:
        raise BadVocabulary(f"{root}: no folder of tables: {WAY_OUT}") from error
    read = [_read_table(path) for path in paths if _is_table(path)]
    if not read:
        raise BadVocabulary(f"{root}: no table in it, as columns{SUFFIX}: {WAY_OUT}")
    return Vocabulary(tuple(sorted((t for t in read if t.rows), key=lambda t: t.table)))


def _is_table(path: Path) -> bool:
    """Whether it is a table to read; other files are notes, unless they bear a table's name.

    Raises:
        BadVocabulary: it is none of ours, or not CSV.
    """
    name = path.stem
    if path.suffix != SUFFIX:
        if name.casefold() in table_names():
            raise BadVocabulary(f"{path}: save it as CSV UTF-8, named {name.casefold()}{SUFFIX}")
        return False
    if name not in table_names():
        near = _nearest(name.casefold(), table_names())
        advice = f"did you mean {near}{SUFFIX}?" if near else "docs/configuration.md lists them"
        raise BadVocabulary(f"{path}: no table of that name; {advice}")
    if name in CLOSED_TABLES:
        raise BadVocabulary(f"{path}: nothing can be added to it: {CLOSED_TABLES[name]}")
    return True


def _read_table(path: Path) -> AddedRows:
    name, shipped = path.stem, load_shipped(path.stem)
    columns = tuple(shipped[0])
    rows: list[Row] = []
    of_key: dict[Key, list[Row]] = {}
    for line, cells in _read_rows(path, columns):
        row = lower_key(name, dict(zip(columns, cells, strict=True)))
        same = of_key.setdefault(key_of(name, row), [])
        fault = complain_about(name, row, same)
        if fault:
            raise BadVocabulary(f"{path}, line {line}: {fault}")
        same.append(row)
        rows.append(row)
    return AddedRows(name, columns, _without_shipped(name, rows, shipped))


def _without_shipped(
    name: str, rows: Sequence[Row], shipped: Sequence[Row]
) -> tuple[tuple[str, ...], ...]:
    """The rows without those of keys for which exactly the same is shipped."""
    ours, added = _by_key(name, shipped), _by_key(name, rows)
    new = {key for key, same in added.items() if same != ours.get(key)}
    return tuple(tuple(row.values()) for row in rows if key_of(name, row) in new)


def _by_key(name: str, rows: Sequence[Row]) -> dict[Key, list[Row]]:
    found: dict[Key, list[Row]] = {}
    for row in rows:
        found.setdefault(key_of(name, row), []).append(row)
    return found


def _read_rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row in the order of `columns`, with its line."""
    numbered = _read_lines(path)
    if not numbered:
        raise BadVocabulary(f"{path}: no header: write {','.join(columns)} above the rows")
    separator = ";" if ";" in numbered[0][1] else ","
    reader = csv.reader((text for _, text in numbered), delimiter=separator, strict=True)
    try:
        header = _without_empty_end([cell.strip() for cell in next(reader)])
        places = _find_columns(path, header, columns)
        for cells in map(_without_empty_end, reader):
            line = numbered[reader.line_num - 1][0]
            if len(cells) > len(header):
                raise BadVocabulary(_tell_cells(f"{path}, line {line}", cells, header))
            cells.extend([""] * (len(header) - len(cells)))  # as the shipped tables leave them out
            yield line, [cells[place].strip() for place in places]
    except csv.Error as error:
        line = numbered[min(reader.line_num, len(numbered)) - 1][0]
        raise BadVocabulary(f"{path}, line {line}: not CSV: {error}") from error


def _without_empty_end(cells: list[str]) -> list[str]:
    """The cells up to the last filled one: spreadsheets write empty columns behind the table."""
    return cells[: max((n for n, cell in enumerate(cells, start=1) if cell.strip()), default=0)]


def _read_lines(path: Path) -> list[tuple[int, str]]:
    """The lines that are neither empty nor comment, with their numbers."""
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise BadVocabulary(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadVocabulary(
            f"{path}, line {line}: not UTF-8: save it as CSV UTF-8 in the spreadsheet"
        ) from error
    if len(content) > LARGEST_FILE_BYTES:
        raise BadVocabulary(f"{path}: too large for a table of words: is it another file?")
    lines = enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1)
    return [(n, line) for n, line in lines if _is_data(line)]


def _is_data(line: str) -> bool:
    bare = line.strip().strip(";,\"' ")
    return bool(bare) and not bare.startswith(COMMENT_MARK) and not bare.startswith(EXCEL_MARK)


def _find_columns(path: Path, header: Sequence[str], columns: Sequence[str]) -> list[int]:
    """The place of each column in the header.

    Raises:
        BadVocabulary: one is missing, unknown or there twice.
    """
    for cell in header:
        if cell not in columns:
            near = _nearest(cell.casefold(), columns)
            advice = f"did you mean {near}?" if near else f"the columns are {','.join(columns)}"
            raise BadVocabulary(f"{path}: unknown column {cell!r}; {advice}")
    missing = [column for column in columns if column not in header]
    if missing:
        raise BadVocabulary(f"{path}: no column {missing[0]}: the header is {','.join(columns)}")
    if len(set(header)) < len(header):
        raise BadVocabulary(f"{path}: a column stands twice: the header is {','.join(columns)}")
    return [header.index(column) for column in columns]


def _tell_cells(place: str, cells: Sequence[str], header: Sequence[str]) -> str:
    return (
        f"{place}: {len(cells)} cells where the header has {len(header)}: "
        "put a cell with the separator in it between quotes"
    )


def _nearest(word: str, known: Sequence[str]) -> str | None:
    return next(iter(get_close_matches(word, known, n=1)), None)
