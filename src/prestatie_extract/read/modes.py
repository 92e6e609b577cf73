"""How the user wants files read."""

from __future__ import annotations

from enum import StrEnum


class OcrMode(StrEnum):
    """Which pages are read by OCR."""

    AUTO = "auto"
    NEVER = "never"
    FORCE = "force"
