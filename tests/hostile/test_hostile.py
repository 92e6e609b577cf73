"""Files one should not trust go through a whole batch: each has its row, nothing else happens."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument
from tests.batch.builders import read_rows
from tests.hostile.builders import HOSTILE
from tests.hostile.mutate import mutate

from prestatie_extract.batch import BatchResult, Limits, OcrMode, Outcome, Settings, convert
from prestatie_extract.tagging.contents import NO_MODEL

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted([*ROOT.glob("data/raw/*.pdf"), *ROOT.glob("tests/samples/pdf/*.pdf")])
WHOLE_MUTANTS, SHORT_MUTANTS = 10, 46  # of each sample, nine of them
LIMITS = Limits(timeout_seconds=3.0, memory_bytes=10**9)  # bombs reach it before the time is up
LAST_SECONDS = 20.0  # from one finished document to the next: two tries, and a machine under load
CODES = {
    "broken_pdf",
    "crash",
    "encrypted_pdf",
    "memory_limit",
    "needs_ocr",
    "no_agreements_found",
    "no_text_layer",
    "not_a_pdf",
    "time_limit",
    "too_deep",
}
"""What may be wrong with a file; `internal_error` would be our own mistake."""


class Watch:
    """The longest time between two documents that were finished."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.monotonic()

    def see(self, _: Outcome) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[BatchResult, Path, Watch]]:
    """All hostile files in one run."""
    root, watch = tmp_path_factory.mktemp("hostile"), Watch()
    (root / "in").mkdir()
    for name, build in HOSTILE.items():
        (root / "in" / f"{name}.pdf").write_bytes(build())
    before = Path.cwd()
    settings = Settings(limits=LIMITS, ocr=OcrMode.NEVER, model=NO_MODEL, jobs=1, with_csv=True)
    yield convert([root / "in"], root / "out", settings, on_outcome=watch.see), root / "out", watch
    assert Path.cwd() == before


def outcome_of(result: BatchResult, name: str) -> Outcome:
    [outcome] = [o for o in result.outcomes if o.name == f"{name}.pdf"]
    return outcome


def record_of(result: BatchResult, out: Path, name: str) -> dict[str, Any]:
    record_name = outcome_of(result, name).record_name
    assert record_name
    record: dict[str, Any] = json.loads((out / "json" / record_name).read_text("utf-8"))
    return record


def test_every_file_has_a_row_and_a_reason(hostile: Any) -> None:
    """With one of a few codes; none is a mistake of our own, none held the others up."""
    result, out, watch = hostile
    rows = read_rows(out, "documents")
    copies = sum(len(outcome.duplicates) for outcome in result.outcomes)
    assert len(rows) + copies == len(HOSTILE)
    assert all(row["status"] != "failed" or row["error_message"] for row in rows)
    odd = {row["source_path"]: row["error_code"] for row in rows if row["error_code"]}
    assert not {name: code for name, code in odd.items() if code not in CODES}
    assert watch.longest < LAST_SECONDS


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("flate_bomb_content", "memory_limit"),
        ("flate_bomb_nested", "memory_limit"),
        ("flate_bomb_object_stream", "memory_limit"),
        ("encrypted_with_password", "encrypted_pdf"),
        ("encrypted_by_unknown_handler", "encrypted_pdf"),
        ("encrypted_with_empty_password", None),
        ("header_only", "broken_pdf"),
        ("truncated", "broken_pdf"),
        ("missing_root", "broken_pdf"),
        ("junk_before_500", None),
        ("junk_before_2000", "not_a_pdf"),
        ("page_tree_parent_cycle", None),
        ("page_count_huge", None),
        ("page_count_zero", None),
        ("page_enormous", None),
        ("deep_arrays_in_page", None),
        ("javascript_on_open", None),
        ("launch_action", None),
        ("embedded_file_climbs", None),
        ("form_draws_itself", None),
        ("text_shifted", "needs_ocr"),
        ("text_private_use", "needs_ocr"),
        ("text_without_to_unicode", "needs_ocr"),
        ("field_without_appearance", "no_text_layer"),
        ("annotation_only", "no_text_layer"),
    ],
)
def test_reason_is_the_right_one(hostile: Any, name: str, code: str | None) -> None:
    """Files that viewers show are read; of the others it is told what is wrong."""
    assert outcome_of(hostile[0], name).error_code == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("field_with_appearance", "text_in_annotations"),
        ("field_without_appearance", "text_in_annotations"),
        ("annotation_only", "text_in_annotations"),
        ("text_made_up_glyph_names", "page_font_unmapped"),
    ],
)
def test_silent_loss_is_a_finding(hostile: Any, name: str, code: str) -> None:
    """Text outside the text layer, and text that was guessed."""
    result, out, _ = hostile
    assert code in {f["code"] for f in record_of(result, out, name)["findings"]}


def test_text_is_harmless_where_it_is_printed(hostile: Any) -> None:
    """No control character in any output, no cell that a spreadsheet would run."""
    _, out, _ = hostile
    for path in out.rglob("*.json"):
        assert not controls(path.read_text("utf-8"))
    for path in (out / "csv").iterdir():
        text = path.read_text("utf-8")
        assert not controls(text)
        cells = [cell for row in csv.reader(text.splitlines(keepends=True)) for cell in row]
        assert not [cell for cell in cells if cell[:1] in set("=+@\t\r")]


def controls(text: str) -> set[str]:
    return {c for c in text if c not in "\n\r\t" and (ord(c) < 32 or 127 <= ord(c) < 160)}


def test_nothing_is_written_elsewhere(hostile: Any) -> None:
    """Attachments are not unpacked, whatever their names climb to."""
    _, out, _ = hostile
    written = {path.relative_to(out).parts[0] for path in out.rglob("*") if path.is_file()}
    assert written == {"json", "parquet", "csv", ".prestatie"}
    assert not list(out.rglob("*evil*"))


def test_mutants_are_many() -> None:
    """What SECURITY.md promises."""
    assert (WHOLE_MUTANTS + SHORT_MUTANTS) * len(SAMPLES) >= 500


@pytest.mark.parametrize("sample", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_mutants_of_the_samples(sample: Path, tmp_path: Path) -> None:
    """Damaged agreements: each gives a record or one of the reasons."""
    (tmp_path / "in").mkdir()
    whole, short = sample.read_bytes(), excerpt(sample)
    for seed in range(WHOLE_MUTANTS):
        (tmp_path / "in" / f"whole-{seed}.pdf").write_bytes(mutate(whole, seed))
    for seed in range(SHORT_MUTANTS):
        (tmp_path / "in" / f"short-{seed}.pdf").write_bytes(mutate(short, seed))
    settings = Settings(limits=Limits(30.0), ocr=OcrMode.NEVER, model=NO_MODEL, jobs=1)
    result = convert([tmp_path / "in"], tmp_path / "out", settings)
    copies = sum(len(outcome.duplicates) for outcome in result.outcomes)
    assert len(result.outcomes) + copies == WHOLE_MUTANTS + SHORT_MUTANTS
    odd = [o for o in result.outcomes if o.error_code and o.error_code not in CODES]
    assert not [(o.name, o.trace) for o in odd]
    assert len(read_rows(tmp_path / "out", "documents")) == len(result.outcomes)


def excerpt(sample: Path) -> bytes:
    """The first three pages as pdfium writes them: another producer, and less to read."""
    content = io.BytesIO()
    with PdfDocument(sample) as source, PdfDocument.new() as pages:
        pages.import_pages(source, [0, 1, 2])
        pages.save(content)
    return content.getvalue()
