"""Many documents: find the inputs, convert each once, write what came out, say what failed."""

from __future__ import annotations

import glob
import hashlib
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from prestatie_extract.errors import (
    DocumentError,
    ExitCode,
    NoInput,
    OutputError,
    UnreadableFile,
)
from prestatie_extract.read import SUFFIXES

if TYPE_CHECKING:
    from spacy.language import Language

    from prestatie_extract.schema import Record
    from prestatie_extract.write import DocumentRows, Failure

SEVERITIES = ("info", "warning", "error")
"""From mild to severe."""
INTERNAL_ERROR = "internal_error"
"""Error code of a document on which the program itself failed."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to convert; it is published by its path below `root`."""

    path: Path
    root: Path

    @property
    def name(self) -> str:
        """The path below the root, with slashes."""
        if self.path.is_relative_to(self.root):
            return self.path.relative_to(self.root).as_posix()
        return self.path.name


@dataclass(slots=True)
class Outcome:
    """What became of one document."""

    name: str
    sha256: str | None
    """Of the file's bytes; None where they could not be read."""
    status: str = "failed"
    """ok, warnings or failed."""
    json_path: Path | None = None
    agreements: int = 0
    targets: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    """Number of findings by severity."""
    assigned_ratio: float | None = None
    """Share of the characters that is accounted for; None where there are none."""
    error_code: str | None = None
    error_message: str | None = None
    trace: str | None = None
    """The traceback of an internal error."""
    namesakes: int = 0
    """How many inputs before it have the same name and could not be read."""
    duplicates: list[str] = field(default_factory=list)
    """Other inputs with the same bytes; they are not converted again."""


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of all documents, in the order of the inputs."""

    outcomes: tuple[Outcome, ...]
    is_interrupted: bool = False

    def exit_code(self, fail_on: str | None = None) -> ExitCode:
        """The exit code; `fail_on` is the mildest severity of a finding that counts."""
        failed = sum(outcome.status == "failed" for outcome in self.outcomes)
        if self.is_interrupted:
            return ExitCode.INTERRUPTED
        if failed:
            return ExitCode.SOME_FAILED if failed < len(self.outcomes) else ExitCode.ALL_FAILED
        counting = SEVERITIES[SEVERITIES.index(fail_on) :] if fail_on else ()
        if any(outcome.findings[severity] for outcome in self.outcomes for severity in counting):
            return ExitCode.FINDINGS
        return ExitCode.OK


def convert(
    inputs: Sequence[str | Path],
    out_dir: Path,
    *,
    nlp: Language | None = None,
    on_outcome: Callable[[Outcome], None] | None = None,
    with_csv: bool = False,
) -> BatchResult:
    """JSON and Parquet of all `inputs` in `out_dir`.

    An error in one document becomes its row in the tables and the others go on. After an interrupt
    the tables hold what was finished.

    Args:
        inputs: files, folders (searched for PDF, text and markdown) and glob patterns.
        out_dir: made where it does not exist.
        nlp: a Dutch spaCy pipeline that splits sentences; rules alone where None.
        on_outcome: called after each document.
        with_csv: the tables as CSV too.

    Raises:
        NoInput: no input file exists.
        OutputError: the output could not be written.
    """
    files = find_inputs(inputs)
    _make_folder(out_dir)
    outcomes: dict[str, Outcome] = {}
    is_interrupted = False
    try:
        for file in files:
            _convert_new(file, out_dir, nlp=nlp, outcomes=outcomes, on_outcome=on_outcome)
    except KeyboardInterrupt:
        is_interrupted = True
    _write_tables(outcomes.values(), out_dir, with_csv=with_csv)
    return BatchResult(tuple(outcomes.values()), is_interrupted)


def find_inputs(inputs: Iterable[str | Path]) -> list[InputFile]:
    """The files that `inputs` name, each once, folders in the order of their paths.

    A file that is named but does not exist stays in the list, so that its row says so.

    Raises:
        NoInput: none of them exists.
    """
    names = [str(entry) for entry in inputs]
    found: dict[Path, InputFile] = {}
    for file in (file for name in names for file in _expand(name)):
        found.setdefault(file.path.resolve(), file)
    files = list(found.values())
    if not any(file.path.exists() for file in files):
        raise NoInput(
            f"no input found in {', '.join(names)}: name PDF, .txt or .md files or their folder"
        )
    return files


def _expand(entry: str) -> Iterator[InputFile]:
    path = Path(entry)
    if path.is_dir():
        yield from _search(path)
    elif path.exists() or not glob.has_magic(entry):
        yield InputFile(path, path.parent)
    else:
        root = _root_of_pattern(path)
        for match in map(Path, sorted(glob.glob(entry, recursive=True))):
            if match.is_dir():
                yield from _search(match)
            elif match.suffix.lower() in SUFFIXES:
                yield InputFile(match, root)


def _search(folder: Path) -> Iterator[InputFile]:
    for path in sorted(folder.rglob("*")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and path.is_file() and not is_hidden:
            yield InputFile(path, folder)


def _root_of_pattern(path: Path) -> Path:
    """The folders before the first part with a wildcard: "in/2024/*.pdf" -> in/2024."""
    root = Path()
    for part in path.parts[:-1]:
        if glob.has_magic(part):
            break
        root /= part
    return root


def _make_folder(out_dir: Path) -> None:
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot make {out_dir} ({reason}): choose another --out") from error


def _convert_new(
    file: InputFile,
    out_dir: Path,
    *,
    nlp: Language | None,
    outcomes: dict[str, Outcome],
    on_outcome: Callable[[Outcome], None] | None,
) -> None:
    """Convert `file` unless its bytes have been; add the outcome to `outcomes`."""
    try:
        with file.path.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        sha256 = None
    key = sha256 or str(file.path)
    if key in outcomes:
        outcomes[key].duplicates.append(file.name)
        return
    outcome = _convert_one(file, sha256, out_dir, nlp=nlp)
    unread = [o for o in outcomes.values() if o.sha256 is None and o.name == file.name]
    outcome.namesakes = 0 if sha256 else len(unread)
    outcomes[key] = outcome
    if on_outcome:
        on_outcome(outcome)


def _convert_one(
    file: InputFile, sha256: str | None, out_dir: Path, *, nlp: Language | None
) -> Outcome:
    from prestatie_extract.pipeline import extract
    from prestatie_extract.write import write_json

    try:
        if sha256 is None:
            raise UnreadableFile(file.path)
        record = extract(file.path, input_root=file.root, nlp=nlp)
    except DocumentError as error:
        return Outcome(file.name, sha256, error_code=error.code, error_message=str(error))
    except Exception as error:
        message = f"{type(error).__name__} in the program: please report it with the traceback"
        trace = traceback.format_exc()
        return Outcome(
            file.name, sha256, error_code=INTERNAL_ERROR, error_message=message, trace=trace
        )
    return describe(record, file.name, write_json(record, out_dir))


def describe(record: Record, name: str, json_path: Path | None = None) -> Outcome:
    """The outcome of a document that has a record."""
    coverage, failure = record.coverage, record.failure
    lost = coverage.unassigned / coverage.characters if coverage.characters else None
    return Outcome(
        name,
        record.document.source_sha256,
        status=record.status,
        json_path=json_path,
        agreements=len(record.agreements),
        targets=sum(len(agreement.targets) for agreement in record.agreements),
        findings=Counter(finding.severity for finding in record.findings),
        assigned_ratio=None if lost is None else 1 - lost,
        error_code=failure.code if failure else None,
        error_message=failure.message if failure else None,
    )


def _write_tables(outcomes: Iterable[Outcome], out_dir: Path, *, with_csv: bool) -> None:
    """All tables; records are read back one by one, so that memory stays bounded."""
    from prestatie_extract.write import write_csv, write_tables

    ordered = sorted(outcomes, key=lambda outcome: _failure_of(outcome).document_id)
    for write in (write_tables, write_csv) if with_csv else (write_tables,):
        write(map(_rows_of, ordered), out_dir)


def _rows_of(outcome: Outcome) -> DocumentRows:
    from prestatie_extract.write import failure_to_rows, read_json, record_to_rows

    if outcome.json_path is None:
        return failure_to_rows(_failure_of(outcome), outcome.duplicates)
    return record_to_rows(read_json(outcome.json_path), outcome.duplicates)


def _failure_of(outcome: Outcome) -> Failure:
    from prestatie_extract.write import Failure

    return Failure(
        outcome.name,
        outcome.sha256,
        outcome.error_code or "",
        outcome.error_message or "",
        outcome.namesakes,
    )
