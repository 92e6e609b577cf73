"""The signature block: names of parties in bold are no headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from prestatie_extract.document import Block, Label

SIGNING_HEADING = re.compile(
    r"\b(?:onder)?teken(?:ing|en|aars)|\bhandtekening|\bslotformulier", re.IGNORECASE
)
NEW_PART = re.compile(r"^(?:\d|bijlage|hoofdstuk|artikel|appendix|begrippen)", re.IGNORECASE)


def unmark_signatures(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks; smaller headings below one about signing are running text."""
    found: list[Block] = []
    signing_rank: int | None = None
    for block in blocks:
        is_name = False
        if block.label is Label.SECTION_HEADER:
            if SIGNING_HEADING.search(block.text):
                signing_rank = block.rank
            elif signing_rank is not None and block.rank > signing_rank:
                is_name = not NEW_PART.match(block.text)
            else:
                signing_rank = None
        found.append(replace(block, label=Label.TEXT, rank=0) if is_name else block)
    return found
