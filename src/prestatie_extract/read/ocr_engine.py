"""What OCR there is on this machine; it is optional, `INSTALL` tells how to get it."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from enum import StrEnum
from functools import cache
from importlib.metadata import version

LANGUAGE = "nld"
INSTALL = (
    "install it with pip install 'prestatie-extract[ocr]' "
    "and apt-get install tesseract-ocr tesseract-ocr-nld, then run the same command again"
)
ANSWER_SECONDS = 30.0  # for Tesseract to tell its version


class OcrMode(StrEnum):
    """Which pages are read by OCR."""

    AUTO = "auto"
    NEVER = "never"
    FORCE = "force"


@cache
def find_engine() -> str | None:
    """Names and versions of what does the OCR; None where a part of it is missing."""
    command = shutil.which("tesseract")
    if command is None or importlib.util.find_spec("ocrmypdf") is None:
        return None
    languages = _ask(command, "--list-langs").split()
    if LANGUAGE not in languages:
        return None
    tesseract = _ask(command, "--version").split("\n", 1)[0].strip()
    return f"{tesseract}, ocrmypdf {version('ocrmypdf')}"


def _ask(command: str, question: str) -> str:
    """What Tesseract says, on whichever stream; empty where it says nothing."""
    try:
        done = subprocess.run(
            [command, question], capture_output=True, text=True, timeout=ANSWER_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout + done.stderr
