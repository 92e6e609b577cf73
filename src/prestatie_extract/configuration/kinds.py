"""The types of values in prestatie.toml, and what a section is."""

from __future__ import annotations

import os
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic import ValidationInfo as Info
from rapidfuzz import fuzz, process

from prestatie_extract.configuration.values import parse_size
from prestatie_extract.findings import load_kinds
from prestatie_extract.findings.documentation import DOCUMENTATION

FOLDER = "folder"
"""Key of the validation context: the folder that relative paths are relative to."""
NONE = "none"


def _seen_from_here(place: str, info: Info) -> str:
    """A path of the file as seen from the current folder; URLs, "none" and "" stay."""
    folder = (info.context or {}).get(FOLDER, "")
    if not place or place == NONE or "://" in place:
        return place
    return os.path.join(folder, place)  # noqa: PTH118 (a pattern or a URL is no Path)


def to_tuple(value: object) -> object:
    """A list as it is kept; one text is a list of one."""
    return (
        (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value
    )


def _to_text(value: object) -> object:
    """A number of bytes is a size too."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if is_number else value


def _check_code(code: str) -> str:
    """A code that no finding has would forbid nothing."""
    known = load_kinds()
    if code not in known:
        near = process.extractOne(code, list(known), scorer=fuzz.ratio)[0]
        raise ValueError(f"should be a code of {DOCUMENTATION}, as {near}")
    return code


def _check_size(text: str) -> str:
    parse_size(text)
    return text


Place = Annotated[str, AfterValidator(_seen_from_here)]
Places = Annotated[tuple[Place, ...], BeforeValidator(to_tuple)]
Size = Annotated[str, BeforeValidator(_to_text), AfterValidator(_check_size)]
FindingCodes = Annotated[
    tuple[Annotated[str, AfterValidator(_check_code)], ...], BeforeValidator(to_tuple)
]
FailOn = Literal["info", "warning", "error"]
TableFormats = Annotated[tuple[Literal["parquet", "csv"], ...], BeforeValidator(to_tuple)]


class Section(BaseModel):
    """A table of the file; knows all of its keys."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, allow_inf_nan=False
    )
