"""What all models of the contract share."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from prestatie_extract.schema.codes import PageNumber, Points


class Model(BaseModel):
    """Frozen, closed, described by the text under each field; takes a stage's dataclass as well."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, from_attributes=True
    )


class Box(Model):
    """A box on a page in points, origin top left."""

    page_number: PageNumber
    """Page, from 1."""
    x0: Points
    """Left edge in points."""
    top: Points
    """Upper edge in points from the top of the page."""
    x1: Points
    """Right edge in points."""
    bottom: Points
    """Lower edge in points from the top of the page."""

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.x0 > self.x1 or self.top > self.bottom:
            raise ValueError(f"box is inside out: {self.x0, self.top, self.x1, self.bottom}")
        return self
