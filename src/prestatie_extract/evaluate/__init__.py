"""Evaluate: records against annotations, with intervals."""

from __future__ import annotations
