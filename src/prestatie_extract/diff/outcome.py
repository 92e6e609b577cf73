"""What a comparison finds; its renderings are made of this alone.

All texts are legible: on one line, without characters that cannot be seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, get_args

from prestatie_extract.diff.words import Piece

Class = Literal["same", "changed", "moved", "new", "dropped"]
CLASSES: tuple[Class, ...] = get_args(Class)
"""In the order in which they are counted."""
NAME_WORDS = 4  # enough to find a bullet in its section
Only = Literal["years", "references", "tags"]


@dataclass(frozen=True, slots=True)
class AgreementSide:
    """An agreement as one of the two documents has it."""

    agreement_id: str
    number: str | None
    section: tuple[str, ...]
    """Number and title of its headings, the chapter first."""
    page_number: int | None
    """First page it stands on, from 1; None for text input."""
    text: str
    """Title and text."""
    targets: tuple[str, ...]
    """The numbers that it promises, as printed."""

    @property
    def name(self) -> str:
        """Its number; a bullet goes by its first words."""
        return self.number or f"‘{' '.join(self.text.split(' ')[:NAME_WORDS])} …’"


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text in which words changed."""

    where: str
    """text (the title in front) or context:<role>."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A key of the record that says something else; None where it says nothing."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class TargetSide:
    """A number as one of the two agreements has it."""

    target_id: str
    raw: str
    value: float
    value_max: float | None
    unit: str
    qualifier: str
    subject: str | None
    party: str | None
    """Name of the party whose number it is."""
    period: str | None
    role: str


@dataclass(frozen=True, slots=True)
class TargetChange:
    """A number that changed, is new (`old` is None) or was dropped (`new` is None)."""

    old: TargetSide | None
    new: TargetSide | None
    changed: tuple[str, ...]
    """Keys that differ; empty for new and dropped ones."""
    says: str
    """For people: "maximaal 180 → 150 woningen"."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What of an agreement's place is another one."""

    section: bool
    number: bool


@dataclass(frozen=True, slots=True)
class AgreementPair:
    """An agreement and its counterpart, or an agreement without one."""

    old: AgreementSide | None
    new: AgreementSide | None
    similarity: float | None
    """How alike the texts are, 0 to 100; None for new and dropped ones."""
    moved: Moved | None = None
    """None where it stands where it stood."""
    only: Only | None = None
    """Of a changed one: all that changed is years that rolled on with the period (years), these or
    numbers of agreements that were renumbered (references), or no text at all (tags)."""
    words: tuple[TextChange, ...] = ()
    targets: tuple[TargetChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    near: tuple[AgreementSide, ...] = ()
    """Of a new or dropped one: agreements of the other document that share most of its words."""

    @property
    def class_(self) -> Class:
        """What became of it; a changed one may have moved as well."""
        if self.old is None:
            return "new"
        if self.new is None:
            return "dropped"
        if self.words or self.targets or self.fields:
            return "changed"
        return "moved" if self.moved else "same"


@dataclass(frozen=True, slots=True)
class DocumentSide:
    """One of the two documents."""

    document_id: str
    source_path: str
    title: str | None
    municipality: str | None
    kind: str
    period: str | None
    """2024, or 2025-2028."""
    agreements: int

    @property
    def name(self) -> str:
        """For people: Merendaal, jaarschijf 2024."""
        place = self.municipality or self.source_path
        return f"{place}, {self.kind} {self.period}" if self.period else f"{place}, {self.kind}"


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section whose number or title is another one while its agreements stayed."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class DocumentPair:
    """Two documents and their agreements, or one that has no counterpart."""

    old: DocumentSide | None
    new: DocumentSide | None
    paired_by: str | None
    """same_file, path, period, kind or municipality; given where the user named both files."""
    fields: tuple[FieldChange, ...] = ()
    sections: tuple[SectionChange, ...] = ()
    pairs: tuple[AgreementPair, ...] = ()
    """In reading order of the new document; what was dropped stands where it stood."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many agreements are of each class."""

    of: Counter[str] = field(default_factory=Counter)
    changed_and_moved: int = 0
    years_only: int = 0
    references_only: int = 0
    tags_only: int = 0
    renumbered_only: int = 0
    """Moved ones that have another number in the same section."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that was compared, in order of municipality, period and path."""

    documents: tuple[DocumentPair, ...]

    def is_different(self, classes: Iterable[str] = ()) -> bool:
        """Whether anything of these classes was found; of any but `same` where none is named.

        What changed about a document itself counts as changed.
        """
        wanted = frozenset(classes) or frozenset(CLASSES) - {"same"}
        for document in self.documents:
            has_fields = "changed" in wanted and (document.fields or document.sections)
            is_alone = class_of(document) in wanted - {"same", "changed"}
            if has_fields or is_alone or any(p.class_ in wanted for p in document.pairs):
                return True
        return False


def class_of(document: DocumentPair) -> Class:
    """What a document without counterpart is, new or dropped; else changed."""
    if document.old is None:
        return "new"
    return "dropped" if document.new is None else "changed"


def count(pairs: Iterable[AgreementPair]) -> Counts:
    """The agreements of each class."""
    pairs = tuple(pairs)
    only = Counter(pair.only for pair in pairs)
    moved = [pair for pair in pairs if pair.moved]
    return Counts(
        of=Counter(pair.class_ for pair in pairs),
        changed_and_moved=sum(pair.class_ == "changed" for pair in moved),
        years_only=only["years"],
        references_only=only["references"],
        tags_only=only["tags"],
        renumbered_only=sum(
            pair.class_ == "moved" and pair.moved is not None and not pair.moved.section
            for pair in moved
        ),
    )
