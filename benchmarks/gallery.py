"""The pictures in `docs/images`, made of the sample agreements: the report, and the plot of the
recipes.

    make gallery

Needs Chromium on the PATH and playwright. Colours are reduced, so that the pictures stay small.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
COLOURS = 256
IMAGE_LIMIT_BYTES = 300_000
SETTLE_MILLISECONDS = 500  # for the panes to have scrolled and the pictures to be drawn


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of the site."""

    name: str
    page: str
    """Path in the site, with an anchor; `*` stands for the document named below."""
    document: str = ""
    width: int = 1440
    height: int = 900


PLOT = "who-leads.png"
RECIPES = ROOT / "docs" / "recipes.md"
SNIPPET = re.compile(r"```python\n(.*?)```", re.DOTALL)

SHOTS = (
    Shot("overview.png", "index.html", height=1100),
    Shot("evidence-page.png", "documents/*.html#t-2-B1-t1", document="elsvenne"),
)


def make_site(folder: Path) -> Path:
    """Convert the samples and make the report of them."""
    for arguments in (
        ["run", str(ROOT / "data" / "raw"), "--out", str(folder), "--quiet"],
        ["report", str(folder), "--quiet"],
    ):
        subprocess.run([sys.executable, "-m", "prestatie_extract", *arguments], check=True)
    return folder / "report"


def find_address(site: Path, shot: Shot) -> str:
    """The address of what is to be seen."""
    path, _, anchor = shot.page.partition("#")
    if shot.document:
        pages = (site / "documents").glob("*.html")
        marked = (p for p in pages if f"{shot.document}-" in p.read_text(encoding="utf-8"))
        path = next(marked).relative_to(site).as_posix()
    return (site / path).as_uri() + (f"#{anchor}" if anchor else "")


def take(browser: Any, site: Path, shot: Shot) -> bytes:
    """The picture as PNG with few colours."""
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height}, reduced_motion="reduce"
    )
    page.goto(find_address(site, shot))
    page.wait_for_timeout(SETTLE_MILLISECONDS)
    picture = page.screenshot()
    page.close()
    return reduce_colours(picture)


def draw_plot(folder: Path) -> bytes:
    """The plot that the recipe draws, with few colours.

    Args:
        folder: that has the output in `data/structured`.
    """
    [code] = (c for c in SNIPPET.findall(RECIPES.read_text(encoding="utf-8")) if PLOT in c)
    subprocess.run([sys.executable, "-c", code], cwd=folder, check=True)
    return reduce_colours((folder / PLOT).read_bytes())


def reduce_colours(picture: bytes) -> bytes:
    """The same picture, smaller."""
    stream = BytesIO()
    reduced = Image.open(BytesIO(picture)).convert("RGB")
    reduced.quantize(COLOURS, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def keep(name: str, content: bytes) -> None:
    """Write a picture.

    Raises:
        SystemExit: it is too large.
    """
    if len(content) > IMAGE_LIMIT_BYTES:
        raise SystemExit(f"{name} has {len(content)} bytes: use fewer colours")
    (IMAGES / name).write_bytes(content)
    print(f"{name}: {len(content) / 1000:.0f} kB")


def main() -> None:
    """Write the pictures.

    Raises:
        SystemExit: there is no browser, or a picture is too large.
    """
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("needs chromium on the PATH")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        site = make_site(Path(scratch) / "data" / "structured")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for shot in SHOTS:
            keep(shot.name, take(browser, site, shot))
        browser.close()
        keep(PLOT, draw_plot(Path(scratch)))


if __name__ == "__main__":
    main()
