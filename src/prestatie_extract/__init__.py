"""Dutch housing performance agreements (prestatieafspraken) as data.

>>> from prestatie_extract import extract
>>> record = extract("prestatieafspraken.pdf")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prestatie_extract.pipeline import extract as extract

__all__ = ["__version__", "extract"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """`extract`, imported when it is first asked for: importing the package stays fast."""
    if name == "extract":
        from prestatie_extract.pipeline import extract

        return extract
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
