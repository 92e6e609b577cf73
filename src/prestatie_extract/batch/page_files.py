"""The pages of documents as pictures in folders, drawn under the limits of a conversion."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prestatie_extract.batch.messages import Job, PageFile, Report
from prestatie_extract.errors import ChangedFile

if TYPE_CHECKING:
    from prestatie_extract.batch.settings import Settings


@dataclass(frozen=True, slots=True)
class Drawing:
    """A document whose pages are to be drawn."""

    url: str
    """Where its bytes are."""
    sha256: str
    folder: Path
    """Where the pictures go; made where it does not exist."""


def draw_documents(
    drawings: Sequence[Drawing], settings: Settings
) -> Iterator[tuple[Drawing, Report]]:
    """Each document with its pages, or why there are none, as they are done.

    A document cannot stop the others: each is drawn in a process of its own.
    """
    from prestatie_extract.batch.engines import start_engine

    if not drawings:
        return
    by_job = {_make_job(drawing, settings): drawing for drawing in drawings}
    with start_engine(settings, len(by_job)) as engine:
        for job, report in engine.run(by_job):
            yield by_job[job], report


def draw_pages(path: Path, sha256: str, folder: Path) -> tuple[PageFile, ...]:
    """The pages of the PDF at `path` as files in `folder`, in order.

    Raises:
        DocumentError: it is another file than it was, or pdfium cannot open it.
    """
    from prestatie_extract.read.rendering import render_pages

    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ChangedFile(path)
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    for image in render_pages(content):
        name = f"{image.page_number:04}{image.suffix}"
        (folder / name).write_bytes(image.content)
        drawn.append(
            PageFile(
                image.page_number,
                round(image.width, 2),
                round(image.height, 2),
                image.pixel_width,
                image.pixel_height,
                name,
            )
        )
    return tuple(drawn)


def _make_job(drawing: Drawing, settings: Settings) -> Job:
    return Job(drawing.url, "", drawing.sha256, settings.limits, render_into=str(drawing.folder))
