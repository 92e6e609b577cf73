"""What goes to a worker and comes back: plain data, so that any engine can carry it.

A document is a pure task, `Job` -> `Report`: the worker reads the file and writes nothing, but for
the pictures of pages where those are what is asked for.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from prestatie_extract.batch.settings import Limits
from prestatie_extract.corrections import Correction
from prestatie_extract.read import OcrMode
from prestatie_extract.vocabulary import Vocabulary

T = TypeVar("T")

UNAPPLIED = frozenset(("outdated", "refused", "unknown_agreement"))
"""What may become of a correction of a record that somebody must look at."""
STAGE_COMPRESSION = 1  # zlib's level; 6 takes three times as long for a tenth less


@dataclass(frozen=True, slots=True)
class Job:
    """A document to convert, with what is left of an earlier time."""

    url: str
    """Where its bytes are; a plain path for this machine."""
    name: str
    """What it is published as."""
    sha256: str
    limits: Limits
    ocr: OcrMode = OcrMode.AUTO
    model: str = ""
    """Folder of the trained pipeline; "" for the one that is shipped, "none" for rules alone."""
    source: bytes | None = None
    """A packed `Source`: the file need not be read."""
    draft: bytes | None = None
    """A packed `Draft`: only tagging is left to do."""
    corrections: tuple[Correction, ...] = ()
    """Those that name the document."""
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    """The rows to add to the shipped tables."""
    render_into: str | None = None
    """A folder of this machine: draw the pages there, and do nothing else."""


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page that was drawn."""

    page_number: int
    """From 1."""
    width: float
    """Of the page as shown, points."""
    height: float
    pixel_width: int
    pixel_height: int
    name: str
    """Of the file in the folder."""


@dataclass(frozen=True, slots=True)
class Unapplied:
    """A correction that is not applied."""

    source_file: str
    agreement_id: str
    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A record in short."""

    agreements: int = 0
    targets: int = 0
    pages: int = 0
    findings: dict[str, int] = field(default_factory=dict)
    """How many by severity."""
    assigned_ratio: float | None = None
    """Share of the characters that is accounted for; None where there are none."""
    corrections: dict[str, int] = field(default_factory=dict)
    """How many by what became of them."""
    unapplied: tuple[Unapplied, ...] = ()
    """The first of those that somebody must look at; `corrections` has how many there are."""


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a job: a record, or why there is none."""

    status: str = "failed"
    """ok, warnings or failed."""
    summary: Summary = field(default_factory=Summary)
    record_name: str | None = None
    """What the record's file is called."""
    record: bytes | None = None
    """The record as JSON."""
    source: bytes | None = None
    """The packed `Source`, where it was made now."""
    draft: bytes | None = None
    """The packed `Draft`, where it was made now."""
    error_code: str | None = None
    error_message: str | None = None
    trace: str | None = None
    """The traceback of an error that nobody foresaw."""
    pages: tuple[PageFile, ...] = ()
    """The pages that were drawn, where that was the job."""
    needs_ocr: bool = False
    """Some page needs OCR or was read by it, so that it matters what OCR there is."""
    is_killed: bool = False
    """The worker died or was stopped, so that nobody knows what it would have said."""


def pack(stage: object) -> bytes:
    """A stage's result as bytes, the same for equal results."""
    return zlib.compress(msgspec.msgpack.encode(stage), STAGE_COMPRESSION)


def unpack(content: bytes, kind: type[T]) -> T | None:
    """The stage's result, None where the bytes are damaged or of another version."""
    try:
        return msgspec.msgpack.decode(zlib.decompress(content), type=kind)
    except (zlib.error, msgspec.MsgspecError):
        return None
