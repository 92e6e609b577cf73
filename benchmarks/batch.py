"""How a large batch does: time by number of workers, memory of the main process, a second run.

    make bench-batch
    python benchmarks/batch.py [COUNT]
    python benchmarks/batch.py FOLDER

COUNT documents (1,000) are the samples in `data/raw`, each copy with other bytes. Every figure is
of a command of its own; what is compared is measured in one go. With a folder, its files are
converted in their place and the outcome is printed, for collections of odd and broken PDFs.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = sorted((ROOT / "data" / "raw").glob("*.pdf"))
REPORT = Path(__file__).with_suffix(".md")
COUNT = 1000
FEW_SHARE = 10  # the batch that memory is compared with is so many times smaller
SPEEDUP_LIMIT = 0.6  # time of two workers, of that of one
RERUN_LIMIT = 0.02  # time of a run with nothing to do, of that of the first
MEMORY_LIMIT_MB = 500
MEASURED = """
import json, sys, time
from pathlib import Path
from prestatie_extract.cli import main
def peak():
    status = Path("/proc/self/status").read_text().split()
    return int(status[status.index("VmHWM:") + 1])
try:
    main()
finally:
    Path(sys.argv[-1]).with_name("peak.json").write_text(json.dumps(peak()))
"""
"""Runs the command line and leaves the most memory of the main process alone, in kilobytes."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one command took."""

    seconds: float
    peak_mb: float


def make_inputs(folder: Path, count: int) -> None:
    """So many PDFs: the samples in turn, each with a comment of its own behind its end."""
    folder.mkdir()
    for number in range(count):
        sample = SAMPLES[number % len(SAMPLES)]
        content = sample.read_bytes() + f"% copy {number}\n".encode()
        (folder / f"{sample.stem}-{number:04}.pdf").write_bytes(content)


def measure(inputs: Path, out: Path, jobs: int, *options: str) -> Run:
    """Time and memory of `prestatie-extract run`."""
    arguments = ["run", str(inputs), "--jobs", str(jobs), "--quiet", *options, "--out", str(out)]
    out.parent.mkdir(exist_ok=True)
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", MEASURED, *arguments], check=False)
    seconds = time.perf_counter() - started
    peak_kb = json.loads(out.with_name("peak.json").read_text())
    return Run(seconds, peak_kb / 1000)


def report_batch(count: int) -> str:
    """Measure everything and put it into words."""
    few = max(2, count // FEW_SHARE)
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        make_inputs(root / "few", few)
        make_inputs(root / "many", count)
        small = measure(root / "few", root / "a" / "out", 2)
        two = measure(root / "many", root / "b" / "out", 2)
        again = measure(root / "many", root / "b" / "out", 2)
        one = measure(root / "many", root / "c" / "out", 1)
        same = is_same(root / "b" / "out", root / "c" / "out")
    rows = [
        (f"{few} documents, 2 workers", small),
        (f"{count} documents, 2 workers", two),
        (f"{count} documents, 1 worker", one),
        (f"{count} documents, nothing changed", again),
    ]
    speedup, rerun = two.seconds / one.seconds, again.seconds / two.seconds
    growth = two.peak_mb / small.peak_mb
    peak = max(run.peak_mb for _, run in rows)
    lines = [
        "# A large batch",
        "",
        f"Made by `make bench-batch`, Python {platform.python_version()}, {os.cpu_count()} cores.",
        "The documents are the samples in `data/raw`, each copy with other bytes.",
        "",
        "| run | seconds | documents/s | peak memory of the main process, MB |",
        "|---|--:|--:|--:|",
        *(_row(name, run) for name, run in rows),
        "",
        "| promise | measured | limit |",
        "|---|--:|--:|",
        f"| time of 2 workers, of that of 1 | {speedup:.2f} | {SPEEDUP_LIMIT} |",
        f"| time of a run with nothing changed, of the first | {rerun:.2%} | {RERUN_LIMIT:.0%} |",
        f"| memory with {count} documents, of that with {few} | {growth:.2f} | |",
        f"| most memory of the main process, MB | {peak:.0f} | {MEMORY_LIMIT_MB} |",
        f"| output of 1 and of 2 workers | {'same bytes' if same else 'DIFFERENT'} | same |",
        "",
    ]
    return "\n".join(lines)


def _row(name: str, run: Run) -> str:
    count = int(name.split(maxsplit=1)[0])
    return f"| {name} | {run.seconds:.1f} | {count / run.seconds:.1f} | {run.peak_mb:.0f} |"


def is_same(one: Path, other: Path) -> bool:
    """Whether two output folders hold the same bytes, their memory left out."""
    return _published(one) == _published(other)


def _published(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file())
    named = ((path.relative_to(out).as_posix(), path) for path in files)
    return {name: path.read_bytes() for name, path in named if not name.startswith(".")}


def report_folder(folder: Path) -> str:
    """What became of the files of a folder, one at a time."""
    import pandas as pd

    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "x" / "out"
        run = measure(folder, out, 2, "--ocr", "never")
        documents = pd.read_parquet(out / "parquet" / "documents.parquet")
    codes = Counter(documents["error_code"].fillna("none"))
    done = f"{len(documents)} documents in {run.seconds:.0f} s"
    peak = f"peak memory of the main process {run.peak_mb:.0f} MB"
    counts = [f"  {count:6}  {code}" for code, count in codes.most_common()]
    return "\n".join([f"{done}, {peak}", *counts])


def main() -> None:
    """Measure what the arguments ask for."""
    argument = sys.argv[1] if len(sys.argv) > 1 else str(COUNT)
    if argument.isdigit():
        report = report_batch(int(argument))
        if int(argument) >= COUNT:
            REPORT.write_text(report, encoding="utf-8")
        print(report)
    else:
        print(report_folder(Path(argument)))


if __name__ == "__main__":
    main()
