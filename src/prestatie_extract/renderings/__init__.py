"""One stream of findings in the forms that people and platforms read."""

from __future__ import annotations

from prestatie_extract.renderings.forms import Form, render
from prestatie_extract.renderings.step_summary import step_summary

__all__ = ["Form", "render", "step_summary"]
