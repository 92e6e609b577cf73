"""Report: the output of a run as pages for people, with the evidence beside each agreement.

records         what the tables list, with its records
pictures        the pages of the documents, drawn once
ledger          whether a target counts in a sum
labels          Dutch words for the codes
wording         numbers, years and names as people write them
headings        where agreements stand and what they are called
corrections     what the tool said of a field, as the text that a correction begins with
views           what the templates show; `documents`, `cards` and `overview` make it of records
charts          bars as static SVG
site            all of it in one folder, replaced as a whole
"""

from __future__ import annotations

from prestatie_extract.report.site import SiteReport, write_site

__all__ = ["SiteReport", "write_site"]
