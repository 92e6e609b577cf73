"""docs/schema/versions.csv: what programs may rely on in each `schema_version`.

A row is published once it stands on the line of history that others have; from then on it never
changes. Until then `make docs` renews it.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from prestatie_extract.schema import SCHEMA_VERSION
from prestatie_extract.schema.json_schema import structure_sha256

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = "docs/schema/versions.csv"
HEAD = "schema_version,structure_sha256"
LINES_OF_HISTORY = ("origin/HEAD", "origin/main", "main")
"""Where others take this repository from, whichever there is first."""


class NoHistory(Exception):  # noqa: N818 (it is no error of ours)
    """There is no git here, or no history."""


def read_versions() -> dict[str, str]:
    """The structure's SHA-256 of each `schema_version`, in the order of the file."""
    return _parse((ROOT / VERSIONS).read_text(encoding="utf-8"))


def published_versions() -> dict[str, str]:
    """The rows that others have, each as it first was; empty where the file is new to them.

    Raises:
        NoHistory: nothing can be said.
    """
    commits = _git("log", "--first-parent", "--reverse", "--format=%H", _base(), "--", VERSIONS)
    first: dict[str, str] = {}
    for commit in commits.split():
        first = _parse(_git("show", f"{commit}:{VERSIONS}")) | first
    return first


def write_versions() -> None:
    """Put the current version's row into the file; what is published stays."""
    rows = read_versions()
    try:
        is_free = SCHEMA_VERSION not in published_versions()
    except NoHistory:
        is_free = SCHEMA_VERSION not in rows
    if is_free:
        rows[SCHEMA_VERSION] = structure_sha256()
    lines = [HEAD, *(f"{version},{sha256}" for version, sha256 in rows.items())]
    (ROOT / VERSIONS).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _parse(text: str) -> dict[str, str]:
    rows = [line.split(",") for line in text.splitlines()[1:]]
    return {row[0]: row[1] for row in rows}


def _base() -> str:
    """Where this work left what others have, if it has branched off; else the last commit."""
    for name in LINES_OF_HISTORY:
        try:
            return _git("merge-base", "HEAD", name).strip()
        except NoHistory:
            continue
    return "HEAD"


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoHistory(f"git {arguments[0]} says nothing: {error}") from error
    return done.stdout
