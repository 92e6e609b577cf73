"""Texts with a form of their own as options: amounts of memory, identifiers of licences."""

from __future__ import annotations

import typer

from prestatie_extract.configuration import values


def parse_size(text: str) -> int:
    """The number of bytes: "2GB", "1.5 g", "800M".

    Raises:
        typer.BadParameter: it is no size, or too small to start.
    """
    try:
        return values.parse_size(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def check_licence(identifier: str) -> str:
    """An identifier such as CC-BY-4.0, or "" for none.

    Raises:
        typer.BadParameter: it is something else.
    """
    try:
        return values.parse_licence(identifier)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
