"""What all models of the contract share."""

from __future__ import annotations

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from prestatie_extract.schema.codes import PageNumber, Points

OWN_CHECK = "Value error, "
"""What pydantic puts before the words of our validators."""


class Model(BaseModel):
    """Frozen, closed, described by the text under each field; takes a stage's dataclass as well."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
        from_attributes=True,
        json_schema_serialization_defaults_required=True,  # every key is printed
    )

    def changed(self, **changes: Any) -> Self:
        """A copy with other values, checked as a new one is; `model_copy` does not check.

        Raises:
            ValueError: the schema refuses them; the message is its first objection, on one line.
        """
        values = {name: getattr(self, name) for name in type(self).model_fields}
        try:
            return type(self).model_validate(values | changes)
        except ValidationError as error:
            objection = error.errors(include_url=False, include_input=False)[0]["msg"]
            raise ValueError(" ".join(objection.removeprefix(OWN_CHECK).split())) from error


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
