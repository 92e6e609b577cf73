"""What was looked at and what was found there; all renderings are made of this."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding with the place where people look it up."""

    code: str
    """Stable name; described in docs/findings.md."""
    severity: str
    """info, warning or error."""
    message: str
    """One line: what was seen and what to do."""
    subject: str
    """Name of the `Subject` it is about."""
    document_id: str | None = None
    """None where it is about a table or the folder."""
    page_number: int | None = None
    """Page, from 1."""
    agreement_id: str | None = None
    """The agreement it is about."""
    file: str | None = None
    """The record or table it was seen in, relative to the folder that was checked."""
    path: str | None = None
    """Published path of the document where its subject has another name, as two share the path."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A document, or the tables of a folder together."""

    name: str
    """Published path of the document (`source_path`), with its id where two have the same; the
    table's or folder's name."""
    document_id: str | None = None
    """None for tables."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """All that was looked at, also where nothing was found, in the order of names."""

    subjects: tuple[Subject, ...]
    notices: tuple[Notice, ...]
    """By subject, then worst first."""
    left_out: tuple[str, ...] = ()
    """Files that were named and are neither record nor table, so that nothing was checked."""
