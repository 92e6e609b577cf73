"""Corrections in runs: exactly the documents that they name are tagged again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.batch.builders import (
    RECIPE,
    new_names,
    only,
    published,
    read_rows,
    run,
    write_agreement,
    write_agreements,
)

from prestatie_extract.batch import Settings, convert
from prestatie_extract.batch.engines import LocalEngine
from prestatie_extract.batch.files import hash_file
from prestatie_extract.batch.messages import Job, Report
from prestatie_extract.errors import BadCorrections
from prestatie_extract.tagging.contents import NO_MODEL

NAMED = "Merendaal.md"


class Work:
    """Three documents, an output and a folder of corrections."""

    def __init__(self, root: Path) -> None:
        self.inputs, self.out, self.corrections = root / "in", root / "out", root / "corrections"
        self.corrections.mkdir(parents=True)
        write_agreements(self.inputs, 3)

    def agreement_id(self, number: int = 1, name: str = NAMED) -> str:
        return f"{str(hash_file(str(self.inputs / name)))[:12]}/1.1/{number}"

    def write(self, field: str, value: Any, agreement_id: str | None = None, **more: Any) -> None:
        """A correction in a file of its own; the same field again replaces it."""
        entry = {"agreement_id": agreement_id or self.agreement_id(), "field": field} | more
        path = self.corrections / f"{field}.yaml"
        path.write_text(json.dumps([entry | {"value": value}]), encoding="utf-8")

    def run(self, **settings: Any) -> Any:
        return run(self.inputs, self.out, corrections=str(self.corrections), **settings)

    def rows(self, table: str) -> list[dict[str, Any]]:
        return read_rows(self.out, table)

    def agreement(self, number: int = 1) -> dict[str, Any]:
        wanted = self.agreement_id(number)
        return next(row for row in self.rows("agreements") if row["agreement_id"] == wanted)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run without any corrections."""
    root = tmp_path_factory.mktemp("plain")
    work = Work(root)
    work.run()
    return root


@pytest.fixture
def work(tmp_path: Path, plain: Path) -> Work:
    """That run again, in a folder of its own."""
    work = Work(tmp_path)
    shutil.copytree(plain / "out", work.out)
    return work


def test_new_correction_has_its_document_tagged_again(work: Work) -> None:
    """That one alone, from its draft: the file need not even be readable as it was."""
    work.write("theme", "leefbaarheid")
    assert new_names(work.run()) == [NAMED]
    assert (work.agreement()["theme"], work.agreement()["corrected"]) == ("leefbaarheid", "theme")
    assert work.agreement()["theme_source"] == "correction"
    [row] = work.rows("corrections")
    assert (row["status"], row["found"], row["source_file"]) == (
        "applied",
        "beschikbaarheid",
        "theme.yaml",
    )


