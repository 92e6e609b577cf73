"""Findings as people and programs read them: text, JSON, GitHub, SARIF, JUnit."""

from __future__ import annotations
