"""The sample agreements after each stage, made once a test run."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from prestatie_extract.document import Agreement, Block, Section, Source
from prestatie_extract.layout import find_blocks
from prestatie_extract.read import read_source
from prestatie_extract.structure import find_agreements, find_sections

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "raw"
LIST_STYLE = "merendaal-2025-2028"
TABLE_STYLE = "sparrenhove-2026-2029"
SLUGS = (LIST_STYLE, TABLE_STYLE)


def sample_path(slug: str) -> Path:
    return SAMPLES / f"{slug}.pdf"


@cache
def sample_source(slug: str) -> Source:
    return read_source(sample_path(slug))


@cache
def sample_blocks(slug: str) -> tuple[Block, ...]:
    return find_blocks(sample_source(slug))[0]


@cache
def sample_sections(slug: str) -> tuple[Section, ...]:
    return find_sections(sample_blocks(slug))


@cache
def sample_agreements(slug: str) -> tuple[Agreement, ...]:
    return find_agreements(sample_blocks(slug), sample_sections(slug))[0]
