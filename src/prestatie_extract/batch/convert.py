"""A run: find the inputs, convert what is new, keep each at once, write the tables at the end."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from prestatie_extract.batch.derived import find_derived
from prestatie_extract.batch.engines import Engine, start_engine
from prestatie_extract.batch.files import Folder, hash_file
from prestatie_extract.batch.inputs import InputFile, find_inputs
from prestatie_extract.batch.isolation import Isolation
from prestatie_extract.batch.keys import hash_model, make_keys
from prestatie_extract.batch.lock import locked
from prestatie_extract.batch.manifest import Entry, Manifest
from prestatie_extract.batch.messages import Job, Report
from prestatie_extract.batch.outcomes import (
    BatchResult,
    Outcome,
    entry_to_outcome,
    reproduce_command,
)
from prestatie_extract.batch.settings import Limits, Settings
from prestatie_extract.batch.sources import remember_sources
from prestatie_extract.batch.strays import find_stale, find_strays
from prestatie_extract.batch.tables import write_all_tables
from prestatie_extract.corrections import Correction, Corrections, load_corrections
from prestatie_extract.corrections.written import hash_corrections
from prestatie_extract.errors import ChangedFile, DocumentError, UnreadableFile
from prestatie_extract.read import OcrMode
from prestatie_extract.read.ocr_engine import find_engine
from prestatie_extract.schema.codes import DOCUMENT_ID_CHARS
from prestatie_extract.tagging.contents import find_model
from prestatie_extract.vocabulary import Vocabulary, use_vocabulary, vocabulary_in_use
from prestatie_extract.vocabulary.added import load_vocabulary
from prestatie_extract.write import Failure

OnStart = Callable[[int], None]
OnOutcome = Callable[[Outcome], None]


def convert(
    inputs: Sequence[str | Path],
    out: str | Path,
    settings: Settings | None = None,
    *,
    on_start: OnStart | None = None,
    on_outcome: OnOutcome | None = None,
) -> BatchResult:
    """JSON and Parquet of all `inputs` in `out`; what was done by an earlier run is kept.

    An error in one document becomes its row in the tables and the others go on. After an interrupt
    the tables hold what was finished.

    Args:
        inputs: files, folders (searched for PDF, text and markdown) and glob patterns; paths or
            URLs that fsspec knows.
        out: a folder or URL; made where it does not exist.
        settings: limits, number of workers and engine.
        on_start: called with the number of documents.
        on_outcome: called after each document.

    Raises:
        NoInput: no input file exists.
        MissingExtra: something asked for is not installed.
        ModelMissing: there is no language model where it is looked for.
        BadCorrections: the corrections cannot be read; nothing is converted then.
        BadVocabulary: the tables to add cannot be read; nothing is converted then.
        VocabularyInUse: this process has begun with another vocabulary.
        OutputError: the output could not be written, or another run writes there.
    """
    settings = settings or Settings()
    corrections = _load(settings.corrections)
    use_vocabulary(_load_vocabulary(settings.vocabulary))
    files = find_inputs(inputs, leave_out=str(out))
    folder = Folder(str(out))
    with locked(folder):
        keys = make_keys(settings.ocr, find_engine(), hash_model(settings.model))
        run = _Run(Manifest(folder, keys), settings, corrections, on_start, on_outcome)
        return run.convert(files)


def convert_alone(
    path: Path,
    limits: Limits,
    ocr: OcrMode = OcrMode.AUTO,
    model: str = "",
    *,
    corrections: str | None = None,
    vocabulary: str | None = None,
) -> tuple[bytes, Outcome]:
    """The record of one file as JSON, and what became of it; empty where it has none.

    It is converted in a process of its own, as in a run; nothing is written.

    Raises:
        ModelMissing: there is no language model where it is looked for.
        BadCorrections: the folder of corrections cannot be read.
        BadVocabulary: the tables to add cannot be read.
    """
    find_model(model)
    added = _load_vocabulary(vocabulary)
    loaded = _load(corrections)
    file = InputFile(str(path), path.name)
    sha256 = hash_file(file.url)
    if sha256 is None:
        return b"", _fail_unread(file)
    with Isolation() as isolation:
        named = _of(sha256, loaded)
        job = Job(
            file.url, file.name, sha256, limits, ocr, model,
            corrections=named, vocabulary=added,
        )  # fmt: skip
        report = isolation.run(job)
    outcome = Outcome(
        name=file.name,
        url=file.url,
        sha256=sha256,
        status=report.status,
        summary=report.summary,
        record_name=report.record_name,
        error_code=report.error_code,
        error_message=report.error_message,
        trace=report.trace,
    )
    return report.record or b"", outcome


@dataclass(slots=True)
class _Run:
    """What a run has come to know."""

    manifest: Manifest
    settings: Settings
    corrections: Corrections
    on_start: OnStart | None
    on_outcome: OnOutcome | None
    places: dict[str, list[InputFile]] = field(default_factory=dict)
    """The inputs by the hash of their bytes, in the order of their names."""
    unread: list[InputFile] = field(default_factory=list)
    """The inputs whose bytes could not be read."""
    outcomes: list[Outcome] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    """Documents that an earlier run had corrections for, and this run was given no folder."""

    def convert(self, files: Sequence[InputFile]) -> BatchResult:
        """Do all of it; after an interrupt, the tables of what was finished."""
        is_interrupted = False
        missing: list[Entry] = []
        try:
            self._look_at(files)
            remember_sources(self.manifest.folder, self.places)
            missing = [e for sha, e in self.manifest.entries.items() if sha not in self.places]
            self._convert_new()
            if self.settings.prune:
                for entry in missing:
                    self.manifest.drop(entry)
        except KeyboardInterrupt:
            is_interrupted = True
        strays = find_strays(self.manifest, self.corrections)
        is_changed = write_all_tables(self.manifest, self._failures(), self.settings, strays=strays)
        order = {file.url: place for place, file in enumerate(files)}
        return BatchResult(
            tuple(sorted(self.outcomes, key=lambda outcome: order[outcome.url])),
            is_interrupted=is_interrupted,
            missing=tuple(sorted(entry.source_path for entry in missing)),
            is_pruned=self.settings.prune and not is_interrupted,
            stray_corrections=strays,
            undone_corrections=tuple(sorted(self.undone)),
            stale_corrections=() if is_interrupted else self._find_stale(),
            made_before=find_derived(self.manifest.folder) if is_changed else (),
        )

    def _find_stale(self) -> tuple[str, ...]:
        return find_stale(self.manifest, self.corrections, self.places)

    def _look_at(self, files: Iterable[InputFile]) -> None:
        """Hash the inputs, so that each content is converted once, by the first of its names."""
        for file in sorted(files, key=lambda file: file.name):
            sha256 = hash_file(file.url)
            if sha256 is None:
                self.unread.append(file)
            else:
                self.places.setdefault(sha256, []).append(file)

    def _convert_new(self) -> None:
        if self.on_start:
            self.on_start(len(self.unread) + len(self.places))
        for file in self.unread:
            self._tell(_fail_unread(file))
        new = [sha256 for sha256 in self.places if not self._is_done(sha256)]
        if not new:
            return
        with start_engine(self.settings, len(new)) as engine:
            killed = self._run_jobs(engine, map(self._make_job, new))
            for sha256 in killed:  # once more, alone
                self._run_jobs(engine, [self._make_job(sha256)], is_last=True)

    def _is_done(self, sha256: str) -> bool:
        """Whether an earlier run has done it; tells so."""
        file = self.places[sha256][0]
        wanted = hash_corrections(_of(sha256, self.corrections))
        entry = self.manifest.find(sha256, file.name, corrections=wanted)
        if entry is None or self._is_to_retry(entry):
            return False
        if entry.duplicates != self._duplicates(sha256):
            entry = replace(entry, duplicates=self._duplicates(sha256))
            self.manifest.note(entry)
        self._tell(entry_to_outcome(entry, file.url, is_new=False))
        return True

    def _is_to_retry(self, entry: Entry) -> bool:
        was_stopped = entry.limits is not None
        is_asked = self.settings.retry_failed and entry.record_name is None
        return is_asked or (was_stopped and entry.limits != self.settings.limits)

    def _make_job(self, sha256: str) -> Job:
        file = self.places[sha256][0]
        source, draft = self.manifest.read_stages(sha256)
        settings = self.settings
        return Job(
            file.url, file.name, sha256, settings.limits, settings.ocr, settings.model,
            source, draft, _of(sha256, self.corrections), vocabulary_in_use(),
        )  # fmt: skip

    def _run_jobs(self, engine: Engine, jobs: Iterable[Job], *, is_last: bool = False) -> list[str]:
        """Commit each report; the hashes of those whose worker died, to be tried again."""
        killed: list[str] = []
        for job, report in engine.run(jobs):
            if report.is_killed and not is_last:
                killed.append(job.sha256)
            elif report.error_code == ChangedFile.code:
                self._tell(_fail_unread(self.places[job.sha256][0], ChangedFile()))
            else:
                self._commit(job, report)
        return killed

    def _commit(self, job: Job, report: Report) -> None:
        entry, old = self._make_entry(job, report), self.manifest.entries.get(job.sha256)
        if old and old.corrections and self.settings.corrections is None:
            self.undone.append(job.name)
        self.manifest.commit(entry, report)
        self._tell(entry_to_outcome(entry, job.url, trace=report.trace))

    def _make_entry(self, job: Job, report: Report) -> Entry:
        record, message = report.record, report.error_message
        needs_ocr = report.needs_ocr or report.is_killed  # it may have been OCR that took too much
        if report.is_killed:
            message = (
                f"{message}; see it with: {reproduce_command(job.name, job.limits, job.model)}"
            )
        return Entry(
            sha256=job.sha256,
            source_path=job.name,
            key=self.manifest.keys.of(needs_ocr=needs_ocr).record,
            status=report.status,
            summary=report.summary,
            record_name=report.record_name,
            record_sha256=None if record is None else hashlib.sha256(record).hexdigest(),
            error_code=report.error_code,
            error_message=message,
            duplicates=self._duplicates(job.sha256),
            needs_ocr=needs_ocr,
            limits=job.limits if report.is_killed else None,
            corrections=hash_corrections(job.corrections),
        )

    def _duplicates(self, sha256: str) -> tuple[str, ...]:
        return tuple(file.name for file in self.places[sha256][1:])

    def _tell(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        if self.on_outcome:
            self.on_outcome(outcome)

    def _failures(self) -> list[Failure]:
        """The rows of what could not be read; two of one name are told apart by their number."""
        failures: list[Failure] = []
        for outcome in (o for o in self.outcomes if o.sha256 is None):
            namesakes = sum(failure.source_path == outcome.name for failure in failures)
            code, message = outcome.error_code or "", outcome.error_message or ""
            failures.append(Failure(outcome.name, None, code, message, namesakes))
        return failures


def _load(folder: str | None) -> Corrections:
    return Corrections() if folder is None else load_corrections(folder)


def _load_vocabulary(folder: str | None) -> Vocabulary:
    return Vocabulary() if folder is None else load_vocabulary(folder)


def _of(sha256: str, corrections: Corrections) -> tuple[Correction, ...]:
    return corrections.of(sha256[:DOCUMENT_ID_CHARS])


def _fail_unread(file: InputFile, error: DocumentError | None = None) -> Outcome:
    error = error or UnreadableFile(file.url)
    return Outcome(file.name, file.url, error_code=error.code, error_message=str(error))
