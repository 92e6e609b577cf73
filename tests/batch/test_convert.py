from __future__ import annotations

from pathlib import Path

import pytest
from tests.batch.builders import (
    RECIPE,
    only,
    published,
    read_rows,
    run,
    write_agreement,
    write_agreements,
)

from prestatie_extract.batch import BatchResult, Outcome, Settings, convert
from prestatie_extract.batch.messages import Summary
from prestatie_extract.errors import ExitCode, OutputError
from prestatie_extract.schema.published import TABLES
from prestatie_extract.tagging.contents import NO_MODEL
from prestatie_extract.write import json_to_record

ALONE = Settings(jobs=1, model=NO_MODEL)


@pytest.mark.parametrize(
    ("statuses", "fail_on", "expected"),
    [
        (["ok", "ok"], None, ExitCode.OK),
        (["ok", "warnings"], None, ExitCode.OK),
        (["ok", "warnings"], "warning", ExitCode.FINDINGS),
        (["ok", "warnings"], "info", ExitCode.FINDINGS),
        (["ok", "warnings"], "error", ExitCode.OK),
        (["ok", "failed"], "info", ExitCode.SOME_FAILED),
        (["failed", "failed"], None, ExitCode.ALL_FAILED),
    ],
)
def test_exit_code_follows_the_outcomes(
    statuses: list[str], fail_on: str | None, expected: ExitCode
) -> None:
    outcomes = [
        Outcome(s, status=s, summary=Summary(findings={"warning": int(s == "warnings")}))
        for s in statuses
    ]
    assert BatchResult(tuple(outcomes)).exit_code(fail_on) is expected


def test_bad_documents_do_not_stop_the_others(tmp_path: Path) -> None:
    """Each has its row with the reason; the good one is written."""
    folder, out = tmp_path / "in", tmp_path / "out"
    write_agreement(folder / "good.md")
    (folder / "recipe.md").write_text(RECIPE, encoding="utf-8")
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "page.pdf").write_text("<html>not found</html>")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj <<" + b"x" * 200)
    (folder / "letter.docx").write_bytes(b"PK\x03\x04")
    result = convert([folder, folder / "letter.docx", folder / "gone.pdf"], out, ALONE)
    rows = read_rows(out, "documents")
    assert {row["source_path"]: (row["status"], row["error_code"]) for row in rows} == {
        "good.md": ("ok", None),
        "recipe.md": ("failed", "no_agreements_found"),
        "empty.pdf": ("failed", "empty_file"),
        "page.pdf": ("failed", "not_a_pdf"),
        "broken.pdf": ("failed", "broken_pdf"),
        "letter.docx": ("failed", "unsupported_file"),
        "gone.pdf": ("failed", "unreadable_file"),
    }
    assert all(row["error_message"] for row in rows if row["status"] == "failed")
    assert result.exit_code() is ExitCode.SOME_FAILED
    [good] = [o for o in result.outcomes if o.status == "ok"]
    record = json_to_record((out / "json" / str(good.record_name)).read_bytes())
    assert len(record.agreements) == good.summary.agreements == 2


def test_pdf_without_text_layer_has_failed(tmp_path: Path) -> None:
    """Its row says that it has no text."""
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument.new()
    pdf.new_page(595, 842)
    pdf.save(tmp_path / "scan.pdf")
    result = convert([tmp_path / "scan.pdf"], tmp_path / "out", ALONE)
    [row] = read_rows(tmp_path / "out", "documents")
    assert (row["status"], row["error_code"]) == ("failed", "no_text_layer")
    assert result.exit_code() is ExitCode.ALL_FAILED


def test_same_content_is_converted_once(tmp_path: Path) -> None:
    """The second file is noted at the first, also where the content is no good."""
    folder = tmp_path / "in"
    write_agreement(folder / "a.md")
    write_agreement(folder / "copy" / "b.md")
    (folder / "x.pdf").write_bytes(b"no")
    (folder / "y.pdf").write_bytes(b"no")
    result = run(folder, tmp_path / "out")
    assert {o.name: o.duplicates for o in result.outcomes} == {
        "a.md": ("copy/b.md",),
        "x.pdf": ("y.pdf",),
    }
    rows = read_rows(tmp_path / "out", "documents")
    assert {row["source_path"]: row["duplicate_paths"] for row in rows} == {
        "a.md": "copy/b.md",
        "x.pdf": "y.pdf",
    }
    assert len(list((tmp_path / "out" / "json").iterdir())) == 1


