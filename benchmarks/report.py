"""How long a report of a hundred documents takes, and how large it is.

    python benchmarks/report.py [COUNT]

COUNT documents (100) are the agreements of the corpus, or the samples where it is not there, each
copy with other bytes. The overview is opened in Chromium, where that and playwright are there.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus" / "pdf"
SAMPLES = ROOT / "data" / "raw"
REPORT = Path(__file__).with_suffix(".md")
COUNT = 100
REPORT_LIMIT_SECONDS = 60.0
OPEN_LIMIT_SECONDS = 2.0
IMAGE_LIMIT_BYTES = 150_000
OPENED = "performance.getEntriesByType('navigation')[0].loadEventEnd"


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured."""

    documents: int
    load: float
    """Mean number of processes that wanted a core in the minute before."""
    pages: int
    seconds: float
    again_seconds: float
    opened_seconds: dict[str, float]
    """By page of the site; empty without a browser."""
    site_bytes: int
    image_bytes: list[int]
    page_bytes: list[int]
    overview_bytes: int


def make_inputs(folder: Path, count: int) -> str:
    """So many PDFs, each with a comment of its own behind its end; says of what."""
    has_corpus = CORPUS.is_dir()
    originals = sorted((CORPUS if has_corpus else SAMPLES).glob("*.pdf"))
    folder.mkdir()
    for number in range(count):
        original = originals[number % len(originals)]
        content = original.read_bytes() + f"% copy {number}\n".encode()
        (folder / f"{original.stem}-{number:04}.pdf").write_bytes(content)
    return f"{len(originals)} {'agreements of the corpus' if has_corpus else 'samples'}"


def run_command(*arguments: object) -> float:
    """Seconds that a command of ours takes.

    Raises:
        CalledProcessError: it failed.
    """
    started = time.perf_counter()
    command = [sys.executable, "-m", "prestatie_extract", *map(str, arguments)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


def time_opening(paths: Sequence[Path]) -> dict[str, float]:
    """Seconds until each page is loaded, the best of three; empty without a browser."""
    chromium = shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        chromium = None
    if chromium is None:
        return {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        found = {}
        for path in paths:
            times = []
            for _ in range(3):
                page.goto(path.as_uri())
                times.append(page.evaluate(OPENED) / 1000)
            found[path.name] = min(times)
        browser.close()
    return found


def measure(out: Path) -> Figures:
    """Make the report twice and look at what came out."""
    load = os.getloadavg()[0]
    seconds = run_command("report", out)
    again_seconds = run_command("report", out)
    site = out / "report"
    images = [p for p in site.rglob("*.*") if p.suffix in {".png", ".webp"}]
    pages = sorted((site / "documents").glob("*.html"), key=lambda p: p.stat().st_size)
    return Figures(
        documents=len(pages),
        load=load,
        pages=len(images),
        seconds=seconds,
        again_seconds=again_seconds,
        opened_seconds=time_opening([site / "index.html", pages[-1]]),
        site_bytes=sum(p.stat().st_size for p in site.rglob("*") if p.is_file()),
        image_bytes=sorted(p.stat().st_size for p in images),
        page_bytes=[p.stat().st_size for p in pages],
        overview_bytes=(site / "index.html").stat().st_size,
    )


def describe(figures: Figures, made_of: str) -> str:
    """The figures in words."""
    images = figures.image_bytes
    opened = list(figures.opened_seconds.values())
    rows = [
        ("report, nothing drawn yet, s", f"{figures.seconds:.1f}", f"{REPORT_LIMIT_SECONDS:g}"),
        ("pages a second", f"{figures.pages / figures.seconds:.0f}", ""),
        ("report again, pictures kept, s", f"{figures.again_seconds:.1f}", ""),
        ("overview opens, s", f"{opened[0]:.2f}" if opened else "no browser",
         f"{OPEN_LIMIT_SECONDS:g}"),
        ("largest document opens, s", f"{opened[1]:.2f}" if opened else "no browser", ""),
        ("largest picture, kB", f"{images[-1] / 1000:.0f}", f"{IMAGE_LIMIT_BYTES / 1000:g}"),
        ("picture, median, kB", f"{images[len(images) // 2] / 1000:.0f}", ""),
        ("whole site, MB", f"{figures.site_bytes / 1e6:.0f}", ""),
        ("page of a document, largest, kB", f"{figures.page_bytes[-1] / 1000:.0f}", ""),
        ("overview, kB", f"{figures.overview_bytes / 1000:.0f}", ""),
    ]  # fmt: skip
    table = "\n".join(f"| {what} | {measured} | {limit} |" for what, measured, limit in rows)
    return f"""# The report

Made by `python benchmarks/report.py {figures.documents}`, Python {platform.python_version()},
{os.cpu_count()} cores, load before it {figures.load:.1f}.
{figures.documents} documents with {figures.pages:,} pages: copies of {made_of},
each with other bytes.

| | measured | limit |
|---|--:|--:|
{table}
"""


def main(arguments: Sequence[str]) -> None:
    """Measure, print and write it down."""
    count = int(arguments[0]) if arguments else COUNT
    with tempfile.TemporaryDirectory() as scratch:
        inputs, out = Path(scratch) / "raw", Path(scratch) / "out"
        made_of = make_inputs(inputs, count)
        run_command("run", inputs, "--out", out, "--quiet")
        text = describe(measure(out), made_of)
    print(text)
    REPORT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
