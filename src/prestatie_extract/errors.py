"""What can go wrong, with the exit code and the way out.

    PrestatieError                      exit_code, a message that says what to do next
    ├── DocumentError                   one document; its `code` stands in the tables
    │   ├── NotAPdf                     not_a_pdf
    │   ├── EmptyFile                   empty_file
    │   ├── BrokenPdf                   broken_pdf
    │   ├── EncryptedPdf                encrypted_pdf
    │   ├── UnsupportedFile             unsupported_file
    │   ├── UnreadableFile              unreadable_file
    │   ├── ChangedFile                 changed_file
    │   ├── TooDeep                     too_deep
    │   ├── TimeLimit                   time_limit
    │   ├── MemoryLimit                 memory_limit
    │   └── Crash                       crash
    ├── NoInput                         no file to convert
    ├── NoTables                        no tables to load
    ├── BadRecord                       a file is no record, or damaged
    ├── MissingExtra                    an optional part is not installed
    ├── BadCorrections                  a file of corrections is wrong, or not there
    ├── BadVocabulary                   a table of words to add is wrong, or not there
    ├── VocabularyInUse                 the process has begun with other tables of words
    ├── BadConfiguration                prestatie.toml or a PRESTATIE_ variable is wrong
    ├── BadGold                         an annotation to evaluate with is wrong
    ├── BadBaseline                     an earlier evaluation cannot be compared with
    ├── BadLimit                        a limit for a figure names no field or no number
    └── OutputError                     the output cannot be written
        └── OutputInUse                 another run writes there

A message never names the file: who reports it puts the name in front.
"""
# ruff: noqa: N818 (they are named after what the user sees: EncryptedPdf, NoInput)

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import ClassVar, Self


class ExitCode(IntEnum):
    """What the command line answers, each with its meaning; a stable interface."""

    meaning: str

    OK = 0, "all documents done"
    BUG = 1, "a bug: please report the traceback"
    USAGE = 2, "wrong use of the command"
    FINDINGS = 3, "done, with findings at or above --fail-on"
    SOME_FAILED = 4, "some documents failed, the rest is written"
    ALL_FAILED = 5, "all documents failed"
    NO_INPUT = 6, "no input found"
    OUTPUT = 7, "the output could not be written"
    INTERRUPTED = 130, "interrupted; what was finished is kept"

    def __new__(cls, value: int, meaning: str = "") -> Self:
        """A member that is the number and knows what it means."""
        member = int.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member


class PrestatieError(Exception):
    """Base of all errors that a user can do something about."""

    exit_code: ClassVar[ExitCode] = ExitCode.BUG


class DocumentError(PrestatieError):
    """One document cannot be converted; others can.

    Args:
        path: the file, for whoever reports the error; the message leaves it out.
        detail: what the library said, if that helps; folded to one line.
    """

    exit_code = ExitCode.ALL_FAILED
    code: ClassVar[str] = "document_error"
    """Stable name of the error, as it stands in the documents table."""
    problem: ClassVar[str] = "the document cannot be converted"
    advice: ClassVar[str] = "look at the file in a viewer"

    def __init__(self, path: Path | str | None = None, detail: str = "") -> None:
        self.path = path
        said = f" ({' '.join(detail.split())})" if detail.strip() else ""
        super().__init__(f"{self.problem}{said}: {self.advice}")


class NotAPdf(DocumentError):
    """The file is named .pdf but its content is something else."""

    code = "not_a_pdf"
    problem = "this is not a PDF"
    advice = "check the download, or give the file the extension of what it is"


class EmptyFile(DocumentError):
    """The file has no bytes, or a text file nothing but white space."""

    code = "empty_file"
    problem = "the file is empty"
    advice = "download or export it again"


class BrokenPdf(DocumentError):
    """The PDF cannot be parsed."""

    code = "broken_pdf"
    problem = "the PDF is damaged"
    advice = "download it again, or repair it with 'qpdf damaged.pdf repaired.pdf'"


