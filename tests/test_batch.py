from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from prestatie_extract.batch import BatchResult, Outcome, convert, find_inputs
from prestatie_extract.errors import ExitCode, NoInput, OutputError
from prestatie_extract.write import read_json

AGREEMENT = """# Prestatieafspraken {municipality} 2025-2028

Gemeente {municipality} en woningcorporatie Het Anker maken samen deze afspraken.

## 1 Beschikbaarheid

### 1.1 Afspraken

1. Het Anker bouwt in 2026 minimaal 80 woningen.
2. De gemeente wijst een bouwplek aan.
"""
RECIPE = "# Appeltaart\n\nSchil vier appels en verwarm de oven voor.\n"


def write_agreement(path: Path, municipality: str = "Merendaal") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(AGREEMENT.format(municipality=municipality), encoding="utf-8")
    return path


def read_rows(out_dir: Path, table: str) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    rows = pq.read_table(out_dir / "parquet" / f"{table}.parquet").to_pylist()
    return cast("list[dict[str, Any]]", rows)


# ----------------------------------------------------------------------------------------- inputs


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A folder as people have them."""
    for name in ("b.pdf", "A.PDF", "c.docx", "2024/x.md", "2024/deep/y.txt", ".trash/z.pdf"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path / "in"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([""], ["2024/deep/y.txt", "2024/x.md", "A.PDF", "b.pdf"], id="folder"),
        pytest.param(["b.pdf"], ["b.pdf"], id="file"),
        pytest.param(["c.docx"], ["c.docx"], id="unknown-type-named"),
        pytest.param(["*"], ["deep/y.txt", "x.md", "A.PDF", "b.pdf"], id="glob-takes-folders-too"),
        pytest.param(["2024/*.md"], ["x.md"], id="glob"),
        pytest.param(["**/*.txt"], ["2024/deep/y.txt"], id="glob-of-folders"),
        pytest.param(["b.pdf", "b.pdf", "*.pdf"], ["b.pdf"], id="each-once"),
        pytest.param(["b.pdf", "gone.pdf"], ["b.pdf", "gone.pdf"], id="missing-is-kept"),
    ],
)
def test_inputs_are_found(inputs: Path, entries: list[str], expected: list[str]) -> None:
    """Names are relative to the folder that was given."""
    assert [file.name for file in find_inputs(inputs / entry for entry in entries)] == expected


def test_file_with_brackets_in_its_name_is_no_pattern(tmp_path: Path) -> None:
    path = tmp_path / "afspraken [concept].txt"
    path.write_text("x")
    assert [file.path for file in find_inputs([path])] == [path]


@pytest.mark.parametrize("entry", ["gone.pdf", "*.pdf", "."])
def test_nothing_to_convert_is_told(tmp_path: Path, entry: str) -> None:
    with pytest.raises(NoInput, match="name PDF"):
        find_inputs([tmp_path / entry])


# --------------------------------------------------------------------------------------- outcomes


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
    outcomes = [Outcome(status, None, status=status) for status in statuses]
    for outcome in outcomes:
        outcome.findings["warning"] = int(outcome.status == "warnings")
    assert BatchResult(tuple(outcomes)).exit_code(fail_on) is expected


def test_bad_documents_do_not_stop_the_others(tmp_path: Path) -> None:
    """Each has its row with the reason; the good one is written."""
    folder = tmp_path / "in"
    write_agreement(folder / "good.md")
    (folder / "recipe.md").write_text(RECIPE, encoding="utf-8")
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "page.pdf").write_text("<html>not found</html>")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj <<" + b"x" * 200)
    (folder / "letter.docx").write_bytes(b"PK\x03\x04")
    result = convert([folder, folder / "letter.docx", folder / "gone.pdf"], tmp_path / "out")
    rows = read_rows(tmp_path / "out", "documents")
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
    assert good.json_path
    assert len(read_json(good.json_path).agreements) == good.agreements == 2


def test_pdf_without_text_layer_has_failed(tmp_path: Path) -> None:
    """Its row says that it needs OCR first."""
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument.new()
    pdf.new_page(595, 842)
    pdf.save(tmp_path / "scan.pdf")
    result = convert([tmp_path / "scan.pdf"], tmp_path / "out")
    [row] = read_rows(tmp_path / "out", "documents")
    assert (row["status"], row["error_code"]) == ("failed", "no_text_layer")
    assert "ocrmypdf" in row["error_message"]
    assert result.exit_code() is ExitCode.ALL_FAILED


def test_same_content_is_converted_once(tmp_path: Path) -> None:
    """The second file is noted at the first, also where the content is no good."""
    folder = tmp_path / "in"
    write_agreement(folder / "a.md")
    write_agreement(folder / "copy" / "b.md")
    (folder / "x.pdf").write_bytes(b"no")
    (folder / "y.pdf").write_bytes(b"no")
    result = convert([folder], tmp_path / "out")
    assert {o.name: o.duplicates for o in result.outcomes} == {
        "a.md": ["copy/b.md"],
        "x.pdf": ["y.pdf"],
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
    convert([tmp_path / "in", *missing], tmp_path / "out")
    rows = read_rows(tmp_path / "out", "documents")
    assert sorted(row["source_path"] for row in rows) == ["a.md", "x.pdf", "x.pdf"]
    assert len({row["document_id"] for row in rows}) == len(rows)


def test_bug_in_one_document_is_kept_to_it(tmp_path: Path) -> None:
    """An error nobody foresaw fails the document, with its traceback for the report."""
    path = write_agreement(tmp_path / "a.md")
    broken_nlp = cast("Any", object())
    result = convert([path], tmp_path / "out", nlp=broken_nlp)
    [outcome] = result.outcomes
    assert outcome.error_code == "internal_error"
    assert outcome.trace
    [row] = read_rows(tmp_path / "out", "documents")
    assert "please report" in row["error_message"]


def test_interrupt_keeps_what_was_finished(tmp_path: Path) -> None:
    """The tables hold the documents before it."""
    write_agreement(tmp_path / "in" / "a.md", "Merendaal")
    write_agreement(tmp_path / "in" / "b.md", "Sparrenhove")

    def interrupt(_: Outcome) -> None:
        raise KeyboardInterrupt

    result = convert([tmp_path / "in"], tmp_path / "out", on_outcome=interrupt)
    assert result.exit_code() is ExitCode.INTERRUPTED
    rows = read_rows(tmp_path / "out", "documents")
    assert [row["source_path"] for row in rows] == ["a.md"]


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the clock, the folder or the order of the inputs is in the output."""
    paths = [write_agreement(tmp_path / "in" / f"{m}.md", m) for m in ("Merendaal", "Sparrenhove")]
    convert(paths, tmp_path / "one")
    convert(paths[::-1], tmp_path / "elsewhere" / "two")
    written = sorted(p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*.*"))
    assert len(written) == 2 + 11
    for path in written:
        assert (tmp_path / "one" / path).read_bytes() == (
            tmp_path / "elsewhere" / "two" / path
        ).read_bytes()


def test_output_folder_that_cannot_be_made_is_told_first(tmp_path: Path) -> None:
    """No document is converted in vain."""
    path = write_agreement(tmp_path / "a.md")
    seen: list[Outcome] = []
    with pytest.raises(OutputError, match="choose another --out"):
        convert([path], path / "out", on_outcome=seen.append)
    assert not seen
