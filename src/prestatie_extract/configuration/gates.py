"""The section `[gates]`: made of the fields of `verify.gates.Gates`, so that it has the same."""

from __future__ import annotations

import ast
import inspect
import textwrap
import typing
from collections.abc import Sequence
from dataclasses import MISSING, fields
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, create_model

from prestatie_extract.configuration.kinds import Section, to_tuple
from prestatie_extract.findings import load_kinds
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


def _check_codes(codes: Sequence[str]) -> Sequence[str]:
    """The codes of findings; one that does not exist would never be found.

    Raises:
        ValueError: there is no such code.
    """
    known = load_kinds()
    for code in codes:
        if code not in known:
            near = next(iter(get_close_matches(code, known, n=1)), None)
            advice = f"did you mean {near}?" if near else "docs/findings.md lists them"
            raise ValueError(f"no such code: {code!r}; {advice}")
    return codes


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
    """A section with the fields of a dataclass, so that each is declared once."""
    hints, texts = typing.get_type_hints(kind, include_extras=True), _field_texts(kind)
    made: dict[str, Any] = {}
    for field in fields(kind):
        assert field.default is not MISSING
        hint = _bounded(hints[field.name])
        if tuple in {typing.get_origin(hint), hint}:
            hint = Annotated[hint, BeforeValidator(to_tuple), AfterValidator(_check_codes)]
        made[field.name] = (hint, Field(field.default, description=texts.get(field.name)))
    return create_model("GatesSection", __base__=Section, __doc__=GATES_TEXT, **made)


if typing.TYPE_CHECKING:
    GatesSection = Section
else:
    GatesSection = _section_of(Gates)
