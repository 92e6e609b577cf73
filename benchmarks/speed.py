"""How fast the whole pipeline is, beside plain pdfplumber and pdfium's bare text.

    make bench
    python benchmarks/speed.py [--rounds 3] [--only pipeline] [PDF ...]

Every round runs every contender on every file, one after the other in one process; the best round
of a contender on a file counts. Peak memory is measured in a process of its own for each contender.
Writes `benchmarks/speed.md`.
"""

from __future__ import annotations

import argparse
import gc
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "pdf"
SAMPLES = ROOT / "data" / "raw"
REPORT = Path(__file__).with_suffix(".md")
ROUNDS = 3
LIMIT_RATIO = 0.5  # of plain pdfplumber's time; what the project promises
MIB_KIB = 1024  # ru_maxrss is in KiB on Linux

TEMPLATE = """\
# Speed

Made by `make bench` (`python benchmarks/speed.py`): best of {rounds} interleaved rounds in one
process, seconds of wall time. Python {python}, {versions}.

- pipeline: all of `prestatie-extract run` on one file, tagging and writing included
- pdfplumber: `extract_words()` and `extract_tables()` of every page, then `page.close()`
- pdfium: the bare text of every page, the floor

| document | pages | pipeline | pdfplumber | pdfium | pipeline / pdfplumber |
|---|--:|--:|--:|--:|--:|
{rows}
| peak memory (MiB) | | {peaks} | |

Loading modules, spaCy and pyarrow, once a process: {loading:.2f} s, not in the figures above.
Promise: at most {limit:.2f} of plain pdfplumber's time. Measured: {ratio:.2f}, {verdict}.
"""

Contender = Callable[[Path], None]
Timings = dict[str, dict[Path, float]]
"""Best seconds by contender and file."""


@cache
def load_pipeline() -> Language:
    """Everything that is loaded once a process: the modules, spaCy, pyarrow and the model."""
    import pyarrow.parquet  # noqa: F401 (as below)

    import prestatie_extract.pipeline
    import prestatie_extract.write  # noqa: F401 (loaded here, used below)
    from prestatie_extract.tagging.contents import load_nlp

    nlp = load_nlp()
    gc.freeze()  # as a keeper does: what is loaded for good is not searched for garbage
    return nlp


def run_pipeline(path: Path) -> None:
    """Read, lay out, structure, tag, validate, write JSON and Parquet."""
    from prestatie_extract.pipeline import extract
    from prestatie_extract.write import record_to_json, record_to_rows, write_file, write_tables

    record = extract(path, nlp=load_pipeline())
    if record.failure:
        sys.exit(f"{path.name} failed, so its time says nothing: {record.failure.message}")
    with tempfile.TemporaryDirectory() as out_dir:
        write_file(Path(out_dir) / "record.json", record_to_json(record).encode())
        write_tables([record_to_rows(record)], Path(out_dir))


def run_pdfplumber(path: Path) -> None:
    """Words and tables of every page, pages freed as they are read."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.extract_tables()
            page.close()


def run_pdfium(path: Path) -> None:
    """The text of every page in stream order: the floor."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            text_page = page.get_textpage()
            text_page.get_text_bounded()
            text_page.close()
            page.close()


CONTENDERS: Mapping[str, Contender] = {
    "pipeline": run_pipeline,
    "pdfplumber": run_pdfplumber,
    "pdfium": run_pdfium,
}


def measure(paths: Sequence[Path], rounds: int) -> Timings:
    """Best seconds of each contender on each file, contenders interleaved."""
    best: Timings = {name: dict.fromkeys(paths, float("inf")) for name in CONTENDERS}
    for _ in range(rounds):
        for path in paths:
            for name, run in CONTENDERS.items():
                started = time.perf_counter()
                run(path)
                best[name][path] = min(best[name][path], time.perf_counter() - started)
    return best


def measure_peak_mib(name: str, paths: Sequence[Path]) -> float:
    """Peak memory of a fresh process that runs one contender on all files, in MiB."""
    command = [sys.executable, __file__, "--only", name, *map(str, paths)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[-1])


def run_only(name: str, paths: Sequence[Path]) -> None:
    """Run one contender and print the peak memory of this process in MiB."""
    for path in paths:
        CONTENDERS[name](path)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB_KIB)


def count_pages(path: Path) -> int:
    """Pages of a PDF."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def to_report(best: Timings, peaks: Mapping[str, float], *, loading: float, rounds: int) -> str:
    """The figures as markdown."""
    paths = list(best["pipeline"])
    pages = {path: count_pages(path) for path in paths}
    rows = [_row(path.stem, pages[path], {n: best[n][path] for n in best}) for path in paths]
    total = {name: sum(seconds.values()) for name, seconds in best.items()}
    ratio = total["pipeline"] / total["pdfplumber"]
    return TEMPLATE.format(
        rounds=rounds,
        versions=", ".join(f"{name} {version(name)}" for name in ("pdfplumber", "pypdfium2")),
        python=platform.python_version(),
        rows="\n".join([*rows, _row("**all**", sum(pages.values()), total)]),
        peaks=" | ".join(f"{peaks[name]:.0f}" for name in CONTENDERS),
        loading=loading,
        limit=LIMIT_RATIO,
        ratio=ratio,
        verdict="kept" if ratio <= LIMIT_RATIO else "BROKEN",
    )


def _row(label: str, pages: int, seconds: Mapping[str, float]) -> str:
    cells = " | ".join(f"{seconds[name]:.2f}" for name in CONTENDERS)
    return f"| {label} | {pages} | {cells} | {seconds['pipeline'] / seconds['pdfplumber']:.2f} |"


def find_pdfs(named: Sequence[Path]) -> list[Path]:
    """The PDFs that are named, else those of the corpus, else the samples."""
    folder = CORPUS if CORPUS.is_dir() else SAMPLES
    return list(named) or sorted(folder.glob("*.pdf"))


def main() -> None:
    """Measure, print and write the report."""
    parser = argparse.ArgumentParser(description="Speed of the pipeline beside pdfplumber.")
    parser.add_argument("pdf", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--only", choices=CONTENDERS)
    options = parser.parse_args()
    paths = find_pdfs(options.pdf)
    if options.only:
        run_only(options.only, paths)
        return
    # first, while this process is small: on Linux a child's peak starts at its parent's
    peaks = {name: measure_peak_mib(name, paths) for name in CONTENDERS}
    started = time.perf_counter()
    load_pipeline()
    loading = time.perf_counter() - started
    best = measure(paths, options.rounds)
    report = to_report(best, peaks, loading=loading, rounds=options.rounds)
    print(report)
    REPORT.write_text(report, encoding="utf-8")


if __name__ == "__main__":
    main()
