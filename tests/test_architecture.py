"""What holds for every module: sizes, names, and what starting the command loads."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import prestatie_extract

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "prestatie_extract"
MODULES = sorted(PACKAGE.rglob("*.py"))
MODULE_LINES, FUNCTION_LINES = 400, 40  # where the house style stops
DRAWERS = frozenset(("utils", "util", "helpers", "common", "core", "manager", "processor", "misc"))
HEAVY = ("spacy", "pandas", "pyarrow", "pdfplumber", "pypdfium2", "rapidfuzz", "pydantic", "numpy")
LOADED = "import sys, prestatie_extract.cli; print(*sorted(set(sys.modules) & set(sys.argv[1:])))"


def _id(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its docstring."""
    whole = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return whole
    docstring = function.body[0]
    return whole - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_module_fits_in_the_head(path: Path) -> None:
    """A module stays below the size where it should be two, its functions as well."""
    lines = len(path.read_text(encoding="utf-8").splitlines())
    long = {f.name: n for f in _functions(path) if (n := _lines(f)) > FUNCTION_LINES}
    assert lines <= MODULE_LINES
    assert long == {}


def test_no_drawers() -> None:
    """No module is named after nothing."""
    assert [_id(path) for path in MODULES if path.stem in DRAWERS] == []


def test_version_is_the_published_one() -> None:
    """The package says the version that is published."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert prestatie_extract.__version__ == project["version"]


def test_lock_files_name_no_registry() -> None:
    """The pinned dependencies install from wherever pip is told to look."""
    for path in ROOT.glob("requirements*.lock"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text
        assert not [line for line in text.splitlines() if line.startswith("-")]


def test_command_starts_light() -> None:
    """`--help` loads no library that takes its time."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *HEAVY], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