def test_pdf_is_not_read_for_a_correction(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    """The draft of the earlier run goes to the worker, so that only tagging is left."""
    seen: list[Job] = []
    run_one = LocalEngine._run_one

    def watch(engine: LocalEngine, job: Job) -> Report:
        seen.append(job)
        return run_one(engine, job)

    monkeypatch.setattr(LocalEngine, "_run_one", watch)
    work.write("theme", "leefbaarheid")
    work.run()
    assert [(job.name, job.draft is not None) for job in seen] == [(NAMED, True)]


def test_unchanged_corrections_leave_everything_as_it_is(work: Work) -> None:
    """Nothing is converted and the tables are not written again."""
    work.write("theme", "leefbaarheid")
    work.run()
    before = {path: path.stat().st_mtime_ns for path in (work.out / "parquet").iterdir()}
    assert new_names(work.run()) == []
    assert {path: path.stat().st_mtime_ns for path in (work.out / "parquet").iterdir()} == before


def test_changed_and_removed_correction(work: Work, plain: Path) -> None:
    """A changed one is that of a run from nothing; without it all is as it was before."""
    work.write("theme", "leefbaarheid")
    work.run()
    work.write("theme", "samenwerking")
    assert new_names(work.run()) == [NAMED]
    changed = published(work.out)
    shutil.rmtree(work.out)
    work.run()
    assert published(work.out) == changed
    (work.corrections / "theme.yaml").unlink()
    assert new_names(work.run()) == [NAMED]
    assert published(work.out) == published(plain / "out")


def test_run_without_corrections_undoes_them_and_says_so(work: Work) -> None:
    """It may have been started in another folder; a correction taken out needs no word."""
    work.write("theme", "leefbaarheid")
    work.run()
    assert run(work.inputs, work.out).undone_corrections == (NAMED,)
    assert work.agreement()["theme"] == "beschikbaarheid"
    work.run()
    (work.corrections / "theme.yaml").unlink()
    assert work.run().undone_corrections == ()


def test_outdated_correction_is_reported(work: Work) -> None:
    """In the record, in the tables and in the counts of the run."""
    work.write("targets.t1.value", 90, was=70)
    result = work.run()
    [outcome] = [o for o in result.outcomes if o.name == NAMED]
    assert (outcome.status, outcome.summary.corrections) == ("warnings", {"outdated": 1})
    assert [row["code"] for row in work.rows("findings")].count("correction_outdated") == 1
    assert [row["status"] for row in work.rows("corrections")] == ["outdated"]
    assert {row["value"] for row in work.rows("targets")} == {80.0}


def test_target_taken_out_is_gone_from_the_tables(work: Work) -> None:
    work.write("targets.t1", None, was="minimaal 80 woningen")
    work.run()
    assert len(work.rows("targets")) == 2
    assert (work.agreement()["target_count"], work.agreement()["corrected"]) == (0, "targets.t1")


def test_corrections_without_a_document_stand_in_the_tables(work: Work) -> None:
    """In order of their keys, among those that met theirs; a document that failed has none."""
    (work.inputs / "recipe.md").write_text(RECIPE, encoding="utf-8")
    (work.inputs / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    broken = work.agreement_id(name="broken.pdf")
    work.write("theme", "leefbaarheid")
    work.write("kind", "inzet", agreement_id="000000000000/1/1")
    work.write("title", "Bouwen", agreement_id="ffffffffffff/1/1")
    work.write("horizon", "2026", agreement_id=broken)
    result = work.run()
    rows = {row["field"]: row["status"] for row in work.rows("corrections")}
    assert rows == {
        "theme": "applied",
        "kind": "unknown_document",
        "title": "unknown_document",
        "horizon": "unknown_agreement",
    }
    ids = [row["document_id"] for row in work.rows("corrections")]
    assert ids == sorted(ids)
    assert {stray.field for stray in result.stray_corrections} == {"kind", "title", "horizon"}


def test_stray_corrections_that_change_have_the_tables_written(work: Work) -> None:
    """Although no document is converted."""
    work.write("kind", "inzet", agreement_id="000000000000/1/1")
    assert new_names(work.run()) == []
    assert len(work.rows("corrections")) == 1
    (work.corrections / "kind.yaml").unlink()
    work.run()
    assert work.rows("corrections") == []


def test_changed_corrections_of_a_document_that_is_not_named_are_told(work: Work) -> None:
    """Its record stays as it was made, until it is among the inputs again."""
    work.write("theme", "leefbaarheid")
    document = work.inputs / "Sparrenhove.md"
    result = run(document, work.out, corrections=str(work.corrections))
    assert (only(result).is_new, result.stale_corrections) == (False, (NAMED,))
    assert work.agreement()["theme"] == "beschikbaarheid"
    assert work.run().stale_corrections == ()


def test_new_bytes_are_a_new_document(work: Work) -> None:
    """The correction of the old file is not applied to it, and says what to do."""
    work.write("theme", "leefbaarheid")
    path = write_agreement(work.inputs / NAMED, "Merendaal")
    path.write_text(path.read_text(encoding="utf-8") + "\nGetekend.\n", encoding="utf-8")
    [stray] = work.run(prune=True).stray_corrections
    assert stray.status == "unknown_document"
    assert "look up the agreement's new id" in str(stray.reason)


def test_wrong_file_stops_the_run_before_it_begins(work: Work) -> None:
    """Not a byte of the output changes."""
    before = published(work.out)
    (work.corrections / "a.yaml").write_text("- !!python/name:os.system x", encoding="utf-8")
    write_agreement(work.inputs / "new.md", "Vaartmeer")
    with pytest.raises(BadCorrections, match=r"a\.yaml, line 1"):
        work.run()
    assert published(work.out) == before


def test_number_of_workers_changes_no_byte(work: Work, tmp_path: Path) -> None:
    """Nor does the way that the corrections are spread over files."""
    for number, value in ((1, "leefbaarheid"), (2, "samenwerking")):
        work.write("theme", value, agreement_id=work.agreement_id(number))
        (work.corrections / "theme.yaml").rename(work.corrections / f"theme{number}.yaml")
    work.run()
    settings = Settings(jobs=3, model=NO_MODEL, corrections=str(work.corrections))
    convert([work.inputs], tmp_path / "other", settings)
    assert published(work.out) == published(tmp_path / "other")
