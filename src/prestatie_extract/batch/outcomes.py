"""What became of each document, and of the run."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field

from prestatie_extract.batch.manifest import Entry
from prestatie_extract.batch.messages import Summary
from prestatie_extract.batch.settings import Limits
from prestatie_extract.errors import ExitCode
from prestatie_extract.findings import SEVERITIES
from prestatie_extract.schema.correction import CorrectionResult
from prestatie_extract.write import Failure


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document."""

    name: str
    url: str = ""
    """The path or URL it was read from."""
    sha256: str | None = None
    """Of the file's bytes; None where they could not be read."""
    status: str = "failed"
    """ok, warnings or failed."""
    summary: Summary = field(default_factory=Summary)
    record_name: str | None = None
    """Its file in `json/`; None where there is none."""
    error_code: str | None = None
    error_message: str | None = None
    trace: str | None = None
    """The traceback of an error that nobody foresaw."""
    limits: Limits | None = None
    """Those it went beyond; None where it was not stopped."""
    duplicates: tuple[str, ...] = ()
    """Other inputs with the same bytes; they are not converted again."""
    is_new: bool = True
    """Converted by this run; False where nothing had changed since an earlier one."""


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of all documents, in the order of the inputs."""

    outcomes: tuple[Outcome, ...]
    is_interrupted: bool = False
    missing: tuple[str, ...] = ()
    """Documents of earlier runs that are no longer among the inputs."""
    is_pruned: bool = False
    """Whether the missing ones were taken out."""
    stray_corrections: tuple[CorrectionResult, ...] = ()
    """Corrections that meet no record, in order of agreement_id and field."""
    undone_corrections: tuple[str, ...] = ()
    """Documents that had corrections before, converted now by a run that was given no folder."""
    stale_corrections: tuple[str, ...] = ()
    """Documents whose corrections changed, but that are not among the inputs."""
    made_before: tuple[str, ...] = ()
    """What stands in the output folder and was made of tables that this run replaced."""

    def exit_code(self, fail_on: str | None = None) -> ExitCode:
        """The exit code; `fail_on` is the mildest severity of a finding that counts."""
        failed = sum(outcome.status == "failed" for outcome in self.outcomes)
        if self.is_interrupted:
            return ExitCode.INTERRUPTED
        if failed:
            return ExitCode.SOME_FAILED if failed < len(self.outcomes) else ExitCode.ALL_FAILED
        counting = SEVERITIES[SEVERITIES.index(fail_on) :] if fail_on else ()
        if any(o.summary.findings.get(severity) for o in self.outcomes for severity in counting):
            return ExitCode.FINDINGS
        return ExitCode.OK


def reproduce_command(path: str, limits: Limits, model: str = "") -> str:
    """What to type to see what happened to a document that was stopped."""
    memory = f"{limits.memory_bytes / 1e9:g}GB"
    timeout = f"{limits.timeout_seconds:g}"
    told = f"prestatie-extract show {shlex.quote(path)} --timeout {timeout} --memory {memory}"
    return f"{told} --model {shlex.quote(model)}" if model else told


def entry_to_outcome(
    entry: Entry, url: str, *, trace: str | None = None, is_new: bool = True
) -> Outcome:
    """The outcome of a document that is in the manifest."""
    return Outcome(
        name=entry.source_path,
        url=url,
        sha256=entry.sha256,
        status=entry.status,
        summary=entry.summary,
        record_name=entry.record_name,
        error_code=entry.error_code,
        error_message=entry.error_message,
        trace=trace,
        limits=entry.limits,
        duplicates=entry.duplicates,
        is_new=is_new,
    )


def entry_to_failure(entry: Entry) -> Failure:
    """What the tables say of a document without a record."""
    return Failure(
        entry.source_path, entry.sha256, entry.error_code or "", entry.error_message or ""
    )
