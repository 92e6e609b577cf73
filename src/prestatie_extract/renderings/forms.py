"""Which forms there are, and the one way to ask for them."""

from __future__ import annotations

from enum import StrEnum

from prestatie_extract.findings import Inspection
from prestatie_extract.renderings.github import to_github
from prestatie_extract.renderings.junit import to_junit
from prestatie_extract.renderings.plain_json import to_json
from prestatie_extract.renderings.plain_text import to_text
from prestatie_extract.renderings.sarif import to_sarif


class Form(StrEnum):
    """How findings are written."""

    TEXT = "text"
    """A line a finding, for people and grep."""
    JSON = "json"
    """Everything, for programs."""
    GITHUB = "github"
    """Workflow commands, which GitHub shows as annotations."""
    SARIF = "sarif"
    """SARIF 2.1.0, for code scanning."""
    JUNIT = "junit"
    """JUnit XML as pytest writes it, for the test reports of any CI."""


def render(
    inspection: Inspection, form: Form, *, fail_on: str | None = None, source_root: str = ""
) -> str:
    """The findings in `form`, with a line break at the end; the same for the same findings.

    Args:
        inspection: what was looked at and found.
        form: how to write it.
        fail_on: the mildest severity that fails a check, for JUnit and the count of the text;
            error where None.
        source_root: the folder of the documents in the repository, in front of their paths.
    """
    match form:
        case Form.TEXT:
            return to_text(inspection, fail_on=fail_on, source_root=source_root)
        case Form.JSON:
            return to_json(inspection, source_root=source_root)
        case Form.GITHUB:
            return to_github(inspection, source_root=source_root)
        case Form.SARIF:
            return to_sarif(inspection, source_root=source_root)
        case Form.JUNIT:
            return to_junit(inspection, fail_on=fail_on, source_root=source_root)
