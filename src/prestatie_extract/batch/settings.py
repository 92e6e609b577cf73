"""What a run may do: what the records depend on, and the limits of one document."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from prestatie_extract.read import OcrMode

DEFAULT_TIMEOUT_SECONDS = 120.0
DEFAULT_MEMORY_BYTES = 2 * 1000**3


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may use; what goes beyond is stopped."""

    timeout_seconds: float = DEFAULT_TIMEOUT_SECONDS
    """Wall-clock time."""
    memory_bytes: int = DEFAULT_MEMORY_BYTES
    """Address space of its process, as the operating system counts it."""


class EngineName(StrEnum):
    """Where documents are converted: processes of this machine, or a Dask cluster."""

    LOCAL = "local"
    DASK = "dask"


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run; what the records say depends on the first four behind `limits` alone."""

    limits: Limits = field(default_factory=Limits)
    ocr: OcrMode = OcrMode.AUTO
    """Which pages are read by OCR, where that is installed."""
    model: str = ""
    """Folder of the trained pipeline; "" for the one that is shipped, "none" for rules alone."""
    corrections: str | None = None
    """Folder of corrections; None for none."""
    vocabulary: str | None = None
    """Folder of tables whose rows are added to the shipped ones; None for none."""
    jobs: int = 0
    """How many documents at a time; 0 is one a core."""
    engine: EngineName = EngineName.LOCAL
    scheduler: str | None = None
    """Address of a Dask scheduler; a cluster of this machine where None."""
    with_csv: bool = False
    """The tables as CSV too."""
    licence: str = ""
    """Identifier of the licence that the data package names, as CC-BY-4.0; "" for none."""
    prune: bool = False
    """Take out documents that are no longer among the inputs."""
    retry_failed: bool = False
    """Convert documents again that were set aside, even if nothing changed."""
