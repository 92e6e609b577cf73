"""The libraries of the extra `report`: asked for before any work is done."""

from __future__ import annotations

from importlib import import_module

from prestatie_extract.errors import MissingExtra

LIBRARIES = ("jinja2", "altair", "vl_convert")


def require_extra() -> None:
    """Do nothing, where all that makes pages and charts is installed.

    Raises:
        MissingExtra: it is not.
    """
    try:
        for name in LIBRARIES:
            import_module(name)
    except ImportError as error:
        raise MissingExtra(
            f"report needs {name}: pip install 'prestatie-extract[report]'"
        ) from error
