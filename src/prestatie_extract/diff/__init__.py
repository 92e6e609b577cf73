"""Diff: what changed between two records or two folders.

records         files and folders -> records
documents       which documents belong together
entries         an agreement with what is compared of it: its place and its words
words           texts as words; typography makes no difference
years           years that roll on with the period
likeness        how alike agreements are
matching        which agreement is which: one to one, one candidate or none
sections        whether an agreement stands elsewhere, and which sections were renamed
targets, fields which numbers and tags changed
kinds           whether a change is one to pass over: years, references, tags
comparing       all of it, in order
outcome         what is found
rendering       what is found, as text, JSON, Markdown or HTML
"""

from __future__ import annotations

from prestatie_extract.diff.comparing import compare
from prestatie_extract.diff.outcome import CLASSES, Comparison
from prestatie_extract.diff.records import load_records
from prestatie_extract.diff.rendering import Form, render

__all__ = ["CLASSES", "Comparison", "Form", "compare", "load_records", "render"]
