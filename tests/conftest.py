"""What all tests share: golden files, and the corpus where it is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")  # `pytest --hypothesis-profile default` looks further

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"
CORPUS = ROOT.parent / "shared" / "corpus"

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden",
        action="store_true",
        help="rewrite the files in tests/golden; new ones become *.unverified.* until somebody "
        "has read and renamed them",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with `tests/golden/<name>`: `golden("layout/list-style.txt", text)`.

    With `--golden` the file is rewritten. A new file is written as `<stem>.unverified<suffix>`;
    the test is skipped until that has been read and renamed.
    """
    rewrite = bool(request.config.getoption("--golden"))

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        unverified = path.with_name(f"{path.stem}.unverified{path.suffix}")
        if rewrite:
            _write(path if path.exists() else unverified, text)
        elif not path.exists() and unverified.exists():
            pytest.skip(f"read {unverified.relative_to(ROOT)} and rename it to {path.name}")
        else:
            assert path.exists(), f"no golden file {name}: make golden writes it"
            assert text == path.read_text(encoding="utf-8")

    return compare


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real agreements beside the repository; skips where it is missing."""
    if not CORPUS.is_dir():
        pytest.skip("needs the corpus of real agreements in ../shared/corpus")
    return CORPUS


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample agreements in the repository."""
    return ROOT / "data" / "raw"
