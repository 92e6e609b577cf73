"""The pictures of a site's pages: those of the site before are kept, the others drawn."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from prestatie_extract.batch import (
    Drawing,
    Folder,
    PageFile,
    Settings,
    draw_documents,
    find_sources,
)
from prestatie_extract.findings import find_kind
from prestatie_extract.read.rendering import RENDER_VERSION
from prestatie_extract.report.records import Listed
from prestatie_extract.write import write_file

DOCUMENTS = "documents"
"""Where in a site the pages of the documents are; the pictures of each in a folder there."""
INDEX = "pages.json"
"""Beside the pictures of a document: which there are, written when they all are."""
NOT_FOUND = (
    "De pagina’s staan er niet bij: het bronbestand is niet gevonden. "
    "Noem de map waar het staat met --sources."
)


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of one document."""

    files: Mapping[int, PageFile]
    """By page number; a page that cannot be drawn has none."""
    note: str = ""
    """Why there are none at all."""
    is_missing: bool = False
    """The document itself was not found."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where pictures come from and go to."""

    out: Path
    """The output of the run."""
    search: Sequence[Path]
    """Folders to look in for documents that are no longer where they were."""
    old: Path
    """The site there is."""
    new: Path
    """The site that is made."""


def collect_pictures(
    documents: Sequence[Listed], places: Places, settings: Settings
) -> Generator[tuple[Listed, Pictures]]:
    """Each document with its pictures, as they are there; text input has no pages.

    Args:
        documents: what the tables list.
        places: where to look and where to write.
        settings: limits, and how many documents at a time.
    """
    to_draw = []
    for document in documents:
        if not document.is_pdf:
            yield document, Pictures({})
        elif (kept := _keep(document, places)) is not None:
            yield document, kept
        else:
            to_draw.append(document)
    urls = find_sources(Folder(str(places.out)), (d.sha256 for d in to_draw), places.search)
    for document in to_draw:
        if document.sha256 not in urls:
            yield document, Pictures({}, NOT_FOUND, is_missing=True)
    found = [document for document in to_draw if document.sha256 in urls]
    yield from _draw(found, urls, places.new, settings)


def _draw(
    documents: Sequence[Listed], urls: Mapping[str, str], new: Path, settings: Settings
) -> Iterator[tuple[Listed, Pictures]]:
    """The longest documents first, so that nobody waits for the last one."""
    ordered = sorted(documents, key=lambda d: (-d.page_count, d.document_id))
    by_drawing = {Drawing(urls[d.sha256], d.sha256, _folder(new, d).absolute()): d for d in ordered}
    for drawing, report in draw_documents(list(by_drawing), settings):
        document = by_drawing[drawing]
        if report.error_code:
            shutil.rmtree(drawing.folder, ignore_errors=True)
            yield document, Pictures({}, _explain(report.error_code))
        else:
            write_file(drawing.folder / INDEX, _to_index(report.pages))
            yield document, Pictures({page.page_number: page for page in report.pages})


def _keep(document: Listed, places: Places) -> Pictures | None:
    """The pictures of the old site, moved along; None where it has none of this version."""
    old, new = _folder(places.old, document), _folder(places.new, document)
    try:
        index = json.loads((old / INDEX).read_bytes())
        if index["render_version"] != RENDER_VERSION:
            return None
        pages = [PageFile(**page) for page in index["pages"]]
        new.mkdir(parents=True)
        for name in (INDEX, *(page.name for page in pages)):
            _link(old / Path(name).name, new / Path(name).name)
    except (OSError, ValueError, KeyError, TypeError):
        shutil.rmtree(new, ignore_errors=True)
        return None
    return Pictures({page.page_number: page for page in pages})


def _link(old: Path, new: Path) -> None:
    """The same file under a second name, or a copy where the file system has no such thing."""
    try:
        os.link(old, new)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copyfile(old, new)


def _to_index(pages: Sequence[PageFile]) -> bytes:
    index = {"render_version": RENDER_VERSION, "pages": [asdict(page) for page in pages]}
    return (json.dumps(index, indent=1) + "\n").encode()


def _explain(code: str) -> str:
    kind = find_kind(code)
    return f"De pagina’s konden niet worden getekend. {kind.label_nl}. {kind.advice_nl}".strip()


def _folder(site: Path, document: Listed) -> Path:
    return site / DOCUMENTS / document.document_id
