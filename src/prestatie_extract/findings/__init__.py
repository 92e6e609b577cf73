"""What can be found wrong: one stream of findings with their documents."""

from __future__ import annotations

from prestatie_extract.findings.inspection import Inspection, Notice, Subject

__all__ = ["Inspection", "Notice", "Subject"]
