"""The section `[gates]`: made of the fields of `verify.gates.Gates`, so that it has the same."""

from __future__ import annotations

import ast
import inspect
import textwrap
import typing
from dataclasses import MISSING, fields
from typing import Annotated, Any

from pydantic import Field, create_model

from prestatie_extract.configuration.kinds import FindingCodes, Section
from prestatie_extract.verify.gates import Gates

GATES_TEXT = (
    "Quality gates of `validate`: limits for each document; one without value is not checked."
)


def _bounded(hint: Any) -> Any:
    """The type of a gate within its bounds: a float is a share, an int a count."""
    if typing.get_origin(hint) is Annotated:
        return hint
    kinds = {hint, *typing.get_args(hint)}
    if float in kinds:
        return Annotated[hint, Field(ge=0, le=1)]
    return Annotated[hint, Field(ge=0)] if int in kinds else hint


def _field_texts(kind: type) -> dict[str, str]:
    """The text under each field of a class, as its source has it."""
    body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)
    texts: dict[str, str] = {}
    for field, text in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
            assert isinstance(field.target, ast.Name)
            assert isinstance(text.value, ast.Constant)
            texts[field.target.id] = inspect.cleandoc(str(text.value.value))
    return texts


def _section_of(kind: type[Gates]) -> type[Section]:
    """A section with the fields of a dataclass, so that each is declared once.

    A tuple holds codes of findings.
    """
    hints, texts = typing.get_type_hints(kind, include_extras=True), _field_texts(kind)
    made: dict[str, Any] = {}
    for field in fields(kind):
        assert field.default is not MISSING
        hint = _bounded(hints[field.name])
        if tuple in {typing.get_origin(hint), hint}:
            hint = FindingCodes
        made[field.name] = (hint, Field(field.default, description=texts.get(field.name)))
    return create_model("GatesSection", __base__=Section, __doc__=GATES_TEXT, **made)


if typing.TYPE_CHECKING:
    GatesSection = Section
else:
    GatesSection = _section_of(Gates)
