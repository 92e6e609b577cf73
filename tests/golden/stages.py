"""The sample agreements after each stage, made once a test run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from prestatie_extract.document import Agreement, Block, Section, Source
from prestatie_extract.layout import find_blocks
from prestatie_extract.read import read_source
from prestatie_extract.structure import find_agreements, find_sections, mark_blocks

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "data" / "raw", ROOT / "tests" / "samples" / "pdf")
LIST_STYLE = "merendaal-2025-2028"
TABLE_STYLE = "sparrenhove-2026-2029"
FORMS = {
    "elsvenne-2026-2030": {"coded"},
    "zuidergouw-2026-2029": {"group"},
    "kloosterwaard-2025-2029": {"list"},
    "lindermark-2026-2030": {"table"},
    "heuvelrode-2027-2030": {"coded"},
    "brinkerade-2025-2028": {"matrix", "list"},
    "vaartmeer-2025-2029": {"list", "table"},
}
"""The samples in other forms, and the forms of their agreements."""
SLUGS = (LIST_STYLE, TABLE_STYLE)
ALL_SLUGS = (*SLUGS, *FORMS)


def sample_path(slug: str) -> Path:
    return next(path for f in FOLDERS if (path := f / f"{slug}.pdf").is_file())


@cache
def sample_source(slug: str) -> Source:
    return read_source(sample_path(slug))


@cache
def sample_blocks(slug: str) -> tuple[Block, ...]:
    return find_blocks(sample_source(slug))[0]


@cache
def sample_marked(slug: str) -> tuple[Block, ...]:
    return mark_blocks(sample_blocks(slug))


@cache
def sample_sections(slug: str) -> tuple[Section, ...]:
    return find_sections(sample_marked(slug))


@cache
def sample_agreements(slug: str) -> tuple[Agreement, ...]:
    return find_agreements(sample_marked(slug), sample_sections(slug))[0]
