"""Dutch housing performance agreements (prestatieafspraken) as data.

>>> from prestatie_extract import extract, load
>>> record = extract("prestatieafspraken.pdf")  # doctest: +SKIP
>>> tables = load("data/structured")  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prestatie_extract.dataset import load as load
    from prestatie_extract.pipeline import extract as extract

__all__ = ["__version__", "extract", "load"]
__version__ = "0.1.0"

DOORS = {"extract": "prestatie_extract.pipeline", "load": "prestatie_extract.dataset"}


def __getattr__(name: str) -> Any:
    """A front door, imported when it is first asked for: importing the package stays fast."""
    if name in DOORS:
        return getattr(import_module(DOORS[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