class EncryptedPdf(DocumentError):
    """The PDF opens with a password only."""

    code = "encrypted_pdf"
    problem = "the PDF is locked with a password"
    advice = "save a copy without password, for instance with 'qpdf --decrypt --password=…'"


class UnsupportedFile(DocumentError):
    """The file is of a type that the reader does not know."""

    code = "unsupported_file"
    problem = "this type of file is not supported"
    advice = "convert it to PDF, .txt or .md first"


class UnreadableFile(DocumentError):
    """The file is missing, protected by the system or not in a known encoding."""

    code = "unreadable_file"
    problem = "the file cannot be read"
    advice = "check that it exists, that you may read it and that text is UTF-8"


class ChangedFile(DocumentError):
    """The bytes are no longer those that were there when the run began."""

    code = "changed_file"
    problem = "the file changed while it was being read"
    advice = "run the same command again"


class TooDeep(DocumentError):
    """Objects are nested in each other deeper than the interpreter goes."""

    code = "too_deep"
    problem = "the file is nested too deeply"
    advice = "it is damaged or hostile; print it to a new PDF and try that"


class TimeLimit(DocumentError):
    """It was not done within the time limit and was stopped."""

    code = "time_limit"
    problem = "it took too long"
    advice = "give it more time with --timeout"


class MemoryLimit(DocumentError):
    """It asked for more memory than the limit and was stopped."""

    code = "memory_limit"
    problem = "it needs too much memory"
    advice = "give it more with --memory"


class Crash(DocumentError):
    """The process that read it died."""

    code = "crash"
    problem = "the process that read it died"
    advice = "print it to a new PDF and try that, and please report it"


class NoInput(PrestatieError):
    """No file to convert was found."""

    exit_code = ExitCode.NO_INPUT


class NoTables(PrestatieError):
    """There are no tables to load, or not of this version."""

    exit_code = ExitCode.NO_INPUT


class BadRecord(PrestatieError):
    """A file cannot be read as a record; the message tells which and why."""

    exit_code = ExitCode.USAGE


class MissingExtra(PrestatieError):
    """An optional part of the package is asked for and not installed."""

    exit_code = ExitCode.USAGE


class BadCorrections(PrestatieError):
    """Corrections cannot be read, or contradict each other; the message tells file and line."""

    exit_code = ExitCode.USAGE


class BadVocabulary(PrestatieError):
    """Tables of words to add cannot be read, or do not fit; the message tells file and line."""

    exit_code = ExitCode.USAGE


class VocabularyInUse(PrestatieError):
    """The process has looked at its tables of words, so that it cannot have others any more."""

    exit_code = ExitCode.USAGE

    def __init__(self) -> None:
        """Say what to do."""
        super().__init__(
            "this process has begun with another vocabulary: name it before the first document "
            "is converted, and start a process for each"
        )


class BadConfiguration(PrestatieError):
    """prestatie.toml or a variable of the environment is wrong; the message tells key and line."""

    exit_code = ExitCode.USAGE


class BadGold(PrestatieError):
    """An annotation is wrong; the message tells file and key."""

    exit_code = ExitCode.USAGE


class BadBaseline(PrestatieError):
    """An earlier evaluation cannot be read, or is of another version."""

    exit_code = ExitCode.USAGE


class BadLimit(PrestatieError):
    """A limit for a figure is not FIELD=NUMBER; the message tells the nearest field."""

    exit_code = ExitCode.USAGE


class ModelMissing(PrestatieError):
    """The language model asked for is not there, or was made for another version."""

    exit_code = ExitCode.USAGE

    def __init__(self, folder: object) -> None:
        """Say where it was looked for and what to do."""
        super().__init__(
            f"{folder}: no language model that this version can load; install the package anew, "
            "name another folder with --model, or do without: --model none"
        )


class OutputError(PrestatieError):
    """The output cannot be written."""

    exit_code = ExitCode.OUTPUT


class OutputInUse(OutputError):
    """Another run writes into the same folder."""
