"""Many documents: each in a process of its own, kept as soon as it is done, tables at the end.

convert      finds the inputs, skips what is done, commits what comes back
engines      hand jobs out: threads here, tasks on a cluster
isolation    the main process's side of a keeper
keeper       forks a worker for each document and kills it at its limits
conversion   what the worker does: the stages that are left
strays       corrections that meet no record
page_files   pages as pictures, drawn in the same isolation
sources      where the bytes of each document were read
manifest     what is remembered between runs, and the stages that need not be run again
"""

from __future__ import annotations

from prestatie_extract.batch.convert import convert, convert_alone
from prestatie_extract.batch.files import Folder
from prestatie_extract.batch.inputs import InputFile, find_inputs
from prestatie_extract.batch.messages import PageFile
from prestatie_extract.batch.outcomes import BatchResult, Outcome
from prestatie_extract.batch.page_files import Drawing, draw_documents
from prestatie_extract.batch.settings import EngineName, Limits, Settings
from prestatie_extract.batch.sources import find_sources
from prestatie_extract.read import OcrMode

__all__ = [
    "BatchResult",
    "Drawing",
    "EngineName",
    "Folder",
    "InputFile",
    "Limits",
    "OcrMode",
    "Outcome",
    "PageFile",
    "Settings",
    "convert",
    "convert_alone",
    "draw_documents",
    "find_inputs",
    "find_sources",
]
