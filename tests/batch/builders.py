"""Small documents and ways to look at an output folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from prestatie_extract.batch import BatchResult, Outcome, Settings, convert
from prestatie_extract.tagging.contents import NO_MODEL

AGREEMENT = """# Prestatieafspraken {municipality} 2025-2028

Gemeente {municipality} en woningcorporatie Het Anker maken samen deze afspraken.

## 1 Beschikbaarheid

### 1.1 Afspraken

1. Het Anker bouwt in 2026 minimaal 80 woningen.
2. De gemeente wijst een bouwplek aan.
"""
RECIPE = "# Appeltaart\n\nSchil vier appels en verwarm de oven voor.\n"
MUNICIPALITIES = ("Merendaal", "Sparrenhove", "Lindermark", "Vaartmeer", "Heuvelrode", "Elsvenne")


def write_agreement(path: Path, municipality: str = "Merendaal") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(AGREEMENT.format(municipality=municipality), encoding="utf-8")
    return path


def write_agreements(folder: Path, count: int = len(MUNICIPALITIES)) -> list[Path]:
    return [write_agreement(folder / f"{name}.md", name) for name in MUNICIPALITIES[:count]]


def read_rows(out_dir: Path, table: str) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    rows = pq.read_table(out_dir / "parquet" / f"{table}.parquet").to_pylist()
    return cast("list[dict[str, Any]]", rows)


def published(out_dir: Path) -> dict[str, bytes]:
    """The bytes of all that a reader of the output sees, by path."""
    paths = (path for path in out_dir.rglob("*") if path.is_file())
    names = ((path.relative_to(out_dir).as_posix(), path) for path in paths)
    return {name: path.read_bytes() for name, path in names if not name.startswith(".")}


def run(folder: Path, out_dir: Path, **settings: Any) -> BatchResult:
    """A run of one worker, without the model unless a test asks for one: it starts faster."""
    settings = {"model": NO_MODEL} | settings
    return convert([folder], out_dir, Settings(jobs=1, **settings))


def new_names(result: BatchResult) -> list[str]:
    """The documents that this run converted."""
    return [outcome.name for outcome in result.outcomes if outcome.is_new]


def only(result: BatchResult) -> Outcome:
    [outcome] = result.outcomes
    return outcome
