"""The site of an output folder, replaced as a whole: nobody sees half of it.

index.html                          the overview
documents/<document_id>.html        a page a document
documents/<document_id>/0001.png    the pictures of its pages, pages.json beside them
site.json                           says that the folder is ours
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from prestatie_extract.batch import Settings
from prestatie_extract.errors import OutputError
from prestatie_extract.report.documents import make_document, make_line
from prestatie_extract.report.extra import require_extra
from prestatie_extract.report.html import Pages
from prestatie_extract.report.ledger import Counting, load_countings
from prestatie_extract.report.overview import make_overview
from prestatie_extract.report.pictures import DOCUMENTS, Pictures, Places, collect_pictures
from prestatie_extract.report.records import Failed, Listed, Shared, list_documents, load_shared
from prestatie_extract.report.views import DocumentLine
from prestatie_extract.schema import Record
from prestatie_extract.write import replacing_folder

MARK = "site.json"
GENERATOR = "prestatie-extract report"

OnStart = Callable[[int], None]
OnDone = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What became of the site."""

    index: Path
    """Its first page."""
    documents: int
    """Shown, and not failed."""
    failed: int
    """Inputs that failed in the run, with or without a record."""
    missing: tuple[str, ...]
    """Documents that were not found, so that their pages have no pictures."""
    undrawn: tuple[str, ...]
    """Documents that could not be drawn."""
    broken: tuple[tuple[str, str], ...]
    """Documents that are not shown, as their record is not there or not as the tables say; why."""


def write_site(
    out: Path,
    site: Path | None = None,
    *,
    search: Sequence[Path] = (),
    settings: Settings | None = None,
    on_start: OnStart | None = None,
    on_done: OnDone | None = None,
) -> SiteReport:
    """The site of what a run wrote to `out`, in the folder `site` (`<out>/report`).

    Pictures of pages are drawn once and kept from one site to the next.

    Args:
        out: the output folder of a run.
        site: where the site goes; an earlier one there is replaced.
        search: folders to look in for documents that are no longer where the run read them.
        settings: limits, and how many documents are drawn at a time.
        on_start: called with the number of documents.
        on_done: called with the path of each document when its page is written.

    Raises:
        NoTables: no run wrote there.
        OutputError: the site cannot be written, or the folder holds something else.
        MissingExtra: what makes pages and charts is not installed.
    """
    require_extra()
    site = site or out / "report"
    documents, failed = list_documents(out)
    _check_is_ours(site)
    if on_start:
        on_start(len(documents))
    countings = load_countings(out)
    with replacing_folder(site) as new:
        writer = _Writer(new, countings, on_done)
        places = Places(out, search, site, new)
        with closing(collect_pictures(documents, places, settings or Settings())) as found:
            for document, pictures in found:
                writer.write(document, pictures)
        writer.finish(failed, load_shared(out))
    return SiteReport(
        site / "index.html",
        sum(not line.failure for line in writer.lines),
        len(failed) + sum(bool(line.failure) for line in writer.lines),
        tuple(sorted(writer.missing)),
        tuple(sorted(writer.undrawn)),
        tuple(sorted((one.source_path, one.message) for one in writer.broken)),
    )


class _Writer:
    """Writes the pages as their pictures are there, and keeps what the overview needs."""

    def __init__(
        self, folder: Path, countings: Mapping[str, Counting], on_done: OnDone | None
    ) -> None:
        self.folder = folder
        self.countings = countings
        self.on_done = on_done
        self.pages = Pages()
        self.lines: list[DocumentLine] = []
        self.missing: list[str] = []
        self.undrawn: list[str] = []
        self.broken: list[Failed] = []
        (folder / DOCUMENTS).mkdir()

    def write(self, document: Listed, pictures: Pictures) -> None:
        """The page of one document, if its record is the one that the tables list."""
        try:
            record = document.load()
        except OutputError as error:
            self._leave_out(document, str(error))
        else:
            self._write(document, record, pictures)
        if self.on_done:
            self.on_done(document.source_path)

    def _leave_out(self, document: Listed, message: str) -> None:
        """One record that cannot be shown is no reason to show nothing."""
        shutil.rmtree(self.folder / DOCUMENTS / document.document_id, ignore_errors=True)
        self.broken.append(Failed(document.source_path, "bad_record", message))

    def _write(self, document: Listed, record: Record, pictures: Pictures) -> None:
        content = self.pages.document(
            make_document(record, pictures.files, pictures.note, countings=self.countings)
        )
        (self.folder / DOCUMENTS / f"{document.document_id}.html").write_bytes(content)
        self.lines.append(make_line(record))
        if pictures.note:
            names = self.missing if pictures.is_missing else self.undrawn
            names.append(document.source_path)

    def finish(self, failed: Iterable[Failed], shared: Shared) -> None:
        """The overview, and the mark by which the next report knows the folder."""
        overview = make_overview(self.lines, [*failed, *self.broken], shared)
        (self.folder / "index.html").write_bytes(self.pages.overview(overview))
        ids = sorted(line.document_id for line in self.lines)
        mark = json.dumps({"generator": GENERATOR, "documents": ids}, indent=1)
        (self.folder / MARK).write_text(f"{mark}\n", encoding="utf-8")


def _check_is_ours(site: Path) -> None:
    """Refuse a folder in which there is something else than an earlier site.

    Raises:
        OutputError: it is one.
    """
    try:
        if not site.exists() or not any(site.iterdir()):
            return
        mark = json.loads((site / MARK).read_bytes())
    except (OSError, ValueError):
        mark = None
    if not isinstance(mark, dict) or mark.get("generator") != GENERATOR:
        raise OutputError(
            f"{site} holds something else than a report: choose another --out, or empty it"
        )
