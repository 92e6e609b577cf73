"""The Dockerfile, which no test can build here: what it copies is there, and no more."""

from __future__ import annotations

import re
import shlex
from fnmatch import fnmatch
from pathlib import PurePosixPath

import pytest
from tests.uses.steps import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
INSTRUCTIONS = [
    line.split(maxsplit=1)
    for line in re.sub(r"^#.*\n", "", DOCKERFILE, flags=re.MULTILINE)
    .replace("\\\n", " ")
    .splitlines()
    if line.strip()
]
COPIED = [
    source
    for name, rest in INSTRUCTIONS
    if name == "COPY" and "--from=" not in rest
    for source in shlex.split(rest)[:-1]
]
IGNORED = [
    line
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PINNED = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def is_ignored(path: str) -> bool:
    """Whether .dockerignore keeps it out: the last pattern that fits it or a folder above it."""
    ignored = False
    names = [path, *map(str, PurePosixPath(path).parents)][:-1]
    for line in IGNORED:
        pattern = line.removeprefix("!").removeprefix("**/")
        anywhere = "**/" in line  # else it is a path from the root, in which * takes no slash
        if any(fnmatch(name.rpartition("/")[2] if anywhere else name, pattern) for name in names):
            ignored = not line.startswith("!")
    return ignored


@pytest.mark.parametrize("source", COPIED)
def test_copied_file_is_in_the_context(source: str) -> None:
    assert (ROOT / source).exists()
    assert not is_ignored(source)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("src/prestatie_extract/cli/__init__.py", False),
        ("src/prestatie_extract/vocabulary/themes.csv", False),
        ("models/nl_prestatie/meta.json", False),
        ("models/data/written.jsonl", True),
        ("data/raw/merendaal-2025-2028.pdf", True),
        (".git/config", True),
        ("src/prestatie_extract/__pycache__/page.cpython-312.pyc", True),
    ],
)
def test_context_holds_the_package_alone(path: str, expected: bool) -> None:
    """No data, no history, nothing compiled elsewhere."""
    assert is_ignored(path) is expected


def test_everything_the_package_is_built_from_is_copied() -> None:
    """What pyproject.toml names of this checkout: the readme, the package, the model."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    built = {"src", "models/nl_prestatie", "README.md", "pyproject.toml"}
    assert all(name in text for name in built - {"pyproject.toml"})
    assert built <= set(COPIED)


def test_container_runs_as_nobody_in_particular() -> None:
    """By number, so that orchestrators can see that it is not root; with the command in front."""
    last = dict(INSTRUCTIONS)
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", last["USER"])
    assert last["ENTRYPOINT"] == '["prestatie-extract"]'


def test_all_that_is_installed_has_a_hash() -> None:
    """Each pip command either asks for hashes or fetches nothing."""
    commands = re.findall(r"pip install (.+?)(?:&&|$)", " ".join(" ".join(i) for i in INSTRUCTIONS))
    assert commands
    for command in commands:
        assert "--require-hashes" in command or {"--no-deps", "--no-build-isolation"} <= set(
            command.split()
        )


def test_lock_with_ocr_is_the_lock_and_more() -> None:
    """The same versions, with OCR and what builds the package; `make lock` makes both."""
    plain, whole, dev = (
        dict(PINNED.findall((ROOT / name).read_text(encoding="utf-8")))
        for name in ("requirements.lock", "requirements-ocr.lock", "requirements-dev.lock")
    )
    assert plain.items() <= whole.items() <= dev.items()
    assert {"ocrmypdf", "hatchling"} <= set(whole) - set(plain)
