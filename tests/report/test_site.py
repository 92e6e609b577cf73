from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from tests.batch.builders import published, run, write_agreement
from tests.read.pdfs import draw_text, write_pdf
from tests.report.builders import HOSTILE, poison, write_output
from typer.testing import CliRunner

from prestatie_extract.batch import Limits, Settings
from prestatie_extract.cli import app
from prestatie_extract.dataset import load_table
from prestatie_extract.errors import ExitCode, NoTables, OutputError
from prestatie_extract.report import write_site
from prestatie_extract.report.charts import find_rows, make_chart
from prestatie_extract.report.documents import make_document, make_line
from prestatie_extract.report.ledger import describe_row
from prestatie_extract.report.overview import find_heat_step
from prestatie_extract.schema import Record
from prestatie_extract.schema.correction import CorrectionResult
from prestatie_extract.schema.record import Finding
from prestatie_extract.write import Failure


class Outline(HTMLParser):
    """What a browser would make of a page: elements with their attributes, and the text."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self._inside = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self._inside not in {"style", "script"}:
            self.text += data

    @property
    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.elements if "id" in attrs]

    def attributes(self, tag: str, name: str) -> list[str]:
        return [attrs[name] for t, attrs in self.elements if t == tag and name in attrs]


@pytest.fixture(scope="module")
def hostile_site(records: dict[str, Record], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    failure = Failure(f"{HOSTILE}.pdf", "0" * 64, "broken_pdf", HOSTILE)
    out = write_output(folder / "out", [poison(records["merendaal-2025-2028.pdf"])], [failure])
    write_site(out, folder / "site")
    return folder / "site"


def pages_of(site: Path) -> list[Outline]:
    return [Outline(path) for path in sorted(site.rglob("*.html"))]


def test_site_has_a_page_a_document_and_all_links_lead_somewhere(
    site: Path, records: dict[str, Record]
) -> None:
    """Each link and picture inside the site exists, anchors included."""
    ids = {record.document.document_id for record in records.values()}
    assert {path.stem for path in (site / "documents").glob("*.html")} == ids
    pages = {page.path: page for page in pages_of(site)}
    for path, page in pages.items():
        for source in page.attributes("img", "src"):
            assert (path.parent / source).is_file()
        for href in page.attributes("a", "href"):
            file, _, anchor = href.partition("#")
            target = (path.parent / file).resolve() if file else path
            assert target in pages, href
            if anchor and not anchor.startswith("thema-"):
                assert anchor in pages[target].ids, href


def test_anchors_are_made_of_the_ids_and_each_occurs_once(
    site: Path, records: dict[str, Record]
) -> None:
    """So that a link that a colleague was sent stays good."""
    record = records["merendaal-2025-2028.pdf"]
    page = Outline(site / "documents" / f"{record.document.document_id}.html")
    assert len(page.ids) == len(set(page.ids))
    assert "a-2.1-1" in page.ids
    assert "t-2.1-1-t1" in page.ids
    boxes = sum(len(a.provenance) + sum(len(t.provenance) for t in a.targets)
                for a in record.agreements)  # fmt: skip
    assert sum(tag == "rect" for tag, _ in page.elements) == boxes


def test_boxes_stand_where_the_record_says(site: Path, records: dict[str, Record]) -> None:
    """In points, in a drawing that is as large as the page."""
    record = records["elsvenne-2026-2030.pdf"]
    text = (site / "documents" / f"{record.document.document_id}.html").read_text("utf-8")
    box = record.agreements[0].provenance[0]
    rect = f'<rect x="{box.x0}" y="{box.top}" width="{box.x1 - box.x0:.2f}"'.rstrip("0")
    assert rect.rstrip('"0') in text
    assert 'viewBox="0 0 595.3 841.9"' in text or 'viewBox="0 0 595.28 841.89"' in text


def test_texts_of_documents_are_shown_and_never_run(hostile_site: Path) -> None:
    """A hostile text anywhere in a record stays text: no element, attribute or address of it."""
    for page in pages_of(hostile_site):
        tags = [tag for tag, _ in page.elements]
        assert tags.count("script") == 1
        assert "img" not in tags
        assert "alert(1)" in page.text
        assert "49" not in re.findall(r"\{\{.*?\}\}|\b49\b", page.text)
        for tag, attributes in page.elements:
            assert not any(name.startswith("on") for name in attributes), (tag, attributes)
            assert "style" not in attributes
            for name in ("href", "src", "id"):
                assert not {"<", ">", '"', "'"} & set(attributes.get(name, "")), attributes
            assert "script" not in attributes.get("href", "")


def test_only_our_own_style_and_script_may_run(hostile_site: Path, site: Path) -> None:
    """Each page carries the policy, and the hashes in it are those of what stands in the page."""
    import base64
    import hashlib

    for path in [*site.rglob("*.html"), *hostile_site.rglob("*.html")]:
        text = path.read_text(encoding="utf-8")
        [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
        for kind in ("style", "script"):
            [own] = re.findall(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
            digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
            # attributes are escaped
            assert f"{kind}-src &#39;sha256-{digest}&#39;" in policy
        assert "default-src &#39;none&#39;" in policy
        assert "unsafe" not in policy


def test_nothing_is_asked_of_a_network(site: Path) -> None:
    """No address with a scheme, but for names that are no addresses."""
    for path in site.rglob("*.html"):
        addresses = re.findall(r"[a-z]+://[^\s\"'<)]+", path.read_text(encoding="utf-8"))
        assert set(addresses) <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


def test_same_output_gives_the_same_bytes(out: Path, site: Path, tmp_path: Path) -> None:
    """Whatever the number of workers, and whether the pictures were there before."""
    shutil.rmtree(out / ".prestatie")  # the copy stands elsewhere
    search = (Path(__file__).resolve().parents[2] / "data" / "raw",)
    for _ in range(2):
        write_site(out, tmp_path / "site", search=search, settings=Settings(jobs=1))
        assert published(tmp_path / "site") == published(site)


def test_pictures_are_drawn_once(out: Path, samples: Path) -> None:
    """A later report keeps them, also where the documents are gone."""
    shutil.rmtree(out / ".prestatie")
    first = write_site(out, search=[samples])
    pictures = {p: p.stat().st_ino for p in (out / "report").rglob("0*.png")}
    second = write_site(out)
    assert len(pictures) > 10
    assert {p: p.stat().st_ino for p in (out / "report").rglob("0*.png")} == pictures
    assert first.missing == second.missing == ()


def test_picture_that_is_gone_is_drawn_again(out: Path, samples: Path) -> None:
    """The folder need not be whole."""
    write_site(out, search=[samples])
    before = published(out / "report")
    next((out / "report").rglob("0002.*")).unlink()
    shutil.rmtree(out / ".prestatie")
    write_site(out, search=[samples])
    assert published(out / "report") == before


def test_documents_that_are_no_longer_listed_are_taken_away(
    records: dict[str, Record], tmp_path: Path
) -> None:
    """With their pictures."""
    first, second = records.values()
    write_output(tmp_path, [first, second])
    write_site(tmp_path)
    write_output(tmp_path, [second])  # the record of the first still lies there
    result = write_site(tmp_path)
    assert result.documents == 1
    [page] = (tmp_path / "report" / "documents").glob("*.html")
    assert page.stem == second.document.document_id
    assert first.document.document_id not in (tmp_path / "report" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param({"index.html": "mijn eigen site"}, id="index"),
        pytest.param({"notes.txt": "niet weggooien"}, id="notes"),
        pytest.param({"site.json": "[]"}, id="json-of-somebody-else"),
        pytest.param({"site.json": '{"generator": "x"}'}, id="another-generator"),
    ],
)
def test_folder_of_somebody_else_is_refused(
    converted: Path, tmp_path: Path, content: dict[str, str]
) -> None:
    """Nothing in it changes; the message tells the way out."""
    for name, text in content.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(OutputError, match="choose another --out"):
        write_site(converted, tmp_path)
    assert {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()} == content


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda first, second: first.write_bytes(second.read_bytes()), id="another"),
        pytest.param(lambda first, _: first.write_bytes(b""), id="empty"),
        pytest.param(lambda first, _: first.write_bytes(b"{" * 9999), id="deep"),
        pytest.param(lambda first, _: first.write_bytes(b"\xff\xfe"), id="no-text"),
        pytest.param(lambda first, _: first.unlink(), id="gone"),
    ],
)
def test_record_that_is_not_the_one_of_the_tables_is_left_out(
    out: Path, samples: Path, spoil: Callable[[Path, Path], object]
) -> None:
    """The rest is shown; standard error, exit code and overview tell what is not."""
    spoil(*sorted((out / "json").iterdir()))
    result = CliRunner().invoke(app, ["report", str(out), "--sources", str(samples)])
    assert result.exit_code == ExitCode.SOME_FAILED
    assert "elsvenne-2026-2030.pdf: not shown" in result.stderr
    assert "convert the documents again" in result.stderr
    assert "1 document, 1 not shown" in result.stderr
    assert len(list((out / "report" / "documents").iterdir())) == 2  # a page and its pictures
    overview = Outline(out / "report" / "index.html")
    assert "elsvenne-2026-2030.pdf" in overview.text
    assert "Zet het document opnieuw om" in overview.text


def test_targets_are_counted_as_in_the_theme_matrix(
    site: Path, converted: Path, records: dict[str, Record]
) -> None:
    """Conditions and context are numbers, no targets; nowhere are they counted together."""
    matrix = load_table(converted, "theme_matrix")
    overview = Outline(site / "index.html").text
    assert f"{matrix['target_count'].sum()} doelen en " in overview
    for record in records.values():
        document_id = record.document.document_id
        targets = matrix[matrix["document_id"] == document_id]["target_count"].sum()
        numbers = sum(len(agreement.targets) for agreement in record.agreements)
        assert targets < numbers
        text = Outline(site / "documents" / f"{document_id}.html").text
        assert f"{targets} doelen, {numbers} getallen" in text
        line = make_line(record)
        assert sum(line.unit_counts.values()) == line.target_count == targets


def test_page_tells_which_targets_count(
    site: Path, converted: Path, records: dict[str, Record]
) -> None:
    """As the ledger says; a part names what it is a part of, with a link."""
    ledger = load_table(converted, "target_ledger")
    for record in records.values():
        document_id = record.document.document_id
        page = Outline(site / "documents" / f"{document_id}.html")
        rows = ledger[ledger["document_id"] == document_id]
        assert page.text.count("telt mee") == int(rows["counts"].sum())
        parts = rows[rows["entry"].isin(["part", "repeat"])]
        told = page.text.count("deel van “") + page.text.count("herhaling van “")
        assert told == len(parts)
        for target_id in parts["counted_in"]:
            anchor = "#t-" + target_id.partition("/")[2].replace("/", "-")
            assert anchor in page.attributes("a", "href")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(("single", None, True), "telt mee", id="counts"),
        pytest.param(("total", None, True), "telt mee", id="total"),
        pytest.param(
            ("part", "x/1/1/t1", True), "telt mee, deel van “80 woningen”", id="row-of-balance"
        ),
        pytest.param(("single", None, False), None, id="not-additive"),
        pytest.param(
            ("beside", None, False), "telt niet mee: van een kader of een ander jaar", id="beside"
        ),
        pytest.param(("part", "x/1/1/t1", False), "deel van “80 woningen”", id="part"),
        pytest.param(("repeat", "x/1/1/t1", False), "herhaling van “80 woningen”", id="repeat"),
    ],
)
def test_counting_in_words(row: tuple[str, str | None, bool], expected: str | None) -> None:
    entry, counted_in, counts = row
    content = {"entry": entry, "counted_in": counted_in, "counts": counts}
    counting = describe_row(content, {"x/1/1/t1": "80 woningen"})
    assert (counting and counting.text) == expected


def finding(code: str, severity: Any) -> Finding:
    return Finding(code=code, severity=severity, message="x", page_number=None, agreement_id=None)


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        pytest.param(["info"], "info", id="information-is-no-alarm"),
        pytest.param(["info", "warning"], "warning", id="warning"),
        pytest.param(["warning", "error", "info"], "error", id="error"),
        pytest.param([], "", id="none"),
    ],
)
def test_findings_are_as_severe_as_the_worst(
    records: dict[str, Record], severities: list[str], expected: str
) -> None:
    findings = tuple(finding("model_off", severity) for severity in severities)
    record = records["merendaal-2025-2028.pdf"].model_copy(update={"findings": findings})
    assert make_document(record, {}).severity == expected


def test_failed_document_with_a_record_is_counted_once(
    records: dict[str, Record], tmp_path: Path
) -> None:
    """As failed, with a link to its page; nothing was found, so all text is only `ingedeeld`."""
    record = records["merendaal-2025-2028.pdf"]
    content = record.model_dump(mode="json")
    content |= {
        "agreements": [],
        "findings": [finding("no_agreements_found", "error").model_dump(mode="json")],
    }
    empty = Record.model_validate(content)
    failure = Failure("kapot.pdf", "1" * 64, "broken_pdf", "the PDF is damaged")
    result = write_site(write_output(tmp_path, [empty], [failure]))
    overview = Outline(result.index)
    assert (result.documents, result.failed) == (0, 2)
    assert "2 bestanden zijn mislukt" in overview.text
    assert "0 documenten" in overview.text
    assert "Kijk of dit prestatieafspraken zijn" in overview.text
    href = f"documents/{record.document.document_id}.html"
    assert href in overview.attributes("a", "href")
    assert "thuisgebracht" not in Outline(result.index.parent / href).text


def test_corrections_that_were_not_applied_are_told(
    records: dict[str, Record], tmp_path: Path
) -> None:
    """File, agreement, field and reason, those of unknown documents on the overview."""
    record = records["merendaal-2025-2028.pdf"]
    known = record.agreements[2].agreement_id
    entries = [
        ("applied", known, "title", "goed.yaml"),
        ("refused", known, "theme", "past-niet.yaml"),
        ("outdated", known, "kind", "oud.yaml"),
        ("unknown_agreement", f"{record.document.document_id}/9/9", "kind", "weg.yaml"),
        ("unknown_document", "ffffffffffff/1/1", "kind", "elders.yaml"),
    ]
    results = [
        CorrectionResult(agreement_id=i, field=field, source_file=file, was=None, value="x",
                         found=None, note=None, status=status,
                         reason=None if status == "applied" else f"reason of {file}")
        for status, i, field, file in entries
    ]  # fmt: skip
    changed = record.model_copy(update={"corrections": tuple(results[:4])})
    write_site(write_output(tmp_path, [changed], strays=results[4:]))
    page = Outline(tmp_path / "report" / "documents" / f"{record.document.document_id}.html")
    assert "3 correcties niet toegepast" in page.text
    assert "goed.yaml" not in page.text
    for file in ("past-niet.yaml", "oud.yaml", "weg.yaml"):
        assert f"reason of {file}" in page.text
    overview = Outline(tmp_path / "report" / "index.html").text
    assert "reason of elders.yaml" in overview
    assert "past-niet.yaml" not in overview


@pytest.mark.parametrize("library", ["jinja2", "altair", "vl_convert"])
def test_missing_library_is_told_before_any_work(
    converted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    """With the command that installs it."""
    monkeypatch.setitem(sys.modules, library, None)
    result = CliRunner().invoke(app, ["report", str(converted), "--out", str(tmp_path / "site")])
    assert result.exit_code == ExitCode.USAGE
    assert "pip install 'prestatie-extract[report]'" in result.stderr
    assert not (tmp_path / "site").exists()


def test_finding_on_a_page_that_is_not_shown_is_no_link(
    records: dict[str, Record], tmp_path: Path
) -> None:
    """The page is named all the same."""
    finding = Finding(code="page_needs_ocr", severity="warning", message="page 1 needs OCR",
                      page_number=1, agreement_id=None)  # fmt: skip
    record = records["merendaal-2025-2028.pdf"].model_copy(update={"findings": (finding,)})
    write_site(write_output(tmp_path, [record]))
    page = Outline(tmp_path / "report" / "documents" / f"{record.document.document_id}.html")
    assert "pagina 1" in page.text
    assert "#p-1" not in page.attributes("a", "href")


def test_folder_without_tables_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoTables, match="prestatie-extract run"):
        write_site(tmp_path)


def test_failed_inputs_are_listed_with_what_to_do(
    records: dict[str, Record], tmp_path: Path
) -> None:
    """Beside the message of the run."""
    [record, _] = records.values()
    failure = Failure("kapot.pdf", "1" * 64, "broken_pdf", "the PDF is damaged: repair it")
    result = write_site(write_output(tmp_path, [record], [failure]))
    text = Outline(tmp_path / "report" / "index.html").text
    assert result.failed == 1
    for part in ("kapot.pdf", "De PDF is beschadigd", "qpdf", "the PDF is damaged: repair it"):
        assert part in text


def test_nothing_but_failures_is_a_site_too(tmp_path: Path) -> None:
    failure = Failure("kapot.pdf", None, "unreadable_file", "the file cannot be read")
    result = write_site(write_output(tmp_path, [], [failure]))
    assert (result.documents, result.failed) == (0, 1)
    assert "kapot.pdf" in Outline(result.index).text


def test_document_that_is_not_found_has_boxes_on_blank_pages(
    records: dict[str, Record], tmp_path: Path
) -> None:
    """And says how to have its pages."""
    record = records["merendaal-2025-2028.pdf"]
    result = write_site(write_output(tmp_path, [record]))
    page = Outline(tmp_path / "report" / "documents" / f"{record.document.document_id}.html")
    assert result.missing == ("merendaal-2025-2028.pdf",)
    assert "--sources" in page.text
    assert not page.attributes("img", "src")
    assert sum(tag == "rect" for tag, _ in page.elements) > 50


def test_changed_document_is_not_taken_for_the_one_that_was_read(tmp_path: Path) -> None:
    """A file is used for its bytes, not for its name."""
    raw, out = tmp_path / "raw", tmp_path / "out"
    raw.mkdir()
    lines = ("Prestatieafspraken Merendaal 2025", "Afspraken", "1. Het Anker bouwt 80 woningen.")
    pdf = write_pdf(raw / "a.pdf", draw_text(*lines))
    run(raw, out)
    assert write_site(out).missing == ()
    shutil.rmtree(out / "report")
    shutil.copy(pdf, tmp_path / "b.pdf")
    pdf.write_bytes(pdf.read_bytes() + b"\n%")
    assert write_site(out).missing == ("a.pdf",)
    assert write_site(out, search=[tmp_path]).missing == ()


def test_text_has_no_pages(tmp_path: Path) -> None:
    """Its agreements are shown alone."""
    run(write_agreement(tmp_path / "raw" / "a.md").parent, tmp_path / "out")
    result = write_site(tmp_path / "out")
    assert result.missing == result.undrawn == ()
    [path] = (tmp_path / "out" / "report" / "documents").glob("*.html")
    page = Outline(path)
    assert "minimaal 80 woningen" in page.text
    assert not page.attributes("svg", "viewbox")


def test_output_can_be_moved_with_its_documents(tmp_path: Path) -> None:
    """Where they were is remembered as seen from the output."""
    pdf = tmp_path / "here" / "raw" / "a.pdf"
    pdf.parent.mkdir(parents=True)
    write_pdf(pdf, draw_text("Prestatieafspraken Merendaal", "Afspraken", "1. Wij bouwen."))
    run(pdf.parent, tmp_path / "here" / "out")
    (tmp_path / "here").rename(tmp_path / "there")
    assert write_site(tmp_path / "there" / "out").missing == ()
    sources = (tmp_path / "there" / "out" / ".prestatie" / "sources.json").read_text("utf-8")
    assert list(json.loads(sources).values()) == ["../raw/a.pdf"]


def test_document_that_takes_too_long_is_shown_without_pages(out: Path, samples: Path) -> None:
    """The others have theirs; nothing of a half-drawn one is left."""
    shutil.rmtree(out / ".prestatie")
    result = write_site(out, search=[samples], settings=Settings(limits=Limits(0.001)))
    assert len(result.undrawn) == 2
    assert not list((out / "report").rglob("0*.*"))
    text = "".join(page.text for page in pages_of(out / "report"))
    assert "Het duurde te lang" in text


def test_command_tells_what_is_missing(out: Path) -> None:
    """On standard error, with the way out; the site is there all the same."""
    (out / ".prestatie" / "sources.json").unlink()
    result = CliRunner().invoke(app, ["report", str(out)])
    assert result.exit_code == ExitCode.OK, result.stderr
    assert result.stdout == ""
    assert "elsvenne-2026-2030.pdf: not found" in result.stderr
    assert "--sources" in result.stderr
    assert result.stderr.splitlines()[-1] == f"{out}/report/index.html: 2 documents"


def test_command_refuses_a_foreign_folder(converted: Path, tmp_path: Path) -> None:
    """With the exit code for output."""
    (tmp_path / "index.html").write_text("van een ander", encoding="utf-8")
    result = CliRunner().invoke(app, ["report", str(converted), "--out", str(tmp_path)])
    assert result.exit_code == ExitCode.OUTPUT
    assert "Traceback" not in result.stderr


def test_chart_keeps_names_as_text() -> None:
    """Names of parties come from documents."""
    chart = make_chart("Doelen", ("Partij", "Doelen"), {HOSTILE: 3, "Het Anker": 2})
    assert chart is not None
    assert "<script" not in chart.svg
    assert "style=" not in chart.svg
    assert chart.rows == ((HOSTILE, 3), ("Het Anker", 2))


def test_chart_sums_up_what_does_not_fit() -> None:
    rows = find_rows({f"partij {n:02}": 20 - n for n in range(15)})
    assert len(rows) == 11
    assert rows[-1] == ("overige (5)", 8 + 7 + 6 + 9 + 10)


@pytest.mark.parametrize(("count", "step"), [(0, 0), (1, 1), (2, 1), (3, 2), (25, 6), (99, 6)])
def test_darker_means_more(count: int, step: int) -> None:
    assert find_heat_step(count) == step


def test_names_that_nobody_knows_are_listed(site: Path) -> None:
    """So that somebody can put them in the list of organisations."""
    text = (site / "index.html").read_text(encoding="utf-8")
    assert "Namen die in geen lijst staan" in text
    assert re.search(r"<li>Rietland Wonen <span[^>]*>corporatie</span>", text)
