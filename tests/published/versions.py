"""docs/schema/versions.csv: what programs may rely on in each `schema_version`.

A row is published once it stands where others take the repository from; from then on it never
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


def published_versions(root: Path = ROOT) -> dict[str, str]:
    """The rows that others have: where this work branched off; on the main line itself those of the
    last commit and of the one before it. Empty where they have none.

    Raises:
        NoHistory: nothing can be said.
    """
    head, base = _git(root, "rev-parse", "HEAD").strip(), _base(root)
    depth = 2 if base == head else 1
    rows: dict[str, str] = {}
    for commit in _git(root, "rev-list", "--first-parent", f"-{depth}", base).split():
        if _git(root, "ls-tree", "--name-only", commit, "--", VERSIONS):
            rows |= _parse(_git(root, "show", f"{commit}:{VERSIONS}"))
    return rows


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


def _base(root: Path) -> str:
    """The commit where this work left what others have; the last one where it did not."""
    for name in LINES_OF_HISTORY:
        try:
            return _git(root, "merge-base", "HEAD", name).strip()
        except NoHistory:
            continue
    return _git(root, "rev-parse", "HEAD").strip()


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoHistory(f"git {arguments[0]} says nothing: {error}") from error
    return done.stdout