def test_missing_files_of_one_name_have_a_row_each(tmp_path: Path) -> None:
    """Inputs that cannot be read are told apart by more than their name."""
    write_agreement(tmp_path / "in" / "a.md")
    missing = [tmp_path / folder / "x.pdf" for folder in ("b", "c")]
    convert([tmp_path / "in", *missing], tmp_path / "out", ALONE)
    rows = read_rows(tmp_path / "out", "documents")
    assert sorted(row["source_path"] for row in rows) == ["a.md", "x.pdf", "x.pdf"]
    assert len({row["document_id"] for row in rows}) == len(rows)


def test_interrupt_keeps_what_was_finished(tmp_path: Path) -> None:
    """The tables hold the document before it, and the same run goes on behind it."""
    paths = write_agreements(tmp_path / "in", 3)

    def interrupt(_: Outcome) -> None:
        raise KeyboardInterrupt

    result = convert([tmp_path / "in"], tmp_path / "out", ALONE, on_outcome=interrupt)
    assert result.exit_code() is ExitCode.INTERRUPTED
    [done] = [row["source_path"] for row in read_rows(tmp_path / "out", "documents")]
    result = run(tmp_path / "in", tmp_path / "out")
    assert {o.name for o in result.outcomes if not o.is_new} == {done}
    assert len(read_rows(tmp_path / "out", "documents")) == len(paths)


def test_order_and_number_of_workers_change_no_byte(tmp_path: Path) -> None:
    """Nothing of the clock, the folder, the order or the workers is in the output."""
    paths = write_agreements(tmp_path / "in", 4)
    convert(paths, tmp_path / "one", Settings(jobs=1, with_csv=True))
    convert(paths[::-1], tmp_path / "else" / "two", Settings(jobs=3, with_csv=True))
    written = published(tmp_path / "one")
    assert len(written) == 4 + 2 * (len(TABLES) + 2)  # the data package and DATA.md
    assert written == published(tmp_path / "else" / "two")


def test_output_folder_that_cannot_be_made_is_told_first(tmp_path: Path) -> None:
    """No document is converted in vain."""
    path = write_agreement(tmp_path / "a.md")
    seen: list[Outcome] = []
    with pytest.raises(OutputError, match="choose another --out"):
        convert([path], path / "out", on_outcome=seen.append)
    assert not seen


def test_bug_in_one_document_is_kept_to_it(tmp_path: Path) -> None:
    """An error nobody foresaw fails the document, with its traceback for the report."""
    from prestatie_extract.batch.conversion import convert_document
    from prestatie_extract.batch.files import hash_file
    from prestatie_extract.batch.messages import Job
    from prestatie_extract.batch.settings import Limits

    path = write_agreement(tmp_path / "a.md")
    job = Job(str(path), "a.md", str(hash_file(str(path))), Limits())
    report = convert_document(job, path, object())  # type: ignore[arg-type]
    assert report.error_code == "internal_error"
    assert "please report" in str(report.error_message)
    assert "Traceback" in str(report.trace)


def test_file_that_changed_meanwhile_is_not_taken_for_what_it_was(tmp_path: Path) -> None:
    """It fails in this run and is read anew in the next."""
    from prestatie_extract.batch.conversion import convert_document
    from prestatie_extract.batch.messages import Job
    from prestatie_extract.batch.settings import Limits
    from prestatie_extract.tagging.contents import load_nlp

    path = write_agreement(tmp_path / "a.md")
    report = convert_document(Job(str(path), "a.md", "0" * 64, Limits()), path, load_nlp())
    assert report.error_code == "changed_file"


def test_outcome_tells_what_was_found(tmp_path: Path) -> None:
    """Counts are those of the record."""
    write_agreement(tmp_path / "in" / "a.md")
    outcome = only(run(tmp_path / "in", tmp_path / "out"))
    assert (outcome.status, outcome.summary.agreements, outcome.summary.targets) == ("ok", 2, 1)
    assert outcome.summary.assigned_ratio == 1.0
