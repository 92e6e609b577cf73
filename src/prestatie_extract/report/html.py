"""Views as HTML: everything from a document is escaped, and nothing but our own script may run."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING

from prestatie_extract.report.views import DocumentView, OverviewView

if TYPE_CHECKING:
    from jinja2 import Environment, Template

ASSETS = resources.files(__package__ or "") / "assets"


@dataclass(frozen=True)
class Pages:
    """The templates, loaded once, with the style and the script that stand in each page."""

    def document(self, view: DocumentView) -> bytes:
        """The page of a document."""
        return self._render(self._document, view)

    def overview(self, view: OverviewView) -> bytes:
        """The first page."""
        return self._render(self._overview, view)

    def _render(self, template: Template, view: object) -> bytes:
        return template.render(view=view).encode()

    @cached_property
    def _document(self) -> Template:
        return self._environment("document.js").get_template("document.html")

    @cached_property
    def _overview(self) -> Template:
        return self._environment("overview.js").get_template("overview.html")

    def _environment(self, script_name: str) -> Environment:
        from jinja2 import Environment, PackageLoader, StrictUndefined
        from markupsafe import Markup

        environment = Environment(
            loader=PackageLoader(__package__ or "", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        style = (ASSETS / "report.css").read_text(encoding="utf-8")
        script = (ASSETS / script_name).read_text(encoding="utf-8")
        environment.globals |= {
            "style": Markup(style),  # noqa: S704 (our own files)
            "script": Markup(script),  # noqa: S704 (the same)
            "csp": make_policy(style, script),
        }
        environment.filters["drawing"] = Markup  # of `charts`, which escapes what it prints
        return environment


def make_policy(style: str, script: str) -> str:
    """The Content-Security-Policy: our own style and script by their hash, pictures beside it.

    On a file share the site has no origin of its own, so that 'self' does not do for pictures.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src 'self' file:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
