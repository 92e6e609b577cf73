"""What each stage makes of the samples, compared with files that somebody has read."""

from __future__ import annotations

import pytest
from tests.conftest import Golden
from tests.golden.render import render_blocks, render_source, render_structure
from tests.golden.stages import (
    ALL_SLUGS,
    SLUGS,
    sample_agreements,
    sample_blocks,
    sample_sections,
    sample_source,
)


@pytest.mark.parametrize("slug", SLUGS)
def test_read(slug: str, golden: Golden) -> None:
    """The words, fonts and grids of each page."""
    golden(f"read/{slug}.txt", render_source(sample_source(slug)))


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_layout(slug: str, golden: Golden) -> None:
    """The blocks in reading order."""
    golden(f"layout/{slug}.txt", render_blocks(sample_blocks(slug)))


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_structure(slug: str, golden: Golden) -> None:
    """The section tree and the agreements with their parts."""
    golden(
        f"structure/{slug}.txt",
        render_structure(sample_sections(slug), sample_agreements(slug)),
    )
