"""An agreement and what is tagged on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from prestatie_extract.schema.codes import (
    AgreementForm,
    AgreementKind,
    CommitmentType,
    Concreteness,
    Count,
    JudgementSource,
    Number,
    Qualifier,
    RoleSource,
    Score1,
    TargetRole,
    ThemeCode,
    ThemeSource,
    TrekkerSource,
    Unit,
    Where,
)
from prestatie_extract.schema.model import Box, Model


class Theme(Model):
    """A theme code with its evidence."""

    theme: ThemeCode
    """Theme code."""
    score: Score1
    """Certainty from 0 to 1."""
    source: ThemeSource
    """heading, model or correction."""
    content_score: Score1 | None
    """What the words of the agreement and its neighbours say for it; null without a model."""


class Involved(Model):
    """Who is involved."""

    raw: str | None
    """The cell as printed."""
    names: tuple[str, ...]
    """Generic words as codes, organisations by their everyday name."""
    party_ids: tuple[str, ...]
    """The document's parties that the names stand for."""


class Trekker(Involved):
    """Who leads."""

    source: TrekkerSource | None
    """Where it was read: column, label, group or text; correction where a person says it."""


class Planning(Model):
    """When: the printed words and the dates they stand for."""

    raw: str | None
    """The cell as printed."""
    start: date | None
    """First day."""
    end: date | None
    """Last day."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"planning ends before it starts: {self.raw!r}")
        return self


class Reference(Model):
    """Another agreement named by its number."""

    raw: str
    """The words as printed."""
    number: str
    """The number named."""
    agreement_id: str | None
    """The agreement it resolves to; null where that is not certain."""


class Target(Model):
    """A number that quantifies what is promised, aimed at or limited."""

    target_id: str
    """agreement_id, /t and its place among the targets as found, from 1."""
    raw: str
    """Shortest span with qualifier, number and unit; a table cell as printed."""
    where: Where
    """title, text, item, table, planning or context:<role>."""
    start: Count | None
    """Offset of the first character of raw in that text, from 0; null for table cells."""
    end: Count | None
    """Offset behind the last character of raw in that text; null for table cells."""
    value: Number
    """The number; the low end of a range."""
    value_max: Number | None
    """The high end of a range, else null."""
    unit: Unit
    """woningen, %, EUR, keer_per_jaar, jaar … or overig:<word>."""
    qualifier: Qualifier
    """exact, min, max, ca, range or delta."""
    subject: str | None
    """What is counted."""
    party_id: str | None
    """Whose number it is, where it is one party's."""
    period: str | None
    """When it holds, such as 2028, t/m 2030 or per jaar."""
    role: TargetRole
    """target, condition or context."""
    role_source: RoleSource
    """Who tells the role: rule, model, correction, or default (nothing tells, so a target)."""
    provenance: tuple[Box, ...]
    """One box for each page it stands on; empty for text input."""
    corrected: tuple[str, ...] = ()
    """Keys of it that a person corrected, such as value."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if (self.start is None) != (self.end is None):
            raise ValueError(f"half a span: {self.raw!r}")
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError(f"span is empty or backwards: {self.raw!r}")
        if self.value_max is not None and self.value_max < self.value:
            raise ValueError(f"range is backwards: {self.raw!r}")
        return self


class Agreement(Model):
    """A numbered unit in which the parties bind themselves."""

    agreement_id: str
    """document_id / section number or slug / number, and -2 for a second with that number."""
    ordinal: Annotated[int, Field(ge=1)]
    """Place in reading order, from 1."""
    number: str | None
    """Number as printed without the trailing dot."""
    kind: AgreementKind
    """afspraak, inzet, doelstelling or procesafspraak."""
    section_id: str | None
    """Deepest section it stands in."""
    theme: ThemeCode
    """The chapter's theme, else the tagger's."""
    themes: tuple[Theme, ...]
    """All themes found, best first."""
    title: str | None
    """A title line of its own."""
    text: str
    """The whole agreement in reading order, without number, title and other columns."""
    items: tuple[str, ...]
    """Its sub-bullets."""
    horizon: str | None
    """What the heading of column or table says it holds for."""
    trekker: Trekker
    involved: Involved
    planning: Planning
    context: dict[str, str]
    """The other columns of the row by role."""
    refs: tuple[Reference, ...]
    """Other agreements it names by number."""
    party_ids: tuple[str, ...]
    """Organisations named in title, text, items or the trekker cell."""
    targets: tuple[Target, ...]
    provenance: tuple[Box, ...]
    """One box for each page it stands on; empty for text input."""
    form: AgreementForm
    """How it is written: list, coded, article, group, table, matrix or card."""
    confidence: Score1
    """How sure it is that this is a whole agreement and nothing else, from 0 to 1."""
    commitment_type: CommitmentType | None
    """What is promised: intentie, proces or output; null where nothing tells."""
    commitment_source: JudgementSource | None
    """Who tells it: rule, model or correction."""
    commitment_score: Score1 | None
    """How sure that is, from 0 to 1."""
    concreteness: Concreteness | None
    """1 a direction, 2 a definite action, 3 who, what and how much or by when; null if unknown."""
    concreteness_source: JudgementSource | None
    """Who tells it: rule, model or correction."""
    concreteness_score: Score1 | None
    """How sure that is, from 0 to 1."""
    corrected: tuple[str, ...] = ()
    """Keys of it that a person corrected, such as theme; targets.t2 where that was taken out."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        for target in self.targets:
            if target.start is not None and not self._holds(target):
                raise ValueError(f"raw is not at its offsets in {target.where}: {target.raw!r}")
        pages = [box.page_number for box in self.provenance]
        if pages != sorted(set(pages)):
            raise ValueError(f"provenance is not one box a page: {pages}")
        return self

    def _holds(self, target: Target) -> bool:
        """Whether `raw` stands at its offsets in the text that `where` names."""
        return any(text[target.start : target.end] == target.raw for text in self.texts(target))

    def texts(self, target: Target) -> Iterator[str]:
        """The texts that `target.where` may mean: one, but for items."""
        if target.where == "item":
            yield from self.items
        elif target.where.startswith("context:"):
            yield self.context.get(target.where.removeprefix("context:"), "")
        elif target.where in ("title", "text"):
            yield (self.title if target.where == "title" else self.text) or ""
        elif target.where == "planning":
            yield self.planning.raw or ""
