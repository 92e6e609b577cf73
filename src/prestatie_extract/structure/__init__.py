"""Structure: blocks to sections and agreements."""

from prestatie_extract.structure.agreements import find_agreements
from prestatie_extract.structure.openers import mark_blocks
from prestatie_extract.structure.sections import find_sections

__all__ = ["find_agreements", "find_sections", "mark_blocks"]
