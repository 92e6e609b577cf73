"""What became of a correction: what the tool said, what a person says, and which of them stands."""

from __future__ import annotations

from prestatie_extract.schema.codes import CorrectionStatus, Number
from prestatie_extract.schema.model import Model

CorrectionValue = str | bool | int | Number | tuple[str, ...] | None
"""What a field of the record may be corrected to."""


class CorrectionResult(Model):
    """A correction that names this document, and what became of it."""

    agreement_id: str
    """The agreement that it names."""
    field: str
    """The key that it corrects, such as theme or targets.t2.value."""
    source_file: str
    """Name of the file that it stands in."""
    was: CorrectionValue
    """What the tool said when it was written; null where it does not tell."""
    value: CorrectionValue
    """What it should be."""
    found: CorrectionValue
    """What the tool says; null where there is no such agreement or target."""
    note: str | None
    """Why, in the words of who wrote it."""
    status: CorrectionStatus
    """applied, superfluous, outdated, refused, unknown_agreement or unknown_document."""
    reason: str | None
    """Why it is not applied, or what to look at although it is; else null."""
