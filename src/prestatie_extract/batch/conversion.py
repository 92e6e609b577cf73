"""One document in the worker: run the stages that are left, say what came out."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from prestatie_extract.batch.messages import (
    UNAPPLIED,
    Job,
    Report,
    Summary,
    Unapplied,
    pack,
    unpack,
)
from prestatie_extract.batch.page_files import draw_pages
from prestatie_extract.document import Draft, Source
from prestatie_extract.errors import ChangedFile, DocumentError, TooDeep

if TYPE_CHECKING:
    from spacy.language import Language

    from prestatie_extract.schema import Record

INTERNAL_ERROR = "internal_error"
TOLD_CORRECTIONS = 10  # of a document; the summary of a run tells no more of all of them
"""Error code of a document on which the program itself failed."""


def convert_document(job: Job, path: Path, nlp: Language | None) -> Report:
    """What came of the document at `path`; every error but of memory is part of the report.

    Args:
        job: what to do.
        path: where the bytes are.
        nlp: the language model; None is enough to draw pages.

    Raises:
        MemoryError: there is too little left to say more.
    """
    try:
        if job.render_into:
            return Report(status="ok", pages=draw_pages(path, job.sha256, Path(job.render_into)))
        assert nlp is not None
        return _convert(job, path, nlp)
    except DocumentError as error:
        return fail(error)
    except RecursionError as error:
        return replace(fail(TooDeep()), trace=_last_lines(error))
    except MemoryError:
        raise
    except Exception as error:
        message = f"{type(error).__name__} in the program: please report it with the traceback"
        return Report(error_code=INTERNAL_ERROR, error_message=message, trace=_last_lines(error))


def fail(error: DocumentError, *, is_killed: bool = False) -> Report:
    """The report of a document that has no record."""
    return Report(error_code=error.code, error_message=str(error), is_killed=is_killed)


def describe(record: Record) -> Summary:
    """The record in short."""
    coverage = record.coverage
    lost = coverage.unassigned / coverage.characters if coverage.characters else None
    return Summary(
        agreements=len(record.agreements),
        targets=sum(len(agreement.targets) for agreement in record.agreements),
        pages=record.document.page_count or 0,
        findings=dict(Counter(str(finding.severity) for finding in record.findings)),
        assigned_ratio=None if lost is None else 1 - lost,
        corrections=dict(Counter(str(correction.status) for correction in record.corrections)),
        unapplied=tuple(islice(_find_unapplied(record), TOLD_CORRECTIONS)),
    )


def _find_unapplied(record: Record) -> Iterator[Unapplied]:
    for found in record.corrections:
        if found.status in UNAPPLIED:
            yield Unapplied(
                found.source_file, found.agreement_id, found.field, found.reason or found.status
            )


def _convert(job: Job, path: Path, nlp: Language) -> Report:
    from prestatie_extract.corrections import correct_record
    from prestatie_extract.pipeline import tag_draft
    from prestatie_extract.write import json_name, record_to_json

    source, draft, made = _run_stages(job, path)
    named = replace(draft, source=replace(draft.source, path=job.name))
    record = correct_record(tag_draft(named, nlp), job.corrections)
    return Report(
        status=record.status,
        summary=describe(record),
        record_name=json_name(record),
        record=record_to_json(record).encode(),
        source=pack(source) if source else None,
        draft=pack(draft) if made else None,
        error_code=record.failure.code if record.failure else None,
        error_message=record.failure.message if record.failure else None,
        needs_ocr=bool(draft.source.ocr or draft.source.ocr_obstacle),
    )


def _run_stages(job: Job, path: Path) -> tuple[Source | None, Draft, bool]:
    """The source if it was read now, the draft, and whether that was made now."""
    from prestatie_extract.pipeline import find_draft

    draft = unpack(job.draft, Draft) if job.draft else None
    if draft is not None:
        return None, draft, False
    source = unpack(job.source, Source) if job.source else None
    if source is not None:
        return None, find_draft(source), True
    source = _read(job, path)
    return source, find_draft(source), True


def _read(job: Job, path: Path) -> Source:
    from prestatie_extract.read import read_source

    source = read_source(path, name=job.name, ocr=job.ocr)
    if source.sha256 != job.sha256:
        raise ChangedFile(path)
    return source


TRACE_CHARS = 20_000


def _last_lines(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))[-TRACE_CHARS:]
