from __future__ import annotations

import hashlib
import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import prestatie_extract
from prestatie_extract.batch import Limits
from prestatie_extract.batch.isolation import Isolation
from prestatie_extract.batch.manifest import KEY_CHARS
from prestatie_extract.batch.messages import Job
from prestatie_extract.errors import ExitCode
from prestatie_extract.vocabulary import Vocabulary
from prestatie_extract.vocabulary.added import load_vocabulary

AGREEMENT = """# Prestatieafspraken Merendaal 2025-2028

Gemeente Merendaal en Woningstichting Het Anker maken samen deze afspraken.

## 1 Zilverkracht

| Nr | Afspraak | Aanjager |
|---|---|---|
| 1 | Het Anker plaatst in 2026 minimaal 80 koudebronnen. | Het Anker |
| 2 | De gemeente richt drie belpunten in met ZKW. | ZKW |
"""
COLUMNS = "words;match;role\nAanjager;whole;trekker\n"
THEMES = "keyword,theme,strength\nzilverkracht,wonen_zorg,strong\n"
ORGANISATIONS = "name,type,aliases,needs_context,many_regions\nZorgkring Westwad,zorg,ZKW,,\n"
UNITS = "word,unit,match,role\nkoudebronnen,overig:koudebronnen,whole,\n"
CROSSWALK = (
    "theme,list,category,relation,valid_from,valid_to,source\n"
    "wonen_zorg,koers_merendaal,samen oud worden,partial,2025,2028,own\n"
)
ALL = {
    "columns": COLUMNS,
    "themes": THEMES,
    "known_organisations": ORGANISATIONS,
    "units": UNITS,
    "theme_crosswalk": CROSSWALK,
}
STAGES = ("source", "draft")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for name in ("merendaal", "sparrenhove"):
        text = AGREEMENT.replace("Merendaal", name.title())
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def make_words(root: Path, **tables: str) -> Path:
    folder = root / f"words-{'-'.join(tables)}"
    folder.mkdir()
    for name, content in tables.items():
        (folder / f"{name}.csv").write_text(content, encoding="utf-8")
    return folder


def call(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A process of its own: each has one vocabulary."""
    command = [sys.executable, "-m", "prestatie_extract", *map(str, arguments), "--model", "none"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def run(raw: Path, out: Path, *arguments: str | Path) -> str:
    done = call("run", raw, "--out", out, *arguments)
    assert done.returncode == ExitCode.OK, done.stderr
    return done.stderr


def facts_of(record: dict[str, Any]) -> list[object]:
    """What the added words change: column, theme, organisation, unit."""
    first, second = record["agreements"]
    return [
        first["trekker"]["raw"], first["theme"], second["party_ids"],
        [target["unit"] for target in first["targets"]],
    ]  # fmt: skip


WITH = ["Het Anker", "wonen_zorg", ["zorgkring-westwad"], ["overig:koudebronnen"]]


def test_show_understands_added_words(raw: Path, tmp_path: Path) -> None:
    """Column word, heading word, abbreviation and unit of one's own; none leaves them out."""
    words = make_words(tmp_path, **ALL)
    plain = json.loads(call("show", raw / "merendaal.md", "--vocabulary", "none").stdout)
    added = json.loads(call("show", raw / "merendaal.md", "--vocabulary", words).stdout)
    assert facts_of(plain) != facts_of(added)
    assert facts_of(added) == WITH
    hashes = {shown["document"]["extractor"]["config_sha256"] for shown in (plain, added)}
    assert len(hashes) == 2


def test_wrong_table_stops_before_anything_is_written(raw: Path, tmp_path: Path) -> None:
    words = make_words(tmp_path, colums="words,match,role\n")
    done = call("run", raw, "--out", tmp_path / "out", "--vocabulary", words)
    assert done.returncode == ExitCode.USAGE
    assert (
        done.stderr
        == f"error: {words}/colums.csv: no table of that name; did you mean columns.csv?\n"
    )
    assert not (tmp_path / "out").exists()


def keys_in(out: Path) -> dict[str, str]:
    """The key of each stage of the first document, and that of its record."""
    sha256 = min(path.stem for path in (out / ".prestatie" / "stages").iterdir())
    stages = {
        stage: (out / ".prestatie" / "stages" / f"{sha256}.{stage}")
        .read_bytes()[:KEY_CHARS]
        .decode()
        for stage in STAGES
    }
    entry = json.loads((out / ".prestatie" / "documents" / f"{sha256}.json").read_bytes())
    return {**stages, "record": entry["key"]}


def contents_of(out: Path) -> dict[str, str]:
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for kind in ("json", "parquet")
        for path in sorted((out / kind).iterdir())
    }


def test_run_makes_anew_what_the_words_are_read_by(raw: Path, tmp_path: Path) -> None:
    """Names are for tagging alone, columns for the structure; nothing reads the file again."""
    out = tmp_path / "out"
    assert "unchanged" not in run(raw, out)
    plain = keys_in(out)
    tagged = make_words(tmp_path, known_organisations=ORGANISATIONS)
    assert "unchanged" not in run(raw, out, "--vocabulary", tagged)
    named = keys_in(out)
    assert {key for key in plain if plain[key] != named[key]} == {"record"}
    words = make_words(tmp_path, **ALL)
    assert "unchanged" not in run(raw, out, "--vocabulary", words)
    full = keys_in(out)
    assert {key for key in plain if named[key] != full[key]} == {"draft", "record"}
    assert "(2 unchanged)" in run(raw, out, "--vocabulary", words)
    assert contents_of(run_configured(raw, tmp_path, words)) == contents_of(out)


def run_configured(raw: Path, folder: Path, words: Path) -> Path:
    """The output of a run by two workers, its words in prestatie.toml; has their list of themes."""
    configuration = folder / "prestatie.toml"
    configuration.write_text(
        f'vocabulary.dir = "{words.name}"\nlimits.jobs = 2\n', encoding="utf-8"
    )
    run(raw, folder / "configured", "--config", configuration)
    crosswalk = prestatie_extract.load(folder / "configured").theme_crosswalk
    own = crosswalk[crosswalk["list"] == "koers_merendaal"]
    assert own[["theme", "category", "valid_to"]].to_numpy().tolist() == [
        ["wonen_zorg", "samen oud worden", 2028]
    ]
    return folder / "configured"


def _carry(job: Job) -> Job:
    """The job as a cluster hands it on."""
    carried = pickle.loads(pickle.dumps(job))  # noqa: S301 (our own)
    assert isinstance(carried, Job)
    return carried


def test_words_travel_with_the_job(raw: Path, tmp_path: Path) -> None:
    """A worker elsewhere has no folder; one that outlives a run takes the words of each job."""
    path = raw / "merendaal.md"
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    words = load_vocabulary(make_words(tmp_path, **ALL))
    found = []
    with Isolation() as isolation:
        for vocabulary in (words, Vocabulary(), words):
            job = Job(str(path), path.name, sha256, Limits(), model="none", vocabulary=vocabulary)
            found.append(facts_of(json.loads(isolation.run(_carry(job)).record or b"")))
    assert found[0] == found[2] == WITH
    assert found[1] != WITH
