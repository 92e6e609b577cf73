"""Constructed PDFs that attack a reader: bombs, cycles, lies, extremes, payloads, odd text.

Every builder writes its bytes by hand and answers the same ones each time, so that nothing hostile
lies in the repository. A file is small unless its docstring says otherwise; what it unfolds to need
not be.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tests.hostile import (
    bombs,
    catalog,
    colours,
    encryption,
    fields,
    files,
    fonts,
    geometry,
    images,
    mass,
    nesting,
    payloads,
    text,
    text_maps,
    trees,
)
from tests.hostile.registry import Builder

HOSTILE: Mapping[str, Builder] = MappingProxyType(
    {
        **bombs.BUILDERS,
        **trees.BUILDERS,
        **files.BUILDERS,
        **nesting.BUILDERS,
        **geometry.BUILDERS,
        **mass.BUILDERS,
        **payloads.BUILDERS,
        **text.BUILDERS,
        **text_maps.BUILDERS,
        **fields.BUILDERS,
        **images.BUILDERS,
        **fonts.BUILDERS,
        **colours.BUILDERS,
        **catalog.BUILDERS,
        **encryption.BUILDERS,
    }
)
"""Every builder by its name, module by module in the order in which they stand there."""
