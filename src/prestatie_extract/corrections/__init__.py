"""Corrections: what people found wrong in the records, applied on each run.

written      what a correction is, and all of a run
files        a folder of YAML files -> corrections
yaml_lists   the little of YAML that such a file may hold
fields       which keys of a record may be corrected, and by what
changes      a changed key -> the keys that follow from it
agreements   the corrections of one agreement
records      the corrections of one document

What is printed cannot be corrected: text, raw words, boxes, numbers and ids stay as read.
"""

from __future__ import annotations

from prestatie_extract.corrections.files import find_unread, load_corrections
from prestatie_extract.corrections.records import correct_record, leave_unmatched
from prestatie_extract.corrections.written import Correction, Corrections

__all__ = [
    "Correction",
    "Corrections",
    "correct_record",
    "find_unread",
    "leave_unmatched",
    "load_corrections",
]
