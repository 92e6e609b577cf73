from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from prestatie_extract.batch import find_inputs
from prestatie_extract.batch.files import hash_file
from prestatie_extract.errors import NoInput

NAMES = ("b.pdf", "A.PDF", "c.docx", "2024/x.md", "2024/deep/y.txt", ".trash/z.pdf", ".z.pdf")


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A folder as people have them."""
    for name in NAMES:
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
@pytest.mark.parametrize("is_relative", [True, False], ids=["relative", "absolute"])
def test_inputs_are_found(
    inputs: Path,
    entries: list[str],
    expected: list[str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_relative: bool,
) -> None:
    """Names are relative to the folder that was given."""
    monkeypatch.chdir(inputs.parent)
    root = Path("in") if is_relative else inputs
    assert [file.name for file in find_inputs(root / entry for entry in entries)] == expected


def test_file_with_brackets_in_its_name_is_no_pattern(tmp_path: Path) -> None:
    path = tmp_path / "afspraken [concept].txt"
    path.write_text("x")
    assert [file.url for file in find_inputs([path])] == [str(path)]


@pytest.mark.parametrize("entry", ["gone.pdf", "*.pdf", ".", "nowhere://bucket/raw"])
def test_nothing_to_convert_is_told(tmp_path: Path, entry: str, monkeypatch: Any) -> None:
    """With what to do, also for a kind of URL that nobody knows."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoInput, match=r"name PDF|a URL that fsspec knows"):
        find_inputs([entry])


def test_empty_name_is_not_the_current_folder() -> None:
    """A variable that is not set must not convert what happens to lie there."""
    with pytest.raises(NoInput, match="is a variable empty"):
        find_inputs(["a.pdf", ""])


def test_data_dictionary_of_another_output_is_no_input(inputs: Path) -> None:
    """Where outputs lie among the inputs; a DATA.md of other people's is one."""
    for name in ("a/DATA.md", "a/datapackage.json", "b/DATA.md", "a/x.md"):
        path = inputs / "earlier" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    names = [file.name for file in find_inputs([inputs / "earlier"])]
    assert names == ["a/x.md", "b/DATA.md"]


def test_output_is_no_input(inputs: Path) -> None:
    """A run into a folder below its input does not read its own texts."""
    (inputs / "out").mkdir()
    (inputs / "out" / "DATA.md").write_text("# Data")
    names = [file.name for file in find_inputs([inputs], leave_out=str(inputs / "out"))]
    assert "out/DATA.md" not in names
    assert "b.pdf" in names


def test_input_in_the_output_folder_is_told(inputs: Path) -> None:
    """All of it is left out then, which is another mistake than an empty folder."""
    with pytest.raises(NoInput, match=r"is in the output folder .*: choose another --out"):
        find_inputs([inputs], leave_out=str(inputs))


def test_links_lead_nowhere_twice(inputs: Path) -> None:
    """A link to a file is that file, one to the folder itself is not followed for ever."""
    (inputs / "link.pdf").symlink_to(inputs / "b.pdf")
    (inputs / "loop").symlink_to(inputs)
    (inputs / "dangling.pdf").symlink_to(inputs / "gone")
    expected = ["2024/deep/y.txt", "2024/x.md", "A.PDF", "b.pdf"]
    assert [file.name for file in find_inputs([inputs])] == expected


def test_pipe_is_not_read(tmp_path: Path) -> None:
    """Reading it would wait for ever."""
    os.mkfifo(tmp_path / "pipe.pdf")
    assert hash_file(str(tmp_path / "pipe.pdf")) is None


@pytest.mark.skipif(sys.platform == "darwin", reason="its file names are Unicode")
def test_name_that_is_no_text(tmp_path: Path) -> None:
    """A name in another encoding is published readably and still opens the file."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.pdf"))
    path.write_bytes(b"x")
    [file] = find_inputs([tmp_path])
    assert file.name == "caf?.pdf"
    assert hash_file(file.url)
