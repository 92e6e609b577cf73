"""What an agreement holds for by the heading above it: "Jaarafspraken 2027"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from prestatie_extract.document import Agreement, Section, section_path
from prestatie_extract.structure.columns import MULTI_YEAR, find_horizon

HORIZON_HEADING = re.compile(
    r"\b(?:meerjar\w+\s+(?:prestatie)?|meerjaren|jaar|kader|raam)afspraken\b|\bjaarschijf\b",
    re.IGNORECASE,
)
YEARLY = re.compile(r"\bjaar(?:afspraken|schijf)\b", re.IGNORECASE)


def with_horizons(agreements: Sequence[Agreement], sections: Sequence[Section]) -> list[Agreement]:
    """The agreements with the horizon of the heading they stand below, where they have none.

    Only in a document whose headings tell several apart: a framework and its years.
    """
    by_id = {s.section_id: s for s in sections}
    found = [_horizon(section_path(a.section_id, by_id)) for a in agreements]
    if len(set(found)) == 1 and not any(a.horizon for a in agreements):
        return list(agreements)
    return [
        agreement if agreement.horizon else replace(agreement, horizon=horizon)
        for agreement, horizon in zip(agreements, found, strict=True)
    ]


def _horizon(path: Sequence[Section]) -> str | None:
    for section in reversed(path):
        if HORIZON_HEADING.search(section.title):
            is_multi = MULTI_YEAR.search(section.title) and not YEARLY.search(section.title)
            return "meerjarig" if is_multi else find_horizon(section.title)
    return None
