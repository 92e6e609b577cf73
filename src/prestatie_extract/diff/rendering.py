"""A comparison as text, JSON, Markdown or HTML."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from prestatie_extract.diff.as_html import to_html
from prestatie_extract.diff.as_json import to_json
from prestatie_extract.diff.as_markdown import to_markdown
from prestatie_extract.diff.as_text import to_text
from prestatie_extract.diff.outcome import CLASSES, Comparison
from prestatie_extract.diff.wording import SHOWN


class Form(StrEnum):
    """What a comparison is written as."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


RENDERERS = {
    Form.TEXT: to_text,
    Form.JSON: to_json,
    Form.MARKDOWN: to_markdown,
    Form.HTML: to_html,
}


def render(comparison: Comparison, form: Form, classes: Collection[str] = ()) -> str:
    """The comparison in this form.

    Args:
        comparison: what was found.
        form: how it is written.
        classes: the classes to show; without them all that differ, in JSON all there are.
    """
    shown = frozenset(classes) or (frozenset(CLASSES) if form == Form.JSON else SHOWN)
    return RENDERERS[form](comparison, shown)
